//! The dependencies of a `package.json`, and their places.

use super::FileFacts;
use crate::syntax::Language;
use crate::text::{TextRange, without_bom};
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use ropey::Rope;
use smol_str::SmolStr;

/// The fields that bring packages along.
const DEPENDENCIES: [&str; 4] = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

/// The dependencies of a `package.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The packages: those that the program needs first, those that it expects of others last.
    pub dependencies: Vec<Wanted>,
    /// The runtime requirements: `"node": ">=18"`.
    pub engines: Vec<Wanted>,
}

/// An entry that asks for versions of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The name of the package or runtime.
    pub name: SmolStr,
    /// The range of versions, as it is written.
    pub versions: SmolStr,
    /// The entry: name and value.
    pub range: TextRange,
}

impl FileFacts {
    /// Adds the dependencies of a file of `language` that is a `package.json`.
    pub fn add_manifest(&mut self, rope: &Rope, language: Language) {
        if language == Language::Manifest {
            self.manifest = Some(Box::new(read(&String::from(rope)).unwrap_or_default()));
        }
    }
}

/// The manifest of a text; `None` where it is broken.
fn read(text: &str) -> Option<Manifest> {
    let (_, body) = without_bom(text);
    let start = text.len() - body.len();
    let parsed = jsonc_parser::parse_to_ast(body, &Default::default(), &Default::default()).ok()?;
    let root = parsed.value?;
    let root = root.as_object()?;
    Some(Manifest {
        dependencies: DEPENDENCIES.iter().flat_map(|field| entries(root, field, start)).collect(),
        engines: entries(root, "engines", start),
    })
}

/// The texts among the members of an object that is a field of another.
fn entries(root: &ast::Object<'_>, field: &str, start: usize) -> Vec<Wanted> {
    let object = root.get(field).and_then(|property| property.value.as_object());
    let members = object.into_iter().flat_map(|object| &object.properties);
    let wanted = members.filter_map(|member| {
        let versions = member.value.as_string_lit()?.value.as_ref().into();
        let range = member.range();
        let range = TextRange::new(range.start + start, range.end + start);
        Some(Wanted { name: member.name.as_str().into(), versions, range })
    });
    wanted.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_text() {
        let text = "\u{feff}{\n // why\n \"devDependencies\": { \"a\": \"^4.4.0\", \"b\": 1 },\n \"engines\": { \"node\": \">=18\" }\n}";
        let manifest = read(text).unwrap();
        let [a] = &manifest.dependencies[..] else { panic!("one text") };
        assert_eq!(
            (&text[a.range.as_range()], a.name.as_str(), a.versions.as_str()),
            ("\"a\": \"^4.4.0\"", "a", "^4.4.0")
        );
        assert_eq!(&text[manifest.engines[0].range.as_range()], "\"node\": \">=18\"");
    }

    #[test]
    fn what_is_broken_or_of_another_form_says_nothing() {
        for text in ["", "[]", "{"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"[".repeat(100_000)), None);
        assert_eq!(read("{ \"dependencies\": [], \"engines\": \"node\" }"), Some(Manifest::default()));
    }
}
