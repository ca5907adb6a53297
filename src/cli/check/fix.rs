//! Repairing one text.

use super::Checked;
use crate::finding::Applicability;
use crate::repair::{self, Fixed, Judge};

/// Applies the fixes of `text`, which came to `checked`, that are at least `least` applicable. `None` when nothing is to be
/// done; see [`repair::fix_text`].
pub fn fix_text(text: &str, checked: &Checked, judge: Judge<'_>, least: Applicability) -> Option<Fixed> {
    repair::fix_text(text, checked, judge, &|finding| finding.fixes.iter().find(|fix| fix.applicability >= least))
}
