//! The options of the App API's lists and metrics. The SDK builds the query from these keys and drops every other.

use crate::sdk::Type;
use crate::sdk::param::{Keys, key, needed};

const PERIOD: Type = Type::OneOf(&["hours", "days", "weeks", "months"]);
const METRIC_TYPE: Type = Type::OneOf(&["email", "webhook", "twilio", "whatsapp", "slack", "push", "in_app"]);
const NEWSLETTER_TYPE: Type = Type::OneOf(&["email", "webhook", "twilio", "push", "in_app", "inbox"]);
const RESOLUTION: Type = Type::OneOf(&["hours", "hourly", "days", "daily", "weeks", "weekly", "months", "monthly"]);
const DIRECTION: Type = Type::OneOf(&["asc", "desc"]);
const FILTER: Type = Type::OneOf(&["true", "false", "any"]);

pub(super) static ASSET_LIST_OPTIONS: Keys = Keys::closed(
    "AssetListOptions",
    &[
        key("parentFolderId", Type::Number),
        key("directDescendantsOnly", Type::Flag),
        key("page", Type::Number),
        key("limit", Type::Number),
    ],
);
pub(super) static BROADCAST_MESSAGES_OPTIONS: Keys = Keys::closed(
    "BroadcastMessagesOptions",
    &[
        key("start", Type::Cursor),
        key("limit", Type::Number),
        key("metric", Type::Text),
        key("type", METRIC_TYPE),
        key("start_ts", Type::Seconds),
        key("end_ts", Type::Seconds),
        key("get_tracked_responses", Type::Flag),
    ],
);
pub(super) static CAMPAIGN_ACTION_METRICS_OPTIONS: Keys = Keys::closed(
    "CampaignActionMetricsOptions",
    &[
        key("period", PERIOD),
        key("steps", Type::Number),
        key("version", Type::OneOf(&["1", "2"])),
        key("res", RESOLUTION),
        key("tz", Type::Text),
        key("start", Type::Seconds),
        key("end", Type::Seconds),
    ],
);
pub(super) static CAMPAIGN_MESSAGES_OPTIONS: Keys = Keys::closed(
    "CampaignMessagesOptions",
    &[
        key("start", Type::Cursor),
        key("limit", Type::Number),
        key("type", METRIC_TYPE),
        key("metric", Type::Text),
        key("drafts", Type::Flag),
        key("start_ts", Type::Seconds),
        key("end_ts", Type::Seconds),
        key("get_tracked_responses", Type::Flag),
    ],
);
pub(super) static CAMPAIGN_METRICS_OPTIONS: Keys = Keys::closed(
    "CampaignMetricsOptions",
    &[
        key("period", PERIOD),
        key("steps", Type::Number),
        key("version", Type::OneOf(&["1", "2"])),
        key("type", METRIC_TYPE),
        key("res", RESOLUTION),
        key("tz", Type::Text),
        key("start", Type::Seconds),
        key("end", Type::Seconds),
    ],
);
pub(super) static CUSTOMER_ACTIVITIES_OPTIONS: Keys = Keys::closed(
    "CustomerActivitiesOptions",
    &[
        key("start", Type::Cursor),
        key("limit", Type::Number),
        key("idType", Type::IdentifierType),
        key("type", Type::Text),
        key("name", Type::Text),
    ],
);
pub(super) static CUSTOMER_MESSAGES_OPTIONS: Keys = Keys::closed(
    "CustomerMessagesOptions",
    &[
        key("start", Type::Cursor),
        key("limit", Type::Number),
        key("idType", Type::IdentifierType),
        key("start_ts", Type::Seconds),
        key("end_ts", Type::Seconds),
    ],
);
pub(super) static CUSTOMER_SUBSCRIPTION_PREFERENCES_OPTIONS: Keys = Keys::closed(
    "CustomerSubscriptionPreferencesOptions",
    &[key("idType", Type::IdentifierType), key("language", Type::Text)],
);
pub(super) static DESIGN_STUDIO_LIST_OPTIONS: Keys = Keys::closed(
    "DesignStudioListOptions",
    &[
        key("parentFolderId", Type::Text),
        key("directDescendantsOnly", Type::Flag),
        key("sortBy", Type::OneOf(&["created", "updated", "name"])),
        key("sortOrder", DIRECTION),
        key("createdBefore", Type::Seconds),
        key("createdAfter", Type::Seconds),
        key("updatedBefore", Type::Seconds),
        key("updatedAfter", Type::Seconds),
        key("page", Type::Number),
        key("limit", Type::Number),
    ],
);
pub(super) static DOMAIN_SUPPRESSIONS_OPTIONS: Keys = Keys::closed(
    "DomainSuppressionsOptions",
    &[key("limit", Type::Number), key("email", Type::Email), key("start", Type::Cursor)],
);
pub(super) static JOURNEY_METRICS_OPTIONS: Keys = Keys::closed(
    "JourneyMetricsOptions",
    &[needed("start", Type::Seconds), needed("end", Type::Seconds), needed("res", RESOLUTION)],
);
pub(super) static LINK_METRICS_OPTIONS: Keys =
    Keys::closed("LinkMetricsOptions", &[key("period", PERIOD), key("steps", Type::Number), key("unique", Type::Flag)]);
