//! Walks through a template: what is in a branch may not be rendered, and what is assigned stands for something else.

use super::Template;
use super::expression::{Expression, Found, expression};
use super::lex::{Part, parts, tag};
use std::collections::HashMap;

/// The names that Customer.io and Liquid provide; `trigger` and `snippets` are looked into.
const PROVIDED: [&str; 15] = [
    "campaign",
    "content",
    "customer",
    "event",
    "forloop",
    "journey",
    "layout",
    "message",
    "now",
    "objects",
    "parent",
    "tablerowloop",
    "unsubscribe_url",
    "view_in_browser_url",
    "workspace",
];

/// Properties that every list and every string has.
const OF_LIQUID: [&str; 3] = ["first", "last", "size"];

/// Reads a template.
pub fn read(text: &str) -> Template {
    let mut reader = Reader::default();
    for part in parts(text) {
        match part {
            Part::Output(body) => reader.output(body),
            Part::Tag(name, arguments) => reader.tag(name, arguments),
            Part::Broken => reader.found.open = true,
        }
    }
    reader.found
}

/// The value of a template's variable.
#[derive(Clone)]
enum Variable {
    /// Another name for a path.
    Alias(Vec<String>),
    /// An element of the list at a path, or something inside of one.
    Element,
    /// Made by the template.
    Own,
}

#[derive(Default)]
struct Reader {
    found: Template,
    /// The blocks around, by the names of their tags.
    blocks: Vec<String>,
    variables: HashMap<String, Variable>,
}

impl Reader {
    fn output(&mut self, body: &str) {
        self.value(&expression(body));
    }

    /// A value that is shown: missing, it fails the message, unless there is a default.
    fn value(&mut self, value: &Expression) {
        self.found.open |= value.broken;
        for (at, path) in value.paths.iter().enumerate() {
            self.uses(path, at == 0 && value.has_default());
        }
    }

    /// A value that is only looked at.
    fn condition(&mut self, text: &str) {
        let value = expression(text);
        self.found.open |= value.broken;
        value.paths.iter().for_each(|path| self.uses(path, true));
    }

    fn tag(&mut self, name: &str, arguments: &str) {
        match name {
            "if" | "unless" | "case" => {
                self.condition(arguments);
                self.blocks.push(name.to_owned());
            }
            "elsif" | "when" => self.condition(arguments),
            "for" | "tablerow" => self.each(name, arguments),
            "capture" => {
                self.variables.insert(arguments.trim_matches(['"', '\'']).to_owned(), Variable::Own);
                self.blocks.push(name.to_owned());
            }
            "assign" => self.assign(arguments),
            "increment" | "decrement" => drop(self.variables.insert(arguments.to_owned(), Variable::Own)),
            "echo" => self.output(arguments),
            "liquid" => {
                for line in arguments.lines().map(str::trim).filter(|line| !line.is_empty()) {
                    let (name, arguments) = tag(line);
                    // A tag of tags has none inside.
                    if name != "liquid" {
                        self.tag(name, arguments);
                    }
                }
            }
            "#" | "else" | "break" | "continue" | "raw" | "comment" | "doc" => {}
            _ if name.starts_with("end") => {
                if self.blocks.last().is_some_and(|block| name.strip_prefix("end") == Some(block)) {
                    self.blocks.pop();
                }
            }
            // Customer.io's own: `cio_link url: trigger.url`.
            _ => self.value(&expression(arguments)),
        }
    }

    /// `item in trigger.items limit: 3`
    fn each(&mut self, name: &str, arguments: &str) {
        self.blocks.push(name.to_owned());
        let Some((variable, list)) = arguments.split_once(" in ") else {
            self.found.open = true;
            return;
        };
        // Nothing at all is walked through without an error.
        self.condition(list);
        self.variables.insert(variable.trim().to_owned(), Variable::Element);
    }

    fn assign(&mut self, arguments: &str) {
        let Some((name, value)) = arguments.split_once('=') else {
            self.found.open = true;
            return;
        };
        let value = expression(value);
        let alias = match value.paths.as_slice() {
            [path] if value.is_path && value.filters.is_empty() && !path.dynamic && self.blocks.is_empty() => {
                self.resolved(path)
            }
            _ => None,
        };
        let variable = match alias {
            Some(names) => Variable::Alias(names),
            None => {
                // What becomes of it is not followed.
                self.found.open |= value.broken;
                let has_default = value.has_default();
                let is_shown = self.blocks.is_empty() && !value.filters.is_empty();
                for (at, path) in value.paths.iter().enumerate() {
                    self.uses(path, !is_shown || (at == 0 && has_default));
                }
                Variable::Own
            }
        };
        self.variables.insert(name.trim().to_owned(), variable);
    }

    /// A path with the alias that it begins with replaced; `None` for what is the template's own.
    fn resolved(&self, path: &Found) -> Option<Vec<String>> {
        match self.variables.get(&path.names[0]) {
            Some(Variable::Alias(to)) => Some([to.as_slice(), &path.names[1..]].concat()),
            Some(Variable::Own | Variable::Element) => None,
            None => Some(path.names.clone()),
        }
    }

    fn uses(&mut self, path: &Found, optional: bool) {
        let optional = optional || self.blocks.iter().any(|block| block != "capture");
        let Some(names) = self.resolved(path) else { return };
        let (root, inside) = names.split_first().map_or(("", &[][..]), |(root, inside)| (root.as_str(), inside));
        match root {
            "trigger" => {
                // `trigger | json` takes whatever there is.
                self.found.open |= path.dynamic || inside.is_empty();
                let end = inside.iter().position(|name| OF_LIQUID.contains(&name.as_str())).unwrap_or(inside.len());
                // A first key of such a name is the data's own.
                let inside = &inside[..end.max(1).min(inside.len())];
                if !inside.is_empty() {
                    let known = self.found.data.entry(inside.to_vec()).or_insert(true);
                    *known &= optional;
                }
            }
            "snippets" => match inside.first() {
                Some(name) if !path.dynamic => {
                    let known = self.found.snippets.entry(name.clone()).or_insert(true);
                    *known &= optional;
                }
                _ => self.found.open = true,
            },
            root if PROVIDED.contains(&root) => {}
            root => drop(self.found.unknown.insert(root.to_owned())),
        }
    }
}
