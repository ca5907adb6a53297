//! The styles in which the names of events are written.

use super::event_names::{STYLE_RULE, is_word_char, is_words, namespace_separator};
use crate::settings::Settings;
use convert_case::{Boundary, Case, Converter};

/// A style of names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum NameStyle {
    /// `signed_up`
    Snake,
    /// `signedUp`
    Camel,
    /// `SignedUp`
    Pascal,
    /// `signed-up`
    Kebab,
    /// `Signed Up`
    Title,
    /// `Signed up`
    Sentence,
    /// `signed up`
    Lower,
    /// `SIGNED_UP`
    Constant,
    /// `order.item_added`
    Dot,
    /// `order:item_added`
    Colon,
}

impl NameStyle {
    /// All of them, those of which more names can be first.
    pub const ALL: [NameStyle; 10] = [
        Self::Dot,
        Self::Colon,
        Self::Snake,
        Self::Title,
        Self::Sentence,
        Self::Lower,
        Self::Pascal,
        Self::Camel,
        Self::Kebab,
        Self::Constant,
    ];

    /// The style that the settings choose, if they choose one.
    pub fn chosen(settings: &Settings) -> Option<Self> {
        settings.option_str(STYLE_RULE, "style").and_then(Self::named)
    }

    /// Returns whether a name of words is in this style as it is.
    pub fn suits(self, name: &str) -> bool {
        let name = name.trim();
        is_words(name) && !self.is_foreign(name) && self.respelled(name) == name
    }

    /// A quick look at the characters, for every name of a project is tried in every style: true only for names that are
    /// respelled in this style.
    fn is_foreign(self, name: &str) -> bool {
        let is_upper = || name.bytes().any(|b| b.is_ascii_uppercase());
        match self {
            Self::Snake => is_upper() || name.contains([' ', '-']),
            Self::Kebab => is_upper() || name.contains([' ', '_']),
            // A single word in lower case fits every style.
            Self::Constant => name.contains([' ', '-']),
            Self::Camel | Self::Pascal => name.contains([' ', '_', '-']),
            Self::Title | Self::Sentence | Self::Lower => name.contains('_'),
            Self::Dot | Self::Colon => {
                let is_divided = !name.starts_with('_') && name.trim_matches([' ', '_', '-']).contains([' ', '_', '-']);
                is_divided && self.separator().is_some_and(|own| !name.contains(own))
            }
        }
    }

    /// Its name in the option and in messages.
    pub fn label(self) -> &'static str {
        match self {
            Self::Snake => "snake_case",
            Self::Camel => "camelCase",
            Self::Pascal => "PascalCase",
            Self::Kebab => "kebab-case",
            Self::Title => "Title Case",
            Self::Sentence => "Sentence case",
            Self::Lower => "lower case",
            Self::Constant => "SCREAMING_SNAKE_CASE",
            Self::Dot => "dot.separated",
            Self::Colon => "colon:separated",
        }
    }

    /// The style that the option names.
    fn named(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.label() == label)
    }

    fn case(self) -> Case<'static> {
        match self {
            // The parts of names with a namespace.
            Self::Snake | Self::Dot | Self::Colon => Case::Snake,
            Self::Constant => Case::Constant,
            Self::Camel => Case::Camel,
            Self::Pascal => Case::Pascal,
            Self::Kebab => Case::Kebab,
            Self::Title => Case::Title,
            Self::Sentence => Case::Sentence,
            Self::Lower => Case::Lower,
        }
    }

    /// The name in this style; `None` if it has the style already, does not consist of words, or cannot be converted
    /// (single letters, for instance).
    pub fn better(self, name: &str) -> Option<String> {
        // Customer.io trims names, so whitespace around them does not matter.
        let name = name.trim();
        let better = self.respelled(name);
        (is_words(name) && better != name && self.respelled(&better) == better).then_some(better)
    }

    /// Returns a name in this style, whatever it is.
    pub fn respelled(self, name: &str) -> String {
        match (self.separator(), namespace_separator(name)) {
            (own, Some(separator)) => {
                let parts: Vec<String> = name.split(separator).map(|part| self.convert(part)).collect();
                parts.join(own.unwrap_or(separator).encode_utf8(&mut [0; 4]))
            }
            (None, None) => self.convert(name),
            // The first word is the namespace: `order.item_added`.
            (Some(own), None) => {
                let snake = Self::Snake.convert(name);
                match snake.split_once('_').filter(|(scope, what)| !scope.is_empty() && !what.is_empty()) {
                    Some((scope, what)) => format!("{scope}{own}{what}"),
                    None => snake,
                }
            }
        }
    }

    /// The separator between a namespace and the name in it.
    fn separator(self) -> Option<char> {
        match self {
            Self::Dot => Some('.'),
            Self::Colon => Some(':'),
            _ => None,
        }
    }

    /// `name` in this style, or unchanged if it fits it already.
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

    /// Returns whether a name fits this style. Generous: a single lower-case word fits every style, and acronyms and
    /// small words (`Added to Cart`) are left alone.
    fn fits(self, name: &str) -> bool {
        if name.chars().all(|c| c.is_lowercase() || c.is_ascii_digit()) {
            return true;
        }
        let upper = name.chars().any(char::is_uppercase);
        let only = |allowed: &[char]| name.chars().all(|c| c.is_alphanumeric() || allowed.contains(&c));
        let first_upper = !name.starts_with(char::is_lowercase);
        match self {
            Self::Snake => !upper && only(&['_']),
            Self::Constant => !name.chars().any(char::is_lowercase) && only(&['_']),
            // Of a part: `itemAdded` is as good as `item_added`.
            Self::Dot | Self::Colon => !first_upper && only(&['_', '-']),
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
                first_upper && is_one_word(first) && only(&[' ', '-']) && words.all(is_inner_word)
            }
            Self::Lower => {
                let is_words = name.contains(' ') && name.contains(char::is_lowercase) && only(&[' ', '-']);
                is_words && name.split(' ').all(is_inner_word)
            }
        }
    }
}

