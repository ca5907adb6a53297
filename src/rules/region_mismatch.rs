//! `region-mismatch`

use super::{Context, FixAvailability, Report, RuleMeta};
use crate::finding::Severity;

pub const META: RuleMeta = RuleMeta {
    id: "region-mismatch",
    summary: "",
    category: "",
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: "",
};

pub fn check(_cx: &Context<'_>, _report: &mut Report<'_>) {}