pub(super) static LIST_ACTIVITIES_OPTIONS: Keys = Keys::closed(
    "ListActivitiesOptions",
    &[
        key("start", Type::Cursor),
        key("limit", Type::Number),
        key("type", Type::Text),
        key("name", Type::Text),
        key("deleted", Type::Flag),
        key("customerId", Type::PersonId),
        key("idType", Type::IdentifierType),
    ],
);
pub(super) static LIST_DESIGN_STUDIO_COMPONENTS_OPTIONS: Keys = Keys::closed(
    "ListDesignStudioComponentsOptions",
    &[
        key("parentFolderId", Type::Text),
        key("directDescendantsOnly", Type::Flag),
        key("sortBy", Type::OneOf(&["created", "updated", "name"])),
        key("sortOrder", DIRECTION),
        key("createdBefore", Type::Seconds),
        key("createdAfter", Type::Seconds),
        key("updatedBefore", Type::Seconds),
        key("updatedAfter", Type::Seconds),
        key("page", Type::Number),
        key("limit", Type::Number),
        key("tag", Type::Text),
    ],
);
pub(super) static LIST_DESIGN_STUDIO_EMAILS_OPTIONS: Keys = Keys::closed(
    "ListDesignStudioEmailsOptions",
    &[
        key("parentFolderId", Type::Text),
        key("directDescendantsOnly", Type::Flag),
        key("sortBy", Type::OneOf(&["created", "updated", "name"])),
        key("sortOrder", DIRECTION),
        key("createdBefore", Type::Seconds),
        key("createdAfter", Type::Seconds),
        key("updatedBefore", Type::Seconds),
        key("updatedAfter", Type::Seconds),
        key("page", Type::Number),
        key("limit", Type::Number),
        key("isTemplate", FILTER),
        key("hasTranslations", FILTER),
        key("isLinked", FILTER),
    ],
);
pub(super) static LIST_NEWSLETTERS_OPTIONS: Keys = Keys::closed(
    "ListNewslettersOptions",
    &[key("start", Type::Cursor), key("limit", Type::Number), key("sort", DIRECTION)],
);
pub(super) static MESSAGE_OPTIONS: Keys = Keys::closed(
    "MessageOptions",
    &[key("archived_message", Type::Flag), key("associations", Type::Flag), key("get_tracked_responses", Type::Flag)],
);
pub(super) static MESSAGES_OPTIONS: Keys = Keys::closed(
    "MessagesOptions",
    &[
        key("start", Type::Cursor),
        key("limit", Type::Number),
        key("drafts", Type::Flag),
        key("metric", Type::Text),
        key("type", METRIC_TYPE),
        key("campaign_id", Type::Id),
        key("action_id", Type::Id),
        key("newsletter_id", Type::Id),
        key("transactional_id", Type::Id),
        key("trigger_id", Type::Id),
        key("template_id", Type::Id),
        key("content_id", Type::Id),
        key("start_ts", Type::Seconds),
        key("end_ts", Type::Seconds),
        key("associations", Type::Flag),
        key("get_tracked_responses", Type::Flag),
    ],
);
pub(super) static METRICS_OPTIONS: Keys =
    Keys::closed("MetricsOptions", &[key("period", PERIOD), key("steps", Type::Number), key("type", METRIC_TYPE)]);
pub(super) static METRICS_WINDOW_OPTIONS: Keys =
    Keys::closed("MetricsWindowOptions", &[key("period", PERIOD), key("steps", Type::Number)]);
pub(super) static NEWSLETTER_MESSAGES_OPTIONS: Keys = Keys::closed(
    "NewsletterMessagesOptions",
    &[
        key("start", Type::Cursor),
        key("limit", Type::Number),
        key("metric", Type::Text),
        key("type", NEWSLETTER_TYPE),
        key("start_ts", Type::Seconds),
        key("end_ts", Type::Seconds),
        key("get_tracked_responses", Type::Flag),
    ],
);
pub(super) static NEWSLETTER_METRICS_OPTIONS: Keys =
    Keys::closed("NewsletterMetricsOptions", &[key("period", PERIOD), key("steps", Type::Number)]);
pub(super) static OBJECT_RELATIONSHIPS_OPTIONS: Keys = Keys::closed(
    "ObjectRelationshipsOptions",
    &[key("start", Type::Cursor), key("limit", Type::Number), key("idType", Type::ObjectIdType)],
);
pub(super) static PAGINATION_OPTIONS: Keys =
    Keys::closed("PaginationOptions", &[key("start", Type::Cursor), key("limit", Type::Number)]);
pub(super) static SENDER_IDENTITIES_OPTIONS: Keys = Keys::closed(
    "SenderIdentitiesOptions",
    &[key("start", Type::Cursor), key("limit", Type::Number), key("sort", DIRECTION), key("hidden", Type::Flag)],
);
pub(super) static SUPPRESSIONS_OPTIONS: Keys = Keys::closed(
    "SuppressionsOptions",
    &[key("limit", Type::Number), key("offset", Type::Number), key("email", Type::Email), key("domain", Type::Text)],
);
pub(super) static TRANSACTIONAL_DELIVERIES_OPTIONS: Keys = Keys::closed(
    "TransactionalDeliveriesOptions",
    &[
        key("start", Type::Cursor),
        key("limit", Type::Number),
        key("metric", Type::Text),
        key("start_ts", Type::Seconds),
        key("end_ts", Type::Seconds),
        key("get_tracked_responses", Type::Flag),
    ],
);
pub(super) static TRANSACTIONAL_LINK_METRICS_OPTIONS: Keys = Keys::closed(
    "TransactionalLinkMetricsOptions",
    &[key("period", PERIOD), key("steps", Type::Number), key("unique", Type::Flag)],
);
pub(super) static TRANSACTIONAL_METRICS_OPTIONS: Keys =
    Keys::closed("TransactionalMetricsOptions", &[key("period", PERIOD), key("steps", Type::Number)]);
/// `getCampaignActions` pages without a limit.
pub(super) static START_OPTIONS: Keys = Keys::closed("{ start?: string }", &[key("start", Type::Cursor)]);
