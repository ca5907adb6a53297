//! The table of the rules that judge other clients than those of the Track and the App API: each cell has a fixture.

use super::fixtures_of;
use customerio_ls::testing::rules::DOORS;
use libtest_mimic::Failed;

/// The word in the text of a fixture that says which client it uses, by the name of the client's kind.
const WORDS: &[(&str, &str)] = &[
    ("CdpBrowser", "@customerio/cdp-analytics-browser"),
    ("CdpNode", "@customerio/cdp-analytics-node"),
    ("Pipelines", "PipelinesClient"),
    ("ReactNative", "customerio-reactnative"),
    ("Snippet", "_cio"),
    ("Unified", "new CustomerIO("),
];

pub fn check() -> Result<(), Failed> {
    let mut missing = Vec::new();
    if !DOORS.is_sorted_by_key(|(rule, _)| rule) {
        return Err("the table is not sorted".into());
    }
    for (rule, clients) in DOORS {
        let texts: Vec<String> =
            fixtures_of(rule).iter().map(|path| std::fs::read_to_string(path).unwrap_or_default()).collect();
        for client in *clients {
            let kind = format!("{client:?}");
            let (_, word) = WORDS.iter().find(|(name, _)| *name == kind).ok_or("a client without a word")?;
            let found = format!("[{rule}]");
            if !texts.iter().any(|text| text.contains(word) && text.contains(&found)) {
                missing.push(format!("{rule}: {kind}"));
            }
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(format!("no fixture finds: {missing:#?}").into()) }
}
