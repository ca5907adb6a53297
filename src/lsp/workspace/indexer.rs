//! The task of one project. It does one thing after the other, the most urgent first:
//!
//! 1. events are taken in: files are looked for, edits and changes on disk noted; that says which files to analyze,
//! 2. closed files that wait are looked at, a few at a time, so that events never wait for long,
//! 3. all files are compared, when the compared data changed; files for which that changes something wait again,
//! 4. with nothing left to do, it waits for events.
//!
//! Open documents are looked at by workers of their own (see [`crate::lsp::schedule`]), before and beside all this;
//! their results are events like any other.

use super::check::{CheckedFile, check};
use super::group::Group;
use super::index::WorkspaceIndex;
use super::mailbox::PendingEvents;
use super::queue::Task;
use crate::engine::Analysis;
use crate::lsp::jobs::Failed;
use crate::lsp::log::log;
use crate::lsp::progress::Progress;
use crate::lsp::schedule;
use crate::lsp::session::Session;
use crate::model::FileId;
use futures::future;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// Files that one job looks at. Few, so that it ends soon; enough that the way to the thread and back costs little.
const AT_ONCE: usize = 16;

/// Serves `group` until it ends.
pub async fn run(session: Session, group: Arc<Group>) {
    let mut index = WorkspaceIndex::default();
    let mut course: Option<Course> = None;
    // Whether the problems in the settings are to be reported again, once all files have theirs.
    let mut retell = false;
    // What code lenses were last shown of: they count calls in other files.
    let mut counted: Option<u64> = None;
    // The files as they were when the client was last asked to look at the outline.
    let mut outlined = group.analysis();
    while !group.mailbox.is_over() {
        let pending = group.mailbox.take();
        retell |= pending.discover || pending.settings;
        if pending.discover {
            course = Some(Course::begin(&session, &group));
        }
        let discovers = pending.discover;
        let done = if !pending.is_empty() {
            take_in(&session, &group, &mut index, pending).await
        } else if !index.queue.is_empty() {
            look(&session, &group, &mut index).await
        } else if index.host.is_stale() {
            compare(&session, &group, &mut index).await
        } else {
            if let Some(course) = course.take() {
                course.end(&group, "done");
            }
            if session.shows_lenses() {
                counted = recount(&session, &group, counted).await;
            }
            if std::mem::take(&mut retell) | std::mem::take(&mut index.other_settings) {
                session.settings().ask_for_round();
            }
            let now = group.analysis();
            if !Arc::ptr_eq(&now.members, &outlined.members) || now.is_complete != outlined.is_complete {
                outlined = now;
                session.refresh_outline();
            }
            group.mailbox.wait().await;
            Ok(())
        };
        if done.is_err() {
            log(format_args!("customerio-ls crashed while indexing {}. This is a bug.", group.root.display()));
            index = WorkspaceIndex::default();
            publish(&session, &group, &mut index);
            session.workspace().shown().clear_in(session.to_client(), &group, |_| true);
            if !discovers {
                group.mailbox.put(|pending| pending.discover = true);
            }
        }
        if group.was_given_up() {
            index.give_up();
            publish(&session, &group, &mut index);
            if let Some(course) = course.take() {
                course.end(&group, "cancelled");
            }
        }
        if let Some(course) = &mut course {
            course.report(&index);
        }
    }
    group.mailbox.leave();
}

/// Has the client ask for code lenses again when there are other calls than those that were counted.
async fn recount(session: &Session, group: &Arc<Group>, counted: Option<u64>) -> Option<u64> {
    let analysis = group.analysis();
    let wanted = group.generation().load(Ordering::SeqCst);
    let count = move |_: &crate::lsp::jobs::Cancel| analysis.hash_of_calls();
    let now = session.jobs().run_behind(group.generation(), wanted, count).await.ok()?;
    if counted != Some(now) {
        session.refresh_lenses();
    }
    Some(now)
}

/// A course of work that the client sees.
struct Course {
    progress: Progress,
    /// The highest number of files that waited.
    all: usize,
}

impl Course {
    fn begin(session: &Session, group: &Group) -> Self {
        let progress = Progress::begin(session, format!("Customer.io: {}", group.name()), true);
        group.set_token(Some(progress.token().to_owned()));
        Self { progress, all: 0 }
    }

    fn report(&mut self, index: &WorkspaceIndex) {
        let left = index.queue.len();
        self.all = self.all.max(left);
        if self.all > 0 {
            self.progress.report(self.all - left, self.all);
        }
    }

    fn end(self, group: &Group, last_words: &str) {
        group.set_token(None);
        self.progress.end(last_words.to_owned());
    }
}

/// Runs `work` on the index in the background, and publishes the result.
async fn behind(
    session: &Session,
    group: &Arc<Group>,
    index: &mut WorkspaceIndex,
    work: impl FnOnce(&mut WorkspaceIndex, &crate::lsp::jobs::Cancel) + Send + 'static,
) -> Result<(), Failed> {
    let mut own = std::mem::take(index);
    let wanted = group.generation().load(Ordering::SeqCst);
    let job = move |cancel: &crate::lsp::jobs::Cancel| {
        work(&mut own, cancel);
        own
    };
    *index = session.jobs().run_behind(group.generation(), wanted, job).await?;
    publish(session, group, index);
    Ok(())
}

/// Publishes the results, and has the affected open documents looked at again.
fn publish(session: &Session, group: &Group, index: &mut WorkspaceIndex) {
    let (is_complete, is_given_up) = (index.is_complete(), index.given_up);
    group.publish(Analysis { is_complete, is_given_up, ..index.host.analysis().clone() });
    let pokes = std::mem::take(&mut index.pokes);
    if !pokes.is_empty() {
        schedule::look_again(session, &pokes);
    }
}

async fn take_in(
    session: &Session,
    group: &Arc<Group>,
    index: &mut WorkspaceIndex,
    pending: PendingEvents,
) -> Result<(), Failed> {
    let (session_, group_) = (session.clone(), group.clone());
    behind(session, group, index, move |index, cancel| index.take_in(&session_, &group_, pending, cancel)).await
}

async fn look(session: &Session, group: &Arc<Group>, index: &mut WorkspaceIndex) -> Result<(), Failed> {
    let wanted = group.generation().load(Ordering::SeqCst);
    let jobs = (0..session.jobs().behind_at_once()).map_while(|_| {
        let files = index.queue.take(AT_ONCE);
        (!files.is_empty()).then(|| {
            let (session_, group_, analysis) = (session.clone(), group.clone(), index.host.analysis().clone());
            let job = move |cancel: &crate::lsp::jobs::Cancel| -> Vec<CheckedFile> {
                let look = |(file, task): (FileId, Task)| check(&session_, &group_, &analysis, file, task);
                files.into_iter().take_while(|_| !cancel.is_cancelled()).filter_map(look).collect()
            };
            session.jobs().run_behind(group.generation(), wanted, job)
        })
    });
    let jobs: Vec<_> = jobs.collect();
    for checked in future::join_all(jobs).await {
        for checked in checked? {
            index.absorb(session, group, checked);
        }
    }
    publish(session, group, index);
    Ok(())
}

async fn compare(session: &Session, group: &Arc<Group>, index: &mut WorkspaceIndex) -> Result<(), Failed> {
    let session_ = session.clone();
    behind(session, group, index, move |index, _| {
        index.compare(&session_);
    })
    .await
}
