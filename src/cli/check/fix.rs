//! Repairing one text.

use super::{Checked, check_text};
use crate::config::Settings;
use crate::finding::Applicability;
use crate::repair;
pub use crate::repair::Fixed;
use crate::syntax::Language;

/// Applies the fixes of `text`, which came to `checked`, that are at least `least` applicable. `None` when nothing is to be
/// done; see [`repair::fix_text`].
pub fn fix_text(
    text: &str,
    checked: &Checked,
    language: Language,
    settings: &Settings,
    least: Applicability,
) -> Option<Fixed> {
    let judge = |text: &str| check_text(text, language, settings);
    repair::fix_text(text, checked, &judge, &|finding| finding.fixes.iter().find(|fix| fix.applicability >= least))
}
