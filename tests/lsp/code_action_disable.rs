//! "Disable here" over the wire: the comment's form and place are the server's business.

use super::support::{Client, capabilities, fast, range};
use serde_json::{Value, json};

async fn disable(uri: &str, text: &str, line: u32, column: u32) -> Vec<Value> {
    let mut client = Client::start(fast(), capabilities()).await;
    client.open_as(uri, "", 1, text).await;
    let actions = client.actions(uri, range(line, column, column), json!({ "only": ["quickfix"] })).await;
    let disabling = actions.iter().filter(|a| a["title"].as_str().is_some_and(|title| title.starts_with("Disable")));
    disabling.map(|a| a["edit"]["documentChanges"][0]["edits"].clone()).collect()
}

#[tokio::test]
async fn in_code_it_is_a_comment_of_its_own_line() {
    let edits = disable("file:///a.ts", "f('customerio',\r\n\tBAD)", 1, 2).await;
    let line = "// customerio-disable-next-line timestamp-milliseconds\r\n\t";
    let file = "/* customerio-disable timestamp-milliseconds */\r\n";
    assert_eq!(edits[0], json!([{ "range": range(1, 1, 1), "newText": line }]));
    assert_eq!(edits[1], json!([{ "range": range(0, 0, 0), "newText": file }]));
}

#[tokio::test]
async fn among_children_it_wears_braces() {
    let text = "const a = <div title='customerio'>\n  <b c={BAD} />\n</div>;";
    let edits = disable("file:///a.tsx", text, 1, 9).await;
    let line = "{/* customerio-disable-next-line timestamp-milliseconds */}\n  ";
    assert_eq!(edits[0], json!([{ "range": range(1, 2, 2), "newText": line }]));
}

#[tokio::test]
async fn in_a_template_it_stands_beside_the_finding() {
    let edits = disable("file:///a.ts", "`customerio\n  ${BAD}`", 1, 5).await;
    let line = "/* customerio-disable-line timestamp-milliseconds */ ";
    assert_eq!(edits[0], json!([{ "range": range(1, 4, 4), "newText": line }]));
}
