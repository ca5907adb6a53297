//! `package.json`, open and closed, says what the command line says; and keys that were found are not shown.

use super::support::{Client, Folder, capabilities, position, real};
use customerio_ls::testing::engine::analyze;
use customerio_ls::testing::rules::Preset;
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;
use serde_json::{Value, json};

const MANIFEST: &str = "{\n  \"dependencies\": {\n    \"customerio-node\": \"^4.4.0\"\n  }\n}\n";
const FIXED: &str = "{\n  \"dependencies\": {\n    \"customerio-node\": \"^5.2.0\"\n  }\n}\n";
/// The settings that let the rules about it speak.
const STRICT: (&str, &str) = ("customerio.json", r#"{ "preset": "strict" }"#);

async fn start(folder: &Folder) -> Client {
    let mut client = Client::connect(real());
    let mut capabilities = capabilities();
    capabilities["window"] = json!({ "workDoneProgress": true });
    capabilities["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": [{ "uri": folder.uri("") }] })).await;
    client.progressed("end").await;
    client
}

/// The messages and first lines that the engine gives, as the command line shows them.
fn by_the_engine(text: &str) -> Vec<(String, u64)> {
    let version = Some(semver::Version::new(4, 4, 0));
    let settings = Settings { sdk_version: version, preset: Some(Preset::Strict), ..Settings::default() };
    let source = Source::parse(Rope::from_str(text), Language::Manifest);
    let found = analyze(&source, &settings).findings.into_iter();
    let told = found.map(|it| {
        let line = source.rope.byte_to_line(it.range.start()) as u64;
        (it.sentences("\n"), line)
    });
    told.collect()
}

fn told(pushed: &Value) -> Vec<(String, u64)> {
    let all = pushed["diagnostics"].as_array().expect("a list").iter();
    all.map(|it| {
        assert_eq!((&it["code"], &it["severity"]), (&json!("upgrade-advice"), &json!(2)));
        (it["message"].as_str().expect("text").to_owned(), it["range"]["start"]["line"].as_u64().expect("a line"))
    })
    .collect()
}

#[tokio::test]
async fn closed_and_open_it_says_the_same() {
    let folder = Folder::new(&[("package.json", MANIFEST), ("other.json", MANIFEST), STRICT]);
    let uri = folder.uri("package.json");
    let mut client = start(&folder).await;
    let expected = by_the_engine(MANIFEST);
    assert_eq!(expected.len(), 1);
    assert_eq!(told(&client.pushed(&uri).await), expected, "closed");

    client.open_as(&uri, "json", 1, MANIFEST).await;
    let actions = client.actions(&uri, json!({ "start": position(2, 8), "end": position(2, 8) }), json!({})).await;
    let of_settings =
        |action: &Value| action["title"].as_str().is_some_and(|title| title.ends_with("in customerio.json"));
    assert!(!actions.is_empty() && actions.iter().all(of_settings), "JSON has no comments: {actions:#?}");

    // What is written there counts when it is saved: then it is what will be installed.
    client.change(&uri, 2, &[(None, FIXED)]).await;
    folder.write("package.json", FIXED);
    let changes = json!({ "changes": [{ "uri": uri, "type": 2 }] });
    client.notify("workspace/didChangeWatchedFiles", changes).await;
    while !told(&client.pushed(&uri).await).is_empty() {}
}

#[tokio::test]
async fn other_json_is_nobodys_business() {
    let folder = Folder::new(&[("tsconfig.json", MANIFEST)]);
    let mut client = start(&folder).await;
    let uri = folder.uri("tsconfig.json");
    client.open_as(&uri, "json", 1, MANIFEST).await;
    let actions = client.actions(&uri, json!({ "start": position(0, 0), "end": position(9, 0) }), json!({})).await;
    assert_eq!(actions, Vec::<Value>::new());
    assert!(client.leftovers().iter().all(|message| message["params"]["uri"] != json!(uri)));
}

#[tokio::test]
async fn no_message_shows_a_key() {
    let (key, secret) = ("b19f3c7a0d2e4856b19f3c7a0d2e4856", "ak_eu_4f9a8b7c6d5e");
    let text = format!(
        "import {{ APIClient }} from 'customerio-node';
export const a = new APIClient(process.env.CIO_KEY || '{key}');
export const b = new APIClient('{secret}');
"
    );
    let mut client = Client::start(real(), capabilities()).await;
    client.open("file:///a.ts", 1, &text).await;
    let pushed = client.pushed("file:///a.ts").await;
    let codes: Vec<&Value> = pushed["diagnostics"].as_array().expect("a list").iter().map(|it| &it["code"]).collect();
    assert_eq!(codes, ["hardcoded-credential", "hardcoded-credential"]);
    let everything = json!({ "start": position(0, 0), "end": position(3, 0) });
    let actions = client.actions("file:///a.ts", everything, json!({})).await;
    assert!(actions.iter().any(|action| action["title"] == "Remove the fallback"), "{actions:?}");
    for shown in [pushed.to_string(), Value::from(actions).to_string()] {
        assert!(!shown.contains(key) && !shown.contains(secret), "{shown}");
    }
}
