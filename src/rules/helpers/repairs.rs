//! Adds the model's repairs to findings.

use crate::finding::{Applicability, Fix};
use crate::rules::Draft;
use crate::text::Repair;

/// Adds a repair that must be reviewed before it is applied. It is looked for only when somebody asks for fixes.
pub fn suggested<'d>(draft: Draft<'d>, repair: impl FnOnce() -> Option<Repair>) -> Draft<'d> {
    draft.repair(|| repair().map(|repair| Fix::new(repair.title, Applicability::Suggested, repair.edits)))
}
