//! Imports in broken code: the parser mends what the search for imports does not see.

use super::stale::start;
use super::support::{CALLER, CLIENT, Client, Folder, capabilities, range, real};
use serde_json::json;

/// The parser mends what the search for imports does not: whether the file belongs to the project changes by the edit
/// itself, and a look at it may have begun before that was known.
#[tokio::test]
async fn a_file_that_an_edit_takes_out_of_the_project_keeps_no_findings() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER)]);
    let mut client = Client::connect(real());
    let folders = json!([{ "uri": folder.uri(""), "name": "a" }]);
    client.initialize(json!({ "capabilities": capabilities(), "workspaceFolders": folders })).await;
    let uri = folder.uri("a.ts");
    client.open(&uri, 1, CALLER).await;
    client.quiet().await;
    let quote = CALLER.find('\'').expect("a specifier") as u32;
    for (version, before, after) in [(2, 1, 0), (4, 1, 0), (6, 1, 0)] {
        client.change(&uri, version, &[(Some(range(0, quote, quote)), "*")]).await;
        client.quiet().await;
        assert_eq!(last_shown(&mut client, &uri), Some(after), "version {version}");
        client.change(&uri, version + 1, &[(Some(range(0, quote, quote + 1)), "")]).await;
        client.quiet().await;
        assert_eq!(last_shown(&mut client, &uri), Some(before), "version {version}");
    }
}

/// How many findings the client was told of last.
fn last_shown(client: &mut Client, uri: &str) -> Option<usize> {
    let mut pushes = client.leftovers().into_iter().filter(|message| message["params"]["uri"] == uri);
    pushes.next_back()?["params"]["diagnostics"].as_array().map(Vec::len)
}

/// The parser mends what the search for imports does not: a judgement may rest on a file that the project does not know
/// to be imported.
#[tokio::test]
async fn a_file_follows_what_it_imports_in_broken_code() {
    let broken =
        "import { cio } from )'./client';\nconst key = process.env.CIO_TRACK_KEY;\ncio.track('7', { name: 'Left' });\n";
    for is_open in [true, false] {
        let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", broken)]);
        let uri = folder.uri("a.ts");
        let mut client = start(real(), capabilities(), &folder).await;
        if is_open {
            client.open(&uri, 1, broken).await;
        }
        client.open(&folder.uri("client.ts"), 1, CLIENT).await;
        client.quiet().await;
        assert!(last_shown(&mut client, &uri).is_some_and(|count| count > 0), "the parser sees what is meant");
        client.change(&folder.uri("client.ts"), 2, &[(None, "export const cio = null as any;\n")]).await;
        client.quiet().await;
        assert_eq!(last_shown(&mut client, &uri), Some(0), "is open: {is_open}");
    }
}
