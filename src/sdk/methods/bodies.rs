//! The bodies of the App API's changes. The SDK sends them as they are, save that of an asset.

use crate::sdk::ParamType;
use crate::sdk::param::{Keys, key, needed};

const SCOPE: ParamType = ParamType::OneOf(&["all", "only_existing", "only_new"]);

pub(super) static ASSET_FOLDER_INPUT: Keys =
    Keys::open("AssetFolderInput", &[needed("name", ParamType::Text), key("parent_folder_id", ParamType::Number)]);
pub(super) static ASSET_FOLDER_UPDATE: Keys =
    Keys::open("AssetFolderUpdate", &[key("name", ParamType::Text), key("parent_folder_id", ParamType::Id)]);
pub(super) static ASSET_UPDATE: Keys =
    Keys::open("AssetUpdate", &[key("name", ParamType::Text), key("parent_folder_id", ParamType::Id)]);
pub(super) static COLLECTION_INPUT: Keys = Keys::open(
    "CollectionInput",
    &[needed("name", ParamType::Text), key("data", ParamType::List), key("url", ParamType::Text)],
);
pub(super) static COLLECTION_UPDATE: Keys = Keys::open(
    "CollectionUpdate",
    &[key("name", ParamType::Text), key("data", ParamType::List), key("url", ParamType::Text)],
);
pub(super) static CREATE_ASSET_INPUT: Keys = Keys::closed(
    "CreateAssetInput",
    &[
        needed("data", ParamType::Bytes),
        needed("filename", ParamType::Text),
        key("contentType", ParamType::Text),
        key("name", ParamType::Text),
        key("parentFolderId", ParamType::Number),
    ],
);
pub(super) static DELIVERY_EXPORT_REQUEST_OPTIONS: Keys = Keys::open(
    "DeliveryExportRequestOptions",
    &[
        key("start", ParamType::Seconds),
        key("end", ParamType::Seconds),
        key("attributes", ParamType::List),
        key("metric", ParamType::Text),
        key("drafts", ParamType::Flag),
    ],
);
pub(super) static DESIGN_STUDIO_COMPONENT_INPUT: Keys = Keys::open(
    "DesignStudioComponentInput",
    &[
        needed("name", ParamType::Text),
        needed("tag", ParamType::Text),
        key("parent_folder_id", ParamType::Id),
        key("content", ParamType::Text),
    ],
);
pub(super) static DESIGN_STUDIO_COMPONENT_UPDATE: Keys = Keys::open(
    "DesignStudioComponentUpdate",
    &[
        key("name", ParamType::Text),
        key("tag", ParamType::Text),
        key("parent_folder_id", ParamType::Id),
        key("content", ParamType::Text),
    ],
);
pub(super) static DESIGN_STUDIO_EMAIL_INPUT: Keys = Keys::open(
    "DesignStudioEmailInput",
    &[
        needed("name", ParamType::Text),
        key("parent_folder_id", ParamType::Id),
        key("is_template", ParamType::Flag),
        key("content", ParamType::Data),
        key("envelope", ParamType::Data),
        key("transformers", ParamType::Data),
    ],
);
pub(super) static DESIGN_STUDIO_EMAIL_TRANSLATION_INPUT: Keys = Keys::open(
    "DesignStudioEmailTranslationInput",
    &[
        needed("language", ParamType::Text),
        key("content", ParamType::Data),
        key("envelope", ParamType::Data),
        key("transformers", ParamType::Data),
    ],
);
pub(super) static DESIGN_STUDIO_EMAIL_TRANSLATION_UPDATE: Keys = Keys::open(
    "DesignStudioEmailTranslationUpdate",
    &[key("content", ParamType::Data), key("envelope", ParamType::Data), key("transformers", ParamType::Data)],
);
pub(super) static DESIGN_STUDIO_EMAIL_UPDATE: Keys = Keys::open(
    "DesignStudioEmailUpdate",
    &[
        key("name", ParamType::Text),
        key("parent_folder_id", ParamType::Id),
        key("is_template", ParamType::Flag),
        key("content", ParamType::Data),
        key("envelope", ParamType::Data),
        key("transformers", ParamType::Data),
    ],
);
pub(super) static DESIGN_STUDIO_FOLDER_INPUT: Keys =
    Keys::open("DesignStudioFolderInput", &[needed("name", ParamType::Text), key("parent_folder_id", ParamType::Id)]);
pub(super) static DESIGN_STUDIO_FOLDER_UPDATE: Keys =
    Keys::open("DesignStudioFolderUpdate", &[key("name", ParamType::Text), key("parent_folder_id", ParamType::Id)]);
pub(super) static IMPORT_INPUT: Keys = Keys::open(
    "ImportInput",
    &[
        needed("data_file_url", ParamType::Text),
        needed("type", ParamType::OneOf(&["people", "event", "object", "relationship"])),
        key("identifier", ParamType::IdentifierType),
        key("object_type_id", ParamType::Id),
        key("name", ParamType::Text),
        key("description", ParamType::Text),
        key("people_to_process", SCOPE),
        key("data_to_process", SCOPE),
    ],
);
pub(super) static REPORTING_WEBHOOK_INPUT: Keys = Keys::open(
    "ReportingWebhookInput",
    &[
        needed("endpoint", ParamType::Text),
        needed("events", ParamType::List),
        key("name", ParamType::Text),
        key("full_resolution", ParamType::Flag),
        key("with_content", ParamType::Flag),
        key("disabled", ParamType::Flag),
    ],
);
pub(super) static REPORTING_WEBHOOK_UPDATE: Keys = Keys::open(
    "ReportingWebhookUpdate",
    &[
        key("endpoint", ParamType::Text),
        key("events", ParamType::List),
        key("name", ParamType::Text),
        key("full_resolution", ParamType::Flag),
        key("with_content", ParamType::Flag),
        key("disabled", ParamType::Flag),
    ],
);
pub(super) static SEGMENT_INPUT: Keys =
    Keys::open("SegmentInput", &[needed("name", ParamType::Text), key("description", ParamType::Text)]);
pub(super) static SNIPPET_INPUT: Keys =
    Keys::open("SnippetInput", &[needed("name", ParamType::Text), needed("value", ParamType::Text)]);
