//! The options of the App API's lists and metrics. The SDK builds the query from these keys and drops every other.

use crate::sdk::ParamType;
use crate::sdk::param::{Keys, key, needed};

const PERIOD: ParamType = ParamType::OneOf(&["hours", "days", "weeks", "months"]);
const METRIC_TYPE: ParamType = ParamType::OneOf(&["email", "webhook", "twilio", "whatsapp", "slack", "push", "in_app"]);
const NEWSLETTER_TYPE: ParamType = ParamType::OneOf(&["email", "webhook", "twilio", "push", "in_app", "inbox"]);
const RESOLUTION: ParamType =
    ParamType::OneOf(&["hours", "hourly", "days", "daily", "weeks", "weekly", "months", "monthly"]);
const DIRECTION: ParamType = ParamType::OneOf(&["asc", "desc"]);
const FILTER: ParamType = ParamType::OneOf(&["true", "false", "any"]);

pub(super) static ASSET_LIST_OPTIONS: Keys = Keys::closed(
    "AssetListOptions",
    &[
        key("parentFolderId", ParamType::Number),
        key("directDescendantsOnly", ParamType::Flag),
        key("page", ParamType::Number),
        key("limit", ParamType::Number),
    ],
);
pub(super) static BROADCAST_MESSAGES_OPTIONS: Keys = Keys::closed(
    "BroadcastMessagesOptions",
    &[
        key("start", ParamType::Cursor),
        key("limit", ParamType::Number),
        key("metric", ParamType::Text),
        key("type", METRIC_TYPE),
        key("start_ts", ParamType::Seconds),
        key("end_ts", ParamType::Seconds),
        key("get_tracked_responses", ParamType::Flag),
    ],
);
pub(super) static CAMPAIGN_ACTION_METRICS_OPTIONS: Keys = Keys::closed(
    "CampaignActionMetricsOptions",
    &[
        key("period", PERIOD),
        key("steps", ParamType::Number),
        key("version", ParamType::OneOf(&["1", "2"])),
        key("res", RESOLUTION),
        key("tz", ParamType::Text),
        key("start", ParamType::Seconds),
        key("end", ParamType::Seconds),
    ],
);
pub(super) static CAMPAIGN_MESSAGES_OPTIONS: Keys = Keys::closed(
    "CampaignMessagesOptions",
    &[
        key("start", ParamType::Cursor),
        key("limit", ParamType::Number),
        key("type", METRIC_TYPE),
        key("metric", ParamType::Text),
        key("drafts", ParamType::Flag),
        key("start_ts", ParamType::Seconds),
        key("end_ts", ParamType::Seconds),
        key("get_tracked_responses", ParamType::Flag),
    ],
);
pub(super) static CAMPAIGN_METRICS_OPTIONS: Keys = Keys::closed(
    "CampaignMetricsOptions",
    &[
        key("period", PERIOD),
        key("steps", ParamType::Number),
        key("version", ParamType::OneOf(&["1", "2"])),
        key("type", METRIC_TYPE),
        key("res", RESOLUTION),
        key("tz", ParamType::Text),
        key("start", ParamType::Seconds),
        key("end", ParamType::Seconds),
    ],
);
pub(super) static CUSTOMER_ACTIVITIES_OPTIONS: Keys = Keys::closed(
    "CustomerActivitiesOptions",
    &[
        key("start", ParamType::Cursor),
        key("limit", ParamType::Number),
        key("idType", ParamType::IdentifierType),
        key("type", ParamType::Text),
        key("name", ParamType::Text),
    ],
);
pub(super) static CUSTOMER_MESSAGES_OPTIONS: Keys = Keys::closed(
    "CustomerMessagesOptions",
    &[
        key("start", ParamType::Cursor),
        key("limit", ParamType::Number),
        key("idType", ParamType::IdentifierType),
        key("start_ts", ParamType::Seconds),
        key("end_ts", ParamType::Seconds),
    ],
);
pub(super) static CUSTOMER_SUBSCRIPTION_PREFERENCES_OPTIONS: Keys = Keys::closed(
    "CustomerSubscriptionPreferencesOptions",
    &[key("idType", ParamType::IdentifierType), key("language", ParamType::Text)],
);
pub(super) static DESIGN_STUDIO_LIST_OPTIONS: Keys = Keys::closed(
    "DesignStudioListOptions",
    &[
        key("parentFolderId", ParamType::Text),
        key("directDescendantsOnly", ParamType::Flag),
        key("sortBy", ParamType::OneOf(&["created", "updated", "name"])),
        key("sortOrder", DIRECTION),
        key("createdBefore", ParamType::Seconds),
        key("createdAfter", ParamType::Seconds),
        key("updatedBefore", ParamType::Seconds),
        key("updatedAfter", ParamType::Seconds),
        key("page", ParamType::Number),
        key("limit", ParamType::Number),
    ],
);
pub(super) static DOMAIN_SUPPRESSIONS_OPTIONS: Keys = Keys::closed(
    "DomainSuppressionsOptions",
    &[key("limit", ParamType::Number), key("email", ParamType::Email), key("start", ParamType::Cursor)],
);
pub(super) static JOURNEY_METRICS_OPTIONS: Keys = Keys::closed(
    "JourneyMetricsOptions",
    &[needed("start", ParamType::Seconds), needed("end", ParamType::Seconds), needed("res", RESOLUTION)],
);
pub(super) static LINK_METRICS_OPTIONS: Keys = Keys::closed(
    "LinkMetricsOptions",
    &[key("period", PERIOD), key("steps", ParamType::Number), key("unique", ParamType::Flag)],
);
pub(super) static LIST_ACTIVITIES_OPTIONS: Keys = Keys::closed(
    "ListActivitiesOptions",
    &[
        key("start", ParamType::Cursor),
        key("limit", ParamType::Number),
        key("type", ParamType::Text),
        key("name", ParamType::Text),
        key("deleted", ParamType::Flag),
        key("customerId", ParamType::PersonId),
        key("idType", ParamType::IdentifierType),
    ],
);
pub(super) static LIST_DESIGN_STUDIO_COMPONENTS_OPTIONS: Keys = Keys::closed(
    "ListDesignStudioComponentsOptions",
    &[
        key("parentFolderId", ParamType::Text),
        key("directDescendantsOnly", ParamType::Flag),
        key("sortBy", ParamType::OneOf(&["created", "updated", "name"])),
        key("sortOrder", DIRECTION),
        key("createdBefore", ParamType::Seconds),
        key("createdAfter", ParamType::Seconds),
        key("updatedBefore", ParamType::Seconds),
        key("updatedAfter", ParamType::Seconds),
        key("page", ParamType::Number),
        key("limit", ParamType::Number),
        key("tag", ParamType::Text),
    ],
);
pub(super) static LIST_DESIGN_STUDIO_EMAILS_OPTIONS: Keys = Keys::closed(
    "ListDesignStudioEmailsOptions",
    &[
        key("parentFolderId", ParamType::Text),
        key("directDescendantsOnly", ParamType::Flag),
        key("sortBy", ParamType::OneOf(&["created", "updated", "name"])),
        key("sortOrder", DIRECTION),
        key("createdBefore", ParamType::Seconds),
        key("createdAfter", ParamType::Seconds),
        key("updatedBefore", ParamType::Seconds),
        key("updatedAfter", ParamType::Seconds),
        key("page", ParamType::Number),
        key("limit", ParamType::Number),
        key("isTemplate", FILTER),
        key("hasTranslations", FILTER),
        key("isLinked", FILTER),
    ],
);
pub(super) static LIST_NEWSLETTERS_OPTIONS: Keys = Keys::closed(
    "ListNewslettersOptions",
    &[key("start", ParamType::Cursor), key("limit", ParamType::Number), key("sort", DIRECTION)],
);
pub(super) static MESSAGE_OPTIONS: Keys = Keys::closed(
    "MessageOptions",
    &[
        key("archived_message", ParamType::Flag),
        key("associations", ParamType::Flag),
        key("get_tracked_responses", ParamType::Flag),
    ],
);
pub(super) static MESSAGES_OPTIONS: Keys = Keys::closed(
    "MessagesOptions",
    &[
        key("start", ParamType::Cursor),
        key("limit", ParamType::Number),
        key("drafts", ParamType::Flag),
        key("metric", ParamType::Text),
        key("type", METRIC_TYPE),
        key("campaign_id", ParamType::Id),
        key("action_id", ParamType::Id),
        key("newsletter_id", ParamType::Id),
        key("transactional_id", ParamType::Id),
        key("trigger_id", ParamType::Id),
        key("template_id", ParamType::Id),
        key("content_id", ParamType::Id),
        key("start_ts", ParamType::Seconds),
        key("end_ts", ParamType::Seconds),
        key("associations", ParamType::Flag),
        key("get_tracked_responses", ParamType::Flag),
    ],
);
pub(super) static METRICS_OPTIONS: Keys =
    Keys::closed("MetricsOptions", &[key("period", PERIOD), key("steps", ParamType::Number), key("type", METRIC_TYPE)]);
