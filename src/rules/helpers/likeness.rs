//! Names that are most likely a misspelling of another.

use crate::model::words;

/// Endings that a word may have or lack by tense or number: `sign` and `signed`, `item` and `items`.
const ENDINGS: [&str; 5] = ["s", "es", "d", "ed", "ing"];

/// The shortest word in which a typo is likely; one letter makes another word of a shorter one: `in` and `on`.
const SHORTEST: usize = 4;

/// The length from which a word may have two typos.
const LONG: usize = 8;

/// The most letters by which the lengths of two similar names differ: the longest of [`ENDINGS`].
const MOST_MORE: usize = 3;

/// Those of `known` that `name` most likely stands for, in their order: none if no name is similar, several if they are
/// equally similar. Similar names differ only in case and separators (`SignedUp` and `signed_up`), in the order of
/// their words, or by a typo in one word. Numbered names (`step_1`, `step_2`) and opposites (`subscribed`,
/// `unsubscribed`) are never similar.
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Vec<&'k str> {
    let mut best: (u32, Vec<&str>) = (u32::MAX, Vec::new());
    for candidate in known {
        match distance(name, candidate) {
            Some(distance) if distance < best.0 => best = (distance, vec![candidate]),
            Some(distance) if distance == best.0 => best.1.push(candidate),
            _ => {}
        }
    }
    best.1
}

/// The single result of [`nearest`], if there is only one.
pub fn only<'k>(near: &[&'k str]) -> Option<&'k str> {
    match near {
        [only] => Some(only),
        _ => None,
    }
}

/// The distance between two names; `None` if they are not similar.
fn distance(a: &str, b: &str) -> Option<u32> {
    let (bare_a, bare_b) = (bare(a), bare(b));
    if bare_a.is_empty() {
        return None;
    }
    if bare_a == bare_b {
        return Some(0);
    }
    // Most names of a long list end here.
    if bare_a.chars().count().abs_diff(bare_b.chars().count()) > MOST_MORE || digits(a).ne(digits(b)) {
        return None;
    }
    let (words_a, words_b) = (words(a), words(b));
    if words_a.len() != words_b.len() {
        return slip(&bare_a, &bare_b).filter(|slips| *slips == 1 && bare_a.len() >= LONG);
    }
    let mut different = words_a.iter().zip(&*words_b).filter(|(a, b)| a != b);
    match (different.next(), different.next()) {
        (Some((a, b)), None) => slip(a, b),
        _ => {
            let sorted = |words: &[String]| {
                let mut words = words.to_vec();
                words.sort_unstable();
                words
            };
            (sorted(&words_a) == sorted(&words_b)).then_some(1)
        }
    }
}

/// The number of typos between two words, if that many are likely.
fn slip(a: &str, b: &str) -> Option<u32> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.chars().count() < SHORTEST || short.chars().next() != long.chars().next() {
        return None;
    }
    if long.strip_prefix(short).is_some_and(|ending| ENDINGS.contains(&ending)) {
        return Some(1);
    }
    let slips = strsim::damerau_levenshtein(a, b);
    let most = if short.chars().count() >= LONG { 2 } else { 1 };
    (slips <= most).then_some(slips as u32)
}

/// A name without case and separators.
fn bare(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn digits(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|c| c.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn what_is_near() {
        for (a, b) in [
            ("SignedUp", "signed_up"),
            ("signed-up", "signed_up"),
            ("order.placed", "order_placed"),
            ("sgined_up", "signed_up"),
            ("sign_up", "signed_up"),
            ("order_place", "order_placed"),
            ("placed_order", "order_placed"),
            ("view_items", "view_item"),
            ("subscirption_startd", "subscription_started"),
            ("orderplacd", "order_placed"),
            ("passwordReset", "password_rest"),
        ] {
            let near = distance(a, b).is_some() && distance(b, a).is_some();
            // Both words are wrong in one of them.
            assert_eq!(near, a != "subscirption_startd", "{a} {b}");
        }
    }

    #[test]
    fn what_is_not_near() {
        for (a, b) in [
            ("signed_up", "signed_in"),
            ("signed_up", "order_placed"),
            ("step_1", "step_2"),
            ("plan_a", "plan_b"),
            ("v2_started", "v3_started"),
            ("subscribed", "unsubscribed"),
            ("plan_activated", "plan_deactivated"),
            ("logged_in", "logged_out"),
            ("order", "order_placed"),
            ("購入", "購買"),
            ("", "a"),
            ("!", "?"),
        ] {
            assert_eq!((distance(a, b), distance(b, a)), (None, None), "{a} {b}");
        }
    }

    #[test]
    fn the_nearest_counts() {
        let known = ["signed_up", "sign_up", "SignedUp", "signed_out"];
        assert_eq!(nearest("signed-up", known), ["signed_up", "SignedUp"]);
        assert_eq!(nearest("sign-up", known), ["sign_up"]);
        assert_eq!(nearest("paid", known), [""; 0]);
    }

    proptest::proptest! {
        /// No name panics, and the distance is the same from both sides.
        #[test]
        fn it_has_no_direction(a in "([a-zA-Z0-9_ .-]|\\PC){0,12}", b in "([a-zA-Z0-9_ .-]|\\PC){0,12}") {
            assert_eq!(distance(&a, &b), distance(&b, &a), "{a:?} {b:?}");
        }
    }
}
