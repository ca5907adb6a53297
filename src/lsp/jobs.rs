//! Work off the reader: parsing and analysis run on threads of their own, one for each core.
//!
//! Not on the runtime's blocking threads: there each job may run on another thread, and each thread that has ever
//! parsed a long file keeps memory of its own in the system's allocator.
//!
//! There are two lanes. Foreground work (an open document) has a place for each core. Background work (the rest of a
//! project) has places of its own: as many while nothing waits in the foreground, else one fewer, so that it never
//! holds up the first. Its jobs are short, so that the one too many is soon over.

use super::threads;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::sync::Semaphore;

/// The reason why a job gave no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// It panicked.
    Panicked,
}

/// Informs a job that its result is no longer needed.
#[derive(Clone)]
pub struct Cancel {
    generation: Arc<AtomicU64>,
    wanted: u64,
    abandoned: Arc<AtomicBool>,
}

impl Cancel {
    /// Returns whether the document changed, or the request was dropped.
    pub fn is_cancelled(&self) -> bool {
        self.abandoned.load(Ordering::Relaxed) || self.generation.load(Ordering::Relaxed) != self.wanted
    }
}

/// The pool.
pub struct Jobs {
    permits: Arc<Semaphore>,
    behind: Arc<Semaphore>,
    cores: usize,
    /// Only its blocking threads are used. `None` once it is dropped.
    threads: Option<Runtime>,
}

impl Default for Jobs {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get).max(2);
        let supply = threads::supply(2 * cores);
        let threads = match supply.threads {
            0 => None,
            most => threads::lasting(&mut Builder::new_current_thread(), most, supply.stack, 1).ok(),
        };
        Self {
            permits: Arc::new(Semaphore::new(cores)),
            behind: Arc::new(Semaphore::new(cores)),
            cores,
            // Where no threads of their own are to be had, jobs run on the session's.
            threads,
        }
    }
}

impl Drop for Jobs {
    fn drop(&mut self) {
        // Waits for no job: running jobs end by themselves, and their results are not needed.
        if let Some(threads) = self.threads.take() {
            threads.shutdown_background();
        }
    }
}

/// Dropped when the request is cancelled or its client gone.
struct Abandon(Arc<AtomicBool>);

impl Drop for Abandon {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Jobs {
    /// Runs `job` on a blocking thread when there is room. `generation` is the document's counter; when it changes, or
    /// this future is dropped, the job is canceled. The job's place is taken until it really ends.
    ///
    /// # Errors
    /// When the job panicked.
    pub async fn run<T: Send + 'static>(
        &self,
        generation: &Arc<AtomicU64>,
        wanted: u64,
        job: impl FnOnce(&Cancel) -> T + Send + 'static,
    ) -> Result<T, Failed> {
        self.run_in(&self.permits, generation, wanted, job).await
    }

    /// As [`Jobs::run`], in the background.
    ///
    /// # Errors
    /// When the job panicked.
    pub async fn run_behind<T: Send + 'static>(
        &self,
        generation: &Arc<AtomicU64>,
        wanted: u64,
        job: impl FnOnce(&Cancel) -> T + Send + 'static,
    ) -> Result<T, Failed> {
        self.run_in(&self.behind, generation, wanted, job).await
    }

    /// The number of background jobs that may run at the same time now.
    pub fn behind_at_once(&self) -> usize {
        let nobody_waits = self.permits.available_permits() == self.cores;
        if nobody_waits { self.cores } else { self.cores - 1 }
    }

    async fn run_in<T: Send + 'static>(
        &self,
        permits: &Arc<Semaphore>,
        generation: &Arc<AtomicU64>,
        wanted: u64,
        job: impl FnOnce(&Cancel) -> T + Send + 'static,
    ) -> Result<T, Failed> {
        let abandoned = Arc::new(AtomicBool::new(false));
        let cancel = Cancel { generation: generation.clone(), wanted, abandoned: abandoned.clone() };
        let _abandon = Abandon(abandoned);
        let permit = permits.clone().acquire_owned().await.expect("the semaphore is never closed");
        let session = Handle::current();
        let threads = self.threads.as_ref().map_or(&session, |threads| threads.handle()).clone();
        let running = threads.spawn_blocking(move || {
            // A task spawned by a job belongs to the session: the other runtime is not driven.
            let _session = session.enter();
            let result = std::panic::catch_unwind(AssertUnwindSafe(|| job(&cancel)));
            drop(permit);
            result
        });
        match running.await {
            Ok(Ok(result)) => Ok(result),
            _ => Err(Failed::Panicked),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[tokio::test]
    async fn what_goes_on_behind_makes_room_while_somebody_waits() {
        let jobs = Arc::new(Jobs::default());
        let all = jobs.behind_at_once();
        let (begun, begins) = mpsc::channel();
        let (end, ends) = mpsc::channel::<()>();
        let waiting = tokio::spawn({
            let jobs = jobs.clone();
            async move {
                let job = move |_: &Cancel| {
                    begun.send(()).expect("the test waits");
                    ends.recv().expect("the test ends it");
                };
                jobs.run(&Arc::default(), 0, job).await
            }
        });
        tokio::task::spawn_blocking(move || begins.recv()).await.expect("no panic").expect("it begins");
        assert_eq!(jobs.behind_at_once(), all - 1);
        end.send(()).expect("it waits");
        assert_eq!(waiting.await.expect("no panic"), Ok(()));
        assert_eq!(jobs.behind_at_once(), all);
    }
}
