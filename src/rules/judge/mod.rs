//! Judgements that more than one rule asks for. No rule lives here; each still decides alone what it reports.

pub mod account;
pub mod addresses;
pub mod broadcasts;
pub mod composed;
pub mod credentials;
pub mod entries;
pub mod environment;
pub mod errors;
pub mod event_names;
pub mod imports;
pub mod likeness;
pub mod limits;
pub mod lists;
pub mod messages;
pub mod operations;
pub mod payloads;
pub mod people;
pub mod pipelines;
pub mod promises;
pub mod recipients;
pub mod repairs;
pub mod requests;
pub mod segment_style;
pub mod timestamps;
pub mod words;
