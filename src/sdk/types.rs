//! The types that the package exports: names that an import may use although they do not exist when the code runs.

use super::Versions;

const SINCE_5_0: Versions = Versions::since(5, 0, 0);
// Their names changed with 5.1 or 5.2.
const FILTERS: Versions = Versions::since(5, 0, 0).until(5, 2, 0);

/// The types of the root module, sorted by name.
pub static TYPES: &[(&str, Versions)] = &[
    ("AliasPayload", SINCE_5_0),
    ("AndFilter", FILTERS),
    ("AssetFolderInput", Versions::SINCE_5_2),
    ("AssetFolderUpdate", Versions::SINCE_5_2),
    ("AssetListOptions", Versions::SINCE_5_2),
    ("AssetUpdate", Versions::SINCE_5_2),
    ("AttributeCondition", Versions::SINCE_5_2),
    ("AttributeFilter", FILTERS),
    ("AudienceFilter", Versions::SINCE_5_2),
    ("BatchItem", SINCE_5_0),
    ("BatchOperation", SINCE_5_0),
    ("BroadcastMessagesOptions", Versions::SINCE_5_2),
    ("CampaignActionMetricsOptions", Versions::SINCE_5_2),
    ("CampaignMessagesOptions", Versions::SINCE_5_2),
    ("CampaignMetricsOptions", Versions::SINCE_5_2),
    ("CampaignMetricsVersion", Versions::SINCE_5_2),
    ("CollectionInput", Versions::SINCE_5_2),
    ("CollectionRow", Versions::SINCE_5_2),
    ("CollectionUpdate", Versions::SINCE_5_2),
    ("CreateAssetInput", Versions::SINCE_5_2),
    ("CustomerActivitiesOptions", Versions::SINCE_5_2),
    ("CustomerIOOptions", Versions::UNRELEASED),
    ("CustomerMessagesOptions", Versions::SINCE_5_2),
    ("CustomerSubscriptionPreferencesOptions", Versions::SINCE_5_2),
    ("DataIndexAttribute", Versions::SINCE_5_2),
    ("DataIndexEvent", Versions::SINCE_5_2),
    ("DeliveryExportRequestOptions", Versions::since(3, 4, 0)),
    ("DesignStudioComponentInput", Versions::SINCE_5_2),
    ("DesignStudioComponentUpdate", Versions::SINCE_5_2),
    ("DesignStudioEmailContent", Versions::SINCE_5_2),
    ("DesignStudioEmailEnvelope", Versions::SINCE_5_2),
    ("DesignStudioEmailFilter", Versions::SINCE_5_2),
    ("DesignStudioEmailInput", Versions::SINCE_5_2),
    ("DesignStudioEmailTranslationInput", Versions::SINCE_5_2),
    ("DesignStudioEmailTranslationUpdate", Versions::SINCE_5_2),
    ("DesignStudioEmailUpdate", Versions::SINCE_5_2),
    ("DesignStudioFolderInput", Versions::SINCE_5_2),
    ("DesignStudioFolderUpdate", Versions::SINCE_5_2),
    ("DesignStudioListOptions", Versions::SINCE_5_2),
    ("DesignStudioSortBy", Versions::SINCE_5_2),
    ("DomainSuppressionsOptions", Versions::SINCE_5_2),
    ("EmailMessage", SINCE_5_0),
    ("Filter", SINCE_5_0),
    ("FilterObject", FILTERS),
    ("GroupPayload", SINCE_5_0),
    ("Identifiers", SINCE_5_0),
    ("IdentifyPayload", SINCE_5_0),
    ("ImportInput", Versions::SINCE_5_2),
    ("ImportProcessScope", Versions::SINCE_5_2),
    ("ImportType", Versions::SINCE_5_2),
    ("InAppMessage", SINCE_5_0),
    ("InboxMessage", SINCE_5_0),
    ("JourneyMetricsOptions", Versions::SINCE_5_2),
    ("KeyCapability", Versions::UNRELEASED),
    ("LinkMetricsOptions", Versions::SINCE_5_2),
    ("ListActivitiesOptions", Versions::SINCE_5_2),
    ("ListDesignStudioComponentsOptions", Versions::SINCE_5_2),
    ("ListDesignStudioEmailsOptions", Versions::SINCE_5_2),
    ("ListNewslettersOptions", Versions::SINCE_5_2),
    ("MessageOptions", Versions::SINCE_5_2),
    ("MessagesOptions", Versions::SINCE_5_2),
    ("MetricRequestData", Versions::SINCE_5_2),
    ("MetricResolution", Versions::SINCE_5_2),
    ("MetricType", Versions::SINCE_5_2),
    ("MetricsOptions", Versions::SINCE_5_2),
    ("MetricsPeriod", Versions::SINCE_5_2),
    ("MetricsWindowOptions", Versions::SINCE_5_2),
    ("NewsletterChannelType", Versions::SINCE_5_2),
    ("NewsletterMessagesOptions", Versions::SINCE_5_2),
    ("NewsletterMetricsOptions", Versions::SINCE_5_2),
    ("NotFilter", FILTERS),
    ("ObjectAttributeCondition", Versions::SINCE_5_2),
    ("ObjectFilter", Versions::SINCE_5_2),
    ("ObjectIdType", Versions::SINCE_5_2),
    ("ObjectRelationshipsOptions", Versions::SINCE_5_2),
    ("OrFilter", FILTERS),
    ("PagePayload", SINCE_5_0),
    ("PaginationOptions", Versions::SINCE_5_2),
    ("PipelinesCommon", SINCE_5_0),
    ("PipelinesContext", SINCE_5_0),
    ("PipelinesDefaults", SINCE_5_0),
    ("PushMessage", SINCE_5_0),
    ("PushRequestData", Versions::SINCE_5_2),
    ("ReportingWebhookInput", Versions::SINCE_5_2),
    ("ReportingWebhookUpdate", Versions::SINCE_5_2),
    ("RequestDefaults", SINCE_5_0),
    ("ResponseLike", SINCE_5_0),
    ("RetryOptions", SINCE_5_0),
    ("SMSMessage", SINCE_5_0),
    ("ScreenPayload", SINCE_5_0),
    ("SegmentCondition", Versions::SINCE_5_2),
    ("SegmentFilter", FILTERS),
    ("SegmentInput", Versions::SINCE_5_2),
    ("SendEmailRequestOptions", SINCE_5_0),
    ("SendInAppRequestOptions", SINCE_5_0),
    ("SendInboxMessageRequestOptions", SINCE_5_0),
    ("SendPushRequestOptions", SINCE_5_0),
    ("SendSMSRequestOptions", SINCE_5_0),
    ("SendWhatsAppRequestOptions", Versions::SINCE_5_2),
    ("SenderIdentitiesOptions", Versions::SINCE_5_2),
    ("SnippetInput", Versions::SINCE_5_2),
    ("SortDirection", Versions::SINCE_5_2),
    ("SuppressionType", Versions::SINCE_5_2),
    ("SuppressionsOptions", Versions::SINCE_5_2),
    ("TrackPayload", SINCE_5_0),
    ("TransactionalDeliveriesOptions", Versions::SINCE_5_2),
    ("TransactionalLinkMetricsOptions", Versions::SINCE_5_2),
    ("TransactionalMetricsOptions", Versions::SINCE_5_2),
    ("VerifyRequestSignatureOptions", Versions::SINCE_5_2),
    ("WhatsAppMessage", Versions::SINCE_5_2),
];

