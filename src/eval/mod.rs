//! Evaluation: the value of an expression, as far as it can be proved.
//!
//! Lazy and remembered: nothing is evaluated that no rule asks for. Cycles, depth and work are bounded, by `ask`; past
//! a bound the answer is unknown, and that it is for this reason is remembered to be said.
//!
//! [`Eval`] is spread over the files, one kind of code each. Parts, each of which may use those above it that it names:
//!
//! | part | files | purpose | may use |
//! |---|---|---|---|
//! | units | units | the statements of all files of an analysis, and the names in them | - |
//! | value | value | what an expression can be proved to be | units |
//! | answers | question, changes, entries, nullish, limits, bounds, arguments | questions, answers, and the bounds of both | units, value |
//! | asking | ask, deferred | the one guarded way to ask | answers, units, value |
//! | sdk_call | sdk_call | the SDK call that an expression is | units, value |
//! | http | http | requests that code sends without the SDK | answers, sdk_call, units, value |
//! | plain | arithmetic, template, builtin, list_method, prisma | what JavaScript and well-known packages do with values | answers, units, value |
//! | functions | wrapper, tables, reduced, frames, callback, call, immediate_calls, applied, sorted, mapped, rest | calls, and the code in the function that is called | answers, plain, units, value |
//! | names | jobs, binding, parameters, class, constructed, module, ambient_types, framework_context, handlers, injected, effect, handed_elsewhere, given_by_callers, snippets, document_blocks | names, classes, modules, and what frameworks hand on by a name | answers, functions, plain, units, value |
//! | objects | object, fallback, changed, member_writes, kept, container, environment | objects, writes to them, and environments | answers, http, names, plain, units, value |
//! | types | types, typed, gathered, declared, narrowed, decided, presence | what types say where the value is not known | answers, names, plain, units, value |
//! | relevance | relevance | a quick test of whether an expression can concern the SDK | functions, units, value |

mod ambient_types;
mod applied;
mod arguments;
mod arithmetic;
mod ask;
mod binding;
mod bounds;
mod builtin;
mod call;
mod callback;
mod changed;
mod changes;
mod class;
mod constructed;
mod container;
mod decided;
mod declared;
mod deferred;
mod document_blocks;
mod effect;
mod entries;
mod environment;
mod fallback;
mod frames;
mod framework_context;
mod gathered;
mod given_by_callers;
mod handed_elsewhere;
mod handlers;
pub mod http;
mod immediate_calls;
mod injected;
mod jobs;
mod kept;
mod limits;
mod list_method;
mod mapped;
mod member_writes;
mod module;
mod narrowed;
mod nullish;
mod object;
mod parameters;
mod presence;
mod prisma;
mod question;
mod reduced;
mod relevance;
mod rest;
pub mod sdk_call;
mod snippets;
mod sorted;
mod tables;
mod template;
mod typed;
mod types;
pub mod units;
pub mod value;
mod wrapper;

pub use bounds::Bounds;
pub(super) use builtin::{is_file_system, is_plain_http};
pub use entries::ObjectEntry;
pub use limits::What;
pub use list_method::ListMethod;
pub use module::ExportFound;
pub use nullish::Presence;
pub use wrapper::{FunctionRef, MAX_REACH};

use crate::facts::{BinaryOp, CastKind, ExprId, ExprKind, FunctionId, Key, ScopeId, YIELDED};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use units::files::{Files, LocalFile};
use units::{Bound, Lookup, Node, UnitId, Units};
use value::{Frame, Number, Value, ValueKind};

