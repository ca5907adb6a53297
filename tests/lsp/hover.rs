//! Hovers, over the wire: what is told where, in every unit of columns, and that nothing is told elsewhere.

use super::support::{CLIENT, Client, Folder, capabilities, position, range, real};
use serde_json::{Value, json};

const URI: &str = "file:///shop/a.ts";

/// `$` marks the place that is hovered over.
struct Case {
    text: String,
    line: u32,
    /// What stands before the mark on its line.
    before: String,
}

impl Case {
    fn new(marked: &str) -> Self {
        let at = marked.find('$').expect("a mark");
        let before = &marked[..at];
        let line = before.matches('\n').count() as u32;
        let before = before.rsplit('\n').next().unwrap_or_default().to_owned();
        Self { text: marked.replacen('$', "", 1), line, before }
    }

    fn column(&self, encoding: &str) -> u32 {
        units(&self.before, encoding)
    }
}

/// The length of a text in the unit of an encoding.
fn units(text: &str, encoding: &str) -> u32 {
    let count = match encoding {
        "utf-8" => text.len(),
        "utf-16" => text.encode_utf16().count(),
        _ => text.chars().count(),
    };
    u32::try_from(count).expect("a short text")
}

fn client_of(encoding: &str, formats: &Value) -> Value {
    let mut capabilities = capabilities();
    capabilities["general"]["positionEncodings"] = json!([encoding]);
    capabilities["textDocument"]["hover"] = json!({ "contentFormat": formats });
    capabilities
}

async fn markdown() -> Client {
    Client::start(real(), client_of("utf-16", &json!(["markdown", "plaintext"]))).await
}

async fn ask(client: &mut Client, uri: &str, line: u32, column: u32) -> Value {
    let params = json!({ "textDocument": { "uri": uri }, "position": position(line, column) });
    let response = client.request("textDocument/hover", params).await;
    assert!(response.get("error").is_none(), "{response}");
    response["result"].clone()
}

/// Opens the text and hovers over its mark.
async fn hover(client: &mut Client, uri: &str, marked: &str) -> Value {
    let case = Case::new(marked);
    client.open(uri, 1, &case.text).await;
    let column = case.column("utf-16");
    let hover = ask(client, uri, case.line, column).await;
    client.close(uri).await;
    hover
}

fn text(hover: &Value) -> &str {
    hover["contents"]["value"].as_str().unwrap_or_else(|| panic!("nothing is told: {hover}"))
}

/// Code with a client before the statements.
fn with_client(code: &str) -> String {
    format!("{CLIENT}{code}")
}

#[tokio::test]
async fn a_finding_tells_why_and_what_repairs_it() {
    let mut client = markdown().await;
    let code = with_client("await cio.identify('42', { created_at: $Date.now() });\n");
    let hover = hover(&mut client, URI, &code).await;
    assert_eq!(hover["contents"]["kind"], "markdown");
    assert_eq!(hover["range"], range(2, 39, 49));
    let text = text(&hover);
    assert!(text.starts_with("**timestamp-milliseconds**: "), "{text}");
    assert!(text.contains("**Fix**: "), "{text}");
    assert!(text.contains("/rules/timestamp-milliseconds.html)"), "{text}");
    assert!(
        text.contains("```tsx\nawait cio.identify('42', { created_at: Math.floor(Date.now() / 1000) });\n```"),
        "{text}"
    );
    assert!(!text.contains("### Invalid") && text.len() < 800, "the page is told in short: {text}");
}

#[tokio::test]
async fn a_rules_name_in_a_comment_tells_of_the_rule() {
    let mut client = markdown().await;
    let code = with_client(
        "// customerio-disable-next-line wrong-api-key, timestamp-$milliseconds -- ours\n\
         await cio.identify('42', { created_at: Date.now() });\n",
    );
    let found = hover(&mut client, URI, &code).await;
    assert!(text(&found).starts_with("**timestamp-milliseconds**: "), "{found}");
    assert_eq!(found["range"], range(2, 47, 69));
    let reason = code.replace('$', "").replace("-- ours", "-- ou$rs");
    assert_eq!(hover(&mut client, URI, &reason).await, Value::Null);
}

