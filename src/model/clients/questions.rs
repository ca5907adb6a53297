//! The questions about clients: those that the file makes, their places, their region, their names.

use super::client::ClientMade;
use super::site::{self, Made, MadeByCall};
use super::{find, region};
use crate::model::Model;
use crate::model::calls::call_sites::{self, CodeKey};
use crate::model::calls::missing;
use crate::sdk::{ClientKind, Region};
use crate::text::Repair;

/// The clients that a file makes.
#[derive(Clone, Copy)]
pub struct Clients<'m, 'a>(pub(in crate::model) &'m Model<'a>);

impl<'m> Clients<'m, '_> {
    /// Every `new` of a client class of `customerio-node`, in the order of the text.
    pub fn made(self) -> &'m [ClientMade] {
        self.0.clients.made.get_or_init(|| {
            let mut clients = find::clients(&self.0.eval);
            for client in &mut clients {
                client.move_region = client.region_in_effect().and_then(|now| self.set_region(client, now.other()));
            }
            clients
        })
    }
    /// Every client of the SDKs for Pipelines that the file makes, in the order of the text.
    pub fn of_other_sdks(self) -> Vec<ClientMade> {
        find::others(&self.0.eval)
    }
    /// The calls of functions of the project that make a client each time, in the order of the text.
    pub fn made_by_calls(self) -> Vec<MadeByCall> {
        site::made_by_calls(&self.0.promises())
    }
    /// The place where a client is created, and the use of it.
    pub fn made_at(self, client: &ClientMade) -> Option<Made> {
        site::made(&self.0.promises(), client.range)
    }
    /// The key of a client that the file makes.
    pub fn key(self, client: &ClientMade) -> Option<CodeKey> {
        call_sites::key_at(&self.0.promises(), self.0.rope, client.range)
    }
    /// The variables of the module that certainly hold a client of this kind.
    pub fn in_sight(self, kind: ClientKind) -> Vec<String> {
        // The names of other blocks mean something else in this one.
        let is_document = self.0.file().document().is_some();
        if is_document { Vec::new() } else { missing::clients_in_sight(&self.0.eval, kind) }
    }
    /// The repair that puts `region` into a client: as its options, inside its options, or instead of a wrong value;
    /// with the import when it is missing. `None` where the shape of the code does not allow it.
    pub fn set_region(self, client: &ClientMade, region: Region) -> Option<Repair> {
        region::set_region(&self.0.eval, self.0.rope, client, region)
    }
}
