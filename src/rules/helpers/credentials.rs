//! Decides whether a credential is of the wrong kind for its place, on which evidence, and whether two are the same.

use crate::model::{Credential, EnvVariable, SameCredential};
use crate::rules::Member;
use crate::sdk::CredentialForm;
use crate::sdk::CredentialKind::{self, SiteId, TrackKey};
use crate::sdk::Fingerprint;
use std::path::Path;

/// The evidence that a credential is in the wrong place.
#[derive(Clone, Debug, PartialEq)]
pub enum Misplaced<'a> {
    /// By the form of its literal: proof.
    Form(CredentialForm),
    /// By the form that its variable has in the `.env*` files, and one of the places where it is set: proof.
    Variable(CredentialForm, &'a str, &'a EnvVariable),
    /// By its name, which names a kind that the place does not take: the kind, and the name.
    Name(CredentialKind, &'a str),
}

/// Returns the evidence that `credential` is of the wrong kind. The form of its value overrides its name; a Site ID and
/// a Track API key look alike and are used together, so swapping those two is left to `client-constructor-shape`.
pub fn misplaced(credential: &Credential) -> Option<Misplaced<'_>> {
    if let Some(form) = credential.literal {
        if form.rules_out(credential.wanted) {
            return Some(Misplaced::Form(form));
        }
        // With the right form, the name does not matter.
        if form.proves(credential.wanted) {
            return None;
        }
    }
    if let Some(SameCredential::Environment(name)) = &credential.same
        && let Some((form, set)) = form_everywhere(&credential.set)
    {
        if form.rules_out(credential.wanted) {
            return Some(Misplaced::Variable(form, name, set));
        }
        if form.proves(credential.wanted) {
            return None;
        }
    }
    let (kind, name) = credential.named.as_ref()?;
    let same_pair = matches!((credential.wanted, *kind), (SiteId, TrackKey) | (TrackKey, SiteId));
    (*kind != credential.wanted && !same_pair).then_some(Misplaced::Name(*kind, name))
}

/// The form that the value of a variable has in all files that give it one, and the first of these places.
fn form_everywhere(set: &[EnvVariable]) -> Option<(CredentialForm, &EnvVariable)> {
    let mut forms = set.iter().filter_map(|variable| Some((variable.form?, variable)));
    let first = forms.next()?;
    forms.all(|(form, _)| form == first.0).then_some(first)
}

/// An identity that two credentials of a project share if they are provably the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Identity<'a> {
    /// The same expression, wherever it is written.
    Same(&'a SameCredential, NameScope<'a>),
    /// Variables of any names to which one `.env` file gives the same value.
    Value(Option<&'a Path>, Fingerprint),
}

/// The extent in which a name means one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameScope<'a> {
    /// In the whole project.
    Project,
    /// In a package: another one may run where the variable is set to something else.
    Package(Option<&'a Path>),
    /// Wherever this `.env` file is the nearest that sets it.
    EnvFile(Option<&'a Path>),
}

/// The identities of a credential of `member`. Literals that do not have the form of a key are placeholders: they may
/// be equal without being the same credential.
pub fn identities<'a>(member: &'a Member<'a>, credential: &'a Credential) -> impl Iterator<Item = Identity<'a>> {
    let is_key = !matches!(credential.literal, Some(CredentialForm::Other));
    let file = |set: &'a EnvVariable| set.place.file.as_deref();
    let scope = match (&credential.same, credential.set.first()) {
        (Some(SameCredential::Environment(_)), Some(set)) => NameScope::EnvFile(file(set)),
        (Some(SameCredential::Environment(_)), None) => NameScope::Package(member.package.as_deref()),
        _ => NameScope::Project,
    };
    let same = if is_key { credential.same.as_ref() } else { None };
    let same = same.map(|same| Identity::Same(same, scope));
    let values = credential.set.iter().filter_map(move |set| Some(Identity::Value(file(set), set.fingerprint?)));
    same.into_iter().chain(values)
}
