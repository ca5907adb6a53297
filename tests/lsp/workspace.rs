//! Findings of files that are not open.

use super::support::{CALLER, CLIENT, Client, Folder, capabilities, range, real, uri};
use serde_json::{Value, json};

async fn start(folder: &Folder) -> Client {
    let mut client = Client::connect(real());
    let folders = json!([{ "uri": folder.uri(""), "name": "shop" }]);
    client.initialize(json!({ "capabilities": capabilities(), "workspaceFolders": folders })).await;
    client
}

#[tokio::test]
async fn a_closed_file_that_reaches_the_sdk_is_shown_and_one_that_does_not_is_not() {
    let folder = Folder::new(&[
        ("src/client.ts", CLIENT),
        ("src/greet.ts", CALLER),
        (
            "src/other.ts",
            "export const cio = { identify: (..._: unknown[]) => {} };\ncio.identify('1', { created_at: Date.now() });\n",
        ),
    ]);
    let mut client = start(&folder).await;
    let push = client.pushed(&folder.uri("src/greet.ts")).await;
    assert_eq!(push["diagnostics"][0]["code"], "timestamp-milliseconds");
    assert_eq!(push["diagnostics"][0]["range"], range(1, 68, 78));
    assert!(push.get("version").is_none(), "{push}");
    client.request("shutdown", Value::Null).await;
    assert!(client.leftovers().is_empty());
}

#[tokio::test]
async fn a_file_that_takes_another_package_for_the_sdk_is_shown_closed_and_open() {
    let mistaken = "import { TrackClient } from 'customer.io';\n";
    let folder = Folder::new(&[("client.ts", mistaken)]);
    let mut client = start(&folder).await;
    let uri = folder.uri("client.ts");
    assert_eq!(client.pushed(&uri).await["diagnostics"][0]["code"], "unknown-package");
    client.open(&uri, 1, "").await;
    assert_eq!(client.pushed(&uri).await["diagnostics"], json!([]));
    client.change(&uri, 2, &[(Some(range(0, 0, 0)), mistaken)]).await;
    assert_eq!(client.pushed(&uri).await["diagnostics"][0]["code"], "unknown-package");
    client.close(&uri).await;
    client.request("shutdown", Value::Null).await;
    assert!(client.leftovers().is_empty());
}

#[tokio::test]
async fn a_closed_file_says_the_same_when_it_is_opened_and_is_not_pushed_again() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("greet.ts", CALLER)]);
    let mut client = start(&folder).await;
    let greet = folder.uri("greet.ts");
    client.pushed(&greet).await;
    client.open(&greet, 1, CALLER).await;
    // The next push is that of the edit: opening brought nothing new.
    client.change(&greet, 2, &[(Some(range(0, 0, 0)), "\n")]).await;
    assert_eq!(client.pushed(&greet).await["version"], 2);
}

#[tokio::test]
async fn what_was_not_saved_is_forgotten_when_the_document_is_closed() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("greet.ts", CALLER)]);
    let mut client = start(&folder).await;
    let greet = folder.uri("greet.ts");
    client.pushed(&greet).await;
    client.open(&greet, 1, CALLER).await;
    client.change(&greet, 2, &[(Some(range(1, 68, 78)), "1700000000")]).await;
    assert_eq!(client.pushed(&greet).await["diagnostics"], json!([]));
    client.close(&greet).await;
    let push = client.pushed(&greet).await;
    assert_eq!(push["diagnostics"][0]["range"], range(1, 68, 78));
    assert!(push.get("version").is_none(), "{push}");
}

#[tokio::test]
async fn open_files_only_takes_the_others_away_and_brings_them_back() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("greet.ts", CALLER), ("other.ts", CALLER)]);
    let mut client = start(&folder).await;
    let (greet, other) = (folder.uri("greet.ts"), folder.uri("other.ts"));
    client.pushed(&greet).await;
    client.pushed(&other).await;
    client.open(&other, 1, CALLER).await;
    let set = async |client: &mut Client, only: bool| {
        let settings = json!({ "settings": { "customerio": { "openFilesOnly": only } } });
        client.notify("workspace/didChangeConfiguration", settings).await;
    };
    set(&mut client, true).await;
    assert_eq!(client.pushed(&greet).await["diagnostics"], json!([]));
    set(&mut client, false).await;
    assert_eq!(client.pushed(&greet).await["diagnostics"].as_array().map(Vec::len), Some(1));
    client.request("shutdown", Value::Null).await;
    // The open one was never taken away.
    assert!(client.leftovers().is_empty());
}

