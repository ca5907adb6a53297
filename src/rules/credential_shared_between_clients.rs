//! `credential-shared-between-clients`

use super::{Context, FixAvailability, Report, RuleMeta};
use crate::finding::Severity;

pub const META: RuleMeta = RuleMeta {
    id: "credential-shared-between-clients",
    summary: "",
    category: "",
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: "",
};

pub fn check(_cx: &Context<'_>, _report: &mut Report<'_>) {}
