//! The questions about the file itself: its kind, its names, and the code around a place of it.

use super::prefilter::Mentioned;
use super::statement::{self, OwnLines};
use super::{exclusive_code, expected_failures, scope, sleeps, taken_globals};
use crate::eval::units::files::LocalFile;
use crate::facts::DocumentFacts;
use crate::model::Model;
use crate::model::arguments::null_checks;
use crate::model::calls::{call, sdk_calls};
use crate::model::clients::site;
use crate::model::credentials::sources;
use crate::text::{TextEdit, TextRange};
use smol_str::SmolStr;

/// The analyzed file.
#[derive(Clone, Copy)]
pub struct AnalyzedFile<'m, 'a>(pub(in crate::model) &'m Model<'a>);

impl<'m> AnalyzedFile<'m, '_> {
    /// Returns whether the file is a test or a mock: it replaces modules, or its path says so.
    pub fn is_test(self) -> bool {
        self.is_mocked() || sources::is_test(&self.0.eval)
    }
    /// Returns whether the file replaces modules by mocks, as tests do: its calls may send nothing.
    pub fn is_mocked(self) -> bool {
        *self.0.file.is_mocked.get_or_init(|| sdk_calls::mocks(&self.0.eval))
    }
    /// Returns whether a place is in code of a test that is to fail, or to be shown not to, so on purpose.
    pub fn is_expected_to_fail(self, range: TextRange) -> bool {
        let expected = self.0.file.expected_failures.get_or_init(|| {
            if self.mentioned().expectation { expected_failures::expected_failures(&self.0.eval) } else { Vec::new() }
        });
        expected.iter().any(|code| code.contains(range))
    }
    /// Returns whether the file is written with types, so that `!` is allowed in it.
    pub fn has_types(self) -> bool {
        sources::has_types(&self.0.eval, self.0.rope)
    }
    /// The directive `"use client"` that the file begins with: its imports are sent to the browser.
    pub fn use_client(self) -> Option<TextRange> {
        sources::use_client(&self.0.eval)
    }
    /// Returns what the file says of its code, when it is a document that shows code.
    pub fn document(self) -> Option<&'m DocumentFacts> {
        self.0.eval.units.files.facts(LocalFile::HERE).document()
    }
    /// All of the text.
    pub(crate) fn whole_text(self) -> &'m str {
        self.0.file.whole_text.get_or_init(|| self.0.rope.to_string())
    }
    /// The end of the last statement of the module.
    pub(crate) fn end_of_module(self) -> Option<usize> {
        let units = &self.0.eval.units;
        let root = units.unit(units.root(LocalFile::HERE));
        root.children.iter().map(|child| (child.start + child.len) as usize).max()
    }
    /// The lines of an expression that is a statement and shares them with no other.
    pub fn own_lines(self, range: TextRange) -> Option<OwnLines> {
        statement::own_lines(self.0.rope, range)
    }
    /// The names that the `.env*` files around the file set, examples included.
    pub fn variable_names(self) -> Vec<SmolStr> {
        self.0.eval.units.files.variable_names()
    }
    /// Returns whether the file reads an environment variable: `process.env.NAME`, `env("NAME")`.
    pub fn reads_variable(self, name: &str) -> bool {
        site::mentions(&self.0.eval, name)
    }
    /// Returns whether the file gives something a `toJSON`, as one does to have bigints in JSON.
    pub fn sets_to_json(self) -> bool {
        null_checks::sets_to_json(&self.0.eval)
    }
    /// Returns whether something with one of these names is called in a range of the file.
    pub fn calls_named(self, range: TextRange, names: &[&str]) -> bool {
        call::calls_named(&self.0.eval, range, names)
    }
    /// Returns whether something in a range of the analyzed file waits on purpose: `await sleep(10_000)`.
    pub fn waits_in(self, range: TextRange) -> bool {
        sleeps::waits_in(&self.0.eval, range)
    }
    /// Returns whether a variable or a parameter of this name may be used at an expression of the file.
    pub fn is_in_sight(self, expression: TextRange, name: &str) -> bool {
        scope::is_in_sight(&self.0.eval, expression, name)
    }
    /// Returns whether code at a place of the analyzed file is for the SDK alone: in a call, a request, a client or an
    /// import, or in a variable that only goes there.
    pub fn is_for_the_sdk_alone(self, range: TextRange) -> bool {
        let alone = self.0.file.for_the_sdk_alone.get_or_init(|| exclusive_code::for_the_sdk_alone(self.0));
        alone.iter().any(|own| own.contains(range))
    }
    /// Returns whether code that is put into the file says a name of a global by which the file means something else.
    /// The code there meant that before, too.
    pub fn writes_taken_global(self, edits: &[TextEdit]) -> bool {
        let taken = self.0.file.taken_globals.get_or_init(|| taken_globals::taken_globals(&self.0.eval));
        taken_globals::writes(taken, edits, &|range| self.0.text(range))
    }
    /// The words in the text that mark the file as relevant.
    pub(in crate::model) fn mentioned(self) -> Mentioned {
        *self.0.file.mentioned.get_or_init(|| Mentioned::in_text(self.0.rope))
    }
}
