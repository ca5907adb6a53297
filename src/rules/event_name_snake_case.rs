//! `event-name-snake-case`

use super::{Context, FixAvailability, Report, RuleMeta};
use crate::finding::Severity;

pub const META: RuleMeta = RuleMeta {
    id: "event-name-snake-case",
    summary: "",
    category: "",
    severity: Severity::Hint,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: "",
};

pub fn check(_cx: &Context<'_>, _report: &mut Report<'_>) {}
