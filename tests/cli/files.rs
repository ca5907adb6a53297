//! `check`: which files are read, and those that cannot be.

use super::project::{CLEAN, IDLE, Project};

#[test]
fn only_typescript_and_javascript() {
    let names = ["a.ts", "b.mts", "c.cts", "d.tsx", "e.js", "f.jsx", "g.mjs", "h.cjs"];
    let project = Project::new(&names.map(|name| (name, IDLE)));
    project.write("x.md", IDLE);
    project.write("y.json", IDLE);
    assert_eq!(project.places(&[]), names.map(|name| format!("{name}:2")));
    project.write("z.txt", IDLE);
    let output = project.run(&["check", "z.txt"]);
    assert_eq!(output.code, 0);
    assert!(output.stdout.contains("z.txt: is skipped"), "{}", output.stdout);
}

#[test]
fn components_are_checked_where_their_code_stands() {
    let idle = IDLE.replace("const", "let");
    let project = Project::new(&[
        ("a.vue", &format!("<template>\n<!-- customerio-disable -->\n</template>\n<script>\n{idle}</script>\n")),
        ("b.svelte", &format!("<script>\n{idle}</script>\n<p>// customerio-disable-line</p>\n")),
        ("c.astro", &format!("---\n{idle}---\n<p>{{a}}</p>\n")),
        ("d.vue", "<template>customerio-node // customerio-disable-line</template>\n"),
    ]);
    assert_eq!(project.places(&[]), ["a.vue:6", "b.svelte:3", "c.astro:3"]);
    assert_eq!(project.run(&["check", "--fix"]).code, 0);
    let fixed = "---\nimport \"customerio-node\";\nlet a = 1;\n---\n<p>{a}</p>\n";
    assert_eq!(project.read("c.astro"), fixed);
    assert!(project.read("a.vue").contains("<!-- customerio-disable -->\n</template>"));
    let piped = format!("<script>\n{IDLE}</script>\n");
    let output = project.run_with_input(&["check", "--fix", "--stdin-filename", "x.svelte"], piped.as_bytes());
    assert_eq!(output.stdout, "<script>\nimport \"customerio-node\";\nconst a = 1;\n</script>\n");
}

#[test]
fn gitignore_counts_without_a_repository() {
    let project = Project::new(&[
        (".gitignore", "dist/\n*.gen.ts\n!keep.gen.ts\n"),
        ("dist/a.ts", IDLE),
        ("a.gen.ts", IDLE),
        ("keep.gen.ts", IDLE),
        ("sub/.gitignore", "only.ts\n"),
        ("sub/only.ts", IDLE),
        ("only.ts", IDLE),
    ]);
    assert_eq!(project.places(&[]), ["keep.gen.ts:2", "only.ts:2"]);
    assert_eq!(project.places(&["dist/a.ts"]), ["dist/a.ts:2"], "a file that is named is checked");
}

