//! What a module hands out says what it is. The rooms are private, so the compiler's own lint does not look into them.

use crate::source::files;
use syn::visit::{self, Visit};
use syn::{Attribute, Field, ImplItemFn, Item, ItemImpl, TraitItem, Type, Variant, Visibility};

/// The items without documentation, by their lines.
#[derive(Default)]
struct Bare {
    items: Vec<String>,
    /// The types of the file that it keeps to itself.
    own: Vec<String>,
    /// Inside of a type that the file keeps to itself, or whose parts explain themselves, as its attribute says.
    is_excused: bool,
}

impl Bare {
    fn look(&mut self, attributes: &[Attribute], visibility: &Visibility, name: String) {
        let is_open = matches!(visibility, Visibility::Public(_));
        if is_open && !self.is_excused && !is_documented(attributes) {
            self.items.push(name);
        }
    }
}

/// Returns whether an item has documentation; for arguments that are taken in as a whole it would be shown as help.
fn is_documented(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("doc") || attribute.path().is_ident("command"))
}

/// Returns whether an item allows what it holds to be without documentation.
fn is_excused(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let Ok(list) = attribute.meta.require_list() else { return false };
        list.path.is_ident("allow") && list.tokens.to_string().contains("missing_docs")
    })
}

impl<'ast> Visit<'ast> for Bare {
    fn visit_item(&mut self, item: &'ast Item) {
        let (attributes, visibility, name) = match item {
            Item::Const(it) => (&it.attrs, &it.vis, it.ident.to_string()),
            Item::Enum(it) => (&it.attrs, &it.vis, it.ident.to_string()),
            Item::Fn(it) => (&it.attrs, &it.vis, it.sig.ident.to_string()),
            Item::Static(it) => (&it.attrs, &it.vis, it.ident.to_string()),
            Item::Struct(it) => (&it.attrs, &it.vis, it.ident.to_string()),
            Item::Trait(it) => (&it.attrs, &it.vis, it.ident.to_string()),
            Item::Type(it) => (&it.attrs, &it.vis, it.ident.to_string()),
            Item::Mod(it) if it.content.is_some() && it.ident == "tests" => return,
            _ => return visit::visit_item(self, item),
        };
        self.look(attributes, visibility, name);
        let outer = self.is_excused;
        self.is_excused |= is_excused(attributes) || !matches!(visibility, Visibility::Public(_));
        visit::visit_item(self, item);
        self.is_excused = outer;
    }

    fn visit_item_impl(&mut self, it: &'ast ItemImpl) {
        let Type::Path(of) = &*it.self_ty else { return };
        let name = of.path.segments.last().map(|last| last.ident.to_string());
        if name.is_some_and(|name| !self.own.contains(&name)) {
            visit::visit_item_impl(self, it);
        }
    }

    fn visit_impl_item_fn(&mut self, it: &'ast ImplItemFn) {
        self.look(&it.attrs, &it.vis, it.sig.ident.to_string());
        visit::visit_impl_item_fn(self, it);
    }

    fn visit_trait_item(&mut self, it: &'ast TraitItem) {
        if let TraitItem::Fn(it) = it {
            self.look(&it.attrs, &Visibility::Public(Default::default()), it.sig.ident.to_string());
        }
        visit::visit_trait_item(self, it);
    }

    fn visit_variant(&mut self, it: &'ast Variant) {
        self.look(&it.attrs, &Visibility::Public(Default::default()), it.ident.to_string());
    }

    fn visit_field(&mut self, it: &'ast Field) {
        if let Some(name) = &it.ident {
            self.look(&it.attrs, &it.vis, name.to_string());
        }
    }
}

/// The public items of some code that have no documentation.
fn bare(code: &str) -> Vec<String> {
    let file = syn::parse_file(code).expect("Rust");
    let own = file.items.iter().filter_map(|item| match item {
        Item::Struct(it) => Some((&it.vis, &it.ident)),
        Item::Enum(it) => Some((&it.vis, &it.ident)),
        _ => None,
    });
    let own = own.filter(|(visibility, _)| !matches!(visibility, Visibility::Public(_)));
    let mut bare = Bare { own: own.map(|(_, name)| name.to_string()).collect(), ..Bare::default() };
    bare.visit_file(&file);
    bare.items
}

#[test]
fn public_items_say_what_they_are() {
    let mut all = Vec::new();
    for file in files("src").iter().filter(|file| !file.path.ends_with("tests.rs")) {
        // Rules are reached by their table; `META` and `check` are the same for each.
        let names = bare(&file.text).into_iter().filter(|name| !matches!(name.as_str(), "META" | "check"));
        all.extend(names.map(|name| format!("{}: {name}", file.path)));
    }
    assert!(all.is_empty(), "no documentation: {all:#?}");
}

#[test]
fn bare_items_are_found() {
    let code = "/// A.\npub struct A {\n pub b: u8,\n /// C.\n pub c: u8,\n d: u8 }\nimpl A { pub fn e() {} fn f() {} }\nenum K { L }\nimpl K { pub fn m() {} }\n\
                #[allow(missing_docs)]\n/// G.\npub enum G { H }\npub const I: u8 = 1;\nfn j() {}";
    assert_eq!(bare(code), ["b", "e", "I"]);
}
