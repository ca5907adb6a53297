//! `customerio.fixAllInWorkspace`: the safe fixes of all files, in one edit that the client applies.

use super::support::{CALLER, CLIENT, Client, Counting, Folder, Project, counted, knows_names};
use serde_json::{Value, json};
use std::sync::Arc;

/// Safe to fix, one mistake a file.
const OTHER: &str = "import { cio } from './client';
export const seen = (id: string) => cio.identify(id, { seen_at: Date.now() });
";

fn able(asks: bool) -> Value {
    let mut able = knows_names();
    able["workspace"]["applyEdit"] = json!(true);
    if asks {
        able["window"]["showMessage"] = json!({ "messageActionItem": {} });
    }
    able
}

async fn run(project: &mut Project) -> Value {
    let params = json!({ "command": "customerio.fixAllInWorkspace" });
    project.client.request("workspace/executeCommand", params).await
}

async fn edit(project: &mut Project) -> Value {
    project.client.next(|message| message["method"] == "workspace/applyEdit").await["params"]["edit"].take()
}

const FIXED: &str = "Math.floor(Date.now() / 1000)";

#[tokio::test]
async fn open_and_closed_files_are_fixed_in_one_edit() {
    let files = [("client.ts", CLIENT), ("a.ts", CALLER), ("b.ts", OTHER), ("fine.ts", "export {};\n")];
    let mut project = Project::with(&files, able(false)).await;
    assert_eq!(project.offered["executeCommandProvider"]["commands"], json!(["customerio.fixAllInWorkspace"]));
    // The editor has another text than the disk.
    let open = format!("\n\n{CALLER}");
    let uri = project.folder.uri("a.ts");
    project.client.open(&uri, 7, &open).await;
    project.client.quiet().await;
    let response = run(&mut project).await;
    assert_eq!(response["result"], json!({ "files": 2, "applied": true }), "{response}");
    let edit = edit(&mut project).await;
    assert_eq!(project.after(&edit, "a.ts", &open), open.replace("Date.now()", FIXED));
    assert_eq!(project.after(&edit, "b.ts", OTHER), OTHER.replace("Date.now()", FIXED));
    let changes = edit["documentChanges"].as_array().expect("changes");
    let versions: Vec<&Value> = changes.iter().map(|change| &change["textDocument"]["version"]).collect();
    assert_eq!(versions, [&json!(7), &Value::Null]);
    assert_eq!(edit.get("changeAnnotations"), None);
}

#[tokio::test]
async fn people_choose_whether_to_apply_or_to_review_it() {
    let mut project = Project::with(&[("client.ts", CLIENT), ("a.ts", CALLER)], able(true)).await;
    for chosen in [Value::Null, json!({ "title": "Cancel" })] {
        project.client.chosen = chosen;
        assert_eq!(run(&mut project).await["result"], json!({ "files": 1, "applied": false }));
    }
    let question = project.client.next(|message| message["method"] == "window/showMessageRequest").await;
    assert_eq!(question["params"]["message"], "Apply all safe fixes? They change 1 file.");
    project.client.chosen = json!({ "title": "Review" });
    assert_eq!(run(&mut project).await["result"]["applied"], true);
    let edit = edit(&mut project).await;
    assert_eq!(edit["changeAnnotations"]["fixes"]["needsConfirmation"], true);
    assert_eq!(project.after(&edit, "a.ts", CALLER), CALLER.replace("Date.now()", FIXED));
    let left = project.client.leftovers();
    assert!(left.iter().all(|message| message["method"] != "workspace/applyEdit"), "{left:?}");
}

#[tokio::test]
async fn what_is_not_shown_is_not_fixed() {
    let settings = "{ \"exclude\": [\"b.ts\"] }";
    let files = [("client.ts", CLIENT), ("a.ts", CALLER), ("b.ts", OTHER), ("customerio.json", settings)];
    let mut project = Project::with(&files, able(false)).await;
    let only = json!({ "settings": { "openFilesOnly": true } });
    project.client.notify("workspace/didChangeConfiguration", only).await;
    project.client.quiet().await;
    let response = run(&mut project).await;
    assert_eq!(response["result"], json!({ "files": 0, "applied": false }), "{response}");
    let said = project.client.next(|message| message["method"] == "window/showMessage").await;
    assert_eq!(said["params"]["message"], "No problem in the workspace can be fixed safely.");
    let all = json!({ "settings": { "openFilesOnly": false } });
    project.client.notify("workspace/didChangeConfiguration", all).await;
    project.client.quiet().await;
    assert_eq!(run(&mut project).await["result"]["files"], 1);
}

