//! Elements as values of one type.
//!
//! leptos gives every piece of markup a type of its own and compiles its functions anew for each;
//! over a whole app that was more than half of the wasm. Here all elements, attributes, texts and
//! handlers share one type each, still built, updated and owned by leptos.

mod inside;

use inside::{Inside, Live, inside};
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::custom;
use leptos::tachys::html::event::{Custom, on};
use leptos::tachys::html::property::prop;
use std::sync::Arc;

/// The browser's event, for handlers.
pub type Event = leptos::ev::Event;
/// A text: of the interface, or of the user.
///
/// Two ways in, so that a call with fixed words costs an address and a length in the wasm and
/// nothing that would have to be freed.
pub trait Text {
    fn attribute(self, el: El, name: &'static str) -> El;
    fn inside(self, el: El) -> El;
}

impl Text for &'static str {
    fn attribute(self, el: El, name: &'static str) -> El {
        el.fixed_attribute(name, self)
    }
    fn inside(self, el: El) -> El {
        el.fixed_text(self)
    }
}

impl Text for String {
    fn attribute(self, el: El, name: &'static str) -> El {
        el.owned_attribute(name, self)
    }
    fn inside(self, el: El) -> El {
        el.owned_text(self)
    }
}

/// An element under construction. Boxed, so that each step hands on one pointer.
pub struct El(Box<Inner>);

struct Inner {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with this tag.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Inner {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

#[inline(never)]
fn live_view(view: Live<AnyView>) -> AnyView {
    let holder = el("div").class("live");
    holder
        .with(inside(Arc::new(move || Inside::View(view()))))
        .done()
}

#[inline(never)]
fn live_text(text: Live<String>) -> AnyAttribute {
    inside(Arc::new(move || Inside::Text(text())))
}

#[inline(never)]
fn live_attribute(name: &'static str, value: Live<Option<String>>) -> AnyAttribute {
    custom_attribute(name, move || value()).into_any_attr()
}

#[inline(never)]
fn handler(name: &'static str, handle: Box<dyn FnMut(Event)>) -> AnyAttribute {
    on(Custom::<Event>::new(name), handle).into_any_attr()
}

/// A view that is built anew when something changes that it reads, in an element of its own that
/// leaves no mark on the layout.
pub fn live(view: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    live_view(Arc::new(view))
}

/// Does something once the page is built, and again whenever something changes that it reads.
pub fn effect(act: impl Fn() + 'static) {
    boxed_effect(Box::new(act));
}

#[inline(never)]
fn boxed_effect(act: Box<dyn Fn()>) {
    Effect::new(move |_| act());
}

/// Nothing at all.
#[inline(never)]
pub fn nothing() -> AnyView {
    ().into_any()
}

/// Several views, one after the other.
#[inline(never)]
pub fn all(views: Vec<AnyView>) -> AnyView {
    views.into_any()
}

// The steps that pages take are thin and become calls of the ones below, which exist once.
impl El {
    /// An attribute.
    pub fn attr(self, name: &'static str, value: impl Text) -> Self {
        value.attribute(self, name)
    }

    /// An attribute that follows what it reads; absent while `None`.
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.with(live_attribute(name, Arc::new(value)))
    }

    /// A true-or-false property, such as `checked`, that follows what it reads.
    pub fn live_flag(
        self,
        name: &'static str,
        value: impl Fn() -> bool + Send + Sync + 'static,
    ) -> Self {
        self.with(flag(name, Arc::new(value)))
    }

    /// A text property, such as `value`, that follows what it reads.
    pub fn live_prop(
        self,
        name: &'static str,
        value: impl Fn() -> String + Send + Sync + 'static,
    ) -> Self {
        self.with(property(name, Arc::new(value)))
    }

    /// The CSS class.
    pub fn class(self, class: impl Text) -> Self {
        class.attribute(self, "class")
    }

    /// The id.
    pub fn id(self, id: impl Text) -> Self {
        id.attribute(self, "id")
    }

    /// Calls `handle` on an event, such as `click`.
    pub fn on(self, name: &'static str, handle: impl FnMut(Event) + 'static) -> Self {
        self.with(handler(name, Box::new(handle)))
    }

    /// A text inside. It is always text, whatever it holds.
    pub fn text(self, text: impl Text) -> Self {
        text.inside(self)
    }

    /// A text that follows what it reads, and that is all there is inside.
    pub fn live_text(self, text: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.with(live_text(Arc::new(text)))
    }

    /// Elements inside, in their order.
    pub fn each(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// An element inside.
    #[inline(never)]
    pub fn child(self, child: Self) -> Self {
        self.view(child.done())
    }

    /// A view inside.
    #[inline(never)]
    pub fn view(mut self, view: AnyView) -> Self {
        self.0.children.push(view);
        self
    }

    /// The element, finished.
    #[inline(never)]
    pub fn done(self) -> AnyView {
        let Inner {
            tag,
            attributes,
            children,
        } = *self.0;
        custom(tag)
            .child(children)
            .add_any_attr(attributes)
            .into_any()
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    #[inline(never)]
    fn fixed_attribute(self, name: &'static str, value: &'static str) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    #[inline(never)]
    fn owned_attribute(self, name: &'static str, value: String) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    #[inline(never)]
    fn fixed_text(self, text: &'static str) -> Self {
        self.view(text.into_any())
    }

    #[inline(never)]
    fn owned_text(self, text: String) -> Self {
        self.view(text.into_any())
    }
}

#[inline(never)]
fn flag(name: &'static str, value: Live<bool>) -> AnyAttribute {
    prop(name, move || value()).into_any_attr()
}

#[inline(never)]
fn property(name: &'static str, value: Live<String>) -> AnyAttribute {
    prop(name, move || value()).into_any_attr()
}

/// Shorthands for what every page has.
pub fn heading(text: impl Text) -> El {
    el("h1").id("title").attr("tabindex", "-1").text(text)
}

/// A paragraph.
pub fn p(text: impl Text) -> El {
    el("p").text(text)
}

/// A link within the app.
pub fn link(route: &crate::route::Route, text: impl Text) -> El {
    el("a").attr("href", route.to_string()).text(text)
}

/// A link to a source, which opens without telling where one came from.
pub fn source(source: &'static crate::model::Source) -> El {
    let anchor = el("a")
        .attr("href", source.url.as_str())
        .attr("rel", "noopener noreferrer");
    anchor.text(source.title.as_str())
}

/// A button.
pub fn button(class: &'static str, text: impl Text, click: impl FnMut(Event) + 'static) -> El {
    el("button")
        .attr("type", "button")
        .class(class)
        .on("click", click)
        .text(text)
}

/// Something to fold out.
pub fn details(summary: impl Text) -> El {
    el("details").child(el("summary").text(summary))
}

/// One choice of a list.
pub fn option(value: impl Text, text: impl Text, is_chosen: bool) -> El {
    let option = el("option").attr("value", value).text(text);
    if is_chosen {
        option.attr("selected", "")
    } else {
        option
    }
}
