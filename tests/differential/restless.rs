//! The engine of the product, which takes longer now and then: looks at several files, and several looks at one, overtake
//! each other in every order.

use super::random::Random;
use customerio_ls::testing::engine::{Compared, Engine, Findings, Judged, Look, Member, Real};
use customerio_ls::testing::finding::Finding;
use customerio_ls::testing::model::FileId;
use rustc_hash::FxHashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// See the module.
pub struct Restless {
    seed: u64,
    steps: AtomicUsize,
}

impl Restless {
    pub fn new(seed: u64) -> Self {
        Self { seed, steps: AtomicUsize::new(0) }
    }

    /// Nothing waits for the end of this: it only shifts what the threads do.
    fn dawdle(&self) {
        let mut random = Random::new(self.seed).skip(self.steps.fetch_add(1, Ordering::Relaxed));
        if random.one_in(3) {
            std::thread::park_timeout(Duration::from_micros(random.below(4_000) as u64));
        }
    }
}

impl Engine for Restless {
    fn judge(&self, look: &Look<'_>) -> Judged {
        self.dawdle();
        let judged = Real.judge(look);
        self.dawdle();
        judged
    }

    fn across(&self, files: &[Member<'_>]) -> FxHashMap<FileId, Compared> {
        self.dawdle();
        Real.across(files)
    }

    fn finish(&self, look: &Look<'_>, found: Vec<Finding>, compared: Option<&Compared>) -> Findings {
        let findings = Real.finish(look, found, compared);
        self.dawdle();
        findings
    }
}