#[tokio::test]
async fn half_a_workspace_is_not_fixed() {
    let engine = Arc::new(Counting::default());
    let gate = engine.gate("a.ts");
    gate.close();
    let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER)]);
    let mut client = Client::connect(counted(&engine));
    let folders = json!([{ "uri": folder.uri(""), "name": "shop" }]);
    client.initialize(json!({ "capabilities": able(false), "workspaceFolders": folders })).await;
    client.progressed("begin").await;
    let params = json!({ "command": "customerio.fixAllInWorkspace" });
    let refused = client.request("workspace/executeCommand", params.clone()).await;
    assert_eq!(refused["error"]["code"], -32803, "{refused}");
    gate.open();
    client.quiet().await;
    assert_eq!(client.request("workspace/executeCommand", params).await["result"]["files"], 1);
}

#[tokio::test]
async fn a_file_in_two_folders_is_changed_once() {
    let inner = CALLER.replace("./client", "../client");
    // The second folder would be a project by itself as well.
    let files = [("client.ts", CLIENT), ("one/a.ts", &inner), ("two/package.json", "{}")];
    let folder = Folder::new(&[&files[..], &[("two/client.ts", CLIENT), ("two/b.ts", OTHER)]].concat());
    let mut client = Client::connect(super::support::real());
    let folders = ["one", "", "two"].map(|name| json!({ "uri": folder.uri(name), "name": name }));
    client.initialize(json!({ "capabilities": able(false), "workspaceFolders": folders })).await;
    client.quiet().await;
    let params = json!({ "command": "customerio.fixAllInWorkspace" });
    let response = client.request("workspace/executeCommand", params).await;
    assert_eq!(response["result"], json!({ "files": 2, "applied": true }), "{response}");
    let edit = client.next(|message| message["method"] == "workspace/applyEdit").await;
    let changes = edit["params"]["edit"]["documentChanges"].as_array().expect("changes");
    let changed: Vec<&str> = changes.iter().filter_map(|change| change["textDocument"]["uri"].as_str()).collect();
    assert_eq!(changed, [folder.uri("one/a.ts"), folder.uri("two/b.ts")]);
    for change in changes {
        let inserted = change["edits"].as_array().expect("edits").iter();
        let inserted: Vec<&str> = inserted.filter_map(|edit| edit["newText"].as_str()).collect();
        assert_eq!(inserted, ["Math.floor(", " / 1000)"]);
    }
}

#[tokio::test]
async fn a_search_that_was_cancelled_begins_again() {
    let engine = Arc::new(Counting::default());
    let gate = engine.gate("a.ts");
    gate.close();
    let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER)]);
    let mut client = Client::connect(counted(&engine));
    let folders = json!([{ "uri": folder.uri(""), "name": "shop" }]);
    client.initialize(json!({ "capabilities": able(false), "workspaceFolders": folders })).await;
    let begin = client.progressed("begin").await;
    client.notify("window/workDoneProgress/cancel", json!({ "token": begin["token"] })).await;
    let params = json!({ "command": "customerio.fixAllInWorkspace" });
    // The notification has been read when this is answered.
    client.actions(&folder.uri("a.ts"), super::support::range(0, 0, 0), json!({})).await;
    gate.open();
    client.progressed("end").await;
    client.quiet().await;
    let refused = client.request("workspace/executeCommand", params.clone()).await;
    let why = "The workspace is not indexed yet. Indexing was cancelled and has been started again. Try again when \
               it has finished.";
    assert_eq!(refused["error"]["message"], why, "{refused}");
    client.quiet().await;
    assert_eq!(client.request("workspace/executeCommand", params).await["result"]["files"], 1);
}
