//! The set of projects.

use super::group::{Group, WantedProject};
use super::indexer;
use crate::disk::{folders_to_walk, root_of};
use crate::lsp::schedule;
use crate::lsp::session::Session;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

/// Begins to look for projects. Until then, files are analyzed alone.
pub fn start(session: &Session) {
    tokio::spawn(run(session.clone()));
    session.workspace().wake();
}

/// Keeps the projects in step with the workspace folders and the open documents, forever.
async fn run(session: Session) {
    loop {
        let workspace = session.workspace();
        tokio::select! {
            () = workspace.changed.notified() => {}
            () = workspace.stopped() => return,
        }
        let _busy = workspace.busy.lock().unwrap_or_else(PoisonError::into_inner).take();
        let wanted = {
            let session = session.clone();
            tokio::task::spawn_blocking(move || wanted(&session)).await.unwrap_or_default()
        };
        if *workspace.over.borrow() {
            return;
        }
        arrange(&session, wanted);
    }
}

/// The projects of the workspace folders, and of the open documents outside of them. Looks at the disk.
fn wanted(session: &Session) -> Vec<WantedProject> {
    let folders: Vec<PathBuf> = session.folders().all().into_iter().map(|(_, path)| path).collect();
    let documents = session.documents().all();
    let outside = documents.iter().filter_map(|entry| {
        let path = entry.path.as_deref()?;
        let ours = entry.lock().document.language.is_some() && !folders.iter().any(|folder| path.starts_with(folder));
        if ours { Some(wanted_at(lone_root(path)?, Vec::new())) } else { None }
    });
    let inside = folders.iter().filter(|folder| folder.is_dir()).map(|folder| {
        let root = Some(root_of(folder)).filter(|root| !is_too_high(root)).unwrap_or_else(|| folder.clone());
        wanted_at(root, vec![folder.clone()])
    });
    let mut all = merged(inside.chain(outside).collect());
    for WantedProject { root, folders, walked } in &mut all {
        *walked = folders_to_walk([root.clone()], folders);
    }
    all
}

fn wanted_at(root: PathBuf, folders: Vec<PathBuf>) -> WantedProject {
    WantedProject { root, folders, walked: Vec::new() }
}

/// Of roots that lie in each other the outermost, with the folders of all: so every file has one project.
fn merged(mut wanted: Vec<WantedProject>) -> Vec<WantedProject> {
    wanted.sort_by(|a, b| a.root.cmp(&b.root));
    let mut merged: Vec<WantedProject> = Vec::new();
    for next in wanted {
        match merged.iter_mut().find(|other| next.root.starts_with(&other.root)) {
            Some(outer) => outer.folders.extend(next.folders),
            None => merged.push(next),
        }
    }
    for wanted in &mut merged {
        wanted.folders.sort();
        wanted.folders.dedup();
    }
    merged
}

/// The root of the project of a file that lies in no workspace folder; `None` where nothing says that there is one: the
/// folder that a file happens to be in was not opened by the user.
fn lone_root(path: &Path) -> Option<PathBuf> {
    let root = root_of(path);
    let marked = [".git", "package.json", "pnpm-workspace.yaml"].iter().any(|mark| root.join(mark).exists());
    (marked && !is_too_high(&root)).then_some(root)
}

/// Returns whether a folder is never a project: the root of the file system, or a home folder.
fn is_too_high(folder: &Path) -> bool {
    folder.parent().is_none() || std::env::home_dir().is_some_and(|home| home.starts_with(folder))
}

/// Begins the projects that are new, and ends those that are not wanted any more.
fn arrange(session: &Session, wanted: Vec<WantedProject>) {
    let workspace = session.workspace();
    let mut groups = workspace.groups.write().unwrap_or_else(PoisonError::into_inner);
    let (stay, go): (Vec<_>, Vec<_>) =
        groups.drain(..).partition(|group| wanted.iter().any(|wanted| wanted.root == group.root));
    *groups = stay;
    let mut new = Vec::new();
    for wanted in wanted {
        match groups.iter().find(|group| group.root == wanted.root) {
            Some(group) => group.set_folders(wanted.folders, wanted.walked),
            None => new.push(Arc::new(Group::new(wanted, session.activity().clone()))),
        }
    }
    groups.extend(new.iter().cloned());
    drop(groups);
    for group in &go {
        group.end();
        workspace.shown.clear(session.to_client(), |path| group.contains(path) && workspace.of(path).is_none());
    }
    if !go.is_empty() {
        session.refresh_outline();
    }
    // What was shown of open documents rests on projects that are over. Where there is another one, it takes care of them.
    let mut alone = session.documents().all();
    alone.retain(|entry| {
        let path = entry.path.as_deref();
        path.is_some_and(|path| go.iter().any(|group| group.contains(path)) && workspace.of(path).is_none())
    });
    if !alone.is_empty() {
        schedule::look_again(session, &alone);
    }
    for group in new {
        group.mailbox.put(|news| news.discover = true);
        tokio::spawn(indexer::run(session.clone(), group));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_in_each_other_are_one_project() {
        let wanted = |root: &str, folder: &str| wanted_at(root.into(), vec![folder.into()]);
        let all = vec![wanted("/b", "/b"), wanted("/a/x", "/a/x"), wanted("/a", "/a/y"), wanted("/a", "/a/y")];
        let merged: Vec<_> = merged(all).into_iter().map(|wanted| (wanted.root, wanted.folders)).collect();
        assert_eq!(
            merged,
            [("/a".into(), vec!["/a/x".into(), "/a/y".into()]), (PathBuf::from("/b"), vec![PathBuf::from("/b")])]
        );
    }

    #[test]
    fn a_file_system_is_no_project() {
        assert!(is_too_high(Path::new("/")));
        assert_eq!(lone_root(Path::new("/a.ts")), None);
    }
}
