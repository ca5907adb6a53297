//! Which documents are ours: by name, else by the client's word.

use super::support::{Client, capabilities, fast};
use serde_json::json;

#[tokio::test]
async fn the_name_decides_and_where_there_is_none_the_language_id() {
    let ours = [
        ("file:///a.ts", ""),
        ("file:///a.mts", "plaintext"),
        ("file:///a.js", "js"),
        ("file:///a.CJS", "javascript"),
        ("file:///a.tsx", "typescript.tsx"),
        ("file:///script", "javascript"),
        ("untitled:Untitled-1", "typescript"),
        ("untitled:Untitled-2", "javascriptreact"),
        ("file:///a.vue", "vue"),
        ("file:///a.svelte", ""),
        ("file:///a.astro", "html"),
        ("untitled:Untitled-5", "vue"),
        ("untitled:Untitled-6", "svelte"),
        ("untitled:Untitled-7", "astro"),
        ("file:///a.md", "markdown"),
        ("file:///a.mdx", ""),
        ("file:///a.mdc", "plaintext"),
        ("untitled:Untitled-4", "markdown"),
    ];
    let theirs = [
        ("file:///a.py", "python"),
        ("untitled:Untitled-3", ""),
        ("untitled:Untitled-8", "restructuredtext"),
        ("git:/a.ts?HEAD", "typescript"),
        ("vscode-notebook-cell:/a.ipynb#1", "typescript"),
    ];
    let mut client = Client::start(fast(), capabilities()).await;
    for (uri, language) in theirs {
        client.open_as(uri, language, 1, "'customerio'; BAD").await;
        client.change(uri, 2, &[(None, "'customerio'; BAD BAD")]).await;
        client.close(uri).await;
    }
    for (uri, language) in ours {
        client.open_as(uri, language, 1, "'customerio'; BAD").await;
        assert_eq!(client.pushed(uri).await["diagnostics"].as_array().map(Vec::len), Some(1), "{uri} {language}");
    }
    let rest = client.leftovers();
    assert!(rest.is_empty(), "{rest:?}");
    client.request("shutdown", json!(null)).await;
}
