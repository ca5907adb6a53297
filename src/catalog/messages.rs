//! Transactional messages that requests name.

use super::data;
use super::ids;
use super::kind::Kind;
use super::usage::{By, NameUse};
use super::written;
use crate::model::Model;

/// Finds the messages that the requests of a file name, and the data that they give them.
pub(super) fn find(model: &Model<'_>, found: &mut Vec<NameUse>) {
    let passed = model.requests().passed();
    for request in model.requests().made().iter().chain(&passed) {
        let Some(mut fields) = request.options.as_ref().and_then(|options| model.fields(options)) else { continue };
        fields.open |= request.is_changed;
        let Some(id) = fields.get("transactional_message_id") else { continue };
        for case in model.cases(&id.value) {
            let Some(name) = ids::name(model, &case) else { continue };
            found.push(NameUse {
                kind: Kind::Message,
                name,
                at: case.range.unwrap_or(request.class_range),
                written: written::of_value(model, &case),
                origin: model.origin(&case),
                by: By::request(request),
                data: Some(data::under(model, &fields, "message_data")),
            });
        }
    }
}
