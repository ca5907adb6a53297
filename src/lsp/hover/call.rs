//! The hover text of a call that ends in the SDK.

use super::{Told, is_over};
use crate::model::{Call, Model, Through};
use crate::sdk::{ClientClass, Method, describe};
use std::fmt::Write;

/// If one call of a project's function leads to more SDK calls, they are listed instead of described.
const MOST_DESCRIBED: usize = 2;

/// The hover text for the call whose name is at a position: the SDK method, or those that a project's function calls.
pub fn at(model: &Model<'_>, at: usize) -> Option<Told> {
    let here: Vec<&Call> = model.calls().of_sdk().iter().filter(|call| is_over(call.name, at)).collect();
    let range = here.first()?.name;
    let mut methods: Vec<(&Method, Option<&Through>)> = Vec::new();
    for call in here {
        let Some(method) = call.method.as_deref().and_then(|name| ClientClass::of(call.client).method(name)) else {
            continue;
        };
        let known = methods.iter().any(|(other, _)| (other.class, other.name) == (method.class, method.name));
        if !known {
            methods.push((method, call.through.as_ref()));
        }
    }
    let described = |(method, through): &(&Method, Option<&Through>)| {
        let text = describe(method, model.version());
        match through {
            Some(through) => format!("{}\n\n{text}", ends_in(through, method)),
            None => text,
        }
    };
    let text = match methods.as_slice() {
        [] => return None,
        few if few.len() <= MOST_DESCRIBED => few.iter().map(described).collect::<Vec<_>>().join("\n\n---\n\n"),
        many => list(many),
    };
    Some(Told { range, text })
}

/// A sentence that names the SDK method that a project's function calls, and the file.
fn ends_in(through: &Through, method: &Method) -> String {
    let file = through.call.file.as_ref().and_then(|path| path.file_name());
    let place = file.map(|name| format!(", in {}", name.to_string_lossy())).unwrap_or_default();
    format!("{} ends in `{}.{}()`{place}.", named(&through.name), method.class.as_str(), method.name)
}

/// A function by its name; one out of a table has none.
fn named(name: &str) -> String {
    if name.is_empty() { "This function".to_owned() } else { format!("`{name}()`") }
}

fn list(methods: &[(&Method, Option<&Through>)]) -> String {
    let name = methods.iter().find_map(|(_, through)| through.map(|through| through.name.as_str()));
    let mut text = format!("{} makes several SDK calls:\n\n", named(name.unwrap_or_default()));
    for (method, _) in methods {
        let _ = writeln!(text, "- `{}.{}()`: {}", method.class.as_str(), method.name, method.summary);
    }
    text
}
