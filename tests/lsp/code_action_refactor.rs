//! Refactorings of calls of the SDK: offered when asked for, with results that parse and have nothing new to find.

use super::support::{CLIENT, Client, Folder, applied, capabilities, position, real};
use customerio_ls::testing::engine::analyze;
use customerio_ls::testing::rules::Preset;
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;
use serde_json::{Value, json};
use std::path::Path;

const SAFELY: &str = "Wrap in a function that logs errors and returns null";
const REPEAT: &str = "Wrap in a function that retries";
const OPTION: &str = "Add `retry` to the client's options";
const AWAIT_VOID: &str = "Await the promise instead of ignoring it";
const AWAIT_TRY: &str = "Await the promise, so that `catch` handles its rejection";
const BATCH: &str = "Send all events in one batch (of up to 500 kB)";

/// A file of a project with this version of the SDK; `¦` marks where the cursor is.
struct Code {
    text: String,
    at: Value,
    name: &'static str,
    version: &'static str,
}

impl Code {
    fn new(name: &'static str, version: &'static str, marked: &str) -> Self {
        let marked = format!("{CLIENT}{marked}");
        let marked = if name.ends_with(".vue") {
            format!("<script setup lang=\"ts\">\n{marked}</script>\n\n<template><p>é</p></template>\n")
        } else {
            marked
        };
        let at = marked.find('¦').expect("a mark");
        let line = marked[..at].matches('\n').count() as u32;
        let column = marked[..at].rsplit('\n').next().expect("a line").len() as u32;
        Self { text: marked.replacen('¦', "", 1), at: position(line, column), name, version }
    }

