//! The names under which a file hands something to code that does not import it: `app.locals.cio = client`,
//! `fastify.decorate("cio", client)`, `{ provide: "CIO", useValue: client }`, a context `{ cio: client }`.

use super::FileFacts;
use super::expr::{Element, ExprId, ExprKind, Key, Property};
use super::unit::{Target, Unit};
use smol_str::SmolStr;

/// The methods of frameworks and containers that put something under a name.
pub const PUTTING: [&str; 9] = [
    "bind",
    "decorate",
    "decorateReply",
    "decorateRequest",
    "provide",
    "register",
    "registerInstance",
    "registerSingleton",
    "set",
];
/// The key of a provider that has its token.
pub const PROVIDE: &str = "provide";
/// The keys of a provider that have what is provided.
pub const PROVIDED_BY: [&str; 4] = ["useValue", "useFactory", "useClass", "useExisting"];

/// The names that clients of Customer.io go by and hardly anything else does: only these are followed from one file to
/// another that does not import it.
pub fn is_telltale(name: &str) -> bool {
    let name = name.trim_start_matches('$');
    let plain: String = name.chars().filter(|c| *c != '_').collect::<String>().to_ascii_lowercase();
    // `cio` inside of a word (`precios`) is none, and `cio_id` is an attribute.
    let is_head = |rest: &str| rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_uppercase());
    plain.contains("customerio")
        || ["cio", "Cio", "CIO", "CIO_"].iter().any(|head| name.strip_prefix(head).is_some_and(is_head))
}

/// The name of a token: of a string its text, of a variable and of a member their names.
pub fn token_name(unit: &Unit, token: ExprId) -> Option<&SmolStr> {
    match &unit.exprs[unit.peeled(token).index()].kind {
        ExprKind::String(name) | ExprKind::Ident(name, _) | ExprKind::Member { property: name, .. } => Some(name),
        _ => None,
    }
}

impl FileFacts {
    /// The names under which the file hands something over, as far as these are followed into other files. Sorted, each
    /// once.
    pub fn names_handed(&self) -> Vec<SmolStr> {
        let mut names = Vec::new();
        collect(&self.root, &mut names);
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// Returns whether a unit hands something over that is followed into other files.
pub(super) fn hands_over(unit: &Unit) -> bool {
    let mut names = Vec::new();
    collect(unit, &mut names);
    !names.is_empty()
}

fn collect(unit: &Unit, names: &mut Vec<SmolStr>) {
    for write in &unit.writes {
        if let (Target::Member(_, Key::Name(name)), Some(value)) = (&write.target, write.value) {
            names.extend(Some(name).filter(|name| is_telltale(name) && may_be_client(unit, value)).cloned());
        }
    }
    for expr in &unit.exprs {
        match &expr.kind {
            ExprKind::Object(properties) => in_object(unit, properties, names),
            ExprKind::Call { callee, arguments } => {
                if let ExprKind::Member { property, .. } = &unit.exprs[unit.peeled(*callee).index()].kind
                    && PUTTING.contains(&property.as_str())
                    && let Some(Element::Item(token)) = arguments.first()
                    && let Some(name) = token_name(unit, *token)
                    && (is_telltale(name) || is_of_container(unit, property, *token))
                {
                    names.push(name.clone());
                }
            }
            _ => {}
        }
    }
    for child in &unit.children {
        collect(&child.unit, names);
    }
}

/// Returns whether a method that takes such a token is one of a container, and not `f.bind(x)` or `map.set("key", x)`.
fn is_of_container(unit: &Unit, method: &str, token: ExprId) -> bool {
    let kind = &unit.exprs[unit.peeled(token).index()].kind;
    method.starts_with("register") || method == "bind" && !matches!(kind, ExprKind::Ident(..))
}

/// `{ provide: TOKEN, useValue: client }`, `{ cio: client }`
fn in_object(unit: &Unit, properties: &[Property], names: &mut Vec<SmolStr>) {
    let is_provider = properties.iter().any(|property| matches!(property, Property::Entry { key: Key::Name(key), .. } if PROVIDED_BY.contains(&key.as_str())));
    for property in properties {
        let Property::Entry { key: Key::Name(key), value, .. } = property else { continue };
        if is_provider && key == PROVIDE {
            names.extend(token_name(unit, *value).cloned());
        } else if is_telltale(key) && may_be_client(unit, *value) {
            names.push(key.clone());
        }
    }
}

/// Returns whether an expression may be a client, by its looks.
fn may_be_client(unit: &Unit, value: ExprId) -> bool {
    match &unit.exprs[unit.peeled(value).index()].kind {
        ExprKind::New { .. }
        | ExprKind::Call { .. }
        | ExprKind::Ident(..)
        | ExprKind::Await(_)
        | ExprKind::Assign { .. }
        | ExprKind::Binary(..)
        | ExprKind::Conditional(..) => true,
        // Not `process.env.CIO_KEY`.
        ExprKind::Member { property, .. } => property.chars().any(|c| c.is_ascii_lowercase()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_telltale;
    use crate::source::Source;
    use crate::syntax::Language;
    use ropey::Rope;

    #[test]
    fn what_is_handed_over() {
        let names = |text: &str| Source::parse(Rope::from_str(text), Language::TypeScript).facts.names_handed();
        for text in [
            "app.locals.cio = client;",
            "function f(fastify) { fastify.decorate('cio', client); }",
            "const p = { provide: 'cio', useValue: client };",
            "const p = { provide: TOKENS.cio, useFactory: make };",
            "container.bind(cio).toConstantValue(client);",
            "export const context = () => ({ cio: client });",
        ] {
            assert_eq!(names(text), ["cio"], "{text}");
        }
        for text in ["app.locals.db = client;", "app.get('cio', f);", "cio.track(id, { name: 'a' });"] {
            assert!(names(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_names_that_tell() {
        for name in ["cio", "CIO", "$cio", "CIO_CLIENT", "cioClient", "customerio", "customerIo", "CUSTOMER_IO"] {
            assert!(is_telltale(name), "{name}");
        }
        for name in ["client", "mail", "socio", "precios", "ciosk", "customer", "customers"] {
            assert!(!is_telltale(name), "{name}");
        }
    }
}