#[tokio::test]
async fn with_open_files_only_from_the_start_closed_files_are_known_but_not_shown() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("greet.ts", CALLER), ("other.ts", CALLER)]);
    let mut client = Client::connect(real());
    let params = json!({
        "capabilities": capabilities(),
        "workspaceFolders": [{ "uri": folder.uri("") }],
        "initializationOptions": { "openFilesOnly": true },
    });
    client.initialize(params).await;
    // It does not name the SDK: what it is said of comes from the closed file that it imports.
    client.open(&folder.uri("greet.ts"), 1, CALLER).await;
    assert_eq!(client.pushed(&folder.uri("greet.ts")).await["diagnostics"].as_array().map(Vec::len), Some(1));
    client.close(&folder.uri("greet.ts")).await;
    assert_eq!(client.pushed(&folder.uri("greet.ts")).await["diagnostics"], json!([]));
    client.request("shutdown", Value::Null).await;
    assert!(client.leftovers().is_empty());
}

#[tokio::test]
async fn rules_that_compare_files_see_closed_ones_and_editing_one_changes_the_others() {
    let event =
        |name: &str| format!("import {{ cio }} from './client';\nawait cio.track('1', {{ name: '{name}' }});\n");
    let folder = Folder::new(&[
        ("client.ts", CLIENT),
        ("a.ts", &event("signed-up")),
        ("b.ts", &event("signed-up")),
        ("c.ts", &event("signed up")),
    ]);
    let mut client = start(&folder).await;
    let inconsistent = |push: &Value| {
        let all = push["diagnostics"].as_array().expect("a list");
        all.iter().filter(|diagnostic| diagnostic["code"] == "event-name-inconsistent").count()
    };
    while inconsistent(&client.pushed(&folder.uri("c.ts")).await) != 1 {}
    client.open(&folder.uri("c.ts"), 1, &event("signed up")).await;
    client.change(&folder.uri("c.ts"), 2, &[(None, &event("signed-up"))]).await;
    while inconsistent(&client.pushed(&folder.uri("c.ts")).await) != 0 {}
    client.open(&folder.uri("a.ts"), 1, &event("signed-up")).await;
    // Two files that write it otherwise than the closed one; no spelling is in the default style.
    client.change(&folder.uri("a.ts"), 2, &[(None, &event("signed up"))]).await;
    client.change(&folder.uri("c.ts"), 3, &[(None, &event("signed up"))]).await;
    while inconsistent(&client.pushed(&folder.uri("b.ts")).await) != 1 {}
}

#[tokio::test]
async fn without_a_folder_open_files_are_judged_in_the_project_of_their_path_and_no_others_shown() {
    let folder = Folder::new(&[
        ("package.json", "{}"),
        ("client.ts", CLIENT),
        ("greet.ts", CALLER),
        ("other.ts", CALLER),
        ("lonely/customerio.ts", &CALLER.replace("./client", "../client")),
    ]);
    let mut client = Client::start(real(), capabilities()).await;
    let greet = folder.uri("greet.ts");
    client.open(&greet, 1, CALLER).await;
    assert_eq!(client.pushed(&greet).await["diagnostics"].as_array().map(Vec::len), Some(1));
    client.close(&greet).await;
    assert_eq!(client.pushed(&greet).await["diagnostics"], json!([]));
    client.request("shutdown", Value::Null).await;
    assert!(client.leftovers().is_empty());
}

#[tokio::test]
async fn hostile_projects_end_well() {
    let deep =
        format!("import {{ cio }} from './client';\nexport const x = {}1{};\n", "(".repeat(10_000), ")".repeat(10_000));
    let long = format!("import {{ cio }} from './client';\n//{}\n", "x".repeat(21 << 20));
    let folder = Folder::new(&[
        ("client.ts", CLIENT),
        ("greet.ts", CALLER),
        ("deep.ts", &deep),
        ("long.ts", &long),
        ("cycle/a.ts", "export * from './b';\nexport { cio } from '../client';\n"),
        ("cycle/b.ts", "export * from './a';\nexport * from './b';\n"),
        ("cycle/greet.ts", &CALLER.replace("./client", "./b")),
        ("binary.ts", "import './client';\0"),
    ]);
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        std::os::unix::fs::symlink(folder.path(""), folder.path("loop")).expect("a link");
        let odd = folder.path("").join(std::ffi::OsStr::from_bytes(b"\xFF.ts"));
        std::fs::write(odd, CALLER).expect("a file");
    }
    let mut client = start(&folder).await;
    for name in ["greet.ts", "cycle/greet.ts"] {
        let push = client.pushed(&uri(&folder.path(name))).await;
        assert_eq!(push["diagnostics"].as_array().map(Vec::len), Some(1), "{name}");
    }
}

#[tokio::test]
async fn what_is_wrong_in_the_settings_of_closed_files_is_told() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("greet.ts", CALLER), ("customerio.json", r#"{ "rulez": {} }"#)]);
    let mut client = start(&folder).await;
    let settings = folder.uri("customerio.json");
    assert_eq!(client.pushed(&settings).await["diagnostics"][0]["range"], range(0, 2, 9));
    folder.write("customerio.json", "{}");
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": settings } })).await;
    assert_eq!(client.pushed(&settings).await["diagnostics"], json!([]));
}
