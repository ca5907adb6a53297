//! Findings in documents: code that is shown, and copied. A block leaves out what is not its point, so only what is
//! there counts, and of the program around it nothing is known.

use super::RuleMeta;
use crate::finding::Finding;
use crate::model::DocumentFacts;
use ropey::Rope;

/// The rules that say nothing of documents, in the order of their reasons.
const SILENT: &[&str] = &[
    // They rest on the program around the code: who calls it, and what it does before and afterwards. An excerpt neither
    // awaits nor handles what is not its point.
    "auth-error-swallowed",
    "batch-result-unchecked",
    "client-per-request",
    "created-at-overwritten",
    "destroy-vs-suppress",
    "event-dedupe-id",
    "floating-promise",
    "identify-before-track",
    "identify-not-awaited",
    "no-retry",
    "possibly-undefined-id",
    "rate-limit-unhandled",
    "response-unchecked",
    "stale-timestamp",
    "sync-throw-not-caught",
    // They compare the code with the account, or with the files of the environment: the reader's are others, and names in
    // an example are examples.
    "account-unknown-id",
    "env-name-not-defined",
    "event-name-unknown",
    "message-data-mismatch",
    "transactional-unknown-template",
    // They advise the project, not who reads its documents.
    "inline-email-without-template-id",
    "upgrade-advice",
];

/// The rules that miss something: where a block says that it leaves something out, it may be that.
const MISSING: &[&str] = &[
    "batch-empty",
    "broadcast-missing-arguments",
    "client-constructor-shape",
    "empty-argument",
    "identifiers-cardinality",
    "track-missing-name",
    "transactional-invalid-recipient",
    "transactional-missing-required",
    "v2-operation-shape",
];

/// Returns whether a rule says something of documents.
pub(super) fn hold_for(rule: &RuleMeta) -> bool {
    !SILENT.contains(&rule.id)
}

/// Keeps the findings that a document stands for, and the fixes that leave the text around the code alone.
pub(super) fn keep(found: &mut Vec<Finding>, document: &DocumentFacts, text: &Rope) {
    found.retain(|finding| {
        let misses = MISSING.contains(&finding.rule) && document.is_elided(finding.range);
        document.stands_for(finding.range) && !misses
    });
    for finding in found {
        let range = finding.range;
        finding.fixes.retain(|fix| document.allows(range, &fix.edits, text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::find;

    #[test]
    fn the_lists_name_rules_of_one_file() {
        for id in SILENT.iter().chain(MISSING) {
            assert!(find(id).is_some(), "{id}");
        }
        for id in MISSING {
            assert!(!SILENT.contains(id), "{id}");
        }
    }
}
