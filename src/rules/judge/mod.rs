//! Judgements that more than one rule asks for. No rule lives here; each still decides alone what it reports.

pub mod credentials;
pub mod event_names;
pub mod promises;
pub mod recipients;
pub mod requests;
pub mod timestamps;