/// Evaluates the expressions of one file.
pub struct Eval<'a> {
    /// The units of the file.
    pub units: Units<'a>,
    /// The questions so far. Narrow answers are kept apart from whole ones.
    asks: ask::Asks,
    /// The places where limits were reached.
    limits: limits::Limits,
    /// The bounds of the evaluation.
    bounds: Bounds,
    /// The places where exports were found.
    found: RefCell<FxHashMap<(LocalFile, SmolStr, bool), Option<module::FoundAt>>>,
    /// The exports of files by their names.
    exports: RefCell<FxHashMap<LocalFile, Rc<module::Exports>>>,
    /// True when only the SDK is looked for: see [`Eval::narrowly`].
    narrow: Cell<bool>,
    /// The names that may be related to the SDK.
    relevant: RefCell<FxHashMap<Bound, bool>>,
    /// Those of them that are being looked at, and those that were found to have nothing to do with it since.
    relating: RefCell<Vec<Bound>>,
    /// The calls whose callee is known to have to do with the SDK, or not to; `None` for calls on something of the
    /// language, where that depends on what is given to the calls around them.
    leading: RefCell<FxHashMap<Node, Option<bool>>>,
    /// The files that a file imports and that have to do with the SDK.
    beside: RefCell<FxHashMap<LocalFile, Rc<ambient_types::Beside>>>,
    /// The result of [`Eval::candidates`].
    candidates: OnceCell<Vec<Node>>,
    /// True when the analyzed file may know a host of Customer.io.
    knows_host: OnceCell<bool>,
    loads_analytics: Cell<Option<bool>>,
    /// The options that files set on what sends requests.
    set_later: RefCell<FxHashMap<LocalFile, Rc<http::SetLater>>>,
    /// The values that files put under names.
    handed_over: RefCell<FxHashMap<LocalFile, Rc<framework_context::HandedOver>>>,
    /// The functions that files hand to methods of frameworks, and to other files.
    handlers: RefCell<FxHashMap<LocalFile, Rc<handlers::Handlers>>>,
    /// The other files that hand something over under each name.
    handing: RefCell<FxHashMap<SmolStr, Rc<[LocalFile]>>>,
    /// The providers of files.
    providers: RefCell<FxHashMap<LocalFile, Rc<[injected::Provider]>>>,
    /// The tests of files for classes.
    instance_tests: RefCell<FxHashMap<LocalFile, Rc<[narrowed::InstanceTest]>>>,
    /// The number of calls in functions that may enter other functions.
    rivals: RefCell<FxHashMap<FunctionRef, u32>>,
    /// The variables whose dates are changed in place, as far as they were asked for.
    set_in_place: RefCell<FxHashMap<Bound, bool>>,
}

impl<'a> Eval<'a> {
    /// For the first of `files`, and the others as far as its imports lead, within `bounds`.
    pub fn new(files: &'a Files<'a>, bounds: Bounds) -> Self {
        value::too_large::take_overflown();
        Self {
            units: Units::new(files),
            asks: ask::Asks::default(),
            limits: limits::Limits::default(),
            bounds,
            found: RefCell::default(),
            exports: RefCell::default(),
            narrow: Cell::new(false),
            relevant: RefCell::default(),
            relating: RefCell::default(),
            leading: RefCell::default(),
            beside: RefCell::default(),
            candidates: OnceCell::new(),
            knows_host: OnceCell::new(),
            loads_analytics: Cell::new(None),
            set_later: RefCell::default(),
            handed_over: RefCell::default(),
            handlers: RefCell::default(),
            handing: RefCell::default(),
            providers: RefCell::default(),
            instance_tests: RefCell::default(),
            rivals: RefCell::default(),
            set_in_place: RefCell::default(),
        }
    }

    /// Returns the value of an expression, outside of any call.
    pub fn value(&self, node: Node) -> Value {
        self.eval(node, &None)
    }

    /// The bounds of the evaluation.
    pub fn bounds(&self) -> &Bounds {
        &self.bounds
    }

    /// Of what there was too much for the whole file: then nothing counts that was answered.
    pub fn exceeded(&self) -> Option<What> {
        self.asks.exceeded()
    }

    /// The number of questions answered so far: the cost of the evaluation, independent of the machine.
    pub fn steps(&self) -> u64 {
        self.asks.steps()
    }

    /// Remembers that the evaluation or a search stopped at a place because the code there is too large. A place in
    /// another file is reported at the place of the analyzed file that led there.
    pub fn hit(&self, what: What, place: Node) {
        // What is small for another reason is said to be so for that.
        let what = match what {
            What::Elements | What::Entries | What::Text | What::Calls => self.bounds.why.unwrap_or(what),
            what => what,
        };
        if !self.asks.note(what, place) {
            self.limits.hit(what, place, self.asks.asked_for());
        }
    }

