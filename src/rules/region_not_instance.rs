//! `region-not-instance`

use super::{Context, FixAvailability, Report, RuleMeta};
use crate::finding::Severity;

pub const META: RuleMeta = RuleMeta {
    id: "region-not-instance",
    summary: "",
    category: "",
    severity: Severity::Error,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: "",
};

pub fn check(_cx: &Context<'_>, _report: &mut Report<'_>) {}
