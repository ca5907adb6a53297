//! The language server over its wire. Most tests drive the real ingress and server over a pipe in memory; a few start
//! the real binary. Nothing sleeps: a test waits for the message it needs.

#[path = "../support/planted.rs"]
mod planted;
mod support;

mod broken_imports;
mod call_hierarchy;
mod cancellation;
mod code_action_disable;
mod code_action_fix_all;
mod code_action_forms;
mod code_action_ranges;
mod code_action_refactor;
mod code_action_settings;
mod code_lens;
mod command;
mod completion;
mod crashes;
mod deadline;
mod documents;
mod encodings;
mod ending;
mod engine;
mod fix_workspace;
mod hover;
mod idle;
mod initialize;
mod inlay_hints;
mod languages;
mod limits;
mod load;
mod manifest;
mod modes;
mod names;
mod panics;
mod process;
mod project_outline;
mod protocol;
mod push;
mod rename;
mod secrets;
mod settings;
mod settings_file;
mod settle;
mod shown_code;
#[cfg(any(windows, target_vendor = "apple"))]
mod spelling;
mod stale;
mod symbols;
mod unknown;
mod uris;
mod wire;
mod workspace;
mod workspace_edits;
mod workspace_files;
mod workspace_folders;
mod workspace_progress;
mod workspace_pull;
