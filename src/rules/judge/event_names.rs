//! The names of events: their styles, and when two names are the same one in two spellings.

use crate::config::Settings;
use convert_case::{Boundary, Case, Converter};
use globset::Glob;

/// The rule whose options say how names are written.
pub const STYLE_RULE: &str = "event-name-snake-case";

/// What two names have in common exactly if they are one name in two spellings (`SignedUp`, `signed_up`, `Signed Up`):
/// its letters and digits, whatever divides the words. What divides two digits stays (`step_1_2` is not `step_12`), and so
/// do namespaces (`order.placed` often comes from elsewhere as it is). `None` for what is not made of words: paths,
/// addresses, placeholders.
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

/// Whether a name has blanks around it, or several in a row, that nobody sees.
pub fn has_stray_blanks(name: &str) -> bool {
    name != name.trim() || name.chars().zip(name.chars().skip(1)).any(|(a, b)| a.is_whitespace() && b.is_whitespace())
}

/// A name without them.
pub fn without_stray_blanks(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands between words, or inside them without a sound.
fn is_divider(c: char) -> bool {
    c.is_whitespace() || matches!(c, '_' | '-' | '\'' | '’' | '.' | ':' | ',' | '!' | '(' | ')')
}

/// A pattern that is no glob stands for itself.
fn matches(pattern: &str, name: &str) -> bool {
    pattern == name || Glob::new(pattern).is_ok_and(|glob| glob.compile_matcher().is_match(name))
}

/// Whether a list of patterns has one for a name.
pub fn is_allowed(allow: &[&str], name: &str) -> bool {
    allow.iter().any(|pattern| matches(pattern, name))
}

/// A style of names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Snake,
    Camel,
    Pascal,
    Kebab,
    Title,
    Sentence,
}

impl Style {
    /// All of them.
    const ALL: [Style; 6] = [Self::Snake, Self::Camel, Self::Pascal, Self::Kebab, Self::Title, Self::Sentence];

    /// The style that the settings choose for the project.
    pub fn of(settings: &Settings) -> Self {
        settings.option_str(STYLE_RULE, "style").and_then(Self::named).unwrap_or(Self::Snake)
    }

    /// As the option and the message write it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Snake => "snake_case",
            Self::Camel => "camelCase",
            Self::Pascal => "PascalCase",
            Self::Kebab => "kebab-case",
            Self::Title => "Title Case",
            Self::Sentence => "Sentence case",
        }
    }

    /// The style that the option names.
    fn named(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.label() == label)
    }

    fn case(self) -> Case<'static> {
        match self {
            Self::Snake => Case::Snake,
            Self::Camel => Case::Camel,
            Self::Pascal => Case::Pascal,
            Self::Kebab => Case::Kebab,
            Self::Title => Case::Title,
            Self::Sentence => Case::Sentence,
        }
    }

    /// The name in this style; `None` if it is in it already, is no name of words, or cannot be brought into it (single
    /// letters, for instance).
    pub fn better(self, name: &str) -> Option<String> {
        // Customer.io trims names, so blanks around them make no other event.
        let name = name.trim();
        let better = self.respelled(name);
        (is_words(name) && better != name && self.respelled(&better) == better).then_some(better)
    }

    fn respelled(self, name: &str) -> String {
        match namespace_separator(name) {
            Some(separator) => {
                let parts: Vec<String> = name.split(separator).map(|part| self.convert(part)).collect();
                parts.join(separator.encode_utf8(&mut [0; 4]))
            }
            None => self.convert(name),
        }
    }

    /// `name` in this style, or as it is when it may pass for it.
    fn convert(self, name: &str) -> String {
        let body = name.trim_start_matches('$');
        if self.fits(body) {
            return name.to_owned();
        }
        let prefix = &name[..name.len() - body.len()];
        let letters = body.chars().filter(|c| !matches!(c, '\'' | '’'));
        let spaced: String = letters.map(|c| if is_word_char(c) { c } else { ' ' }).collect();
        // Where separators tell the words apart, digits and capitals inside a word are part of it (`2FA Enabled`).
        let separated = spaced.trim().contains([' ', '_', '-']);
        let boundaries: &[Boundary] = if separated {
            &[Boundary::Space, Boundary::Underscore, Boundary::Hyphen, Boundary::LowerUpper]
        } else {
            &[Boundary::LowerUpper, Boundary::Acronym, Boundary::DigitUpper]
        };
        let converter = Converter::new().set_boundaries(boundaries).to_case(self.case());
        let words: Vec<&str> = spaced.split_whitespace().collect();
        format!("{prefix}{}", converter.convert(words.join(" ")))
    }

    /// Whether a name may pass for this style. Generous: a single lower-case word is in every style, acronyms and small
    /// words (`Added to Cart`) are left alone.
    fn fits(self, name: &str) -> bool {
        if name.chars().all(|c| c.is_lowercase() || c.is_ascii_digit()) {
            return true;
        }
        let upper = name.chars().any(char::is_uppercase);
        let only = |allowed: &[char]| name.chars().all(|c| c.is_alphanumeric() || allowed.contains(&c));
        let first_upper = !name.starts_with(char::is_lowercase);
        match self {
            Self::Snake => !upper && only(&['_']),
            Self::Kebab => !upper && only(&['-']),
            Self::Camel => !first_upper && only(&[]),
            Self::Pascal => first_upper && name.chars().any(char::is_lowercase) && only(&[]),
            Self::Title => {
                let words: Vec<&str> = name.split(' ').collect();
                let small = |w: &str| w.len() <= 4 && SMALL_WORDS.contains(&w);
                let good = |w: &str| !w.starts_with(char::is_lowercase) || small(w);
                first_upper && only(&[' ', '-']) && words.iter().all(|w| !w.is_empty() && good(w) && is_one_word(w))
            }
            Self::Sentence => {
                let mut words = name.split(' ');
                let first = words.next().unwrap_or_default();
                let good = |w: &str| !w.is_empty() && (!w.starts_with(char::is_uppercase) || is_acronym(w));
                first_upper && is_one_word(first) && only(&[' ', '-']) && words.all(good)
            }
        }
    }
}

