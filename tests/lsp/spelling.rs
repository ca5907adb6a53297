//! One file by two names, where the file system does not tell the cases apart: on most volumes of Windows and macOS.
//! Elsewhere there is nothing to test here; what decides is tested in `src/disk/spelling.rs` for every system.

use super::support::{CALLER, CLIENT, Client, Folder, capabilities, real};
use serde_json::{Value, json};

const FILES: [(&str, &str); 2] = [("Real/src/client.ts", CLIENT), ("Real/src/use.ts", CALLER)];

/// A folder whose workspace folder is `Real`, and a client; `None` where `real` is another folder.
async fn start() -> Option<(Folder, Client)> {
    let folder = Folder::new(&FILES);
    if !folder.path("real").is_dir() {
        return None;
    }
    let mut client = Client::connect(real());
    let root = json!({ "uri": folder.uri("Real"), "name": "Real" });
    client.initialize(json!({ "capabilities": capabilities(), "workspaceFolders": [root] })).await;
    client.quiet().await;
    Some((folder, client))
}

/// What was pushed, in order.
fn pushed(client: &mut Client) -> Vec<(String, usize)> {
    let pushes =
        client.leftovers().into_iter().filter(|message| message["method"] == "textDocument/publishDiagnostics");
    let pair = |push: Value| {
        let uri = push["params"]["uri"].as_str().expect("a URI").to_owned();
        (uri, push["params"]["diagnostics"].as_array().expect("a list").len())
    };
    pushes.map(pair).collect()
}

#[tokio::test]
async fn findings_are_under_the_name_that_the_client_uses_and_under_no_other() {
    let Some((folder, mut client)) = start().await else { return };
    let (closed, open) = (folder.uri("Real/src/use.ts"), folder.uri("real/src/use.ts"));
    assert_eq!(pushed(&mut client), [(closed.clone(), 1)]);
    client.open(&open, 1, CALLER).await;
    client.quiet().await;
    let mut pushes = pushed(&mut client);
    pushes.sort();
    assert_eq!(pushes, [(closed, 0), (open.clone(), 1)]);
    // It is the file of the project: what it imports is, too.
    client.open(&folder.uri("REAL/src/client.ts"), 1, CLIENT).await;
    client.change(&folder.uri("REAL/src/client.ts"), 2, &[(None, "export const cio = null as any;\n")]).await;
    client.quiet().await;
    assert_eq!(pushed(&mut client).last(), Some(&(open.clone(), 0)));
    client.close(&folder.uri("REAL/src/client.ts")).await;
    client.quiet().await;
    assert_eq!(pushed(&mut client).last(), Some(&(open, 1)));
}

#[tokio::test]
async fn a_file_that_is_open_by_two_names_is_one_document() {
    let Some((folder, mut client)) = start().await else { return };
    let (one, two) = (folder.uri("Real/src/use.ts"), folder.uri("Real/SRC/Use.ts"));
    client.open(&one, 1, CALLER).await;
    client.quiet().await;
    pushed(&mut client);
    client
        .open(&two, 1, &format!("{CALLER}{}", CALLER.lines().last().unwrap_or_default().replace("greet", "twice")))
        .await;
    client.quiet().await;
    let pushes = pushed(&mut client);
    assert!(pushes.contains(&(one.clone(), 0)) && pushes.last() == Some(&(two.clone(), 2)), "{pushes:?}");
    // The name that came first goes, and the document stays.
    client.close(&one).await;
    client.change(&two, 2, &[(None, CALLER)]).await;
    client.quiet().await;
    assert_eq!(pushed(&mut client), [(two, 1)]);
}

#[tokio::test]
async fn a_file_whose_name_changes_its_case_is_one_file() {
    let Some((folder, mut client)) = start().await else { return };
    pushed(&mut client);
    // Not at once: some systems take that for nothing.
    std::fs::rename(folder.path("Real/src/use.ts"), folder.path("Real/src/none")).expect("another name");
    std::fs::rename(folder.path("Real/src/none"), folder.path("Real/src/Use.ts")).expect("a new name");
    let (old, new) = (folder.uri("Real/src/use.ts"), folder.uri("Real/src/Use.ts"));
    let changes = json!([{ "uri": old, "type": 3 }, { "uri": new, "type": 1 }]);
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes })).await;
    client.quiet().await;
    let mut pushes = pushed(&mut client);
    pushes.sort();
    assert_eq!(pushes, [(new, 1), (old, 0)]);
}
