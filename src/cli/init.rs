//! `customerio-ls init`: a settings file to begin with.

use super::check;
use super::output;
use crate::rules::Preset;
use crate::settings::{FILE_NAME, REFUSED_NAMES, schema_for};
use serde_json::json;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Create a customerio.json with the region that the code uses
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the project
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
    /// The preset of rules; on a terminal, the command asks
    #[arg(long, value_name = "PRESET", value_parser = super::value_names::preset())]
    preset: Option<Preset>,
}

/// Writes it, and says what is in it.
pub fn run(args: &Args) -> ExitCode {
    match write(args) {
        Ok(said) => ExitCode::from(if output::print(&said) { super::CLEAN } else { super::FAILED }),
        Err(why) => ExitCode::from(output::failed(&why)),
    }
}

fn write(args: &Args) -> Result<String, String> {
    let file = args.folder.join(FILE_NAME);
    let shown = |file: &Path| check::shown(Path::new(""), file);
    let there = |file: &Path| format!("{} already exists", shown(file));
    if file.exists() {
        return Err(there(&file));
    }
    if let Some(other) = REFUSED_NAMES.iter().map(|name| args.folder.join(name)).find(|other| other.exists()) {
        return Err(format!("{}; rename it to {FILE_NAME}", there(&other)));
    }
    let regions = check::regions(&args.folder)?;
    let preset = args.preset.map_or_else(ask, Ok)?;
    let mut settings = json!({ "$schema": schema_for(&args.folder), "preset": preset.as_str() });
    let mut said = format!("Wrote {}: preset {}", shown(&file), preset.as_str());
    match &regions[..] {
        [] => said.push_str(". No client was found, so it names no region.\n"),
        [(region, place)] => {
            settings["region"] = json!(region.word());
            said.push_str(&format!(", region {} (as in {place}).\n", region.word()));
        }
        several => {
            let several: Vec<String> = several.iter().map(|(region, at)| format!("{} ({at})", region.word())).collect();
            said.push_str(&format!(". It names no region: clients use {}.\n", several.join(" and ")));
        }
    }
    let text = format!("{}\n", serde_json::to_string_pretty(&settings).unwrap_or_default());
    // What came into being since is not written over.
    let opened = OpenOptions::new().write(true).create_new(true).open(&file);
    opened.and_then(|mut opened| opened.write_all(text.as_bytes())).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => there(&file),
        _ => format!("{} cannot be written: {error}", shown(&file)),
    })?;
    Ok(said)
}

/// Asks for the preset where there is a terminal to ask on.
fn ask() -> Result<Preset, String> {
    let words = Preset::EVERY.map(Preset::as_str).join(", ");
    let question = format!("Which preset of rules ({words})? [{}]", Preset::default().as_str());
    loop {
        let Some(answer) = output::asked(&question)?.filter(|answer| !answer.is_empty()) else {
            return Ok(Preset::default());
        };
        if let Some(preset) = Preset::find(&answer) {
            return Ok(preset);
        }
    }
}