    /// The places where something is unknown only because of its size, with the reason.
    pub fn limits_hit(&self) -> Vec<(What, Node)> {
        self.limits.all()
    }

    /// Returns the value of an expression for a search for clients and for functions that use them: no file is opened
    /// that cannot have any, so that such a question about a whole file stays cheap.
    pub fn narrowly(&self, node: Node, frame: &Frame) -> Value {
        self.in_narrow(|| self.eval(node, frame))
    }

    /// The member of a value, found as [`Eval::narrowly`] does.
    fn narrow_member(&self, object: &Value, key: &str, node: Node) -> Value {
        self.in_narrow(|| self.member(object, key, node))
    }

    /// The result of a function, found as [`Eval::narrowly`] does.
    fn narrow_result(&self, unit: UnitId, function: FunctionId, node: Node) -> Value {
        self.in_narrow(|| self.returned(unit, function, node, &None))
    }

    fn in_narrow(&self, find: impl FnOnce() -> Value) -> Value {
        let before = self.narrow.replace(true);
        let value = find();
        self.narrow.set(before);
        value
    }

    /// Returns the value of an expression with the parameters around it taken from `frame`.
    pub fn eval(&self, node: Node, frame: &Frame) -> Value {
        let frame = &self.frame_around(node, frame);
        // What rests on nothing else is no question.
        let plain = match self.units.kind(node) {
            ExprKind::Unknown => Some(ValueKind::Unknown),
            ExprKind::Undefined | ExprKind::Void(_) => Some(ValueKind::Undefined),
            ExprKind::Null => Some(ValueKind::Null),
            ExprKind::Bool(value) => Some(ValueKind::Bool(*value)),
            ExprKind::Number(value) => Some(ValueKind::Number(Number::plain(Some(*value)))),
            ExprKind::BigInt => Some(ValueKind::BigInt),
            ExprKind::String(text) => Some(ValueKind::Str(text.clone())),
            ExprKind::Array(_) => Some(ValueKind::Array(node, frame.clone())),
            ExprKind::Object(_) => Some(ValueKind::Object(value::Object::literal(node, frame.clone()))),
            ExprKind::Function(function) => Some(ValueKind::Function(node.unit, *function, frame.clone())),
            ExprKind::Class(class) => Some(ValueKind::Class(node.unit, *class)),
            _ => None,
        };
        if let Some(kind) = plain {
            return Value::at(node, kind);
        }
        let unknown = || ask::Answer::Value(Value::at(node, ValueKind::Unknown));
        let answer = self
            .ask(ask::Question::Value(node), frame, node, unknown, || ask::Answer::Value(self.eval_here(node, frame)));
        match answer {
            ask::Answer::Value(value) => value,
            _ => Value::at(node, ValueKind::Unknown),
        }
    }

