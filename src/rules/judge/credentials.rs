//! Whether a credential is of the wrong kind for its place, and by what evidence; whether two credentials are the same.

use crate::model::{Credential, SameCredential};
use crate::rules::Member;
use crate::sdk::CredentialForm;
use crate::sdk::CredentialKind::{self, SiteId, TrackKey};
use std::path::Path;

/// Why a credential is known to be in the wrong place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misplaced<'a> {
    /// By the form of its literal: proof. The digits, and what has that many.
    ByForm(usize, &'static str),
    /// By its name, which says another kind than the place wants: the kind, and the name.
    ByName(CredentialKind, &'a str),
}

/// Whether `credential` is of the wrong kind. The form of a literal beats its name; a Site ID and a Track API key look
/// alike and travel together, so mixing up those two is left to `client-constructor-shape`.
pub fn misplaced(credential: &Credential) -> Option<Misplaced<'_>> {
    if let Some(form) = credential.literal {
        if let Some(digits) = form.digits()
            && form.rules_out(credential.wanted)
        {
            let what = if form == CredentialForm::Hex20 { "a Site ID or a Track API key" } else { "an App API key" };
            return Some(Misplaced::ByForm(digits, what));
        }
        // Right by its form: then the name does not matter.
        if form.proves(credential.wanted) {
            return None;
        }
    }
    let (kind, name) = credential.named.as_ref()?;
    let same_pair = matches!((credential.wanted, *kind), (SiteId, TrackKey) | (TrackKey, SiteId));
    (*kind != credential.wanted && !same_pair).then_some(Misplaced::ByName(*kind, name))
}

/// Equal for two credentials of a project exactly if they are provably the same one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Identity<'a> {
    same: &'a SameCredential,
    /// The package, for a variable of the environment: another package may run where it is set to something else.
    package: Option<&'a Path>,
}

/// What tells a credential of `member` from others. Literals whose form does not say that they are keys are placeholders,
/// and equal to each other without meaning the same.
pub fn identity<'a>(member: &'a Member<'a>, credential: &'a Credential) -> Option<Identity<'a>> {
    let is_key = !matches!(credential.literal, Some(CredentialForm::Other));
    let same = credential.same.as_ref().filter(|_| is_key)?;
    let package = match same {
        SameCredential::Environment(_) => member.package.as_deref(),
        SameCredential::Variable(..) | SameCredential::Literal(_) => None,
    };
    Some(Identity { same, package })
}
