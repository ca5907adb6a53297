//! The handlers. They forward, nothing else; everything that changes state does so before the first await.

use super::capabilities::Capabilities;
use super::session::Session;
use super::{code_action, configuration, diagnostics};
use tower_lsp::jsonrpc::Result;
use tower_lsp::lsp_types::{
    CodeActionParams, CodeActionResponse, DidChangeConfigurationParams, DidChangeTextDocumentParams,
    DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, DidSaveTextDocumentParams, DocumentDiagnosticParams, DocumentDiagnosticReportResult,
    InitializeParams, InitializeResult, InitializedParams, ServerInfo,
};
use tower_lsp::{LanguageServer, async_trait};

/// The server that tower-lsp talks to.
pub struct Server(pub Session);

#[async_trait]
impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        // The ingress put the client's parameters there, as they came.
        let original = params.initialization_options.unwrap_or_default();
        let client = Capabilities::of(&original);
        let capabilities = client.server();
        self.0.start(client);
        configuration::initialize(&self.0, &original);
        let server_info =
            ServerInfo { name: env!("CARGO_PKG_NAME").to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) };
        Ok(InitializeResult { capabilities, server_info: Some(server_info) })
    }

    async fn initialized(&self, _: InitializedParams) {
        configuration::initialized(&self.0);
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        self.0.open(params);
        configuration::reconsider(&self.0);
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        self.0.change(params);
    }

    async fn did_save(&self, _: DidSaveTextDocumentParams) {
        configuration::reconsider(&self.0);
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.0.close(&params.text_document.uri);
        configuration::reconsider(&self.0);
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        configuration::changed(&self.0, &params.settings);
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        configuration::folders_changed(&self.0, params.event);
    }

    async fn did_change_watched_files(&self, _: DidChangeWatchedFilesParams) {
        configuration::reconsider(&self.0);
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let uri = params.text_document.uri;
        let snapshot = self.0.snapshot(&uri);
        Ok(diagnostics::pull(&self.0, &uri, snapshot, params.previous_result_id).await?.into())
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let snapshot = self.0.snapshot(&params.text_document.uri);
        code_action::answer(&self.0, snapshot, params).await
    }
}
