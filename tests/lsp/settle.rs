//! A broken text ends with the findings that opening it afresh gives, whatever was typed before.

use super::support::{Client, Finder, capabilities, patient, range};
use customerio_ls::testing::engine::{Engine, Look};
use customerio_ls::testing::finding::{Finding, Severity};
use customerio_ls::testing::text::TextRange;
use serde_json::json;

/// Marks the beginning of a file whose tree grew from an older one and is broken.
fn provisional() -> impl Engine {
    Finder(|look: &Look<'_>| {
        let finding = |rule| Finding {
            rule,
            severity: Severity::Error,
            range: TextRange::new(0, 1),
            what: "found".to_owned(),
            why: None,
            help: None,
            related: Vec::new(),
            fixes: Vec::new(),
            unnecessary: false,
        };
        vec![finding(if look.provisional { "provisional" } else { "settled" })]
    })
}

#[tokio::test]
async fn pushes_end_with_the_settled_findings() {
    let mut client = Client::start(patient(provisional()), capabilities()).await;
    client.open("file:///a.ts", 1, "f('customerio');").await;
    assert_eq!(client.pushed("file:///a.ts").await["diagnostics"][0]["code"], "settled");
    client.change("file:///a.ts", 2, &[(Some(range(0, 16, 16)), " if ({")]).await;
    // The provisional ones may be shown on the way, or be replaced before they leave.
    loop {
        let push = client.pushed("file:///a.ts").await;
        assert_eq!(push["version"], 2);
        match push["diagnostics"][0]["code"].as_str() {
            Some("settled") => break,
            code => assert_eq!(code, Some("provisional")),
        }
    }
    client.request("shutdown", json!(null)).await;
    assert!(client.leftovers().is_empty());
}

#[tokio::test]
async fn pulls_answer_with_the_settled_findings() {
    let mut capabilities = capabilities();
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    let mut client = Client::start(patient(provisional()), capabilities).await;
    client.open("file:///a.ts", 1, "f('customerio');").await;
    client.pull("file:///a.ts", None).await;
    client.change("file:///a.ts", 2, &[(Some(range(0, 16, 16)), " if ({")]).await;
    assert_eq!(client.pull("file:///a.ts", None).await["result"]["items"][0]["code"], "settled");
}
