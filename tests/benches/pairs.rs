//! What benches that compare processes have in common.

#![allow(dead_code, reason = "each bench uses some of it")]

use ignore::{WalkBuilder, WalkState};
use memchr::memmem::Finder;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How long a process takes.
pub fn time(command: &mut Command) -> Duration {
    let begin = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("the program starts");
    let took = begin.elapsed();
    assert!(status.code().is_some_and(|code| code < 2), "{status}");
    took
}

/// The middle one.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// The middle one.
pub fn median_of(mut ratios: Vec<f64>) -> f64 {
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

/// How many files of a tree hold the package's name: the least that any check must do.
pub fn search(root: &Path) -> usize {
    let finder = Finder::new("customerio");
    let hits = AtomicUsize::new(0);
    WalkBuilder::new(root).require_git(false).build_parallel().run(|| {
        let (finder, hits) = (&finder, &hits);
        let mut buffer = Vec::new();
        Box::new(move |entry| {
            let Ok(entry) = entry else { return WalkState::Continue };
            let is_code = entry.path().extension().is_some_and(|e| e == "ts" || e == "tsx" || e == "js");
            if is_code && let Ok(mut file) = std::fs::File::open(entry.path()) {
                buffer.clear();
                if file.read_to_end(&mut buffer).is_ok() && finder.find(&buffer).is_some() {
                    hits.fetch_add(1, Ordering::Relaxed);
                }
            }
            WalkState::Continue
        })
    });
    hits.into_inner()
}

/// The most memory that this process had, in words.
pub fn memory_peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    peak.map_or("memory unknown".to_owned(), |kib: f64| format!("peak {:.1} MiB", kib / 1024.0))
}
