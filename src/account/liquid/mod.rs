//! The keys that a template takes from its data, read from its Liquid.
//!
//! The crates for Liquid refuse Customer.io's own tags and filters, and have no tree to walk. This reader knows just
//! enough: which paths are used, and whether the template renders without them. Anything unknown makes a template
//! *open*, so that nothing is reported about its data.

mod expression;
mod lex;
mod reader;
#[cfg(test)]
mod tests;

pub use reader::read;

use std::collections::{BTreeMap, BTreeSet};

/// The uses of data in a template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// The paths under `trigger`, each with whether the template renders without it.
    pub data: BTreeMap<Vec<String>, bool>,
    /// The snippets that it uses, each with whether it renders without it.
    pub snippets: BTreeMap<String, bool>,
    /// Names that begin a path and that nothing is known of: `data` in `{{ data.url }}`.
    pub unknown: BTreeSet<String>,
    /// True when it may use more than is seen: it takes keys that are known at run time only, or cannot be read to its
    /// end.
    pub open: bool,
}

impl Template {
    /// Adds what another part of the same template uses: it needs what either needs.
    pub fn add(&mut self, other: Self, optional: bool) {
        for (path, can_do_without) in other.data {
            let known = self.data.entry(path).or_insert(true);
            *known &= can_do_without || optional;
        }
        for (name, can_do_without) in other.snippets {
            let known = self.snippets.entry(name).or_insert(true);
            *known &= can_do_without || optional;
        }
        self.unknown.extend(other.unknown);
        self.open |= other.open;
    }
}
