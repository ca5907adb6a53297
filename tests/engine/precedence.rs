//! Each precedence between two rules shows in code: both report it, and only the one that says more stands.

use customerio_ls::testing::engine;
use customerio_ls::testing::finding::Fixes;
use customerio_ls::testing::model::FileId;
use customerio_ls::testing::rules::{Member, RULES};
use customerio_ls::testing::settings::{Editor, Loader};
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;
use serde_json::json;
use std::path::Path;

/// The rule that gives way, the one that stands, and code for a version of the SDK with the two clients `cio` and `api`.
const SHOWN: &[(&str, &str, &str, &str)] = &[
    (
        "dynamic-event-name",
        "pii-in-event-name",
        "5.2.0",
        "await cio.track(user.id, { name: `invited_${user.email}` });",
    ),
    (
        "empty-argument",
        "sync-throw-not-caught",
        "5.2.0",
        "function go() { cio.track(user ? user.id : undefined, { name: \"a_b\" }).catch(console.error); }",
    ),
    (
        "error-shape",
        "retry-after-wrong-property",
        "5.2.0",
        "try { await cio.identify(user.id, {}); } catch (err: any) { wait(err.headers[\"retry-after\"]); throw err; }",
    ),
    (
        "event-name-inconsistent",
        "event-name-whitespace",
        "5.2.0",
        "await cio.track(user.id, { name: \"signed_up\" }); await cio.track(user.id, { name: \"signed  up\" });",
    ),
    ("event-name-snake-case", "event-name-unknown", "5.2.0", "await cio.track(user.id, { name: \"SignedUp\" });"),
    ("event-name-snake-case", "event-name-whitespace", "5.2.0", "await cio.track(user.id, { name: \"Signed  Up\" });"),
    (
        "floating-promise",
        "method-not-in-version",
        "4.5.1",
        "cio.batch([{ type: \"person\", action: \"delete\", identifiers: { id: user.id } }]);",
    ),
    ("non-string-id", "segment-style-call", "5.2.0", "await cio.identify({ userId: user.id, traits: {} });"),
    ("non-string-id", "track-anonymous-signature", "3.0.1", "await cio.trackAnonymous({ name: \"a_b\", data: {} });"),
    (
        "possibly-undefined-id",
        "sync-throw-not-caught",
        "5.2.0",
        "function go(user?: { id: string }) { cio.identify(user?.id, {}).catch(console.error); }",
    ),
    (
        "unknown-option",
        "dropped-option",
        "5.2.0",
        "await api.sendEmail(new SendEmailRequest({ transactional_message_id: 1, to: user.email, identifiers: { id: user.id }, messageData: {} }));",
    ),
    ("v2-operation-shape", "batch-empty", "5.2.0", "await cio.entity({});"),
];

#[test]
fn the_rule_that_says_more_stands() {
    let declared = RULES.iter().flat_map(|rule| rule.meta.yields_to.iter().map(|first| (rule.meta.id, *first)));
    assert_eq!(declared.collect::<Vec<_>>(), SHOWN.iter().map(|(rule, first, ..)| (*rule, *first)).collect::<Vec<_>>());
    let mut wrong = Vec::new();
    for (rule, first, version, code) in SHOWN {
        let text = format!(
            "import {{ APIClient, SendEmailRequest, TrackClient }} from \"customerio-node\";\n\
             const cio = new TrackClient(process.env.SITE!, process.env.KEY!);\n\
             const api = new APIClient(process.env.APP!);\n\
             declare function wait(seconds: unknown): void;\n\
             export async function run(user: {{ id: string; email: string }}) {{\n{code}\n}}\n"
        );
        let source = Source::parse(Rope::from_str(&text), Language::TypeScript);
        let events = if *first == "event-name-unknown" { json!(["signed_up"]) } else { json!(["*"]) };
        let set = json!({ "preset": "all", "sdkVersion": version, "account": { "events": events } });
        let loaded = Loader::new().load(None, &Editor::new(&set, Path::new("/")));
        assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
        let settings = &loaded.settings;
        let judged = engine::judge(&source, None, settings, Fixes::Omitted);
        let member =
            Member { file: FileId(0), path: Path::new("a.ts").into(), package: None, traces: &judged.traces, settings };
        let compared = engine::across(&[member]).remove(&FileId(0));
        let all = judged.found.iter().chain(compared.iter().flat_map(|compared| &compared.found));
        let all: Vec<_> = all.map(|finding| (finding.rule, finding.range)).collect();
        let of = |all: &[(&'static str, _)], id: &str| all.iter().any(|(rule, _)| *rule == id);
        if !of(&all, rule) || !of(&all, first) {
            wrong.push(format!("{rule}, {first}: not both of them are in {all:?}"));
        }
        let left = engine::finish(&source, judged.found.clone(), compared.as_ref(), settings).findings;
        let left: Vec<_> = left.iter().map(|finding| (finding.rule, finding.range)).collect();
        if of(&left, rule) || !of(&left, first) {
            wrong.push(format!("{rule}, {first}: left are {left:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
