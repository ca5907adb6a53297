//! The things that the engine sees in the files: clients, calls, wrappers and events, with or without findings.

use super::judge::SettingsByFile;
use super::names;
use super::survey::{Surveyed, look_at};
use crate::model::{ClientMade, CredentialSource, Model, RegionGiven};
use crate::project::Text;
use crate::report::RunProblem;
use crate::sdk::{Door, Region};
use crate::secrecy::mask;
use crate::text::position::to_position;
use crate::text::{Encoding, count, plain, plain_name};
use ropey::Rope;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The things that are seen in the requested files.
#[derive(Default)]
pub struct SeenCalls {
    /// By file, in the order of their paths.
    files: Vec<InFile>,
    /// The regions that clients surely use, each once, and where the first of them is made.
    pub regions: Vec<(Region, String)>,
    /// The totals of each.
    totals: Totals,
    /// Files that were walked, and are asked for.
    seen: usize,
}

/// The things that are seen in one file.
struct InFile {
    shown: String,
    lines: Vec<Line>,
}

/// One thing that is seen.
struct Line {
    at: usize,
    line: u32,
    column: u32,
    what: String,
    more: String,
}

#[derive(Default)]
struct Totals {
    clients: usize,
    calls: usize,
    wrapped: usize,
    events: usize,
    unknown: usize,
}

impl Totals {
    fn add(&mut self, other: &Self) {
        self.clients += other.clients;
        self.calls += other.calls;
        self.wrapped += other.wrapped;
        self.events += other.events;
        self.unknown += other.unknown;
    }
}

/// A look at one file, before it has a name in reports.
#[derive(Default)]
struct Look {
    lines: Vec<Line>,
    totals: Totals,
    /// The regions that clients surely use, each once, and the line of the first of them.
    regions: Vec<(Region, usize)>,
}

impl Look {
    fn of(model: &Model<'_>, rope: &Rope, folder: &Path) -> Self {
        let Self { mut lines, mut totals, mut regions } = Self::default();
        let mut add = |at: usize, what: String, more: String| {
            let place = to_position(rope, at, Encoding::Utf16);
            lines.push(Line { at, line: place.line + 1, column: place.column + 1, what, more });
        };
        for client in model.clients().made() {
            totals.clients += 1;
            if let Some(region) = client.region_in_effect()
                && !regions.iter().any(|(known, _)| *known == region)
            {
                let line = rope.byte_to_line(client.range.start()) + 1;
                regions.push((region, line));
            }
            add(client.range.start(), format!("new {}", client.kind.class_name()), described(client));
        }
        let others = model.calls().of_every_door().iter().filter(|call| call.door != Door::Sdk);
        for call in model.calls().of_sdk().iter().chain(others) {
            totals.calls += 1;
            totals.wrapped += usize::from(call.through.is_some());
            let through = call.through.as_ref().map(|through| {
                // One out of a table has none: `handlers[type](event)`.
                let name = match through.name.as_str() {
                    "" => "a function without a name".to_owned(),
                    name => format!("`{name}`"),
                };
                match &through.call.file {
                    Some(path) => format!("through {name} ({})", names::shown(folder, path)),
                    None => format!("through {name}"),
                }
            });
            if let Some(sent) = model.http().sent_to(call) {
                let verb = sent.verb.as_deref().unwrap_or("?");
                let through = through.map(|through| format!("  {through}")).unwrap_or_default();
                add(call.range.start(), call.client.api_name().to_owned(), format!("{verb} {}{through}", sent.path));
                continue;
            }
            let (method, more) = match &call.method {
                Some(method) => (method.as_str(), through.unwrap_or_default()),
                None => {
                    totals.unknown += 1;
                    ("?", "the name of the method is computed, so its arguments are not checked".to_owned())
                }
            };
            add(call.range.start(), format!("{}.{method}", call.client.class_name()), more);
        }
        for request in model.requests().made() {
            add(request.range.start(), format!("new {}", request.class), String::new());
        }
        for event in model.events().names() {
            totals.events += 1;
            add(event.at.start(), "event".to_owned(), format!("`{}`", event.name));
        }
        for stopped in model.stopped() {
            totals.unknown += 1;
            add(stopped.at.start(), "?".to_owned(), stopped.sentence());
        }
        if lines.is_empty() {
            let import = model.imports().of_sdk().first().map(|import| import.range.start());
            let why = match import {
                Some(_) => "the SDK is imported, but no client is created and none is called",
                None if model.imports().sdk_wanted().is_some() => {
                    "names the version of the SDK that the package wants; it has no code"
                }
                None => "only uses a file that uses the SDK; no client is created here and none is called",
            };
            let place = to_position(rope, import.unwrap_or(0), Encoding::Utf16);
            lines.push(Line {
                at: 0,
                line: place.line + 1,
                column: place.column + 1,
                what: "-".to_owned(),
                more: why.to_owned(),
            });
        }
        lines.sort_by_key(|line| line.at);
        Self { lines, totals, regions }
    }
}