pub(super) static METRICS_WINDOW_OPTIONS: Keys =
    Keys::closed("MetricsWindowOptions", &[key("period", PERIOD), key("steps", ParamType::Number)]);
pub(super) static NEWSLETTER_MESSAGES_OPTIONS: Keys = Keys::closed(
    "NewsletterMessagesOptions",
    &[
        key("start", ParamType::Cursor),
        key("limit", ParamType::Number),
        key("metric", ParamType::Text),
        key("type", NEWSLETTER_TYPE),
        key("start_ts", ParamType::Seconds),
        key("end_ts", ParamType::Seconds),
        key("get_tracked_responses", ParamType::Flag),
    ],
);
pub(super) static NEWSLETTER_METRICS_OPTIONS: Keys =
    Keys::closed("NewsletterMetricsOptions", &[key("period", PERIOD), key("steps", ParamType::Number)]);
pub(super) static OBJECT_RELATIONSHIPS_OPTIONS: Keys = Keys::closed(
    "ObjectRelationshipsOptions",
    &[key("start", ParamType::Cursor), key("limit", ParamType::Number), key("idType", ParamType::ObjectIdType)],
);
pub(super) static PAGINATION_OPTIONS: Keys =
    Keys::closed("PaginationOptions", &[key("start", ParamType::Cursor), key("limit", ParamType::Number)]);
