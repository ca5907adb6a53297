//! Pushed diagnostics: with a version, no more than needed, gone when the document is.

use super::support::{Client, capabilities, fast, range};
use serde_json::json;

const URI: &str = "file:///a.ts";

#[tokio::test]
async fn an_equal_set_is_not_sent_again() {
    let mut client = Client::start(fast(), capabilities()).await;
    client.open(URI, 1, "'customerio'; BAD\n\n").await;
    assert_eq!(client.pushed(URI).await["version"], 1);
    // Nothing of this moves the finding.
    for version in 2..20 {
        client.change(URI, version, &[(Some(range(1, 0, 0)), "x")]).await;
    }
    client.change(URI, 30, &[(Some(range(0, 0, 0)), " ")]).await;
    let push = client.pushed(URI).await;
    assert_eq!((&push["version"], &push["diagnostics"][0]["range"]), (&json!(30), &range(0, 15, 18)));
}

#[tokio::test]
async fn closing_clears_what_was_shown() {
    let mut client = Client::start(fast(), capabilities()).await;
    client.open(URI, 1, "'customerio'; BAD").await;
    client.pushed(URI).await;
    client.close(URI).await;
    assert_eq!(client.pushed(URI).await["diagnostics"], json!([]));
    client.open(URI, 1, "'customerio'; BAD").await;
    assert_eq!(client.pushed(URI).await["diagnostics"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_document_that_stops_concerning_us_loses_its_findings_and_may_get_them_back() {
    let mut client = Client::start(fast(), capabilities()).await;
    client.open(URI, 1, "'customerio'; BAD").await;
    client.pushed(URI).await;
    client.change(URI, 2, &[(Some(range(0, 1, 2)), "")]).await;
    let push = client.pushed(URI).await;
    assert_eq!((&push["version"], &push["diagnostics"]), (&json!(2), &json!([])));
    client.change(URI, 3, &[(Some(range(0, 1, 1)), "c")]).await;
    let push = client.pushed(URI).await;
    assert_eq!((&push["version"], &push["diagnostics"][0]["range"]), (&json!(3), &range(0, 14, 17)));
}

#[tokio::test]
async fn a_second_opening_counts_and_replaces_the_first() {
    let mut client = Client::start(fast(), capabilities()).await;
    client.open(URI, 5, "'customerio'; BAD").await;
    client.pushed(URI).await;
    client.open(URI, 1, "'customerio'; GOOD").await;
    let push = client.pushed(URI).await;
    assert_eq!((&push["version"], &push["diagnostics"]), (&json!(1), &json!([])));
}
