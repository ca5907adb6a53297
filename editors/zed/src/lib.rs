//! Starts customerio-ls in Zed: the one that the settings name; else the one of the project or on PATH; else the newest one
//! from npm. Zed asks whether a project is trusted before it starts an extension's servers there.

use zed_extension_api::{self as zed, LanguageServerId, Result, serde_json::Value, settings::LspSettings};

const PACKAGE: &str = "customerio-ls";
/// The shim of the npm package, which finds the binary of the platform.
const SHIM: &str = "node_modules/customerio-ls/bin/customerio-ls.js";

struct CustomerioLs;

impl zed::Extension for CustomerioLs {
    fn new() -> Self {
        Self
    }

    fn language_server_command(
        &mut self,
        id: &LanguageServerId,
        worktree: &zed::Worktree,
    ) -> Result<zed::Command> {
        let settings = LspSettings::for_worktree(PACKAGE, worktree).ok();
        let binary = settings.and_then(|settings| settings.binary);
        let args = binary.as_ref().and_then(|binary| binary.arguments.clone()).unwrap_or_else(|| vec!["lsp".to_owned()]);
        let env = worktree.shell_env();
        if let Some(command) = binary.and_then(|binary| binary.path).or_else(|| worktree.which(PACKAGE)) {
            return Ok(zed::Command { command, args, env });
        }
        let shim = if depends_on(worktree) {
            format!("{}/{SHIM}", worktree.root_path())
        } else {
            install(id)?;
            let folder = std::env::current_dir().map_err(|error| error.to_string())?;
            folder.join(SHIM).to_string_lossy().into_owned()
        };
        Ok(zed::Command { command: zed::node_binary_path()?, args: std::iter::once(shim).chain(args).collect(), env })
    }

    fn language_server_workspace_configuration(
        &mut self,
        _id: &LanguageServerId,
        worktree: &zed::Worktree,
    ) -> Result<Option<Value>> {
        Ok(LspSettings::for_worktree(PACKAGE, worktree).ok().and_then(|settings| settings.settings))
    }
}

/// Returns whether the project has asked for the program, so that the editor and its CI agree.
fn depends_on(worktree: &zed::Worktree) -> bool {
    let manifest = worktree.read_text_file("package.json").unwrap_or_default();
    let manifest: Value = zed::serde_json::from_str(&manifest).unwrap_or_default();
    ["dependencies", "devDependencies"].iter().any(|key| !manifest[key][PACKAGE].is_null())
}

/// Brings the newest version.
fn install(id: &LanguageServerId) -> Result<()> {
    let status = |status| zed::set_language_server_installation_status(id, &status);
    status(zed::LanguageServerInstallationStatus::CheckingForUpdate);
    let newest = zed::npm_package_latest_version(PACKAGE)?;
    if zed::npm_package_installed_version(PACKAGE)?.as_ref() != Some(&newest) {
        status(zed::LanguageServerInstallationStatus::Downloading);
        zed::npm_install_package(PACKAGE, &newest)?;
    }
    Ok(())
}

zed::register_extension!(CustomerioLs);
