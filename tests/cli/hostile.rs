//! Random trees that nobody should have. Whatever stands in them, a run ends, with an exit code of its own, and nothing in
//! it breaks.
#![cfg(unix)]

use super::project::IDLE;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// Trees that one run of the test grows.
const TREES: u64 = 240;

/// Longer than any of these runs takes on a busy machine.
const LIMIT: Duration = Duration::from_secs(60);

/// The same numbers for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % end
    }

    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

/// Names that mean something, and names that mean harm.
const NAMES: [&[u8]; 44] = [
    b"a.ts",
    b"b.tsx",
    b"c.js",
    b"d.vue",
    b"e.svelte",
    b"f.astro",
    b"g.mts",
    b"h.d.ts",
    b"i.min.js",
    b"index.ts",
    b"src",
    b"lib",
    b"node_modules",
    b"customerio-node",
    b"packages",
    b".git",
    b".hidden",
    b".gitignore",
    b".ignore",
    b"package.json",
    b"tsconfig.json",
    b"jsconfig.json",
    b"tsconfig.base.json",
    b"pnpm-workspace.yaml",
    b"lerna.json",
    b"package-lock.json",
    b"yarn.lock",
    b"pnpm-lock.yaml",
    b"bun.lock",
    b"customerio.json",
    b"customerio.account.json",
    b".env",
    b".env.local",
    b".env.example",
    b"new\nline.ts",
    b"\x1b[31mred.ts",
    b"caf\xE9.ts",
    b"\xFF\xFE.ts",
    b" .ts",
    b"-rf.ts",
    b"..ts",
    b"a b'\"`$(x).ts",
    b"%2B+[id](x)@.ts",
    b"\r.ts",
];

/// What may stand in a file.
const TEXTS: [&[u8]; 41] = [
    b"import { TrackClient } from 'customerio-node'; new TrackClient(a, b).identify('1', { created_at: Date.now() });\n",
    b"", b"\n", b"\0", b"\xFF\xFE\x00", b"\xEF\xBB\xBF", b"{", b"[", b"null", b"[[[[", b"\"", b"//", b"/*", b"{}", b"*\n", b"!*\n",
    b"/**/\n", b"[\n!\n\\\n**/**\n{a\n[z-a]\n", b"!!!!\n/\n//\n../../\n", b"packages: [", b"packages:\n  - '**'\n  - '../..'\n",
    br#"{ "extends": "./tsconfig.json", "compilerOptions": { "paths": { "*": ["*"] }, "baseUrl": ".." } }"#,
    br#"{ "extends": ["./customerio.json", "../customerio.json", "/dev/zero", "\u0000"] }"#,
    br#"{ "workspaces": ["**", "../**", "["], "name": "customerio-node", "main": "./", "exports": { ".": "./a.ts" } }"#,
    br#"{ "name": 1, "dependencies": { "customerio-node": "npm:x@>=0 <", "y": [] }, "imports": { "\u0023*": "./*" } }"#,
    br#"{ "dependencies": { "customerio-node": "^4.0.0" }, "engines": { "node": ">=" } }"#,
    br#"{ "preset": "all", "rules": { "\u001b[31m": "off", "event-name-snake-case": { "style": [] } }, "exclude": ["[", "**"] }"#,
    br#"{ "preset": "all", "include": ["../**"], "sdkVersion": "999999999999999999999.0.0" }"#,
    br#"{ "account": "./customerio.account.json", "events": {}, "attributes": [null] }"#,
    b"CIO_KEY=\x1b[0m\nexport A='\nB=${B}${A}\n=\n==\nC=`x`\n", b"lockfileVersion: 9\nimporters:\n  .:\n    dependencies: {",
    b"import 'customerio-node'; require /*", b"import x from './a'; import y from '.'; import z from '..'; export * from './index'",
    b"export * from './b'; export * from '.'; import 'customerio-node'; import a from '@/a'; import b from 'packages'",
    b"<template><script>import 'customerio-node'</template><script setup lang=ts>", b"---\nimport 'customerio-node'\n<p>{",
    b"import { TrackClient } from 'customerio-node'; const a = new TrackClient(...a, a[a], { ...a }); a.track(a, a => a)",
    b"customerio-node \xED\xA0\x80 \xF0\x9F", b"// customerio-disable\n// customerio-disable-next-line \x1b[31m, , -- \n",
    b"class A extends A { x = [...this.x]; static y = A.y } new A().x", b"import 'customerio-node'\r\r\n\xE2\x80\xA8const a = 'a\\",
];

/// A folder below `root`, or the root itself.
fn folder(root: &Path, folders: &[PathBuf], random: &mut Random) -> PathBuf {
    if folders.is_empty() || random.below(3) == 0 {
        root.to_path_buf()
    } else {
        folders[random.below(folders.len())].clone()
    }
}

