//! The classes of transactional requests: which options each passes on to the API, in which version, and which it drops
//! without a word.

use super::param::{Keys, Param, ParamType, key};
use super::{Has, KnownVersion, Versions, nearest};
use semver::Version;

/// An option that the constructor passes on.
#[derive(Clone, Copy, Debug)]
pub struct RequestOption {
    /// Its name.
    pub name: &'static str,
    /// The API's name of it, where that is another one.
    pub wire: &'static str,
    /// The type of its value.
    pub ty: ParamType,
    /// The versions of the package that pass it on.
    pub versions: Versions,
    /// The description of its effect.
    pub what: &'static str,
}

/// A key that the API knows, or that people write, and that the constructor drops.
#[derive(Clone, Copy, Debug)]
pub struct DroppedKey {
    /// The key.
    pub name: &'static str,
    /// The versions that drop it, of those that have the class.
    pub versions: Versions,
    /// The alternative.
    pub instead: Instead,
}

/// The replacement for a dropped key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// This option.
    Option(&'static str),
    /// A call of `attach`.
    Attach,
    /// This version passes it on.
    Version(&'static str),
    /// Nothing: the SDK has no way to say it.
    Nothing,
}

/// A class of requests.
#[derive(Clone, Copy, Debug)]
pub struct RequestClass {
    /// Its name.
    pub name: &'static str,
    /// The method of `APIClient` that takes it.
    pub method: &'static str,
    /// The versions that have it.
    pub versions: Versions,
    /// The options that it passes on, sorted by name.
    pub options: &'static [RequestOption],
    /// The keys that it drops, sorted by name.
    pub dropped: &'static [DroppedKey],
    /// The options that must be there.
    pub required: &'static [&'static str],
    /// One of these sets of options must be there.
    pub one_of: &'static [&'static [&'static str]],
    /// True when it has `attach(name, data, { encode })`.
    pub attach: bool,
}

/// The fate of a key of a request.
#[derive(Clone, Copy, Debug)]
pub enum OptionState {
    /// The constructor passes it on.
    Forwarded(&'static RequestOption),
    /// The constructor drops it.
    Dropped(&'static DroppedKey),
    /// The constructor drops it, and its meaning is only guessed by its likeness to this option.
    Unlisted(Option<&'static str>),
    /// Not known in this version.
    Unknown,
}

const fn option(name: &'static str, ty: ParamType, what: &'static str) -> RequestOption {
    RequestOption { name, wire: name, ty, versions: Versions::ALL, what }
}

impl RequestOption {
    const fn versions(mut self, versions: Versions) -> Self {
        self.versions = versions;
        self
    }
    const fn wire(mut self, wire: &'static str) -> Self {
        self.wire = wire;
        self
    }
}

const fn dropped(name: &'static str, instead: Instead) -> DroppedKey {
    DroppedKey { name, versions: Versions::ALL, instead }
}

// What every class takes.
const RETENTION: RequestOption =
    option("disable_message_retention", ParamType::Flag, "Whether the message's content is forgotten after sending");
const IDENTIFIERS: RequestOption =
    option("identifiers", ParamType::Data, "The person: exactly one of `id`, `email` and `cio_id`");
const LANGUAGE: RequestOption =
    option("language", ParamType::Text, "The language of the message, instead of the person's");
const MESSAGE_DATA: RequestOption = option("message_data", ParamType::Data, "Data for the message's Liquid");
const DRAFT: RequestOption = option(
    "queue_draft",
    ParamType::Flag,
    "Whether the message waits as a draft: it is not sent until someone sends it",
);
const SEND_AT: RequestOption = option(
    "send_at",
    ParamType::Seconds,
    "The time to send it at, in Unix seconds, at most 90 days ahead; the past means now",
);
const TO_UNSUBSCRIBED: RequestOption = option(
    "send_to_unsubscribed",
    ParamType::Flag,
    "Whether unsubscribed people get it too; they do unless it is false",
);
const TEMPLATE: RequestOption =
    option("transactional_message_id", ParamType::Id, "The message: its number, or its trigger name");
const TRACKED: RequestOption =
    option("tracked", ParamType::Flag, "Whether opens and clicks are tracked; they are by default");

const AUTO_CREATE: DroppedKey = dropped("auto_create", Instead::Nothing);

/// The options of a request for an in-app or inbox message.
const IN_APP: &[RequestOption] = &[RETENTION, IDENTIFIERS, LANGUAGE, MESSAGE_DATA, DRAFT, SEND_AT, TEMPLATE];

const TEMPLATE_ONLY: &[&str] = &["identifiers", "transactional_message_id"];

const SINCE_4_0: Versions = Versions::since(4, 0, 0);
const SINCE_3_4_1: Versions = Versions::since(3, 4, 1);

static EMAIL: &[RequestOption] = &[
    option("amp_body", ParamType::Text, "The message as AMP").versions(Versions::ALL.until(4, 0, 0)),
    option("bcc", ParamType::Text, "Addresses for blind copies, separated by commas"),
    option("body", ParamType::Text, "The message as HTML; replaces the template's"),
    option("body_amp", ParamType::Text, "The message as AMP").versions(SINCE_4_0),
    option("body_plain", ParamType::Text, "The message as plain text").versions(SINCE_4_0),
    option("disable_css_preprocessing", ParamType::Flag, "Whether CSS is left where it stands").versions(SINCE_3_4_1),
    RETENTION,
    option("fake_bcc", ParamType::Flag, "Whether blind copies are sent as messages of their own"),
    option("from", ParamType::Text, "The sender; its domain must be verified"),
    option("headers", ParamType::Data, "Further headers of the message"),
    IDENTIFIERS,
    LANGUAGE.versions(SINCE_3_4_1),
    MESSAGE_DATA,
    option("plaintext_body", ParamType::Text, "The message as plain text").versions(Versions::ALL.until(4, 0, 0)),
    option("preheader", ParamType::Text, "The text that mail programs show beside the subject"),
    DRAFT,
    option("reply_to", ParamType::Text, "The address for answers"),
    SEND_AT.versions(Versions::since(3, 1, 4)),
    TO_UNSUBSCRIBED,
    option("subject", ParamType::Text, "The subject; replaces the template's"),
    option("to", ParamType::Text, "The recipients: one text, addresses separated by commas, 15 with those of `bcc`"),
    TRACKED,
    TEMPLATE,
];

/// The classes, sorted by name.
pub static REQUEST_CLASSES: &[RequestClass] = &[
    RequestClass {
        name: "SendEmailRequest",
        method: "sendEmail",
        versions: Versions::since(1, 0, 0),
        options: EMAIL,
        dropped: &[
            DroppedKey { name: "amp_body", versions: SINCE_4_0, instead: Instead::Option("body_amp") },
            dropped("attachments", Instead::Attach),
            AUTO_CREATE,
            DroppedKey {
                name: "body_amp",
                versions: Versions::ALL.until(4, 0, 0),
                instead: Instead::Option("amp_body"),
            },
            DroppedKey {
                name: "body_plain",
                versions: Versions::ALL.until(4, 0, 0),
                instead: Instead::Option("plaintext_body"),
            },
            // Added on the main branch after 5.2.0.
            dropped("cc", Instead::Nothing),
            DroppedKey {
                name: "disable_css_preprocessing",
                versions: Versions::ALL.until(3, 4, 1),
                instead: Instead::Version("3.4.1"),
            },
            DroppedKey { name: "language", versions: Versions::ALL.until(3, 4, 1), instead: Instead::Version("3.4.1") },
            DroppedKey { name: "plaintext_body", versions: SINCE_4_0, instead: Instead::Option("body_plain") },
            DroppedKey { name: "send_at", versions: Versions::ALL.until(3, 1, 4), instead: Instead::Version("3.1.4") },
        ],
        required: &["identifiers", "to"],
        one_of: &[&["transactional_message_id"], &["body", "from", "subject"]],
        attach: true,
    },
    RequestClass {
        name: "SendInAppRequest",
        method: "sendInApp",
        versions: Versions::since(4, 4, 0),
        options: IN_APP,
        dropped: &[AUTO_CREATE, dropped("send_to_unsubscribed", Instead::Nothing)],
        required: TEMPLATE_ONLY,
        one_of: &[],
        attach: false,
    },
    RequestClass {
        name: "SendInboxMessageRequest",
        method: "sendInboxMessage",
        versions: Versions::since(4, 3, 0),
        options: IN_APP,
        dropped: &[AUTO_CREATE, dropped("send_to_unsubscribed", Instead::Nothing), dropped("to", Instead::Nothing)],
        required: TEMPLATE_ONLY,
        one_of: &[],
        attach: false,
    },
    RequestClass {
        name: "SendPushRequest",
        method: "sendPush",
        versions: Versions::since(4, 1, 0),
        options: &[
            option("custom_data", ParamType::Data, "Data for the app; all values are text"),
            option("custom_payload", ParamType::Data, "The whole payload, for `ios` and `android`"),
            option("device", ParamType::Data, "A device to send to").wire("custom_device"),
            RETENTION,
            IDENTIFIERS,
            option("image_url", ParamType::Text, "An image to show"),
            LANGUAGE,
            option("link", ParamType::Text, "The link that opens on a tap"),
            option("message", ParamType::Text, "The text; replaces the template's"),
            MESSAGE_DATA,
            DRAFT,
            SEND_AT,
            TO_UNSUBSCRIBED,
            option("sound", ParamType::OneOf(&["default", "none"]), "The sound"),
            option("title", ParamType::Text, "The title; replaces the template's"),
            option("to", ParamType::Text, "`all` of the person's devices, the one `last_used`, or a token"),
            TEMPLATE,
        ],
        // The type lists `custom_device` all the same.
        dropped: &[AUTO_CREATE, dropped("custom_device", Instead::Option("device"))],
        required: TEMPLATE_ONLY,
        one_of: &[],
        attach: false,
    },
    RequestClass {
        name: "SendSMSRequest",
        method: "sendSMS",
        versions: Versions::since(4, 2, 0),
        options: &[
            RETENTION,
            IDENTIFIERS,
            LANGUAGE,
            MESSAGE_DATA,
            DRAFT,
            SEND_AT,
            TO_UNSUBSCRIBED,
            option("to", ParamType::Text, "The number, as +41791234567, or Liquid"),
            TEMPLATE,
        ],
        dropped: &[AUTO_CREATE, dropped("from", Instead::Nothing), dropped("tracked", Instead::Nothing)],
        required: TEMPLATE_ONLY,
        one_of: &[],
        attach: false,
    },
    RequestClass {
        name: "SendWhatsAppRequest",
        method: "sendWhatsApp",
        versions: Versions::SINCE_5_2,
        options: &[
            RETENTION,
            option("from", ParamType::Text, "The sender's number, as +41791234567"),
            IDENTIFIERS,
            LANGUAGE,
            MESSAGE_DATA,
            DRAFT,
            SEND_AT,
            TO_UNSUBSCRIBED,
            option("to", ParamType::Text, "The number, as +41791234567, or Liquid"),
            TRACKED,
            TEMPLATE,
        ],
        dropped: &[AUTO_CREATE],
        required: TEMPLATE_ONLY,
        one_of: &[],
        attach: false,
    },
];

impl RequestClass {
    /// The class with this name.
    pub fn of(name: &str) -> Option<&'static Self> {
        REQUEST_CLASSES.iter().find(|class| class.name == name)
    }
    /// The class that a method of `APIClient` takes.
    pub fn taken_by(method: &str) -> Option<&'static Self> {
        REQUEST_CLASSES.iter().find(|class| class.method == method)
    }
    /// The option with this name, of whatever version.
    pub fn option(&self, name: &str) -> Option<&'static RequestOption> {
        self.options.iter().find(|option| option.name == name)
    }
    /// Returns the effect of a key in a version. Without a version, the effect that holds in every version that has the
    /// class.
    pub fn state(&self, name: &str, version: Option<&Version>) -> OptionState {
        let option = self.option(name);
        if let Some(option) = option
            && option.versions.has(version).yes()
        {
            return OptionState::Forwarded(option);
        }
        // A newer version may pass on what this one drops.
        if matches!(KnownVersion::of(version), KnownVersion::Newer(_)) {
            return OptionState::Unknown;
        }
        let dropped = self.dropped.iter().find(|dropped| dropped.name == name);
        match (option, dropped) {
            (_, Some(dropped)) if dropped.versions.has(version) == Has::Yes => OptionState::Dropped(dropped),
            (None, None) => OptionState::Unlisted(self.nearest_option(name, version)),
            _ => OptionState::Unknown,
        }
    }
    /// The option that a key was most likely meant to be, of those that a version passes on.
    pub fn nearest_option(&self, name: &str, version: Option<&Version>) -> Option<&'static str> {
        let there = self.options.iter().filter(|option| !option.versions.has(version).no());
        nearest(name, there.map(|option| option.name))
    }
}

/// The parameters of `attach` on a request for an email. It returns nothing; a second attachment of the same name
/// throws "attachment … already exists". Neither the type nor the size is checked.
pub static ATTACH: &[Param] = &[
    Param::new("name", ParamType::Text, "The file's name, with its extension"),
    // A path would be attached as text, and what is base64 already would be encoded twice.
    Param::new("data", ParamType::Bytes, "The file's contents: bytes, or text. With `encode: false`, text in base64"),
    Param::new("options", ParamType::Object(&ATTACH_KEYS), "`encode: false`, when the contents are in base64 already")
        .optional(),
];

static ATTACH_KEYS: Keys = Keys::closed("{ encode?: boolean }", &[key("encode", ParamType::Flag)]);

/// The versions of `SendEmailRequest` that pass on `subject` and `body` only beside `from`.
pub const SUBJECT_NEEDS_FROM: Versions = Versions::since(2, 1, 0).until(3, 0, 2);
