//! Where the analysis stopped, told once: a file is judged at every keystroke, and what is said of it is the same each time
//! but for the line.

use crate::model::Stopped;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What was told of each file.
pub struct Stops(Mutex<BTreeMap<String, Vec<&'static str>>>);

impl Stops {
    /// Nothing was told yet.
    pub const fn new() -> Self {
        Self(Mutex::new(BTreeMap::new()))
    }

    /// Tells why the analysis of a file stopped, unless it did so for the same reason when it was last judged.
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
