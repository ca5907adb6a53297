//! What the analysis of each file that reaches the SDK costs, measured by its parse: the bound is twenty times. The worst
//! ten files are listed first, then the rest.
//!
//! `cargo run --release --example cost -- FOLDER…`
//!
//! Everything runs in one thread, and of several runs the fastest counts: that is what the processor took when nothing
//! interrupted it. The parse makes the tree of the text; the analysis is all that comes behind it: what the file says, and
//! every rule, with its imports, which have been read by then. Ends with 1 when a file costs more than the bound.

#![allow(clippy::print_stdout, reason = "it is a program whose output is the list")]

use customerio_ls::analysis;
use customerio_ls::config::Settings;
use customerio_ls::model::Modules;
use customerio_ls::project::Project;
use customerio_ls::rules::Preset;
use customerio_ls::source::Source;
use customerio_ls::syntax::{Language, parse};
use ropey::Rope;
use std::hint::black_box;
use std::path::Path;
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
    parse: Duration,
    analysis: Duration,
}

impl Cost {
    fn ratio(&self) -> f64 {
        self.analysis.as_secs_f64() / self.parse.as_secs_f64().max(f64::EPSILON)
    }
}

fn main() -> ExitCode {
    let mut costs: Vec<Cost> = std::env::args().skip(1).flat_map(|folder| of_folder(Path::new(&folder))).collect();
    costs.sort_by(|a, b| b.ratio().total_cmp(&a.ratio()));
    println!("{} files reach the SDK", costs.len());
    println!("   ratio  analysis     parse   lines  file");
    for (at, cost) in costs.iter().enumerate() {
        if at == 10 {
            println!("The rest:");
        }
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        let (ratio, analysis, parse) = (cost.ratio(), ms(cost.analysis), ms(cost.parse));
        println!("{ratio:8.2} {analysis:7.2}ms {parse:7.2}ms {:7}  {}", cost.lines, cost.name);
    }
    let above = costs.iter().filter(|cost| cost.ratio() > BOUND).count();
    println!("{above} cost more than {BOUND} times their parse");
    if above == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn of_folder(folder: &Path) -> Vec<Cost> {
    let folder = std::path::absolute(folder).expect("a folder");
    let (project, _) = Project::discover(std::slice::from_ref(&folder), &|| false);
    let view = project.view();
    let settings = Settings { preset: Some(Preset::All), ..Settings::default() };
    let mut costs = Vec::new();
    for file in view.reached() {
        let Some(path) = view.path(file) else { continue };
        let (Some(language), Ok(text)) = (Language::of_path(&path), std::fs::read_to_string(&path)) else { continue };
        let rope = Rope::from_str(&text);
        let source = Source::parse(rope.clone(), language);
        let (dialect, scripts) = (source.dialect(), source.scripts.as_deref());
        let parse = fastest(|| drop(black_box(parse(&rope, dialect, scripts, None, &mut || false))));
        let analysis = fastest(|| {
            black_box(source.facts_anew());
            black_box(analysis::judge(&source, Some((file, &view)), &settings));
        });
        let name = path.strip_prefix(&folder).unwrap_or(&path).display().to_string();
        costs.push(Cost { name, lines: rope.len_lines(), parse, analysis });
    }
    costs
}

/// The time of the fastest of several runs.
fn fastest(run: impl Fn()) -> Duration {
    let begun = Instant::now();
    let mut best = Duration::MAX;
    for runs in 1..=RUNS {
        let start = Instant::now();
        run();
        best = best.min(start.elapsed());
        if runs >= LEAST && begun.elapsed() > LONG {
            break;
        }
    }
    best
}
