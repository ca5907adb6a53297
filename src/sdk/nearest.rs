//! "Did you mean …?" for names in code.

/// The similarity of two names, between 0 and 1, from which one is a likely misspelling of the other.
const ALIKE: f64 = 0.75;

/// The one of `known` that `name` most likely stands for: the same words in another case (`messageData` for
/// `message_data`), else the nearest spelling. `None` when nothing is near.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = words(name);
    let best = known.into_iter().map(|candidate| (likeness(&wanted, &words(candidate)), candidate));
    best.filter(|(likeness, _)| *likeness >= ALIKE).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, candidate)| candidate)
}

/// Returns whether two names are the same but for case, hyphens and underscores: `messageData` and `message_data`.
pub fn same_words(a: &str, b: &str) -> bool {
    let bare = |name: &str| name.replace(['_', '-'], "").to_lowercase();
    bare(a) == bare(b)
}

fn likeness(wanted: &str, candidate: &str) -> f64 {
    if wanted.is_empty() { 0.0 } else { strsim::normalized_damerau_levenshtein(wanted, candidate) }
}

/// A name without its case and without separators between its words.
fn words(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{nearest, same_words};

    #[test]
    fn case_and_spelling() {
        let known = ["message_data", "send_at", "to", "transactional_message_id"];
        assert_eq!(nearest("messageData", known), Some("message_data"));
        assert_eq!(nearest("transactionalMessageID", known), Some("transactional_message_id"));
        assert_eq!(nearest("mesage_data", known), Some("message_data"));
        assert_eq!(nearest("attachments", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn the_same_but_for_its_spelling() {
        assert!(same_words("messageData", "message_data") && same_words("Message-Data", "messageData"));
        assert!(!same_words("message data", "message_data") && !same_words("messages", "message"));
    }
}
