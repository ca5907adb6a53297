//! One file by two names, where the file system does not tell the cases apart: on most volumes of Windows and macOS, so
//! this is a part of the tests there alone. What decides is tested in `src/disk/spelling.rs` for every system.

use super::support::{CALLER, CLIENT, Client, Folder, capabilities, real};
use serde_json::json;

const FILES: [(&str, &str); 2] = [("Real/src/client.ts", CLIENT), ("Real/src/use.ts", CALLER)];

/// A folder whose workspace folder is `Real`, and a client.
async fn start() -> (Folder, Client) {
    let folder = Folder::new(&FILES);
    assert!(folder.path("real").is_dir(), "this volume tells cases apart; set TMPDIR to one that does not");
    let mut client = Client::connect(real());
    let root = json!({ "uri": folder.uri("Real"), "name": "Real" });
    client.initialize(json!({ "capabilities": capabilities(), "workspaceFolders": [root] })).await;
    client.quiet().await;
    (folder, client)
}

#[tokio::test]
async fn findings_are_under_the_name_that_the_client_uses_and_under_no_other() {
    let (folder, mut client) = start().await;
    let (closed, open) = (folder.uri("Real/src/use.ts"), folder.uri("real/src/use.ts"));
    assert_eq!(client.all_pushed(), [(closed.clone(), 1)]);
    client.open(&open, 1, CALLER).await;
    client.quiet().await;
    let mut pushes = client.all_pushed();
    pushes.sort();
    assert_eq!(pushes, [(closed, 0), (open.clone(), 1)]);
    // It is the file of the project: what it imports is, too.
    client.open(&folder.uri("REAL/src/client.ts"), 1, CLIENT).await;
    client.change(&folder.uri("REAL/src/client.ts"), 2, &[(None, "export const cio = null as any;\n")]).await;
    client.quiet().await;
    assert_eq!(client.all_pushed().last(), Some(&(open.clone(), 0)));
    client.close(&folder.uri("REAL/src/client.ts")).await;
    client.quiet().await;
    assert_eq!(client.all_pushed().last(), Some(&(open, 1)));
}

#[tokio::test]
async fn a_file_that_is_open_by_two_names_is_one_document() {
    let (folder, mut client) = start().await;
    let (one, two) = (folder.uri("Real/src/use.ts"), folder.uri("Real/SRC/Use.ts"));
    client.open(&one, 1, CALLER).await;
    client.quiet().await;
    client.all_pushed();
    client
        .open(&two, 1, &format!("{CALLER}{}", CALLER.lines().last().unwrap_or_default().replace("greet", "twice")))
        .await;
    client.quiet().await;
    let pushes = client.all_pushed();
    assert!(pushes.contains(&(one.clone(), 0)) && pushes.last() == Some(&(two.clone(), 2)), "{pushes:?}");
    // The name that came first goes, and the document stays.
    client.close(&one).await;
    client.change(&two, 2, &[(None, CALLER)]).await;
    client.quiet().await;
    assert_eq!(client.all_pushed(), [(two, 1)]);
}

#[tokio::test]
async fn a_file_whose_name_changes_its_case_is_one_file() {
    let (folder, mut client) = start().await;
    client.all_pushed();
    // Not at once: some systems take that for nothing.
    std::fs::rename(folder.path("Real/src/use.ts"), folder.path("Real/src/none")).expect("another name");
    std::fs::rename(folder.path("Real/src/none"), folder.path("Real/src/Use.ts")).expect("a new name");
    let (old, new) = (folder.uri("Real/src/use.ts"), folder.uri("Real/src/Use.ts"));
    let changes = json!([{ "uri": old, "type": 3 }, { "uri": new, "type": 1 }]);
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes })).await;
    client.quiet().await;
    let mut pushes = client.all_pushed();
    pushes.sort();
    assert_eq!(pushes, [(new, 1), (old, 0)]);
}
