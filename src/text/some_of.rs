//! Lists of names in a sentence.

/// Returns the names for a sentence: `A, B and C`; of more than `most` the first ones and the number of the others.
pub fn some_of<S: AsRef<str>>(names: &[S], most: usize) -> String {
    let (shown, rest) = names.split_at(names.len().min(most));
    let shown: Vec<&str> = shown.iter().map(AsRef::as_ref).collect();
    match (&shown[..], rest.len()) {
        ([first @ .., last], 0) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        (shown, 0) => shown.concat(),
        (shown, more) => format!("{} and {more} more", shown.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::some_of;

    #[test]
    fn many_names_are_counted() {
        let names = |count: usize| (1..=count).map(|number| format!("A{number}")).collect::<Vec<_>>();
        assert_eq!((some_of(&names(0), 5), some_of(&names(1), 5)), (String::new(), "A1".to_owned()));
        assert_eq!(some_of(&names(2), 5), "A1 and A2");
        assert_eq!(some_of(&names(5), 5), "A1, A2, A3, A4 and A5");
        assert_eq!(some_of(&names(300), 5), "A1, A2, A3, A4, A5 and 295 more");
    }
}
