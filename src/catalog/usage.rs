//! A place that names something.

use super::data::Data;
use super::kind::{Kind, KnownName};
use super::written::WrittenName;
use crate::model::{Call, ClientMade, RequestMade, Through};
use crate::sdk::ClientClass;
use crate::text::{Place, TextRange};
use smol_str::SmolStr;

/// A place of a file that names something.
#[derive(Clone, Debug, PartialEq)]
pub struct NameUse {
    /// The kind of thing that it names.
    pub kind: Kind,
    /// The name.
    pub name: KnownName,
    /// The name in the text, or what carries it into the call.
    pub at: TextRange,
    /// The literal or the key that makes the name: where another name goes. `None` where it is composed or computed.
    pub written: Option<WrittenName>,
    /// The place where the name is written, when that is not `at`.
    pub origin: Option<Place>,
    /// The call or request that sends it.
    pub by: By,
    /// The data that goes with it; `None` for kinds that have none.
    pub data: Option<Data>,
}

/// A sender: a call or a request.
#[derive(Clone, Debug, PartialEq)]
pub struct By {
    /// The call or the request, in the analyzed file.
    pub range: TextRange,
    /// The method of the SDK, or the class of the request.
    pub method: SmolStr,
    /// The function of the project that makes the call, when that is not written in place.
    pub through: Option<Through>,
}

impl By {
    /// A call.
    pub(super) fn call(call: &Call) -> Self {
        let method = call.method.clone().unwrap_or_default();
        Self { range: call.range, method, through: call.through.clone() }
    }

    /// The `new` of a client.
    pub(super) fn client(client: &ClientMade) -> Self {
        let method = SmolStr::new_static(ClientClass::of(client.kind).as_str());
        Self { range: client.range, method, through: None }
    }

    /// A request.
    pub(super) fn request(request: &RequestMade) -> Self {
        Self { range: request.range, method: SmolStr::new_static(request.class), through: request.through.clone() }
    }
}
