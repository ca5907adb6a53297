//! Adds the model's repairs to findings.

use crate::finding::Applicability;
use crate::rules::Draft;
use crate::text::Repair;

/// Adds a repair that must be reviewed before it is applied.
pub fn suggested<'d>(draft: Draft<'d>, repair: Option<Repair>) -> Draft<'d> {
    match repair {
        Some(repair) => draft.fix(repair.title, Applicability::Suggested, || repair.edits),
        None => draft,
    }
}
