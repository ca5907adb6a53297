//! `customerio-ls`: a language server, and the same engine for the command line, for code that talks to
//! Customer.io through the `customerio-node` SDK.
//!
//! Data runs one way:
//!
//! ```text
//! text -> syntax -> facts -> model -> rules -> findings -> { lsp | cli report }
//! ```
//!
//! | module | what it is for | may use |
//! |---|---|---|
//! | [`text`] | byte ranges, edits, positions in UTF-8, UTF-16 and UTF-32 | - |
//! | [`syntax`] | the language of a file, where in it code stands, its tree, incremental parsing; keeps text, tree and facts in step | text, facts |
//! | [`facts`] | what one file says, without tree nodes; the last module that sees one | text, syntax, finding |
//! | [`sdk`] | what `customerio-node` is, as data | - |
//! | [`finding`] | findings, fixes, suppressions | text, config, rules (metadata) |
//! | [`config`] | settings from files and editors | rules (metadata), finding, secrecy, text, workspace |
//! | [`model`] | SDK calls and the values of their arguments, in a file and across files | facts, sdk, text |
//! | [`rules`] | one file a rule; judges the model | model, sdk, finding, config, text |
//! | [`secrecy`] | what is a credential, by its shape and its place in the code, and hiding it | facts, text |
//! | [`workspace`] | the installed SDK version, `.env*` files, files on disk | sdk, text |
//! | [`project`] | which files of a project matter, and how they name each other | facts, model, sdk, syntax, text, workspace |
//! | [`analysis`] | the only door: a file and settings in, findings out | all above |
//! | [`repair`] | many fixes of one text, until none is left | analysis, finding, syntax, text |
//! | [`report`] | findings as text, JSON, SARIF | finding, rules (metadata), secrecy, text |
//! | [`pages`] | what people read of rules, categories, presets and status codes: for hovers, `explain` and the site | rules (metadata), sdk |
//! | [`cli`] | `check`, `rules`, `explain`, `schema`, `lsp` | analysis, config, finding, lsp, model, pages, project, repair, report, rules (metadata), sdk, secrecy, syntax, text, workspace |
//! | `lsp` | the protocol, and the projects of a session | analysis, config, finding, model, pages, project, repair, rules (metadata), sdk, secrecy, syntax, text, workspace |
//!
//! Modules know each other's types more freely than data flows: [`syntax`] holds the facts of its tree so that both are
//! always of the same text, [`facts`] hands comments to the suppressions in [`finding`] in the form that these take, and
//! settings name rules, of which they know the metadata. `tests/tidy/layers.rs` holds this table to the code.

pub mod analysis;
pub mod cli;
pub mod config;
pub mod facts;
pub mod finding;
#[cfg(feature = "lsp")]
pub mod lsp;
pub mod model;
pub mod pages;
pub mod project;
pub mod repair;
pub mod report;
pub mod rules;
pub mod sdk;
pub mod secrecy;
pub mod syntax;
pub mod text;
pub mod workspace;
