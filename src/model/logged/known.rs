//! The expressions of a file that are credentials: the arguments of its clients, and the environment variables with
//! such names.

use crate::eval::units::places;
use crate::eval::units::{Bound, Lookup, Node};
use crate::eval::value::{Value, ValueKind};
use crate::eval::{Eval, ExportFound, What};
use crate::facts::{BindingSource, ExprKind, PatternStep};
use crate::model::file::name_words::words;
use crate::sdk::{CredentialForm, CredentialKind, Fingerprint, credential_kind};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

/// The maximum length of a path of members that leads to a credential.
const MOST_MEMBERS: usize = 64;

/// The knowledge of a file's credentials.
#[derive(Default)]
pub(super) struct Known {
    /// Environment variables that are passed to clients.
    variables: FxHashSet<SmolStr>,
    /// Literals that are passed to clients.
    literals: FxHashSet<Fingerprint>,
    /// Variables and parameters that are passed to clients.
    bound: FxHashSet<Bound>,
    /// Members that are passed to clients: `config.appKey`.
    paths: FxHashSet<Path>,
    /// True when a client reads its credentials from the environment.
    from_environment: bool,
    /// True when the file names such a variable, client or not.
    names: bool,
}

/// A path of members, by its beginning.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Path {
    root: Root,
    members: Vec<SmolStr>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Root {
    Bound(Bound),
    This,
}

impl Path {
    /// The path that an expression is; `None` for anything but a chain of names.
    pub(super) fn of(eval: &Eval<'_>, node: Node) -> Option<Self> {
        let mut members = Vec::new();
        let mut node = eval.units.peeled(node);
        loop {
            if members.len() > MOST_MEMBERS {
                eval.hit(What::Steps, node);
                return None;
            }
            let root = match eval.units.kind(node) {
                ExprKind::Member { object, property } => {
                    members.push(property.clone());
                    node = eval.units.peeled(Node { unit: node.unit, expr: *object });
                    continue;
                }
                ExprKind::This(_) => Root::This,
                ExprKind::Ident(..) => Root::Bound(bound(eval, node)?),
                _ => return None,
            };
            members.reverse();
            return Some(Self { root, members });
        }
    }
    /// The path of its holder; not where that is all of `this`.
    fn holder(&self) -> Option<Self> {
        let (_, members) = self.members.split_last()?;
        let is_this = self.root == Root::This && members.is_empty();
        (!is_this).then(|| Self { root: self.root, members: members.to_vec() })
    }
}

impl Known {
    /// Returns the knowledge of the analyzed file.
    pub(super) fn of(eval: &Eval<'_>) -> Self {
        let mut known = Self::default();
        for node in eval.candidates().iter().copied() {
            let ExprKind::New { arguments, .. } = eval.units.kind(node) else { continue };
            let ValueKind::Client(kind, _) = eval.value(node).kind else { continue };
            for (wanted, argument) in kind.credentials().iter().zip(places(node.unit, arguments)) {
                if *wanted != CredentialKind::SiteId {
                    known.given(eval, argument);
                }
            }
        }
        known.names = eval.units.expressions().any(|(_, kind)| match kind {
            ExprKind::Member { property, .. } => is_ours(property),
            ExprKind::String(text) => is_ours(text),
            _ => false,
        }) || eval.units.iter().any(|(_, facts)| {
            facts.bindings.iter().any(|binding| match &binding.source {
                BindingSource::Variable { path, .. } => {
                    path.iter().any(|step| matches!(step, PatternStep::Key(key) if is_ours(key)))
                }
                _ => false,
            })
        });
        known
    }

    fn given(&mut self, eval: &Eval<'_>, argument: Node) {
        let value = eval.value(argument);
        for case in value.cases() {
            match &case.kind {
                ValueKind::Env(name) => {
                    self.variables.insert(name.clone());
                    self.from_environment = true;
                }
                ValueKind::Str(text) if CredentialForm::of_secret(text.as_bytes()).is_some() => {
                    self.literals.insert(Fingerprint::of(text.as_bytes()));
                }
                _ => {}
            }
        }
        // A name for a well-known string is not the name of a secret.
        let is_secret = |case: &Value| match &case.kind {
            ValueKind::Str(text) => CredentialForm::of_secret(text.as_bytes()).is_some(),
            kind => !matches!(kind, ValueKind::Object(_) | ValueKind::Array(..)) && !kind.is_nothing(),
        };
        if !value.cases().iter().any(is_secret) {
            return;
        }
        let argument = eval.units.peeled(argument);
        self.bound.extend(bound(eval, argument));
        self.paths.extend(Path::of(eval, argument).filter(|path| !path.members.is_empty()));
    }

    /// Returns whether no expression can be a credential.
    pub(super) fn is_empty(&self) -> bool {
        !self.names
            && self.variables.is_empty()
            && self.literals.is_empty()
            && self.bound.is_empty()
            && self.paths.is_empty()
    }

    /// Returns whether one of the clients reads its credentials from the environment.
    pub(super) fn is_in_environment(&self) -> bool {
        self.from_environment
    }

    /// Returns whether a value is a credential, by where it comes from.
    pub(super) fn is_key(&self, value: &Value) -> bool {
        match &value.kind {
            ValueKind::Env(name) => self.variables.contains(name) || is_ours(name),
            ValueKind::Str(text) => {
                CredentialForm::of_secret(text.as_bytes()).is_some()
                    && self.literals.contains(&Fingerprint::of(text.as_bytes()))
            }
            _ => false,
        }
    }

    /// Returns whether an expression names an argument of a client.
    pub(super) fn is_given(&self, eval: &Eval<'_>, node: Node) -> bool {
        match eval.units.kind(node) {
            ExprKind::Ident(..) => bound(eval, node).is_some_and(|it| self.bound.contains(&it)),
            ExprKind::Member { .. } => Path::of(eval, node).is_some_and(|it| self.paths.contains(&it)),
            _ => false,
        }
    }

    /// Returns whether an expression names the holder of an argument of a client.
    pub(super) fn is_holder(&self, eval: &Eval<'_>, node: Node) -> bool {
        !self.paths.is_empty()
            && Path::of(eval, node).is_some_and(|path| self.paths.iter().any(|it| it.holder().as_ref() == Some(&path)))
    }
}

/// The variable that a name stands for; an import is one thing in all files.
pub(super) fn bound(eval: &Eval<'_>, node: Node) -> Option<Bound> {
    let ExprKind::Ident(name, scope) = eval.units.kind(node) else { return None };
    match eval.units.lookup(node.unit, *scope, name) {
        Lookup::One(bound) => match eval.made_at(bound) {
            Some(ExportFound::Name(made)) => Some(made),
            _ => Some(bound),
        },
        _ => None,
    }
}

/// Returns whether the name of an environment variable says that it holds a secret of Customer.io.
fn is_ours(name: &str) -> bool {
    const KEYS: &[&str] = &["key", "token", "secret", "bearer", "apikey", "password"];
    // A cheap look first: it is asked of every member.
    let is_upper = name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
    if !is_upper || !(name.contains("CIO") || name.contains("CUSTOMER")) {
        return false;
    }
    let words = words(name);
    let about = words.iter().any(|word| matches!(word.as_str(), "customerio" | "cio"))
        || words.windows(2).any(|pair| pair[0] == "customer" && pair[1] == "io");
    let kind = credential_kind(name);
    let is_key = words.last().is_some_and(|last| KEYS.contains(&last.as_str()));
    about && is_key && kind != Some(CredentialKind::SiteId) && !name.contains("PUBLIC")
}