impl SeenCalls {
    /// Looks at the files of `paths`. Unreadable files go to `problems`.
    pub fn of(paths: &[PathBuf], judge: &SettingsByFile, problems: &mut Vec<RunProblem>) -> Self {
        let look = |model: &Model<'_>, text: &Text| Look::of(model, &text.rope, &judge.folder);
        let (seen, files) = look_at(paths, judge, problems, &look);
        let mut all = Self { seen, ..Self::default() };
        for Surveyed { shown, seen: Look { lines, totals, regions }, .. } in files {
            all.totals.add(&totals);
            for (region, line) in regions {
                if !all.regions.iter().any(|(known, _)| *known == region) {
                    all.regions.push((region, format!("{shown}:{line}")));
                }
            }
            all.files.push(InFile { shown, lines });
        }
        all
    }

    /// For people.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for InFile { shown, lines } in &self.files {
            let _ = writeln!(out, "{}", plain_name(shown));
            let place = |line: &Line| format!("{}:{}", line.line, line.column);
            let width = lines.iter().map(|line| place(line).len()).max().unwrap_or(0);
            let column = lines.iter().map(|line| line.what.len()).max().unwrap_or(0);
            for line in lines {
                let text = format!("  {:width$}  {:column$}  {}", place(line), line.what, plain(&mask(&line.more)));
                let _ = writeln!(out, "{}", text.trim_end());
            }
            out.push('\n');
        }
        let Totals { clients, calls, wrapped, events, unknown } = &self.totals;
        if self.files.is_empty() {
            let _ = writeln!(
                out,
                "No file uses Customer.io ({} looked at): none imports customerio-node, calls its APIs or imports a file \
                 that does.",
                count(self.seen, "file")
            );
            return out;
        }
        let _ = write!(
            out,
            "{}, {} ({wrapped} through functions of the project) and {} in {} of {}.",
            count(*clients, "client"),
            count(*calls, "call"),
            count(*events, "event name"),
            self.files.len(),
            count(self.seen, "file")
        );
        if *unknown > 0 {
            let _ = write!(out, " {} could not be followed; they are marked with ?.", count(*unknown, "place"));
        }
        out.push('\n');
        out
    }
}

/// The description of a client: its region, and the origin of its credentials.
fn described(client: &ClientMade) -> String {
    let region = match &client.region {
        RegionGiven::Absent => "region US (default)".to_owned(),
        RegionGiven::Known(region, _) => format!("region {}", region.as_str()),
        RegionGiven::CustomUrl(_) => "a URL of its own".to_owned(),
        RegionGiven::Environment(name, _) => format!("region from the environment variable {name}"),
        RegionGiven::Unknown => "region unknown".to_owned(),
        _ => "region not valid".to_owned(),
    };
    let credentials = client.credentials.iter().map(|credential| {
        let from = match credential.sources.first() {
            Some(CredentialSource::Environment(name, _)) => format!("from {name}"),
            Some(CredentialSource::Literal(_)) => "hard-coded".to_owned(),
            Some(CredentialSource::Empty(_)) => "empty".to_owned(),
            Some(CredentialSource::Unknown) | None => "unknown".to_owned(),
        };
        format!("{} {from}", credential.wanted.as_str())
    });
    std::iter::once(region).chain(credentials).collect::<Vec<_>>().join(", ")
}
