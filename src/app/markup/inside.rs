//! What is inside an element and follows what it reads.
//!
//! A browser that translates the page puts nodes of its own in the place of texts, moves their
//! neighbours and drops comments. So nothing here relies on nodes that it once made: the element is
//! what stays, and what is in it goes as a whole, unless it is still one text.

use crate::app::browser::js::changes;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::html::property::{IntoProperty, prop};
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::Element;
use leptos::tachys::view::any_view::AnyViewState;
use std::sync::Arc;

/// What follows what it reads.
pub type Live<T> = Arc<dyn Fn() -> T + Send + Sync>;

/// What is inside an element.
pub enum Inside {
    /// A text, which is always text.
    Text(String),
    /// Elements.
    View(AnyView),
}

/// An element and what was put into it.
pub struct Held {
    element: Element,
    /// What is said again is not shown, and read aloud, anew.
    text: Option<String>,
    /// Keeps what follows something in turn alive.
    view: Option<AnyViewState>,
}

impl Inside {
    fn put(self, held: &mut Held) {
        match self {
            Self::Text(text) => {
                if held.text.as_ref() != Some(&text) {
                    let was_empty = held.text.as_ref().is_none_or(String::is_empty);
                    if was_empty || text.is_empty() || !changes(&held.element, &text) {
                        // One call, where a node would take three.
                        held.element.set_text_content(Some(&text));
                    }
                    held.text = Some(text);
                }
            }
            Self::View(view) => {
                let mut view = view.build();
                Rndr::clear_children(&held.element);
                view.mount(&held.element, None);
                held.view = Some(view);
            }
        }
    }
}

// A property, since leptos builds those with their element and lets them follow signals. It is none
// that the browser knows, so its name is nobody's.
impl IntoProperty for Inside {
    type State = Held;
    // Never cloned: what makes it is.
    type Cloneable = String;
    type CloneableOwned = String;

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element, name: &str) -> Held {
        self.build(element, name)
    }

    fn build(self, element: &Element, _: &str) -> Held {
        let mut held = Held {
            element: element.clone(),
            text: None,
            view: None,
        };
        self.put(&mut held);
        held
    }

    fn rebuild(self, held: &mut Held, _: &str) {
        self.put(held);
    }

    fn into_cloneable(self) -> String {
        String::new()
    }

    fn into_cloneable_owned(self) -> String {
        String::new()
    }
}

/// Puts into an element what follows what it reads.
#[inline(never)]
pub fn inside(what: Live<Inside>) -> AnyAttribute {
    prop("", move || what()).into_any_attr()
}
