//! `check --changed` and `--since`.

use super::project::{IDLE, Project};
use std::process::Command;

/// Runs git in a folder, apart from the user's and the machine's configuration.
fn git(project: &Project, args: &[&str]) -> String {
    let output = Command::new("git")
        .args(["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgSign=false"])
        .args(args)
        .current_dir(project.root())
        .env("GIT_CONFIG_GLOBAL", project.path("none"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap();
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn commit(project: &Project) {
    git(project, &["add", "-A"]);
    git(project, &["commit", "-q", "-m", "x"]);
}

/// On the branch `main`, all committed.
fn repository(files: &[(&str, &str)]) -> Project {
    let project = Project::new(files);
    git(&project, &["init", "-q"]);
    git(&project, &["symbolic-ref", "HEAD", "refs/heads/main"]);
    commit(&project);
    project
}

/// A name that git quotes; Windows allows no tab in one.
const ODD: &str = if cfg!(windows) { "src/ä b.ts" } else { "src/ä\tb.ts" };

/// [`IDLE`] one line further down.
fn moved() -> String {
    format!("\n{IDLE}")
}

#[test]
fn changed_staged_and_new_files_are_checked_and_no_others() {
    let project = repository(&[
        (".gitignore", "ignored.ts\n"),
        ("same.ts", IDLE),
        (ODD, IDLE),
        ("staged.ts", IDLE),
        ("gone.ts", IDLE),
        ("old.ts", &IDLE.replace("= 1", "= 2")),
    ]);
    assert!(project.places(&["--changed"]).is_empty());
    project.write(ODD, moved());
    project.write("staged.ts", moved());
    git(&project, &["add", "staged.ts"]);
    git(&project, &["mv", "old.ts", "renamed.ts"]);
    std::fs::remove_file(project.path("gone.ts")).unwrap();
    project.write("new/new.ts", IDLE);
    project.write("ignored.ts", IDLE);
    project.write("same.ts", IDLE);
    let odd = format!("{}:3", ODD.replace('\t', "\\t"));
    assert_eq!(project.places(&["--changed"]), ["new/new.ts:2", "renamed.ts:2", &odd, "staged.ts:3"]);
    assert_eq!(project.places(&["--changed", "src", "same.ts"]), [odd], "paths limit it further");
    let output = project.run(&["check", "--changed", "missing.ts"]);
    assert_eq!(output.code, 2, "{}", output.stdout);
}

#[test]
fn from_a_subfolder() {
    let project = repository(&[("a/a.ts", IDLE), ("b/a.ts", IDLE), ("b/b.ts", IDLE)]);
    git(&project, &["config", "diff.relative", "true"]);
    project.write("a/a.ts", moved());
    project.write("b/b.ts", moved());
    project.write("a/new.ts", IDLE);
    let run = |args: &[&str]| {
        let output = project.command(args).current_dir(project.path("b")).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let here = run(&["check", "--changed", "--format", "agent"]);
    assert!(here.starts_with("b.ts:3:4: ") && here.contains("\n1 warning, 1 fixable"), "{here}");
    let beside = run(&["check", "--changed", "--format", "agent", "../a"]);
    assert!(beside.contains("a/a.ts:3:4: ") && beside.contains("a/new.ts:2:4: "), "{beside}");
    assert!(beside.contains("\n2 warnings"), "{beside}");
}

#[test]
fn since_the_branch_left() {
    let project = repository(&[("a.ts", IDLE), ("b.ts", IDLE), ("c.ts", IDLE)]);
    git(&project, &["checkout", "-q", "-b", "branch"]);
    project.write("a.ts", moved());
    commit(&project);
    git(&project, &["checkout", "-q", "main"]);
    project.write("b.ts", moved());
    commit(&project);
    git(&project, &["checkout", "-q", "branch"]);
    project.write("c.ts", moved());
    assert_eq!(project.places(&["--changed"]), ["c.ts:3"]);
    assert_eq!(project.places(&["--since", "main"]), ["a.ts:3", "c.ts:3"], "what main did since is not ours");
    assert_eq!(project.places(&["--changed", "--since", "HEAD"]), ["c.ts:3"]);
}

#[test]
fn before_the_first_commit_all_is_new() {
    let project = Project::new(&[("a.ts", IDLE), ("b.ts", IDLE)]);
    git(&project, &["init", "-q"]);
    git(&project, &["add", "a.ts"]);
    assert_eq!(project.places(&["--changed"]), ["a.ts:2", "b.ts:2"]);
}

#[test]
fn what_cannot_be_asked_is_told() {
    let refused = |project: &Project, args: &[&str], wanted: &str| {
        let output = project.run(&[&["check"], args].concat());
        assert_eq!((output.code, output.stdout.as_str()), (2, ""), "{args:?}");
        assert!(output.stderr.contains(wanted), "{args:?}: {}", output.stderr);
    };
    let project = repository(&[("a.ts", IDLE)]);
    refused(&project, &["--since", "nowhere"], "--since nowhere: git knows no such commit");
    refused(&project, &["--since=--output=stolen"], "do not begin with `-`");
    refused(&project, &["--changed", "--stdin-filename", "a.ts"], "cannot be used with");
    assert!(!project.path("stolen").exists());

    let outside = Project::new(&[("a.ts", IDLE)]);
    let mut command = outside.command(&["check", "--changed"]);
    let output = command.env("GIT_CEILING_DIRECTORIES", outside.root().parent().unwrap()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("git work tree, and git says: "), "{said}");

    let output = project.command(&["check", "--changed"]).env("PATH", project.root()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("there is no program `git`"), "{said}");
}

#[cfg(unix)]
#[test]
fn nothing_of_the_repository_runs() {
    let project = repository(&[(".gitattributes", "*.ts filter=a=b diff=c\n"), ("a.ts", IDLE)]);
    let touch = format!("touch '{}'; cat", project.path("ran").display());
    project.write("run.sh", format!("#!/bin/sh\n{touch}\n"));
    let script = project.path("run.sh").display().to_string();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&script, mode).unwrap();
    for key in
        ["core.fsmonitor", "diff.external", "diff.c.command", "diff.c.textconv", "filter.a=b.clean", "core.pager"]
    {
        git(&project, &["config", key, &script]);
    }
    git(&project, &["config", "filter.a=b.required", "true"]);
    std::fs::create_dir_all(project.path(".git/hooks")).unwrap();
    std::fs::copy(&script, project.path(".git/hooks/post-index-change")).unwrap();
    // As long as before, so that the contents have to be compared.
    project.write("a.ts", IDLE.replace("= 1", "= 2"));
    assert_eq!(project.places(&["--changed"]), ["a.ts:2"]);
    assert!(!project.path("ran").exists());
}

#[cfg(unix)]
#[test]
fn only_a_git_of_the_system_is_asked() {
    let project = repository(&[("a.ts", IDLE), ("node_modules/.bin/.keep", "")]);
    for folder in ["", "bin", "node_modules/.bin"] {
        let script = project.path(folder).join("git");
        std::fs::create_dir_all(script.parent().unwrap()).unwrap();
        std::fs::write(&script, format!("#!/bin/sh\ntouch '{}'\n", project.path("ran").display())).unwrap();
        std::fs::set_permissions(&script, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    }
    let root = project.root().display();
    for path in [String::new(), ".".to_owned(), ":bin:./bin".to_owned(), format!("{root}/node_modules/.bin:bin")] {
        let output = project.command(&["check", "--changed"]).env("PATH", &path).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{path:?}");
        assert!(!project.path("ran").exists(), "{path:?}");
    }
}

#[cfg(unix)]
#[test]
fn git_is_not_asked_where_it_would_wait() {
    for name in [".gitignore", ".gitattributes", ".git/info/exclude"] {
        let project = repository(&[("a.ts", IDLE)]);
        let _ = std::fs::remove_file(project.path(name));
        std::fs::create_dir_all(project.path(name).parent().unwrap()).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(project.path(name)).status().unwrap().success());
        let output = project.run(&["check", "--changed"]);
        assert_eq!(output.code, 2, "{name}");
        assert!(output.stderr.contains("not a regular file"), "{name}: {}", output.stderr);
    }
}

/// git opens these in every folder that it compares, and waits for a FIFO.
#[cfg(unix)]
#[test]
fn a_fifo_in_a_subfolder_is_named_at_once() {
    for name in ["sub/.gitattributes", "sub/.gitignore", ".github/x/.gitignore", "node_modules/x/.gitattributes"] {
        let project = repository(&[("sub/a.ts", IDLE), (".github/x/a.ts", IDLE), ("node_modules/x/a.ts", IDLE)]);
        project.write("sub/a.ts", moved());
        assert!(Command::new("mkfifo").arg(project.path(name)).status().unwrap().success());
        let begun = std::time::Instant::now();
        let output = project.run(&["check", "--changed"]);
        assert_eq!(output.code, 2, "{name}: {output:?}");
        assert!(output.stderr.contains(&format!("{name}: it is not a regular file")), "{name}: {output:?}");
        // Less than git is waited for.
        assert!(begun.elapsed() < std::time::Duration::from_secs(50), "{name}");
    }
    // Where git does not go either, there is nothing to wait for.
    let project = repository(&[(".gitignore", "out/\n"), ("sub/a.ts", IDLE), ("out/a.ts", IDLE)]);
    project.write("sub/a.ts", moved());
    assert!(Command::new("mkfifo").arg(project.path("out/.gitattributes")).status().unwrap().success());
    assert_eq!(project.places(&["--changed"]), ["sub/a.ts:3"]);
}
