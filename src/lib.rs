//! `customerio-ls`: a language server, and the same engine for the command line, for code that talks to
//! Customer.io through the `customerio-node` SDK.
//!
//! Data runs one way:
//!
//! ```text
//! text -> syntax -> facts -> values -> model -> rules -> findings -> { lsp | cli report }
//! ```
//!
//! | module | purpose | may use |
//! |---|---|---|
//! | [`text`] | byte ranges, edits, positions in UTF-8, UTF-16 and UTF-32 | - |
//! | [`sdk`] | `customerio-node`, as data | - |
//! | [`finding`] | findings and fixes | text |
//! | [`syntax`] | the language of a file, the places of code in it, its tree, incremental parsing | text |
//! | [`facts`] | the contents of one file, without tree nodes; the last module that sees one | text, syntax |
//! | [`source`] | text, tree and facts of a file in step, and queries on all three | text, syntax, facts |
//! | `eval` | the values of expressions, in a file and across files | facts, sdk, text |
//! | `flow` | the fate of promises and their failures, and the order in which code runs | eval, facts, text |
//! | [`model`] | the SDK as a file uses it: clients, calls, requests, events, webhooks | eval, facts, flow, sdk, text |
//! | [`rewrite`] | rewrites of the code around a call, for fixes and refactorings | eval, facts, flow, model, sdk, text |
//! | [`settings`] | settings from files and editors | rules (metadata), sdk, finding, secrecy, text, disk |
//! | [`rules`] | one file a rule; checks the model | model, rewrite, sdk, finding, settings, text |
//! | [`suppress`] | suppression comments and their repair | settings, facts, finding, rules (metadata), text |
//! | [`secrecy`] | credentials, by their shape and their place in the code, and hiding them | facts, text |
//! | [`disk`] | the installed SDK version, `.env*` files, files on disk | sdk, text |
//! | [`project`] | the files of a project that matter, and how they name each other | facts, model, sdk, source, syntax, text, disk |
//! | [`catalog`] | the names that a project sends or uses from the account, with places, for lists and the editor | model, sdk, text |
//! | [`plan`] | the tracking plan that the code already is, as text, tables and types | catalog, settings, text |
//! | [`engine`] | the only door: texts and settings in, findings out; projects that change | all above |
//! | [`report`] | findings as text, JSON, SARIF | finding, rules (metadata), secrecy, suppress, text |
//! | [`rule_docs`] | the documentation of rules, categories, presets and status codes: for hovers, `explain` and the site | rules (metadata), sdk |
//! | `account` | what the account has, asked for by its APIs; the only room that opens a socket | sdk, secrecy, text |
//! | [`cli`] | `check`, `events`, `pull`, `doctor`, `why`, `report`, `rules`, `explain`, `schema`, `lsp` | account, engine, catalog, settings, finding, lsp, model, plan, rule_docs, project, report, rules (metadata), sdk, secrecy, source, syntax, text, disk |
//! | `lsp` | the protocol, and the projects of a session | catalog, engine, settings, finding, model, plan, rule_docs, project, rewrite, rules (metadata), sdk, secrecy, source, suppress, syntax, text, disk |
//! | [`testing`] | the door for tests, benches and tools | all above |
//!
//! A few words mean one thing throughout:
//!
//! | word | meaning |
//! |---|---|
//! | unit | the facts of one top-level statement, the smallest piece that is read again after an edit |
//! | node | an expression, by its unit and its number there; not a syntax node |
//! | frame | a call under evaluation: the values of the function's parameters in it |
//! | client | a client of the SDK; the language client is the *editor* or the *LSP client* |
//! | through | the function of the project that makes a call of the SDK for its caller: a wrapper |
//! | to reach | a file reaches the SDK when it imports it, over however many files, or names a host of Customer.io |
//! | trace | what one file does that files are compared by: its events, its clients, the people it identifies |
//! | stopped | a place where the evaluation ended because the code there is too large; always reported |
//!
//! Settings name rules, of which they know the metadata. `tests/tidy/layers.rs` holds this table to the code.

// The documentation is for those who work on it: `cargo doc --document-private-items`.
#![allow(rustdoc::private_intra_doc_links)]
// Without the server or the account, what only they use is unused.
#![cfg_attr(not(all(feature = "lsp", feature = "account")), allow(dead_code, unused_imports))]

#[cfg(feature = "account")]
mod account;
mod catalog;
pub mod cli;
mod disk;
mod engine;
mod eval;
mod facts;
mod finding;
mod flow;
#[cfg(feature = "lsp")]
mod lsp;
mod model;
mod plan;
mod project;
mod report;
mod rewrite;
mod rule_docs;
mod rules;
mod sdk;
mod secrecy;
mod settings;
mod source;
mod suppress;
mod syntax;
#[doc(hidden)]
pub mod testing;
mod text;
