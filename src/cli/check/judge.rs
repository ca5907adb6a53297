//! The settings of each file, with the changes from the arguments.

use super::{Args, names};
use crate::disk::{SdkVersion, as_spelled};
use crate::engine::Findings;
use crate::finding::Severity;
use crate::report::{Gravity, ProblemSubject, RunProblem};
use crate::rules::{Preset, RULES};
use crate::settings::{Editor, FileSettings, Loaded, Loader, RuleSetting, Settings};
use crate::text::Encoding;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A provider of each file's settings, which collects the problems in them. Shared by all threads.
pub struct SettingsByFile {
    /// The working directory.
    pub folder: PathBuf,
    loader: Loader,
    editor: Editor,
    preset: Option<Preset>,
    least: Severity,
    select: FxHashSet<&'static str>,
    ignore: FxHashSet<&'static str>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Settings as loaded, and as the arguments change them. Few: one for each settings file and SDK version.
    changed: Vec<(Arc<Settings>, Arc<Settings>)>,
    /// The results for the folders so far: the files of one folder have the same settings.
    folders: FxHashMap<PathBuf, Loaded>,
    problems: Vec<RunProblem>,
}

impl SettingsByFile {
    /// # Errors
    /// When the working directory or the settings file that was asked for is missing.
    pub fn new(args: &Args) -> Result<Self, String> {
        let ids = |all: &[names::Selection]| all.iter().flat_map(|selection| &selection.0).copied().collect();
        let judge = Self::changing(args.config.as_deref(), ids(&args.select), ids(&args.ignore))?;
        Ok(Self { preset: args.preset, least: args.min_severity.unwrap_or(Severity::Hint), ..judge })
    }

    /// One that takes the settings as they are: those of the settings file that was asked for, if any.
    ///
    /// # Errors
    /// When the working directory or that file is missing.
    pub fn with(config: Option<&Path>) -> Result<Self, String> {
        Self::changing(config, FxHashSet::default(), FxHashSet::default())
    }

    fn changing(
        config: Option<&Path>,
        select: FxHashSet<&'static str>,
        ignore: FxHashSet<&'static str>,
    ) -> Result<Self, String> {
        let folder = std::env::current_dir().map_err(|error| format!("there is no working directory: {error}"))?;
        if let Some(path) = config {
            std::fs::metadata(path)
                .map_err(|error| format!("the settings file {} cannot be read: {error}", path.display()))?;
        }
        let folder = as_spelled(&folder);
        let loader = Loader::until_told(config.map(|path| names::absolute(&folder, path)));
        let judge = Self {
            folder,
            loader,
            editor: Editor::default(),
            preset: None,
            least: Severity::Hint,
            select,
            ignore,
            state: Mutex::default(),
        };
        if config.is_some() {
            // What is wrong in it is told even when no file of ours is met.
            judge.settings(&judge.folder.join("x"));
        }
        Ok(judge)
    }

    /// The settings for the file at the absolute `path`.
    pub fn settings(&self, path: &Path) -> Arc<FileSettings> {
        let folder = path.parent().unwrap_or(path);
        let known = self.lock().folders.get(folder).cloned();
        let loaded = known.unwrap_or_else(|| {
            let loaded = self.load(path);
            self.lock().folders.insert(folder.to_path_buf(), loaded.clone());
            loaded
        });
        Arc::new(FileSettings::new(Some(path), loaded, 0))
    }

    /// The settings files that count for the file at the absolute `path`, the nearest first, each with its settings.
    pub fn layers(&self, path: &Path) -> Vec<(PathBuf, Settings)> {
        self.loader.layers(path, &self.editor)
    }

    /// The version of the SDK that is found for the file at the absolute `path`, whatever the settings say.
    pub fn sdk_version(&self, path: &Path) -> Option<SdkVersion> {
        self.loader.sdk_version(path)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn load(&self, path: &Path) -> Loaded {
        let loaded = self.loader.load(Some(path), &self.editor);
        let mut state = self.lock();
        if let Some((_, changed)) = state.changed.iter().find(|(known, _)| Arc::ptr_eq(known, &loaded.settings)) {
            return Loaded { settings: changed.clone(), ..loaded };
        }
        for problem in loaded.problems.iter() {
            let place = problem.positions(Encoding::Utf16).map(|(start, _)| (start.line + 1, start.column + 1));
            state.problems.push(RunProblem {
                path: problem.path.as_deref().map(|path| names::shown(&self.folder, path)),
                place,
                message: problem.message.clone(),
                subject: ProblemSubject::Settings,
                gravity: Gravity::Failure,
            });
        }
        let changed = if self.select.is_empty() && self.ignore.is_empty() && self.preset.is_none() {
            loaded.settings.clone()
        } else {
            Arc::new(self.change(&loaded.settings))
        };
        state.changed.push((loaded.settings.clone(), changed.clone()));
        Loaded { settings: changed, ..loaded }
    }

    /// Removes findings that are less severe than the arguments ask for.
    pub fn keep(&self, mut analysis: Findings) -> Findings {
        analysis.findings.retain(|finding| finding.severity >= self.least);
        analysis.suppressed.retain(|suppressed| suppressed.finding.severity >= self.least);
        analysis
    }

    /// Returns the problems in the settings that were used so far.
    pub fn problems(&self) -> Vec<RunProblem> {
        self.lock().problems.clone()
    }

    fn change(&self, settings: &Settings) -> Settings {
        let mut settings = settings.clone();
        settings.preset = self.preset.or(settings.preset);
        for rule in RULES {
            let id = rule.meta.id;
            let wanted = (self.select.is_empty() || self.select.contains(id)) && !self.ignore.contains(id);
            if !wanted {
                let off = RuleSetting { severity: Some(None), ..RuleSetting::default() };
                settings.rules.insert(id.to_owned(), off);
            } else if self.select.contains(id) && !settings.is_on(rule.meta) {
                // Asked for, so neither "off" nor the preset counts.
                settings.rules.entry(id.to_owned()).or_default().severity = Some(Some(rule.meta.severity));
            }
        }
        settings
    }
}
