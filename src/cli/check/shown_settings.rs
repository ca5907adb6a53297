//! `--show-settings`: the effective settings of a file, and the source of each.

use super::Args;
use super::judge::SettingsByFile;
use super::names;
use super::seen::SeenCalls;
use crate::disk::{VersionSource, root_of};
use crate::rules::{RULES, RuleMeta};
use crate::secrecy::mask;
use crate::settings::Settings;
use crate::text::{count, plain};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// A function that returns the source of a setting, in brackets; nothing where there is none.
type Whence<'a> = &'a dyn Fn(&dyn Fn(&Settings) -> bool) -> String;

/// For people.
pub fn text(args: &Args, judge: &SettingsByFile, file: &Path) -> String {
    let path = names::spelled(&judge.folder, file);
    let own = judge.settings(&path);
    let settings = &*own.settings;
    let layers = judge.layers(&path);
    let shown = |path: &Path| names::shown(&judge.folder, path);
    let who =
        |says: &dyn Fn(&Settings) -> bool| layers.iter().find(|(_, layer)| says(layer)).map(|(path, _)| shown(path));
    let from = |says: &dyn Fn(&Settings) -> bool| who(says).map(|who| format!(" ({who})")).unwrap_or_default();
    let mut out = String::new();
    let mut row = |name: &str, value: String| {
        let _ = writeln!(out, "{name:15} {}", plain(&mask(&value)));
    };

    row("file", shown(&path));
    row("checked", checked(&path, settings, own.covered, &from));
    row("project root", root_of(&path).display().to_string());
    row(
        "settings files",
        if layers.is_empty() {
            "none; the defaults hold".to_owned()
        } else {
            layers.iter().map(|(path, _)| shown(path)).collect::<Vec<_>>().join(", ")
        },
    );
    row(
        "preset",
        match (args.preset, settings.preset) {
            (Some(preset), _) => format!("{} (--preset)", preset.as_str()),
            (None, Some(preset)) => format!("{}{}", preset.as_str(), from(&|layer| layer.preset.is_some())),
            (None, None) => format!("{} (default)", settings.preset().as_str()),
        },
    );
    row(
        "region",
        match settings.region {
            Some(region) => format!("{}{}", region.word(), from(&|layer| layer.region.is_some())),
            None => region_of_the_code(judge, &path),
        },
    );
    row("SDK version", version(judge, &path, settings, &from, &shown));
    row(
        "account",
        match (&settings.account.events, &settings.account.messages) {
            (None, None) => "not listed".to_owned(),
            (events, messages) => {
                let list =
                    |is_there: bool, name: &str| if is_there { format!("{name} listed") } else { format!("no {name}") };
                let whence = from(&|layer| layer.account.events.is_some() || layer.account.messages.is_some());
                format!("{}, {}{whence}", list(events.is_some(), "events"), list(messages.is_some(), "messages"))
            }
        },
    );
    for problem in own.problems.iter() {
        row("problem", format!("{}: {}", problem.path.as_deref().map(shown).unwrap_or_default(), problem.message));
    }
    rules(&mut out, args, settings, &layers, &shown);
    out
}

fn checked(path: &Path, settings: &Settings, covered: bool, from: Whence<'_>) -> String {
    if covered {
        return "yes".to_owned();
    }
    if settings.files.covers(path) {
        "no: node_modules is never checked".to_owned()
    } else {
        format!("no: left out by \"include\" or \"exclude\"{}", from(&|layer| layer.files != Settings::default().files))
    }
}

/// The region where no settings name one.
fn region_of_the_code(judge: &SettingsByFile, path: &Path) -> String {
    let folder = root_of(path);
    let seen = SeenCalls::of(&[folder], judge, &mut Vec::new());
    match &seen.regions[..] {
        [] => "not set, and no client in the project says it".to_owned(),
        [(region, place)] => format!("not set; the clients in the project use {} ({place})", region.as_str()),
        several => {
            let several: Vec<String> =
                several.iter().map(|(region, place)| format!("{} ({place})", region.as_str())).collect();
            format!("not set; the clients in the project use {}", several.join(" and "))
        }
    }
}

fn version(
    judge: &SettingsByFile,
    path: &Path,
    settings: &Settings,
    from: Whence<'_>,
    shown: &dyn Fn(&Path) -> String,
) -> String {
    let Some(version) = &settings.sdk_version else {
        return "unknown; rules that depend on it are silent".to_owned();
    };
    let set = from(&|layer| layer.sdk_version.is_some());
    if !set.is_empty() {
        return format!("{version}{set}");
    }
    let source = judge.sdk_version(path).map(|found| match found.from {
        VersionSource::Installed(path) => format!(" (installed: {})", shown(&path)),
        VersionSource::Lock(path) => format!(" (lock file: {})", shown(&path)),
        VersionSource::Range(path) => format!(" (lowest version that {} allows)", shown(&path)),
    });
    format!("{version}{}", source.unwrap_or_default())
}

/// Every rule that is on, its severity, and the setting that turns it on.
fn rules(
    out: &mut String,
    args: &Args,
    settings: &Settings,
    layers: &[(PathBuf, Settings)],
    shown: &dyn Fn(&Path) -> String,
) {
    let on: Vec<&RuleMeta> = RULES.iter().map(|rule| rule.meta).filter(|meta| settings.is_on(meta)).collect();
    let width = on.iter().map(|meta| meta.id.len()).max().unwrap_or(0);
    let _ = writeln!(out, "\n{} of {} are on:", on.len(), count(RULES.len(), "rule"));
    for meta in on {
        let severity = settings.severity_of(meta).unwrap_or(meta.severity);
        let by_rule = layers.iter().find(|(_, layer)| layer.rules.contains_key(meta.id));
        let by_category = layers.iter().find(|(_, layer)| layer.categories.contains_key(meta.category));
        let why = match (by_rule, by_category) {
            _ if args.select.iter().any(|selection| selection.0.contains(&meta.id)) => "--select".to_owned(),
            (Some((path, _)), _) => format!("\"rules\" in {}", shown(path)),
            (None, Some((path, _))) => format!("\"categories\" in {}", shown(path)),
            (None, None) => format!("preset {}", meta.preset.as_str()),
        };
        let _ = writeln!(out, "  {:width$}  {:7}  {}", meta.id, severity.as_str(), plain(&why));
    }
}
