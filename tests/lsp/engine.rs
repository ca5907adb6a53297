//! The product's own engine behind the wire: every door gives the same.

use super::support::{Client, Folder, applied, capabilities, position, range, real};
use customerio_ls::testing::engine::analyze;
use customerio_ls::testing::engine::{self, Checked};
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const SETUP: &str = "import { TrackClient, RegionUS } from 'customerio-node';
const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, { region: RegionUS });
";

/// The sources of the shop, whose code shows every rule.
fn sources(shop: &Folder) -> Vec<(PathBuf, String)> {
    let files = std::fs::read_dir(shop.path("src")).expect("the shop").map(|entry| entry.expect("a file").path());
    files.map(|path| (path.clone(), std::fs::read_to_string(path).expect("text"))).collect()
}

fn uri(path: &Path) -> String {
    tower_lsp::lsp_types::Url::from_file_path(path).expect("an absolute path").to_string()
}

fn pulling() -> Value {
    let mut capabilities = capabilities();
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    capabilities
}

fn everything() -> Value {
    json!({ "start": position(0, 0), "end": position(99_999, 0) })
}

#[tokio::test]
async fn typing_a_file_ends_with_the_findings_of_opening_it() {
    let shop = Folder::shop();
    let mut total = 0;
    for (path, text) in sources(&shop) {
        let uri = uri(&path);
        let mut opened = Client::start(real(), pulling()).await;
        opened.open(&uri, 1, &text).await;
        let fresh = opened.pull(&uri, None).await["result"]["items"].take();
        total += fresh.as_array().expect("a list").len();

        // Line by line from the top, as fast as the wire takes it.
        let mut pulled = Client::start(real(), pulling()).await;
        let mut pushed = Client::start(real(), capabilities()).await;
        for client in [&mut pulled, &mut pushed] {
            client.open(&uri, 0, "").await;
            for (number, line) in text.split_inclusive('\n').enumerate() {
                let number = number as u32;
                client.change(&uri, number as i32 + 1, &[(Some(range(number, 0, 0)), line)]).await;
            }
        }
        assert_eq!(pulled.pull(&uri, None).await["result"]["items"], fresh, "{uri}");
        if fresh.as_array().is_some_and(|findings| !findings.is_empty()) {
            while pushed.pushed(&uri).await["diagnostics"] != fresh {}
        }
    }
    assert!(total >= 10, "the shop shows every rule, but only {total} findings came");
}

#[tokio::test]
async fn fix_all_in_the_editor_and_on_the_command_line_give_the_same() {
    let shop = Folder::shop();
    let mut fixed_files = 0;
    for (path, text) in sources(&shop) {
        let language = Language::of_path(&path).expect("a source file");
        let uri = uri(&path);
        let mut client = Client::start(real(), capabilities()).await;
        client.open(&uri, 1, &text).await;
        let context = json!({ "diagnostics": [], "only": ["source.fixAll.customerio"] });
        let actions = client.actions(&uri, everything(), context).await;
        // Its preset stands in the settings of the shop, the version of its SDK in its package.json.
        let settings = customerio_ls::testing::settings::Loader::new().load(Some(&path), &Default::default()).settings;
        let judge = |text: &str| check(text, language, &settings);
        let safe = customerio_ls::testing::finding::Applicability::Safe;
        let choose = |finding: &customerio_ls::testing::finding::Finding| -> Option<usize> {
            finding.fixes.iter().position(|fix| fix.applicability == safe)
        };
        let expected =
            engine::fix_text(&text, &judge(&text), &judge, &|finding| choose(finding).map(|at| &finding.fixes[at]));
        assert_eq!(actions.first().map(|action| applied(&text, action)), expected.map(|fixed| fixed.text), "{uri}");
        fixed_files += actions.len();
    }
    assert!(fixed_files >= 2, "{fixed_files}");
}

fn check(text: &str, language: Language, settings: &Settings) -> Checked {
    let source = Source::parse(Rope::from_str(text), language);
    let analysis = analyze(&source, settings);
    Checked { errors: source.syntax_errors(), rope: source.rope, analysis, stopped: Vec::new() }
}

/// The code as a file of this name.
fn in_file(name: &str, code: &str) -> String {
    match name.rsplit('.').next() {
        Some("vue") => format!("<template>\n  <p>{{{{ a < b }}}}</p>\n</template>\n<script setup>\n{code}</script>\n"),
        Some("svelte") => format!("<script>{code}</script>\n<p>{{a}}</p>\n"),
        Some("astro") => format!("---\n{code}---\n<p>{{a}}</p>\n"),
        _ => code.to_owned(),
    }
}

