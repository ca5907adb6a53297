//! What once took a time that grew faster than its input: each input at one size and at twice that, as whole processes.
//! Prints the best times of each and their ratio, and fails by the ratio alone: a slow machine is slow at both sizes.
//!
//! `cargo bench --bench doubling`, or `cargo bench --bench doubling -- nesting` for the inputs whose name holds a word.

#![allow(clippy::print_stdout, reason = "it is a program whose output are its figures")]

#[allow(unused_imports, reason = "shared with other benches")]
mod pairs;

use pairs::time;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

/// Twice the input takes twice the time when the time grows with it, and four times when it grows with its square.
const MOST: f64 = 2.8;
/// The best time of so many is taken: what else runs only ever adds to it.
const ATTEMPTS: usize = 5;

const HEAD: &str = "import { TrackClient, RegionUS } from \"customerio-node\";\n\
    const cio = new TrackClient(process.env.SITE!, process.env.KEY!, { region: RegionUS });\n";

/// One kind of input.
struct Input {
    name: &'static str,
    /// The larger one is twice this.
    size: usize,
    arguments: &'static [&'static str],
    /// Writes an input of a size into a folder.
    write: fn(&Path, usize),
}

const INPUTS: &[Input] = &[
    Input { name: "unused suppressions", size: 20_000, arguments: CHECK, write: unused_suppressions },
    Input { name: "calls of `track`", size: 20_000, arguments: CHECK, write: calls },
    Input { name: "keys of an object", size: 20_000, arguments: CHECK, write: keys },
    Input { name: "barrels of 3 `export *` each", size: 900, arguments: CHECK, write: barrels },
    Input { name: "files of a chain of wrappers", size: 1_500, arguments: CHECK, write: wrappers },
    Input { name: "fixes in each of 60 files", size: 200, arguments: FIX, write: fixes },
    Input { name: "classes inside one another", size: 50_000, arguments: CHECK, write: nesting },
];

const CHECK: &[&str] = &["check"];
const FIX: &[&str] = &["check", "--fix"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // What `cargo test --benches` asks for: nothing to try here.
    if arguments.iter().any(|argument| argument == "--test") {
        return ExitCode::SUCCESS;
    }
    let wanted = arguments.iter().find(|argument| !argument.starts_with('-'));
    let mut code = ExitCode::SUCCESS;
    println!("{:<32}{:>10}{:>12}{:>12}{:>8}", "input", "size", "time", "twice", "ratio");
    for input in INPUTS.iter().filter(|input| wanted.is_none_or(|word| input.name.contains(word.as_str()))) {
        let (once, twice) = best(input);
        let ratio = twice.as_secs_f64() / once.as_secs_f64();
        let verdict = if ratio < MOST { "" } else { "  grows too fast" };
        println!("{:<32}{:>10}{:>12.2?}{:>12.2?}{ratio:>8.2}{verdict}", input.name, input.size, once, twice);
        if ratio >= MOST {
            code = ExitCode::FAILURE;
        }
    }
    code
}

/// The best times for the size and for twice the size.
fn best(input: &Input) -> (Duration, Duration) {
    let run = |size: usize| {
        let folder = tempfile::tempdir().expect("a folder");
        (input.write)(folder.path(), size);
        time(
            Command::new(env!("CARGO_BIN_EXE_customerio-ls")).args(input.arguments).arg(".").current_dir(folder.path()),
        )
    };
    let mut best = (Duration::MAX, Duration::MAX);
    for _ in 0..ATTEMPTS {
        best = (best.0.min(run(input.size)), best.1.min(run(2 * input.size)));
    }
    best
}

fn save(root: &Path, name: &str, text: &str) {
    fs::write(root.join(name), text).expect("a file");
}

/// A line for each number.
fn lines(count: usize, line: impl Fn(usize, &mut String)) -> String {
    let mut text = String::new();
    (0..count).for_each(|at| line(at, &mut text));
    text
}

macro_rules! put {
    ($text:expr, $($format:tt)*) => { writeln!($text, $($format)*).expect("a string takes it") };
}

fn unused_suppressions(root: &Path, count: usize) {
    let code = lines(count, |at, text| put!(text, "// customerio-disable-next-line id-length\nf({at});"));
    save(root, "a.ts", &format!("{HEAD}{code}"));
}

fn calls(root: &Path, count: usize) {
    let code = lines(count, |at, text| put!(text, "cio.track(\"u{at}\", {{ name: \"a\" }});"));
    save(root, "a.ts", &format!("{HEAD}{code}"));
}

fn keys(root: &Path, count: usize) {
    let code = lines(count, |at, text| put!(text, "k{at}: {at},"));
    save(root, "a.ts", &format!("{HEAD}void cio.identify(\"u\", {{\n{code}}});\n"));
}

/// From each barrel to the last one there are exponentially many ways.
fn barrels(root: &Path, count: usize) {
    for at in 0..count {
        let stars = lines(3, |star, text| {
            let next = at + star + 1;
            match next < count {
                true => put!(text, "export * from \"./b{next}\";"),
                false => put!(text, "export * from \"./client\";"),
            }
        });
        save(root, &format!("b{at}.ts"), &stars);
    }
    save(root, "client.ts", &HEAD.replace("const", "export const"));
    save(root, "a.ts", "import { cio, missing } from \"./b0\";\nvoid cio.track(\"u\", { name: missing });\n");
}

fn wrappers(root: &Path, count: usize) {
    for at in 0..count {
        let text = match at + 1 < count {
            true => {
                let next = at + 1;
                format!(
                    "import {{ send as next }} from \"./f{next}\";\n\
                     export async function send(id: string, at: number) {{ await next(id, at); }}\n"
                )
            }
            false => format!(
                "{HEAD}export async function send(id: string, at: number) {{ await cio.identify(id, {{ at }}); }}\n"
            ),
        };
        save(root, &format!("f{at}.ts"), &text);
    }
    save(root, "main.ts", "import { send } from \"./f0\";\nvoid send(\"1\", Date.now());\n");
}

fn fixes(root: &Path, count: usize) {
    let code = lines(count, |at, text| put!(text, "void cio.identify(\"u{at}\", {{ created_at: Date.now() }});"));
    for file in 0..60 {
        save(root, &format!("f{file}.ts"), &format!("{HEAD}{code}"));
    }
}

fn nesting(root: &Path, depth: usize) {
    let (open, close) = ("class A { m() {\n".repeat(depth), "} }\n".repeat(depth));
    save(root, "a.ts", &format!("{HEAD}{open}{close}"));
}
