//! Asks the engine about a text.

use customerio_ls::testing::model::{ClientMade, EventName, Files, Model, TimeSlot};
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;

/// `text` as TypeScript (TSX when it has markup is up to the caller).
pub fn source(text: &str, language: Language) -> Source {
    Source::parse(Rope::from_str(text), language)
}

/// The time slots of a text.
pub fn slots(text: &str) -> Vec<TimeSlot> {
    let source = source(text, Language::TypeScript);
    Model::new(&source.rope, &Files::alone(source.facts.clone()), None).times().slots().to_vec()
}

/// The event names of a text.
pub fn events(text: &str) -> Vec<EventName> {
    events_in(text, Language::TypeScript)
}

/// The event names of a text in a language.
pub fn events_in(text: &str, language: Language) -> Vec<EventName> {
    let source = source(text, language);
    Model::new(&source.rope, &Files::alone(source.facts.clone()), None).events().names().to_vec()
}

/// Their names alone, in the order of the text.
pub fn names(text: &str) -> Vec<String> {
    events(text).into_iter().map(|event| event.name.to_string()).collect()
}

/// The clients of a text.
pub fn clients(text: &str) -> Vec<ClientMade> {
    let source = source(text, Language::TypeScript);
    Model::new(&source.rope, &Files::alone(source.facts.clone()), None).clients().made().to_vec()
}
