//! A command line without a subcommand: `customerio-ls src` means `customerio-ls check src`.

use clap::Command;
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// The arguments that start the server, or belong to the program as a whole.
const ITS_OWN: [&str; 6] = ["-h", "--help", "-V", "--version", "--stdio", "--clientProcessId"];

/// The arguments of the process, the program's name first, with `check` before those that are meant for it: paths,
/// globs and options. A subcommand of the same name as a folder is the subcommand; `./rules` is the folder.
pub fn with_check(mut args: Vec<OsString>, known: &Command) -> Vec<OsString> {
    let meant = args.get(1).is_some_and(|first| {
        let word = first.to_string_lossy();
        let is_command = known.get_subcommands().any(|command| command.get_name() == word) || word == "help";
        if word.starts_with('-') && word != "-" {
            let name = word.split('=').next().unwrap_or_default();
            !ITS_OWN.contains(&name)
        } else {
            !is_command && is_path(first)
        }
    });
    if meant {
        args.insert(1, "check".into());
    }
    args
}

/// Returns whether a word names a path or a glob. One that does neither is a mistyped subcommand as likely as a
/// mistyped path, and the parser's advice is about the former.
fn is_path(word: &OsStr) -> bool {
    Path::new(word).exists() || word.to_string_lossy().contains(['/', '\\', '.', '*', '?', '[', '{'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_options_are_for_check() {
        let known = Command::new("x").subcommand(Command::new("rules")).subcommand(Command::new("check"));
        let is_bare = |words: &[&str]| {
            let args = ["x"].iter().chain(words).map(OsString::from).collect();
            with_check(args, &known).get(1).is_some_and(|first| first == "check") && words.first() != Some(&"check")
        };
        for words in
            [&["src"][..], &["."], &["missing/a.ts"], &["**/*.ts"], &["a.ts", "rules"], &["--fix", "src"], &["-q"]]
        {
            assert!(is_bare(words), "{words:?}");
        }
        for words in [
            &[][..],
            &["rules"],
            &["rules", "src"],
            &["check", "src"],
            &["help"],
            &["--help"],
            &["-V"],
            &["--stdio"],
            &["--stdio", "--clientProcessId=1"],
            &["--clientProcessId=1", "--stdio"],
            &["chekc"],
        ] {
            assert!(!is_bare(words), "{words:?}");
        }
    }
}
