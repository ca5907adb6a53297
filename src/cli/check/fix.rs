//! Repairing one text.

use super::Checked;
use crate::engine;
use crate::engine::{Fixed, Judge};
use crate::finding::Applicability;

/// Applies the fixes of `text`, whose result is `checked`, that are at least `least` applicable. `None` when nothing is
/// to be done; see [`engine::fix_text`].
pub fn fix_text(text: &str, checked: &Checked, judge: Judge<'_>, least: Applicability) -> Option<Fixed> {
    engine::fix_text(text, checked, judge, &|finding| finding.fixes.iter().find(|fix| fix.applicability >= least))
}
