//! The result for people and as JSON, with or without personal data.

use super::asking::Inquest;
use crate::account::http_date;
use crate::account::person::{Delivery, Happening};
use crate::cli::redact::redacted;
use crate::secrecy::mask;
use crate::text::{plain, plain_json};
use serde_json::{Value, json};
use std::fmt::Write;
use std::time::{Duration, UNIX_EPOCH};

/// So many deliveries and activities are shown.
const MOST_SHOWN: usize = 10;

/// The things that no request tells.
const NOT_TOLD: &str = "The API does not show whether a sending domain is verified or a person is suppressed, nor the \
                        frequency limits, goals and exit conditions of a campaign.";

/// A choice between showing and hiding personal data.
pub struct Discretion {
    hide: bool,
    people: Vec<String>,
}

impl Discretion {
    /// `people` are the names of the person who was asked about.
    pub fn new(hide: bool, mut people: Vec<String>) -> Self {
        // A longer name before one that is a part of it.
        people.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self { hide, people }
    }

    /// Words of others.
    pub fn words(&self, text: &str) -> String {
        if self.hide {
            redacted(text, &self.people.iter().map(String::as_str).collect::<Vec<_>>())
        } else {
            plain(&mask(text)).into_owned()
        }
    }

    /// Words that say who somebody is.
    fn personal(&self, text: &str) -> String {
        if self.hide { "…".to_owned() } else { self.words(text) }
    }
}

fn at(seconds: u64) -> String {
    // A later time cannot be written.
    const LAST: u64 = 253_402_300_799;
    http_date(UNIX_EPOCH + Duration::from_secs(seconds.min(LAST)))
}

fn of(delivery: &Delivery) -> String {
    delivery.of.map(|(word, number)| format!(" of {word} {number}")).unwrap_or_default()
}

/// For people. The most likely cause is the first of the list at the end.
pub fn text(inquest: &Inquest, discretion: &Discretion) -> String {
    let mut out = String::new();
    let width = inquest.observations.iter().map(|it| it.subject.len()).max().unwrap_or(0);
    for it in &inquest.observations {
        let _ = writeln!(out, "{:7}  {:width$}  {}", it.health.as_str(), it.subject, discretion.words(&it.found));
    }
    if !inquest.deliveries.is_empty() {
        out.push_str("\nLast deliveries\n");
        for delivery in inquest.deliveries.iter().take(MOST_SHOWN) {
            let subject =
                delivery.subject.as_ref().map(|it| format!(" \"{}\"", discretion.personal(it))).unwrap_or_default();
            let stages = delivery.stages.join(", ");
            let kind = discretion.words(&format!("{}{}", delivery.kind, of(delivery)));
            let _ = writeln!(out, "  {}  {kind}{subject}: {}", at(delivery.created), discretion.words(&stages));
            if let Some(failure) = &delivery.failure {
                let _ = writeln!(out, "    {}", discretion.words(failure));
            }
        }
    }
    if !inquest.happenings.is_empty() {
        out.push_str("\nActivities\n");
        for Happening { at: time, kind, name } in inquest.happenings.iter().take(MOST_SHOWN) {
            let name = name.as_ref().map(|name| format!(" {}", discretion.words(name))).unwrap_or_default();
            let _ = writeln!(out, "  {}  {}{name}", at(*time), discretion.words(kind));
        }
    }
    if !out.is_empty() {
        out.push('\n');
    }
    if inquest.causes.is_empty() {
        let _ = writeln!(out, "No cause was found. {NOT_TOLD}");
    } else {
        out.push_str("Most likely cause first\n");
    }
    for (cause, number) in inquest.causes.iter().zip(1..) {
        let said = cause.said.as_ref().map(|said| format!(": \"{}\"", discretion.words(said))).unwrap_or_default();
        let _ = writeln!(out, "  {number}. {}{said}", discretion.words(&cause.what));
        let _ = writeln!(out, "     -> {}", cause.help);
    }
    if inquest.is_partial {
        out.push_str("The result is incomplete.\n");
    }
    out
}

/// One object.
pub fn json(inquest: &Inquest, discretion: &Discretion) -> String {
    let observations = inquest
        .observations
        .iter()
        .map(|it| json!({ "subject": it.subject, "result": it.health.as_str(), "found": discretion.words(&it.found) }));
    let deliveries = inquest.deliveries.iter().map(|it| {
        json!({
            "created": it.created,
            "type": discretion.words(&it.kind),
            "of": it.of.map(|(word, number)| json!({ "kind": word, "id": number })),
            "subject": it.subject.as_ref().map(|subject| discretion.personal(subject)),
            "failure": it.failure.as_ref().map(|failure| discretion.words(failure)),
            "stages": it.stages.iter().map(|stage| discretion.words(stage)).collect::<Value>(),
        })
    });
    let happenings = inquest.happenings.iter().map(|it| {
        json!({
            "at": it.at,
            "type": discretion.words(&it.kind),
            "name": it.name.as_ref().map(|name| discretion.words(name)),
        })
    });
    let causes = inquest.causes.iter().map(|it| {
        json!({
            "cause": discretion.words(&it.what),
            "said": it.said.as_ref().map(|said| discretion.words(said)),
            "help": it.help,
        })
    });
    let result = json!({
        "redacted": discretion.hide,
        "incomplete": inquest.is_partial,
        "checks": observations.collect::<Value>(),
        "deliveries": deliveries.collect::<Value>(),
        "activities": happenings.collect::<Value>(),
        "causes": causes.collect::<Value>(),
        "notTold": NOT_TOLD,
    });
    plain_json(serde_json::to_string_pretty(&result).unwrap_or_default()) + "\n"
}
