//! Variables with keys, out of the environment of the process or a file that is named.

use crate::disk::{dotenv_values, read_bytes};
use std::path::Path;
use zeroize::Zeroizing;

/// The variables of `names` that are set, with their values, which are wiped when they are dropped. Environment
/// variables override the file.
///
/// # Errors
/// When the file cannot be read.
pub fn read(names: &[String], file: Option<&Path>) -> Result<Vec<(String, Zeroizing<String>)>, String> {
    let mut in_file = Vec::new();
    if let Some(path) = file {
        let bytes = Zeroizing::new(read_bytes(path).map_err(|error| format!("{} {error}", path.display()))?);
        in_file = dotenv_values(&bytes, names);
    }
    let value = |name: &String| {
        let of_process = std::env::var(name).ok().filter(|value| !value.trim().is_empty()).map(Zeroizing::new);
        let of_file = || in_file.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        Some((name.clone(), of_process.or_else(of_file)?))
    };
    Ok(names.iter().filter_map(value).collect())
}