/// Puts things below `root`; what cannot be made is left out.
fn grow(root: &Path, random: &mut Random) {
    let mut folders: Vec<PathBuf> = Vec::new();
    if random.below(2) == 0 {
        let _ = fs::write(root.join("ok.ts"), TEXTS[0]);
    }
    // Few things at times, so that not every run has something to complain about.
    for _ in 0..1 + random.below(32) {
        let name = random.of(&NAMES);
        let path = folder(root, &folders, random).join(OsStr::from_bytes(name));
        // To write into a FIFO, or through a link to one, would wait for a reader.
        let _ = fs::remove_file(&path);
        match random.below(16) {
            0..=7 => {
                let mut text = random.of(&TEXTS).to_vec();
                match random.below(8) {
                    0 => text = IDLE.into(),
                    1 => text.extend_from_slice(IDLE.as_bytes()),
                    2 => text = [text, random.of(&TEXTS).to_vec()].concat(),
                    3 => text = text.repeat(1 + random.below(2_000)),
                    _ => {}
                }
                let _ = fs::write(&path, text);
            }
            8 | 9 => {
                if fs::create_dir_all(&path).is_ok() {
                    folders.push(path);
                }
            }
            10 => {
                let target = folder(root, &folders, random);
                let places = [
                    target.as_path(),
                    Path::new("."),
                    Path::new(".."),
                    path.as_path(),
                    Path::new("/dev/zero"),
                    Path::new("/"),
                ];
                let _ = symlink(random.of(&places), &path);
            }
            11 => drop(Command::new("mkfifo").arg("--").arg(&path).stderr(Stdio::null()).status()),
            12 => drop(UnixListener::bind(&path)),
            13 => {
                // Deep, or with a name as long as names may be.
                let part = if random.below(2) == 0 { "d".to_owned() } else { "l".repeat(255) };
                let deep: PathBuf = std::iter::repeat_n(part, 1 + random.below(12)).collect();
                if fs::create_dir_all(path.join(&deep)).is_ok() {
                    let _ = fs::write(path.join(&deep).join("a.ts"), IDLE);
                    folders.push(path.join(deep));
                }
            }
            14 => {
                let mode = random.below(8) as u32;
                let _ = fs::write(&path, IDLE)
                    .and_then(|()| fs::set_permissions(&path, fs::Permissions::from_mode(mode * 0o111)));
            }
            _ => {
                let sparse = fs::File::create(&path).and_then(|file| file.set_len(1 << (10 + random.below(30))));
                drop(sparse);
            }
        }
    }
    for folder in folders {
        if random.below(8) == 0 {
            let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o111 * random.below(8) as u32));
        }
    }
}

/// A copy of the binary that everybody may run.
fn binary() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let binary = folder.path().join("customerio-ls");
    fs::copy(env!("CARGO_BIN_EXE_customerio-ls"), &binary).unwrap();
    for path in [folder.path(), &binary] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    (folder, binary)
}

/// As somebody for whom permissions count: they do not for root.
fn command(binary: &Path, powerless: bool) -> Command {
    let is_root = fs::metadata(binary).is_ok_and(|copy| copy.uid() == 0);
    if !powerless || !is_root {
        return Command::new(binary);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(binary);
    command
}

/// Grows a tree and runs one of the command lines in it; the exit code.
fn run_in(seed: u64, binary: &Path, runs: &[&[&str]]) -> usize {
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let tree = tempfile::tempdir().unwrap();
    fs::set_permissions(tree.path(), fs::Permissions::from_mode(0o755)).unwrap();
    grow(tree.path(), &mut random);
    let arguments = runs[random.below(runs.len())];
    let mut command = command(binary, random.below(2) == 0);
    command.args(arguments).current_dir(tree.path()).stdin(Stdio::null());
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let id = child.id().to_string();
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || sender.send(child.wait_with_output()));
    let Ok(output) = receiver.recv_timeout(LIMIT) else {
        Command::new("kill").args(["-9", &id]).status().unwrap();
        panic!("tree {seed}: {arguments:?} does not end; it is kept at {}", tree.keep().display());
    };
    let output = output.unwrap();
    let (said, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let code = output.status.code().filter(|code| (0..=2).contains(code));
    let broken =
        ["panicked", "internal error", "This is a bug"].iter().any(|word| said.contains(word) || told.contains(word));
    if code.is_none() || broken {
        let status = output.status;
        panic!("tree {seed}: {arguments:?} {status}\n{told}\n{said}\nit is kept at {}", tree.keep().display());
    }
    // Nor does a name or a text of the tree reach the terminal as it is.
    assert!(
        arguments.contains(&"--diff") || !said.contains('\u{1b}') && !told.contains('\u{1b}'),
        "tree {seed}: {said}{told}"
    );
    let _ = Command::new("chmod").args(["-R", "u+rwx"]).arg(tree.path()).stderr(Stdio::null()).status();
    code.unwrap_or_default() as usize
}

#[test]
fn random_trees_end_every_run_in_order() {
    let (_kept, binary) = binary();
    let runs: [&[&str]; 8] = [
        &["check"],
        &["check", ".", "--format", "json"],
        &["check", "--select", "all", "--format", "sarif"],
        &["check", "--format", "agent", "src", "a.ts", "./-rf.ts"],
        &["check", "--fix", "."],
        &["check", "--diff"],
        &["check", "--config", "customerio.json", "--format", "github"],
        &["check", "--changed", "--format", "junit"],
    ];
    let grown = |half: u64| {
        let mut codes = [0; 3];
        for seed in (1..=TREES).filter(|seed| seed % 2 == half) {
            codes[run_in(seed, &binary, &runs)] += 1;
        }
        codes
    };
    let (even, odd) = std::thread::scope(|scope| {
        let even = scope.spawn(|| grown(0));
        let odd = grown(1);
        (even.join().unwrap(), odd)
    });
    let codes = [even[0] + odd[0], even[1] + odd[1], even[2] + odd[2]];
    eprintln!("{TREES} trees; exit codes 0, 1, 2: {codes:?}");
    assert!(codes.iter().all(|count| *count > 0), "{codes:?}");
}
