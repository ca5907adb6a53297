//! The global `analytics` of web pages: the files that load Customer.io's code for it, or another vendor's.

use super::FileFacts;
use super::analytics_text::{ANALYTICS, is_address_of_others, is_module_of_others, is_own_address, makes_analytics};
use super::expr::{ExprId, ExprKind, Key, TemplatePart};
use super::unit::{Target, Unit, Write};
use smol_str::SmolStr;

/// The name under which a file that says whose `analytics` is is found by others. No name of code looks like this.
pub const ANALYTICS_SET: SmolStr = SmolStr::new_static("[analytics]");
/// The code that a file loads for the global `analytics`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnalyticsLoaded {
    /// True when a snippet of Customer.io's in it makes the global.
    pub own: bool,
    /// True when it loads code of another vendor.
    pub other: bool,
}

impl FileFacts {
    /// The code that the file loads for the global `analytics`.
    pub fn analytics_loaded(&self) -> AnalyticsLoaded {
        let mut found = Found::default();
        found.collect(&self.root);
        AnalyticsLoaded { own: found.own && found.made, other: found.other }
    }
}

#[derive(Default)]
struct Found {
    own: bool,
    other: bool,
    /// True when something assigns the global.
    made: bool,
}

impl Found {
    fn collect(&mut self, unit: &Unit) {
        self.made |= sets_analytics(unit);
        self.other |= unit.imports.iter().any(|import| is_module_of_others(&import.module));
        texts(unit, |text| {
            self.own |= is_own_address(text);
            self.other |= is_address_of_others(text);
            self.made |= makes_analytics(text.as_bytes());
        });
        for child in &unit.children {
            self.collect(&child.unit);
        }
    }
}

/// Returns whether a unit tells whose the global is: it sets it, or loads code that does.
pub(super) fn tells_of_analytics(unit: &Unit) -> bool {
    let mut tells = sets_analytics(unit) || unit.imports.iter().any(|import| is_module_of_others(&import.module));
    texts(unit, |text| tells = tells || is_own_address(text) || is_address_of_others(text));
    tells
}

fn texts(unit: &Unit, mut look: impl FnMut(&str)) {
    for expr in &unit.exprs {
        match &expr.kind {
            ExprKind::String(text) => look(text),
            ExprKind::Template(parts) => parts.iter().for_each(|part| {
                if let TemplatePart::Text(text) = part {
                    look(text);
                }
            }),
            _ => {}
        }
    }
}

fn sets_analytics(unit: &Unit) -> bool {
    unit.writes.iter().any(|write| is_of_analytics(unit, write))
}

/// Returns whether a unit assigns the global by this: `window.analytics = …`.
pub fn is_of_analytics(unit: &Unit, write: &Write) -> bool {
    match &write.target {
        Target::Member(object, Key::Name(name)) => name == ANALYTICS && is_global_object(unit, *object),
        _ => false,
    }
}

fn is_global_object(unit: &Unit, object: ExprId) -> bool {
    matches!(&unit.exprs[unit.peeled(object).index()].kind,
        ExprKind::Ident(name, _) if matches!(name.as_str(), "globalThis" | "self" | "window"))
}

#[cfg(test)]
mod tests {
    use super::AnalyticsLoaded;
    use crate::source::Source;
    use crate::syntax::Language;
    use ropey::Rope;

    #[test]
    fn whose_analytics_it_is() {
        let loaded = |text: &str| Source::parse(Rope::from_str(text), Language::Tsx).facts.analytics_loaded();
        let of = |own, other| AnalyticsLoaded { own, other };
        let code = "!function(){var analytics=window.analytics=window.analytics||[];var t={};t.src=\"https://cdp.customer.io/v1/analytics-js/snippet/\"+key+\"/analytics.min.js\";}();";
        assert_eq!(loaded(code), of(true, false));
        assert_eq!(loaded(&format!("const a = <Script>{{`{code}`}}</Script>;")), of(true, false));
        let other = code.replace("cdp.customer.io/v1/analytics-js/snippet", "cdn.segment.com/analytics.js/v1");
        assert_eq!(loaded(&other), of(false, true));
        // A global of its own name.
        let own = code.replace(
            "analytics=window.analytics=window.analytics||[]",
            "i=\"cioanalytics\",analytics=(window[i]=window[i]||[])",
        );
        assert_eq!(loaded(&own), of(false, false));
        assert_eq!(loaded("window.analytics.track('a');"), of(false, false));
        assert_eq!(loaded("import { AnalyticsBrowser } from '@segment/analytics-next';"), of(false, true));
    }
}
