//! Repairs that the model makes, put to findings.

use crate::finding::Applicability;
use crate::model::Repair;
use crate::rules::Draft;

/// Puts a repair to a finding that has to be looked at before it is made.
pub fn suggested<'d>(draft: Draft<'d>, repair: Option<Repair>) -> Draft<'d> {
    match repair {
        Some(repair) => draft.fix(repair.title, Applicability::Suggested, repair.edits),
        None => draft,
    }
}
