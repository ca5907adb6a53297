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

/// While the package's name is typed again, what the file says stays.
#[tokio::test]
async fn a_file_keeps_its_findings_while_the_name_of_the_sdk_is_typed_again() {
    let text = "import { TrackClient } from 'customerio-node';
export const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
export const seen = (id: string) => cio.identify(id, { last_seen_at: Date.now() });
";
    let name = text.find("customerio-node").expect("a specifier") as u32;
    let folder = Folder::new(&[("a.ts", text)]);
    let mut client = start(real(), capabilities(), &folder).await;
    let uri = folder.uri("a.ts");
    client.open(&uri, 1, text).await;
    client.quiet().await;
    let findings = last_shown(&mut client, &uri);
    assert!(findings.is_some_and(|count| count > 0));
    let (first, last) = ("customerio-".len() as u32, "customerio-node".len() as u32);
    let mut version = 1;
    let mut shown = Vec::new();
    for end in (first..last).rev() {
        version += 1;
        client.change(&uri, version, &[(Some(range(0, name + end, name + end + 1)), "")]).await;
        client.quiet().await;
        shown.push(last_shown(&mut client, &uri));
    }
    for letter in ["n", "o", "d", "e"] {
        version += 1;
        let end = name + first + version as u32 - 6;
        client.change(&uri, version, &[(Some(range(0, end, end)), letter)]).await;
        client.quiet().await;
        shown.push(last_shown(&mut client, &uri));
    }
    // Nothing is told again that did not change.
    assert!(shown.iter().flatten().all(|count| Some(*count) == findings), "{shown:?}");
}

/// A few letters may be anything, but not where the package is there and nothing by their name is.
#[tokio::test]
async fn a_few_letters_mean_the_sdk_where_it_is_there() {
    let text = |name: &str| {
        format!(
            "import {{ TrackClient }} from '{name}';
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const seen = (id: string) => cio.identify(id, {{ last_seen_at: Date.now() }});
"
        )
    };
    let manifest = |more: &str| format!("{{ \"dependencies\": {{ \"customerio-node\": \"^5.2.0\"{more} }} }}");
    let (used, unused) = (manifest(""), "{ \"dependencies\": {} }".to_owned());
    let taken = manifest(", \"cust\": \"1.0.0\"");
    for (manifest, is_meant) in [(used, true), (unused, false), (taken, false)] {
        let folder = Folder::new(&[("package.json", &manifest), ("a.ts", &text("customerio-node"))]);
        let mut client = start(real(), capabilities(), &folder).await;
        let uri = folder.uri("a.ts");
        client.open(&uri, 1, &text("customerio-node")).await;
        client.quiet().await;
        assert_eq!(last_shown(&mut client, &uri), Some(1), "{manifest}");
        client.change(&uri, 2, &[(None, &text("cust"))]).await;
        client.quiet().await;
        let shown = last_shown(&mut client, &uri);
        assert_eq!(shown.unwrap_or(1), usize::from(is_meant), "{manifest}");
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
