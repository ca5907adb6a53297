//! The words that names in code are made of.

use convert_case::{Case, Casing};

/// The words of a name, in lower case: `signup`, `date` for `signupDate`, `signup_date` and `SIGNUP-DATE`.
pub fn words(name: &str) -> Vec<String> {
    name.to_case(Case::Snake).split('_').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