#[tokio::test]
async fn a_call_tells_where_it_goes_and_what_it_may_cost() {
    let mut client = markdown().await;
    let found = hover(&mut client, URI, &with_client("await cio.tr$ack('42', { name: 'signed_up' });\n")).await;
    assert_eq!(found["range"], range(2, 10, 15));
    for part in [
        "TrackClient.track(",
        "- POST `/api/v1/customers/{customerId}/events` of the Track API",
        "authentication: Basic (Site ID and Track API key)",
        "limits: ",
        "customerio-node: ",
        "retried by the SDK since 5.0",
    ] {
        assert!(text(&found).contains(part), "{part}: {}", text(&found));
    }
}

#[tokio::test]
async fn what_is_told_of_a_call_is_of_the_installed_version() {
    for (version, words) in
        [("4.5.1", "not retried by the SDK in this version"), ("5.2.0", "retried by the SDK, up to 3 times")]
    {
        let folder = Folder::new(&[
            ("package.json", r#"{ "dependencies": { "customerio-node": "*" } }"#),
            ("customerio.json", &format!(r#"{{ "sdkVersion": "{version}" }}"#)),
        ]);
        let mut client = markdown().await;
        let found =
            hover(&mut client, &folder.uri("a.ts"), &with_client("await cio.tr$ack('42', { name: 'a_b' });\n")).await;
        assert!(text(&found).contains(words), "{version}: {}", text(&found));
    }
}

#[tokio::test]
async fn a_function_of_the_project_tells_what_it_ends_in() {
    let wrapper = "import { cio } from './client';\nexport const signedUp = (id: string) => cio.track(id, { name: 'signed_up' });\n";
    let code = "import { signedUp } from './events';\nexport const go = () => signed$Up('42');\n";
    let folder = Folder::new(&[("client.ts", CLIENT), ("events.ts", wrapper), ("a.ts", &code.replace('$', ""))]);
    let mut client = Client::connect(real());
    let mut capabilities = client_of("utf-16", &json!(["markdown"]));
    capabilities["window"] = json!({ "workDoneProgress": true });
    client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": [{ "uri": folder.uri("") }] })).await;
    client.progressed("end").await;
    let found = hover(&mut client, &folder.uri("a.ts"), code).await;
    assert!(text(&found).starts_with("`signedUp()` ends in `TrackClient.track()`, in events.ts."), "{}", text(&found));
    assert!(text(&found).contains("of the Track API"), "{}", text(&found));
    assert_eq!(found["range"], range(1, 24, 32));
}

#[tokio::test]
async fn a_status_code_of_an_error_of_the_sdk_tells_what_it_means() {
    let mut client = markdown().await;
    let code = |compared: &str| {
        with_client(&format!(
            "try {{\n  await cio.track('42', {{ name: 'a_b' }});\n}} catch (err) {{\n  if ({compared}) throw err;\n}}\n"
        ))
    };
    let found = hover(&mut client, URI, &code("err.statusCode === 4$29")).await;
    assert_eq!(found["range"], range(5, 25, 28));
    for part in ["429 Too Many Requests", "retry: yes", "10 seconds"] {
        assert!(text(&found).contains(part), "{part}: {}", text(&found));
    }
    for other in ["other.statusCode === 4$29", "err.attempts === 4$29", "err.status$Code === 429"] {
        assert_eq!(hover(&mut client, URI, &code(other)).await, Value::Null, "{other}");
    }
}

#[tokio::test]
async fn nothing_is_told_elsewhere() {
    let mut client = markdown().await;
    for code in [
        "await c$io.track('42', { name: 'a_b' });\n",
        "await cio.track($'42', { name: 'a_b' });\n",
        "$await cio.track('42', { name: 'a_b' });\n",
        "const other = { track: () => 1 };\nother.tr$ack();\n",
        "console.l$og('a');\n",
        "$\n",
        "// what cio.tr$ack does\n",
    ] {
        assert_eq!(hover(&mut client, URI, &with_client(code)).await, Value::Null, "{code}");
    }
    assert_eq!(hover(&mut client, URI, "cons$ole.log(1);\n").await, Value::Null, "a file that is none of ours");
    assert_eq!(hover(&mut client, "file:///shop/a.py", "pri$nt(1)\n").await, Value::Null);
    assert_eq!(ask(&mut client, "file:///shop/never-opened.ts", 0, 0).await, Value::Null);
}

#[tokio::test]
async fn columns_are_in_the_unit_of_the_session() {
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        for before in ["", "/* é */ ", "/* 🙂 👩‍👩‍👧 */ ", "/* 𝒳é\u{301} */ "] {
            let code = with_client(&format!("{before}await cio.$track('42', {{ name: 'a_b' }});\r\n"));
            let case = Case::new(&code);
            let mut client = Client::start(real(), client_of(encoding, &json!(["markdown"]))).await;
            client.open(URI, 1, &case.text).await;
            let start = case.column(encoding);
            let found = ask(&mut client, URI, case.line, start).await;
            assert_eq!(found["range"], range(case.line, start, start + 5), "{encoding} {before:?}");
            assert_eq!(ask(&mut client, URI, case.line, start + 5).await, Value::Null, "behind its last letter");
        }
    }
}

#[tokio::test]
async fn script_blocks_of_components_are_hovered_over_where_they_stand() {
    let code = with_client("await cio.$track('42', { name: 'a_b' });\n");
    for (name, around) in [
        ("a.vue", ["<template><p>é 🙂</p></template>\n<script setup lang=\"ts\">\n", "</script>\n"]),
        ("a.svelte", ["<p>é 🙂</p>\n<script lang=\"ts\">\n", "</script>\n"]),
    ] {
        let case = Case::new(&format!("{}{code}{}", around[0], around[1]));
        let mut client = markdown().await;
        let uri = format!("file:///shop/{name}");
        let language = name.rsplit('.').next().expect("an extension");
        let document = json!({ "uri": uri, "languageId": language, "version": 1, "text": case.text });
        client.notify("textDocument/didOpen", json!({ "textDocument": document })).await;
        let start = case.column("utf-16");
        let found = ask(&mut client, &uri, case.line, start).await;
        assert_eq!(found["range"], range(case.line, start, start + 5), "{name}");
        assert_eq!(ask(&mut client, &uri, 0, 5).await, Value::Null, "{name}");
    }
}

#[tokio::test]
async fn plain_text_for_clients_that_ask_for_it_or_say_nothing() {
    for formats in [json!(["plaintext", "markdown"]), json!(null), json!([])] {
        let mut client = Client::start(real(), client_of("utf-16", &formats)).await;
        let found =
            hover(&mut client, URI, &with_client("await cio.identify('42', { created_at: $Date.now() });\n")).await;
        assert_eq!(found["contents"]["kind"], "plaintext", "{formats}");
        let text = text(&found);
        assert!(text.starts_with("timestamp-milliseconds: "), "{text}");
        assert!(!text.contains("**") && !text.contains("](") && !text.contains("```"), "{text}");
    }
}

#[tokio::test]
async fn a_hover_is_of_the_text_as_it_is_now() {
    let mut client = markdown().await;
    let code = with_client("await cio.track('42', { name: 'a_b' });\n");
    client.open(URI, 1, &code).await;
    assert_eq!(ask(&mut client, URI, 2, 10).await["range"], range(2, 10, 15));
    client.change(URI, 2, &[(Some(range(2, 0, 0)), "void "), (Some(range(2, 15, 20)), "identify")]).await;
    let found = ask(&mut client, URI, 2, 17).await;
    assert!(text(&found).contains("TrackClient.identify("), "{found}");
    assert_eq!(found["range"], range(2, 15, 23));
}

#[tokio::test]
async fn a_helper_that_makes_many_calls() {
    let mut client = markdown().await;
    let helper = |calls: &str| with_client(&format!("async function go(id) {{ {calls} }}\nawait g$o('42');\n"));
    let two = helper("await cio.identify(id, {}); await cio.suppress(id);");
    let found = hover(&mut client, URI, &two).await;
    assert!(text(&found).contains("\n\n---\n\n") && !text(&found).contains("several SDK calls"), "{found}");
    let three = helper("await cio.identify(id, {}); await cio.suppress(id); await cio.destroy(id);");
    let found = hover(&mut client, URI, &three).await;
    assert!(text(&found).contains("several SDK calls") && text(&found).contains("destroy"), "{found}");
}

#[tokio::test]
async fn a_long_repair_is_named() {
    let mut client = markdown().await;
    for (lines, is_shown) in [(3, true), (12, false)] {
        let value = format!("Date.$now({})", "\n".repeat(lines));
        let code = with_client(&format!("await cio.identify('42', {{ created_at: {value} }});\n"));
        let case = Case::new(&code);
        client.open(URI, 1, &case.text).await;
        let found = ask(&mut client, URI, case.line, case.column("utf-16")).await;
        client.close(URI).await;
        assert!(text(&found).contains("**Fix**: "), "{found}");
        assert_eq!(text(&found).contains("```tsx"), is_shown, "{lines}: {found}");
    }
}

#[tokio::test]
async fn a_number_tells_the_date_that_it_means_and_other_times_their_unit() {
    let mut client = markdown().await;
    for (value, told, range) in [
        ("170$0000000", "`1700000000` is 2023-11-14 22:13:20 UTC in seconds.", range(2, 39, 49)),
        (
            "17000000$00000",
            "`1700000000000` is 2023-11-14 22:13:20 UTC in milliseconds. In seconds, it would be in the year 55840.",
            range(2, 39, 52),
        ),
        ("Date.now() $/ 1000", "A time in seconds, with a fraction.", range(2, 39, 56)),
        ("Math.floor($Date.now() / 1000)", "A time in whole seconds.", range(2, 39, 68)),
        ("new $Date()", "A date object, which is sent as an ISO 8601 string.", range(2, 39, 49)),
    ] {
        let code = with_client(&format!("await cio.identify('42', {{ created_at: {value} }});\n"));
        let found = hover(&mut client, URI, &code).await;
        assert!(text(&found).ends_with(told), "{value}: {found}");
        assert_eq!(found["range"], range, "{value}");
    }
    let either = with_client("await cio.identify('42', { created_at: a ? 1700000000 : Date.n$ow() });\n");
    let found = hover(&mut client, URI, &either).await;
    assert!(!found.to_string().contains("A time in"), "{found}");
}

#[tokio::test]
async fn a_client_tells_where_it_sends_and_what_feeds_it() {
    let code = "import { TrackClient, RegionEU } from 'customerio-node';
export const a = new Track$Client(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, { region: RegionEU });
export const b = new TrackClient('0123456789abcdef0123', process.env.CIO_TRACK_KEY!);
";
    let folder = Folder::new(&[
        ("package.json", r#"{ "dependencies": { "customerio-node": "5.2.0" } }"#),
        (".env", "A=1\nCIO_SITE_ID=0123456789abcdef0123\n"),
        ("a.ts", &code.replace('$', "")),
    ]);
    let mut client = Client::connect(real());
    let capabilities = client_of("utf-16", &json!(["markdown"]));
    client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": [{ "uri": folder.uri("") }] })).await;
    client.quiet().await;
    let uri = folder.uri("a.ts");
    let found = hover(&mut client, &uri, code).await;
    assert_eq!(found["range"], range(1, 21, 32));
    let lines: Vec<&str> = text(&found).lines().collect();
    let env = format!("- Site ID: `CIO_SITE_ID`, set in [.env:2]({}#L2)", folder.uri(".env"));
    assert_eq!(
        lines,
        [
            "`TrackClient`: client of the Track API",
            "",
            "- region: EU (`track-eu.customer.io`)",
            env.as_str(),
            "- Track API key: `CIO_TRACK_KEY`, which no `.env` file sets",
            "- customerio-node 5.2.0: the lowest version that package.json allows",
        ]
    );
    let second = code.replace('$', "").replace("export const b = new Track", "export const b = new Track$");
    let found = hover(&mut client, &uri, &second).await;
    assert!(text(&found).contains("- region: US, the default (`track.customer.io`)\n"), "{found}");
    assert!(text(&found).contains("- Site ID: written in the code\n"), "{found}");
    assert!(!found.to_string().contains("0123456789abcdef"), "{found}");
}
