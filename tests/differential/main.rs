//! A session that lives on against a session that has just begun, and against `check`: after any edits, events on disk
//! and changes of settings, all three say the same.
//!
//! `cargo test --test differential -- --edits 1000000 --seed 7`. What is random comes from the seed alone; how the threads
//! of the server take turns does not.

#[path = "../lsp/support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "shared with the tests of the server")]
mod support;

mod compare;
mod disk;
mod editor;
mod edits;
mod episode;
mod random;
mod restless;
mod texts;

use editor::Mode;
use episode::{Episode, Figures};
use random::Random;
use std::process::ExitCode;
use std::time::Instant;

/// Edits of one session; then the next one begins.
const EDITS_AN_EPISODE: usize = 400;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (mut edits, mut seed) = (10_000, 1);
    let mut one = None;
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().and_then(|number| number.parse().ok());
        match argument.as_str() {
            "--edits" => edits = number().expect("a number of edits"),
            "--seed" => seed = number().expect("a number") as u64,
            // One session again, by the seed that a difference was told with.
            "--session" => one = arguments.next().and_then(|number| number.parse::<u64>().ok()),
            // What `cargo test` hands to every test, and names of tests of others.
            other => eprintln!("{other} is ignored"),
        }
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    if let Some(seed) = one {
        for mode in [Mode::Push, Mode::Pull] {
            let figures = runtime.block_on(async { Episode::new(seed, mode).await.run(EDITS_AN_EPISODE).await });
            eprintln!("{mode:?}: {figures}");
        }
        return ExitCode::SUCCESS;
    }
    let (begun, mut total) = (Instant::now(), Figures::default());
    let mut episodes = 0;
    while total.edits < edits {
        let mode = if episodes % 2 == 0 { Mode::Push } else { Mode::Pull };
        let episode_seed = Random::new(seed).skip(episodes).next();
        let count = EDITS_AN_EPISODE.min(edits - total.edits);
        total += runtime.block_on(async { Episode::new(episode_seed, mode).await.run(count).await });
        episodes += 1;
        if episodes % 100 == 0 {
            eprintln!("{total}, {} s", begun.elapsed().as_secs());
        }
    }
    eprintln!(
        "seed {seed}: {total} in {episodes} sessions, {} messages held to the protocol, {} s",
        support::messages_checked(),
        begun.elapsed().as_secs()
    );
    if total.differences == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
