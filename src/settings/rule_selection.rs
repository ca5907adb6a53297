//! The rules that are on, and the severity of their findings.

use super::Settings;
use crate::finding::Severity;
use crate::rules::{Preset, RuleMeta, find};

impl Settings {
    /// The preset that holds: `recommended` where none is named.
    pub fn preset(&self) -> Preset {
        self.preset.unwrap_or_default()
    }

    /// Returns whether the rule is on. The setting of the rule overrides that of its category, which overrides the
    /// preset. A rule of which only options are given is wanted too, unless its category is off.
    pub fn is_on(&self, rule: &RuleMeta) -> bool {
        match self.said_of(rule) {
            Some(severity) => severity.is_some(),
            None => self.preset().holds(rule) || self.rules.contains_key(rule.id),
        }
    }

    /// The severity that the settings give to a rule that is on; `None` leaves it to the rule.
    pub fn severity_of(&self, rule: &RuleMeta) -> Option<Severity> {
        self.said_of(rule).flatten()
    }

    /// Returns whether the settings switch off a rule that the preset holds.
    pub fn takes_out(&self, rule: &RuleMeta) -> bool {
        self.preset().holds(rule) && !self.is_on(rule)
    }

    /// Returns the setting of the rule, or of its category: a severity, or `Some(None)` for "off".
    fn said_of(&self, rule: &RuleMeta) -> Option<Option<Severity>> {
        let own = self.rules.get(rule.id).and_then(|setting| setting.severity);
        own.or_else(|| self.categories.get(rule.category).copied())
    }

    /// Returns whether the rule with this id is off; an id that no rule has is not.
    pub fn is_off(&self, rule: &str) -> bool {
        find(rule).is_some_and(|rule| !self.is_on(rule.meta))
    }

