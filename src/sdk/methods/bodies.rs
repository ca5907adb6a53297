//! The bodies of the App API's changes. The SDK sends them as they are, save that of an asset.

use crate::sdk::Type;
use crate::sdk::param::{Keys, key, needed};

const SCOPE: Type = Type::OneOf(&["all", "only_existing", "only_new"]);

pub(super) static ASSET_FOLDER_INPUT: Keys =
    Keys::open("AssetFolderInput", &[needed("name", Type::Text), key("parent_folder_id", Type::Number)]);
pub(super) static ASSET_FOLDER_UPDATE: Keys =
    Keys::open("AssetFolderUpdate", &[key("name", Type::Text), key("parent_folder_id", Type::Id)]);
pub(super) static ASSET_UPDATE: Keys =
    Keys::open("AssetUpdate", &[key("name", Type::Text), key("parent_folder_id", Type::Id)]);
pub(super) static COLLECTION_INPUT: Keys =
    Keys::open("CollectionInput", &[needed("name", Type::Text), key("data", Type::List), key("url", Type::Text)]);
pub(super) static COLLECTION_UPDATE: Keys =
    Keys::open("CollectionUpdate", &[key("name", Type::Text), key("data", Type::List), key("url", Type::Text)]);
pub(super) static CREATE_ASSET_INPUT: Keys = Keys::closed(
    "CreateAssetInput",
    &[
        needed("data", Type::Bytes),
        needed("filename", Type::Text),
        key("contentType", Type::Text),
        key("name", Type::Text),
        key("parentFolderId", Type::Number),
    ],
);
pub(super) static DELIVERY_EXPORT_REQUEST_OPTIONS: Keys = Keys::open(
    "DeliveryExportRequestOptions",
    &[
        key("start", Type::Seconds),
        key("end", Type::Seconds),
        key("attributes", Type::List),
        key("metric", Type::Text),
        key("drafts", Type::Flag),
    ],
);
pub(super) static DESIGN_STUDIO_COMPONENT_INPUT: Keys = Keys::open(
    "DesignStudioComponentInput",
    &[
        needed("name", Type::Text),
        needed("tag", Type::Text),
        key("parent_folder_id", Type::Id),
        key("content", Type::Text),
    ],
);
pub(super) static DESIGN_STUDIO_COMPONENT_UPDATE: Keys = Keys::open(
    "DesignStudioComponentUpdate",
    &[key("name", Type::Text), key("tag", Type::Text), key("parent_folder_id", Type::Id), key("content", Type::Text)],
);
pub(super) static DESIGN_STUDIO_EMAIL_INPUT: Keys = Keys::open(
    "DesignStudioEmailInput",
    &[
        needed("name", Type::Text),
        key("parent_folder_id", Type::Id),
        key("is_template", Type::Flag),
        key("content", Type::Data),
        key("envelope", Type::Data),
        key("transformers", Type::Data),
    ],
);
pub(super) static DESIGN_STUDIO_EMAIL_TRANSLATION_INPUT: Keys = Keys::open(
    "DesignStudioEmailTranslationInput",
    &[
        needed("language", Type::Text),
        key("content", Type::Data),
        key("envelope", Type::Data),
        key("transformers", Type::Data),
    ],
);
pub(super) static DESIGN_STUDIO_EMAIL_TRANSLATION_UPDATE: Keys = Keys::open(
    "DesignStudioEmailTranslationUpdate",
    &[key("content", Type::Data), key("envelope", Type::Data), key("transformers", Type::Data)],
);
pub(super) static DESIGN_STUDIO_EMAIL_UPDATE: Keys = Keys::open(
    "DesignStudioEmailUpdate",
    &[
        key("name", Type::Text),
        key("parent_folder_id", Type::Id),
        key("is_template", Type::Flag),
        key("content", Type::Data),
        key("envelope", Type::Data),
        key("transformers", Type::Data),
    ],
);
pub(super) static DESIGN_STUDIO_FOLDER_INPUT: Keys =
    Keys::open("DesignStudioFolderInput", &[needed("name", Type::Text), key("parent_folder_id", Type::Id)]);
pub(super) static DESIGN_STUDIO_FOLDER_UPDATE: Keys =
    Keys::open("DesignStudioFolderUpdate", &[key("name", Type::Text), key("parent_folder_id", Type::Id)]);
pub(super) static IMPORT_INPUT: Keys = Keys::open(
    "ImportInput",
    &[
        needed("data_file_url", Type::Text),
        needed("type", Type::OneOf(&["people", "event", "object", "relationship"])),
        key("identifier", Type::IdentifierType),
        key("object_type_id", Type::Id),
        key("name", Type::Text),
        key("description", Type::Text),
        key("people_to_process", SCOPE),
        key("data_to_process", SCOPE),
    ],
);
pub(super) static REPORTING_WEBHOOK_INPUT: Keys = Keys::open(
    "ReportingWebhookInput",
    &[
        needed("endpoint", Type::Text),
        needed("events", Type::List),
        key("name", Type::Text),
        key("full_resolution", Type::Flag),
        key("with_content", Type::Flag),
        key("disabled", Type::Flag),
    ],
);
pub(super) static REPORTING_WEBHOOK_UPDATE: Keys = Keys::open(
    "ReportingWebhookUpdate",
    &[
        key("endpoint", Type::Text),
        key("events", Type::List),
        key("name", Type::Text),
        key("full_resolution", Type::Flag),
        key("with_content", Type::Flag),
        key("disabled", Type::Flag),
    ],
);
pub(super) static SEGMENT_INPUT: Keys =
    Keys::open("SegmentInput", &[needed("name", Type::Text), key("description", Type::Text)]);
pub(super) static SNIPPET_INPUT: Keys =
    Keys::open("SnippetInput", &[needed("name", Type::Text), needed("value", Type::Text)]);