/// The types that files inside the package export and the root does not in any version, sorted by name, with an
/// equivalent by exports of the root, or a type that contains it.
pub static INNER_TYPES: &[(&str, Option<&str>)] = &[
    ("BasicAuth", None),
    ("BearerAuth", None),
    ("Message", None),
    ("PipelinesIdentifier", None),
    ("RequestAuth", None),
    ("RequestData", Some(r#"Parameters<TrackClient["identify"]>[1]"#)),
    ("RequestHandlerOptions", None),
    ("SendEmailRequestOptionalOptions", Some("ConstructorParameters<typeof SendEmailRequest>[0]")),
    ("SendEmailRequestRequiredOptions", Some("ConstructorParameters<typeof SendEmailRequest>[0]")),
    ("SendEmailRequestWithTemplate", Some("ConstructorParameters<typeof SendEmailRequest>[0]")),
    ("SendEmailRequestWithoutTemplate", Some("ConstructorParameters<typeof SendEmailRequest>[0]")),
    ("SendInAppRequestOptionalOptions", Some("ConstructorParameters<typeof SendInAppRequest>[0]")),
    ("SendInAppRequestRequiredOptions", Some("ConstructorParameters<typeof SendInAppRequest>[0]")),
    ("SendInboxMessageRequestOptionalOptions", Some("ConstructorParameters<typeof SendInboxMessageRequest>[0]")),
    ("SendInboxMessageRequestRequiredOptions", Some("ConstructorParameters<typeof SendInboxMessageRequest>[0]")),
    ("SendPushCustomPayload", None),
    ("SendPushRequestOptionalOptions", Some("ConstructorParameters<typeof SendPushRequest>[0]")),
    ("SendPushRequestRequiredOptions", Some("ConstructorParameters<typeof SendPushRequest>[0]")),
    ("SendPushRequestWithCustomPayload", Some("ConstructorParameters<typeof SendPushRequest>[0]")),
    ("SendPushRequestWithoutCustomPayload", Some("ConstructorParameters<typeof SendPushRequest>[0]")),
    ("SendSMSRequestOptionalOptions", Some("ConstructorParameters<typeof SendSMSRequest>[0]")),
    ("SendSMSRequestRequiredOptions", Some("ConstructorParameters<typeof SendSMSRequest>[0]")),
    ("SendWhatsAppRequestOptionalOptions", Some("ConstructorParameters<typeof SendWhatsAppRequest>[0]")),
    ("SendWhatsAppRequestRequiredOptions", Some("ConstructorParameters<typeof SendWhatsAppRequest>[0]")),
];

/// Returns whether a name is one of the package's types: nothing of it exists when the code runs.
pub fn is_type(name: &str) -> bool {
    versions(name).is_some() || inner(name).is_some()
}

/// Returns an equivalent of a type by exports of the root.
pub fn by_exports(name: &str) -> Option<&'static str> {
    inner(name).and_then(|at| INNER_TYPES[at].1)
}

fn inner(name: &str) -> Option<usize> {
    INNER_TYPES.binary_search_by(|(known, _)| (*known).cmp(name)).ok()
}

/// The versions that export a type with this name; `None` for no type of any version.
pub fn versions(name: &str) -> Option<Versions> {
    TYPES.binary_search_by(|(known, _)| (*known).cmp(name)).ok().map(|at| TYPES[at].1)
}
