//! The values of the variables that clients read. They are used for requests and never shown.

use super::seen_client::SeenCredential;
use crate::cli::pull::variables::{self, SetVariable};
use crate::secrecy::mask;
use crate::text::{plain, plain_json};
use std::cmp::Reverse;
use std::path::Path;
use zeroize::Zeroizing;

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

    /// Replaces each value, also in the form that it has in a string of JSON. A longer one comes before one that is a part
    /// of it.
    fn without_values(&self, text: &str) -> String {
        // A word such as "dev" is no secret, and is part of others.
        const SHORTEST: usize = 6;
        let mut values: Vec<&str> = self.0.iter().map(|variable| variable.value.trim()).collect();
        values.retain(|value| value.len() >= SHORTEST);
        values.sort_by_key(|value| Reverse(value.len()));
        let mut text = text.to_owned();
        for value in values {
            let in_json = Zeroizing::new(serde_json::to_string(value).unwrap_or_default());
            let quoted = in_json.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(value);
            text = text.replace(quoted, "***").replace(value, "***");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::{Keyring, SetVariable};
    use zeroize::Zeroizing;

    #[test]
    fn no_part_of_a_value_is_left() {
        let variable = |name: &str, value: &str| SetVariable {
            name: name.to_owned(),
            value: Zeroizing::new(value.to_owned()),
            in_file: false,
        };
        let keyring =
            Keyring(vec![variable("A", "open-ses"), variable("B", "open-sesame"), variable("C", "to\"n\\ight\"")]);
        assert_eq!(keyring.scrubbed("open-sesame, open-ses, to\"n\\ight\""), "***, ***, ***");
        let json = serde_json::json!({ "said": "open-sesame to\"n\\ight\"" }).to_string();
        assert_eq!(keyring.scrubbed_json(&json), "{\"said\":\"*** ***\"}");
    }
}
