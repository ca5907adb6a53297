//! Secrets that are planted in a document are in no message of the server but in the edits of the document itself.

use super::planted::{HEAD, planted};
use super::support::{Client, capabilities, position, real};
use serde_json::{Value, json};

const URI: &str = "file:///a.ts";

/// Takes out what an editor is to write.
fn without_edits(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.remove("newText");
            members.values_mut().for_each(without_edits);
        }
        Value::Array(items) => items.iter_mut().for_each(without_edits),
        _ => {}
    }
}

#[tokio::test]
async fn no_message_holds_a_planted_secret() {
    let planted = planted();
    let mut client = Client::start(real(), capabilities()).await;
    let mut said: Vec<Value> = Vec::new();
    let lines: String = planted.iter().map(|planted| format!("{}\n", planted.line)).collect();
    client.open(URI, 1, &format!("{HEAD}{lines}")).await;
    said.push(client.pushed(URI).await);
    assert!(said[0]["diagnostics"].as_array().is_some_and(|all| all.len() >= planted.len()), "{}", said[0]);
    for (index, planted) in planted.iter().enumerate() {
        let line = 3 + index as u32;
        let whole = json!({ "start": position(line, 0), "end": position(line + 1, 0) });
        let mut actions = Value::from(client.actions(URI, whole, json!({})).await);
        without_edits(&mut actions);
        said.push(actions);
        // The name of what is called, and the first literal.
        let columns = [planted.line.find('(').map(|at| at.saturating_sub(2)), planted.line.find('\'').map(|at| at + 1)];
        for column in columns.into_iter().flatten() {
            let params = json!({ "textDocument": { "uri": URI }, "position": position(line, column as u32) });
            said.push(client.request("textDocument/hover", params).await);
        }
    }
    said.extend(client.leftovers());
    let mut leaks = Vec::new();
    for planted in &planted {
        for message in &said {
            let message = message.to_string();
            if planted.never.iter().any(|never| message.contains(never.as_str())) {
                leaks.push(format!("{}: {message}", planted.shape));
            }
        }
    }
    assert!(leaks.is_empty(), "{} leaks\n{}", leaks.len(), leaks.join("\n"));
}
