//! Values of a document, as serde reads them. The reader of the crate `toml` does the same; but every type that
//! is read gets all of it anew, and that is three times the wasm.

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use std::fmt;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeString, DeValue};

/// Why a value is not what it should be, and where, where that is not the whole.
#[derive(Debug)]
pub(super) struct Wrong {
    pub(super) message: String,
    pub(super) span: Option<Range<usize>>,
}

impl Wrong {
    fn at(self, span: Range<usize>) -> Self {
        Self {
            span: self.span.or(Some(span)),
            ..self
        }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Wrong {}

impl serde::de::Error for Wrong {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self {
            message: message.to_string(),
            span: None,
        }
    }

    fn invalid_type(is: Unexpected, expected: &dyn Expected) -> Self {
        Self::custom(format_args!(
            "this is {}, and should be {expected}",
            kind(is)
        ))
    }

    fn invalid_value(is: Unexpected, expected: &dyn Expected) -> Self {
        Self::invalid_type(is, expected)
    }
}

/// What a value is. What serde says of it would bring along all that writes numbers.
fn kind(value: Unexpected<'_>) -> &str {
    match value {
        Unexpected::Str(_) | Unexpected::Char(_) => "a text",
        Unexpected::Bool(_) => "true or false",
        Unexpected::Signed(_) | Unexpected::Unsigned(_) | Unexpected::Float(_) => "a number",
        Unexpected::Seq => "a list",
        Unexpected::Map => "a table",
        Unexpected::Other(what) => what,
        _ => "something else",
    }
}

/// A value, and where it stands.
pub(super) type Entry<'t> = Spanned<DeValue<'t>>;

/// A value to be read.
#[derive(Clone, Copy)]
pub(super) struct Value<'a, 't>(pub(super) &'a Entry<'t>);

/// A number, as far as it is one.
enum Number {
    Whole(i64),
    Real(f64),
    None,
}

impl Value<'_, '_> {
    fn number(self) -> Number {
        match self.0.get_ref() {
            DeValue::Integer(n) => {
                i64::from_str_radix(n.as_str(), n.radix()).map_or(Number::None, Number::Whole)
            }
            DeValue::Float(n) => n.as_str().parse().map_or(Number::None, Number::Real),
            _ => Number::None,
        }
    }

    /// That it is something else than it should be.
    #[inline(never)]
    fn wrong(self, expected: &dyn Expected) -> Wrong {
        let is = match self.0.get_ref() {
            DeValue::String(text) => Unexpected::Str(text),
            DeValue::Boolean(is) => Unexpected::Bool(*is),
            DeValue::Datetime(_) => Unexpected::Other("a date or a time"),
            DeValue::Array(_) => Unexpected::Seq,
            DeValue::Table(_) => Unexpected::Map,
            DeValue::Integer(_) | DeValue::Float(_) => match self.number() {
                Number::Whole(n) => Unexpected::Signed(n),
                Number::Real(n) => Unexpected::Float(n),
                Number::None => Unexpected::Other("too large a number"),
            },
        };
        Wrong::invalid_type(is, expected)
    }
}

macro_rules! numbers {
    ($($method:ident)*) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
            match self.number() {
                Number::Whole(n) => visitor.visit_i64(n),
                Number::Real(n) => visitor.visit_f64(n),
                Number::None => Err(self.wrong(&visitor)),
            }
        }
    )* };
}

macro_rules! texts {
    ($($method:ident)*) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
            match self.0.get_ref() {
                DeValue::String(text) => visitor.visit_str(text),
                _ => Err(self.wrong(&visitor)),
            }
        }
    )* };
}

impl<'de> Deserializer<'de> for Value<'_, '_> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0.get_ref() {
            DeValue::String(_) => self.deserialize_str(visitor),
            DeValue::Boolean(is) => visitor.visit_bool(*is),
            DeValue::Integer(_) | DeValue::Float(_) => self.deserialize_f64(visitor),
            DeValue::Array(_) => self.deserialize_seq(visitor),
            DeValue::Table(_) => self.deserialize_map(visitor),
            DeValue::Datetime(_) => Err(self.wrong(&visitor)),
        }
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16
        deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64
    }
    texts! { deserialize_str deserialize_string deserialize_char deserialize_identifier }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0.get_ref() {
            DeValue::Boolean(is) => visitor.visit_bool(*is),
            _ => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0.get_ref() {
            DeValue::Array(list) => visitor.visit_seq(Items(list.iter())),
            _ => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0.get_ref() {
            DeValue::Table(table) => {
                let fields: Vec<_> = table.iter().collect();
                visitor.visit_map(Fields {
                    fields: fields.into_iter(),
                    next: None,
                })
            }
            _ => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match self.0.get_ref() {
            DeValue::String(text) => visitor.visit_enum(name(text)),
            _ => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { bytes byte_buf unit unit_struct tuple_struct }
}

/// A text by itself, as the name of a field or a variant.
fn name(text: &str) -> StrDeserializer<'_, Wrong> {
    text.into_deserializer()
}

struct Items<'a, 't>(std::slice::Iter<'a, Entry<'t>>);

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Wrong> {
        let Some(item) = self.0.next() else {
            return Ok(None);
        };
        let read = seed.deserialize(Value(item));
        read.map(Some).map_err(|wrong| wrong.at(item.span()))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

struct Fields<'a, 't> {
    fields: std::vec::IntoIter<(&'a Spanned<DeString<'t>>, &'a Entry<'t>)>,
    next: Option<&'a Entry<'t>>,
}

impl<'de> MapAccess<'de> for Fields<'_, '_> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Wrong> {
        let Some((key, value)) = self.fields.next() else {
            return Ok(None);
        };
        self.next = Some(value);
        let read = seed.deserialize(name(key.get_ref()));
        read.map(Some).map_err(|wrong| wrong.at(key.span()))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        // A key always comes first.
        let Some(value) = self.next.take() else {
            return Err(Wrong::custom("there is a value without a key"));
        };
        let read = seed.deserialize(Value(value));
        read.map_err(|wrong| wrong.at(value.span()))
    }
}
