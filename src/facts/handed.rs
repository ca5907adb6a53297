//! The names under which a file hands something to code that does not import it: `app.locals.cio = client`,
//! `fastify.decorate("cio", client)`, `{ provide: "CIO", useValue: client }`, a context `{ cio: client }`.

use super::FileFacts;
use super::analytics::{ANALYTICS_SET, tells_of_analytics};
use super::expr::{Element, ExprId, ExprKind, Key, Property};
use super::unit::{Target, Unit, Write};
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
/// The name for options that a file sets on a library for requests, or on an instance of it, after that was made: these
/// count for all who send with it. No name of code looks like this.
pub const OPTIONS_SET: SmolStr = SmolStr::new_static("[options]");
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
        if self.document.is_some() {
            return Vec::new();
        }
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
    if unit.writes.iter().any(|write| sets_default(unit, write))
        || unit.exprs.iter().any(|it| is_interceptor(unit, &it.kind))
    {
        names.push(OPTIONS_SET);
    }
    if tells_of_analytics(unit) {
        names.push(ANALYTICS_SET);
    }
    for write in &unit.writes {
        if let (Target::Member(_, Key::Name(name)), Some(value)) = (&write.target, write.value) {
            names.extend(Some(name).filter(|name| is_telltale(name) && may_be_client(unit, value)).cloned());
        }
    }
    for expr in &unit.exprs {
        match &expr.kind {
            ExprKind::Object(properties) => in_object(unit, properties, names),
            ExprKind::Call { callee, arguments } => {
                if let ExprKind::Member { object, property } = &unit.exprs[unit.peeled(*callee).index()].kind
                    && let ExprKind::Ident(package, _) = &unit.exprs[object.index()].kind
                {
                    names.extend(layered(unit, package, property, arguments).cloned());
                }
                if let ExprKind::Member { property, .. } = &unit.exprs[unit.peeled(*callee).index()].kind
                    && PUTTING.contains(&property.as_str())
                    && let [Element::Item(token), Element::Item(value), ..] = &arguments[..]
                    && let Some(name) = token_name(unit, *token)
                    && puts(unit, property, name, *value)
                {
                    names.push(name.clone());
                }
            }
            // `container.bind(TOKEN).toConstantValue(client)`
            ExprKind::Member { object, property } if property.starts_with("to") => {
                if let ExprKind::Call { callee, arguments } = &unit.exprs[unit.peeled(*object).index()].kind
                    && let ExprKind::Member { property, .. } = &unit.exprs[unit.peeled(*callee).index()].kind
                    && let ("bind", [Element::Item(token)]) = (property.as_str(), &arguments[..])
                {
                    names.extend(token_name(unit, *token).cloned());
                }
            }
            _ => {}
        }
    }
    for child in &unit.children {
        collect(&child.unit, names);
    }
}

/// `api.defaults.baseURL = …`, `api.defaults.headers.common.Authorization = …`
fn sets_default(unit: &Unit, write: &Write) -> bool {
    let Target::Member(object, _) = &write.target else { return false };
    let mut object = unit.peeled(*object);
    while let ExprKind::Member { object: of, property } = &unit.exprs[object.index()].kind {
        if property == "defaults" {
            return true;
        }
        object = unit.peeled(*of);
    }
    false
}

/// `api.interceptors.request`
fn is_interceptor(unit: &Unit, kind: &ExprKind) -> bool {
    let ExprKind::Member { object, property } = kind else { return false };
    property == "request"
        && matches!(&unit.exprs[unit.peeled(*object).index()].kind, ExprKind::Member { property, .. } if property == "interceptors")
}

/// The tag that a call of Effect provides something for: `Layer.succeed(Cio, client)`.
fn layered<'u>(unit: &'u Unit, package: &str, function: &str, arguments: &[Element]) -> Option<&'u SmolStr> {
    let tag = match (package, function) {
        ("Layer", "succeed" | "sync" | "effect" | "scoped") => arguments.first(),
        ("Effect", "provideService") => arguments.len().checked_sub(2).and_then(|at| arguments.get(at)),
        _ => None,
    };
    match tag {
        Some(Element::Item(tag)) if arguments.len() > 1 => token_name(unit, *tag),
        _ => None,
    }
}

/// Returns whether a method puts something that may be a client under a name. Under names that tell nothing only
/// containers do, and not `form.register("email", options)` or `map.set("key", x)`.
fn puts(unit: &Unit, method: &str, name: &str, value: ExprId) -> bool {
    let is_provider = match &unit.exprs[unit.peeled(value).index()].kind {
        ExprKind::Object(properties) => properties.iter().any(is_way_to_provide),
        _ => false,
    };
    let is_of_container = matches!(method, "registerInstance" | "registerSingleton") || is_provider;
    (is_of_container || is_telltale(name)) && (is_provider || may_be_client(unit, value))
}

/// Returns whether an entry of a provider has what is provided: `useValue: client`.
fn is_way_to_provide(property: &Property) -> bool {
    matches!(property, Property::Entry { key: Key::Name(key), .. } if PROVIDED_BY.contains(&key.as_str()))
}

/// `{ provide: TOKEN, useValue: client }`, `{ cio: client }`
fn in_object(unit: &Unit, properties: &[Property], names: &mut Vec<SmolStr>) {
    let is_provider = properties.iter().any(is_way_to_provide);
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
    use super::{OPTIONS_SET, is_telltale};
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
            "container.register('cio', { useValue: client });",
            "container.registerInstance(cio, client);",
            "app.provide('cio', client);",
            "export const context = () => ({ cio: client });",
        ] {
            assert_eq!(names(text), ["cio"], "{text}");
        }
        let forms = ["form.register('email');", "form.register('email', { required: true });", "form.register('cio');"];
        for text in forms.into_iter().chain(["form.register('email', rules());", "cio.track.bind(cio);"]) {
            assert!(names(text).is_empty(), "{text}");
        }
        assert_eq!(names("container.register('Mailer', { useClass: Mailer });"), ["Mailer"]);
        for text in [
            "api.defaults.baseURL = url;",
            "axios.defaults.headers.common['Authorization'] = key;",
            "api.interceptors.request.use(f);",
        ] {
            assert_eq!(names(text), [OPTIONS_SET], "{text}");
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
