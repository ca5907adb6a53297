//! The categories of rules.

/// The subject of a rule. Settings and arguments can enable or disable all rules of a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its id, which rules have in [`super::RuleMeta::category`].
    pub id: &'static str,
    /// Its name as a heading.
    pub title: &'static str,
    /// The subject of its rules, on one line, without a full stop.
    pub summary: &'static str,
}

/// Every category, sorted by id.
pub static CATEGORIES: &[Category] = &[
    category("broadcasts", "Broadcasts", "The audience and the data of a broadcast, and arguments that the SDK drops"),
    category("calls", "Calls", "Methods that do not exist, and arguments that they do not accept"),
    category("constructor", "Constructors", "Arguments of client constructors"),
    category("credentials", "Credentials", "The wrong kind of key, and keys where others can read them"),
    category(
        "data",
        "Data",
        "Attributes and events: names, values and sizes that Customer.io rejects, changes or ignores",
    ),
    category("errors", "Errors", "Error handling: what is read from an error, and which requests are retried"),
    category("http", "HTTP requests", "Requests to Customer.io's APIs without the SDK"),
    category("identity", "Identity", "The person that a call is about"),
    category("imports", "Imports", "Imports that the package, or its installed version, does not have"),
    category("naming", "Naming", "Event names"),
    category(
        "pipelines",
        "Pipelines",
        "The Pipelines client, whose calls and timestamps differ from the other clients",
    ),
    category("promises", "Promises", "Calls that are not awaited, and failures that are not handled"),
    category("region", "Regions", "Clients that use the wrong region of Customer.io"),
    category("suppressions", "Suppressions", "Suppression comments that are wrong or unused"),
    category("timestamps", "Timestamps", "Timestamps in the wrong unit or format, or out of date"),
    category("transactional", "Transactional messages", "Transactional emails, push messages and others"),
    category("versions", "Versions", "SDK versions with known defects, and methods that the installed version lacks"),
    category("webhooks", "Webhooks", "Webhooks from Customer.io: signatures and payloads"),
];

const fn category(id: &'static str, title: &'static str, summary: &'static str) -> Category {
    Category { id, title, summary }
}

impl Category {
    /// The category with this id.
    pub fn find(id: &str) -> Option<&'static Self> {
        CATEGORIES.iter().find(|category| category.id == id)
    }
}
