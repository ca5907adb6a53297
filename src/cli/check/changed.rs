//! `--changed`: which files differ from a commit, as `git` tells.
//!
//! `git` is asked such that nothing of the workspace runs: no hooks, no file monitor, no external diff, no filters that
//! its configuration names, no repository that hides among the files of another, and no download of objects that a
//! partial clone lacks.

use crate::disk::{find_odd, in_node_modules};
use rustc_hash::FxHashSet;
use std::ffi::{OsStr, OsString};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// Files that differ from a commit.
pub struct ChangedFiles {
    /// Their paths, without symbolic links on the way to them.
    files: FxHashSet<PathBuf>,
    /// Their names. Most files of a tree are distinguished by these, without a look at the disk.
    names: FxHashSet<OsString>,
}

impl ChangedFiles {
    /// The files of the git work tree around `folder` that differ from its `HEAD`, or from where it branched off from
    /// the commit `since`. New files that are not ignored are among them, deleted ones are not.
    ///
    /// # Errors
    /// For people: there is no `git`, no work tree, or no such commit.
    pub fn of(folder: &Path, since: Option<&str>) -> Result<Self, String> {
        let regular = |odd: Option<PathBuf>| match odd {
            Some(odd) => {
                Err(format!("--changed asks git, which would wait for {}: it is not a regular file", odd.display()))
            }
            None => Ok(()),
        };
        regular(odd_file(folder))?;
        let mut git = Git { folder: folder.to_owned(), filters: Vec::new() };
        let root = git.ask(&["rev-parse", "--show-toplevel"]).map_err(|why| why.told("the git work tree"))?;
        let root = path_of(line(&root));
        git.folder = dunce::canonicalize(&root)
            .map_err(|error| format!("the git work tree {} cannot be read: {error}", root.display()))?;
        regular(find_odd(&git.folder, &[".gitignore", ".gitattributes"]))?;
        git.filters = git.filters()?;
        let base = git.base(since)?;
        const DIFF: [&str; 8] = [
            "diff",
            "--name-only",
            "-z",
            "--no-ext-diff",
            "--no-textconv",
            "--no-renames",
            "--ignore-submodules=all",
            "--diff-filter=d",
        ];
        let known = git.ask(&[&DIFF[..], &["--end-of-options", &base, "--"]].concat());
        let known = known.map_err(|why| why.told("the changed files"))?;
        let new = git.ask(&["ls-files", "--others", "--exclude-standard", "-z"]);
        let new = new.map_err(|why| why.told("the new files"))?;
        let mut changed = Self { files: FxHashSet::default(), names: FxHashSet::default() };
        for path in known.split(|&b| b == 0).chain(new.split(|&b| b == 0)).filter(|path| !path.is_empty()) {
            let path = git.folder.join(path_of(path));
            changed.names.extend(path.file_name().map(OsStr::to_owned));
            changed.files.insert(path);
        }
        Ok(changed)
    }

    /// Returns whether the file at the absolute `path` is one of them.
    pub fn has(&self, path: &Path) -> bool {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return false };
        // The file itself may be a link: it is the link that the repository has.
        self.names.contains(name)
            && dunce::canonicalize(folder).is_ok_and(|folder| self.files.contains(&folder.join(name)))
    }
}

/// The reason why `git` gave no answer.
enum Failure {
    Missing,
    NotStarted(std::io::Error),
    /// It did not end.
    Hangs,
    /// The message of `git`, and its exit code.
    Refused(String, Option<i32>),
}

/// The time limit for one answer of `git`.
const PATIENCE: Duration = Duration::from_secs(60);

/// Returns the output of a program when it ends. One that waits for something (git opens a FIFO by the name of
/// `.gitignore`) is ended.
fn answer(mut command: Command, patience: Duration) -> Result<Output, Failure> {
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.map_err(Failure::NotStarted)?;
    let (sender, receiver) = mpsc::channel();
    let read = |pipe: Option<Box<dyn Read + Send>>| {
        let sender = sender.clone();
        thread::Builder::new().spawn(move || {
            let mut bytes = Vec::new();
            let read = pipe.map_or(Ok(0), |mut pipe| pipe.read_to_end(&mut bytes));
            // The receiver is gone after the timeout.
            let _ = sender.send(());
            read.map(|_| bytes)
        })
    };
    let stdout = read(child.stdout.take().map(|pipe| Box::new(pipe) as _)).map_err(Failure::NotStarted)?;
    let stderr = read(child.stderr.take().map(|pipe| Box::new(pipe) as _)).map_err(Failure::NotStarted)?;
    let deadline = Instant::now() + patience;
    for _ in 0..2 {
        if receiver.recv_timeout(deadline.saturating_duration_since(Instant::now())).is_err() {
            let _ = child.kill();
            let _ = child.wait();
            return Err(Failure::Hangs);
        }
    }
    let status = child.wait().map_err(Failure::NotStarted)?;
    let bytes = |thread: thread::JoinHandle<std::io::Result<Vec<u8>>>| thread.join().ok()?.ok();
    Ok(Output { status, stdout: bytes(stdout).unwrap_or_default(), stderr: bytes(stderr).unwrap_or_default() })
}

/// The program, by the folders of the PATH that say where they are: `.`, an empty entry and a relative one mean a file
/// of the repository, and so does one below `node_modules`.
fn program() -> Option<PathBuf> {
    let name = if cfg!(windows) { "git.exe" } else { "git" };
    let path = std::env::var_os("PATH")?;
    let folders = std::env::split_paths(&path).filter(|folder| folder.is_absolute() && !in_node_modules(folder));
    folders.map(|folder| folder.join(name)).find(|file| is_program(file))
}

#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(file).is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.is_file()
}

