//! Holds every message of the server to the meta model of the protocol: tests with other subjects do so in passing.

use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use tower_lsp::lsp_types::Url;

/// What of the model a server like this one can send (see `../protocol/trim.mjs`), and the requests of its own.
static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let [mut model, own]: [Value; 2] =
        [include_str!("../protocol/meta-model.json"), include_str!("../protocol/own.json")]
            .map(|text| serde_json::from_str(text).expect("JSON"));
    for list in ["requests", "structures"] {
        let own = own[list].as_array().expect("a list").iter().cloned();
        model[list].as_array_mut().expect("a list").extend(own);
    }
    Model::of(model)
});

/// Messages that were held to the model in this process.
static CHECKED: AtomicUsize = AtomicUsize::new(0);

/// How many messages were held to the model so far.
pub fn messages_checked() -> usize {
    CHECKED.load(Ordering::Relaxed)
}

/// All methods of the model that a client may call, with whether they are requests.
pub fn methods_of_clients() -> Vec<(String, bool)> {
    let methods = |list: &HashMap<String, Value>, is_request: bool| -> Vec<(String, bool)> {
        let ours = list.iter().filter(|(_, method)| method["messageDirection"] != "serverToClient");
        ours.map(|(name, _)| (name.clone(), is_request)).collect()
    };
    let mut all = methods(&MODEL.requests, true);
    all.extend(methods(&MODEL.notifications, false));
    all.sort();
    all
}

/// What one session has said so far.
#[derive(Default)]
pub struct Protocol {
    /// The methods of requests that wait for an answer, by their ids; of those that were answered, none.
    open: HashMap<String, Vec<String>>,
    /// Whether other ids may be answered as well.
    any_id: bool,
    /// Which request a token for partial results belongs to.
    tokens: HashMap<String, String>,
    /// Tokens of progress of the server, with whether it has begun.
    progress: HashMap<String, bool>,
}

impl Protocol {
    /// Takes note of what a client sends.
    pub fn sent(&mut self, message: &Value) {
        let (Some(method), Some(id)) = (message["method"].as_str(), message.get("id")) else { return };
        self.open.entry(id.to_string()).or_default().push(method.to_owned());
        if let Some(token) = message["params"].get("partialResultToken") {
            self.tokens.insert(token.to_string(), method.to_owned());
        }
    }

    /// Takes note that a client sends what may be a message with any id.
    pub fn sent_bytes(&mut self) {
        self.any_id = true;
    }

    /// The methods of the requests that still wait for an answer.
    pub fn unanswered(&self) -> impl Iterator<Item = &str> {
        self.open.values().flatten().map(String::as_str)
    }

    /// Returns whether a request with this id waits for an answer.
    pub fn is_open(&self, id: &Value) -> bool {
        self.open.get(&id.to_string()).is_some_and(|methods| !methods.is_empty())
    }

    /// Returns what is wrong with a message of the server.
    pub fn check(&mut self, message: &Value) -> Result<(), String> {
        CHECKED.fetch_add(1, Ordering::Relaxed);
        let object = message.as_object().ok_or("it is no object")?;
        if message["jsonrpc"] != "2.0" {
            return Err("jsonrpc".to_owned());
        }
        let known: &[&str] = match object.contains_key("method") {
            true => &["jsonrpc", "id", "method", "params"],
            false => &["jsonrpc", "id", "result", "error"],
        };
        if let Some(key) = object.keys().find(|key| !known.contains(&key.as_str())) {
            return Err(format!("a member {key}"));
        }
        match object.get("method") {
            Some(method) => self.call(method.as_str().ok_or("a method that is no string")?, object),
            None => self.answer(object),
        }
    }

