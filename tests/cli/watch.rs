//! `--watch`: the check again after each change.
#![cfg(unix)]

use super::project::{CLEAN, IDLE, Project, STRICT};
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Longer than any of these runs takes on a busy machine.
const LIMIT: Duration = Duration::from_secs(60);

/// A check that goes on.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn begin(project: &Project, args: &[&str]) -> Self {
        let args = [&["check", "--watch", "--format", "agent"], args].concat();
        // Both streams are one pipe, so that the lines come in the order in which they are written.
        let (reader, writer) = std::io::pipe().unwrap();
        let mut command = project.command(&args);
        let child = command.stdin(Stdio::null()).stdout(writer.try_clone().unwrap()).stderr(writer).spawn().unwrap();
        drop(command);
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            BufReader::new(reader).lines().map_while(Result::ok).try_for_each(|it| sender.send(it))
        });
        Self { child, lines }
    }

    /// The lines up to the one that says that changes are waited for.
    #[track_caller]
    fn until_waiting(&self) -> String {
        let mut all = String::new();
        loop {
            match self.lines.recv_timeout(LIMIT) {
                Ok(line) if line.starts_with("Watching") => return all,
                Ok(line) => all += &(line + "\n"),
                Err(error) => panic!("{error} after:\n{all}"),
            }
        }
    }

    /// Waits for a check that says, or does not say, something: one change may be reported in several parts.
    #[track_caller]
    fn until(&self, said: &str, is_said: bool) {
        let mut rounds = vec![String::new()];
        loop {
            let round = rounds.last_mut().expect("there is always one");
            match self.lines.recv_timeout(LIMIT) {
                Ok(line) if !line.starts_with("Watching") => *round += &(line + "\n"),
                Ok(_) if round.contains(said) == is_said => return,
                Ok(_) => rounds.push(String::new()),
                Err(error) => panic!("{error}; {said:?} in {rounds:#?}"),
            }
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn what_changes_is_checked_again() {
    let project = Project::new(&[("src/a.ts", CLEAN), ("package.json", "{}")]);
    let watching = Watching::begin(&project, &["."]);
    assert!(!watching.until_waiting().contains("unused-suppression"));
    // A change, a new file, a file in a new folder, a file that is gone.
    project.write("src/a.ts", IDLE);
    watching.until("src/a.ts:2:4: warning unused-suppression", true);
    project.write("src/b.ts", IDLE);
    watching.until("src/b.ts:2:4", true);
    project.write("lib/deep/c.ts", IDLE);
    watching.until("lib/deep/c.ts:2:4", true);
    std::fs::remove_file(project.path("src/b.ts")).unwrap();
    watching.until("src/b.ts:2:4", false);
    std::fs::remove_dir_all(project.path("lib")).unwrap();
    watching.until("lib/deep/c.ts:2:4", false);
    // Settings, broken ones too, and files that say which others count.
    project.write("customerio.json", STRICT);
    watching.until("src/a.ts:2:4: error unused-suppression", true);
    project.write("customerio.json", "{ \"rules\": ");
    watching.until("customerio.json:1:", true);
    project.write("customerio.json", STRICT);
    watching.until("customerio.json:1:", false);
    project.write(".gitignore", "src/a.ts\n");
    watching.until("src/a.ts:2:4", false);
}

#[test]
fn what_another_file_gives_is_followed() {
    let code = "import { RegionUS, TrackClient } from 'customerio-node';
import { seen } from './times';
const cio = new TrackClient(process.env.CIO_SITE!, process.env.CIO_KEY!, { region: RegionUS });
export const f = () => cio.identify('1', { created_at: seen() });
";
    let seconds = "export const seen = () => Math.floor(Date.now() / 1000);\n";
    let project = Project::new(&[("a.ts", code), ("times.ts", seconds)]);
    let watching = Watching::begin(&project, &[]);
    assert!(!watching.until_waiting().contains("timestamp-milliseconds"));
    project.write("times.ts", "export const seen = () => Date.now();\n");
    watching.until("a.ts:4:56: warning timestamp-milliseconds", true);
    project.write("times.ts", seconds);
    watching.until("timestamp-milliseconds", false);
}

#[test]
fn own_fixes_and_reports_do_not_go_round_in_circles() {
    let project = Project::new(&[("a.ts", IDLE)]);
    let watching = Watching::begin(&project, &["--fix", "--format", "json=report.json"]);
    watching.until("1 finding in 1 file fixed", true);
    assert_eq!(project.read("a.ts"), CLEAN);
    // The fix itself is a change; the reports are none. What comes after it is what the next change gives.
    watching.until("a.ts changed", true);
    project.write("b.ts", IDLE);
    assert!(watching.until_waiting().contains("b.ts changed"));
}

#[test]
fn what_arguments_and_settings_name_is_followed_wherever_it_is() {
    let project = Project::new(&[
        ("app/src/a.ts", IDLE),
        ("app/package.json", "{}"),
        ("team/ci.json", "{ \"extends\": \"../base/house.json\" }"),
        ("base/house.json", "{}"),
        ("known.json", "{ \"version\": 1, \"findings\": {} }"),
    ]);
    let args = ["--config", "team/ci.json", "--baseline", "known.json", "app"];
    let watching = Watching::begin(&project, &args);
    assert!(watching.until_waiting().contains("app/src/a.ts:2:4: warning unused-suppression"));
    project.write("base/house.json", STRICT);
    watching.until("app/src/a.ts:2:4: error unused-suppression", true);
    project.write("team/ci.json", "{ \"rules\": { \"unused-suppression\": \"off\" } }");
    watching.until("unused-suppression", false);
    // Code beside it is none of the project.
    project.write("team/b.ts", IDLE);
    project.write("known.json", "{");
    watching.until("known.json", true);
}

#[test]
fn what_becomes_unreadable_is_told_each_time() {
    let project = Project::new(&[("a.ts", IDLE), ("b.ts", CLEAN)]);
    let watching = Watching::begin(&project, &["."]);
    assert!(watching.until_waiting().contains("a.ts:2:4"));
    std::fs::remove_file(project.path("a.ts")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(project.path("a.ts")).status().unwrap();
    assert!(made.success());
    watching.until("a.ts:2:4", false);
    project.write("b.ts", b"import 'customerio-node'; // \xff\xfe".as_slice());
    watching.until("b.ts: ", true);
    project.write("c.ts", CLEAN);
    watching.until("b.ts: ", true);
}

#[test]
fn without_a_folder_there_is_nothing_to_wait_for() {
    let output = Project::new(&[]).run(&["check", "--watch", "nowhere"]);
    assert_eq!(output.code, 2, "{output:?}");
    assert!((output.stdout + &output.stderr).contains("nowhere"));
}
