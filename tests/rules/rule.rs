//! What holds of a rule as a whole.

use crate::fixture::Fixture;
use customerio_ls::testing::rules::{Category, FixAvailability, OptionKind, RuleMeta};
use libtest_mimic::Failed;
use std::path::PathBuf;

const SECTIONS: [&str; 4] = ["### Invalid", "### Valid", "### Fix", "### References"];

/// The metadata is complete.
pub fn check_metadata(meta: &RuleMeta) -> Result<(), Failed> {
    let mut missing = Vec::new();
    if meta.summary.is_empty() || meta.summary.ends_with('.') || meta.summary.contains('\n') {
        missing.push("a summary of one line without a full stop".to_owned());
    }
    if Category::find(meta.category).is_none() {
        missing.push("a category of src/rules/category.rs".to_owned());
    }
    if meta.versions.is_empty() {
        missing.push("the versions of the SDK".to_owned());
    }
    let mut at = 0;
    for section in SECTIONS {
        match meta.docs[at..].find(&format!("\n{section}\n")) {
            Some(found) => at += found,
            None => missing.push(format!("a section `{section}`, in this order")),
        }
    }
    if !meta.docs.contains("](https://") {
        missing.push("a link to where the fact comes from".to_owned());
    }
    for option in meta.options {
        if option.doc.is_empty() || matches!(option.kind, OptionKind::OneOf([])) {
            missing.push(format!("documentation of the option `{}`", option.name));
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(format!("{} lacks {}", meta.id, missing.join("; ")).into()) }
}

/// The rule has fixtures that it flags and fixtures in which it is silent, and what it says of its fixes is true there.
pub fn check_fix_availability(meta: &RuleMeta, fixtures: &[PathBuf]) -> Result<(), Failed> {
    let (mut with, mut without) = (0, 0);
    let (mut flagged, mut silent) = (0, 0);
    for path in fixtures {
        let fixture = Fixture::read(path)?;
        let mut any = false;
        for (at, file) in fixture.files.iter().enumerate() {
            for finding in fixture.findings(at, &file.text).iter().filter(|f| f.rule == meta.id) {
                any = true;
                if finding.fixes.is_empty() { without += 1 } else { with += 1 }
            }
        }
        if any { flagged += 1 } else { silent += 1 }
    }
    if flagged == 0 || silent == 0 {
        return Err(format!("tests/rules/{} needs a fixture that is flagged and one that is silent", meta.id).into());
    }
    let seen = match (with, without) {
        (0, _) => FixAvailability::None,
        (_, 0) => FixAvailability::Always,
        _ => FixAvailability::Sometimes,
    };
    if seen == meta.fix {
        return Ok(());
    }
    Err(format!("{} says {:?}, but {with} findings have a fix and {without} have none", meta.id, meta.fix).into())
}
