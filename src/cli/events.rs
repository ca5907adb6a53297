//! `customerio-ls events`

use super::check::{Survey, Surveyed, survey};
use super::output::{self, failed};
use super::save::{Saved, save};
use super::{CLEAN, FAILED, FINDINGS};
use crate::catalog::{self, Catalog, KnownName, NameUse};
use crate::disk::read_named_text;
use crate::model::Model;
use crate::plan::{Committed, GENERATED, Plan, PlanFormat, PlannedProject, drift};
use crate::project::Text;
use crate::secrecy::{self, Secrets};
use crate::settings::{Account, FileSettings};
use crate::text::position::to_position;
use crate::text::{Encoding, TextRange, plain};
use clap::ValueEnum;
use ropey::Rope;
use similar::TextDiff;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// List the events, attributes and messages that the code sends: its tracking plan
///
/// Nothing is sent anywhere: the plan comes from the code and from the lists of the account in the settings.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders of the project
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// Output format
    #[arg(long, value_enum)]
    format: Option<Shape>,
    /// Compare with a committed plan; fail if the code differs
    #[arg(long, value_name = "FILE")]
    check: Option<PathBuf>,
    /// Write TypeScript types of the events and messages to this file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["check", "format"])]
    types: Option<PathBuf>,
    /// Use this settings file instead of searching for customerio.json
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    // The commands about the account share these; here they change nothing, because nothing is sent.
    #[arg(long, value_name = "URL", hide = true)]
    app_url: Option<String>,
    #[arg(long, value_name = "URL", hide = true)]
    track_url: Option<String>,
    #[arg(long, value_name = "URL", hide = true)]
    status_url: Option<String>,
    #[arg(long, value_name = "FILE", hide = true)]
    env_file: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// For people
    Text,
    /// One JSON object
    Json,
    /// Tables in Markdown
    Md,
    /// A line for each name and each key of its data
    Csv,
    /// The lists of `account` for customerio.json
    Account,
}

impl From<Shape> for PlanFormat {
    fn from(shape: Shape) -> Self {
        match shape {
            Shape::Text => Self::Text,
            Shape::Json => Self::Json,
            Shape::Md => Self::Markdown,
            Shape::Csv => Self::Csv,
            Shape::Account => Self::Account,
        }
    }
}

/// Writes the plan, or compares it.
pub fn run(args: &Args) -> ExitCode {
    ExitCode::from(match plan_of(args) {
        Ok((plan, is_partial)) => finish(args, &plan, is_partial),
        Err(message) => failed(&message),
    })
}

fn finish(args: &Args, plan: &Plan, is_partial: bool) -> u8 {
    if let Some(path) = &args.types {
        return if is_partial {
            failed("the types were not written: part of the project could not be read")
        } else {
            write_types(path, plan)
        };
    }
    let code = match &args.check {
        Some(path) => compare(args, path, plan),
        None => {
            let format = args.format.unwrap_or(Shape::Text).into();
            if output::print(&plan.render(format)) { CLEAN } else { FAILED }
        }
    };
    if is_partial { FAILED } else { code }
}

/// The plan, and whether part of the project could not be read.
fn plan_of(args: &Args) -> Result<(Plan, bool), String> {
    let survey = survey(&args.paths, args.config.as_deref(), &look)?;
    survey.tell("error", |_| true);
    let is_partial = survey.is_partial();
    Ok((made_of(survey), is_partial))
}

fn made_of(survey: Survey<Seen>) -> Plan {
    let (mut files, mut uses) = (BTreeMap::new(), Vec::new());
    for Surveyed { path, shown, settings, seen } in survey.files {
        uses.push((path.clone(), seen.uses));
        files.insert(path, File { shown, rope: seen.rope, settings });
    }
    Plan::of(&Catalog::of(uses), &Files(files))
}

/// The files of a project.
struct Files(BTreeMap<Arc<Path>, File>);

