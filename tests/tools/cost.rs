//! What the analysis of each file that reaches the SDK costs, measured by its parse: the bound is twenty times. The worst
//! ten files are listed first, then the rest.
//!
//! `cargo run --release --example cost -- FOLDER…`
//!
//! Everything runs in one thread, and of several runs the fastest counts: that is what the processor took when nothing
//! interrupted it. The parse makes the tree of the text; the analysis is all that comes behind it: what the file says, and
//! every rule. A file is judged with what it imports, and an analysis of ten lines may follow values through ten files:
//! so it is measured by the parse of the file and of the files that its judgement rests on, which have been read by then.
//! Measured by its own parse alone it stands beside that. Ends with 1 when a file costs more than the bound.
//!
//! `--once FILE` does everything once for one file alone, to be counted in instructions, which are the same each time:
//! `valgrind --tool=callgrind --toggle-collect='*cost*analyzed*' target/release/examples/cost FOLDER --once FILE`, and the
//! same with `parsed` (the file and those that it rests on) and `parsed_alone`.

#![allow(clippy::print_stdout, reason = "it is a program whose output is the list")]

use customerio_ls::testing::engine::{self, Judged};
use customerio_ls::testing::finding::Fixes;
use customerio_ls::testing::model::{FileId, Modules};
use customerio_ls::testing::project::{Project, View};
use customerio_ls::testing::rules::Preset;
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::{Language, parse};
use ropey::Rope;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// How many times its parse the analysis of a file may cost.
const BOUND: f64 = 20.0;
/// How many runs there are, and how long they may take together once there were [`LEAST`].
const RUNS: usize = 15;
const LEAST: usize = 3;
const LONG: Duration = Duration::from_secs(2);

/// What one file costs.
struct Cost {
    name: String,
    lines: usize,
    /// How many other files its judgement rests on.
    others: usize,
    alone: Duration,
    parse: Duration,
    analysis: Duration,
}

impl Cost {
    fn by(&self, parse: Duration) -> f64 {
        self.analysis.as_secs_f64() / parse.as_secs_f64().max(f64::EPSILON)
    }
    fn ratio(&self) -> f64 {
        self.by(self.parse)
    }
}

fn main() -> ExitCode {
    let mut folders: Vec<String> = std::env::args().skip(1).collect();
    let once = folders.iter().position(|argument| argument == "--once").map(|at| folders.split_off(at));
    let once = once.and_then(|rest| rest.get(1).map(PathBuf::from));
    let costs = folders.iter().flat_map(|folder| of_folder(Path::new(folder), once.as_deref()));
    let mut costs: Vec<Cost> = costs.collect();
    costs.sort_by(|a, b| b.ratio().total_cmp(&a.ratio()));
    println!("{} files reach the SDK", costs.len());
    println!("   ratio  by its own  analysis     parse  others   lines  file");
    for (at, cost) in costs.iter().enumerate() {
        if at == 10 {
            println!("The rest:");
        }
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        let (ratio, own, analysis, parse) = (cost.ratio(), cost.by(cost.alone), ms(cost.analysis), ms(cost.parse));
        let Cost { others, lines, name, .. } = cost;
        println!("{ratio:8.2} {own:11.2} {analysis:7.2}ms {parse:7.2}ms {others:7} {lines:7}  {name}");
    }
    let above = costs.iter().filter(|cost| cost.ratio() > BOUND).count();
    println!("{above} cost more than {BOUND} times their parse");
    if above == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A file as the parser gets it.
struct Text {
    rope: Rope,
    source: Source,
}

impl Text {
    fn read(path: &Path) -> Option<Self> {
        let rope = Rope::from_str(&std::fs::read_to_string(path).ok()?);
        let source = Source::parse(rope.clone(), Language::of_path(path)?);
        (source.language != Language::Manifest).then_some(Self { rope, source })
    }
    fn parse(&self) {
        let scripts = self.source.scripts.as_deref();
        drop(black_box(parse(&self.rope, self.source.dialect(), scripts, None, &mut || false)));
    }
}

#[inline(never)]
fn parsed_alone(text: &Text) {
    text.parse();
}

#[inline(never)]
fn parsed(texts: &[Text]) {
    texts.iter().for_each(Text::parse);
}

#[inline(never)]
fn analyzed(text: &Text, file: FileId, view: &View, settings: &Settings) -> Judged {
    black_box(text.source.facts_anew());
    black_box(engine::judge(&text.source, Some((file, view)), settings, Fixes::Computed))
}

fn of_folder(folder: &Path, once: Option<&Path>) -> Vec<Cost> {
    let folder = std::path::absolute(folder).expect("a folder");
    let (project, _) = Project::discover(std::slice::from_ref(&folder), &|| false);
    let view = project.view();
    let settings = Settings { preset: Some(Preset::All), ..Settings::default() };
    let mut costs = Vec::new();
    for file in view.reached() {
        let Some(path) = view.path(file) else { continue };
        let name = path.strip_prefix(&folder).unwrap_or(&path);
        if once.is_some_and(|once| once != name) {
            continue;
        }
        let Some(text) = Text::read(&path) else { continue };
        let judged = engine::judge(&text.source, Some((file, &view)), &settings, Fixes::Computed);
        let others = judged.used.iter().filter_map(|other| Text::read(&view.path(*other)?));
        let name = name.display().to_string();
        let mut texts: Vec<Text> = others.collect();
        let (lines, others) = (text.rope.len_lines(), texts.len());
        let fastest = |run: &dyn Fn()| if once.is_some() { time(run) } else { fastest(run) };
        let analysis = fastest(&|| drop(analyzed(&text, file, &view, &settings)));
        let alone = fastest(&|| parsed_alone(&text));
        texts.push(text);
        let parse = fastest(&|| parsed(&texts));
        costs.push(Cost { name, lines, others, alone, parse, analysis });
    }
    costs
}

fn time(run: &dyn Fn()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

/// The time of the fastest of several runs.
fn fastest(run: &dyn Fn()) -> Duration {
    let begun = Instant::now();
    let mut best = Duration::MAX;
    for runs in 1..=RUNS {
        best = best.min(time(run));
        if runs >= LEAST && begun.elapsed() > LONG {
            break;
        }
    }
    best
}
