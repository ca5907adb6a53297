//! Whether a credential is of the wrong kind for its place, and by what evidence.

use crate::model::Credential;
use crate::sdk::CredentialForm;
use crate::sdk::CredentialKind::{self, SiteId, TrackKey};

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
