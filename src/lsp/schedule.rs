//! When a pushed document is looked at: at once, by at most one worker, which takes the newest text each time.
//!
//! There is no debouncing. Input during a look overtakes it: the parse is canceled, and the next look covers everything
//! at once. When a look takes longer than a frame (an unclosed brace in a long file), the findings known so far are
//! shown in their new places, without those in the edited statement, and the look continues in the background.

use super::activity::Busy;
use super::documents::{Entry, Snapshot};
use super::judge::judge;
use super::push::{Push, publish};
use super::session::Session;
use crate::finding::Fixes;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// The default time after an edit in which the client may show findings in old places: well within a frame of 16 ms,
/// with the millisecond or two by which timers are late and with the time it takes to send them. They are prepared when
/// half of it is over.
pub const DEADLINE: Duration = Duration::from_millis(5);

/// Schedules a look at the document. With a client that pulls, its requests do that.
pub fn poke(session: &Session, entry: &Arc<Entry>) {
    if session.client_capabilities().pull {
        return;
    }
    let mut state = entry.lock();
    state.dirty = true;
    if !state.working {
        state.working = true;
        tokio::spawn(work(session.clone(), entry.clone(), session.activity().begin()));
    }
}

/// Schedules another look at open documents, because something around them changed. Running work continues: it is about
/// the right text, and the next look follows.
pub fn look_again(session: &Session, entries: &[Arc<Entry>]) {
    for entry in entries {
        if session.client_capabilities().pull {
            // The client may never ask for this one, and others are compared with it all the same.
            entry.lock().look = None;
            session.workspace().looked_at(entry);
        } else {
            poke(session, entry);
        }
    }
    session.refresh();
}

async fn work(session: Session, entry: Arc<Entry>, _busy: Busy) {
    while let Some(snapshot) = next(&entry) {
        if look(&session, &snapshot, false).await == Outcome::Provisional
            && let Some(snapshot) = unchanged(&snapshot)
        {
            look(&session, &snapshot, true).await;
            discard(snapshot);
        }
        discard(snapshot);
    }
}

/// Drops a state that was looked at. The part of its tree that the newer one does not share takes milliseconds to free
/// in a long file, and on the session's own thread no message would be read meanwhile.
fn discard(snapshot: Snapshot) {
    tokio::task::spawn_blocking(move || drop(snapshot));
}

/// The newest state, if it has not been looked at.
fn next(entry: &Arc<Entry>) -> Option<Snapshot> {
    let mut state = entry.lock();
    if state.closed || !state.dirty {
        state.working = false;
        return None;
    }
    state.dirty = false;
    Some(Snapshot { document: state.document.clone(), entry: entry.clone(), generation: entry.generation() })
}

/// The same state with the results for it, if nothing newer came in.
fn unchanged(snapshot: &Snapshot) -> Option<Snapshot> {
    let state = snapshot.entry.lock();
    snapshot.is_current(&state).then(|| Snapshot { document: state.document.clone(), ..snapshot.clone() })
}

#[derive(PartialEq, Eq)]
enum Outcome {
    /// Published, or overtaken.
    Final,
    /// Published, but a parse from scratch may find something else.
    Provisional,
}

async fn look(session: &Session, snapshot: &Snapshot, settled: bool) -> Outcome {
    let entry = &snapshot.entry;
    let changed_at = Instant::from_std(entry.lock().changed_at);
    let job = {
        let (session, snapshot) = (session.clone(), snapshot.clone());
        move |cancel: &super::jobs::Cancel| {
            let verdict = judge(&snapshot, settled, Fixes::Omitted, &session, cancel)?;
            verdict.record(&snapshot, &session);
            Some((Push::new(&snapshot, verdict.findings(), &session), verdict.provisional))
        }
    };
    let job = session.jobs().run(entry.counter(), snapshot.generation, job);
    tokio::pin!(job);
    let result = tokio::select! {
        biased;
        result = &mut job => result,
        () = show_shifted(session, snapshot, changed_at), if !settled && snapshot.document.known.is_some() => job.await,
    };
    match result {
        Ok(Some((push, provisional))) => {
            publish(session, snapshot, push);
            if provisional { Outcome::Provisional } else { Outcome::Final }
        }
        Ok(None) => Outcome::Final,
        Err(_) => {
            session.analysis_failed(entry);
            publish(session, snapshot, Push::new(snapshot, &[], session));
            Outcome::Final
        }
    }
}

/// Shows the findings known so far in their new places, at the deadline.
async fn show_shifted(session: &Session, snapshot: &Snapshot, changed_at: Instant) {
    let deadline = session.deadline();
    tokio::time::sleep_until(changed_at + deadline / 2).await;
    let (from, here) = (snapshot.clone(), session.clone());
    let shifted = tokio::task::spawn_blocking(move || {
        from.document.shifted_findings().map(|findings| Push::new(&from, &findings, &here))
    });
    let shifted = shifted.await;
    tokio::time::sleep_until(changed_at + deadline).await;
    if let Ok(Some(push)) = shifted {
        publish(session, snapshot, push);
    }
}
