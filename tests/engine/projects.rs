//! What is seen across files: each case is a project, and the first file sends `"sent"` in some way.

use crate::memory::Memory;
use customerio_ls::testing::model::{FileId, Files, Model, Modules};
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;
use std::path::Path;

const CLIENT: (&str, &str) = (
    "/src/cio.ts",
    "import { TrackClient } from 'customerio-node';
     export const cio = new TrackClient(process.env.SITE_ID!, process.env.KEY!);
     export default cio;
     export function track(id: string, name: string) { return cio.track(id, { name }); }",
);

/// The event names that the first file sends, each with what is marked for it.
fn sent(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let project = Memory::new(files.iter().copied());
    let (path, text) = files[0];
    let language = Language::of_path(Path::new(path)).unwrap();
    let source = Source::parse(Rope::from_str(text), language);
    let files = Files::of(source.facts.clone(), FileId(0), &project as &dyn Modules);
    let model = Model::new(&source.rope, &files, None);
    let names = model.events().names().iter();
    names.map(|event| (event.name.to_string(), text[event.at.as_range()].to_owned())).collect()
}

/// `main` beside the client and `others`.
fn main_with(main: &str, others: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut files = vec![("/src/main.ts", main), CLIENT];
    files.extend(others);
    sent(&files)
}

fn sees(main: &str, others: &[(&str, &str)]) {
    let found = main_with(main, others);
    assert_eq!(found.len(), 1, "{found:?} in {main} with {others:?}");
    assert_eq!(found[0].0, "sent", "{main}");
}

fn silent(main: &str, others: &[(&str, &str)]) {
    assert_eq!(main_with(main, others), [], "{main} with {others:?}");
}

#[test]
fn imports_of_a_client() {
    for main in [
        "import { cio } from './cio'; cio.track(id, { name: 'sent' });",
        "import { cio as client } from './cio.js'; client.track(id, { name: 'sent' });",
        "import cio from './cio'; cio.track(id, { name: 'sent' });",
        "import * as all from './cio'; all.cio.track(id, { name: 'sent' });",
        "import * as all from './cio'; all.default.track(id, { name: 'sent' });",
        "const { cio } = require('./cio'); cio.track(id, { name: 'sent' });",
        "const all = require('./cio'); all.cio.track(id, { name: 'sent' });",
        "async function f() { const { cio } = await import('./cio'); cio.track(id, { name: 'sent' }); }",
        "import all = require('./cio'); all.cio.track(id, { name: 'sent' });",
    ] {
        sees(main, &[]);
    }
}

#[test]
fn reexports() {
    let main = "import { cio } from './lib'; cio.track(id, { name: 'sent' });";
    for index in [
        "export { cio } from '../cio';",
        "export * from '../cio';",
        "export { default as cio } from '../cio';",
        "import { cio } from '../cio'; export { cio };",
        "import { cio as inner } from '../cio'; export { inner as cio };",
        "import { cio as inner } from '../cio'; export const cio = inner;",
        "export * from './other'; export * from '../cio';",
        "export * from './index'; export * from '../cio';",
        "export * from './cycle'; export * from '../cio';",
    ] {
        sees(main, &[("/src/lib/index.ts", index), ("/src/lib/cycle.ts", "export * from './index';")]);
    }
    sees(
        "import { tools } from './lib'; tools.cio.track(id, { name: 'sent' });",
        &[("/src/lib/index.ts", "export * as tools from '../cio';")],
    );
}

#[test]
fn common_js() {
    for (module, main) in [
        ("module.exports = { cio };", "const { cio } = require('./c'); cio.track(id, { name: 'sent' });"),
        ("module.exports = cio;", "const cio = require('./c'); cio.track(id, { name: 'sent' });"),
        ("module.exports = cio;", "import cio from './c'; cio.track(id, { name: 'sent' });"),
        ("exports.cio = cio;", "const { cio } = require('./c'); cio.track(id, { name: 'sent' });"),
        ("module.exports.cio = cio;", "import { cio } from './c'; cio.track(id, { name: 'sent' });"),
        ("exports.cio = void 0; exports.cio = cio;", "const c = require('./c'); c.cio.track(id, { name: 'sent' });"),
        ("exports = module.exports = { cio };", "const c = require('./c'); c.cio.track(id, { name: 'sent' });"),
        ("module.exports = () => cio;", "const get = require('./c'); get().track(id, { name: 'sent' });"),
        ("module.exports = { send: (name) => cio.track(1, { name }) };", "require('./c').send('sent');"),
    ] {
        let module = format!("const {{ cio }} = require('./cio'); {module}");
        sees(main, &[("/src/c.js", &module)]);
    }
}