    fn call(&mut self, name: &str, message: &Map<String, Value>) -> Result<(), String> {
        let list = if message.contains_key("id") { &MODEL.requests } else { &MODEL.notifications };
        let method = list.get(name).ok_or_else(|| format!("{name} is not in the model"))?;
        if method["messageDirection"] == "clientToServer" {
            return Err(format!("{name} is not for servers to send"));
        }
        if let Some(id) = message.get("id")
            && !(id.is_string() || id.is_i64())
        {
            return Err(format!("{name}: the id {id}"));
        }
        match (method.get("params"), message.get("params")) {
            (Some(kind), Some(params)) => MODEL.fits(kind, params).map_err(|why| format!("{name}: params{why}"))?,
            (None, None) => {}
            (wanted, given) => return Err(format!("{name}: wants parameters {wanted:?}, has {given:?}")),
        }
        let params = message.get("params").unwrap_or(&Value::Null);
        match name {
            "$/progress" => self.progressed(&params["token"].to_string(), &params["value"]),
            "window/workDoneProgress/create" => {
                self.progress.insert(params["token"].to_string(), false);
                Ok(())
            }
            "client/registerCapability" => {
                for registration in params["registrations"].as_array().into_iter().flatten() {
                    let method = registration["method"].as_str().unwrap_or_default();
                    let known = MODEL.notifications.get(method).or_else(|| MODEL.requests.get(method));
                    let known = known.ok_or_else(|| format!("registers {method}, which is not in the model"))?;
                    match (known.get("registrationOptions"), registration.get("registerOptions")) {
                        (Some(kind), Some(options)) => {
                            MODEL.fits(kind, options).map_err(|why| format!("{method}: options{why}"))?;
                        }
                        (_, None) => {}
                        (None, Some(_)) => return Err(format!("{method} has no options that are known here")),
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn progressed(&mut self, token: &str, value: &Value) -> Result<(), String> {
        if let Some(method) = self.tokens.get(token) {
            let kind = &MODEL.requests[method]["partialResult"];
            return MODEL.fits(kind, value).map_err(|why| format!("a part of {method}{why}"));
        }
        let begun = self.progress.get_mut(token).ok_or_else(|| format!("progress for {token}, which nobody knows"))?;
        let name = match value["kind"].as_str() {
            Some("begin") if !*begun => "WorkDoneProgressBegin",
            Some("report") if *begun => "WorkDoneProgressReport",
            Some("end") if *begun => "WorkDoneProgressEnd",
            other => return Err(format!("progress {token}: {other:?}, begun: {begun}")),
        };
        *begun = name != "WorkDoneProgressEnd";
        MODEL.fits(&json!({ "kind": "reference", "name": name }), value).map_err(|why| format!("{name}{why}"))
    }

    fn answer(&mut self, message: &Map<String, Value>) -> Result<(), String> {
        let id = message.get("id").ok_or("an answer without an id")?;
        let (result, error) = (message.get("result"), message.get("error"));
        if result.is_some() == error.is_some() {
            return Err("an answer has a result or an error".to_owned());
        }
        let key = id.to_string();
        let asked = match self.open.get_mut(&key) {
            Some(all) if !all.is_empty() => Some(all.remove(0)),
            _ if id.is_null() || self.any_id => None,
            Some(_) => return Err(format!("{key} is answered twice")),
            None => return Err(format!("{key} was not asked")),
        };
        if let Some(error) = error {
            let object = error.as_object().ok_or("an error that is no object")?;
            let fits = object.keys().all(|key| ["code", "message", "data"].contains(&key.as_str()))
                && error["code"].as_i64().is_some_and(|code| i32::try_from(code).is_ok())
                && error["message"].is_string();
            if !fits {
                return Err(format!("the error {error}"));
            }
            let data = asked.as_ref().and_then(|method| MODEL.requests.get(method)?.get("errorData"));
            return match (data, error.get("data")) {
                (Some(kind), Some(data)) => MODEL.fits(kind, data).map_err(|why| format!("error.data{why}")),
                _ => Ok(()),
            };
        }
        let Some(method) = asked else { return Ok(()) };
        let known = MODEL.requests.get(&method).ok_or_else(|| format!("a result for {method}, which is unknown"))?;
        let kind = known.get("result").ok_or_else(|| format!("a result for {method}, which is not served"))?;
        MODEL.fits(kind, result.unwrap_or(&Value::Null)).map_err(|why| format!("{method}: result{why}"))
    }
}

struct Model {
    requests: HashMap<String, Value>,
    notifications: HashMap<String, Value>,
    types: HashMap<String, Value>,
}

impl Model {
    fn of(mut model: Value) -> Self {
        let mut by = |list: &str, key: &str| -> HashMap<String, Value> {
            let Value::Array(all) = model[list].take() else { panic!("{list}") };
            all.into_iter().map(|item| (item[key].as_str().expect("a name").to_owned(), item)).collect()
        };
        let mut types = by("structures", "name");
        types.extend(by("enumerations", "name"));
        types.extend(by("typeAliases", "name"));
        Self { requests: by("requests", "method"), notifications: by("notifications", "method"), types }
    }

    /// Why a value is none of a type: the way to the place, and what is there.
    fn fits(&self, kind: &Value, value: &Value) -> Result<(), String> {
        let no = |wanted: &str| Err(format!(": {wanted} is wanted, and there is {value}"));
        let name = kind["name"].as_str().unwrap_or_default();
        match kind["kind"].as_str().expect("a kind") {
            "base" => match name {
                "string" if value.is_string() => Ok(()),
                "boolean" if value.is_boolean() => Ok(()),
                "null" if value.is_null() => Ok(()),
                "integer" if value.as_i64().is_some_and(|number| i32::try_from(number).is_ok()) => Ok(()),
                "uinteger" if value.as_i64().is_some_and(|number| (0..=i64::from(i32::MAX)).contains(&number)) => {
                    Ok(())
                }
                "decimal" if value.is_number() => Ok(()),
                "URI" | "DocumentUri" if value.as_str().is_some_and(|uri| Url::parse(uri).is_ok()) => Ok(()),
                _ => no(name),
            },
            "stringLiteral" if *value == kind["value"] => Ok(()),
            "stringLiteral" => no(&kind["value"].to_string()),
            "array" => {
                let Some(items) = value.as_array() else { return no("a list") };
                let mut each = items.iter().enumerate();
                each.try_for_each(|(at, item)| self.fits(&kind["element"], item).map_err(|why| format!("[{at}]{why}")))
            }
            "map" => {
                let Some(members) = value.as_object() else { return no("an object") };
                let mut each = members.iter();
                each.try_for_each(|(key, inner)| self.fits(&kind["value"], inner).map_err(|why| format!(".{key}{why}")))
            }
            "or" => {
                let all: Vec<String> = kind["items"]
                    .as_array()
                    .expect("a list")
                    .iter()
                    .filter_map(|kind| self.fits(kind, value).err())
                    .collect();
                if all.len() < kind["items"].as_array().map_or(0, Vec::len) { Ok(()) } else { Err(all.join(" or ")) }
            }
            "literal" => self.members(&self.properties(&kind["value"]), value),
            "reference" => match name {
                "LSPAny" => Ok(()),
                "LSPObject" if value.is_object() => Ok(()),
                "LSPArray" if value.is_array() => Ok(()),
                "LSPObject" | "LSPArray" => no(name),
                _ => {
                    let found = self.types.get(name).unwrap_or_else(|| panic!("the model lacks {name}"));
                    match found.get("values") {
                        Some(values) => {
                            self.fits(&found["type"], value)?;
                            let is_one =
                                values.as_array().expect("a list").iter().any(|known| known["value"] == *value);
                            if is_one || found["supportsCustomValues"] == true { Ok(()) } else { no(name) }
                        }
                        None if found.get("properties").is_some() => self.members(&self.properties(found), value),
                        None => self.fits(&found["type"], value),
                    }
                }
            },
            other => panic!("the kind {other}"),
        }
    }

    /// The members of a structure, by their names.
    fn properties<'m>(&'m self, structure: &'m Value) -> HashMap<&'m str, &'m Value> {
        let above = ["extends", "mixins"].into_iter().flat_map(|key| structure[key].as_array().into_iter().flatten());
        let mut all = HashMap::new();
        for parent in above {
            all.extend(self.properties(&self.types[parent["name"].as_str().expect("a name")]));
        }
        let own = structure["properties"].as_array().into_iter().flatten();
        all.extend(own.map(|property| (property["name"].as_str().expect("a name"), property)));
        all
    }

    fn members(&self, wanted: &HashMap<&str, &Value>, value: &Value) -> Result<(), String> {
        let Some(given) = value.as_object() else { return Err(format!(": an object is wanted, and there is {value}")) };
        for (key, inner) in given {
            let property = wanted.get(key.as_str()).ok_or_else(|| format!(".{key} is not in the model"))?;
            self.fits(&property["type"], inner).map_err(|why| format!(".{key}{why}"))?;
        }
        match wanted.iter().find(|(key, property)| property["optional"] != true && !given.contains_key(**key)) {
            Some((missing, _)) => Err(format!(".{missing} is missing")),
            None => Ok(()),
        }
    }
}

#[test]
fn what_does_not_fit_is_noticed() {
    let sent = |message: Value| Protocol::default().check(&message);
    let push = |params: Value| {
        sent(json!({ "jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": params }))
    };
    let at = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 1 } });
    let with = |key: &str, value: Value| {
        let mut diagnostic = json!({ "range": at, "message": "m", "severity": 1, "code": "c", "tags": [1] });
        diagnostic[key] = value;
        push(json!({ "uri": "file:///a.ts", "diagnostics": [diagnostic] }))
    };
    with("data", json!({ "any": [null] })).expect("fits");
    for (key, value) in [
        ("severity", json!(5)),
        ("severity", json!("1")),
        ("severity", Value::Null),
        ("tags", json!([3])),
        ("range", json!({ "start": { "line": -1, "character": 0 }, "end": { "line": 0, "character": 0 } })),
        ("range", json!({ "start": { "line": 0.5, "character": 0 }, "end": { "line": 0, "character": 0 } })),
        ("more", json!(1)),
        ("codeDescription", json!({ "href": "no address" })),
        ("relatedInformation", json!([{ "message": "m", "location": { "uri": "file:///b.ts" } }])),
    ] {
        assert!(with(key, value.clone()).is_err(), "{key}: {value}");
    }
    assert!(push(json!({ "uri": "/a.ts", "diagnostics": [] })).is_err());
    assert!(push(Value::Null).is_err());
    for message in [
        json!({ "jsonrpc": "2.0", "id": 1, "method": "textDocument/hover", "params": {} }),
        json!({ "jsonrpc": "2.0", "id": 1, "method": "workspace/diagnostic/refresh", "params": null }),
        json!({ "jsonrpc": "2.0", "method": "workspace/diagnostic/refresh" }),
        json!({ "jsonrpc": "2.0", "id": 1 }),
        json!({ "jsonrpc": "2.0", "id": 1, "result": null, "error": { "code": 1, "message": "" } }),
        json!({ "jsonrpc": "2.0", "id": 1, "error": { "code": "1", "message": "" } }),
        json!({ "jsonrpc": "1.0", "id": 1, "result": null }),
        json!({ "jsonrpc": "2.0", "method": "$/progress", "params": { "token": 1, "value": { "kind": "begin", "title": "t" } } }),
    ] {
        assert!(sent(message.clone()).is_err(), "{message}");
    }
    let mut protocol = Protocol::default();
    protocol.sent(&json!({ "jsonrpc": "2.0", "id": 1, "method": "textDocument/hover", "params": {} }));
    assert_eq!(protocol.unanswered().collect::<Vec<_>>(), ["textDocument/hover"]);
    assert!(protocol.check(&json!({ "jsonrpc": "2.0", "id": 1, "result": { "contents": 3 } })).is_err());
    assert!(protocol.check(&json!({ "jsonrpc": "2.0", "id": 1, "result": null })).is_err(), "twice");
    assert_eq!((protocol.unanswered().count(), protocol.is_open(&json!(1))), (0, false));
}
