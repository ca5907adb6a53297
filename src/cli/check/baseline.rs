//! `--baseline` and `--write-baseline`.

use super::{Args, names, problem};
use crate::disk::{read_named, utf8};
use crate::report::{Baseline, Gravity, Run, RunProblem, Stale};
use crate::text::count;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A baseline and its file.
pub struct Known {
    /// The file, absolute.
    file: PathBuf,
    /// The working directory.
    folder: PathBuf,
    baseline: Baseline,
}

impl Known {
    /// Reads the file of a baseline; one that is to be `written` need not exist.
    ///
    /// # Errors
    /// For people: it cannot be read.
    pub fn open(folder: &Path, file: &Path, written: bool) -> Result<Self, String> {
        let absolute = names::absolute(folder, file);
        let told = |why: String| format!("the baseline {} {why}", file.display());
        let baseline = match read_named(&absolute) {
            Ok(bytes) => {
                let text = utf8(&bytes).map_err(|error| told(error.to_string()))?;
                Baseline::read(text).map_err(told)?
            }
            Err(error) if error.kind() == ErrorKind::NotFound && written => Baseline::default(),
            Err(error) => {
                return Err(told(format!("cannot be read: {error}; --write-baseline writes one")));
            }
        };
        Ok(Self { file: absolute, folder: folder.to_path_buf(), baseline })
    }

    /// A file as the baseline names it: from where the baseline is.
    fn key(&self, shown: &str) -> String {
        let path = names::absolute(&self.folder, Path::new(shown));
        names::shown(self.file.parent().unwrap_or(&self.folder), &path)
    }

    /// The path of a file that the baseline names.
    fn path(&self, key: &str) -> PathBuf {
        names::absolute(self.file.parent().unwrap_or(&self.folder), Path::new(key))
    }

    /// Removes the known findings from a run, and reports the entries that are no longer of use. Where the arguments
    /// narrow the search, that is unknown.
    pub fn apply(&self, args: &Args, run: &mut Run) {
        let stale = self.baseline.apply(run, &|shown| self.key(shown), &|key| self.path(key).exists());
        if !args.narrows() {
            run.problems.extend(stale.iter().map(|stale| self.told(stale)));
            run.problems.sort();
        }
    }

    fn told(&self, Stale { path, rule, count: n }: &Stale) -> RunProblem {
        let shown = names::shown(&self.folder, &self.path(path));
        let findings = count(*n, "finding");
        let message =
            format!("no longer has {findings} of {rule} that the baseline lists; update it with --write-baseline");
        problem(shown, message, Gravity::Note)
    }

    /// Writes the findings of a run, and returns the message about it.
    ///
    /// # Errors
    /// For people: it cannot be written.
    pub fn write(mut self, run: &Run) -> Result<String, String> {
        let mut baseline = std::mem::take(&mut self.baseline);
        baseline.update(run, &|shown| self.key(shown), &|key| self.path(key).exists());
        super::reports::write(&self.file, &baseline.text())?;
        let (findings, files) = baseline.size();
        let file = names::shown(&self.folder, &self.file);
        Ok(format!("Wrote {} in {} to {file}.", count(findings, "finding"), count(files, "file")))
    }
}
