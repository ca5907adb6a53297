//! The naming style of a project's events: the one that its settings choose, otherwise the one of nearly all of its
//! names.

use super::event_names::{STYLE_RULE, is_words};
use super::event_style::NameStyle;
use crate::rules::{Across, covers};
use crate::settings::Settings;
use std::collections::BTreeSet;

/// The fewest names that establish a convention.
const LEAST_NAMES: usize = 5;

/// The styles of a project's event names.
pub struct ProjectStyle {
    /// The styles that its names may have if the settings choose none; several if its names do not distinguish them
    /// (`Signup`, `Login`). Never empty; new names use the first.
    habit: Vec<NameStyle>,
    /// True when the style comes from the names, not from the default.
    is_seen: bool,
}

impl ProjectStyle {
    /// Returns the style of the files that are compared.
    pub fn of(ctx: &Across<'_>) -> Self {
        let mut names: BTreeSet<&str> = BTreeSet::new();
        for (_, member) in ctx.members().filter(|(_, member)| NameStyle::chosen(member.settings).is_none()) {
            let events = member
                .traces
                .events
                .iter()
                .filter(|event| covers(STYLE_RULE, event.client))
                .map(|event| event.name.trim());
            names.extend(events.filter(|name| !member.settings.allows(STYLE_RULE, name)));
        }
        match habit(names.into_iter()) {
            Some(habit) => Self { habit, is_seen: true },
            None => Self { habit: vec![NameStyle::Snake], is_seen: false },
        }
    }

    /// Returns the styles allowed in a file, and whether they come from the project's names.
    pub fn in_file(&self, settings: &Settings) -> (Vec<NameStyle>, bool) {
        match NameStyle::chosen(settings) {
            Some(style) => (vec![style], false),
            None => (self.habit.clone(), self.is_seen),
        }
    }

    /// Returns whether a name is in the style of a file.
    pub fn suits(&self, settings: &Settings, name: &str) -> bool {
        let suits = |style: NameStyle| style.better(name).is_none();
        match NameStyle::chosen(settings) {
            Some(style) => suits(style),
            None => self.habit.iter().any(|style| suits(*style)),
        }
    }
}

/// The styles of at least four fifths of the names, counting five or more names that distinguish styles.
fn habit<'a>(names: impl Iterator<Item = &'a str>) -> Option<Vec<NameStyle>> {
    let mut counts = [0; NameStyle::ALL.len()];
    let mut telling = 0;
    for name in names.filter(|name| is_words(name)) {
        let suits = NameStyle::ALL.map(|style| style.suits(name));
        // A single lower-case word fits every style.
        if suits.iter().all(|suits| *suits) {
            continue;
        }
        telling += 1;
        for (count, suits) in counts.iter_mut().zip(suits) {
            *count += usize::from(suits);
        }
    }
    let is_habit = |count: usize| telling >= LEAST_NAMES && count * 5 >= telling * 4;
    let counted = || NameStyle::ALL.into_iter().zip(counts).filter(|(_, count)| is_habit(*count));
    let most = counted().map(|(_, count)| count).max()?;
    // A namespace separator is a stronger sign than the parts, which are mostly single words.
    if let Some((style, _)) = counted().find(|(style, _)| matches!(style, NameStyle::Dot | NameStyle::Colon)) {
        return Some(vec![style]);
    }
    let found: Vec<NameStyle> = counted().filter(|(_, count)| *count == most).map(|(style, _)| style).collect();
    Some(if found.contains(&NameStyle::Snake) { vec![NameStyle::Snake] } else { found })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(names: &[&str]) -> Option<Vec<&'static str>> {
        habit(names.iter().copied()).map(|styles| styles.into_iter().map(NameStyle::label).collect())
    }

    #[test]
    fn four_fifths_of_five_names_are_a_habit() {
        let snake = ["signed_up", "signed_in", "order_placed", "order_paid", "cart_viewed"];
        assert_eq!(labels(&snake), Some(vec!["snake_case"]));
        assert_eq!(
            labels(&["SignedUp", "SignedIn", "OrderPlaced", "OrderPaid", "cart_viewed"]),
            Some(vec!["PascalCase"])
        );
        assert_eq!(labels(&["SignedUp", "SignedIn", "OrderPlaced", "order_paid", "cart_viewed"]), None);
        assert_eq!(labels(&["SignedUp", "SignedIn", "OrderPlaced", "OrderPaid"]), None);
        assert_eq!(
            labels(&["Signed Up", "Added to Cart", "Order Paid", "Trial", "Cart Viewed"]),
            Some(vec!["Title Case"])
        );
        assert_eq!(
            labels(&["Signed up", "Added to cart", "Order paid", "Trial", "Cart viewed"]),
            Some(vec!["Sentence case"])
        );
        assert_eq!(
            labels(&["signedUp", "signedIn", "orderPaid", "trialStarted", "cartViewed"]),
            Some(vec!["camelCase"])
        );
        assert_eq!(
            labels(&["a-b", "signed-in", "order-paid", "trial-started", "cart-viewed"]),
            Some(vec!["kebab-case"])
        );
        assert_eq!(
            labels(&["A_B", "SIGNED_IN", "ORDER_PAID", "TRIAL", "CART_VIEWED"]),
            Some(vec!["SCREAMING_SNAKE_CASE"])
        );
        assert_eq!(
            labels(&["user.created", "user.left", "order.paid", "order.sent", "x_y"]),
            Some(vec!["dot.separated"])
        );
        assert_eq!(
            labels(&["user:created", "user:left", "a:b", "order:sent", "order:paid"]),
            Some(vec!["colon:separated"])
        );
    }

    #[test]
    fn names_that_tell_styles_apart_by_halves() {
        let words = ["Signup", "Login", "Purchase", "Upgrade", "Cancel"];
        assert_eq!(labels(&words), Some(vec!["Title Case", "Sentence case", "PascalCase"]));
        // A single lower-case word and a path say nothing about the style.
        assert_eq!(labels(&["signup", "login", "purchase", "upgrade", "cancel", "/a/B", "42"]), None);
        assert_eq!(labels(&[]), None);
    }
}