pub(super) static SENDER_IDENTITIES_OPTIONS: Keys = Keys::closed(
    "SenderIdentitiesOptions",
    &[
        key("start", ParamType::Cursor),
        key("limit", ParamType::Number),
        key("sort", DIRECTION),
        key("hidden", ParamType::Flag),
    ],
);
pub(super) static SUPPRESSIONS_OPTIONS: Keys = Keys::closed(
    "SuppressionsOptions",
    &[
        key("limit", ParamType::Number),
        key("offset", ParamType::Number),
        key("email", ParamType::Email),
        key("domain", ParamType::Text),
    ],
);
pub(super) static TRANSACTIONAL_DELIVERIES_OPTIONS: Keys = Keys::closed(
    "TransactionalDeliveriesOptions",
    &[
        key("start", ParamType::Cursor),
        key("limit", ParamType::Number),
        key("metric", ParamType::Text),
        key("start_ts", ParamType::Seconds),
        key("end_ts", ParamType::Seconds),
        key("get_tracked_responses", ParamType::Flag),
    ],
);
pub(super) static TRANSACTIONAL_LINK_METRICS_OPTIONS: Keys = Keys::closed(
    "TransactionalLinkMetricsOptions",
    &[key("period", PERIOD), key("steps", ParamType::Number), key("unique", ParamType::Flag)],
);
pub(super) static TRANSACTIONAL_METRICS_OPTIONS: Keys =
    Keys::closed("TransactionalMetricsOptions", &[key("period", PERIOD), key("steps", ParamType::Number)]);
/// `getCampaignActions` pages without a limit.
pub(super) static START_OPTIONS: Keys = Keys::closed("{ start?: string }", &[key("start", ParamType::Cursor)]);
