//! `customerio-ls why PERSON`

mod asking;
mod cause;
mod render;

use super::api_args::{AppArgs, KeyArgs};
use super::output;
use super::pull::clients;
use super::{CLEAN, FAILED, FINDINGS};
use crate::account::{Client, Patience};
use crate::sdk::Region;
use crate::text::plain;
use asking::{Inquest, Inquiry};
use clap::ValueEnum;
use render::Discretion;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

/// Find out why a person gets no email
///
/// This reads one person from the App API and changes nothing. Personal data is shown on a terminal only; anywhere else
/// it is hidden. The most likely cause is the first of the list at the end.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id of the person; with --email, their address
    #[arg(value_name = "PERSON")]
    person: String,
    /// The campaign whose email is missing
    #[arg(long, value_name = "ID")]
    campaign: Option<u64>,
    /// PERSON is an email address
    #[arg(long)]
    email: bool,
    /// Hide personal data, for sharing the result
    #[arg(long, value_enum, value_name = "WHEN", num_args = 0..=1, require_equals = true, default_value = "auto", default_missing_value = "always")]
    redact: Redact,
    /// How to write the result
    #[arg(long, value_enum, default_value_t)]
    format: WhyFormat,
    /// The folder of the project, whose clients tell the key and the region
    #[arg(long, value_name = "PATH", default_value = ".")]
    project: PathBuf,
    #[command(flatten)]
    key: KeyArgs,
    #[command(flatten)]
    app: AppArgs,
    // Other commands about the account ask these.
    #[arg(long, value_name = "URL", hide = true)]
    track_url: Option<String>,
    #[arg(long, value_name = "URL", hide = true)]
    status_url: Option<String>,
    /// Use this settings file instead of searching for customerio.json
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Redact {
    /// Unless standard output is a terminal
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum WhyFormat {
    /// For people
    #[default]
    Text,
    /// One JSON object
    Json,
}

/// Asks, and tells the causes.
pub fn run(args: &Args) -> ExitCode {
    ExitCode::from(why(args).unwrap_or_else(|message| {
        output::print_error(&format!("error: {}\n", plain(&message)));
        FAILED
    }))
}

fn why(args: &Args) -> Result<u8, String> {
    let person = args.person.trim();
    if person.is_empty() {
        return Err("PERSON is empty".to_owned());
    }
    if !args.email && person.contains('@') {
        output::print_error("note: PERSON looks like an email address; pass --email to look for it\n");
    }
    let wanted = clients::wanted(&args.project, args.config.as_deref())?;
    let urls = args.app.urls()?;
    let key = args.app.key(&args.key, &wanted)?;
    let region = wanted.region.unwrap_or(Region::Us);
    // People wait for the result.
    let patience = Patience { tries: 2, ..args.app.patience() };
    let client = Client::new(urls.at(region), key, patience);
    let inquiry = Inquiry { person, by_email: args.email, campaign: args.campaign };
    let other = urls.know_regions().then(|| urls.at(region.other()));
    let hide = match args.redact {
        Redact::Auto => !io::stdout().is_terminal(),
        Redact::Always => true,
        Redact::Never => false,
    };
    let inquest = Inquest::hold(client, other, &inquiry)
        .map_err(|failure| Discretion::new(hide, vec![person.to_owned()]).words(&failure.to_string()))?;
    let discretion = Discretion::new(hide, inquest.people.clone());
    let text = match args.format {
        WhyFormat::Text => render::text(&inquest, &discretion),
        WhyFormat::Json => render::json(&inquest, &discretion),
    };
    if !output::print(&text) {
        return Ok(FAILED);
    }
    Ok(match (inquest.causes.is_empty(), inquest.is_partial) {
        (false, _) => FINDINGS,
        (true, true) => FAILED,
        (true, false) => CLEAN,
    })
}
