//! The client's capabilities that matter to the server, and the server's own.

use crate::text::Encoding;
use serde_json::{Value, json};
use tower_lsp::lsp_types::{
    CallHierarchyServerCapability, CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CodeLensOptions,
    CompletionOptions, DiagnosticOptions, DiagnosticServerCapabilities, DocumentLinkOptions, ExecuteCommandOptions,
    FileOperationFilter, FileOperationPattern, FileOperationRegistrationOptions, HoverProviderCapability, OneOf,
    PositionEncodingKind, RenameOptions, SaveOptions, ServerCapabilities, TextDocumentSyncCapability,
    TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions, WorkDoneProgressOptions,
    WorkspaceFileOperationsServerCapabilities, WorkspaceFoldersServerCapabilities, WorkspaceServerCapabilities,
};

/// The characters after which a client asks for completions by itself: those that begin a string.
const TRIGGERS: [&str; 3] = ["\"", "'", "`"];

/// The command that writes what the account contains to a file.
pub const PULL_ACCOUNT: &str = "customerio.pullAccount";
/// The command that examines clients, keys and regions.
pub const RUN_DOCTOR: &str = "customerio.runDoctor";
/// The command that shows the documentation of a rule.
pub const SHOW_RULE: &str = "customerio.showRuleDocumentation";
/// The command that applies all safe fixes in the workspace.
pub const FIX_WORKSPACE: &str = "customerio.fixAllInWorkspace";

/// The command of a client that shows places beside the one that they are about. Its arguments are the document's URI, the
/// position there, and the places as `Location[]`.
pub const SHOW_REFERENCES: &str = "customerio.showReferences";
/// The key of `initializationOptions` by which a client wants the call hierarchy. Not by its capabilities: most editors
/// ask one server for it, and the TypeScript server knows more functions.
pub const CALL_HIERARCHY: &str = "callHierarchy";
/// The command that creates a settings file.
pub const CREATE_SETTINGS: &str = "customerio.createSettingsFile";

/// The request for the outline of the projects.
pub const OUTLINE: &str = "customerio/outline";
/// The server's request to ask for it again.
pub const OUTLINE_REFRESH: &str = "customerio/outline/refresh";
/// The key of both sides' experimental capabilities for it.
const OUTLINE_CAPABILITY: &str = "customerioOutline";

/// Fix everything that is safe to fix, by this tool alone.
pub const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.customerio");

/// The operations on files that the client reports.
#[derive(Clone, Copy, Debug, Default)]
pub struct FileOperations {
    /// `workspace/didCreateFiles`
    pub create: bool,
    /// `workspace/didRenameFiles`
    pub rename: bool,
    /// `workspace/didDeleteFiles`
    pub delete: bool,
}

