//! A request that is sent without the SDK, as it is found in a call.

use super::{Sender, Value};
use crate::eval::units::Node;
use crate::sdk::{PathRoot, Region, Routed};
use smol_str::SmolStr;
use std::rc::Rc;

/// A piece of an address.
#[derive(Clone, Debug)]
pub enum AddressPart {
    /// Known text, where it is written, and the other texts that may stand in its place: `"-eu"` and nothing.
    Text(SmolStr, Node, Rc<[SmolStr]>),
    /// A value, and whether it is encoded for URLs.
    Value(Value, bool),
}

/// An address, from its beginning.
#[derive(Clone, Debug, Default)]
pub struct Address {
    /// Its pieces.
    pub pieces: Vec<AddressPart>,
    /// True when it is one of several that differ in their host.
    pub is_one_of_several: bool,
    /// The number of expressions that it was put together from.
    pub(in crate::eval) parts: u32,
}

/// Objects with the options of a request, the one that counts most last.
#[derive(Clone, Debug, Default)]
pub struct SenderOptions {
    /// The objects.
    pub layers: Vec<Value>,
    /// The options that are set without such an object: on the library, on the instance, or by a method of the request.
    pub set: Vec<(SetOption, Value)>,
}

impl SenderOptions {
    /// The value that an option is set to. `None` where that happens more than once.
    pub fn set_to(&self, option: SetOption) -> Option<&Value> {
        let mut values = self.set.iter().filter(|(it, _)| *it == option);
        match (values.next(), values.next()) {
            (Some((_, only)), None) => Some(only),
            _ => None,
        }
    }
}

/// An option that is set without an object of options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetOption {
    /// The base URL: `axios.defaults.baseURL = …`
    BaseUrl,
    /// The header: `config.headers.Authorization = …`
    Authorization,
    /// An object with user and password: `axios.defaults.auth = …`
    Auth,
    /// A user: `superagent.get(…).auth(user, password)`
    User,
    /// A password.
    Password,
}

/// A request to one of the APIs of Customer.io.
#[derive(Clone, Debug)]
pub struct Request {
    /// The call that sends it.
    pub node: Node,
    /// The `new Request(…)` that `fetch` is called with, where it stands in another place of the same file.
    pub made: Option<Node>,
    /// The library that sends it, where that is known.
    pub sender: Option<Rc<Sender>>,
    /// The API.
    pub api: PathRoot,
    /// Its region; `None` where the host is one of several.
    pub region: Option<Region>,
    /// The verb, in capitals, when it is known.
    pub verb: Option<SmolStr>,
    /// The address.
    pub address: Address,
    /// The endpoint.
    pub routed: Routed,
    /// The options of the request.
    pub options: SenderOptions,
    /// The arguments of the method of the SDK that sends the same request.
    pub arguments: Vec<Value>,
    /// True when the promise resolves whatever the status is: `fetch`.
    pub resolves_always: bool,
    /// True when it is known to be sent once, whatever the response is: by `fetch`, and not by ky, got or a function that
    /// is not known.
    pub sends_once: bool,
    /// True when the call gives no promise: what NestJS' `HttpService` gives is sent when it is subscribed to.
    pub is_observable: bool,
    /// True when it certainly gives an Observable, so that nothing is sent until something subscribes to that.
    pub is_cold: bool,
}
