//! The words of names in code.

use convert_case::{Case, Casing};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// The maximum number of names kept: more than a project has for its attributes.
const MOST_KEPT: usize = 4_096;

/// The words of a name, in lower case: `signup`, `date` for `signupDate`, `signup_date` and `SIGNUP-DATE`. Remembered,
/// for the same names are asked for at every keystroke.
pub fn words(name: &str) -> Rc<[String]> {
    thread_local! {
        static KNOWN: RefCell<FxHashMap<String, Rc<[String]>>> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(words) = known.get(name) {
            return words.clone();
        }
        if known.len() >= MOST_KEPT {
            known.clear();
        }
        let snake = name.to_case(Case::Snake);
        let words: Rc<[String]> = snake.split('_').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        known.insert(name.to_owned(), words.clone());
        words
    })
}