/// The client's side. Read key by key: whatever is absent, null or of another shape is not supported.
#[derive(Clone, Debug, Default)]
pub struct Capabilities {
    /// The unit that columns count in this session.
    pub encoding: Encoding,
    /// The client asks for diagnostics, and asks again when requested to; nothing is pushed then. Both at once would
    /// show everything twice.
    pub pull: bool,
    /// The client can be asked to ask again.
    pub refresh: bool,
    /// The client can be asked to ask for inlay hints again.
    pub refresh_hints: bool,
    /// The client can be asked to ask for code lenses again.
    pub refresh_lenses: bool,
    /// The client has the command [`SHOW_REFERENCES`], and says so as rust-analyzer's clients do.
    pub shows_references: bool,
    /// The client can be asked to ask for the outline of the projects again.
    pub refresh_outline: bool,
    /// The client answers `workspace/configuration`.
    pub configuration: bool,
    /// Diagnostics may carry related information.
    pub related: bool,
    /// Diagnostics may carry the link to their rule's documentation. A client that does not say is not disturbed by it.
    pub code_description: bool,
    /// Diagnostics may be tagged as unnecessary code.
    pub unnecessary: bool,
    /// Edits may be versioned.
    pub document_changes: bool,
    /// The client applies edits when it is asked to.
    pub applies_edits: bool,
    /// Edits may create files.
    pub create_files: bool,
    /// Code actions may be marked as the preferred one.
    pub preferred: bool,
    /// Code actions need not be commands. Without it none are offered: all of ours are edits.
    pub code_actions: bool,
    /// The edit of a code action may follow when the action is chosen.
    pub resolves_edits: bool,
    /// Hovers may be Markdown; otherwise they are plain text.
    pub hover_markdown: bool,
    /// Changes of settings must be asked for.
    pub register_configuration: bool,
    /// Changes of files can be asked for.
    pub register_watched_files: bool,
    /// The client shows how far long work has come, and lets people cancel it.
    pub progress: bool,
    /// The client opens documents at a place when it is asked to.
    pub show_document: bool,
    /// The client asks people a question, and tells what they chose.
    pub asks_people: bool,
    /// The client reports files that users create, rename or delete in it.
    pub file_operations: FileOperations,
    /// Edits may say what follows from them, and ask before they are applied.
    pub change_annotations: bool,
    /// Definitions may say what they are the definition of.
    pub definition_links: bool,
    /// The symbols of a document may be a tree.
    pub symbol_trees: bool,
    /// Completions may have places to fill in.
    pub snippets: bool,
    /// The documentation of completions may be Markdown; otherwise it is plain text.
    pub completion_markdown: bool,
    /// The client asks for these at a place.
    pub asks: Asks,
    /// The editor's process.
    pub parent: Option<u32>,
}

/// The requests about names that the client makes. What it does not know is not offered.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asks {
    /// `textDocument/references`
    pub references: bool,
    /// `textDocument/documentHighlight`
    pub highlights: bool,
    /// `textDocument/inlayHint`
    pub inlay_hints: bool,
    /// `textDocument/codeLens`
    pub code_lenses: bool,
    /// `textDocument/prepareCallHierarchy`, and it [wants](CALL_HIERARCHY) ours
    pub call_hierarchy: bool,
    /// `textDocument/definition`
    pub definition: bool,
    /// `textDocument/rename`
    pub rename: bool,
    /// `textDocument/prepareRename`
    pub prepare_rename: bool,
    /// `textDocument/completion`
    pub completion: bool,
    /// `workspace/symbol`
    pub workspace_symbols: bool,
    /// `textDocument/documentSymbol`
    pub document_symbols: bool,
    /// `textDocument/documentLink`
    pub links: bool,
}

impl FileOperations {
    /// Returns the events that the server subscribes to: everything, for a folder that moves takes its files along.
    fn server(self) -> Option<WorkspaceFileOperationsServerCapabilities> {
        if !(self.create || self.rename || self.delete) {
            return None;
        }
        let pattern = FileOperationPattern { glob: "**".to_owned(), matches: None, options: None };
        let filter = FileOperationFilter { scheme: Some("file".to_owned()), pattern };
        let all = FileOperationRegistrationOptions { filters: vec![filter] };
        Some(WorkspaceFileOperationsServerCapabilities {
            did_create: self.create.then(|| all.clone()),
            did_rename: self.rename.then(|| all.clone()),
            did_delete: self.delete.then_some(all),
            ..WorkspaceFileOperationsServerCapabilities::default()
        })
    }
}

/// The key of `initializationOptions` that names the unit of columns of a client that cannot announce it: some count
/// bytes without knowing that there is a choice, and put each edit after an emoji into the wrong place.
pub const POSITION_ENCODING: &str = "positionEncoding";

fn unannounced_encoding(params: &Value) -> Encoding {
    encoding_named(&params["initializationOptions"][POSITION_ENCODING]).unwrap_or_default()
}

/// Returns the unit of columns with this name in the protocol.
pub fn encoding_named(name: &Value) -> Option<Encoding> {
    match name.as_str()? {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16" => Some(Encoding::Utf16),
        "utf-32" => Some(Encoding::Utf32),
        _ => None,
    }
}

