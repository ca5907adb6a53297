//! Twice the code takes about twice the time: generated files of many kinds, each judged at one size and at twice that.
//! What counts is the ratio of the two, the best of a few attempts, and never a time: a slow machine is slow at both sizes.

mod examples;
mod nesting;
mod projects;
mod reports;
#[cfg(feature = "lsp")]
mod server;

use customerio_ls::testing::engine::{Findings, analyze};
use customerio_ls::testing::rules::Preset;
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;
use std::time::{Duration, Instant};

/// What is quadratic takes four times as long, what is linear twice.
const MOST: f64 = 3.0;
const ATTEMPTS: usize = 6;
const SIZE: usize = 700;

const HEAD: &str = "import { TrackClient, RegionUS } from \"customerio-node\";\n\
    const cio = new TrackClient(process.env.SITE!, process.env.KEY!, { region: RegionUS });\n";

fn judged(text: &str) -> (Rope, Findings) {
    let settings = Settings { preset: Some(Preset::All), ..Settings::default() };
    let source = Source::parse(Rope::from_str(text), Language::TypeScript);
    std::hint::black_box(source.syntax_errors());
    let analysis = analyze(&source, &settings);
    (source.rope, analysis)
}

/// A time of judging `count` of something.
fn time(count: usize, code: &dyn Fn(usize) -> String) -> Duration {
    let text = code(count);
    let begun = Instant::now();
    std::hint::black_box(judged(&text));
    begun.elapsed()
}

/// The ratios of the times for twice the size and for the size, until one shows that the time grows no faster; none then.
fn too_fast(size: usize, time: impl Fn(usize) -> Duration) -> Option<Vec<f64>> {
    let mut ratios = Vec::new();
    for _ in 0..ATTEMPTS {
        let once = time(size);
        let twice = time(2 * size);
        let ratio = twice.as_secs_f64() / once.as_secs_f64();
        if ratio < MOST {
            return None;
        }
        ratios.push(ratio);
    }
    Some(ratios)
}