    /// The answer to a request with this context.
    async fn ask(&self, context: Value) -> Vec<Value> {
        let folder =
            Folder::new(&[("customerio.json", &format!(r#"{{ "preset": "all", "sdkVersion": "{}" }}"#, self.version))]);
        let mut client = Client::start(real(), capabilities()).await;
        let uri = folder.uri(self.name);
        client.open(&uri, 1, &self.text).await;
        client.actions(&uri, json!({ "start": self.at, "end": self.at }), context).await
    }

    async fn refactorings(&self) -> Vec<Value> {
        let actions = self.ask(json!({ "diagnostics": [], "only": ["refactor"] })).await;
        for action in &actions {
            assert_eq!(action["kind"], "refactor.rewrite");
            assert!(action.get("isPreferred").is_none(), "{action}");
        }
        actions
    }

    async fn titles(&self) -> Vec<String> {
        self.refactorings().await.iter().map(|action| action["title"].as_str().expect("a title").to_owned()).collect()
    }

    /// Returns what the refactoring with this title makes of the text. Asserts that the result parses and that nothing
    /// is found in it that was not found before.
    async fn after(&self, title: &str) -> String {
        let actions = self.refactorings().await;
        let action = actions.iter().find(|action| action["title"] == title);
        let action = action.unwrap_or_else(|| panic!("\"{title}\" is not offered: {actions:?}"));
        let text = applied(&self.text, action);
        let (before, after) = (self.judge(&self.text), self.judge(&text));
        assert!(!after.0 && !before.0, "syntax errors in\n{text}");
        let new: Vec<&str> = after.1.iter().filter(|rule| !before.1.contains(rule)).copied().collect();
        assert!(new.is_empty() && after.1.len() <= before.1.len(), "{new:?} in\n{text}");
        text
    }

    /// Returns whether a text has syntax errors, and the rules of what is found in it.
    fn judge(&self, text: &str) -> (bool, Vec<&'static str>) {
        let source = Source::parse(Rope::from_str(text), Language::of_path(Path::new(self.name)).expect("a language"));
        let settings = Settings {
            preset: Some(Preset::All),
            sdk_version: Some(self.version.parse().expect("a version")),
            ..Settings::default()
        };
        let found = analyze(&source, &settings).findings.into_iter().map(|finding| finding.rule);
        // That what is sent again may count twice is told of whoever sends it again, this refactoring included.
        let found = found.filter(|rule| *rule != "event-dedupe-id").collect();
        (source.tree.root_node().has_error(), found)
    }
}

const TRACK: &str = "export async function signedUp(id: string) {\n  await cio.¦track(id, { name: 'signed_up' });\n}\n";

#[tokio::test]
async fn a_safe_caller_logs_and_gives_null() {
    for name in ["a.ts", "a.vue"] {
        let text = Code::new(name, "5.2.0", TRACK).after(SAFELY).await;
        assert!(text.contains("await callSafely(() => cio.track(id, { name: 'signed_up' }));\n}\n\n/** "), "{text}");
        assert!(text.contains("async function callSafely<T>(call: () => T): Promise<Awaited<T> | null> {"), "{text}");
        assert!(text.contains("statusCode === 401 || statusCode === 403") && text.contains("return null;"), "{text}");
    }
}

#[tokio::test]
async fn in_javascript_it_has_no_types() {
    let code = "export async function signedUp(id) {\n  await cio.¦track(id, { name: 'signed_up' }); // soon\n}\n";
    let text = Code::new("a.js", "5.2.0", code).after(SAFELY).await;
    assert!(text.contains("async function callSafely(call) {") && !text.contains("Promise<T>"), "{text}");
    let text = Code::new("a.js", "4.5.1", code).after(REPEAT).await;
    assert!(text.contains("async function withBackoff(call, attempts = 4) {") && !text.contains(": any"), "{text}");
}

#[tokio::test]
async fn the_helper_is_declared_once_and_its_name_is_not_taken() {
    let twice = format!(
        "{TRACK}export async function left(id: string) {{\n  await callSafely(() => cio.¦identify(id, {{}}));\n}}\n"
    );
    let first = Code::new("a.ts", "5.2.0", TRACK).after(SAFELY).await;
    let body = first.strip_prefix(CLIENT).expect("the client is at the top");
    let again = Code::new(
        "a.ts",
        "5.2.0",
        &format!("{body}\nexport const left = async (id: string) => cio.¦identify(id, {{}});\n"),
    );
    let text = again.after(SAFELY).await;
    assert_eq!(text.matches("function callSafely").count(), 1, "{text}");
    assert!(text.contains("=> callSafely(() => cio.identify(id, {}));"), "{text}");

    assert!(!Code::new("a.ts", "5.2.0", &twice.replacen('¦', "", 1)).titles().await.contains(&SAFELY.to_owned()));
    let taken = format!("const callSafely = 1;\n{TRACK}");
    assert!(!Code::new("a.ts", "5.2.0", &taken).titles().await.contains(&SAFELY.to_owned()));
}

#[tokio::test]
async fn arguments_that_are_awaited_stay_awaited() {
    let code =
        "export async function f(id: Promise<string>) {\n  await cio.¦track(await id, { name: 'signed_up' });\n}\n";
    let text = Code::new("a.ts", "5.2.0", code).after(SAFELY).await;
    assert!(text.contains("await callSafely(async () => cio.track(await id, "), "{text}");
}

#[tokio::test]
async fn a_backoff_before_5_and_an_option_since() {
    let old = Code::new("a.ts", "4.5.1", TRACK);
    let text = old.after(REPEAT).await;
    assert!(text.contains("await withBackoff(() => cio.track(id, { name: 'signed_up' }));"), "{text}");
    assert!(text.contains("err.response?.headers['retry-after']"), "{text}");
    assert!(!old.titles().await.contains(&OPTION.to_owned()));

    let new = Code::new("a.ts", "5.2.0", TRACK);
    let text = new.after(OPTION).await;
    assert!(text.contains("{ retry: { maxRetries: 5 }, region: RegionUS }"), "{text}");
    assert!(!new.titles().await.contains(&REPEAT.to_owned()));
    let said = Code { text: text.clone(), ..Code::new("a.ts", "5.2.0", TRACK) };
    assert!(!said.titles().await.contains(&OPTION.to_owned()), "it is said already");
}

#[tokio::test]
async fn what_sends_messages_is_only_repeated_when_it_was_refused() {
    let code = "import { APIClient, SendEmailRequest } from 'customerio-node';\n\
                const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);\n\
                export const send = async (request: SendEmailRequest) => api.¦sendEmail(request);\n";
    let text = Code::new("a.ts", "4.5.1", code).after(REPEAT).await;
    assert!(text.contains("withPatience(() => api.sendEmail(request))"), "{text}");
    assert!(!text.contains(">= 500"), "{text}");
}

#[tokio::test]
async fn await_goes_where_it_is_missing() {
    let voided = "export async function f(id: string) {\n  void cio.¦track(id, { name: 'signed_up' });\n}\n";
    let text = Code::new("a.ts", "5.2.0", voided).after(AWAIT_VOID).await;
    assert!(text.contains("  await cio.track(id") && !text.contains("void"), "{text}");
    let tried = "export async function f(id: string) {\n  try {\n    return cio.¦track(id, { name: 'signed_up' });\n  } catch (err) {\n    console.error(err);\n    throw err;\n  }\n}\n";
    let text = Code::new("a.ts", "5.2.0", tried).after(AWAIT_TRY).await;
    assert!(text.contains("return await cio.track("), "{text}");
    let sync = voided.replace("async ", "");
    assert!(!Code::new("a.ts", "5.2.0", &sync).titles().await.contains(&AWAIT_VOID.to_owned()));
    // What a finding offers is not offered twice.
    let dropped = "export async function f(id: string) {\n  cio.¦track(id, { name: 'signed_up' });\n}\n";
    let titles = Code::new("a.ts", "5.2.0", dropped).titles().await;
    assert!(!titles.iter().any(|title| title.starts_with("Await")), "{titles:?}");
}

const LOOP: &str = "export async function all(users: { id: string; plan: string }[]) {\n  for (const user of users) {\n    await cio.¦track(user.id, { name: 'signed_up', data: { plan: user.plan } });\n  }\n}\n";

#[tokio::test]
async fn a_loop_of_events_becomes_a_batch() {
    let text = Code::new("a.ts", "5.2.0", LOOP).after(BATCH).await;
    let expected = "  const operations = Array.from(users, (user) => ({\n    type: 'person' as const, identifiers: { id: user.id }, action: 'event' as const, name: 'signed_up', attributes: { plan: user.plan },\n  }));\n  if (operations.length > 0) {\n    const { errors } = await cio.batch(operations);\n    if (errors?.length) throw new Error(`Customer.io did not take ${errors.length} of ${operations.length} events`);\n  }\n}\n";
    assert!(text.ends_with(expected), "{text}");
    let shorthand =
        "export async function all(pairs) {\n  for (const [id, name] of pairs) await cio.¦track(id, { name });\n}\n";
    let text = Code::new("a.js", "5.2.0", shorthand).after(BATCH).await;
    assert!(text.contains("Array.from(pairs, ([id, name]) => ({"), "{text}");
    assert!(text.contains("action: 'event', name,"), "{text}");
}

#[tokio::test]
async fn events_that_are_sent_side_by_side_become_a_batch() {
    for callback in [
        "(user) => cio.¦track(user.id, { name: 'signed_up' })",
        "async (user) => cio.¦track(user.id, { name: 'signed_up' })",
        "user => cio.¦track(user.id, { name: 'signed_up' })",
        "(user) => {\n    return cio.¦track(user.id, { name: 'signed_up' });\n  }",
        "async (user) => {\n    await cio.¦track(user.id, { name: 'signed_up' });\n  }",
    ] {
        let code = format!("export async function all(users) {{\n  await Promise.all(users.map({callback}));\n}}\n");
        let text = Code::new("a.js", "5.2.0", &code).after(BATCH).await;
        assert!(text.contains("  const operations = Array.from(users, (user) => ({\n    type: 'person', "), "{text}");
        assert!(
            text.contains("    const { errors } = await cio.batch(operations);\n    if (errors?.length) throw "),
            "{text}"
        );
        assert!(text.ends_with("  }\n}\n") && !text.contains("Promise"), "{text}");
    }
    let typed = "export async function all(users: User[]) {\n  await Promise.all(users.map(({ id: who }: User) => cio.¦track(who, { name: 'signed_up' })));\n}\n";
    let text = Code::new("a.ts", "5.2.0", &format!("interface User {{ id: string }}\n{typed}")).after(BATCH).await;
    assert!(text.contains("Array.from(users, ({ id: who }: User) => ({"), "{text}");
    for statement in [
        "const sent = await Promise.all(users.map((user) => cio.¦track(user.id, { name: 'signed_up' })));",
        "return Promise.all(users.map((user) => cio.¦track(user.id, { name: 'signed_up' })));",
        "await Promise.allSettled(users.map((user) => cio.¦track(user.id, { name: 'signed_up' })));",
        "await Promise.all(users.map((user, at) => cio.¦track(user.id, { name: 'signed_up', data: { at } })));",
        "await Promise.all(users.map((user) => { log(user); return cio.¦track(user.id, { name: 'signed_up' }); }));",
    ] {
        let code = format!("export async function all(users) {{\n  {statement}\n}}\n");
        assert!(!Code::new("a.js", "5.2.0", &code).titles().await.contains(&BATCH.to_owned()), "{statement}");
    }
}

#[tokio::test]
async fn a_loop_that_does_more_or_cannot_be_a_batch_is_left_alone() {
    for (version, code) in [
        ("4.5.1", LOOP.to_owned()),
        ("5.2.0", LOOP.replace("    await", "    count();\n    await")),
        ("5.2.0", LOOP.replace("{ plan: user.plan } }", "{ plan: user.plan }, ...more }")),
        ("5.2.0", LOOP.replace("name: 'signed_up'", "name: await nameOf(user)")),
        ("5.2.0", LOOP.replace("user.id,", "'ada@example.com',")),
        ("5.2.0", LOOP.replace("of users", "of users.filter((user) => user.plan !== 'free')")),
        ("5.2.0", LOOP.replace("for (const user of users)", "for await (const user of users)")),
        ("5.2.0", LOOP.replace("for (const user of users)", "for (let user = users[0]; user; user = next())")),
        ("5.2.0", LOOP.replace("track(user.id, ", "identify(user.id, ")),
    ] {
        let titles = Code::new("a.ts", version, &code).titles().await;
        assert!(!titles.contains(&BATCH.to_owned()), "{version}: {code}");
    }
}

#[tokio::test]
async fn refactorings_come_when_somebody_asks_and_at_the_call() {
    let code = Code::new("a.ts", "5.2.0", TRACK);
    let is_refactoring = |action: &Value| action["kind"] == "refactor.rewrite";
    for (context, offered) in [
        (json!({ "diagnostics": [], "triggerKind": 2 }), false),
        (json!({ "diagnostics": [], "triggerKind": 1 }), true),
        (json!({ "diagnostics": [], "only": ["refactor.rewrite"], "triggerKind": 2 }), true),
        (json!({ "diagnostics": [], "only": ["quickfix"] }), false),
        (json!({ "diagnostics": [], "only": ["source"] }), false),
    ] {
        assert_eq!(code.ask(context.clone()).await.iter().any(is_refactoring), offered, "{context}");
    }
    let elsewhere = TRACK.replace('¦', "").replace("signedUp(", "¦signedUp(");
    assert_eq!(Code::new("a.ts", "5.2.0", &elsewhere).titles().await, [""; 0]);
}

#[tokio::test]
async fn a_repeated_event_name_becomes_a_constant() {
    let title = "Extract `signed_up` into a constant";
    let code = "const log = (name: string) => name;
export async function go(id: string) {
  await cio.track(id, { name: 'sig¦ned_up' });
  await cio.track(id, { name: \"signed_up\", data: { of: 'signed_up' } });
  log('signed_up');
}
";
    let after = Code::new("a.ts", "5.2.0", code).after(title).await;
    assert!(
        after.starts_with(&format!("{}\n\nconst SIGNED_UP = 'signed_up';\n", CLIENT.lines().next().unwrap())),
        "{after}"
    );
    // What is no event stays as it is.
    let expected = "  await cio.track(id, { name: SIGNED_UP });
  await cio.track(id, { name: SIGNED_UP, data: { of: 'signed_up' } });
  log('signed_up');
";
    assert!(after.ends_with(&format!("{expected}}}\n")), "{after}");
    for other in [
        code.replace("\"signed_up\"", "'other'"),
        code.replace("\"signed_up\"", "'signed' + '_up'"),
        code.replace("const log", "const SIGNED_UP = 1;\nconst log"),
        code.replace("const log", "const EVENT = 'signed_up';\nconst log").replace("\"signed_up\"", "EVENT"),
        code.replace("sig¦ned_up", "signed_up").replace("'signed_up');", "'sig¦ned_up');"),
        // The function is called before the constant would be there.
        code.replace("const log", "void go('1');\nimport 'node:path';\nconst log"),
        // Names are trimmed, strings are not.
        code.replace("\"signed_up\"", "\" signed_up\""),
    ] {
        assert!(!Code::new("a.ts", "5.2.0", &other).titles().await.contains(&title.to_owned()), "{other}");
    }
    assert!(!Code::new("a.vue", "5.2.0", code).titles().await.contains(&title.to_owned()), "blocks of components");
    let loaded = code.replace("const log", "const { join } = require('node:path');\nconst log");
    let text = Code::new("a.js", "5.2.0", &loaded.replace(": string", "")).after(title).await;
    assert!(text.contains("require('node:path');\n\nconst SIGNED_UP = 'signed_up';\n\nconst log"), "{text}");
    // Without semicolons the next line must not go on with the constant.
    let bare = code.replace(";\n", "\n").replace("const log", "(() => 1)()\nconst log");
    let bare = bare.replace("const log", "import 'node:path'\n[1].length\nconst log").replace("(() => 1)()\n", "");
    let text = Code::new("a.ts", "5.2.0", &bare).after(title).await;
    assert!(text.contains("const SIGNED_UP = 'signed_up';\n\n[1].length"), "{text}");
}
