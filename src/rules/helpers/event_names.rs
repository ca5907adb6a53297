//! The names of events: their words, and when two names are the same one in two spellings.

use super::event_style::NameStyle;

/// The rule whose options set the style of names.
pub const STYLE_RULE: &str = "event-name-snake-case";

/// The key that two names share exactly if they are one name in two spellings (`SignedUp`, `signed_up`, `Signed Up`):
/// its letters and digits, without the separators. A separator between two digits is kept (`step_1_2` is not
/// `step_12`), and so are namespaces (`order.placed` often comes from elsewhere as it is). `None` for names that are
/// not words: paths, addresses, placeholders.
pub fn spelling_key(name: &str) -> Option<String> {
    let name = name.trim();
    if !is_words(name) {
        return None;
    }
    let namespace = namespace_separator(name);
    let mut key = String::with_capacity(name.len());
    let mut chars = name.chars().peekable();
    let mut last = None;
    while let Some(c) = chars.next() {
        match c {
            _ if Some(c) == namespace => key.push(c),
            _ if is_divider(c) => {
                let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
                if digit(last.as_ref()) && digit(chars.peek()) {
                    key.push('_');
                }
            }
            _ => key.extend(c.to_lowercase()),
        }
        last = Some(c);
    }
    Some(key)
}

/// Returns whether a name has whitespace at its ends, or several whitespace characters in a row.
pub fn has_stray_blanks(name: &str) -> bool {
    name != name.trim() || name.chars().zip(name.chars().skip(1)).any(|(a, b)| a.is_whitespace() && b.is_whitespace())
}

/// A name without stray whitespace.
pub fn without_stray_blanks(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a name, in lower case, without separators: `user`, `signed`, `up` for `UserSignedUp`.
pub fn word_split(name: &str) -> Vec<String> {
    let snake = NameStyle::Snake.respelled(name.trim());
    snake.split(['_', '.', ':', ' ', '-']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Returns whether a character separates words, or is silent inside them.
fn is_divider(c: char) -> bool {
    c.is_whitespace() || matches!(c, '_' | '-' | '\'' | '’' | '.' | ':' | ',' | '!' | '(' | ')')
}

/// Returns whether a character is part of a word, or separates words without whitespace.
pub fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

/// Returns whether a name consists of words: not a path, address, placeholder or number. Letters outside ASCII are
/// checked only where spaces or hyphens separate the words and the script has capitals.
pub fn is_words(name: &str) -> bool {
    if name.contains(['/', '\\', '{', '}', '<', '>', '%', '@', '#', '=', '&', '?', '*', '|'])
        || !name.contains(|c: char| c.is_alphabetic())
    {
        return false;
    }
    let cased = name.chars().filter(|c| c.is_alphabetic()).all(|c| c.is_lowercase() || c.is_uppercase());
    name.is_ascii() || (cased && name.contains([' ', '-']))
}

/// The separator of a name with namespaces, `order.placed` or `order:placed`.
pub fn namespace_separator(name: &str) -> Option<char> {
    ['.', ':'].into_iter().find(|separator| {
        name.contains(*separator)
            && !name.contains(' ')
            && name.split(*separator).all(|part| !part.is_empty() && part.chars().all(is_word_char))
    })
}

#[cfg(test)]
mod tests {
    use super::{spelling_key, word_split};

    #[test]
    fn words_of_a_name() {
        for (name, words) in [
            ("UserSignedUp", &["user", "signed", "up"][..]),
            ("user_signedup", &["user", "signedup"]),
            ("Order Placed", &["order", "placed"]),
            ("order.placed", &["order", "placed"]),
            ("SIGNED-UP", &["signed", "up"]),
        ] {
            assert_eq!(word_split(name), words, "{name}");
        }
    }

    #[test]
    fn one_name_in_any_spelling_has_one_key() {
        for spellings in [
            &["SignedUp", "signedUp", "signed_up", "signed-up", "Signed Up", "SIGNED_UP", " signed_up ", "Signed up"][..],
            &["User's First Order", "users_first_order"],
            &["Checkout: Step 1", "checkout_step_1", "CheckoutStep1"],
            &["order.placed", "Order.Placed"],
            &["login", "log_in", "LogIn"],
            &["step_1_2", "Step 1 2", "step-1-2"],
            &["Bestellung Geöffnet", "bestellung geöffnet"],
        ] {
            for spelling in spellings {
                assert_eq!(spelling_key(spelling), spelling_key(spellings[0]), "{spelling}");
                assert!(spelling_key(spelling).is_some(), "{spelling}");
            }
        }
    }

    #[test]
    fn other_names_have_other_keys() {
        for (one, other) in [
            ("signed_up", "signed_out"),
            ("sign_up", "signed_up"),
            ("order_placed", "orders_placed"),
            ("step_1_2", "step_12"),
            ("v1_10", "v11_0"),
            ("order.placed", "order_placed"),
            ("order.placed", "order:placed"),
            ("$pageview", "pageview"),
            ("plan_a", "plan_b"),
        ] {
            assert_ne!(spelling_key(one), spelling_key(other), "{one} {other}");
        }
        for name in ["/pricing", "{{event}}", "a@b.example", "42", ""] {
            assert_eq!(spelling_key(name), None, "{name}");
        }
    }
}
