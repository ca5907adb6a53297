//! A look that takes long: the findings known so far are shown in their new places, and edits overtake it.

use super::support::{Client, capabilities, gated, range};
use serde_json::{Value, json};
use std::time::Duration;

const URI: &str = "file:///a.ts";

fn ranges(push: &Value) -> Vec<Value> {
    push["diagnostics"].as_array().expect("a list").iter().map(|d| d["range"].clone()).collect()
}

#[tokio::test]
async fn findings_move_with_the_text_except_those_in_the_edited_statement() {
    let (gate, mut options) = gated();
    options.deadline = Duration::ZERO;
    let mut client = Client::start(options, capabilities()).await;
    client.open(URI, 1, "f('customerio', BAD);\ng(BAD);\nh(BAD);\n").await;
    assert_eq!(client.pushed(URI).await["diagnostics"].as_array().map(Vec::len), Some(3));
    gate.close();
    client.change(URI, 2, &[(Some(range(1, 2, 2)), "\n{")]).await;
    let push = client.pushed(URI).await;
    assert_eq!(push["version"], 2);
    assert_eq!(ranges(&push), [range(0, 16, 19), range(3, 2, 5)]);
    assert_eq!(push["diagnostics"][1]["relatedInformation"][0]["location"]["range"], range(0, 0, 1));
    gate.open();
    let push = client.pushed(URI).await;
    assert_eq!(push["version"], 2);
    assert_eq!(ranges(&push), [range(0, 16, 19), range(2, 1, 4), range(3, 2, 5)]);
}

#[tokio::test]
async fn the_newest_text_is_looked_at_next_and_nothing_between() {
    let (gate, analyzer) = gated();
    let mut client = Client::start(analyzer, capabilities()).await;
    client.open(URI, 1, "'customerio';\nBAD;\n").await;
    client.pushed(URI).await;
    gate.close();
    for version in 2..=100 {
        client.change(URI, version, &[(Some(range(0, 0, 0)), "\n")]).await;
    }
    gate.open();
    let push = client.pushed_for(URI, 100).await;
    assert_eq!(ranges(&push), [range(100, 0, 3)]);
    client.change(URI, 101, &[(Some(range(0, 0, 0)), "\n")]).await;
    let push = client.pushed(URI).await;
    assert_eq!((&push["version"], ranges(&push)), (&json!(101), vec![range(101, 0, 3)]));
}
