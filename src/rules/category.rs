//! What rules are about: the one list of their categories.

/// What a rule is about. Settings and arguments switch the rules of a category as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Category {
    /// The word for it, as rules name it in [`super::RuleMeta::category`].
    pub id: &'static str,
    /// Its name as a heading.
    pub title: &'static str,
    /// One line without a full stop: what its rules look at.
    pub summary: &'static str,
}

/// Every category, sorted by id.
pub static CATEGORIES: &[Category] = &[
    category("broadcasts", "Broadcasts", "Who gets a broadcast, and what of the call the SDK passes on"),
    category("calls", "Calls", "Methods that do not exist, and arguments that they do not take"),
    category("constructor", "Constructors", "What the constructors of clients are given"),
    category("credentials", "Credentials", "Keys of the wrong kind, and keys in places where they can be read"),
    category(
        "data",
        "Data",
        "Attributes and events: names, values and sizes that Customer.io does not keep as they are",
    ),
    category("errors", "Errors", "What is done when a call fails: what is read of the error, what is tried again"),
    category("http", "HTTP requests", "Requests that code sends to the APIs by itself, without the SDK"),
    category("identity", "Identity", "Whom a call is about"),
    category("imports", "Imports", "What is imported of the package, and whether its version has it"),
    category("naming", "Naming", "How events are named"),
    category(
        "pipelines",
        "Pipelines",
        "The client of the Pipelines API, which is called in another way than the others",
    ),
    category("promises", "Promises", "Who waits for a call, and who notices when it fails"),
    category("region", "Regions", "Which of Customer.io's regions a client talks to"),
    category("suppressions", "Suppressions", "Comments that suppress findings"),
    category("timestamps", "Timestamps", "The unit and the age of times"),
    category("transactional", "Transactional messages", "Requests for emails, push and other messages to one person"),
    category("versions", "Versions", "Releases of the SDK with known defects"),
    category("webhooks", "Webhooks", "Requests that Customer.io makes, and how they are verified"),
];

const fn category(id: &'static str, title: &'static str, summary: &'static str) -> Category {
    Category { id, title, summary }
}

impl Category {
    /// The category with this word.
    pub fn find(id: &str) -> Option<&'static Self> {
        CATEGORIES.iter().find(|category| category.id == id)
    }
}