/// A package that is ignored where it lies, as build output and vendored code are.
fn with_an_ignored_package(more: &[(&str, &str)]) -> Project {
    let project = Project::new(&[
        (".gitignore", "worker/\n"),
        ("package.json", "{}"),
        ("customerio.json", r#"{ "preset": "all" }"#),
        ("a.ts", IDLE),
        ("worker/package.json", r#"{ "dependencies": { "customerio-node": "^4.0.0" } }"#),
        ("worker/b.ts", IDLE),
        ("worker/c.ts", IDLE),
    ]);
    more.iter().for_each(|(name, text)| project.write(name, text));
    project
}

#[test]
fn a_named_file_brings_nothing_ignored_along_and_a_named_folder_all_that_is_in_it() {
    let all = ["worker/b.ts:2", "worker/c.ts:2", "worker/package.json:1"];
    for (kind, more) in [("alone", &[][..]), ("in a repository", &[(".git/HEAD", "ref: refs/heads/main\n")])] {
        let project = with_an_ignored_package(more);
        assert_eq!(project.places(&[]), ["a.ts:2"], "{kind}");
        assert_eq!(project.places(&["worker/b.ts"]), ["worker/b.ts:2"], "{kind}");
        assert_eq!(project.places(&[".", "worker/b.ts"]), ["a.ts:2", "worker/b.ts:2"], "{kind}");
        assert_eq!(project.places(&["worker/b.ts", "a.ts"]), ["a.ts:2", "worker/b.ts:2"], "{kind}");
        assert_eq!(project.places(&["worker"]), all, "{kind}");
        assert_eq!(project.places(&[".", "worker"]), [&["a.ts:2"][..], &all].concat(), "{kind}");
        let piped = project.run_with_input(&["check", "--stdin-filename", "worker/b.ts"], IDLE.as_bytes());
        assert_eq!(piped.stdout.matches("[unused-suppression]").count(), 1, "{kind}: {}", piped.stdout);
    }
}

#[test]
fn what_is_ignored_above_a_repository_does_not_count_in_it() {
    // As in a home directory under version control, which ignores all but a few files.
    let project = Project::new(&[
        (".gitignore", "*\n"),
        ("shop/.git/HEAD", "ref: refs/heads/main\n"),
        ("shop/.gitignore", "gen.ts\n"),
        ("shop/src/a.ts", IDLE),
        ("shop/src/gen.ts", IDLE),
        ("shop/inner/b.ts", IDLE),
        ("other/c.ts", IDLE),
    ]);
    assert_eq!(project.places(&["shop"]), ["shop/inner/b.ts:2", "shop/src/a.ts:2"]);
    assert_eq!(project.places(&["shop/src"]), ["shop/src/a.ts:2"]);
    assert_eq!(project.places(&["."]), Vec::<String>::new());
    // `.ignore` is not git's.
    project.write(".ignore", "inner\n");
    assert_eq!(project.places(&["shop"]), ["shop/src/a.ts:2"]);
}

#[test]
fn node_modules_and_hidden_files_are_never_checked() {
    let project = Project::new(&[
        ("node_modules/customerio-node/index.js", IDLE),
        ("packages/a/node_modules/x/a.ts", IDLE),
        (".hidden/a.ts", IDLE),
        ("my_node_modules/a.ts", IDLE),
    ]);
    assert_eq!(project.places(&[]), ["my_node_modules/a.ts:2"]);
    let output = project.run(&["check", "node_modules/customerio-node/index.js", "node_modules"]);
    assert_eq!(output.code, 0);
    assert_eq!(output.stdout.matches("node_modules is never checked").count(), 2, "{}", output.stdout);
}

#[test]
fn a_file_that_is_no_text_is_told_and_the_others_are_checked() {
    let project = Project::new(&[("a.ts", IDLE), ("z.ts", IDLE)]);
    project.write("latin1.ts", b"// customerio \xE9\n");
    project.write("nuls.ts", b"// customerio \0\n");
    project.write("video.ts", b"\x47\x00\xFF\xFF");
    let output = project.run(&["check"]);
    assert_eq!(output.code, 2);
    assert!(output.stdout.contains("latin1.ts: is not valid UTF-8 (byte 15)"), "{}", output.stdout);
    assert!(output.stdout.contains("nuls.ts: contains NUL bytes"), "{}", output.stdout);
    assert!(!output.stdout.contains("video.ts"), "{}", output.stdout);
    assert!(output.stdout.contains("a.ts:2:4") && output.stdout.contains("z.ts:2:4"), "{}", output.stdout);
    assert!(output.stdout.contains("The check is incomplete: 2 problems."), "{}", output.stdout);

    let fixed = project.run(&["check", "--fix"]);
    assert_eq!(fixed.code, 2);
    assert_eq!(std::fs::read(project.path("latin1.ts")).unwrap(), b"// customerio \xE9\n");
}

#[test]
fn a_giant_is_told() {
    let project = Project::new(&[("a.ts", CLEAN)]);
    project.write("big.ts", format!("// customerio\n{}", "x".repeat(20 * 1024 * 1024)));
    project.write("video.ts", vec![0x47; 20 * 1024 * 1024 + 1]);
    let output = project.run(&["check"]);
    assert_eq!(output.code, 2);
    assert!(output.stdout.contains("big.ts: is too large to analyze: 21 MiB"), "{}", output.stdout);
    assert!(!output.stdout.contains("video.ts"), "{}", output.stdout);
    project.write("customerio.json", r#"{ "exclude": ["big.ts"] }"#);
    assert_eq!(project.run(&["check"]).code, 0);
}

#[test]
fn a_folder_with_the_name_of_a_file_is_a_folder() {
    let project = Project::new(&[("dir.ts/a.ts", IDLE)]);
    assert_eq!(project.places(&[]), ["dir.ts/a.ts:2"]);
    assert_eq!(project.places(&["dir.ts"]), ["dir.ts/a.ts:2"]);
}

#[test]
fn broken_code_is_told_and_still_checked() {
    let project = Project::new(&[("a.ts", "import \"customerio-node\";\nlet x = {{;\n// customerio-disable-line\n")]);
    let output = project.run(&["check"]);
    assert_eq!(output.code, 0);
    assert!(output.stdout.contains("a.ts:3:4"), "{}", output.stdout);
    assert!(output.stdout.contains("a.ts:2:") && output.stdout.contains("cannot be parsed here"), "{}", output.stdout);
}

#[cfg(unix)]
#[test]
fn links_do_no_harm() {
    use std::os::unix::fs::symlink;
    let project = Project::new(&[("a/x.ts", IDLE)]);
    symlink(project.root(), project.path("a/loop")).unwrap();
    symlink("nowhere", project.path("a/broken.ts")).unwrap();
    symlink("x.ts", project.path("a/link.ts")).unwrap();
    let output = project.run(&["check", "--format", "agent"]);
    assert_eq!(output.code, 0, "{output:?}");
    assert_eq!(project.places(&[]), ["a/x.ts:2"], "what a link points to is checked where it lies");
    assert_eq!(project.places(&["a/link.ts"]), ["a/link.ts:2"]);
    assert_eq!(project.run(&["check", "a/broken.ts"]).code, 2);
}

#[cfg(unix)]
#[test]
fn a_pipe_does_not_hold_the_run_up() {
    let project = Project::new(&[("a.ts", IDLE)]);
    let made = std::process::Command::new("mkfifo").arg(project.path("pipe.ts")).status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(project.places(&[]), ["a.ts:2"]);
        assert_eq!(project.run(&["check", "pipe.ts"]).code, 2);
    }
}

/// On most volumes of Windows and macOS.
#[test]
fn a_file_that_is_named_in_two_cases_is_one_file_where_the_disk_says_so() {
    let project = Project::new(&[("src/a.ts", IDLE)]);
    let both = project.run(&["check", "src/a.ts", "SRC/A.ts"]);
    if project.path("SRC").is_dir() {
        assert!(both.stdout.contains("1 of 1 file"), "{}", both.stdout);
        assert_eq!(project.places(&["SRC"]), ["src/a.ts:2"]);
    } else {
        assert_eq!(both.code, 2, "{}", both.stdout);
    }
}
