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
pub use item::{Plan, PlannedProject};
pub use types::{GENERATED, types};

/// The format of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFormat {
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
    /// Returns the plan in the JSON format, as data.
    pub fn to_json(&self) -> serde_json::Value {
        json::value(self)
    }

    /// Writes the plan, with a line end at its end.
    pub fn render(&self, format: PlanFormat) -> String {
        match format {
            PlanFormat::Text => text::render(self),
            PlanFormat::Json => json::render(self),
            PlanFormat::Markdown => markdown::render(self),
            PlanFormat::Csv => csv::render(self),
            PlanFormat::Account => account::render(self),
            PlanFormat::Types => types(self),
        }
    }
}
