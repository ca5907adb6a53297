//! `customerio-ls why PERSON`

mod asking;
mod cause;
mod render;

use super::api_args::{AccountArgs, KeyArgs};
use super::output;
use super::pull::clients;
use super::{CLEAN, FAILED, FINDINGS};
use crate::account::{Client, Patience};
use crate::sdk::Region;
use asking::{Inquest, Inquiry};
use clap::ValueEnum;
use render::Discretion;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

/// Find out why a person gets no email
///
/// Reads one person from the App API and changes nothing. Personal data is shown only on a terminal. The causes come
/// last, the most likely one first.
#[derive(Debug, clap::Args)]
#[command(mut_arg("track_url", |it| it.hide(true)), mut_arg("status_url", |it| it.hide(true)))]
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
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    format: WhyFormat,
    /// The project's folder; its clients determine the key and the region
    #[arg(long, value_name = "PATH", default_value = ".")]
    project: PathBuf,
    #[command(flatten)]
    key: KeyArgs,
    #[command(flatten)]
    account: AccountArgs,
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
    ExitCode::from(why(args).unwrap_or_else(|message| output::failed(&message)))
}

fn why(args: &Args) -> Result<u8, String> {
    let person = args.person.trim();
    if person.is_empty() {
        return Err("PERSON is empty".to_owned());
    }
    if !args.email && person.contains('@') {
        output::print_error("note: PERSON looks like an email address; pass --email to search by address\n");
    }
    let wanted = clients::wanted(&args.project, args.account.config.as_deref())?;
    let urls = args.account.app_urls()?;
    let key = args.account.key(&args.key, &wanted)?;
    let region = wanted.region.unwrap_or(Region::Us);
    // People wait for the result.
    let patience = Patience { tries: 2, ..args.account.patience() };
    let client = Client::new(urls.at(region), key, patience);
    let inquiry = Inquiry { person, by_email: args.email, campaign: args.campaign };
    let hide = match args.redact {
        Redact::Auto => !io::stdout().is_terminal(),
        Redact::Always => true,
        Redact::Never => false,
    };
    let inquest = Inquest::hold(client, (&urls, region), &inquiry)
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