const SMALL_WORDS: [&str; 15] =
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

fn is_acronym(word: &str) -> bool {
    word.chars().all(|c| !c.is_lowercase())
}

/// Not two words glued together (`SignedUp`).
fn is_one_word(word: &str) -> bool {
    is_acronym(word) || !word.chars().skip(1).any(char::is_uppercase)
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

/// Whether a name is made of words: no path, address, placeholder or number. Letters outside ASCII are judged only
/// where spaces or hyphens leave no doubt and the script knows capitals.
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
fn namespace_separator(name: &str) -> Option<char> {
    ['.', ':'].into_iter().find(|separator| {
        name.contains(*separator)
            && !name.contains(' ')
            && name.split(*separator).all(|part| !part.is_empty() && part.chars().all(is_word_char))
    })
}

#[cfg(test)]
mod tests {
    use super::{Style, matches, spelling_key};

    fn better(style: Style, name: &str) -> String {
        style.better(name).unwrap_or_else(|| name.to_owned())
    }

    #[test]
    fn any_style_becomes_snake_case() {
        for (name, wanted) in [
            ("SignedUp", "signed_up"),
            ("signedUp", "signed_up"),
            ("signed-up", "signed_up"),
            ("Signed Up", "signed_up"),
            ("Signed up for the trial", "signed_up_for_the_trial"),
            ("SIGNED_UP", "signed_up"),
            ("SIGNUP", "signup"),
            ("HTTPRequestFailed", "http_request_failed"),
            ("OrderV2Placed", "order_v2_placed"),
            ("2FA Enabled", "2fa_enabled"),
            ("User's First Order", "users_first_order"),
            ("Order #Placed", "Order #Placed"),
            ("Checkout: Step 1", "checkout_step_1"),
            ("Order.Placed", "order.placed"),
            ("User:SignedUp", "user:signed_up"),
            ("$SignedUp", "$signed_up"),
            ("Bestellung Geöffnet", "bestellung_geöffnet"),
        ] {
            assert_eq!(better(Style::Snake, name), wanted, "{name}");
        }
    }

    #[test]
    fn names_in_their_style_and_names_of_no_style_stay() {
        for name in [
            "signup",
            "signed_up",
            "order_v2",
            "oauth2_login",
            "2fa_enabled",
            "$pageview",
            "order.placed",
            "user:created",
            " signed_up ",
            "/pricing",
            "https://shop.example/",
            "{{event}}",
            "geöffnet",
            "購入",
            "Öffnung",
            "42",
            "",
            "_signed_up",
        ] {
            assert_eq!(Style::Snake.better(name), None, "{name}");
        }
        for (style, names) in [
            (Style::Camel, ["signup", "signedUp", "oauth2Login"]),
            (Style::Pascal, ["signup", "SignedUp", "Signup"]),
            (Style::Kebab, ["signup", "signed-up", "step-2"]),
            (Style::Title, ["Signup", "Added to Cart", "2FA Enabled"]),
            (Style::Sentence, ["Signup", "Added to cart", "Opened the FAQ"]),
        ] {
            for name in names {
                assert_eq!(style.better(name), None, "{name} in {}", style.label());
            }
        }
    }

    #[test]
    fn each_style_converts() {
        for (style, wanted) in [
            (Style::Snake, "added_to_cart"),
            (Style::Camel, "addedToCart"),
            (Style::Pascal, "AddedToCart"),
            (Style::Kebab, "added-to-cart"),
            (Style::Title, "Added To Cart"),
            (Style::Sentence, "Added to cart"),
        ] {
            for name in ["added_to_cart", "addedToCart", "AddedToCart", "added-to-cart", "Added To Cart"] {
                assert_eq!(better(style, name), wanted, "{name} in {}", style.label());
                assert_eq!(style.better(wanted), None, "{wanted} in {}", style.label());
            }
        }
    }

    proptest::proptest! {
        /// A renamed event is not found again, and no name panics.
        #[test]
        fn a_better_name_is_good(name in "([A-Za-z0-9_ $:.-]|\\PC){0,12}") {
            for style in Style::ALL {
                if let Some(better) = style.better(&name) {
                    assert_eq!(style.better(&better), None, "{better:?} for {name:?} in {}", style.label());
                }
            }
        }
    }

    #[test]
    fn a_pattern_is_a_glob_or_the_name_itself() {
        assert!(matches("Order *", "Order Placed"));
        assert!(matches("Weird [Name", "Weird [Name"));
        assert!(!matches("Order *", "Cart Viewed"));
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
