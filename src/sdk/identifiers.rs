//! The identifiers of people and objects.

/// The keys that identify a person in `identifiers` of a transactional request. Exactly one of them. The types of the
/// SDK know the first two; the API takes all three.
pub const IDENTIFIERS: &[&str] = &["id", "email", "cio_id"];

/// The keys that identify a person in an operation of the v2 API. Exactly one of them.
pub const V2_IDENTIFIERS: &[&str] = &["id", "email", "cio_id", "phone"];

/// The keys that identify an object in an operation of the v2 API: both of the first, or the one of the second.
pub const OBJECT_IDENTIFIERS: &[&[&str]] = &[&["object_type_id", "object_id"], &["cio_object_id"]];

/// The prefix of a `cio_id` where an id of any kind is accepted: `identify("cio_03000010", …)`.
pub const CIO_ID_PREFIX: &str = "cio_";

/// The values of `IdentifierType`, as `mergeCustomers` and `getAttributes` want them.
pub const IDENTIFIER_TYPES: &[&str] = &["id", "email", "cio_id"];

/// Returns the kind of identifier that the v1 API interprets a value as, by its shape.
pub fn kind_by_shape(value: &str) -> &'static str {
    if value.starts_with(CIO_ID_PREFIX) {
        "cio_id"
    } else if is_email(value) {
        "email"
    } else {
        "id"
    }
}

/// Returns whether text has the shape of an address: something, `@`, and something with a dot, without blanks.
pub fn is_email(value: &str) -> bool {
    let Some((local, domain)) = value.rsplit_once('@') else { return false };
    let parts = domain.split_once('.').is_some_and(|(name, rest)| !name.is_empty() && !rest.is_empty());
    !local.is_empty() && parts && !value.contains(char::is_whitespace)
}
