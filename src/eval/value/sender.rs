//! Libraries that send requests, and instances of them.

use super::{Frame, Value, ValueKind};
use crate::eval::units::Node;
use smol_str::SmolStr;
use std::rc::Rc;

/// Something of a library that sends requests: a function of it, or an instance with options of its own.
#[derive(Clone, Debug)]
pub struct Sender {
    /// The package.
    pub module: SmolStr,
    /// The path in it: `default.post`; of an instance, the path in that.
    pub path: SmolStr,
    /// The calls that made the instance, the last one first, each with the values of the parameters around it.
    pub made: Option<Rc<SenderMade>>,
}

/// A call that makes an instance with options: `axios.create({ baseURL })`.
#[derive(Clone, Debug)]
pub struct SenderMade {
    /// The call.
    pub call: Node,
    /// The values of the parameters around it.
    pub frame: Frame,
    /// The one that it extends.
    pub base: Option<Rc<SenderMade>>,
}

impl Sender {
    /// Something of a package, where that sends requests.
    pub fn of_package(module: &str, path: SmolStr) -> Option<ValueKind> {
        let bare = module.strip_prefix("node:").unwrap_or(module);
        let sends = matches!(
            bare,
            "@pipedream/platform"
                | "@whatwg-node/fetch"
                | "axios"
                | "cross-fetch"
                | "got"
                | "https"
                | "isomorphic-fetch"
                | "isomorphic-unfetch"
                | "ky"
                | "ky-universal"
                | "needle"
                | "node-fetch"
                | "node-fetch-native"
                | "ofetch"
                | "request"
                | "request-promise"
                | "request-promise-native"
                | "superagent"
                | "undici"
        );
        let sender = Self { module: bare.into(), path, made: None };
        sends.then(|| ValueKind::Sender(Rc::new(sender)))
    }
    /// The member of it.
    pub fn member(&self, key: &str) -> ValueKind {
        let path = match self.path.as_str() {
            "" => SmolStr::new(key),
            path => SmolStr::from_iter([path, ".", key]),
        };
        ValueKind::Sender(Rc::new(Self { path, ..self.clone() }))
    }
    /// The path without the name of the export that is the library itself.
    pub fn function(&self) -> &str {
        let path = self.path.strip_prefix("default").map_or(self.path.as_str(), |rest| rest.trim_start_matches('.'));
        match path {
            "axios" | "got" | "ky" | "ofetch" | "fetch" | "superagent" => "",
            path => path.strip_prefix("axios.").unwrap_or(path),
        }
    }
    /// The instance that a call of it makes: `axios.create(…)`, `got.extend(…)`.
    pub fn made_by(&self, call: Node, frame: &Frame) -> Option<Value> {
        let makes = matches!(self.function(), "agent" | "create" | "extend" | "instance" | "defaults");
        let made = SenderMade { call, frame: frame.clone(), base: self.made.clone() };
        let sender = Self { module: self.module.clone(), path: SmolStr::default(), made: Some(Rc::new(made)) };
        makes.then(|| Value::at(call, ValueKind::Sender(Rc::new(sender))))
    }
}