#[tokio::test]
async fn in_a_component_findings_stand_where_the_code_stands() {
    let mut client = Client::start(real(), pulling()).await;
    let uri = "untitled:Untitled-1";
    client.open_as(uri, "vue", 1, "<template>\n  <p>customerio-node</p>\n</template>\n").await;
    assert_eq!(client.pull(uri, None).await["result"]["items"], json!([]));
    let script = format!("<script setup>\n{SETUP}cio.identify('é😀', {{ created_at: Date.now() }});\n</script>\n");
    client.change(uri, 2, &[(Some(range(3, 0, 0)), &script)]).await;
    let expected = json!({ "start": position(6, 37), "end": position(6, 47) });
    let items = client.pull(uri, None).await["result"]["items"].take();
    let found = items.as_array().expect("a list").iter().find(|d| d["code"] == "timestamp-milliseconds");
    assert_eq!(found.expect("a finding")["range"], expected);
    // An edit in the markup moves it.
    client.change(uri, 3, &[(Some(range(0, 0, 0)), "<!-- <script> -->\n")]).await;
    let items = client.pull(uri, None).await["result"]["items"].take();
    let found = items.as_array().expect("a list").iter().find(|d| d["code"] == "timestamp-milliseconds");
    assert_eq!(found.expect("a finding")["range"]["start"], position(7, 37));
    // A comment that swallows the script.
    client.change(uri, 4, &[(Some(range(3, 0, 0)), "<!--\n")]).await;
    assert_eq!(client.pull(uri, None).await["result"]["items"], json!([]));
}

#[tokio::test]
async fn disabling_removes_the_finding_wherever_it_stands_and_leaves_no_other() {
    let places = [
        ("a.ts", "await cio.identify('1', { created_at: Date.now() });\n"),
        ("a.ts", "await cio.identify('1', {\n    created_at: Date.now(), plan: 'a' });\n"),
        ("a.ts", "export const a = `a\n  b ${await cio.identify('1', { created_at: Date.now() })}`;\n"),
        ("a.ts", "/* a\n */ await cio.identify('1', { created_at: Date.now() });\n"),
        (
            "a.ts",
            "// customerio-disable-next-line event-name-snake-case\nawait cio.track('1', { name: 'AbC', timestamp: Date.now() });\n",
        ),
        ("a.tsx", "export const A = () => <b onClick={() => cio.identify('1', { created_at: Date.now() })} />;\n"),
        (
            "a.tsx",
            "export const A = () => (\n  <p>\n    <b onClick={() => cio.identify('1', { created_at: Date.now() })} />\n  </p>\n);\n",
        ),
        (
            "a.tsx",
            "export const A = () => (\n  <b\n    onClick={() => cio.identify('1', { created_at: Date.now() })}\n  />\n);\n",
        ),
        ("a.tsx", "export const A = () => <>\n  text {String(cio.identify('1', { created_at: Date.now() }))}\n</>;\n"),
        ("a.vue", "await cio.identify('1', { created_at: Date.now() });\n"),
        ("a.svelte", "/* a\n */ await cio.identify('1', { created_at: Date.now() });\n"),
        ("a.astro", "await cio.identify('1', {\n    created_at: Date.now() });\n"),
    ];
    for (name, code) in places {
        for newline in ["\n", "\r\n"] {
            let text = in_file(name, &format!("{SETUP}{code}")).replace('\n', newline);
            let uri = format!("file:///{name}");
            let mut client = Client::start(real(), pulling()).await;
            client.open(&uri, 1, &text).await;
            let found = client.pull(&uri, None).await["result"]["items"].take();
            assert_eq!(found.as_array().map(Vec::len), Some(1), "{text}: {found}");
            let actions = client.actions(&uri, found[0]["range"].clone(), json!({ "only": ["quickfix"] })).await;
            for way in ["line", "file"] {
                let title = format!("Disable {} for this {way}", found[0]["code"].as_str().expect("text"));
                let action = actions.iter().find(|action| action["title"] == *title).expect("the action");
                let after = applied(&text, action);
                client.change(&uri, 2, &[(None, &after)]).await;
                let left = client.pull(&uri, None).await["result"]["items"].take();
                assert_eq!(left, json!([]), "{way}: {after}");
            }
        }
    }
}

#[tokio::test]
async fn every_quick_fix_of_the_shop_removes_its_finding() {
    let shop = Folder::shop();
    for (path, text) in sources(&shop) {
        let uri = uri(&path);
        let mut client = Client::start(real(), pulling()).await;
        client.open(&uri, 1, &text).await;
        let found = client.pull(&uri, None).await["result"]["items"].take();
        let found = found.as_array().expect("a list");
        for diagnostic in found {
            let context = json!({ "diagnostics": [diagnostic], "only": ["quickfix"] });
            client.change(&uri, 2, &[(None, &text)]).await;
            let actions = client.actions(&uri, diagnostic["range"].clone(), context).await;
            let Some(fix) = actions.iter().find(|action| action["isPreferred"] == true) else { continue };
            assert_eq!(fix["diagnostics"][0]["code"], diagnostic["code"]);
            client.change(&uri, 3, &[(None, &applied(&text, fix))]).await;
            let left = client.pull(&uri, None).await["result"]["items"].take();
            let left = left.as_array().expect("a list");
            let count = |all: &[Value]| all.iter().filter(|d| d["message"] == diagnostic["message"]).count();
            assert_eq!(count(left), count(found) - 1, "{uri}: {} {left:?}", fix["title"]);
        }
    }
}

#[tokio::test]
async fn no_beginning_of_a_file_is_too_odd() {
    let shop = Folder::shop();
    for (path, text) in sources(&shop) {
        let uri = uri(&path);
        let mut client = Client::start(real(), pulling()).await;
        client.open(&uri, 0, "").await;
        let ends = text.char_indices().map(|(at, _)| at).step_by(29);
        for (version, end) in ends.enumerate() {
            client.change(&uri, version as i32 + 1, &[(None, &text[..end])]).await;
            let response = client.pull(&uri, None).await;
            assert!(response.get("error").is_none(), "{uri} up to {end}: {response}");
        }
    }
}