    /// The severity that the settings give to the rule with this id; `None` leaves it to the rule.
    pub fn severity(&self, rule: &str) -> Option<Severity> {
        self.severity_of(find(rule)?.meta)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::tests::{files, load, problems};
    use crate::settings::{Editor, FILE_NAME, Loader, RuleSetting};
    use serde_json::json;

    /// "off", the severity that the settings give to a rule, or "its own".
    fn level(settings: &Settings, rule: &str) -> String {
        let meta = crate::rules::find(rule).unwrap().meta;
        match (settings.is_on(meta), settings.severity_of(meta)) {
            (false, _) => "off".to_owned(),
            (true, None) => "its own".to_owned(),
            (true, Some(severity)) => severity.as_str().to_owned(),
        }
    }

    #[test]
    fn a_rule_beats_its_category_and_that_beats_the_preset() {
        let dir = files(&[
            ("a/customerio.json", r#"{ "categories": { "region": "off", "naming": "warning" } }"#),
            ("a/b/customerio.json", r#"{ "rules": { "region-mismatch": "error", "event-name-inconsistent": "off" } }"#),
            (
                "a/b/c/customerio.json",
                r#"{ "categories": { "region": "hint" }, "rules": { "event-name-inconsistent": {} } }"#,
            ),
            (
                "d/customerio.json",
                r#"{ "categories": { "naming": "off" }, "rules": { "event-name-snake-case": { "style": "camelCase" } } }"#,
            ),
        ]);
        let of = |path: &str, rule: &str| level(&load(&dir, path).settings, rule);
        assert_eq!(of("a/x.ts", "region-mismatch"), "off");
        assert_eq!(of("a/x.ts", "event-name-snake-case"), "warning");
        assert_eq!(of("a/x.ts", "wrong-api-key"), "its own");
        assert_eq!(of("a/b/x.ts", "region-mismatch"), "error");
        assert_eq!(of("a/b/x.ts", "region-not-instance"), "off", "the folder above says so of the category");
        assert_eq!(of("a/b/x.ts", "event-name-inconsistent"), "off");
        assert_eq!(of("a/b/c/x.ts", "region-mismatch"), "error", "a rule's entry beats a nearer one of its category");
        assert_eq!(of("a/b/c/x.ts", "region-not-instance"), "hint");
        assert_eq!(of("a/b/c/x.ts", "event-name-inconsistent"), "off", "an entry without a severity changes none");
        assert_eq!(of("d/x.ts", "event-name-snake-case"), "off", "options alone do not beat a category that is off");
    }

    #[test]
    fn presets_hold_each_other_and_rules_that_are_named_are_on() {
        use crate::rules::{OptionMeta, RULES};
        // Independent of which preset the rules of the day belong to.
        let rule =
            |preset| RuleMeta { id: "some-rule", preset, options: const { &[] as &[OptionMeta] }, ..*RULES[0].meta };
        let with = |preset: Option<Preset>| Settings { preset, ..Settings::default() };
        let on = |settings: &Settings| Preset::EVERY.map(|preset| settings.is_on(&rule(preset)));
        assert_eq!(on(&with(None)), [true, false, false]);
        assert_eq!(on(&with(Some(Preset::Recommended))), [true, false, false]);
        assert_eq!(on(&with(Some(Preset::Strict))), [true, true, false]);
        assert_eq!(on(&with(Some(Preset::All))), [true, true, true]);

        let mut named = with(None);
        named.rules.insert("some-rule".to_owned(), RuleSetting::default());
        assert_eq!(on(&named), [true, true, true], "a rule that is named is on");
        named.rules.insert("some-rule".to_owned(), RuleSetting { severity: Some(None), ..RuleSetting::default() });
        assert_eq!(on(&named), [false, false, false]);

        let mut category = with(None);
        category.categories.insert(RULES[0].meta.category, Some(Severity::Hint));
        assert_eq!(on(&category), [true, true, true], "a severity for a category switches it on as a whole");
        assert_eq!(category.severity_of(&rule(Preset::All)), Some(Severity::Hint));
        category.categories.insert(RULES[0].meta.category, None);
        assert_eq!(on(&category), [false, false, false]);
        assert!(category.takes_out(&rule(Preset::Recommended)));
        assert!(!category.takes_out(&rule(Preset::Strict)), "it was never on");
    }

    #[test]
    fn the_nearest_preset_counts() {
        let dir = files(&[
            (FILE_NAME, r#"{ "preset": "all", "categories": { "naming": "off" } }"#),
            ("a/customerio.json", r#"{ "preset": "strict" }"#),
        ]);
        assert_eq!(load(&dir, "x.ts").settings.preset(), Preset::All);
        assert_eq!(load(&dir, "a/x.ts").settings.preset(), Preset::Strict);
        assert!(load(&dir, "a/x.ts").settings.is_off("event-name-snake-case"));
        let editor = Editor::new(&json!({ "preset": "recommended", "categories": { "naming": null } }), dir.path());
        let loaded = Loader::new().load(Some(&dir.path().join("a/x.ts")), &editor);
        assert_eq!(*loaded.problems, []);
        assert_eq!(loaded.settings.preset(), Preset::Recommended);
        assert!(loaded.settings.is_off("event-name-snake-case"), "null says nothing");
    }

    #[test]
    fn wrong_presets_and_categories_are_told_where_they_stand() {
        assert_eq!(
            problems(r#"{ "preset": "strickt" }"#),
            [r#"1:13: "preset" must be "recommended", "strict" or "all", not "strickt"; did you mean "strict"?"#]
        );
        assert_eq!(
            problems(r#"{ "preset": 3 }"#),
            [r#"1:13: "preset" must be "recommended", "strict" or "all", not a number"#]
        );
        assert_eq!(
            problems(r#"{ "categories": { "namin": "off" } }"#),
            [r#"1:19: unknown category "namin"; did you mean "naming"?"#]
        );
        assert_eq!(
            problems(r#"{ "categories": { "wrong-api-key": "off" }, "rules": { "naming": "off" } }"#),
            [
                r#"1:19: unknown category "wrong-api-key"; "wrong-api-key" is a rule, which goes under "rules""#,
                r#"1:56: unknown rule "naming"; "naming" is a category, which goes under "categories""#
            ]
        );
        assert!(
            problems(r#"{ "categories": { "naming": "warn" } }"#)[0]
                .starts_with(r#"1:29: the severity of "naming" must be"#)
        );
        assert_eq!(problems(r#"{ "categories": "off" }"#), [r#"1:17: "categories" must be an object, not a string"#]);
    }
}
