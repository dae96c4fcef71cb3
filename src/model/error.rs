//! Errors are data. Developers see the data; people read what [`crate::words`] says of it.

/// Makes an error of a type. What caused it is given, where something did.
macro_rules! error {
    ($name:ty) => {
        $crate::model::error::error!($name, |_| None);
    };
    ($name:ty, $source:expr) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(self, f)
            }
        }

        impl std::error::Error for $name {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                let source: fn(&Self) -> Option<&(dyn std::error::Error + 'static)> = $source;
                source(self)
            }
        }
    };
}

pub(crate) use error;
