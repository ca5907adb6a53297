//! Programs that mention themselves, in every form that was thought of: they end, at the cost of their size. All in a
//! thread with little stack.

use crate::memory::Memory;
use crate::shapes::{CLIENT, MANY, SHAPES, each};
use customerio_ls::testing::engine;
use customerio_ls::testing::finding::Fixes;
use customerio_ls::testing::model::{FileId, Files, Model, Modules};
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;

/// Runs in a thread with the stack that helper threads have as a rule.
pub fn with_little_stack(inside: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(512 * 1024).spawn(inside).expect("a thread");
    if let Err(panic) = thread.join() {
        std::panic::resume_unwind(panic);
    }
}

/// Ways in which something called `x` mentions itself.
pub const SELVES: &[&str] = &[
    "const x = [...x];",
    "const x = [1, ...x, ...x];",
    "const x = { ...x };",
    "const x = { a: 1, ...x, ...x };",
    "const x = { a: x };",
    "const x = { get a() { return x.a; } };",
    "const x = `${x}`;",
    "const x = x + x;",
    "const x = x ? x : x;",
    "const x = x ?? x;",
    "const x = x.y;",
    "const x = x[0];",
    "const x = x(x);",
    "const x = new x(x);",
    "const x = await x;",
    "const x = x as any;",
    "const x = (x)!;",
    "const x = () => x();",
    "const x = (a) => x(x(a));",
    "function x(a = x) { return x(a); }",
    "function x() { return [...x()]; }",
    "function x(a) { return { ...x(a), ...a }; }",
    "let x = 1; x = x + 1; x += x; x = x || x;",
    "let x; x = [...x]; x = { ...x }; x = x.map((y) => x);",
    "const [x] = x;",
    "const { x } = x;",
    "const { a: x = x } = x;",
    "const [...x] = x;",
    "const { ...x } = x;",
    "for (const x of x) {}",
    "const x = x.map((y) => [...x]);",
    "const x = x.flatMap((y) => x);",
    "const x = Object.assign({}, x);",
    "const x = Object.assign(x, x);",
    "const x = {}; Object.assign(x, x); x.a = x;",
    "const x = Object.values(x);",
    "const x = Object.freeze(x);",
    "const x = Array.from(x);",
    "const x = [...x].map((x) => x);",
    "const x = Promise.all([...x]);",
    "class X { x = [...this.x]; y = { ...this.y }; } const x = new X();",
    "class X { get x() { return this.x; } } const x = new X().x;",
    "class X { static x = [...X.x]; } const x = X.x;",
    "class X { static get x() { return X.x; } } const x = X.x;",
    "class X extends X {} const x = new X().a;",
    "class X extends Y {} class Y extends X {} const x = new X().a;",
    "class X { constructor(a) { this.x = new X(this.x); } } const x = new X(1).x;",
    "const a = [...b], b = [...c], c = [...a]; const x = a;",
    "const a = { ...b }, b = { ...c, ...a }, c = { ...a, ...b }; const x = a;",
    "const a = () => b(), b = () => c(), c = () => [a(), ...b()]; const x = a();",
    "const x: typeof x = y; const y: typeof x = z;",
    "type X = X; const x: X = y;",
    "type X = X & X; const x: X = y;",
    "type A = B & C; type B = A & C; type C = A & B; const x: A = y;",
    "type X = { a: X } & X; const x: X = y;",
    "interface X { x: X } const x: X = y;",
    "type X = X[]; const x: X = y;",
    "type X = [X, ...X[]]; const x: X = y;",
    "type X = Record<string, X>; const x: X = y;",
    "type X = X['a']; const x: X = y;",
    "function f(): ReturnType<typeof f> { return f(); } const x = f();",
    "const x: ReturnType<typeof x> = y;",
    "const x = { ...process.env, ...x }; schema.parse({ ...x });",
    "const x = { ...x }; schema.parse(x); cleanEnv(x);",
    "const xs = []; xs.push(...xs); const x = xs;",
    "const x = once(() => x());",
    "const x = container.resolve(x);",
    "x = [...x];",
    "exports.x = exports.x; const x = exports.x;",
    "{ const x = [...x]; } const x = [1];",
    "const x = ((x) => [...x])(x);",
    "const x = (function x() { return x(); })();",
    "enum X { A = X.B, B = X.A } const x = X.A;",
    "var x = x; var x = [...x];",
    "let x; ({ x } = x); [x] = x;",
];

