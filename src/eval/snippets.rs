//! Globals that are clients: those of Customer.io's snippets by their names, and `analytics` where the project loads
//! Customer.io's code for it, and no other's.

use super::Eval;
use super::builtin;
use super::units::Node;
use super::units::files::LocalFile;
use super::value::ValueKind;
use crate::facts::{ANALYTICS, ANALYTICS_SET, is_of_analytics};
use crate::sdk::{ClientKind, client_of_global};

impl Eval<'_> {
    /// The client that a global is, by its name.
    pub(super) fn client_of_global(&self, name: &str) -> Option<ClientKind> {
        client_of_global(name)
            .or_else(|| (name == ANALYTICS && self.loads_analytics()).then_some(ClientKind::CdpBrowser))
    }

    /// The value of a global.
    pub(super) fn known_global(&self, name: &str) -> ValueKind {
        match self.client_of_global(name) {
            Some(client) => ValueKind::Client(client, None),
            None => builtin::known_global(name),
        }
    }

    /// Returns whether the global `analytics` is certainly Customer.io's in the package of the analyzed file.
    fn loads_analytics(&self) -> bool {
        if let Some(known) = self.loads_analytics.get() {
            return known;
        }
        // What is assigned to it may be made of it.
        self.loads_analytics.set(Some(false));
        let mut files = vec![LocalFile::HERE];
        files.extend(self.handing(&ANALYTICS_SET).iter().copied());
        let mut is_own = false;
        let is_nobody_elses = files.iter().all(|file| {
            let loaded = self.units.files.facts(*file).analytics_loaded();
            is_own |= loaded.own;
            !loaded.other && (loaded.own || self.sets_own_analytics(*file, &mut is_own))
        });
        let loads = is_own && is_nobody_elses;
        self.loads_analytics.set(Some(loads));
        loads
    }

    /// Returns whether all that a file assigns to the global are clients of Customer.io's:
    /// `window.analytics = AnalyticsBrowser.load({ writeKey })`.
    fn sets_own_analytics(&self, file: LocalFile, is_own: &mut bool) -> bool {
        let writes = self.units.writes_naming(file, ANALYTICS);
        let writes = writes.filter(|(unit, write)| is_of_analytics(self.units.unit(*unit), write));
        let writes = writes.map(|(unit, write)| write.assigned().map(|value| Node { unit, expr: value }));
        writes.collect::<Vec<_>>().into_iter().all(|value| {
            let client = value.map(|value| self.narrowly(value, &None).kind);
            let is_client = matches!(client, Some(ValueKind::Client(ClientKind::CdpBrowser, _)));
            *is_own |= is_client;
            is_client
        })
    }
}
