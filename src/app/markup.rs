//! Elements as values of one type.
//!
//! leptos gives every piece of markup a type of its own and compiles its functions anew for each;
//! over a whole app that was more than half of the wasm. Here all elements, attributes, texts and
//! handlers share one type each, still built, updated and owned by leptos.

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::custom;
use leptos::tachys::html::event::{Custom, on};
use leptos::tachys::html::property::prop;
use std::borrow::Cow;
use std::sync::Arc;

/// The browser's event, for handlers.
pub type Event = leptos::ev::Event;
/// A text of the interface or of the user.
pub type Text = Cow<'static, str>;
type Live<T> = Arc<dyn Fn() -> T + Send + Sync>;

/// An element under construction.
pub struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with this tag.
pub fn el(tag: &'static str) -> El {
    El {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

fn live_view(view: Live<AnyView>) -> AnyView {
    (move || view()).into_any()
}

fn live_text(text: Live<String>) -> AnyView {
    (move || text()).into_any()
}

fn fixed_attribute(name: &'static str, value: Text) -> AnyAttribute {
    custom_attribute(name, value.into_owned()).into_any_attr()
}

fn live_attribute(name: &'static str, value: Live<Option<String>>) -> AnyAttribute {
    custom_attribute(name, move || value()).into_any_attr()
}

fn handler(name: &'static str, handle: Box<dyn FnMut(Event)>) -> AnyAttribute {
    on(Custom::<Event>::new(name), handle).into_any_attr()
}

/// A view that is built anew when something changes that it reads.
pub fn live(view: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    live_view(Arc::new(view))
}

/// Nothing at all.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// Several views, one after the other.
pub fn all(views: Vec<AnyView>) -> AnyView {
    views.into_any()
}

impl El {
    /// An attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<Text>) -> Self {
        self.attributes.push(fixed_attribute(name, value.into()));
        self
    }

    /// An attribute that follows what it reads; absent while `None`.
    pub fn live_attr(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.attributes.push(live_attribute(name, Arc::new(value)));
        self
    }

    /// A true-or-false property, such as `checked`, that follows what it reads.
    pub fn live_flag(
        mut self,
        name: &'static str,
        value: impl Fn() -> bool + Send + Sync + 'static,
    ) -> Self {
        let value: Live<bool> = Arc::new(value);
        self.attributes.push(flag(name, value));
        self
    }

    /// A text property, such as `value`, that follows what it reads.
    pub fn live_prop(
        mut self,
        name: &'static str,
        value: impl Fn() -> String + Send + Sync + 'static,
    ) -> Self {
        self.attributes.push(property(name, Arc::new(value)));
        self
    }

    /// The CSS class.
    pub fn class(self, class: impl Into<Text>) -> Self {
        self.attr("class", class)
    }

    /// The id.
    pub fn id(self, id: impl Into<Text>) -> Self {
        self.attr("id", id)
    }

    /// Calls `handle` on an event, such as `click`.
    pub fn on(mut self, name: &'static str, handle: impl FnMut(Event) + 'static) -> Self {
        self.attributes.push(handler(name, Box::new(handle)));
        self
    }

    /// A text inside. It is always text, whatever it holds.
    pub fn text(mut self, text: impl Into<Text>) -> Self {
        self.children.push(text.into().into_owned().into_any());
        self
    }

    /// A text inside that follows what it reads.
    pub fn live_text(mut self, text: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.children.push(live_text(Arc::new(text)));
        self
    }

    /// An element inside.
    pub fn child(self, child: Self) -> Self {
        self.view(child.done())
    }

    /// Elements inside, in their order.
    pub fn each(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self.children.push(child.done());
        }
        self
    }

    /// A view inside.
    pub fn view(mut self, view: AnyView) -> Self {
        self.children.push(view);
        self
    }

    /// The element, finished.
    pub fn done(self) -> AnyView {
        custom(self.tag)
            .child(self.children)
            .add_any_attr(self.attributes)
            .into_any()
    }
}

fn flag(name: &'static str, value: Live<bool>) -> AnyAttribute {
    prop(name, move || value()).into_any_attr()
}

fn property(name: &'static str, value: Live<String>) -> AnyAttribute {
    prop(name, move || value()).into_any_attr()
}

/// Shorthands for what every page has.
pub fn heading(text: impl Into<Text>) -> El {
    el("h1").id("title").attr("tabindex", "-1").text(text)
}

/// A paragraph.
pub fn p(text: impl Into<Text>) -> El {
    el("p").text(text)
}

/// A link within the app.
pub fn link(route: &crate::route::Route, text: impl Into<Text>) -> El {
    el("a").attr("href", route.to_string()).text(text)
}

/// A link to a source, which opens without telling where one came from.
pub fn source(source: &crate::model::Source) -> El {
    let anchor = el("a")
        .attr("href", source.url.clone())
        .attr("rel", "noopener noreferrer");
    anchor.text(source.title.clone())
}

/// A button.
pub fn button(
    class: &'static str,
    text: impl Into<Text>,
    click: impl FnMut(Event) + 'static,
) -> El {
    el("button")
        .attr("type", "button")
        .class(class)
        .on("click", click)
        .text(text)
}

/// Something to fold out.
pub fn details(summary: impl Into<Text>) -> El {
    el("details").child(el("summary").text(summary))
}
