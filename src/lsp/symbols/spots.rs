//! The places of a name: where it is written, and where what holds it is passed on.

use super::in_sight::NamesInSight;
use crate::catalog::{Kind, KnownName, NameUse, WrittenForm};
use crate::text::TextRange;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// A name: what is meant at Customer.io.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// The kind of thing.
    pub kind: Kind,
    /// Its name.
    pub name: KnownName,
}

/// A place of a symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamePlace {
    /// The file.
    pub path: Arc<Path>,
    /// The name in it, or what passes it on.
    pub range: TextRange,
    /// The form in which the name is written there; `None` where it is passed on.
    pub form: Option<WrittenForm>,
    /// True for a constant, a member of an enumeration, …: no call is there that would send it.
    pub is_definition: bool,
}

/// The symbol that a place of the document stands for.
pub struct Pointed {
    /// The symbol.
    pub symbol: Symbol,
    /// The text that is the name.
    pub range: TextRange,
}

impl NamesInSight<'_> {
    /// The symbol that is written at an offset of the document: between the quotes of a string, at a key, at a number.
    pub fn symbol_at(&self, at: usize) -> Option<Pointed> {
        let here = |path: &Arc<Path>, found: &NameUse| {
            // Other files are not read for this.
            let file = found.written.as_ref()?.place.file.as_ref().unwrap_or(path);
            let (in_file, range, _) = (*file == self.path).then(|| self.written(path, found))??;
            let is_here = range.start() <= at && at <= range.end();
            (is_here && self.is_still_there(&in_file, range, &found.name)).then_some(range)
        };
        let found = self.all().filter_map(|(path, found)| Some((here(path, found)?, found)));
        // Of several, the innermost one.
        let (range, found) = found.min_by_key(|(range, _)| range.len())?;
        Some(Pointed { symbol: Symbol { kind: found.kind, name: found.name.clone() }, range })
    }

    /// The uses of a symbol, each with its file.
    pub fn uses_of<'s>(&'s self, symbol: &'s Symbol) -> impl Iterator<Item = (&'s Arc<Path>, &'s NameUse)> {
        self.all().filter(|(_, found)| found.kind == symbol.kind && found.name == symbol.name)
    }

    /// The place where a name is written, and how: of an environment variable, its name.
    pub fn written(&self, path: &Arc<Path>, found: &NameUse) -> Option<(Arc<Path>, TextRange, WrittenForm)> {
        let written = found.written.as_ref()?;
        let file = written.place.file.as_ref().unwrap_or(path);
        let range = match (&found.name, written.form) {
            (KnownName::Environment(name), WrittenForm::Variable) => {
                let text = self.text(file, written.place.range)?;
                let start = written.place.range.start() + text.rfind(name.as_str())?;
                TextRange::new(start, start + name.len())
            }
            _ => written.place.range,
        };
        Some((file.clone(), range, written.form))
    }

    /// Returns whether a name is at a place, as the client sees the file: another file may have changed a moment ago.
    pub fn is_still_there(&self, path: &Arc<Path>, range: TextRange, name: &KnownName) -> bool {
        self.text(path, range).is_some_and(|text| says(&text, name))
    }

    /// The places of a symbol, in the order of the files and of their texts; those of other texts than the client has
    /// are left out.
    pub fn spots(&self, symbol: &Symbol) -> Vec<NamePlace> {
        self.spots_where(symbol, |_| true)
    }

    /// The places of a symbol in the document. Other files are not read.
    pub fn spots_here(&self, symbol: &Symbol) -> Vec<NamePlace> {
        self.spots_where(symbol, |path| *path == self.path)
    }

    fn spots_where(&self, symbol: &Symbol, is_wanted: impl Fn(&Arc<Path>) -> bool) -> Vec<NamePlace> {
        let mut spots: BTreeMap<(Arc<Path>, TextRange), NamePlace> = BTreeMap::new();
        for (path, found) in self.uses_of(symbol) {
            let literal = found.written.as_ref().map(|written| written.place.file.as_ref().unwrap_or(path));
            let is_elsewhere = literal.is_some_and(|file| !is_wanted(file));
            let written = if is_elsewhere { None } else { self.written(path, found) };
            if let Some((file, range, form)) = &written
                && self.is_still_there(file, *range, &found.name)
            {
                let is_sent = found.origin.is_none();
                let spot = NamePlace { path: file.clone(), range: *range, form: Some(*form), is_definition: !is_sent };
                let known = spots.entry((file.clone(), *range)).or_insert(spot);
                known.is_definition &= !is_sent;
            }
            let is_passed = found.origin.is_some() || written.is_none() && !is_elsewhere;
            if is_passed && is_wanted(path) {
                let spot = NamePlace { path: path.clone(), range: found.at, form: None, is_definition: false };
                spots.entry((path.clone(), found.at)).or_insert(spot);
            }
        }
        spots.into_values().collect()
    }
}

/// Returns whether a text in a literal is a name.
fn says(text: &str, name: &KnownName) -> bool {
    match name {
        KnownName::Text(name) => text.trim() == name.trim() || text.contains('\\'),
        KnownName::Id(id) => text.trim().parse::<f64>().is_ok_and(|number| number == *id as f64),
        KnownName::Environment(name) => text == name,
        KnownName::Written(_) => false,
    }
}