struct File {
    shown: String,
    rope: Rope,
    settings: Arc<FileSettings>,
}

impl PlannedProject for Files {
    fn name(&self, path: &Path) -> String {
        self.0.get(path).map_or_else(|| path.display().to_string(), |file| file.shown.clone())
    }

    fn line(&self, path: &Path, at: TextRange) -> usize {
        self.0.get(path).map_or(1, |file| to_position(&file.rope, at.start(), Encoding::Utf32).line as usize + 1)
    }

    fn account(&self, path: &Path) -> Option<&Account> {
        Some(&self.0.get(path)?.settings.settings.account)
    }

    fn accounts(&self) -> Vec<&Account> {
        self.0.values().map(|file| &file.settings.settings.account).collect()
    }
}

/// The names in a file, and its text.
struct Seen {
    uses: Vec<NameUse>,
    rope: Rope,
}

fn look(model: &Model<'_>, text: &Text) -> Seen {
    let mut uses = catalog::uses(model);
    if !uses.is_empty() {
        let secrets = secrecy::secrets(&text.facts, &text.rope);
        uses.iter_mut().for_each(|found| hide(found, &secrets));
    }
    Seen { uses, rope: text.rope.clone() }
}

/// Masks what of a name is a secret.
fn hide(found: &mut NameUse, secrets: &Secrets) {
    if let KnownName::Text(name) | KnownName::Written(name) = &mut found.name {
        *name = secrets.prose(name).into();
    }
    found.data.iter_mut().for_each(|data| data.rename(&|key| secrets.prose(key).into()));
}

fn compare(args: &Args, path: &Path, plan: &Plan) -> u8 {
    let shown = path.display().to_string();
    let text = match read_named_text(path) {
        Ok(text) => text,
        Err(error) => return failed(&format!("{shown} cannot be read: {error}")),
    };
    let Some(format) = args.format.map(PlanFormat::from).or_else(|| format_of(path, &text)) else {
        return failed(&format!("the format of {shown} is not known by its name; pass --format"));
    };
    match drift(plan, &Committed { text: &text, format }) {
        Ok(None) => {
            output::print_error(&format!("{}: the plan is up to date\n", plain(&shown)));
            CLEAN
        }
        Ok(Some((was, now))) => {
            let diff = TextDiff::from_lines(&was, &now);
            let (committed, code) = (plain(&shown), "the code");
            let text = diff.unified_diff().context_radius(3).header(&committed, code).to_string();
            if output::print(&text) { FINDINGS } else { FAILED }
        }
        Err(message) => failed(&format!("{shown} {message}")),
    }
}

/// The format of a file, by the end of its name; for JSON by its contents.
fn format_of(path: &Path, text: &str) -> Option<PlanFormat> {
    Some(match path.extension()?.to_str()? {
        "json" if text.trim_start().trim_start_matches('{').trim_start().starts_with("\"account\"") => {
            PlanFormat::Account
        }
        "json" => PlanFormat::Json,
        "md" => PlanFormat::Markdown,
        "csv" => PlanFormat::Csv,
        "ts" | "mts" | "cts" => PlanFormat::Types,
        "txt" => PlanFormat::Text,
        _ => return None,
    })
}

fn write_types(path: &Path, plan: &Plan) -> u8 {
    let shown = path.display().to_string();
    // A file that was written by hand is not replaced.
    if read_named_text(path).is_ok_and(|old| !old.trim().is_empty() && !old.starts_with(GENERATED)) {
        return failed(&format!("{shown} was not written by this command; remove it, or name another file"));
    }
    match save(path, &plan.render(PlanFormat::Types)) {
        Ok(saved) => {
            let word = if saved == Saved::Written { "written" } else { "up to date" };
            output::print_error(&format!("{}: {word}\n", plain(&shown)));
            CLEAN
        }
        Err(message) => failed(&format!("{shown} {message}")),
    }
}