#[test]
fn wrappers() {
    for (wrapper, call) in [
        ("export function send(name) { return cio.track(1, { name }); }", "send('sent')"),
        ("export async function send(id, name, data) { await cio.track(id, { name, data }); }", "send(1, 'sent', {})"),
        ("export const send = (name) => cio.track(1, { name });", "send('sent')"),
        ("export const send = ({ name }) => cio.track(1, { name });", "send({ name: 'sent' })"),
        ("export const send = (event) => cio.track(1, event);", "send({ name: 'sent' })"),
        ("export const send = (event) => cio.track(1, { ...event, data: {} });", "send({ name: 'sent' })"),
        ("export const send = (event) => cio.track(1, { name: event.name });", "send({ name: 'sent' })"),
        ("export const send = (...args) => cio.track(...args);", "send(1, { name: 'sent' })"),
        ("export const send = (id, ...rest) => cio.track(id, ...rest);", "send(1, { name: 'sent' })"),
        ("export const send = (name, id = 1) => cio.track(id, { name });", "send('sent')"),
        ("export function send(name) { return again(() => cio.track(1, { name })); }", "send('sent')"),
        (
            "export function send(name) { one(name); } function one(n) { two(n); } function two(n) { cio.track(1, { name: n }); }",
            "send('sent')",
        ),
        ("export function send(name) { if (!name) return send('x'); return cio.track(1, { name }); }", "send('sent')"),
        ("export const send = { it(name) { return cio.track(1, { name }); } };", "send.it('sent')"),
        ("export default { it: (name) => cio.track(1, { name }) }; export const send = 1;", "all.default.it('sent')"),
        (
            "export function send(name) { try { return cio.track(1, { name }); } catch (e) { console.log(e); } }",
            "send('sent')",
        ),
        ("export function send(client, name) { return client.track(1, { name }); }", "send(all.cio, 'sent')"),
        (
            "export { cio }; export function send(client, name) { return client.track(1, { name }); }",
            "send(all.cio, 'sent')",
        ),
        (
            "export const make = (client) => ({ send: (name) => client.track(1, { name }) }); export const send = make(cio).send;",
            "send('sent')",
        ),
    ] {
        let wrapper = format!("import {{ cio }} from './cio'; export {{ cio as client }} from './cio'; {wrapper}");
        let main = format!(
            "import {{ send }} from './wrapper'; import * as all from './wrapper'; import * as c from './cio'; {};",
            call.replace("all.cio", "c.cio")
        );
        sees(&main, &[("/src/wrapper.ts", &wrapper)]);
    }
}

#[test]
fn callbacks_get_clients() {
    for (wrapper, main) in [
        ("export const use = (run) => run(cio);", "use((c) => c.track(1, { name: 'sent' }));"),
        (
            "export async function use(id, run) { try { await run(cio); } catch {} }",
            "use(1, async (c) => { await c.track(1, { name: 'sent' }); });",
        ),
        ("export const use = (run) => run({ cio });", "use(({ cio }) => cio.track(1, { name: 'sent' }));"),
    ] {
        let wrapper = format!("import {{ cio }} from './cio'; {wrapper}");
        sees(&format!("import {{ use }} from './use'; {main}"), &[("/src/use.ts", &wrapper)]);
    }
    silent(
        "import { use } from './use'; use((c) => c.track(1, { name: 'sent' }));",
        &[("/src/use.ts", "import './cio'; export const use = (run) => run(socket);")],
    );
}

