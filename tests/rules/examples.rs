//! The examples in a rule's documentation are run: Invalid ones are found by this rule alone, Valid ones by none.

use crate::fixes;
use crate::fixture::Fixture;
use customerio_ls::testing::finding::Applicability;
use customerio_ls::testing::rules::RuleMeta;
use libtest_mimic::Failed;
use std::path::PathBuf;

/// An example of a rule's documentation.
pub struct Example {
    rule: &'static str,
    valid: bool,
    number: usize,
    extension: String,
    code: String,
}

/// Every fenced block under `### Invalid` and `### Valid`.
pub fn of(meta: &RuleMeta) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut heading = "";
    let mut lines = meta.docs.lines();
    while let Some(line) = lines.next() {
        if let Some(text) = line.strip_prefix("### ") {
            heading = text;
        } else if let Some(info) = line.strip_prefix("```") {
            let code = lines.by_ref().take_while(|l| !l.starts_with("```")).map(|l| format!("{l}\n")).collect();
            if matches!(heading, "Invalid" | "Valid") {
                let (valid, number) = (heading == "Valid", examples.len() + 1);
                examples.push(Example { rule: meta.id, valid, number, extension: info.to_owned(), code });
            }
        }
    }
    examples
}

impl Example {
    pub fn name(&self) -> String {
        format!("{} example {}", if self.valid { "valid" } else { "invalid" }, self.number)
    }

    pub fn check(&self) -> Result<(), Failed> {
        let path = match self.extension.as_str() {
            "json" => PathBuf::from("package.json"),
            extension => PathBuf::from(format!("example.{extension}")),
        };
        // An example says in words which version is installed, and what stands in the settings.
        let words = [("// customerio-node ", "//@ sdk = "), ("// customerio.json: ", "//@ customerio.json = ")];
        let said = words.iter().find_map(|(words, key)| Some(format!("{key}{}", self.code.strip_prefix(words)?)));
        let code = said.unwrap_or_else(|| self.code.clone());
        let mut fixture = Fixture::parse(&code, &path)?;
        fixture.run_rule(self.rule);
        fixes::check_syntax(&fixture)?;
        let files = fixture.files.iter().enumerate();
        let found: Vec<_> = files.flat_map(|(at, file)| fixture.findings(at, &file.text)).collect();
        let rules: Vec<&str> = found.iter().map(|f| f.rule).collect();
        if self.valid && !found.is_empty() {
            return Err(format!("a valid example is found wrong by {rules:?}:\n{}", self.code).into());
        }
        if !self.valid && (found.is_empty() || rules.iter().any(|rule| *rule != self.rule)) {
            return Err(format!("an invalid example is found by {rules:?}:\n{}", self.code).into());
        }
        for (at, file) in fixture.files.iter().enumerate() {
            fixes::check_each(&fixture, at)?;
            let findings = |text: &str| fixture.findings(at, text);
            fixes::converge(&file.text, file.language, Applicability::Suggested, &findings)?;
        }
        Ok(())
    }
}
