//! Variables with keys, out of the environment of the process or a file that is named.

use crate::disk::{dotenv_values, read_bytes};
use std::path::Path;
use zeroize::Zeroizing;

/// A variable that is set.
pub struct SetVariable {
    /// Its name.
    pub name: String,
    /// Its value, which is wiped when it is dropped.
    pub value: Zeroizing<String>,
    /// True when the file that is named sets it, and not the environment.
    pub in_file: bool,
}

/// The variables of `names` that are set. Environment variables override the file.
///
/// # Errors
/// When the file cannot be read.
pub fn read(names: &[String], file: Option<&Path>) -> Result<Vec<SetVariable>, String> {
    let mut in_file = Vec::new();
    if let Some(path) = file {
        let bytes = Zeroizing::new(read_bytes(path).map_err(|error| format!("{} {error}", path.display()))?);
        in_file = dotenv_values(&bytes, names);
    }
    let variable = |name: &String| {
        let of_process = std::env::var(name).ok().filter(|value| !value.trim().is_empty()).map(Zeroizing::new);
        let of_file = || in_file.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        let (value, in_file) = match of_process {
            Some(value) => (value, false),
            None => (of_file()?, true),
        };
        Some(SetVariable { name: name.clone(), value, in_file })
    };
    Ok(names.iter().filter_map(variable).collect())
}
