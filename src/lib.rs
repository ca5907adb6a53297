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
//! | [`syntax`] | the language of a file, where in it code stands, its tree, incremental parsing | text |
//! | [`facts`] | what one file says, without tree nodes; the last room that sees one | text, syntax |
//! | [`source`] | text, tree and facts of a file in step, and what is asked of all three | text, syntax, facts |
//! | [`sdk`] | what `customerio-node` is, as data | - |
//! | [`finding`] | findings and fixes | text |
//! | [`config`] | settings from files and editors | rules (metadata), finding, secrecy, text, workspace |
//! | [`model`] | SDK calls and the values of their arguments, in a file and across files | facts, sdk, text |
//! | [`rules`] | one file a rule; judges the model | model, sdk, finding, config, text |
//! | [`suppress`] | suppression comments and their repair | config, facts, finding, rules (metadata), text |
//! | [`secrecy`] | what is a credential, by its shape and its place in the code, and hiding it | facts, text |
//! | [`workspace`] | the installed SDK version, `.env*` files, files on disk | sdk, text |
//! | [`project`] | which files of a project matter, and how they name each other | facts, model, sdk, source, syntax, text, workspace |
//! | [`analysis`] | the only door: a file and settings in, findings out | all above |
//! | [`repair`] | many fixes of one text, until none is left | analysis, finding, source, text |
//! | [`report`] | findings as text, JSON, SARIF | finding, rules (metadata), secrecy, suppress, text |
//! | [`pages`] | what people read of rules, categories, presets and status codes: for hovers, `explain` and the site | rules (metadata), sdk |
//! | [`cli`] | `check`, `rules`, `explain`, `schema`, `lsp` | analysis, config, finding, lsp, model, pages, project, repair, report, rules (metadata), sdk, secrecy, source, syntax, text, workspace |
//! | `lsp` | the protocol, and the projects of a session | analysis, config, finding, model, pages, project, repair, rules (metadata), sdk, secrecy, source, suppress, syntax, text, workspace |
//!
//! Settings name rules, of which they know the metadata. `tests/tidy/layers.rs` holds this table to the code.

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
pub mod source;
pub mod suppress;
pub mod syntax;
pub mod text;
pub mod workspace;
