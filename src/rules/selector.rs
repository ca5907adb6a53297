//! Selection of rules by a word in an argument or a comment: a rule, a category or a preset.

use super::{CATEGORIES, Category, Preset, RULES, RuleMeta, find};

/// The rules that one word selects.
#[derive(Clone, Copy, Debug)]
pub enum Selector {
    /// One rule.
    Rule(&'static RuleMeta),
    /// The rules of a category.
    Category(&'static Category),
    /// The rules of a preset.
    Preset(Preset),
}

impl Selector {
    /// The selection for a word, if anything has this name.
    pub fn find(word: &str) -> Option<Self> {
        find(word)
            .map(|rule| Self::Rule(rule.meta))
            .or_else(|| Category::find(word).map(Self::Category))
            .or_else(|| Preset::find(word).map(Self::Preset))
    }

    /// Returns whether a rule is selected.
    pub fn holds(self, rule: &RuleMeta) -> bool {
        match self {
            Self::Rule(one) => one.id == rule.id,
            Self::Category(category) => category.id == rule.category,
            Self::Preset(preset) => preset.holds(rule),
        }
    }

    /// The selected rules.
    pub fn rules(self) -> impl Iterator<Item = &'static RuleMeta> {
        RULES.iter().map(|rule| rule.meta).filter(move |meta| self.holds(meta))
    }

    /// Every word that selects something.
    pub fn words() -> impl Iterator<Item = &'static str> {
        let categories = CATEGORIES.iter().map(|category| category.id);
        RULES.iter().map(|rule| rule.meta.id).chain(categories).chain(Preset::EVERY.map(Preset::as_str))
    }

    /// The words that select a rule, the narrowest first.
    pub fn words_for(rule: &'static RuleMeta) -> impl Iterator<Item = &'static str> {
        let presets = Preset::EVERY.into_iter().rev().filter(|preset| preset.holds(rule)).map(Preset::as_str);
        [rule.id, rule.category].into_iter().chain(presets)
    }
}