impl Capabilities {
    /// From the parameters of `initialize`, as they came.
    pub fn of(params: &Value) -> Self {
        let capability = |pointer: &str| params.pointer(&format!("/capabilities{pointer}")).unwrap_or(&Value::Null);
        let is = |pointer: &str| capability(pointer) == &Value::Bool(true);
        let offers = |pointer: &str, word: &Value| capability(pointer).as_array().is_some_and(|a| a.contains(word));
        let refresh = is("/workspace/diagnostics/refreshSupport");
        let pushes = capability("/textDocument/publishDiagnostics").is_object();
        Self {
            encoding: match capability("/general/positionEncodings") {
                Value::Null => unannounced_encoding(params),
                // The first one is the one that it likes best: some can do no other, though they list it.
                listed => listed.as_array().into_iter().flatten().find_map(encoding_named).unwrap_or_default(),
            },
            // Who asks but cannot be told to ask again would keep stale findings after a change of settings, until the
            // next keystroke: pushing serves it better.
            pull: capability("/textDocument/diagnostic").is_object() && (refresh || !pushes),
            refresh,
            refresh_hints: is("/workspace/inlayHint/refreshSupport"),
            refresh_lenses: is("/workspace/codeLens/refreshSupport"),
            shows_references: offers("/experimental/commands/commands", &SHOW_REFERENCES.into()),
            refresh_outline: is(&format!("/experimental/{OUTLINE_CAPABILITY}/refreshSupport")),
            configuration: is("/workspace/configuration"),
            related: is("/textDocument/publishDiagnostics/relatedInformation"),
            code_description: capability("/textDocument/publishDiagnostics/codeDescriptionSupport")
                != &Value::Bool(false),
            unnecessary: offers("/textDocument/publishDiagnostics/tagSupport/valueSet", &1.into()),
            document_changes: is("/workspace/workspaceEdit/documentChanges"),
            applies_edits: is("/workspace/applyEdit"),
            create_files: is("/workspace/workspaceEdit/documentChanges")
                && offers("/workspace/workspaceEdit/resourceOperations", &"create".into()),
            preferred: is("/textDocument/codeAction/isPreferredSupport"),
            code_actions: capability("/textDocument/codeAction/codeActionLiteralSupport").is_object(),
            resolves_edits: is("/textDocument/codeAction/dataSupport")
                && offers("/textDocument/codeAction/resolveSupport/properties", &"edit".into()),
            // The first one is the one that it likes best.
            hover_markdown: capability("/textDocument/hover/contentFormat/0") == "markdown",
            register_configuration: is("/workspace/didChangeConfiguration/dynamicRegistration"),
            register_watched_files: is("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            progress: is("/window/workDoneProgress"),
            show_document: is("/window/showDocument/support"),
            asks_people: capability("/window/showMessage").is_object(),
            file_operations: FileOperations {
                create: is("/workspace/fileOperations/didCreate"),
                rename: is("/workspace/fileOperations/didRename"),
                delete: is("/workspace/fileOperations/didDelete"),
            },
            change_annotations: capability("/workspace/workspaceEdit/changeAnnotationSupport").is_object(),
            symbol_trees: is("/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
            snippets: is("/textDocument/completion/completionItem/snippetSupport"),
            completion_markdown: capability("/textDocument/completion/completionItem/documentationFormat/0")
                == "markdown",
            definition_links: is("/textDocument/definition/linkSupport"),
            asks: Asks {
                references: capability("/textDocument/references").is_object(),
                highlights: capability("/textDocument/documentHighlight").is_object(),
                inlay_hints: capability("/textDocument/inlayHint").is_object(),
                code_lenses: capability("/textDocument/codeLens").is_object(),
                call_hierarchy: capability("/textDocument/callHierarchy").is_object()
                    && params["initializationOptions"][CALL_HIERARCHY] == Value::Bool(true),
                definition: capability("/textDocument/definition").is_object(),
                rename: capability("/textDocument/rename").is_object(),
                workspace_symbols: capability("/workspace/symbol").is_object(),
                document_symbols: capability("/textDocument/documentSymbol").is_object(),
                links: capability("/textDocument/documentLink").is_object(),
                completion: capability("/textDocument/completion").is_object(),
                prepare_rename: is("/textDocument/rename/prepareSupport"),
            },
            parent: params.get("processId").and_then(Value::as_u64).and_then(|pid| u32::try_from(pid).ok()),
        }
    }

    /// The server's side. Only what works is announced: commands where there is a program for them.
    pub fn server(&self, has_program: bool) -> ServerCapabilities {
        let encoding = match self.encoding {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        };
        let sync = TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
            ..TextDocumentSyncOptions::default()
        };
        let actions = CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, CodeActionKind::REFACTOR_REWRITE, FIX_ALL]),
            resolve_provider: self.resolves_edits.then_some(true),
            ..CodeActionOptions::default()
        };
        let pull = DiagnosticOptions {
            identifier: Some("customerio".to_owned()),
            inter_file_dependencies: true,
            workspace_diagnostics: true,
            ..DiagnosticOptions::default()
        };
        let rename = if self.asks.prepare_rename {
            OneOf::Right(RenameOptions {
                prepare_provider: Some(true),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            })
        } else {
            OneOf::Left(true)
        };
        let mut commands = Vec::new();
        if has_program {
            commands.extend([PULL_ACCOUNT, RUN_DOCTOR, CREATE_SETTINGS].map(str::to_owned));
        }
        if self.show_document && self.code_actions {
            commands.push(SHOW_RULE.to_owned());
        }
        if self.applies_edits {
            commands.push(FIX_WORKSPACE.to_owned());
        }
        ServerCapabilities {
            completion_provider: self.asks.completion.then(|| CompletionOptions {
                trigger_characters: Some(TRIGGERS.map(str::to_owned).to_vec()),
                resolve_provider: Some(true),
                ..CompletionOptions::default()
            }),
            workspace_symbol_provider: self.asks.workspace_symbols.then_some(OneOf::Left(true)),
            document_symbol_provider: self.asks.document_symbols.then_some(OneOf::Left(true)),
            document_link_provider: self.asks.links.then_some(DocumentLinkOptions {
                resolve_provider: None,
                work_done_progress_options: WorkDoneProgressOptions::default(),
            }),
            references_provider: self.asks.references.then_some(OneOf::Left(true)),
            document_highlight_provider: self.asks.highlights.then_some(OneOf::Left(true)),
            inlay_hint_provider: self.asks.inlay_hints.then_some(OneOf::Left(true)),
            code_lens_provider: self.asks.code_lenses.then_some(CodeLensOptions { resolve_provider: Some(true) }),
            call_hierarchy_provider: self.asks.call_hierarchy.then_some(CallHierarchyServerCapability::Simple(true)),
            definition_provider: self.asks.definition.then_some(OneOf::Left(true)),
            rename_provider: self.asks.rename.then_some(rename),
            position_encoding: Some(encoding),
            execute_command_provider: (!commands.is_empty())
                .then(|| ExecuteCommandOptions { commands, ..ExecuteCommandOptions::default() }),
            text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
            code_action_provider: self.code_actions.then_some(CodeActionProviderCapability::Options(actions)),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            workspace: Some(WorkspaceServerCapabilities {
                workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                    supported: Some(true),
                    change_notifications: Some(OneOf::Left(true)),
                }),
                file_operations: self.file_operations.server(),
            }),
            experimental: Some(json!({ OUTLINE_CAPABILITY: true })),
            diagnostic_provider: self.pull.then_some(DiagnosticServerCapabilities::Options(pull)),
            ..ServerCapabilities::default()
        }
    }
}
