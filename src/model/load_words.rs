//! Words that tell when code runs: of functions that keep their callbacks for later or run them at once, and of names that
//! mean the time of the start.

/// Functions that keep what is given to them for later, whatever they are called on.
pub const KEEPS: &[&str] = &[
    "action",
    "add",
    "addEventListener",
    "addListener",
    "all",
    "consume",
    "createFunction",
    "cron",
    "delete",
    "get",
    "handle",
    "handler",
    "head",
    "listen",
    "message",
    "on",
    "onCall",
    "onRequest",
    "once",
    "options",
    "patch",
    "post",
    "process",
    "put",
    "registerTool",
    "route",
    "run_every",
    "schedule",
    "serve",
    "setInterval",
    "subscribe",
    "use",
    "webhook",
];

/// Functions of tests: what they are given runs when the file does, or as good as.
pub const TESTS: &[&str] = &[
    "after",
    "afterAll",
    "afterEach",
    "before",
    "beforeAll",
    "beforeEach",
    "bench",
    "context",
    "describe",
    "each",
    "it",
    "only",
    "skip",
    "suite",
    "test",
];

/// Methods that call what they are given at once, or as soon as a promise is settled.
pub const AT_ONCE: &[&str] = &[
    "Promise",
    "catch",
    "every",
    "filter",
    "finally",
    "find",
    "findIndex",
    "flatMap",
    "forEach",
    "map",
    "reduce",
    "reduceRight",
    "some",
    "sort",
    "then",
];

/// Words in the name of a variable or a place that say that the time of the start is meant.
pub const STARTS: &[&str] = &[
    "baseline",
    "boot",
    "booted",
    "build",
    "built",
    "cutoff",
    "deploy",
    "deployed",
    "fake",
    "fixed",
    "frozen",
    "init",
    "initialized",
    "launch",
    "launched",
    "load",
    "loaded",
    "mock",
    "mocked",
    "process",
    "release",
    "released",
    "server",
    "start",
    "started",
    "starting",
    "startup",
    "test",
    "uptime",
];

/// Whether a name says that the time of the start is meant.
pub fn says_start(name: &str) -> bool {
    use convert_case::{Case, Casing};
    name.to_case(Case::Snake).split('_').any(|word| STARTS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [KEEPS, TESTS, AT_ONCE, STARTS] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn names_of_the_start() {
        for name in ["STARTED_AT", "bootTime", "serverStart", "DEPLOYED_AT"] {
            assert!(says_start(name), "{name}");
        }
        for name in ["now", "timestamp", "createdAt", "TODAY"] {
            assert!(!says_start(name), "{name}");
        }
    }
}