#[track_caller]
fn grows_no_faster_than_its_code(code: &dyn Fn(usize) -> String) {
    if let Some(ratios) = too_fast(SIZE, |count| time(count, code)) {
        panic!("twice the code takes {ratios:.1?} times as long");
    }
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

fn in_module(count: usize, line: impl Fn(usize) -> String) -> String {
    format!("{HEAD}{}", lines(count, line))
}

fn in_function(count: usize, line: impl Fn(usize) -> String) -> String {
    format!("{HEAD}export async function main(user: any) {{\n{}}}\n", lines(count, line))
}

macro_rules! grow {
    ($($name:ident: $code:expr;)*) => {
        $(#[test] fn $name() { grows_no_faster_than_its_code(&$code); })*
    };
}

grow! {
    unused_suppressions: |n| in_module(n, |i| format!("// customerio-disable-next-line id-length\nf({i});\n"));
    stacked_suppressions: |n| in_module(n, |_| "/* customerio-disable-next-line id-length */\n".into()) + "f();\n";
    pairs_of_suppressions: |n| in_module(n, |_| "/* customerio-disable id-length */ f(); /* customerio-enable */\n".into());
    calls: |n| in_module(n, |i| format!("cio.track(\"u{i}\", {{ name: \"a\" }});\n"));
    awaited_calls: |n| in_function(n, |_| "await cio.track(user.id, { name: \"a\" });\n".into());
    people: |n| in_function(n, |i| format!("await cio.track(\"u{i}\", {{ name: \"a\" }}); await cio.identify(\"u{i}\", {{}});\n"));
    keys: |n| format!("{HEAD}cio.identify(\"u\", {{ {} }});\n", lines(n, |i| format!("k{i}: {i},\n")));
    keys_of_constants: |n| {
        let keys = lines(n, |i| format!("K{i}: \"k{i}\",\n"));
        format!("{HEAD}const E = {{ {keys} }} as const;\n{}", lines(n, |i| format!("cio.track(\"u\", {{ name: E.K{i} }});\n")))
    };
    members_of_enums: |n| {
        let members = lines(n, |i| format!("K{i} = \"k{i}\",\n"));
        format!("{HEAD}enum E {{ {members} }}\n{}", lines(n, |i| format!("cio.track(\"u\", {{ name: E.K{i} }});\n")))
    };
    written_keys: |n| {
        let writes = lines(n, |i| format!("o.k{i} = {i};\n"));
        format!("{HEAD}async function f() {{ const o: any = {{}};\n{writes} await cio.identify(\"u\", o); }}\n")
    };
    written_variable: |n| in_function(n, |i| format!("v = \"b{i}\"; await cio.track(user.id, {{ name: v }});\n")).replace("(user: any) {", "(user: any) { let v = \"a\";");
    variables: |n| in_function(n, |i| format!("let v{i} = \"a\"; v{i} = \"b\"; await cio.track(user.id, {{ name: v{i} }});\n"));
    shadowed_variables: |n| in_function(n, |i| format!("{{ const a = \"a{i}\"; await cio.track(user.id, {{ name: a }}); }}\n"));
    clients: |n| in_module(n, |i| format!("export const c{i} = new TrackClient(process.env.A{i}!, process.env.B{i}!);\n"));
    imports: |n| lines(n, |i| format!("import {{ TrackClient as T{i} }} from \"customerio-node\";\nconst c{i} = new T{i}(\"a\", \"b\");\n"));
    requests: |n| in_function(n, |i| format!("await fetch(`https://track.customer.io/api/v1/customers/${{user.id}}`, {{ method: \"PUT\", body: JSON.stringify({{ a: {i} }}) }});\n"));
    requests_in_chains: |n| {
        let send = |i| format!("await superagent.post(\"https://track.customer.io/api/v1/events\").set(\"a\", \"b\").send({{ name: \"a{i}\" }});\n");
        format!("import superagent from \"superagent\";\n{}", in_function(n, send))
    };
    requests_that_are_written_to: |n| {
        let send = |i| format!("const r{i} = https.request({{ hostname: \"track.customer.io\", path: \"/api/v1/events\", method: \"POST\" }}); r{i}.end(JSON.stringify({{ name: \"a\" }}));\n");
        format!("import https from \"node:https\";\n{}", in_function(n, send))
    };
    conditions_that_calls_decide: |n| {
        let cases = lines(n, |i| format!("if (to === \"a{i}\") return \"https://track.customer.io/api/v{i}\";\n"));
        let host = format!("function host(to: string) {{\n{cases}return \"\";\n}}\n");
        let call = |i| format!("export const c{i} = () => axios.post(host(\"a{i}\") + \"/customers\", {{ a: {i} }});\n");
        format!("import axios from \"axios\";\n{host}{}", lines(20, call))
    };
    hosts_that_calls_decide: |n| {
        let cases = lines(30, |i| format!("if (to === \"a{i}\") return \"https://track.customer.io/api/v{i}\";\ncase_of(to);\n"));
        let switch = lines(30, |i| format!("case \"b{i}\": return \"https://api.customer.io/v{i}\";\n"));
        let host = format!("function host(to: string) {{\n{cases}switch (to) {{\n{switch}}}\nreturn \"\";\n}}\n");
        let call = |i| format!("export const c{i} = () => axios.post(host(\"{}{}\") + \"/customers\", {{ a: {i} }});\n", ["a", "b"][i % 2], i % 30);
        format!("import axios from \"axios\";\n{host}{}", lines(n, call))
    };
    loads: |n| lines(n, |i| format!("const a{i} = require(\"customerio-node\");\n"));
    functions: |n| in_module(n, |i| format!("async function f{i}(u: any) {{ await cio.track(u.id, {{ name: \"a\" }}); }}\nf{i}(1);\n"));
    methods: |n| format!("{HEAD}class A {{ c = cio;\n{} }}\n", lines(n, |i| format!("async m{i}(u: any) {{ await this.c.track(u.id, {{ name: \"a\" }}); }}\n")));
    catches: |n| in_function(n, |_| "try { await cio.track(user.id, { name: \"a\" }); } catch (e) { console.log(e.statusCode); }\n".into());
    switches: |n| in_module(n, |i| format!("switch (token{i}) {{ case \"a\": void cio.identify(\"u\", {{ created_at: Date.now() }}); }}\n"));
    open_switches: |n| format!("{HEAD}void cio.identify(\"u\", {{ created_at: Date.now() }});\n{}", lines(n, |_| "/* */ switch (\n".repeat(10)));
    half_typed_imports: |n| in_module(n, |i| format!("import {{ a{i}, b\n"));
    chains: |n| in_function(n, |_| "cio.track(user.id, { name: \"a\" }).catch((e) => console.log(e.message));\n".into());
}

#[test]
fn documents_of_many_blocks() {
    let block = |at: usize, code: &str| format!("## Part {at}\n\nText of {at}.\n\n```ts\n{code}\n```\n\n");
    let shapes: [&dyn Fn(usize) -> String; 5] = [
        &|at| block(at, "const cio = new TrackClient(id, key);\ncio.identify(`1`, { created_at: Date.now() });"),
        &|at| block(at, "cio.identify(`1`, { created_at: Date.now() });"),
        &|at| block(at, &format!("// lib/{at}.ts\nconst cio = {at};\ncio.track(...)")),
        &|at| block(at, "app.get(\"/\", () => {\n  cio.track({"),
        &|at| format!("> - ```js\n>   cio.track(\"{at}\", {{}}); // customerio-disable-line\n>   ```\n"),
    ];
    for (number, shape) in shapes.into_iter().enumerate() {
        let time = |count: usize| {
            let text = format!("```ts\n{HEAD}```\n{}", lines(count, shape));
            let begun = Instant::now();
            let source = Source::parse(Rope::from_str(&text), Language::Markdown);
            std::hint::black_box(source.syntax_errors());
            std::hint::black_box(analyze(&source, &Settings::default()));
            begun.elapsed()
        };
        if let Some(ratios) = too_fast(SIZE, time) {
            panic!("twice the blocks of shape {number} take {ratios:.1?} times as long");
        }
    }
}
