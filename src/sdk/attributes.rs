//! Attributes of people with a meaning of their own.

/// The purpose of an attribute with a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It identifies the person.
    Identifier,
    /// Customer.io gives it out; writes are refused or ignored.
    System,
    /// It says how the call is to be understood and is not kept.
    Control,
    /// Customer.io reads it: its values have a form.
    Known,
}

/// An attribute with a meaning.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// Its name, whose case counts.
    pub name: &'static str,
    /// The purpose.
    pub meaning: Meaning,
    /// The description.
    pub what: &'static str,
}

const fn attribute(name: &'static str, meaning: Meaning, what: &'static str) -> Attribute {
    Attribute { name, meaning, what }
}

/// The traits that the specification of Pipelines names in camel case (`UserTraits` of
/// `@customerio/cdp-analytics-core`): whoever writes one follows it, and what becomes of it on the way to a person is not
/// documented.
pub const TRAITS_IN_CAMEL_CASE: [&str; 3] = ["createdAt", "firstName", "lastName"];

/// The attributes, sorted by name. Names that begin with `_` are kept for Customer.io; see [`is_reserved`]. The
/// official list could be read in part only: there may be more.
pub static ATTRIBUTES: &[Attribute] = &[
    attribute("_cio_subscription_preferences_computed", Meaning::System, "What the person wants to get, computed"),
    attribute("_created_in_customerio_at", Meaning::System, "When the profile was made"),
    attribute("_last_emailed", Meaning::System, "When the last email went out"),
    attribute(
        "_timestamp",
        Meaning::Control,
        "When the change happened, in Unix seconds: an older one changes nothing",
    ),
    attribute("_update", Meaning::Control, "`true` changes people and adds none"),
    attribute("anonymous_id", Meaning::Identifier, "Joins the events of a visitor to the person"),
    attribute("cio_id", Meaning::System, "Customer.io's own id of the person"),
    attribute("cio_relationships", Meaning::Known, "`action` and `relationships`: objects that the person belongs to"),
    attribute("cio_subscription_preferences", Meaning::Known, "`topics` with `topic_<number>: true` or `false`"),
    attribute("cio_timezone", Meaning::System, "The time zone that Customer.io worked out"),
    attribute("created_at", Meaning::Known, "When the person signed up, in Unix seconds: set once"),
    attribute("email", Meaning::Identifier, "Where email goes; identifies the person too"),
    attribute("id", Meaning::Identifier, "Your id of the person"),
    attribute("language", Meaning::Known, "The language of messages: `en`, `de-CH`"),
    attribute("phone", Meaning::Identifier, "Where SMS go, as +41791234567"),
    attribute("timezone", Meaning::Known, "A region name of the IANA: `Europe/Zurich`"),
    attribute("unsubscribed", Meaning::Known, "`true` or 1; anything else means subscribed"),
];

impl Attribute {
    /// The attribute with this name.
    pub fn of(name: &str) -> Option<&'static Self> {
        ATTRIBUTES.binary_search_by(|attribute| attribute.name.cmp(name)).ok().map(|at| &ATTRIBUTES[at])
    }
}

/// Returns whether an attribute cannot be one's own: Customer.io gives it out, or keeps the name to itself.
pub fn is_reserved(name: &str) -> bool {
    match Attribute::of(name) {
        Some(attribute) => attribute.meaning == Meaning::System,
        None => name.starts_with('_'),
    }
}

/// Returns whether text in `unsubscribed` unsubscribes: `"true"` in any case, and `"1"`.
pub fn text_unsubscribes(value: &str) -> bool {
    value.eq_ignore_ascii_case("true") || value == "1"
}
