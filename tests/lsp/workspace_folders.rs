//! More than one workspace folder, and folders that come and go.

use super::support::{CALLER, CLIENT, Client, Counting, Folder, capabilities, counted};
use serde_json::{Value, json};
use std::sync::Arc;

async fn start(engine: &Arc<Counting>, folders: &[String]) -> Client {
    let mut client = Client::connect(counted(engine));
    let folders: Vec<Value> = folders.iter().map(|uri| json!({ "uri": uri, "name": uri })).collect();
    client.initialize(json!({ "capabilities": capabilities(), "workspaceFolders": folders })).await;
    client
}

async fn found(client: &mut Client, uri: &str) -> usize {
    client.pushed(uri).await["diagnostics"].as_array().expect("a list").len()
}

#[tokio::test]
async fn every_folder_is_shown_and_a_file_in_two_of_them_once() {
    let (one, two) = (
        Folder::new(&[("client.ts", CLIENT), ("inner/a.ts", &CALLER.replace("./", "../"))]),
        Folder::new(&[("client.ts", CLIENT), ("b.ts", CALLER)]),
    );
    let engine = Arc::<Counting>::default();
    let mut client = start(&engine, &[one.uri("inner"), one.uri(""), two.uri("")]).await;
    assert_eq!(found(&mut client, &one.uri("inner/a.ts")).await, 1);
    assert_eq!(found(&mut client, &two.uri("b.ts")).await, 1);
    let counts = engine.take();
    assert_eq!(counts.get("a.ts"), Some(&1), "{counts:?}");
    client.request("shutdown", Value::Null).await;
    assert!(client.leftovers().is_empty());
}

#[tokio::test]
async fn folders_come_and_go() {
    let (one, two) = (
        Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER)]),
        Folder::new(&[("client.ts", CLIENT), ("b.ts", CALLER), ("open.ts", CALLER)]),
    );
    let mut client = start(&Arc::default(), &[one.uri("")]).await;
    assert_eq!(found(&mut client, &one.uri("a.ts")).await, 1);
    let folder = json!({ "uri": two.uri(""), "name": "two" });
    let change = json!({ "event": { "added": [folder], "removed": [] } });
    client.notify("workspace/didChangeWorkspaceFolders", change).await;
    assert_eq!(found(&mut client, &two.uri("b.ts")).await, 1);
    assert_eq!(found(&mut client, &two.uri("open.ts")).await, 1);
    client.open(&two.uri("open.ts"), 1, CALLER).await;
    let change = json!({ "event": { "added": [], "removed": [folder] } });
    client.notify("workspace/didChangeWorkspaceFolders", change).await;
    assert_eq!(found(&mut client, &two.uri("b.ts")).await, 0);
    // The open one stays, by itself now: it does not name the SDK, and nothing marks its folder as a project.
    client.close(&two.uri("open.ts")).await;
    assert_eq!(found(&mut client, &two.uri("open.ts")).await, 0);
    client.close(&one.uri("a.ts")).await;
}

#[tokio::test]
async fn only_the_opened_part_of_a_project_is_shown_and_all_of_it_is_followed() {
    let folder = Folder::new(&[
        ("package.json", r#"{ "workspaces": ["packages/*"] }"#),
        ("packages/cio/package.json", r#"{ "name": "@shop/cio", "main": "./index.ts" }"#),
        ("packages/cio/index.ts", CLIENT),
        ("packages/cio/elsewhere.ts", &CALLER.replace("./client", "./index")),
        ("packages/app/package.json", r#"{ "name": "@shop/app" }"#),
        ("packages/app/a.ts", &CALLER.replace("./client", "@shop/cio")),
    ]);
    let mut client = start(&Arc::default(), &[folder.uri("packages/app")]).await;
    assert_eq!(found(&mut client, &folder.uri("packages/app/a.ts")).await, 1);
    client.request("shutdown", Value::Null).await;
    assert!(client.leftovers().is_empty());
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_no_trouble() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER)]);
    let mut client = start(&Arc::default(), &[folder.uri("nowhere"), "untitled:x".to_owned(), folder.uri("")]).await;
    assert_eq!(found(&mut client, &folder.uri("a.ts")).await, 1);
}

#[tokio::test]
async fn an_ignored_folder_is_looked_at_when_it_is_opened_and_not_when_a_file_in_it_is() {
    let caller = CALLER.replace("./", "../");
    let folder = Folder::new(&[
        (".git/HEAD", "ref: refs/heads/main\n"),
        (".gitignore", "gen/\n"),
        ("client.ts", CLIENT),
        ("gen/package.json", "{}"),
        ("gen/a.ts", &caller),
        ("gen/b.ts", &caller),
    ]);
    let mut client = start(&Arc::default(), &[folder.uri("gen")]).await;
    assert_eq!(found(&mut client, &folder.uri("gen/a.ts")).await, 1);
    assert_eq!(found(&mut client, &folder.uri("gen/b.ts")).await, 1);

    let mut client = start(&Arc::default(), &[folder.uri("")]).await;
    client.open(&folder.uri("gen/a.ts"), 1, &caller).await;
    assert_eq!(found(&mut client, &folder.uri("gen/a.ts")).await, 1);
    client.quiet().await;
    let others = client.leftovers().into_iter().filter(|message| message["params"]["uri"] == folder.uri("gen/b.ts"));
    assert_eq!(others.count(), 0);
    // It may come as a folder of its own later on.
    let added = json!({ "uri": folder.uri("gen"), "name": "gen" });
    let change = json!({ "event": { "added": [added], "removed": [] } });
    client.notify("workspace/didChangeWorkspaceFolders", change).await;
    assert_eq!(found(&mut client, &folder.uri("gen/b.ts")).await, 1);
    let change = json!({ "event": { "added": [], "removed": [added] } });
    client.notify("workspace/didChangeWorkspaceFolders", change).await;
    assert_eq!(found(&mut client, &folder.uri("gen/b.ts")).await, 0);
}
