//! The reports that a run writes, and their destinations.

use super::Args;
use crate::report;
use clap::ValueEnum;
use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// The format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatArgument {
    /// For people
    Text,
    /// One JSON object
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// Annotations in GitHub workflows
    Github,
    /// Code Quality report for GitLab
    Gitlab,
    /// JUnit XML: a suite for each file, a test for each finding
    Junit,
    /// One line per finding, for coding agents
    Agent,
}

impl From<FormatArgument> for report::Format {
    fn from(format: FormatArgument) -> Self {
        match format {
            FormatArgument::Text => Self::Text,
            FormatArgument::Json => Self::Json,
            FormatArgument::Sarif => Self::Sarif,
            FormatArgument::Github => Self::Github,
            FormatArgument::Gitlab => Self::Gitlab,
            FormatArgument::Junit => Self::Junit,
            FormatArgument::Agent => Self::Agent,
        }
    }
}

/// A word of `--format`: a format, and the file that the report goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedReport {
    /// The format.
    pub format: FormatArgument,
    /// `None` for standard output, or for a file of `--output-file`.
    pub file: Option<PathBuf>,
}

/// Reads `FORMAT` and `FORMAT=FILE`.
#[derive(Clone)]
pub struct WantedParser;

impl TypedValueParser for WantedParser {
    type Value = WantedReport;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<WantedReport, clap::Error> {
        let text = value.to_string_lossy();
        let (format, file) = text.split_once('=').map_or((&*text, None), |(format, file)| (format, Some(file)));
        match FormatArgument::from_str(format, false) {
            Ok(format) if file != Some("") => Ok(WantedReport { format, file: file.map(PathBuf::from) }),
            _ => {
                let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(command);
                if let Some(arg) = arg {
                    error.insert(ContextKind::InvalidArg, ContextValue::String(arg.to_string()));
                }
                error.insert(ContextKind::InvalidValue, ContextValue::String(text.into_owned()));
                let names = FormatArgument::value_variants().iter().filter_map(FormatArgument::to_possible_value);
                let names = names.map(|value| value.get_name().to_owned()).collect();
                error.insert(ContextKind::ValidValue, ContextValue::Strings(names));
                Err(error)
            }
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(FormatArgument::value_variants().iter().filter_map(FormatArgument::to_possible_value)))
    }
}

/// The reports of a run.
#[derive(Debug, PartialEq, Eq)]
pub struct Reports {
    /// The format for standard output, if anything goes there.
    pub shown: Option<FormatArgument>,
    /// Files, and their formats.
    pub files: Vec<(FormatArgument, PathBuf)>,
}

impl Reports {
    /// Pairs formats with files: those of `--output-file` belong to the last formats that name none.
    ///
    /// # Errors
    /// When two reports would go to standard output, or a file has no format.
    pub fn of(args: &Args, usual: FormatArgument) -> Result<Self, String> {
        let mut wanted = args.format.clone();
        if wanted.is_empty() {
            wanted.push(WantedReport { format: usual, file: None });
        }
        let mut files = args.output_file.iter().rev();
        for wanted in wanted.iter_mut().rev().filter(|wanted| wanted.file.is_none()) {
            wanted.file = files.next().cloned();
        }
        if files.next().is_some() {
            return Err("there are more --output-file than --format; name the format of each".to_owned());
        }
        let mut reports = Self { shown: None, files: Vec::new() };
        for WantedReport { format, file } in wanted {
            match file {
                Some(file) => reports.files.push((format, file)),
                None if reports.shown.is_none() => reports.shown = Some(format),
                None => {
                    return Err(
                        "only one report can go to standard output; give the others a file: --format sarif=FILE"
                            .to_owned(),
                    );
                }
            }
        }
        Ok(reports)
    }
}

/// Writes a report, and the folders on the way to it.
///
/// # Errors
/// For people: it cannot be written.
pub fn write(file: &Path, text: &str) -> Result<(), String> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let made = folder.map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(file, text)).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}
