//! The versions and settings of a project.

use super::checkup::{Checkup, Health, Section};
use crate::disk::json::read_object;
use crate::disk::{Landmarks, SdkVersions, VersionSource, lowest_version};
use crate::report::{ProblemSubject, RunProblem};
use crate::sdk::defects::NODE_SINCE_4_5;
use crate::settings::FileSettings;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The first version of the SDK that declares Node.js 22.
const SINCE: (u64, u64) = (4, 5);

/// The rows for the packages of files: the SDK, and the Node.js that they ask for.
pub fn versions(files: &[Arc<Path>], folder: &Path, shown: &dyn Fn(&Path) -> String) -> Vec<Checkup> {
    let landmarks = Landmarks::default();
    let around = |file: &Path| file.parent().and_then(|folder| landmarks.packages(folder).1).map(Path::to_path_buf);
    let mut packages: BTreeSet<PathBuf> = files.iter().filter_map(|file| around(file)).collect();
    if packages.is_empty() {
        packages.extend(landmarks.packages(folder).1.map(Path::to_path_buf));
    }
    let versions = SdkVersions::until_told();
    packages.iter().flat_map(|package| of_package(package, &versions, shown)).collect()
}

fn of_package(package: &Path, versions: &SdkVersions, shown: &dyn Fn(&Path) -> String) -> Vec<Checkup> {
    let manifest = package.join("package.json");
    let name = shown(&manifest);
    let row =
        |health, subject: &str, found| Checkup::new(Section::Project, health, format!("{subject} ({name})"), found);
    let found = versions.of(package);
    let sdk = match &found {
        None => row(Health::Unknown, "customerio-node", "its version is unknown".to_owned())
            .help("Install the packages, or add customerio-node to the dependencies."),
        Some(sdk) => {
            let source = match &sdk.from {
                VersionSource::Installed(_) => "installed",
                VersionSource::Lock(_) => "in the lock file, not installed",
                VersionSource::Range(_) => "the lowest version that package.json allows, not installed",
            };
            let health = if matches!(sdk.from, VersionSource::Installed(_)) { Health::Right } else { Health::Unknown };
            row(health, "customerio-node", format!("{} ({source})", sdk.version))
        }
    };
    let mut rows = vec![sdk];
    let declared = read_object(&manifest).and_then(|manifest| {
        let engines = manifest.get("engines")?.as_object()?.clone();
        engines.get("node")?.as_str().map(str::to_owned)
    });
    let needs = found.filter(|sdk| (sdk.version.major, sdk.version.minor) >= SINCE).map(|_| u64::from(NODE_SINCE_4_5));
    let lowest = declared.as_deref().and_then(lowest_version);
    rows.push(match (&declared, needs, lowest) {
        (Some(declared), Some(needs), Some(lowest)) if lowest.major < needs => {
            let found = format!("engines allows \"{declared}\", but the SDK declares node >={needs}");
            row(Health::Unknown, "Node.js", found).help(format!("Set `engines.node` to `>={needs}`."))
        }
        (Some(declared), ..) => row(Health::Right, "Node.js", format!("engines allows \"{declared}\"")),
        (None, Some(needs), _) => {
            row(Health::Unknown, "Node.js", format!("no engines in package.json; the SDK declares node >={needs}"))
        }
        (None, None, _) => row(Health::Unknown, "Node.js", "no engines in package.json".to_owned()),
    });
    rows
}

/// The rows for the settings that hold for files. `told` are the problems of all files, also of those without a client.
pub fn settings(all: &[Arc<FileSettings>], told: &[RunProblem], shown: &dyn Fn(&Path) -> String) -> Vec<Checkup> {
    let files: BTreeSet<&PathBuf> = all.iter().flat_map(|settings| settings.files.iter()).collect();
    let mut rows: Vec<Checkup> = Vec::new();
    let told = told.iter().filter(|problem| problem.subject == ProblemSubject::Settings);
    let told = told.map(|problem| (problem.path.clone().unwrap_or_default(), problem.message.clone()));
    let mut problems: BTreeSet<(String, String)> = told.collect();
    for problem in all.iter().flat_map(|settings| settings.problems.iter()) {
        problems.insert((problem.path.as_deref().map(shown).unwrap_or_default(), problem.message.clone()));
    }
    for file in files {
        let name = shown(file);
        if !file.exists() || problems.iter().any(|(path, _)| *path == name) {
            continue;
        }
        rows.push(Checkup::new(Section::Project, Health::Right, name, "settings are read"));
    }
    rows.extend(
        problems.into_iter().map(|(path, message)| Checkup::new(Section::Project, Health::Wrong, path, message)),
    );
    if rows.is_empty() {
        let found = "no settings file; the defaults apply";
        rows.push(Checkup::new(Section::Project, Health::Right, "settings", found));
    }
    rows
}