const SMALL_WORDS: [&str; 15] =
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

fn is_acronym(word: &str) -> bool {
    word.chars().all(|c| !c.is_lowercase())
}

/// Returns whether a word may follow another one in a sentence.
fn is_inner_word(word: &str) -> bool {
    !word.is_empty() && (!word.starts_with(char::is_uppercase) || is_acronym(word))
}

/// Returns whether a word is not two words joined together (`SignedUp`).
fn is_one_word(word: &str) -> bool {
    is_acronym(word) || !word.chars().skip(1).any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::NameStyle;

    fn better(style: NameStyle, name: &str) -> String {
        style.better(name).unwrap_or_else(|| name.to_owned())
    }

    #[test]
    fn the_quick_look_agrees_with_the_respelling() {
        let names = [
            "signed_up",
            "SignedUp",
            "signedUp",
            "signed-up",
            "Signed Up",
            "Signed up",
            "SIGNED_UP",
            "order.item_added",
            "order:item_added",
            "Order.Item Added",
            "user.signed-up",
            "signup",
            "Signup",
            "SIGNUP",
            "2FA Enabled",
            "_a_b",
            "a_b_",
            "$page_view",
            "a.b.c",
            "Added to Cart",
            "A-B test",
            "sign up",
            "Don't Go",
            "Ünder_way",
            "a:b.c",
            "x1_2",
        ];
        for (name, style) in names.iter().flat_map(|name| NameStyle::ALL.map(|style| (*name, style))) {
            assert!(!style.is_foreign(name) || style.respelled(name) != name, "{name} in {}", style.label());
        }
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
            assert_eq!(better(NameStyle::Snake, name), wanted, "{name}");
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
            assert_eq!(NameStyle::Snake.better(name), None, "{name}");
        }
        for (style, names) in [
            (NameStyle::Camel, ["signup", "signedUp", "oauth2Login"]),
            (NameStyle::Pascal, ["signup", "SignedUp", "Signup"]),
            (NameStyle::Kebab, ["signup", "signed-up", "step-2"]),
            (NameStyle::Title, ["Signup", "Added to Cart", "2FA Enabled"]),
            (NameStyle::Sentence, ["Signup", "Added to cart", "Opened the FAQ"]),
            (NameStyle::Lower, ["signup", "added to cart", "opened the FAQ"]),
            (NameStyle::Constant, ["signup", "SIGNUP", "SIGNED_UP"]),
            (NameStyle::Dot, ["signup", "order.placed", "order.itemAdded"]),
            (NameStyle::Colon, ["signup", "order:placed", "order:item_added"]),
        ] {
            for name in names {
                assert_eq!(style.better(name), None, "{name} in {}", style.label());
            }
        }
    }

    #[test]
    fn each_style_converts() {
        for (style, wanted) in [
            (NameStyle::Snake, "added_to_cart"),
            (NameStyle::Camel, "addedToCart"),
            (NameStyle::Pascal, "AddedToCart"),
            (NameStyle::Kebab, "added-to-cart"),
            (NameStyle::Title, "Added To Cart"),
            (NameStyle::Sentence, "Added to cart"),
            (NameStyle::Lower, "added to cart"),
            (NameStyle::Constant, "ADDED_TO_CART"),
            (NameStyle::Dot, "added.to_cart"),
            (NameStyle::Colon, "added:to_cart"),
        ] {
            for name in ["added_to_cart", "addedToCart", "AddedToCart", "added-to-cart", "Added To Cart"] {
                assert_eq!(better(style, name), wanted, "{name} in {}", style.label());
                assert_eq!(style.better(wanted), None, "{wanted} in {}", style.label());
            }
        }
    }

    #[test]
    fn names_with_namespaces_in_other_styles() {
        for (style, name, wanted) in [
            (NameStyle::Dot, "OrderPlaced", "order.placed"),
            (NameStyle::Dot, "order:placed", "order.placed"),
            (NameStyle::Dot, "Order.Placed", "order.placed"),
            (NameStyle::Colon, "cart_item_added", "cart:item_added"),
            (NameStyle::Pascal, "order.placed_now", "order.PlacedNow"),
            (NameStyle::Dot, "$SignedUp", "$signed.up"),
        ] {
            assert_eq!(better(style, name), wanted, "{name} in {}", style.label());
        }
    }

    proptest::proptest! {
        /// A renamed event is not found again, and no name panics.
        #[test]
        fn a_better_name_is_good(name in "([A-Za-z0-9_ $:.-]|\\PC){0,12}") {
            for style in NameStyle::ALL {
                if let Some(better) = style.better(&name) {
                    assert_eq!(style.better(&better), None, "{better:?} for {name:?} in {}", style.label());
                }
            }
        }
    }
}
