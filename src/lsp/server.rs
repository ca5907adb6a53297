//! The handlers. They forward, nothing else; everything that changes state does so before the first await.

use super::capabilities::{Capabilities, FIX_WORKSPACE, SHOW_RULE};
use super::session::Session;
use super::symbols::{definition, highlight, outline, references, rename, workspace_symbols};
use super::uris::paths_of;
use super::{
    calls, code_action, command, completion, configuration, diagnostics, document_links, hover, inlay_hints,
    project_outline, settings_file, sync, workspace,
};
use std::path::PathBuf;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::lsp_types::{
    CallHierarchyIncomingCall, CallHierarchyIncomingCallsParams, CallHierarchyItem, CallHierarchyOutgoingCall,
    CallHierarchyOutgoingCallsParams, CallHierarchyPrepareParams, CodeAction, CodeActionParams, CodeActionResponse,
    CodeLens, CodeLensParams, CompletionItem, CompletionParams, CompletionResponse, CreateFilesParams,
    DeleteFilesParams, DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
    DocumentDiagnosticParams, DocumentDiagnosticReportResult, DocumentHighlight, DocumentHighlightParams, DocumentLink,
    DocumentLinkParams, DocumentSymbolParams, DocumentSymbolResponse, ExecuteCommandParams, GotoDefinitionParams,
    GotoDefinitionResponse, Hover, HoverParams, InitializeParams, InitializeResult, InitializedParams, InlayHint,
    InlayHintParams, Location, NumberOrString, PrepareRenameResponse, ReferenceParams, RenameFilesParams, RenameParams,
    ServerInfo, SymbolInformation, TextDocumentPositionParams, Url, WorkDoneProgressCancelParams,
    WorkspaceDiagnosticParams, WorkspaceDiagnosticReportResult, WorkspaceEdit, WorkspaceSymbolParams,
};
use tower_lsp::{LanguageServer, async_trait};

/// The server that tower-lsp talks to.
pub struct Server(pub Session);

impl Server {
    /// `window/workDoneProgress/cancel`, which tower-lsp does not know.
    pub async fn cancel_progress(&self, params: WorkDoneProgressCancelParams) {
        if let NumberOrString::String(token) = params.token {
            self.0.workspace().give_up(&token);
        }
    }

    /// `customerio/outline`
    ///
    /// # Errors
    /// When the computation crashes.
    pub async fn outline(&self) -> Result<serde_json::Value> {
        project_outline::answer(&self.0).await
    }

    fn on_disk(&self, paths: impl Iterator<Item = PathBuf>) {
        configuration::reconsider(&self.0, || self.0.workspace().on_disk(paths));
    }
}

/// The paths of a URI that is written out.
fn paths_at(uri: &str) -> Vec<PathBuf> {
    Url::parse(uri).map(|uri| paths_of(&uri)).unwrap_or_default()
}

