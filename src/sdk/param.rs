//! Parameters: the parameters of a method, and the SDK's error when one is missing.

/// The kind of value that is expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ParamType {
    /// A person's identifier: a string or a number.
    PersonId,
    /// Another identifier: a string or a number.
    Id,
    /// Several of these.
    Ids,
    /// A string.
    Text,
    /// A string with an email address.
    Email,
    /// A number that is not a time: a count, an offset.
    Number,
    /// A time in Unix seconds.
    Seconds,
    /// A duration in milliseconds.
    Milliseconds,
    /// A time as ISO 8601 text.
    IsoTime,
    /// The start of the next page, as the API returned it: an opaque string, not a time.
    Cursor,
    /// `true` or `false`.
    Flag,
    /// `"id"`, `"email"` or `"cio_id"`: the members of `IdentifierType`.
    IdentifierType,
    /// `"object_id"` or `"cio_object_id"`.
    ObjectIdType,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// An instance of this request class.
    Request(&'static str),
    /// An object with these keys.
    Object(&'static Keys),
    /// An object whose keys are the customer's own.
    Data,
    /// A list of anything.
    List,
    /// A filter over people or objects: `{ segment: { id } }`, `{ attribute: … }`, `and`, `or`, `not`.
    Filter,
    /// The recipients of a broadcast.
    Recipients,
    /// An operation of the v2 API.
    Operation,
    /// A list of them.
    Operations,
    /// The contents of a file: bytes, or text.
    Bytes,
    /// `RegionUS` or `RegionEU`.
    Region,
    /// Anything.
    Any,
}

/// Named keys of an object.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keys {
    /// The type's name in TypeScript.
    pub name: &'static str,
    /// The keys, as the type lists them.
    pub keys: &'static [ParamKey],
    /// True when the SDK also passes on keys that are not listed. Otherwise it drops them.
    pub open: bool,
}

impl Keys {
    /// Keys of an object that is passed on as it is.
    pub(super) const fn open(name: &'static str, keys: &'static [ParamKey]) -> Self {
        Self { name, keys, open: true }
    }
    /// Keys that the SDK picks out of an object.
    pub(super) const fn closed(name: &'static str, keys: &'static [ParamKey]) -> Self {
        Self { name, keys, open: false }
    }
    /// The key with this name.
    pub fn key(&self, name: &str) -> Option<&'static ParamKey> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// One key of an object.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParamKey {
    /// Its name.
    pub name: &'static str,
    /// The type of its value.
    pub ty: ParamType,
    /// True when it is required.
    pub required: bool,
}

/// A key that may be left out.
pub(super) const fn key(name: &'static str, ty: ParamType) -> ParamKey {
    ParamKey { name, ty, required: false }
}
/// A key that must be there.
pub(super) const fn needed(name: &'static str, ty: ParamType) -> ParamKey {
    ParamKey { name, ty, required: true }
}

/// The checks that the SDK makes before it sends anything. A value that fails throws synchronously: no promise exists
/// that could reject.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Check {
    /// Nothing.
    None,
    /// It is not empty; which values are depends on the version (see [`super::errors::EMPTY`]).
    NotEmpty,
    /// It is neither `null` nor `undefined`.
    Present,
    /// It is an object, with these keys not empty.
    Object(&'static [&'static str]),
    /// These keys of it are not empty; that it is an object is not asked.
    Keys(&'static [&'static str]),
    /// One of the first keys of it is not empty, and every one of the second.
    Payload(&'static [&'static str], &'static [&'static str]),
    /// It is an object with at least one key.
    Filled,
    /// It is a list with at least one element.
    FilledList,
    /// It is a list.
    List,
    /// It is an instance of the request class.
    Instance,
    /// It is text, and not empty.
    Text,
    /// It is a member of its enumeration.
    Member,
    /// It is a member of its enumeration, if it is there.
    MemberIfGiven,
}

/// A parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Param {
    /// Its name in the SDK's source.
    pub name: &'static str,
    /// The type of its value.
    pub ty: ParamType,
    /// True when it is required.
    pub required: bool,
    /// The SDK's check of it.
    pub check: Check,
    /// The name that the SDK uses for it when it throws.
    pub called: &'static str,
    /// The meaning.
    pub what: &'static str,
}

impl Param {
    /// A parameter that must be given and that nothing checks.
    pub(super) const fn new(name: &'static str, ty: ParamType, what: &'static str) -> Self {
        Self { name, ty, required: true, check: Check::None, called: name, what }
    }
    /// The same, checked.
    pub(super) const fn checked(mut self, check: Check) -> Self {
        self.check = check;
        self
    }
    /// The same, under another name in the error.
    pub(super) const fn called(mut self, called: &'static str) -> Self {
        self.called = called;
        self
    }
    /// The same, free to be left out.
    pub(super) const fn optional(mut self) -> Self {
        self.required = false;
        self
    }
    /// Returns the error that the SDK throws when the argument is missing, or does not pass: the message of the error.
    /// `None` when nothing is checked.
    pub fn error(&self) -> Option<String> {
        let name = self.called;
        Some(match self.check {
            Check::None => return None,
            Check::Text => format!("\"{name}\" must be a string"),
            Check::Instance => format!("\"request\" must be an instance of {}", self.class().unwrap_or("its class")),
            Check::Payload(any, _) => format!("{} is required", any.join(" or ")),
            Check::Keys([first, ..]) => format!("{name}.{first} is required"),
            Check::Member | Check::MemberIfGiven => self.not_a_member(),
            _ => format!("{name} is required"),
        })
    }
    /// Returns the error that the SDK throws when a key of the argument is missing or empty; `None` when it does not
    /// look at the key.
    pub fn key_error(&self, key: &str) -> Option<String> {
        let name = self.name;
        match self.check {
            Check::Object(keys) | Check::Keys(keys) if keys.contains(&key) => Some(format!("{name}.{key} is required")),
            Check::Payload(_, all) if all.contains(&key) => Some(format!("{key} is required")),
            _ => None,
        }
    }
    /// The request class that it wants an instance of.
    pub fn class(&self) -> Option<&'static str> {
        match self.ty {
            ParamType::Request(class) => Some(class),
            _ => None,
        }
    }
    fn not_a_member(&self) -> String {
        match (self.ty, self.name) {
            (ParamType::ObjectIdType, name) => format!("{name} must be one of \"object_id\" or \"cio_object_id\""),
            // The SDK asks for both at once.
            (_, "primaryIdType" | "secondaryIdType") => {
                "primaryIdType and secondaryIdType must be one of \"id\", \"cio_id\", or \"email\"".to_owned()
            }
            (_, name) => format!("{name} must be one of \"id\", \"cio_id\", or \"email\""),
        }
    }
    /// The keys of it that must not be empty.
    pub fn needed_keys(&self) -> &'static [&'static str] {
        match self.check {
            Check::Object(keys) | Check::Keys(keys) | Check::Payload(_, keys) => keys,
            _ => &[],
        }
    }
}
