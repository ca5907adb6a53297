//! The effect of the markup around code on that code.

use super::unit::{Binding, BindingSource, ExportStatement, Exported, Target, Unit, Write};
use super::{FileFacts, ScopeId};
use crate::syntax::{Language, Scripts};
use crate::text::TextRange;
use memchr::memmem;
use ropey::Rope;
use smol_str::SmolStr;
use std::sync::Arc;

impl FileFacts {
    /// Adds the facts that follow from the markup around the code in a file of `language`. A comment across blocks is
    /// not one.
    ///
    /// A variable of the module that the markup names is exported to it. When it can be written to, it may be written
    /// to there (`@click="x = 1"`, `bind:value={x}`), no matter with what; in Svelte, the user of the component sets
    /// its exports. The markup of Astro is made once, and nothing happens in it.
    pub fn add_markup(&mut self, rope: &Rope, scripts: &Scripts, language: Language) {
        let blocks = &scripts.blocks;
        if language.is_document() {
            return;
        }
        self.comments.retain(|comment| blocks.iter().any(|block| block.contains(comment.range)));
        self.repeated.clone_from(&scripts.repeated);
        let variables = self.variables();
        if variables.is_empty() {
            return;
        }
        let markup = around(rope, blocks);
        let local = |name: SmolStr| ExportStatement { what: Exported::Local(name.clone()), name };
        let written =
            |name| Write { target: Target::Name(name, ScopeId(0)), op: None, value: None, range: TextRange::default() };
        let (mut exports, mut writes) = (Vec::new(), Vec::new());
        for (name, constant) in variables {
            let named = names(&markup, &name);
            let set = named && language != Language::Astro || language == Language::Svelte && self.exports(&name);
            if set && !constant {
                writes.push(written(name.clone()));
            }
            if named {
                exports.push(local(name));
            }
        }
        // The root is recreated with every change, so nothing is left in it of an older text.
        if let Some(root) = Arc::<Unit>::get_mut(&mut self.root) {
            root.exports.extend(exports);
            root.writes.extend(writes);
        }
    }

    /// The variables of the module, and whether they are constant.
    fn variables(&self) -> Vec<(SmolStr, bool)> {
        let units = self.root.children.iter().map(|child| &*child.unit);
        let scopes = units.filter_map(|unit| Some((unit, unit.scopes.first()?)));
        let bindings = scopes.flat_map(|(unit, scope)| scope.bindings.iter().map(|id| &unit.bindings[id.index()]));
        let variable = |binding: &Binding| match binding.source {
            BindingSource::Variable { constant, .. } => Some((binding.name.clone(), constant)),
            _ => None,
        };
        bindings.filter_map(variable).collect()
    }

    /// Returns whether the module exports a name of its own.
    fn exports(&self, name: &str) -> bool {
        let mut exports = self.root.children.iter().flat_map(|child| &child.unit.exports);
        exports.any(|export| matches!(&export.what, Exported::Local(local) if local == name))
    }
}

/// The text around the blocks.
fn around(rope: &Rope, blocks: &[TextRange]) -> String {
    let mut markup = String::new();
    let mut at = 0;
    for block in blocks.iter().copied().chain([TextRange::new(rope.len_bytes(), rope.len_bytes())]) {
        markup.extend(rope.byte_slice(at..block.start()).chunks());
        // What stands before a block and after it is no word together.
        markup.push(' ');
        at = block.end();
    }
    markup
}

/// Returns whether a text has a word.
fn names(text: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    memmem::find_iter(text.as_bytes(), word.as_bytes()).any(|at| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        !before.ends_with(is_part) && !after.starts_with(is_part)
    })
}
