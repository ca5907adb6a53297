//! The things of the account that calls name by their ids: broadcasts, campaigns, newsletters, segments and messages.

use crate::model::{Argument, Call, Model};
use crate::sdk::{ClientClass, ParamType};

/// The maximum depth to which filters inside one another are looked into.
const MOST_DEEP: u32 = 16;

/// A kind of thing that has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbered {
    /// A broadcast.
    Broadcast,
    /// A campaign.
    Campaign,
    /// A transactional message.
    Message,
    /// A newsletter.
    Newsletter,
    /// A segment.
    Segment,
}

impl Numbered {
    /// The kind of thing that a parameter names, by the parameter's name in the SDK.
    fn of_parameter(name: &str) -> Option<Self> {
        match name {
            "broadcastId" => Some(Self::Broadcast),
            "campaignId" => Some(Self::Campaign),
            "newsletterId" => Some(Self::Newsletter),
            "segmentId" => Some(Self::Segment),
            "transactionalId" => Some(Self::Message),
            _ => None,
        }
    }
}

/// A thing that a call names by its id.
#[derive(Clone, Debug)]
pub struct NamedById {
    /// The kind of thing.
    pub kind: Numbered,
    /// The id.
    pub id: Argument,
    /// True when nothing may be in its place.
    pub is_certain: bool,
}

/// The things that a call names by their ids.
pub fn named_by_id(model: &Model<'_>, call: &Call) -> Vec<NamedById> {
    let mut found = Vec::new();
    let method = call.method.as_deref().and_then(|name| ClientClass::of(call.client).method(name));
    for (at, parameter) in method.iter().flat_map(|method| method.parameters.newest()).enumerate() {
        let Some(argument) = call.argument(at) else { continue };
        match parameter.ty {
            ParamType::Recipients | ParamType::Filter => segments(model, argument, true, 0, &mut found),
            _ => found.extend(Numbered::of_parameter(parameter.name).map(|kind| NamedById {
                kind,
                id: argument.clone(),
                is_certain: true,
            })),
        }
    }
    found
}

/// Collects the segments in a filter over people: `{ and: [{ segment: { id: 7 } }] }`.
fn segments(model: &Model<'_>, filter: &Argument, is_certain: bool, deep: u32, found: &mut Vec<NamedById>) {
    if deep > MOST_DEEP {
        return model.stops_at(filter, true);
    }
    for case in model.cases(filter) {
        for field in model.fields(&case).unwrap_or_default().list {
            let is_certain = is_certain && !field.uncertain;
            match field.key.as_str() {
                "and" | "or" => {
                    for item in model.items(&field.value).map(|(items, _)| items).unwrap_or_default() {
                        segments(model, &item, is_certain, deep + 1, found);
                    }
                }
                "not" => segments(model, &field.value, is_certain, deep + 1, found),
                "segment" => {
                    let id = model.fields(&field.value).and_then(|fields| fields.get("id").cloned());
                    found.extend(id.map(|id| NamedById {
                        kind: Numbered::Segment,
                        is_certain: is_certain && !id.uncertain,
                        id: id.value,
                    }));
                }
                _ => {}
            }
        }
    }
}
