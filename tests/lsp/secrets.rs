//! Secrets that are planted in a document are in no message of the server but in the edits of the document itself.

use super::crashes::Session;
use super::planted::{HEAD, hex, planted};
use super::support::{BINARY, Client, Folder, capabilities, position, real};
use serde_json::{Value, json};
use std::process::Command;

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

/// Lines of a document: each request judges all of them.
const AT_ONCE: usize = 16;

#[tokio::test]
async fn no_message_holds_a_planted_secret() {
    let planted = planted();
    let mut client = Client::start(real(), capabilities()).await;
    let mut said: Vec<Value> = Vec::new();
    for (number, planted) in planted.chunks(AT_ONCE).enumerate() {
        let uri = format!("file:///{number}.tsx");
        let lines: String = planted.iter().map(|planted| format!("{}\n", planted.line)).collect();
        client.open_as(&uri, "typescriptreact", 1, &format!("{HEAD}{lines}")).await;
        let pushed = client.pushed(&uri).await;
        assert!(pushed["diagnostics"].as_array().is_some_and(|all| all.len() >= planted.len()), "{pushed}");
        said.push(pushed);
        for (index, planted) in planted.iter().enumerate() {
            let line = 3 + index as u32;
            let whole = json!({ "start": position(line, 0), "end": position(line + 1, 0) });
            let mut actions = Value::from(client.actions(&uri, whole, json!({})).await);
            without_edits(&mut actions);
            said.push(actions);
            // The name of what is called, and the first literal.
            let columns =
                [planted.line.find('(').map(|at| at.saturating_sub(2)), planted.line.find('\'').map(|at| at + 1)];
            for column in columns.into_iter().flatten() {
                let params = json!({ "textDocument": { "uri": uri }, "position": position(line, column as u32) });
                said.push(client.request("textDocument/hover", params).await);
            }
        }
    }
    said.extend(client.leftovers());
    let said: Vec<String> = said.iter().map(Value::to_string).collect();
    let mut leaks = Vec::new();
    for planted in &planted {
        for message in &said {
            if planted.never.iter().any(|never| message.contains(never.as_str())) {
                leaks.push(format!("{}: {message}", planted.shape));
            }
        }
    }
    assert!(leaks.is_empty(), "{} leaks\n{}", leaks.len(), leaks.join("\n"));
}

/// What the process says in any way: its messages, those to people among them, and its log.
#[test]
fn neither_log_nor_messages_to_people_hold_one() {
    let planted = planted();
    let lines: String = planted.iter().map(|planted| format!("{}\n", planted.line)).collect();
    let text = format!("{HEAD}{lines}");
    let (key, password) = (hex(9, 32), "hunter-2x77");
    let settings = format!(
        "{{ \"preset\": \"all\", \"region\": \"{key}\", \"sdkVersion\": \"{password}\", \"{key}\": 1, \"rules\": {{ \"{key}\": \"{password}\" }},\n \
         \"extends\": \"https://site:{password}@host/{key}.json\" }}"
    );
    let folder = Folder::new(&[
        (
            "package.json",
            &format!("{{ \"dependencies\": {{ \"customerio-node\": \"{key}\" }}, \"token\": \"{password}\""),
        ),
        (
            "tsconfig.json",
            &format!("{{ \"extends\": \"{key}\", \"compilerOptions\": {{ \"paths\": {{ \"{password}\": [\""),
        ),
        (".env", &format!("CIO_KEY={key}\n{key}\nPASSWORD={password}\n")),
        ("customerio.json", "{ \"preset\": \"all\" }"),
        ("sub/customerio.json", &settings),
        ("sub/b.tsx", &text),
        ("a.tsx", &text),
    ]);
    let mut session = Session::start(&folder, &mut Command::new(BINARY));
    let uri = folder.uri("a.tsx");
    session.open(&uri, &text);
    session.until_shown(&uri);
    session.until_shown(&folder.uri("sub/b.tsx"));
    for (index, planted) in planted.iter().enumerate() {
        let at = planted.line.find('(').map_or(0, |at| at.saturating_sub(2)) as u32;
        let params = json!({ "textDocument": { "uri": uri }, "position": position(3 + index as u32, at) });
        session.request("textDocument/hover", params);
    }
    // Settings of the editor, an edit that cannot be, a message that cannot be read.
    let wrong = json!({ "settings": { "customerio": { "preset": key, "rules": { password: key } } } });
    session.notify("workspace/didChangeConfiguration", wrong);
    let change = json!({ "range": { "start": position(900, 9), "end": position(2, 0) }, "text": key });
    let params = json!({ "textDocument": { "uri": uri, "version": 2 }, "contentChanges": [change] });
    session.notify("textDocument/didChange", params);
    session.notify(
        "textDocument/didChange",
        json!({ "textDocument": { "uri": uri, "text": key }, "contentChanges": password }),
    );
    session.request("textDocument/hover", json!({ "textDocument": key, "position": password }));
    session.request("customerio/none", json!({ "key": key }));
    let path = folder.path("").display().to_string();
    let mut said = Value::from(std::mem::take(&mut session.said));
    without_edits(&mut said);
    let log = session.end();
    assert!(!log.is_empty() && said.as_array().is_some_and(|all| all.len() > planted.len()));
    let never = planted.iter().flat_map(|planted| planted.never.iter().map(|never| (planted.shape, never.as_str())));
    let beside = [("a wrong setting", key.as_str()), ("a wrong setting", password)];
    let messages = said.as_array().into_iter().flatten().map(Value::to_string);
    let said = messages.chain(log.lines().map(str::to_owned)).map(|message| message.replace(&path, ""));
    let said: Vec<String> = said.collect();
    let mut leaks = Vec::new();
    for (shape, never) in never.chain(beside) {
        for message in &said {
            if message.contains(never) {
                leaks.push(format!("{shape}: {message}"));
            }
        }
    }
    assert!(leaks.is_empty(), "{} leaks\n{}", leaks.len(), leaks.join("\n"));
}
