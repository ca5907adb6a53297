//! Units: the pieces that facts are kept in, so that an edit touches few of them.
//!
//! A file is a tree of units: the root, one for each top-level statement, and inside each one for every function body.
//! Ranges are relative to the unit's first byte, so a unit that an edit only moves is kept as it is. Nothing in a unit
//! points into another one but its `children`; names are looked up through scopes, outwards.

use super::derived::Derived;
use super::digest::Digest;
use super::expr::{BindingId, ClassId, EnumId, Expr, ExprId, ExprKind, FunctionId, Key, ScopeId, TypeId};
use super::flow::Flow;
use super::reuse::NodeIdentity;
pub use super::types::{Primitive, Type};
use crate::text::TextRange;
use smol_str::SmolStr;
use std::any::Any;
use std::sync::Arc;

/// The facts of one piece of a file.
#[derive(Debug, Default)]
pub struct Unit {
    /// The syntax node that it was read from.
    pub(super) node: NodeIdentity,
    /// Expressions.
    pub exprs: Vec<Expr>,
    /// Scopes; the first is the unit's own. That of a top-level statement is the module's.
    pub scopes: Vec<Scope>,
    /// The bindings of names.
    pub bindings: Vec<Binding>,
    /// Functions whose head is here.
    pub functions: Vec<Function>,
    /// Classes.
    pub classes: Vec<Class>,
    /// Enums.
    pub enums: Vec<Enum>,
    /// Types, as far as they are of use.
    pub types: Vec<Type>,
    /// The types that the code states for expressions, in the order of these: the type of a cast, and for a call the
    /// first of its type arguments.
    pub said: Vec<(ExprId, TypeId)>,
    /// Imports and `require`s with names.
    pub imports: Vec<Import>,
    /// Assignments.
    pub writes: Vec<Write>,
    /// Calls and constructions.
    pub calls: Vec<ExprId>,
    /// Members, calls and subscripts that are written with `?.`, in the order of these.
    pub optional: Vec<ExprId>,
    /// The values that the function returns whose body this unit is.
    pub returns: Vec<ExprId>,
    /// The flow of its statements.
    pub flow: Flow,
    /// The exports, when it is a statement of the module.
    pub exports: Vec<ExportStatement>,
    /// The units inside, in the order of the text.
    pub children: Vec<Child>,
    /// True when something in it is nested so deeply that it was not read.
    pub too_deep: bool,
    /// The digest of the unit, computed on first use.
    pub(super) digest: Digest,
    /// Kept for those who use the unit.
    pub(super) derived: Derived,
}

impl Unit {
    /// An expression without the parentheses and casts around it.
    pub fn peeled(&self, mut expr: ExprId) -> ExprId {
        while let ExprKind::Paren(inner) | ExprKind::Cast(inner, _) = &self.exprs[expr.index()].kind {
            expr = *inner;
        }
        expr
    }
    /// Returns something that depends on the unit alone and is kept with it; made empty on first use.
    pub fn derived<T: Any + Default + Send + Sync>(&self) -> &T {
        self.derived.get()
    }
    /// Returns whether a member, a call or a subscript is written with `?.`.
    pub fn is_optional(&self, expr: ExprId) -> bool {
        self.optional.binary_search(&expr).is_ok()
    }
    /// Returns the type that the code states for an expression: see [`Unit::said`].
    pub fn said_of(&self, expr: ExprId) -> Option<TypeId> {
        let at = self.said.binary_search_by_key(&expr, |(expr, _)| *expr).ok()?;
        Some(self.said[at].1)
    }
}

/// A unit inside another one.
#[derive(Clone, Debug)]
pub struct Child {
    /// First byte, relative to the outer unit.
    pub start: u32,
    /// Length in bytes.
    pub len: u32,
    /// Its scope in the outer unit.
    pub scope: ScopeId,
    /// The unit.
    pub unit: Arc<Unit>,
}

/// A scope.
#[derive(Clone, Debug, Hash)]
pub struct Scope {
    /// The scope around it in the same unit.
    pub parent: Option<ScopeId>,
    /// The construct that creates it.
    pub kind: ScopeKind,
    /// The bindings in it.
    pub bindings: Vec<BindingId>,
}

/// The construct that creates a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScopeKind {
    /// A unit: the module, or the body of a function.
    Unit,
    /// A block.
    Block,
    /// The parameters of a function.
    Function(FunctionId),
    /// The inside of a class, where `this` is an instance.
    Class(ClassId),
    /// A static initializer of a class, where `this` is the class.
    Static(ClassId),
}

/// A name and its source.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The name.
    pub name: SmolStr,
    /// The place of the name.
    pub range: TextRange,
    /// The scope.
    pub scope: ScopeId,
    /// The source it is bound to.
    pub source: BindingSource,
    /// Its type annotation; of the whole pattern, where it is part of one.
    pub ty: Option<TypeId>,
}

/// The source that a name is bound to.
#[derive(Clone, Debug, Hash)]
pub enum BindingSource {
    /// An import.
    Import {
        /// Index into the unit's imports.
        import: u32,
        /// The imported part of the module.
        what: Imported,
    },
    /// `const`, `let`, `var`
    Variable {
        /// True when it cannot be written to again.
        constant: bool,
        /// The initializer.
        value: Option<ExprId>,
        /// The way from the initializer to the name.
        path: Box<[PatternStep]>,
    },
    /// A parameter.
    Parameter {
        /// The function that has the parameter.
        function: FunctionId,
        /// Its place, from 0.
        index: u32,
        /// The way from the argument to the name.
        path: Box<[PatternStep]>,
    },
    /// `for (const x of values)`
    Each {
        /// The iterated expression.
        values: ExprId,
        /// The way from an element to the name.
        path: Box<[PatternStep]>,
    },
    /// A function declaration, or the own name of a function expression.
    Function(FunctionId),
    /// A class.
    Class(ClassId),
    /// An enum.
    Enum(EnumId),
    /// A type alias or an interface: no value.
    Type(TypeId),
    /// The value that a `catch` clause catches.
    Caught {
        /// The way from the error to the name.
        path: Box<[PatternStep]>,
    },
    /// Something of which nothing is known: a namespace that makes no values.
    Opaque,
}

