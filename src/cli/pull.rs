//! `customerio-ls pull`

pub(super) mod clients;
mod extend;
pub(super) mod variables;

use super::api_args::{AccountArgs, ApiUrls, KeyArgs};
use super::output;
use super::save::{Saved, save};
use super::{CLEAN, FAILED, FINDINGS};
use crate::account::{self, Client, PullProgress, Pulled};
use crate::disk::{read_named_text, root_of};
use crate::sdk::Region;
use crate::settings::{FILE_NAME, account_file};
use crate::text::{plain, plain_json};
use clap::ValueEnum;
use serde_json::{Value, json};
use similar::TextDiff;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// Write the contents of the Customer.io account to customerio.account.json, which rules compare code with
///
/// Reads from the App API and changes nothing there. The key comes from the environment, never from an argument.
#[derive(Debug, clap::Args)]
#[command(mut_arg("track_url", |it| it.hide(true)), mut_arg("status_url", |it| it.hide(true)))]
pub struct Args {
    /// The folder of the project
    #[arg(value_name = "PATH", default_value = ".")]
    path: PathBuf,
    /// The file to write; by default customerio.account.json in the root of the project
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Add the file to "extends" in customerio.json, so that rules use it; on a terminal, the first pull asks
    #[arg(long, conflicts_with = "check")]
    extend: bool,
    /// Write nothing; fail if the account differs from the file
    #[arg(long)]
    check: bool,
    /// Output format of --check
    #[arg(long, value_enum, default_value_t)]
    format: Shape,
    #[command(flatten)]
    key: KeyArgs,
    #[command(flatten)]
    account: AccountArgs,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// A unified diff
    #[default]
    Text,
    /// One JSON object
    Json,
}

/// Asks the account, and writes or compares.
pub fn run(args: &Args) -> ExitCode {
    ExitCode::from(pull(args).unwrap_or_else(|message| output::failed(&message)))
}

fn pull(args: &Args) -> Result<u8, String> {
    let folder = std::env::current_dir().map_err(|error| format!("there is no working directory: {error}"))?;
    let project = folder.join(&args.path);
    if !project.is_dir() {
        return Err(format!("{} is not a folder", args.path.display()));
    }
    let target = match &args.output {
        Some(file) => folder.join(file),
        None => account_file(&project),
    };
    let shown = super::check::shown(&folder, &target);
    let before = read(&target).map_err(|what| format!("{shown} {what}"))?;
    if args.check && before.is_none() {
        return Err(format!("{shown} does not exist; run `customerio-ls pull` first"));
    }
    let wanted = clients::wanted(&args.path, args.account.config.as_deref())?;
    let urls = args.account.app_urls()?;
    let key = args.account.key(&args.key, &wanted)?;
    let region = wanted.region.unwrap_or(Region::Us);
    let client = Client::new(urls.at(region), key, args.account.patience());
    let (pulled, region) = ask(client, region, &urls)?;
    for what in &pulled.incomplete {
        output::print_error(&format!("warning: {what}; everything that depends on it is left out\n"));
    }
    for note in &pulled.notes {
        output::print_error(&format!("note: {}\n", plain(note)));
    }
    let partial = !pulled.incomplete.is_empty();
    let now = file(pulled, region);
    let code = if args.check {
        compare(args, &target, before.as_ref(), &now)
    } else {
        let saved = write(&target, before.as_ref(), now).map_err(|what| format!("{shown} {what}"))?;
        let word = if saved == Saved::Written { "written" } else { "up to date" };
        output::print_error(&format!("{}: {word}\n", plain(&shown)));
        extend::offer((&folder, &root_of(&project.join(FILE_NAME))), &target, args.extend, before.is_none())?;
        CLEAN
    };
    Ok(if partial { FAILED } else { code })
}

/// The file as it is, if it is one that `pull` may replace.
fn read(path: &Path) -> Result<Option<Value>, String> {
    let text = match read_named_text(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(format!("cannot be read: {error}")),
    };
    match serde_json::from_str::<Value>(&text) {
        Ok(file) if file.pointer("/account/pulled").is_some() => Ok(Some(file)),
        _ => Err("was not written by this command; remove it, or name another file with --output".to_owned()),
    }
}

/// Asks the account, and tells when it is in the other region.
fn ask(mut client: Client, region: Region, urls: &ApiUrls) -> Result<(Pulled, Region), String> {
    let asked = urls.in_either_region(&mut client, region, |client| account::pull(client, &mut shown()));
    let (pulled, answered) = asked.map_err(|failure| failure.to_string())?;
    if answered != region {
        output::print_error(&format!(
            "warning: the account is in the region {0}; set \"region\": \"{0}\" in {FILE_NAME}, and in the clients\n",
            answered.word()
        ));
    }
    Ok((pulled, answered))
}

/// Shows on a terminal how far it is.
fn shown() -> impl FnMut(PullProgress) {
    let (begun, on_terminal) = (Instant::now(), io::stderr().is_terminal());
    move |PullProgress { done, all, what }: PullProgress| {
        if !on_terminal {
            return;
        }
        let left = match done {
            0 => String::new(),
            _ => format!(", {} s left", (begun.elapsed().as_secs_f64() / done as f64 * (all - done) as f64).ceil()),
        };
        let end = if done + 1 >= all { "\r\x1b[2K" } else { "" };
        output::print_error(&format!("\r\x1b[2K{done} of {all}: {what}{left}{end}"));
    }
}

/// The file of what was pulled.
fn file(pulled: Pulled, region: Region) -> Value {
    let mut account = pulled.account;
    if let Some(details) = account.get_mut("pulled").and_then(Value::as_object_mut) {
        let at = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        let by = concat!("customerio-ls ", env!("CARGO_PKG_VERSION"));
        let rest = std::mem::take(details);
        details.insert("at".to_owned(), json!(at));
        details.insert("by".to_owned(), json!(by));
        details.insert("region".to_owned(), json!(region.word()));
        if !pulled.incomplete.is_empty() {
            details.insert("incomplete".to_owned(), json!(pulled.incomplete));
        }
        details.extend(rest);
    }
    json!({ "account": account })
}

fn compare(args: &Args, target: &Path, before: Option<&Value>, now: &Value) -> u8 {
    let drift = before.and_then(|before| account::differences(before, now));
    let shown = target.file_name().unwrap_or_default().to_string_lossy();
    let shown = plain(&shown);
    let report = match (&drift, args.format) {
        (None, Shape::Text) => format!("{shown}: up to date\n"),
        (Some((before, now)), Shape::Text) => {
            let diff = TextDiff::from_lines(before, now);
            diff.unified_diff().context_radius(3).header(&shown, "the account").to_string()
        }
        (drift, Shape::Json) => format!("{}\n", json!({ "file": shown, "differs": drift.is_some(), "now": now })),
    };
    if !output::print(&plain_json(report)) {
        return FAILED;
    }
    if drift.is_some() { FINDINGS } else { CLEAN }
}

fn write(target: &Path, before: Option<&Value>, now: Value) -> Result<Saved, String> {
    let now = match before {
        Some(before) => account::keep_time(before, now),
        None => now,
    };
    let text = plain_json(serde_json::to_string_pretty(&now).unwrap_or_default()) + "\n";
    save(target, &text)
}