    fn eval_here(&self, node: Node, frame: &Frame) -> Value {
        let sibling = |expr: ExprId| Node { unit: node.unit, expr };
        let plain = |kind: ValueKind| Value::at(node, kind);
        match self.units.kind(node) {
            ExprKind::Template(parts) => plain(self.template(node, parts, frame)),
            ExprKind::Ident(name, scope) => self.ident(node, name, *scope, frame).seen_at(node),
            ExprKind::This(scope) => plain(self.this(node.unit, *scope, frame)),
            ExprKind::Super(scope) => plain(self.base(node.unit, *scope)),
            ExprKind::Member { object, property } if *property == YIELDED => {
                self.yielded(sibling(*object), frame, node)
            }
            ExprKind::Member { object, property } => {
                let place = sibling(*object);
                let object = self.eval(place, frame);
                let value = self.member(&object, property, node);
                let value = self.or_put_there(value, (place, &object), property);
                self.narrowed(value, node)
            }
            ExprKind::Index { object, index } => {
                let index = self.eval(sibling(*index), frame);
                let object = self.eval(sibling(*object), frame);
                let value = match index.kind {
                    ValueKind::Str(key) => self.member(&object, &key, node),
                    ValueKind::Number(Number { value: Some(at), .. }) => self.element(&object, at, node),
                    _ => self
                        .any_client_of(&object)
                        .or_else(|| self.declared_values(&object, node))
                        .or_else(|| self.any_of(&object, node))
                        .unwrap_or_else(|| plain(ValueKind::Unknown)),
                };
                value.seen_at(node)
            }
            ExprKind::Call { callee, arguments } => self.call(node, sibling(*callee), arguments, frame),
            ExprKind::New { callee, arguments, .. } => self.construct(node, sibling(*callee), arguments, frame),
            ExprKind::Load(module) => self.loaded(node.unit.file, module, node),
            ExprKind::Unary(op, argument) => plain(self.unary(*op, sibling(*argument), frame)),
            ExprKind::Binary(BinaryOp::And, _, right) => {
                let right = self.eval(sibling(*right), frame);
                Value::choice(node, [plain(ValueKind::Unknown), right])
            }
            ExprKind::Binary(op @ (BinaryOp::Or | BinaryOp::Nullish), left, right) => {
                self.fallback(node, *op, sibling(*left), sibling(*right), frame)
            }
            ExprKind::Binary(op, left, right) => {
                let (left, right) = (self.eval(sibling(*left), frame), self.eval(sibling(*right), frame));
                plain(self.binary(*op, &left, &right, node))
            }
            ExprKind::Conditional(test, then, other) => self.either(node, [*test, *then, *other].map(sibling), frame),
            ExprKind::Assign { op: None, value, .. } => self.eval(sibling(*value), frame),
            ExprKind::Assign { op: Some(op @ (BinaryOp::Or | BinaryOp::Nullish)), target, value } => {
                self.fallback(node, *op, sibling(*target), sibling(*value), frame)
            }
            ExprKind::Assign { .. } => plain(ValueKind::Unknown),
            ExprKind::Await(inner) => around(self.eval(sibling(*inner), frame), node),
            ExprKind::Cast(inner, kind) => {
                let value = self.cast(node, sibling(*inner), self.eval(sibling(*inner), frame));
                // The outer expression stands for the value, so that what is wrapped around it stays well typed.
                if *kind == CastKind::Prefix { value } else { around(value, node) }
            }
            // `/** @type {TrackClient} */ (value)`
            ExprKind::Paren(inner) => self.cast(node, sibling(*inner), self.eval(sibling(*inner), frame)),
            // The rest is told by `eval` itself.
            ExprKind::Unknown
            | ExprKind::Undefined
            | ExprKind::Void(_)
            | ExprKind::Null
            | ExprKind::Bool(_)
            | ExprKind::Number(_)
            | ExprKind::BigInt
            | ExprKind::String(_)
            | ExprKind::Array(_)
            | ExprKind::Object(_)
            | ExprKind::Function(_)
            | ExprKind::Class(_) => plain(ValueKind::Unknown),
            ExprKind::ImportMeta => plain(ValueKind::Global(SmolStr::new_static("import.meta"))),
        }
    }

    fn ident(&self, node: Node, name: &str, scope: ScopeId, frame: &Frame) -> Value {
        match self.units.lookup(node.unit, scope, name) {
            Lookup::One(bound) => {
                self.or_global_again(bound, name, self.narrowed(self.binding(bound, node, frame), node))
            }
            Lookup::Several => Value::at(node, ValueKind::Unknown),
            Lookup::None => match self.declared_global(node.unit.file, "globalThis", name, node) {
                Some(declared) => declared,
                None => Value::at(node, self.known_global(name)),
            },
        }
    }

    /// The key that is written out or known by evaluation.
    pub fn key(&self, unit: UnitId, key: &Key, frame: &Frame) -> Option<SmolStr> {
        match key {
            Key::Name(name) => Some(name.clone()),
            Key::Computed(expr) => self.eval(Node { unit, expr: *expr }, frame).as_str().cloned(),
        }
    }
}

/// A value that `outer` stands for, unless it is a choice: its cases keep their places.
fn around(value: Value, outer: Node) -> Value {
    match value.kind {
        ValueKind::Choice(_) => value,
        _ => value.seen_at(outer),
    }
}