/// One step of a destructuring pattern.
#[derive(Clone, Debug, PartialEq, Hash)]
pub enum PatternStep {
    /// `{ key }`
    Key(SmolStr),
    /// `[, here]`
    Index(u32),
    /// `= value`, taken when there is nothing.
    Default(ExprId),
    /// `...rest`, a computed key: unknown from here on.
    Rest,
}

/// The imported part of a module.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Imported {
    /// `import x from`
    Default,
    /// `import * as x from`, `import x = require()`
    Namespace,
    /// `import { name as x } from`
    Named(SmolStr),
}

/// Something that a module exports by an `export` statement. CommonJS exports are writes: `exports.name = value`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ExportStatement {
    /// Its name for other modules; `default`, `*` for all that another module exports, `=` for `export = value`.
    pub name: SmolStr,
    /// The exported thing.
    pub what: Exported,
}

/// The thing that an export refers to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Exported {
    /// A name of the module.
    Local(SmolStr),
    /// An expression of the unit: `export default value`.
    Value(ExprId),
    /// Something of another module, by the index of the unit's import.
    From(u32, Imported),
    /// All names of another module, by the index of the unit's import.
    All(u32),
}

/// A function.
#[derive(Clone, Debug)]
pub struct Function {
    /// True for an arrow function: `this` is that of its surroundings.
    pub arrow: bool,
    /// True for a generator: a call of it returns no value of its `return`s.
    pub generator: bool,
    /// True when it is `async`: a call of it returns a promise of its result.
    pub is_async: bool,
    /// First byte of its head, relative to its unit: where the word `async` goes.
    pub head: u32,
    /// Whose method it is.
    pub owner: Owner,
    /// The number of parameters.
    pub parameters: u32,
    /// The body.
    pub body: Body,
    /// The annotated type of its result.
    pub returns: Option<TypeId>,
    /// The declared type of `this` inside it: `function (this: { cio: TrackClient })`.
    pub this: Option<TypeId>,
    /// The declared type of the function as a whole, by which its parameters are known:
    /// `const send: Send = (client) => …`.
    pub declared: Option<TypeId>,
}

/// Whose method a function is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// No class's.
    None,
    /// A class's, for its instances.
    Instance(ClassId),
    /// A class's own.
    Static(ClassId),
    /// An object literal's.
    Object(ExprId),
}

/// The body of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Body {
    /// Nothing is there.
    None,
    /// `=> expression`
    Expr(ExprId),
    /// A block: the child unit with this index.
    Unit(u32),
}

/// A class.
#[derive(Clone, Debug, Hash)]
pub struct Class {
    /// The class it extends.
    pub extends: Option<ExprId>,
    /// Its constructor.
    pub constructor: Option<FunctionId>,
    /// Its members, constructor left out.
    pub members: Vec<ClassMember>,
}

/// A member of a class.
#[derive(Clone, Debug, Hash)]
pub struct ClassMember {
    /// Its name; `#private` ones keep the `#`.
    pub key: Key,
    /// True when it is static.
    pub is_static: bool,
    /// The kind of member.
    pub kind: MemberKind,
}

/// The kind of a class member.
#[derive(Clone, Debug, Hash)]
pub enum MemberKind {
    /// A field.
    Field {
        /// Its initializer.
        value: Option<ExprId>,
        /// Its type.
        ty: Option<TypeId>,
    },
    /// A parameter of the constructor that is a field at the same time.
    Parameter(BindingId),
    /// A method.
    Method(FunctionId),
    /// A getter.
    Getter(FunctionId),
}

/// An enum: its members, with the initializers that are there.
#[derive(Clone, Debug, Hash)]
pub struct Enum {
    /// Names and initializers.
    pub members: Vec<(SmolStr, Option<ExprId>)>,
}

/// An import statement, or a `require` taken apart.
#[derive(Clone, Debug)]
pub struct Import {
    /// The module.
    pub module: SmolStr,
    /// The whole statement.
    pub range: TextRange,
    /// True when none of it is a value.
    pub type_only: bool,
    /// The place where one more name can be put: after the last name inside the braces. `None` where there are no
    /// braces.
    pub name_slot: Option<u32>,
    /// True for a `require`.
    pub require: bool,
    /// True when it is the source of an `export`, and binds no name.
    pub reexport: bool,
    /// True when it is still being typed.
    pub unfinished: bool,
}

/// An assignment.
#[derive(Clone, Debug)]
pub struct Write {
    /// The target of the write.
    pub target: Target,
    /// `None` for plain `=`; `Some` for `+=`, `??=`, `++` and their kin.
    pub op: Option<super::expr::BinaryOp>,
    /// The value that is written; `None` where it cannot be known (`x++`, destructuring, loops).
    pub value: Option<ExprId>,
    /// The place.
    pub range: TextRange,
}

impl Write {
    /// The value that the target has afterwards; `None` where it cannot be known, or the old value counts too.
    pub fn assigned(&self) -> Option<ExprId> {
        if self.op.is_none() { self.value } else { None }
    }
}

/// The target of an assignment.
#[derive(Clone, Debug, Hash)]
pub enum Target {
    /// A name.
    Name(SmolStr, ScopeId),
    /// `object.key`, `object["key"]`
    Member(ExprId, Key),
}
