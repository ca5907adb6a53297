//! Documents that show code, in the editor: open ones are checked, and are no part of the program.

use super::support::{CALLER, CLIENT, Client, Folder, capabilities, range, real};
use serde_json::{Value, json};

const GUIDE: &str = "# Guide

Text.

```ts
import { TrackClient } from \"customerio-node\";
const cio = new TrackClient(id, key);
```

> ```ts
> cio.identify(\"1\", { created_at: Date.now() });
> ```
";

async fn start(folder: &Folder) -> Client {
    let mut client = Client::connect(real());
    let mut capabilities = capabilities();
    capabilities["window"] = json!({ "workDoneProgress": true });
    client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": [{ "uri": folder.uri("") }] })).await;
    client.progressed("end").await;
    client
}

fn places(published: &Value) -> Vec<Value> {
    let found = published["diagnostics"].as_array().expect("a list").iter();
    found.map(|it| it["range"].clone()).collect()
}

#[tokio::test]
async fn open_documents_are_checked_and_closed_ones_are_not() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER), ("README.md", GUIDE)]);
    let mut client = start(&folder).await;
    assert_eq!(places(&client.pushed(&folder.uri("a.ts")).await).len(), 1);
    let uri = folder.uri("README.md");
    client.open_as(&uri, "markdown", 1, GUIDE).await;
    assert_eq!(places(&client.pushed(&uri).await), [range(10, 34, 44)]);
    client.close(&uri).await;
    assert_eq!(places(&client.pushed(&uri).await), [json!(null); 0]);
    client.quiet().await;
    let told = client.leftovers();
    assert!(told.iter().all(|message| message["params"]["uri"] != uri), "{told:?}");
}

#[tokio::test]
async fn one_that_does_not_mention_the_sdk_is_left_alone_until_it_does() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER)]);
    let mut client = start(&folder).await;
    client.pushed(&folder.uri("a.ts")).await;
    client.quiet().await;
    client.leftovers();
    let uri = folder.uri("GUIDE.md");
    let text = "```ts\nimport { cio } from './client';\ncio.identify('1', { created_at: Date.now() });\n```\n";
    client.open_as(&uri, "markdown", 1, &text.replace("cio", "own")).await;
    client.change(&uri, 2, &[(Some(range(0, 0, 0)), "Text.\n\n")]).await;
    client.quiet().await;
    assert_eq!(client.leftovers(), [json!(null); 0]);
    client.change(&uri, 3, &[(None, GUIDE)]).await;
    assert_eq!(places(&client.pushed(&uri).await), [range(10, 34, 44)]);
}

#[tokio::test]
async fn places_are_exact_after_each_key() {
    let folder = Folder::new(&[("client.ts", CLIENT)]);
    let mut client = start(&folder).await;
    let uri = folder.uri("README.md");
    client.open_as(&uri, "markdown", 1, GUIDE).await;
    assert_eq!(places(&client.pushed(&uri).await), [range(10, 34, 44)]);
    // Above, in the text; in the line, before the place; and a fence that makes text of the code.
    client.change(&uri, 2, &[(Some(range(2, 0, 0)), "é\n")]).await;
    assert_eq!(places(&client.pushed(&uri).await), [range(11, 34, 44)]);
    client.change(&uri, 3, &[(Some(range(11, 2, 2)), "await ")]).await;
    assert_eq!(places(&client.pushed(&uri).await), [range(11, 40, 50)]);
    client.change(&uri, 4, &[(Some(range(0, 0, 0)), "````md\n")]).await;
    assert_eq!(places(&client.pushed(&uri).await), [json!(null); 0]);
}

#[tokio::test]
async fn a_comment_of_the_markup_suppresses_without_being_seen() {
    let folder = Folder::new(&[("client.ts", CLIENT)]);
    for (name, comment) in [
        ("README.md", "> <!-- customerio-disable-next-line timestamp-milliseconds -->\n"),
        ("README.mdx", "> {/* customerio-disable-next-line timestamp-milliseconds */}\n"),
    ] {
        let mut client = start(&folder).await;
        let uri = folder.uri(name);
        client.open_as(&uri, "", 1, GUIDE).await;
        let found = client.pushed(&uri).await["diagnostics"].clone();
        let actions = client.actions(&uri, range(10, 34, 34), json!({ "diagnostics": found })).await;
        let disabling =
            actions.iter().find(|action| action["title"].as_str().is_some_and(|it| it.starts_with("Disable")));
        let edit = disabling.expect("an action")["edit"]["documentChanges"][0]["edits"].clone();
        assert_eq!(edit, json!([{ "range": range(9, 0, 0), "newText": comment }]));
        client.change(&uri, 2, &[(Some(range(9, 0, 0)), comment)]).await;
        assert_eq!(places(&client.pushed(&uri).await), [json!(null); 0], "{name}");
    }
}
