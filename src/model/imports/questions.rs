//! The questions about imports: those of the SDK, those that are mistaken for it, and what is taken of them.

use super::manifest::{self, MistakenWanted, SdkWanted};
use super::sdk::{self, EnumMember, ImportsFound, SdkImport};
use super::symbols::{self, ExportName};
use crate::eval::units::files::LocalFile;
use crate::model::Model;

/// The imports of the SDK.
#[derive(Clone, Copy)]
pub struct Imports<'m, 'a>(pub(in crate::model) &'m Model<'a>);

impl<'m> Imports<'m, '_> {
    /// Returns the file's imports of the SDK, in the order of the text.
    pub fn of_sdk(self) -> &'m [SdkImport] {
        &self.found().of_sdk
    }
    /// Returns the file's imports of packages that are mistaken for the SDK, in the order of the text. One that is
    /// there by that name, as a module of the project or installed, is left out.
    pub fn mistaken(self) -> &'m [SdkImport] {
        &self.found().mistaken
    }
    /// Returns the file's entry for the SDK, when it is a `package.json` that asks for it.
    pub fn sdk_wanted(self) -> Option<SdkWanted> {
        manifest::sdk_wanted(self.0.eval.units.files)
    }
    /// Returns the packages that the file asks for in place of the SDK, when it is a `package.json`.
    pub fn mistaken_wanted(self) -> Vec<MistakenWanted> {
        manifest::mistaken_wanted(self.0.eval.units.files, self.0.rope, self.0.version())
    }
    /// The members that the file takes of the SDK's enumerations (and of its other exports), in the order of the text.
    pub fn enum_members(self) -> &'m [EnumMember] {
        self.0.imports.enum_members.get_or_init(|| sdk::enum_members(&self.0.eval))
    }
    /// The way to name an export of the SDK in the analyzed file; `None` when the file does not import the SDK by
    /// itself.
    pub fn symbol(self, export: &str) -> Option<ExportName> {
        symbols::symbol(&self.0.eval, self.0.rope, export)
    }
    /// Returns whether the file imports a module whose name begins like this: `$env/`.
    pub fn any_begins_with(self, prefix: &str) -> bool {
        let units = &self.0.eval.units;
        let mut imports = units.statements(LocalFile::HERE).flat_map(|unit| &units.unit(unit).imports);
        imports.any(|import| import.module.starts_with(prefix))
    }
    fn found(self) -> &'m ImportsFound {
        self.0.imports.found.get_or_init(|| sdk::imports(&self.0.eval, self.0.rope))
    }
}