/// Ways to use it.
pub const USES: &[&str] = &[
    "cio.identify(x, x);",
    "cio.identify('1', { ...x });",
    "cio.identify(String(x), { at: x, list: [...x] });",
    "cio.track('1', { name: x, data: x });",
    "cio.track('1', { name: `a ${x}`, data: { ...x, b: [...x] } });",
    "cio.track(x.a, { name: x[0], timestamp: x });",
    "cio.batch(x); cio.batch([...x, ...x]);",
    "x.track('1', { name: 'a' }); x.a.track('1', { name: 'a' });",
    "x.forEach((y) => cio.identify(y, { ...y }));",
    "x.map(cio.identify); for (const y of x) cio.identify(y.id, y);",
    "x(cio); x((c) => c.track('1', { name: x }));",
    "new TrackClient(x, x, x); new TrackClient(x, 'a', { ...x, region: x });",
    "await Promise.all(x.map((y) => cio.identify(y, {})));",
    "try { await cio.identify('1', x); } catch (x) { if (x.statusCode === 400) throw x; }",
    "fetch(x, { headers: { ...x } });",
    "cio.destroy(...x); cio.identify(...[x, ...x]);",
    "const { a, ...rest } = x; cio.identify(a, rest);",
    "cio[x]('1', {}); x[x]();",
    "function w(a) { return cio.identify(a, { ...a, ...x }); } w(x); w([...x]);",
    "export { x }; export default x; module.exports = { ...x };",
];

fn judge(text: &str) {
    engine::analyze(&Source::parse(Rope::from_str(text), Language::TypeScript), &Settings::default());
}

#[test]
fn what_mentions_itself_ends() {
    with_little_stack(|| {
        for this in SELVES {
            for uses in USES {
                judge(&format!("{CLIENT}{this}\n{uses}\n"));
            }
        }
    });
}

/// Files that get `x` from `next` in some way and hand it on in some way.
const HANDED_ON: &[&str] = &[
    "import { x } from 'next'; export { x };",
    "import { x } from 'next'; export { x as x, x as default };",
    "import x from 'next'; export default x; export { x };",
    "import * as x from 'next'; export { x }; export default x;",
    "export { x } from 'next'; export { default } from 'next';",
    "export * from 'next'; export { default } from 'next';",
    "export * as x from 'next';",
    "import { x as y } from 'next'; export const x = y; export default [...y];",
    "import { x as y } from 'next'; export const x = { ...y, ...y }; export default y;",
    "import { x as y } from 'next'; export function x() { return y(); } export default class extends y {}",
    "module.exports = require('next');",
    "exports.x = require('next').x; exports.default = require('next');",
    "module.exports = { ...require('next'), x: require('next').x };",
    "const { x } = require('next'); module.exports = { x };",
    "import x = require('next'); export = x;",
    "import type { x } from 'next'; export type { x }; export { x };",
    "export const x = (await import('next')).x;",
    "export const { x } = require('next'); export default x;",
    "export const { x, ...rest } = await import('next'); export { rest as default };",
    "export const [{ x }] = [require('next')]; export default x;",
    "export const { x = require('next').x } = require('next'); export { x as default };",
    "export const { default: x } = require('next'); export default function ({ x } = require('next')) { return x; }",
    "const { x } = require('next'); export { x, x as default };",
    "import * as all from 'next'; export const { x } = all; export const { x: y } = { ...all }; export { y as default };",
];

