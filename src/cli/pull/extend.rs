//! Names the pulled file in `extends` of the project's settings, where people ask for it.

use crate::cli::check::shown;
use crate::cli::output;
use crate::cli::save::save;
use crate::disk::read_named_text;
use crate::settings::{FILE_NAME, SettingChange, with_change};
use crate::text::plain;
use std::io::ErrorKind;
use std::path::Path;

/// Adds the file to the settings in the folder `root`: at once when it is `wanted`; after a question on a terminal, or
/// with a hint elsewhere, when it is `new`. Files are shown as they are seen from the folder `here`.
///
/// # Errors
/// When it is wanted and cannot be done.
pub fn offer((here, root): (&Path, &Path), file: &Path, wanted: bool, new: bool) -> Result<(), String> {
    let settings = root.join(FILE_NAME);
    let Some(name) = relative(root, file) else {
        return if wanted { Err(format!("--extend: {} is outside the project", shown(here, file))) } else { Ok(()) };
    };
    if !wanted && !new {
        return Ok(());
    }
    let question = format!("Add {name} to \"extends\" in {FILE_NAME}?");
    if !wanted && output::agreed(&question)? != Some(true) {
        output::print_error(&format!("Add \"extends\": \"{}\" to {FILE_NAME} so that rules use it.\n", plain(&name)));
        return Ok(());
    }
    let shown = shown(here, &settings);
    let text = match read_named_text(&settings) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => "{}\n".to_owned(),
        Err(error) => return Err(format!("{shown} cannot be read: {error}")),
    };
    let extended = with_change(&text, SettingChange::Extends(&name)).map_err(|what| format!("{shown} {what}"))?;
    if extended != text {
        save(&settings, &extended).map_err(|what| format!("{shown} {what}"))?;
        output::print_error(&format!("{}: extends {}\n", plain(&shown), plain(&name)));
    }
    Ok(())
}

/// The file as settings in `root` name it.
fn relative(root: &Path, file: &Path) -> Option<String> {
    let inside = file.strip_prefix(root).ok()?;
    Some(format!("./{}", inside.to_str()?.replace(std::path::MAIN_SEPARATOR, "/")))
}
