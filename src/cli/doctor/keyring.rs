//! The values of the variables that clients read. They are used for requests and never shown.

use super::seen_client::SeenCredential;
use crate::cli::pull::variables::{self, SetVariable};
use crate::secrecy::mask;
use crate::text::{plain, plain_json};
use std::path::Path;

/// The variables that are set.
pub struct Keyring(Vec<SetVariable>);

impl Keyring {
    /// Reads variables from the environment, and from a file that is named.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(names: &[String], file: Option<&Path>) -> Result<Self, String> {
        variables::read(names, file).map(Self)
    }

    /// The variable of a name, if it is set.
    pub fn get(&self, name: &str) -> Option<&SetVariable> {
        self.0.iter().find(|variable| variable.name == name)
    }

    /// The value that a credential has: that of the first of its variables that is set.
    pub fn value(&self, credential: &SeenCredential) -> Option<&SetVariable> {
        credential.variables().find_map(|name| self.get(name))
    }

    /// A text for people without any of the values in it, and without anything that looks like one.
    pub fn scrubbed(&self, text: &str) -> String {
        plain(&mask(&self.without_values(text))).into_owned()
    }

    /// As [`Keyring::scrubbed`], of a text in JSON.
    pub fn scrubbed_json(&self, text: &str) -> String {
        plain_json(mask(&self.without_values(text)).into_owned())
    }

    fn without_values(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for variable in &self.0 {
            let value = variable.value.trim();
            // A word such as "dev" is no secret, and is part of others.
            if value.len() >= 6 {
                text = text.replace(value, "***");
            }
        }
        text
    }
}