#[async_trait]
impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        // The ingress put the client's parameters there, as they came.
        let original = params.initialization_options.unwrap_or_default();
        let client = Capabilities::of(&original);
        let capabilities = client.server(self.0.program().is_some());
        self.0.start(client);
        configuration::initialize(&self.0, &original);
        let server_info =
            ServerInfo { name: env!("CARGO_PKG_NAME").to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) };
        Ok(InitializeResult { capabilities, server_info: Some(server_info) })
    }

    async fn initialized(&self, _: InitializedParams) {
        configuration::initialized(&self.0);
        workspace::supervisor::start(&self.0);
    }

    async fn shutdown(&self) -> Result<()> {
        self.0.workspace().stop();
        self.0.children().end();
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        configuration::reconsider(&self.0, || sync::open(&self.0, params));
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        sync::change(&self.0, params);
    }

    async fn did_save(&self, _: DidSaveTextDocumentParams) {
        let is_watched = self.0.client_capabilities().register_watched_files;
        configuration::reconsider(&self.0, || self.0.workspace().saved(is_watched));
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        configuration::reconsider(&self.0, || sync::close(&self.0, &params.text_document.uri));
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        configuration::changed(&self.0, &params.settings);
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        configuration::folders_changed(&self.0, params.event);
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        self.on_disk(params.changes.iter().flat_map(|change| paths_of(&change.uri)));
    }

    async fn did_create_files(&self, params: CreateFilesParams) {
        self.on_disk(params.files.iter().flat_map(|file| paths_at(&file.uri)));
    }

    async fn did_rename_files(&self, params: RenameFilesParams) {
        let both = params.files.iter().flat_map(|file| [&file.old_uri, &file.new_uri]);
        self.on_disk(both.flat_map(|uri| paths_at(uri)));
    }

    async fn did_delete_files(&self, params: DeleteFilesParams) {
        self.on_disk(params.files.iter().flat_map(|file| paths_at(&file.uri)));
    }

    async fn workspace_diagnostic(&self, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReportResult> {
        workspace::pull::answer(&self.0, params).await
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let uri = params.text_document.uri;
        let snapshot = self.0.snapshot(&uri);
        Ok(diagnostics::pull(&self.0, &uri, snapshot, params.previous_result_id).await?.into())
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<serde_json::Value>> {
        let client = self.0.client_capabilities();
        match params.command.as_str() {
            FIX_WORKSPACE if client.applies_edits => code_action::fix_workspace::execute(&self.0).await,
            SHOW_RULE if client.show_document => code_action::rule_page::execute(&self.0, &params.arguments),
            _ => command::execute(&self.0, params).await,
        }
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let snapshot = self.0.snapshot(&params.text_document.uri);
        code_action::answer(&self.0, snapshot, params).await
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        if !self.0.client_capabilities().resolves_edits {
            return Err(Error::method_not_found());
        }
        code_action::resolve::answer(&self.0, action).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let place = params.text_document_position;
        if let Some(snapshot) = self.0.settings_file(&place.text_document.uri) {
            return settings_file::completions(&self.0, snapshot, place.position).await;
        }
        let snapshot = self.0.snapshot(&place.text_document.uri);
        completion::answer(&self.0, snapshot, place.position).await
    }

    async fn completion_resolve(&self, item: CompletionItem) -> Result<CompletionItem> {
        completion::resolve::answer(&self.0, item).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<Vec<SymbolInformation>>> {
        workspace_symbols::answer(&self.0, params.query).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        outline::answer(&self.0, self.0.snapshot(&params.text_document.uri)).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        let uri = params.text_document.uri;
        document_links::answer(&self.0, self.0.snapshot(&uri), &uri).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let place = params.text_document_position;
        let snapshot = self.0.snapshot(&place.text_document.uri);
        references::answer(&self.0, snapshot, place.position, params.context.include_declaration).await
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        let place = params.text_document_position_params;
        let snapshot = self.0.snapshot(&place.text_document.uri);
        highlight::answer(&self.0, snapshot, place.position).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let place = params.text_document_position_params;
        let snapshot = self.0.snapshot(&place.text_document.uri);
        definition::answer(&self.0, snapshot, place.position).await
    }

    async fn prepare_rename(&self, params: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
        let snapshot = self.0.snapshot(&params.text_document.uri);
        rename::prepare(&self.0, snapshot, params.position).await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let place = params.text_document_position;
        let snapshot = self.0.snapshot(&place.text_document.uri);
        rename::answer(&self.0, snapshot, place.position, params.new_name).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        let snapshot = self.0.snapshot(&params.text_document.uri);
        inlay_hints::answer(&self.0, snapshot, params.range).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        calls::code_lens::answer(&self.0, self.0.snapshot(&params.text_document.uri)).await
    }

    async fn code_lens_resolve(&self, lens: CodeLens) -> Result<CodeLens> {
        calls::code_lens::resolve(&self.0, lens).await
    }

    async fn prepare_call_hierarchy(
        &self,
        params: CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<CallHierarchyItem>>> {
        let place = params.text_document_position_params;
        let snapshot = self.0.snapshot(&place.text_document.uri);
        calls::hierarchy::prepare(&self.0, snapshot, place.position).await
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
        calls::hierarchy::incoming(&self.0, params.item).await
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
        calls::hierarchy::outgoing(&self.0, params.item).await
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let place = params.text_document_position_params;
        if let Some(snapshot) = self.0.settings_file(&place.text_document.uri) {
            return settings_file::hover(&self.0, snapshot, place.position).await;
        }
        let snapshot = self.0.snapshot(&place.text_document.uri);
        hover::answer(&self.0, snapshot, place.position).await
    }
}