#[test]
fn files_that_import_each_other_end() {
    with_little_stack(|| {
        let main = "import { x } from 'next'; import d from 'next'; import * as all from 'next';\n";
        let uses = USES.join("\n");
        for (at, first) in HANDED_ON.iter().enumerate() {
            for second in &HANDED_ON[at..] {
                for files in [vec![*first, second], vec![*first, second, first]] {
                    let next = |at: usize| format!("'./f{}'", (at + 1) % files.len());
                    let mut texts: Vec<(String, String)> = Vec::new();
                    for (at, file) in files.iter().enumerate() {
                        texts.push((format!("/src/f{at}.ts"), file.replace("'next'", &next(at))));
                    }
                    texts.push(("/src/self.ts".into(), first.replace("'next'", "'./self'")));
                    let main = format!(
                        "{CLIENT}{}import {{ x as s }} from './self'; cio.identify(s, {{ ...s, ...d, ...all.x }});\n{uses}",
                        main.replace("'next'", "'./f0'")
                    );
                    texts.push(("/src/main.ts".into(), main));
                    let project = Memory::new(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
                    for (number, (_, text)) in texts.iter().enumerate() {
                        let source = Source::parse(Rope::from_str(text), Language::TypeScript);
                        let here = (FileId(number as u32), &project as &dyn Modules);
                        engine::judge(&source, Some(here), &Settings::default(), Fixes::Computed);
                    }
                }
            }
        }
    });
}

/// Returns what judging a text costs, and whether it was judged to the end.
fn steps(text: &str) -> (u64, bool) {
    let source = Source::parse(Rope::from_str(text), Language::TypeScript);
    let files = Files::alone(source.facts.clone());
    let model = Model::new(&source.rope, &files, None);
    customerio_ls::testing::rules::run(&model, &Settings::default(), Fixes::Computed);
    (model.steps(), model.stopped().is_empty())
}

#[test]
fn twice_the_size_is_about_twice_the_steps() {
    with_little_stack(|| {
        for (name, shape) in SHAPES.iter().chain(MANY) {
            let sizes = match *name {
                "lists that double" => [5, 10],
                // Of one object, at most 32 times are told.
                "objects that are spread into each other" => [15, 30],
                _ => [25, 50],
            };
            let [(small, _), (large, to_the_end)] = sizes.map(|size| steps(&shape(size)));
            assert!(large <= small * 5 / 2 + 40, "{name}: {small} steps, and {large} for twice the size");
            assert_eq!(to_the_end, SHAPES.iter().any(|(other, _)| other == name), "{name}");
        }
    });
}

#[test]
fn what_follows_code_of_any_shape_is_seen() {
    with_little_stack(|| {
        for (name, shape) in SHAPES.iter().chain(MANY) {
            let text = format!("{}\nawait cio.identify('2', {{ seen_at: Date.now() }});\n", shape(60));
            let source = Source::parse(Rope::from_str(&text), Language::TypeScript);
            let found = engine::analyze(&source, &Settings::default()).findings;
            let last = text.rfind("Date.now()").expect("a time") as u32;
            let is_seen = |rule: &str| found.iter().any(|it| it.rule == rule && it.range.start >= last - 10);
            assert!(is_seen("timestamp-milliseconds"), "{name}: {found:?}");
        }
    });
}

#[test]
fn what_follows_a_variable_written_twice_is_seen() {
    let text = format!(
        "{CLIENT}function normalize(email: string) {{ let value = email; value = value.trim(); value = value.toLowerCase(); return value; }}
export async function signUp(id: string, email: string) {{ await cio.identify(normalize(email), {{ email }}); }}
export async function login(id: string) {{ await cio.identify(id, {{ last_login_at: Date.now() }}); }}
"
    );
    let source = Source::parse(Rope::from_str(&text), Language::TypeScript);
    let found = engine::analyze(&source, &Settings::default()).findings;
    assert!(found.iter().any(|finding| finding.rule == "timestamp-milliseconds"), "{found:?}");
    assert!(steps(&text).0 < 500, "{:?}", steps(&text));
}

#[test]
fn bombs_are_defused_and_said() {
    with_little_stack(|| {
        let doubled = |first: &str, next: fn(usize) -> String| {
            format!(
                "{CLIENT}const x0 = {first};\n{}\ncio.batch(x30);\ncio.track('1', {{ name: `${{x30}}`, data: {{ x30 }} }});\n",
                each(30, next)
            )
        };
        for text in [
            doubled("[{ type: 'person' }]", |at| format!("const x{} = [...x{at}, ...x{at}];", at + 1)),
            doubled("'abcdefgh'", |at| format!("const x{} = x{at} + x{at};", at + 1)),
            doubled("'abcdefgh'", |at| format!("const x{} = `${{x{at}}}${{x{at}}}`;", at + 1)),
        ] {
            let source = Source::parse(Rope::from_str(&text), Language::TypeScript);
            let judged = engine::judge(&source, None, &Settings::default(), Fixes::Computed);
            assert!(!judged.stopped.is_empty(), "{text}");
        }
    });
}

#[test]
fn barrels_of_barrels_are_looked_through_once() {
    with_little_stack(|| {
        let barrel = |at: usize| {
            let stars = (1..=3).map(|next| format!("export * from './b{}';\n", (at + next) % 300));
            (format!("/src/b{at}.ts"), stars.collect::<String>())
        };
        let mut texts: Vec<(String, String)> = (0..300).map(barrel).collect();
        texts[299].1.push_str("export const name = 'sent';");
        let main = format!("{CLIENT}import {{ name, none }} from './b0'; cio.track(none, {{ name }});");
        texts.push(("/src/main.ts".into(), main.clone()));
        let project = Memory::new(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let source = Source::parse(Rope::from_str(&main), Language::TypeScript);
        let files = Files::of(source.facts.clone(), FileId(300), &project as &dyn Modules);
        let model = Model::new(&source.rope, &files, None);
        let names: Vec<String> = model.events().names().iter().map(|event| event.name.to_string()).collect();
        assert_eq!(names, ["sent"]);
    });
}
