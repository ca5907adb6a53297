//! The words that the tables of methods are written in: parameters that many methods share, and how a row is made.

use super::lists;
use super::{ClientClass, Endpoint, Method, PathRoot, Verb};
use crate::sdk::param::{Check, Keys, Param, ParamType};
use crate::sdk::{Shape, Versions};

/// Times in a list of messages.
pub(super) const WINDOW: Shape = Shape::Seconds(&["start_ts", "end_ts"]);
/// Times in metrics and exports. Elsewhere `start` is a cursor.
pub(super) const RANGE: Shape = Shape::Seconds(&["start", "end"]);
/// Times in lists of Design Studio.
pub(super) const STUDIO: Shape = Shape::Seconds(&["createdBefore", "createdAfter", "updatedBefore", "updatedAfter"]);
/// The time when a newsletter goes out.
pub(super) const SCHEDULE: Shape = Shape::Seconds(&["scheduled_at"]);

/// A method of `APIClient` that came with 5.1 or 5.2.
pub(super) const fn row(
    name: &'static str,
    verb: Verb,
    path: &'static str,
    parameters: &'static [Param],
    summary: &'static str,
) -> Method {
    app(name, verb, path, parameters, summary).versions(Versions::SINCE_5_2)
}

/// A method of `APIClient`.
pub(super) const fn app(
    name: &'static str,
    verb: Verb,
    path: &'static str,
    parameters: &'static [Param],
    summary: &'static str,
) -> Method {
    Method::new(name, ClientClass::App, parameters, Endpoint { verb, root: PathRoot::App, path }).says(summary)
}

/// The id of something, which must not be empty.
const fn id(name: &'static str, what: &'static str) -> Param {
    Param::new(name, ParamType::Id, what).checked(Check::NotEmpty)
}
/// Text that must not be empty.
pub(super) const fn text(name: &'static str, what: &'static str) -> Param {
    Param::new(name, ParamType::Text, what).checked(Check::NotEmpty)
}
/// An object with these keys, some of which must not be empty.
pub(super) const fn object(name: &'static str, keys: &'static Keys, needed: &'static [&'static str]) -> Param {
    Param::new(name, ParamType::Object(keys), "The fields to send").checked(Check::Object(needed))
}
/// A list that must not be empty.
pub(super) const fn list(name: &'static str, what: &'static str) -> Param {
    Param::new(name, ParamType::List, what).checked(Check::FilledList)
}
/// Options that may be left out.
pub(super) const fn options(keys: &'static Keys) -> Param {
    Param::new("options", ParamType::Object(keys), "The options of the request").optional()
}

pub(super) const ACTION: Param = id("actionId", "The action's id");
pub(super) const ASSET: Param = id("assetId", "The asset's id");
pub(super) const BROADCAST: Param = id("broadcastId", "The broadcast's id: the number in its address in the dashboard");
pub(super) const CAMPAIGN: Param = id("campaignId", "The campaign's id");
pub(super) const COLLECTION: Param = id("collectionId", "The collection's id");
pub(super) const COMPONENT: Param = id("componentId", "The component's id");
pub(super) const CONTENT: Param = id("contentId", "The content's id");
pub(super) const DATA: Param = Param::new("data", ParamType::Data, "The body of the request").optional();
pub(super) const DOMAIN: Param = text("domainName", "The sending domain");
pub(super) const EMAIL: Param = Param::new("email", ParamType::Email, "The address").checked(Check::NotEmpty);
pub(super) const EXPORT: Param = id("id", "The export's id");
pub(super) const FOLDER: Param = id("folderId", "The folder's id");
pub(super) const IMPORT: Param = id("importId", "The import's id");
pub(super) const LANGUAGE: Param = text("language", "The language: `en`, `de-CH`");
pub(super) const MESSAGE: Param = text("messageId", "The delivery's id: the message's header CIO-Delivery-ID");
pub(super) const NEWSLETTER: Param = id("newsletterId", "The newsletter's id");
pub(super) const OBJECT: Param = id("objectId", "The object's id");
pub(super) const OBJECT_TYPE: Param = id("objectTypeId", "The id of the object's type");
pub(super) const SEGMENT: Param = id("segmentId", "The segment's id");
pub(super) const SENDER: Param = id("senderId", "The sender's id");
pub(super) const SNIPPET_NAME: Param = text("name", "The snippet's name");
pub(super) const STUDIO_EMAIL: Param = id("emailId", "The email's id");
pub(super) const TEST_GROUP: Param = id("testGroupId", "The test group's id");
pub(super) const TRANSACTIONAL: Param = id("transactionalId", "The transactional message's id");
pub(super) const TRIGGER: Param = id("triggerId", "The trigger's id, from the answer of `triggerBroadcast`");
pub(super) const WEBHOOK: Param = id("webhookId", "The webhook's id");

pub(super) const CUSTOMER: Param =
    Param::new("customerId", ParamType::PersonId, "The identifier of the person").checked(Check::NotEmpty);
pub(super) const FILTER: Param = Param::new("filter", ParamType::Filter, "Which ones").checked(Check::Present);
pub(super) const ID_TYPE: Param =
    Param::new("idType", ParamType::IdentifierType, "The kind of that identifier").checked(Check::Member).optional();
pub(super) const IDS: Param =
    Param::new("ids", ParamType::Ids, "The people's ids, up to 100").checked(Check::FilledList);
pub(super) const JOURNEY: Param =
    Param::new("options", ParamType::Object(&lists::JOURNEY_METRICS_OPTIONS), "The range, and how fine")
        .checked(Check::Keys(&["start", "end", "res"]));
pub(super) const OBJECT_ID_TYPE: Param = Param::new("idType", ParamType::ObjectIdType, "The kind of that identifier")
    .checked(Check::MemberIfGiven)
    .optional();
pub(super) const ROWS: Param = Param::new("content", ParamType::List, "The rows").checked(Check::List);
pub(super) const SUPPRESSION_TYPE: Param = Param::new(
    "suppressionType",
    ParamType::OneOf(&["blocks", "bounces", "spam_reports", "invalid_emails"]),
    "Why the addresses are suppressed",
)
.checked(Check::NotEmpty);