/// Returns a file that git reads for any command and that is not a regular one: a FIFO there would block it.
fn odd_file(folder: &Path) -> Option<PathBuf> {
    const NAMES: [&str; 9] = [
        ".gitignore",
        ".gitattributes",
        ".gitmodules",
        ".git",
        ".git/HEAD",
        ".git/config",
        ".git/index",
        ".git/info/exclude",
        ".git/info/attributes",
    ];
    let odd = |path: &PathBuf| std::fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir());
    folder.ancestors().flat_map(|folder| NAMES.map(|name| folder.join(name))).find(odd)
}

impl Failure {
    fn told(self, asked: &str) -> String {
        match self {
            Self::Missing => {
                "--changed asks git, and there is no program `git` in the absolute folders of the PATH".to_owned()
            }
            Self::NotStarted(error) => format!("--changed asks git, and `git` cannot be started: {error}"),
            Self::Hangs => format!(
                "--changed asks git for {asked}, and git gives no answer within {} seconds; it may be waiting for a FIFO",
                PATIENCE.as_secs()
            ),
            Self::Refused(said, _) => format!("--changed asks git for {asked}, and git says: {said}"),
        }
    }
}

/// The program `git`, run in a folder.
struct Git {
    folder: PathBuf,
    /// Keys of the configuration that name programs; each is set to nothing.
    filters: Vec<String>,
}

impl Git {
    fn ask(&self, args: &[&str]) -> Result<Vec<u8>, Failure> {
        // Anything that a repository's configuration could start.
        const QUIET: [&str; 8] = [
            "--no-pager",
            "--literal-pathspecs",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "safe.bareRepository=explicit",
        ];
        let mut command = Command::new(program().ok_or(Failure::Missing)?);
        command.args(QUIET).args(args).current_dir(&self.folder).stdin(Stdio::null());
        // Nothing is written and nothing is fetched.
        command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1");
        // Older versions do not know the last one: they may fetch, but by no protocol.
        command.env("GIT_ALLOW_PROTOCOL", "").env("GIT_TERMINAL_PROMPT", "0");
        // Not by `-c`: a filter's name may have a `=`, at which that would be cut. Behind what the caller hands down.
        let before = std::env::var("GIT_CONFIG_COUNT").ok().and_then(|count| count.parse().ok()).unwrap_or(0);
        for (at, key) in (before..).zip(&self.filters) {
            let value = if key.ends_with(".required") { "false" } else { "" };
            command.env(format!("GIT_CONFIG_KEY_{at}"), key).env(format!("GIT_CONFIG_VALUE_{at}"), value);
        }
        if !self.filters.is_empty() {
            command.env("GIT_CONFIG_COUNT", (before + self.filters.len()).to_string());
        }
        let output = answer(command, PATIENCE)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("nothing");
        Err(Failure::Refused(said.trim_start_matches("fatal: ").to_owned(), output.status.code()))
    }

    /// Returns the filters that the configuration would apply to files before they are compared.
    fn filters(&self) -> Result<Vec<String>, String> {
        match self.ask(&[
            "config",
            "-z",
            "--name-only",
            "--get-regexp",
            r"^filter\..*\.(clean|smudge|process|required)$",
        ]) {
            Ok(keys) => Ok(keys
                .split(|&b| b == 0)
                .filter(|key| !key.is_empty())
                .map(|key| String::from_utf8_lossy(key).into_owned())
                .collect()),
            // There are none.
            Err(Failure::Refused(_, Some(1))) => Ok(Vec::new()),
            Err(why) => Err(why.told("its filters")),
        }
    }

    /// The commit to compare with.
    fn base(&self, since: Option<&str>) -> Result<String, String> {
        let Some(since) = since else {
            return match self.ask(&["rev-parse", "--verify", "--quiet", "HEAD"]) {
                Ok(head) => Ok(text(&head)),
                // Nothing is committed yet: all is new. This is the name of the empty tree.
                Err(Failure::Refused(..)) => {
                    let tree = self.ask(&["hash-object", "-t", "tree", "--stdin"]);
                    tree.map(|tree| text(&tree)).map_err(|why| why.told("the empty tree"))
                }
                Err(why) => Err(why.told("HEAD")),
            };
        };
        let commit = format!("{since}^{{commit}}");
        self.ask(&["merge-base", "--end-of-options", &commit, "HEAD"]).map(|base| text(&base)).map_err(
            |why| match why {
                Failure::Refused(_, Some(1)) => {
                    format!("--since {since}: HEAD and it have no commit in common; a shallow clone may lack it")
                }
                Failure::Refused(..) => {
                    format!("--since {since}: git knows no such commit here; fetch it first, or name another")
                }
                why => why.told("the merge base"),
            },
        )
    }
}

/// A commit's name, as an argument: anything that begins with `-` could be an option of `git`.
pub fn reference(name: &str) -> Result<String, String> {
    if name.is_empty() || name.starts_with('-') {
        return Err("expected a commit, a branch or a tag; their names do not begin with `-`".to_owned());
    }
    Ok(name.to_owned())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(line(bytes)).into_owned()
}

/// Returns the line without the line break at the end.
fn line(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    if cfg!(windows) { bytes.strip_suffix(b"\r").unwrap_or(bytes) } else { bytes }
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    OsStr::from_bytes(bytes).into()
}

/// Elsewhere git writes paths in UTF-8.
#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).as_ref().into()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn git_that_waits_is_ended() {
        // It waits for its input, which stays open.
        let mut command = Command::new("cat");
        command.stdin(Stdio::piped());
        assert!(matches!(answer(command, Duration::from_millis(20)), Err(Failure::Hangs)));
        let answered = answer(Command::new("true"), PATIENCE);
        assert!(answered.is_ok_and(|output| output.status.success()));
    }
}
