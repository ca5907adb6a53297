//! The tracking plan that the code already is: every event, attribute, message, broadcast and segment that a project
//! names, with its places, its data, and the account's entry for it. [`Plan`] is the plan as data; the other files
//! write it.
//!
//! The same project gives the same plan: everything is sorted, and nothing in it depends on when or where it was made.

mod account;
mod check;
mod csv;
mod item;
mod json;
mod markdown;
mod row;
mod text;
mod types;

pub use check::{Committed, drift};
pub use item::{Item, Place, Plan, Project, Standing};
pub use types::{GENERATED, types};

/// The format of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Text,
    /// One JSON object.
    Json,
    /// Tables in Markdown.
    Markdown,
    /// One line for each name and each key of its data.
    Csv,
    /// The lists of `account` in `customerio.json`.
    Account,
    /// TypeScript types.
    Types,
}

impl Plan {
    /// Writes the plan, with a line end at its end.
    pub fn render(&self, format: Format) -> String {
        match format {
            Format::Text => text::render(self),
            Format::Json => json::render(self),
            Format::Markdown => markdown::render(self),
            Format::Csv => csv::render(self),
            Format::Account => account::render(self),
            Format::Types => types(self),
        }
    }
}
