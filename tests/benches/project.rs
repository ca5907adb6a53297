//! A project of 20,000 files, 400 of which reach the SDK (through a file that makes the client, a barrel, aliases of
//! `tsconfig.json` and a package of the workspace): finding them, and `check` as a whole, against walking, reading and
//! searching the same files.
//! Whole processes in pairs, one after the other, so that a busy machine slows both. Prints the medians, their ratio, and
//! the peak of memory where the system tells it; once more for the same project without the SDK.
//!
//! Bounds: finding at most 1.25, `check` at most 1.5; without the SDK at most 1.05.

#![allow(clippy::print_stdout, reason = "it is a program whose output are its figures")]

mod code;
mod generate;
mod pairs;

use customerio_ls::testing::project::Project;
use pairs::{median_of, memory_peak, search, time};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const PAIRS: usize = 31;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.get(1).map(String::as_str) {
        Some("--search") => println!("{}", search(Path::new(&arguments[2]))),
        Some("--discover") => discover(PathBuf::from(&arguments[2])),
        Some("--generate") => generate::project(Path::new(&arguments[2]), arguments.get(3).is_none()),
        // What `cargo test --benches` asks for: nothing to try here.
        Some("--test") => {}
        _ => [true, false].into_iter().for_each(compare),
    }
}

fn compare(with_sdk: bool) {
    let folder = tempfile::tempdir().expect("a folder for the project");
    generate::project(folder.path(), with_sdk);
    let this = std::env::current_exe().expect("the path of this program");
    let (mut searched, mut found, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    let (mut checked, mut whole) = (Vec::new(), Vec::new());
    for _ in 0..PAIRS {
        let search = time(Command::new(&this).arg("--search").arg(folder.path())).as_secs_f64();
        let discover = time(Command::new(&this).arg("--discover").arg(folder.path())).as_secs_f64();
        searched.push(search);
        found.push(discover);
        ratios.push(discover / search);
        let check =
            time(Command::new(env!("CARGO_BIN_EXE_customerio-ls")).arg("check").arg(folder.path())).as_secs_f64();
        checked.push(check);
        whole.push(check / search);
    }
    let (searched, found, ratio) = (median_of(searched) * 1e3, median_of(found) * 1e3, median_of(ratios));
    let sdk = if with_sdk { "with the SDK" } else { "without it" };
    println!("{sdk:>12}: search {searched:.1} ms  discover {found:.1} ms  ratio {ratio:.2}");
    let (checked, whole) = (median_of(checked) * 1e3, median_of(whole));
    println!("{:>14}check {checked:.1} ms  ratio {whole:.2}", "");
    let told = Command::new(&this).arg("--discover").arg(folder.path()).output().expect("the program starts");
    println!("{}", String::from_utf8_lossy(&told.stdout));
}

/// What is measured, as a process of its own.
fn discover(root: PathBuf) {
    let begin = Instant::now();
    let (project, errors) = Project::discover(&[root], &|| false);
    let view = project.view();
    println!(
        "{:>14}{} files, {} reach the SDK, {} errors, {:.1} ms, {}",
        "",
        view.len(),
        view.reached().len(),
        errors.len(),
        begin.elapsed().as_secs_f64() * 1e3,
        memory_peak()
    );
}
