//! Objects with keys of the customer's own that go to Customer.io: attributes, and the data of events.

use super::sdk_calls::Call;
use crate::eval::Eval;
use crate::eval::value::ValueKind;
use crate::model::arguments::argument::{Argument, Fields};
use crate::sdk::{ClientClass, Shape};
use smol_str::SmolStr;

/// The subject of an object with the customer's own keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayloadOf {
    /// A person.
    Person,
    /// An event, a page or a screen.
    Event,
    /// A device.
    Device,
    /// An object, as the v2 API knows them: a company, an order.
    Object,
}

/// An object with keys of the customer's own, as far as it is seen.
#[derive(Clone, Debug)]
pub struct Payload {
    /// The number of the call that sends it, among those of the file.
    pub call: usize,
    /// The subject that it describes.
    pub about: PayloadOf,
    /// The object.
    pub argument: Argument,
    /// The fields in it.
    pub fields: Fields,
}

/// The objects that the calls of a file send, in the order of the calls. Of an argument that may be one of several
/// objects, each is reported.
pub fn payloads(eval: &Eval<'_>, calls: &[Call]) -> Vec<Payload> {
    let mut found = Vec::new();
    for (at, call) in calls.iter().enumerate() {
        let class = ClientClass::of(call.client);
        let Some(method) = call.method.as_deref().and_then(|name| class.method(name)) else { continue };
        let mut finder = Finder { eval, call: at, found: &mut found };
        // Before 3.0 the event of `trackAnonymous` came first: an object is in one of the two places only.
        for (place, shape) in method.arguments {
            let Some(argument) = call.argument(*place) else { continue };
            match shape {
                Shape::Attributes => finder.add(PayloadOf::Person, argument),
                // `identify(traits, options)`
                Shape::Traits if *place > 0 && call.argument(0).is_some_and(|first| is_object(eval, first)) => {}
                Shape::Traits => finder.add(PayloadOf::Person, argument),
                Shape::Properties => finder.add(PayloadOf::Event, argument),
                Shape::Payload if class == ClientClass::Snippet => finder.add(PayloadOf::Event, argument),
                Shape::Pipelines if *place == 0 => match method.name {
                    "identify" => finder.under(PayloadOf::Person, argument, "traits"),
                    "page" | "screen" | "track" => finder.under(PayloadOf::Event, argument, "properties"),
                    _ => {}
                },
                Shape::Device => finder.add(PayloadOf::Device, argument),
                Shape::Event => finder.under(PayloadOf::Event, argument, "data"),
                Shape::Operation => finder.operation(argument),
                Shape::Operations => {
                    argument.items(eval).into_iter().flat_map(|(items, _)| items).for_each(|it| finder.operation(&it));
                }
                _ => {}
            }
        }
    }
    found
}

fn is_object(eval: &Eval<'_>, argument: &Argument) -> bool {
    argument.fields(eval).is_some()
}

struct Finder<'f, 'e, 'a> {
    eval: &'e Eval<'a>,
    call: usize,
    found: &'f mut Vec<Payload>,
}

impl Finder<'_, '_, '_> {
    fn add(&mut self, about: PayloadOf, argument: &Argument) {
        for argument in argument.cases(self.eval) {
            // What is no object has no fields, and so has what is not known.
            let Some(fields) = argument.fields(self.eval) else { continue };
            self.found.push(Payload { call: self.call, about, argument, fields });
        }
    }

    fn under(&mut self, about: PayloadOf, argument: &Argument, key: &str) {
        for argument in argument.cases(self.eval) {
            let fields = argument.fields(self.eval);
            if let Some(field) = fields.as_ref().and_then(|fields| fields.get(key)) {
                self.add(about, &field.value);
            }
        }
    }

    /// `{ type, action, attributes, … }`
    fn operation(&mut self, operation: &Argument) {
        let Some(fields) = operation.fields(self.eval) else { return };
        let text = |key: &str| -> Option<SmolStr> {
            match &fields.get(key)?.value.value.kind {
                ValueKind::Str(text) => Some(text.clone()),
                _ => None,
            }
        };
        let (Some(ty), Some(action)) = (text("type"), text("action")) else { return };
        let about = match (ty.as_str(), action.as_str()) {
            ("person", "identify") => PayloadOf::Person,
            ("person", "event" | "page" | "screen") => PayloadOf::Event,
            ("object", "identify" | "identify_anonymous") => PayloadOf::Object,
            _ => return,
        };
        if let Some(field) = fields.get("attributes") {
            self.add(about, &field.value);
        }
    }
}
