//! Reads the settings of editors that switch things on and off.

use super::node::{Kind, Node};
use super::read::Reader;
use super::suggest::did_you_mean;
use super::switches::Switches;
use crate::secrecy::echo_name;

impl Reader<'_> {
    /// Reads such a setting: true for each thing that is on. What an object does not name is on.
    pub(super) fn switches<const N: usize>(&mut self, setting: &Switches<N>, node: &Node) -> [bool; N] {
        let key = setting.key;
        let members = match &node.kind {
            Kind::Bool(shown) => return [*shown; N],
            Kind::Object(members) => members,
            _ => {
                self.wrong_type(node, &format!("\"{key}\""), "true, false or an object");
                return setting.unset();
            }
        };
        let mut shown = [true; N];
        for member in members {
            let Some(at) = setting.kinds.iter().position(|(key, _)| *key == member.key) else {
                let hint = did_you_mean(&member.key, setting.kinds.map(|(key, _)| key));
                let what = format!("unknown {} \"{}\"{hint}", setting.thing, echo_name(&member.key));
                self.complain_at(member.key_range, &member.value.pointer, what);
                continue;
            };
            shown[at] = self.bool(&member.value, &format!("an entry of \"{key}\"")).unwrap_or(true);
        }
        shown
    }
}
