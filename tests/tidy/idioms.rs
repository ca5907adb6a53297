//! Conditions are written as conditions: no `match` on a bool, no `match ()`, no `filter` that ignores what it is given.

use crate::source::{File, files};
use syn::visit::{self, Visit};
use syn::{Expr, ExprMatch, ExprMethodCall, ImplItemFn, ItemFn, Lit, Pat};

/// Collects the idioms in one file, each with the function that it is in.
#[derive(Default)]
struct Idioms {
    function: String,
    found: Vec<(String, &'static str)>,
}

impl Idioms {
    fn add(&mut self, instead: &'static str) {
        self.found.push((self.function.clone(), instead));
    }
}

impl<'ast> Visit<'ast> for Idioms {
    fn visit_item_fn(&mut self, it: &'ast ItemFn) {
        self.function = it.sig.ident.to_string();
        visit::visit_item_fn(self, it);
    }

    fn visit_impl_item_fn(&mut self, it: &'ast ImplItemFn) {
        self.function = it.sig.ident.to_string();
        visit::visit_impl_item_fn(self, it);
    }

    fn visit_expr_match(&mut self, it: &'ast ExprMatch) {
        if matches!(&*it.expr, Expr::Tuple(tuple) if tuple.elems.is_empty()) {
            self.add("`match ()` is `if … else if …`");
        } else if it.arms.iter().any(|arm| is_bool(&arm.pat)) {
            self.add("`match` on a bool is `if … else …`");
        }
        visit::visit_expr_match(self, it);
    }

    fn visit_expr_method_call(&mut self, it: &'ast ExprMethodCall) {
        let ignores = |argument: &Expr| matches!(argument, Expr::Closure(closure) if closure.inputs.iter().all(|input| matches!(input, Pat::Wild(_))));
        if it.method == "filter" && it.args.iter().all(ignores) {
            self.add("`.filter(|_| …)` is `if … else …`");
        }
        visit::visit_expr_method_call(self, it);
    }
}

fn is_bool(pattern: &Pat) -> bool {
    matches!(pattern, Pat::Lit(it) if matches!(it.lit, Lit::Bool(_)))
}

fn idioms(file: &File) -> Vec<String> {
    let code = syn::parse_file(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
    let mut found = Idioms::default();
    found.visit_file(&code);
    found.found.into_iter().map(|(function, instead)| format!("{}: {function}: {instead}", file.path)).collect()
}

#[test]
fn conditions_are_written_as_conditions() {
    let all = files("src").into_iter().filter(|file| file.path.ends_with(".rs"));
    let found: Vec<String> = all.flat_map(|file| idioms(&file)).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn idioms_are_found() {
    let text = "fn f(a: Option<u8>, b: bool) -> Option<u8> {\n    match b { true => a, _ => None }\n}\n\
                fn g(b: bool) { match () { () if b => {} () => {} } match a { Some(_) => {} _ => {} } }\n\
                fn h(a: Option<u8>) { a.filter(|_| f()); a.filter(|it| *it > 1); }\n";
    let file = File { path: "a.rs".to_owned(), text: text.to_owned() };
    assert_eq!(
        idioms(&file),
        [
            "a.rs: f: `match` on a bool is `if … else …`",
            "a.rs: g: `match ()` is `if … else if …`",
            "a.rs: h: `.filter(|_| …)` is `if … else …`",
        ]
    );
}
