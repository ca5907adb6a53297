//! "Did you mean …?"

/// The one of `known` that `word` most likely stands for; `None` when nothing is near.
pub fn closest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase().replace(['_', ' '], "-");
    let likeness = |candidate: &str| {
        let candidate = candidate.to_lowercase();
        // A beginning is an abbreviation: `warn`, `err`.
        let beginning = word.len() >= 3 && candidate.starts_with(&word);
        if beginning { 0.9 } else { strsim::normalized_damerau_levenshtein(&word, &candidate.replace('_', "-")) }
    };
    let best = known.into_iter().map(|candidate| (likeness(candidate), candidate));
    best.filter(|(likeness, _)| *likeness >= 0.6).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, candidate)| candidate)
}

/// `; did you mean "x"?`, or nothing.
pub(super) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    closest(word, known).map(|candidate| format!("; did you mean \"{candidate}\"?")).unwrap_or_default()
}

/// `"a", "b" or "c"`
pub(super) fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = words.into_iter().map(|word| format!("\"{word}\"")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_suggested_and_far_ones_are_not() {
        let known = ["timestamp-milliseconds", "region-mismatch"];
        assert_eq!(closest("timestamp_miliseconds", known), Some("timestamp-milliseconds"));
        assert_eq!(closest("regionMismatch", known), Some("region-mismatch"));
        assert_eq!(closest("no-console", known), None);
    }
}
