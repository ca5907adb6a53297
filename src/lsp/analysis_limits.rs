//! The places where the analysis stopped, reported once: a file is analyzed at every keystroke, and the report is the
//! same each time except for the line.

use super::log::log;
use crate::engine::{Judged, Stopped};
use ropey::Rope;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

static STOPS: Stops = Stops::new();

/// Logs where the analysis of the file at `path` stopped, unless that was logged already.
pub fn log_stops(path: Option<&Path>, text: &Rope, judged: &Judged) {
    let name = path.map_or_else(|| "a file".into(), |path| path.display().to_string());
    STOPS.told(&name, &judged.stopped, |stopped| {
        let line = text.byte_to_line(stopped.at.start().min(text.len_bytes())) + 1;
        log(format_args!("{name}:{line} {}", stopped.sentence()));
    });
}

/// The stops that were reported for each file.
pub struct Stops(Mutex<BTreeMap<String, Vec<&'static str>>>);

impl Stops {
    /// A log without reports.
    pub const fn new() -> Self {
        Self(Mutex::new(BTreeMap::new()))
    }

    /// Reports why the analysis of a file stopped, unless it did so for the same reason when it was last analyzed.
    pub fn told(&self, file: &str, stopped: &[Stopped], mut tell: impl FnMut(&Stopped)) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if stopped.is_empty() {
            all.remove(file);
            return;
        }
        let before = all.insert(file.to_owned(), stopped.iter().map(|it| it.why).collect()).unwrap_or_default();
        let mut now: Vec<&str> = Vec::new();
        for it in stopped {
            if !before.contains(&it.why) && !now.contains(&it.why) {
                now.push(it.why);
                tell(it);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    #[test]
    fn a_reason_is_told_once_until_it_is_gone() {
        let stops = Stops::new();
        let at = |start: u32, why: &'static str| Stopped { at: TextRange { start, end: start }, why };
        let told = |file: &str, stopped: &[Stopped]| {
            let mut all = Vec::new();
            stops.told(file, stopped, |it| all.push((it.at.start, it.why)));
            all
        };
        assert_eq!(told("a", &[at(1, "deep"), at(2, "deep"), at(3, "long")]), [(1, "deep"), (3, "long")]);
        assert_eq!(told("a", &[at(2, "deep"), at(4, "long")]), []);
        assert_eq!(told("b", &[at(2, "deep")]), [(2, "deep")]);
        assert_eq!(told("a", &[at(4, "long")]), []);
        assert_eq!(told("a", &[at(2, "deep"), at(4, "long")]), [(2, "deep")]);
        assert_eq!(told("b", &[]), []);
        assert_eq!(told("b", &[at(9, "deep")]), [(9, "deep")]);
    }
}
