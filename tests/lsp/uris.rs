//! One file, however it is spelled: its findings stand under the client's own URI, and under no other.

use super::support::{CALLER, CLIENT, Client, Folder, capabilities, real};
use serde_json::json;

const NAMES: [&str; 7] = [
    "routes/+server.ts",
    "routes/[id]/+page.ts",
    "routes/(group)/a b.ts",
    "routes/what?/c#.ts",
    "routes/100%/a%20b.ts",
    "routes/übung.ts",
    "routes/a|b^c;d=e,f@g.ts",
];

async fn start(folder: &Folder) -> Client {
    let mut client = Client::connect(real());
    client.initialize(json!({ "capabilities": capabilities(), "workspaceFolders": [{ "uri": folder.uri("") }] })).await;
    client.quiet().await;
    client
}

/// The URI of a file with everything escaped but letters, digits and `plain`.
fn spelled(folder: &Folder, name: &str, plain: &str) -> String {
    let escape = |byte: u8| match byte {
        byte if byte.is_ascii_alphanumeric() || plain.as_bytes().contains(&byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    format!("{}/{}", folder.uri("").trim_end_matches('/'), name.bytes().map(escape).collect::<String>())
}

/// The names that a file may have on this system.
fn names() -> impl Iterator<Item = &'static str> {
    NAMES.into_iter().filter(|name| !cfg!(windows) || !name.contains(['?', '|']))
}

const VS_CODE: &str = "-._~/";
const NEOVIM: &str = "-._~/!$&'()*+,;=:@";

#[tokio::test]
async fn closed_files_are_spelled_as_vs_code_does_it() {
    for name in names() {
        let caller = CALLER.replace("./client", &format!("{}client", "../".repeat(name.split('/').count() - 1)));
        let folder = Folder::new(&[("client.ts", CLIENT), (name, &caller)]);
        let mut client = start(&folder).await;
        let uri = spelled(&folder, name, VS_CODE);
        assert_eq!(client.all_pushed(), [(uri.clone(), 1)]);
        client.open(&uri, 1, &caller).await;
        client.quiet().await;
        assert_eq!(client.all_pushed(), [], "nothing new under the same name");
    }
}

#[tokio::test]
async fn no_ghost_stays_under_another_spelling_than_the_client_s() {
    for name in names() {
        let caller = CALLER.replace("./client", &format!("{}client", "../".repeat(name.split('/').count() - 1)));
        let folder = Folder::new(&[("client.ts", CLIENT), (name, &caller)]);
        let mut client = start(&folder).await;
        let (closed, open) = (spelled(&folder, name, VS_CODE), spelled(&folder, name, NEOVIM));
        client.all_pushed();
        client.open(&open, 1, &caller).await;
        client.quiet().await;
        let pushes = client.all_pushed();
        if closed == open {
            assert_eq!(pushes, []);
            continue;
        }
        assert!(pushes.contains(&(closed.clone(), 0)) && pushes.contains(&(open.clone(), 1)), "{name}: {pushes:?}");
        assert_eq!(pushes.len(), 2);
        // From then on it is called so, closed as well.
        client.close(&open).await;
        client.quiet().await;
        assert_eq!(client.all_pushed(), [], "what is shown stays right");
        folder.write(name, "");
        // An event may spell it as it likes.
        let changes = json!([{ "uri": closed, "type": 2 }]);
        client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes })).await;
        client.quiet().await;
        assert_eq!(client.all_pushed(), [(open, 0)]);
        folder.write(name, &caller);
        client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes })).await;
        client.quiet().await;
        assert_eq!(client.all_pushed(), [(spelled(&folder, name, NEOVIM), 1)]);
    }
}

#[tokio::test]
async fn characters_that_no_uri_may_have_are_escaped_in_what_is_published() {
    let name = if cfg!(windows) { "routes/[id]/b^c.ts" } else { "routes/[id]/a|b^c.ts" };
    let caller = CALLER.replace("./client", "../../client");
    let folder = Folder::new(&[("client.ts", CLIENT), (name, &caller)]);
    let mut client = start(&folder).await;
    client.all_pushed();
    let raw = format!("{}/{name}", folder.uri("").trim_end_matches('/'));
    client.open(&raw, 1, &caller).await;
    client.quiet().await;
    for (uri, _) in client.all_pushed() {
        assert!(!uri.contains(['[', ']', '|', '^']), "{uri}");
    }
    // Both spellings are the same document.
    let escaped = spelled(&folder, name, VS_CODE);
    let change = json!({ "textDocument": { "uri": escaped, "version": 2 }, "contentChanges": [{ "text": "" }] });
    client.notify("textDocument/didChange", change).await;
    client.quiet().await;
    assert_eq!(client.all_pushed().iter().map(|(_, count)| *count).collect::<Vec<_>>(), [0]);
}

#[tokio::test]
async fn related_places_are_spelled_as_the_client_does_it() {
    let name = "routes/[id]/+page.ts";
    let send = |from: &str, event: &str| {
        format!("import {{ cio }} from '{from}';\nconst s = (id: string) => cio.track(id, {{ name: '{event}' }});\n")
    };
    let (usual, other) = (send("../../client", "signed_up"), send("./client", "SignedUp"));
    let folder = Folder::new(&[("package.json", "{}"), ("client.ts", CLIENT), (name, &usual), ("other.ts", &other)]);
    std::fs::write(folder.path("routes/[id]/+more.ts"), &usual).expect("a file");
    let mut client = start(&folder).await;
    client.all_pushed();
    let open = spelled(&folder, name, NEOVIM);
    client.open(&open, 1, &usual).await;
    client.open(&folder.uri("other.ts"), 1, &format!("\n{other}")).await;
    client.quiet().await;
    let other = folder.uri("other.ts");
    let pushes = client.leftovers();
    let push = pushes.iter().rev().find(|message| message["params"]["uri"] == other).expect("it was pushed");
    let found = push["params"]["diagnostics"].as_array().expect("a list");
    let found =
        found.iter().find(|found| found["code"] == "event-name-inconsistent").unwrap_or_else(|| panic!("{push}"));
    let places = found["relatedInformation"].as_array().expect("places");
    let uris: Vec<_> = places.iter().map(|place| place["location"]["uri"].as_str().expect("a URI")).collect();
    assert!(uris.contains(&open.as_str()), "{uris:?}");
}

#[tokio::test]
async fn declarations_and_bundles_are_judged_by_no_door() {
    let folder = Folder::new(&[("client.ts", CLIENT)]);
    let mut client = start(&folder).await;
    for name in ["a.d.ts", "a.d.mts", "a.d.cts", "a.min.js", "a.d.css.ts"] {
        client.open(&folder.uri(name), 1, &format!("{CLIENT}{CALLER}")).await;
    }
    client.quiet().await;
    assert_eq!(client.all_pushed(), []);
    client.open(&folder.uri("a.ts"), 1, CALLER).await;
    client.quiet().await;
    assert_eq!(client.all_pushed(), [(folder.uri("a.ts"), 1)]);
}

#[tokio::test]
async fn a_request_to_pull_again_has_no_parameters() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER)]);
    let mut client = Client::connect(real());
    let mut capabilities = capabilities();
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": [{ "uri": folder.uri("") }] })).await;
    client.open(&folder.uri("a.ts"), 1, CALLER).await;
    let refresh = client.next(|message| message["method"] == "workspace/diagnostic/refresh").await;
    assert!(refresh.get("params").is_none(), "{refresh}");
}