#[test]
fn classes() {
    for (class, main) in [
        ("export class S { client = cio; }", "new S().client.track(1, { name: 'sent' });"),
        ("export class S { #c = cio; send(name) { return this.#c.track(1, { name }); } }", "new S().send('sent');"),
        (
            "export class S { constructor(c) { this.c = c; } send(name) { return this.c.track(1, { name }); } }",
            "new S(cio).send('sent');",
        ),
        (
            "export class S { constructor(private c: TrackClient) {} send(name) { return this.c.track(1, { name }); } }",
            "function f(s: S) { s.send('sent'); }",
        ),
        ("export class S { static send(name) { return cio.track(1, { name }); } }", "S.send('sent');"),
        ("export class S { static it = new S(); send(name) { return cio.track(1, { name }); } }", "S.it.send('sent');"),
        (
            "export class S { private static i; static get() { return (this.i ??= new S()); } send(name) { return cio.track(1, { name }); } }",
            "S.get().send('sent');",
        ),
        ("export class S { get client() { return cio; } }", "new S().client.track(1, { name: 'sent' });"),
        (
            "class B { send(name) { return cio.track(1, { name }); } } export class S extends B {}",
            "new S().send('sent');",
        ),
        (
            "export class S { send(name) { return this.raw({ name }); } raw(e) { return cio.track(1, e); } }",
            "class M { constructor(private s: S) {} go() { return this.s.send('sent'); } }",
        ),
        (
            "export class S { send(name) { return cio.track(1, { name }); } }",
            "class M { @Inject() s: S; go() { return this.s.send('sent'); } }",
        ),
        (
            "export class S { send = async (name) => { await cio.track(1, { name }); } }",
            "class M extends S { go() { return this.send('sent'); } }",
        ),
        (
            "export class S { send(name) { return cio.track(1, { name }); } }",
            "class M extends S { send(name) { return super.send(name); } go() { return this.send('sent'); } }",
        ),
        (
            "export interface Sender { client: TrackClient } export class S {}",
            "function f(s: Sender) { s.client.track(1, { name: 'sent' }); }",
        ),
    ] {
        let class =
            format!("import {{ cio }} from './cio'; import type {{ TrackClient }} from 'customerio-node'; {class}");
        let main = format!(
            "import {{ S }} from './s'; import type {{ Sender }} from './s'; import {{ cio }} from './cio'; {main}"
        );
        sees(&main, &[("/src/s.ts", &class)]);
    }
}

#[test]
fn types_of_values() {
    for main in [
        "import { cio } from './cio'; function f(c: typeof cio) { c.track(1, { name: 'sent' }); }",
        "import { cio } from './cio'; const make = () => cio; function f(c: ReturnType<typeof make>) { c.track(1, { name: 'sent' }); }",
        "import type { cio } from './cio'; function f(c: typeof cio) { c.track(1, { name: 'sent' }); }",
        "import { track } from './cio'; const deps = { track }; function f({ track }: typeof deps) { track(1, 'sent'); }",
    ] {
        sees(main, &[]);
    }
    silent("const a: typeof b = f(); const b: typeof a = f(); a.track(1, { name: 'sent' });", &[]);
}

#[test]
fn values() {
    for (module, name) in [
        ("export const SENT = 'sent';", "v.SENT"),
        ("export const E = { SENT: 'sent' } as const;", "v.E.SENT"),
        ("export enum E { Sent = 'sent' }", "v.E.Sent"),
        ("export default { sent: 'sent' };", "v.default.sent"),
        ("export const E = Object.freeze({ a: { SENT: 'sent' } });", "v.E.a.SENT"),
        ("export const name = () => 'sent';", "v.name()"),
        ("export const E = ['x', 'sent'];", "v.E[1]"),
        ("module.exports = { SENT: 'sent' };", "v.SENT"),
    ] {
        let main =
            format!("import {{ cio }} from './cio'; import * as v from './v'; cio.track(1, {{ name: {name} }});");
        sees(&main, &[("/src/v.ts", module)]);
    }
}

#[test]
fn what_is_not_known_is_silent() {
    silent(
        "import { cio } from './other'; cio.track(1, { name: 'sent' });",
        &[("/src/other.ts", "export const cio = segment();")],
    );
    silent("import { cio } from './gone'; cio.track(1, { name: 'sent' });", &[]);
    silent(
        "import { track } from './mine'; track(1, 'sent');",
        &[("/src/mine.ts", "export function track(id, name) { socket.emit(name); }")],
    );
    silent(
        "import { TrackClient } from './mine'; new TrackClient().track(1, { name: 'sent' });",
        &[("/src/mine.ts", "export class TrackClient { track(id, e) {} }")],
    );
    silent(
        "import { send } from './w'; send('sent');",
        &[(
            "/src/w.ts",
            "import { cio } from './cio'; export function send(x) { return cio.track(1, { name: 'fixed' }); }",
        )],
    );
    silent(
        "import { send } from './w'; send('sent');",
        &[(
            "/src/w.ts",
            "import { cio } from './cio'; export function send(x) { return cio.track(1, { name: x, type: 'page' }); }",
        )],
    );
}
