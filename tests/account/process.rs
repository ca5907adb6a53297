//! What only a process meets: interrupts and proxies.

use super::project::Project;
use super::server::{Reply, Server};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::process::Command;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

const KEY: &str = "5d41402abc4b2a76b9719d911017c592";
const SITE: &str = "a1b2c3d4e5f60718293a";
const TRACK: &str = "0f1e2d3c4b5a69788796";
const CODE: &str = "import { APIClient, TrackClient } from \"customerio-node\";
export const api = new APIClient(process.env.MY_APP_KEY!);
export const cio = new TrackClient(process.env.MY_SITE_ID!, process.env.MY_TRACK_KEY!);
";

fn project() -> Project {
    Project::new(&[("package.json", "{}"), ("api.ts", CODE)])
}

/// A run with keys, and with the address `url` of each API.
fn command(project: &Project, arguments: &[&str], url: &str) -> Command {
    let urls = [format!("--app-url={url}"), format!("--track-url={url}"), format!("--status-url={url}")];
    let mut command = project.command(arguments);
    command.args(urls).env("MY_APP_KEY", KEY).env("MY_SITE_ID", SITE).env("MY_TRACK_KEY", TRACK);
    command
}

#[test]
#[cfg(unix)]
fn an_interrupt_ends_every_command_and_leaves_the_files() {
    use std::os::unix::process::ExitStatusExt;
    for arguments in [&["pull"][..], &["doctor"], &["why", "1"], &["report", "--output", "report.md"]] {
        let project = project();
        let (sender, reached) = mpsc::channel();
        let sender = Mutex::new(sender);
        let silent = Server::new(move |_, _| {
            let _ = sender.lock().unwrap().send(());
            Reply::Silence
        });
        let mut command = command(&project, arguments, &silent.url);
        let mut child =
            command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap();
        reached.recv().unwrap();
        let told = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
        assert!(told.success());
        let status = child.wait().unwrap();
        // SIGTERM and SIGINT take one way; the latter is ignored in processes that a shell starts in the background.
        assert_eq!(status.signal(), Some(15), "{arguments:?}: {status}");
        let mut left: Vec<String> = std::fs::read_dir(project.root())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(left, ["api.ts", "package.json"], "{arguments:?}");
    }
}

/// A proxy that refuses every connection, and all that it was told.
fn proxy() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let said = Arc::new(Mutex::new(Vec::new()));
    let known = said.clone();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let head: Vec<String> = lines.by_ref().take_while(|line| !line.is_empty()).collect();
            known.lock().unwrap().extend(head);
            let _ = (&stream).write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        }
    });
    (address, said)
}

#[test]
fn proxies_are_those_of_the_environment() {
    let project = project();
    // Nobody listens there.
    let url = "https://127.0.0.1:9/v1";
    for (arguments, asks_track) in [(&["why", "1"][..], false), (&["doctor"], true)] {
        let (address, said) = proxy();
        let mut run = command(&project, arguments, url);
        run.env("HTTPS_PROXY", format!("http://ada:open-sesame@{address}"));
        let output = project.finish(run, b"");
        assert_eq!(output.code, 2, "{}", output.stdout);
        let shown = output.stdout + &output.stderr;
        assert!(shown.contains("proxy"), "{shown}");
        assert!([KEY, SITE, TRACK, "open-sesame"].iter().all(|secret| !shown.contains(secret)), "{shown}");
        let said = said.lock().unwrap().clone();
        assert!(said.iter().any(|line| line.starts_with("CONNECT 127.0.0.1:9 ")), "{said:?}");
        // The proxy learns where to, and no key.
        assert!(said.iter().all(|line| !line.contains(KEY) && !line.contains("Basic YTFi")), "{said:?}");
        assert!(asks_track == shown.contains("requests use the proxy in HTTPS_PROXY"), "{shown}");
    }
    // The row names the variable that counts, and what is excluded.
    let (address, _) = proxy();
    let address = format!("http://{address}");
    for (variables, told) in [
        (&[("HTTPS_PROXY", "http://127.0.0.1:9"), ("ALL_PROXY", &address)][..], "requests use the proxy in ALL_PROXY"),
        (&[("HTTPS_PROXY", &address), ("ALL_PROXY", "nothing://x")], "ALL_PROXY is not the address of a proxy"),
        (&[("HTTPS_PROXY", &address), ("ALL_PROXY", "nothing://x")], "requests use the proxy in HTTPS_PROXY"),
        (
            &[("HTTPS_PROXY", &address), ("NO_PROXY", "127.0.0.1,localhost")],
            "NO_PROXY excludes all requests from the proxy in HTTPS_PROXY",
        ),
        (&[("HTTPS_PROXY", &address), ("NO_PROXY", "localhost")], "in HTTPS_PROXY; NO_PROXY excludes localhost"),
    ] {
        let mut run = project.command(&["doctor"]);
        run.args([&format!("--app-url={url}"), &format!("--track-url={url}"), "--status-url=https://localhost:9"]);
        let output = project.finish(
            {
                run.envs(variables.iter().copied());
                run
            },
            b"",
        );
        assert!(output.stdout.contains(told), "{told}:\n{}", output.stdout);
    }
    let (address, said) = proxy();
    let mut run = command(&project, &["why", "1"], url);
    run.env("HTTPS_PROXY", format!("http://{address}")).env("NO_PROXY", "127.0.0.1");
    let output = project.finish(run, b"");
    assert_eq!(output.code, 2);
    assert!(said.lock().unwrap().is_empty(), "it was asked all the same");
}
