//! Expressions, lowered: the contents of the code, without the tree it was read from.

use crate::text::TextRange;
use smol_str::SmolStr;

/// Defines an index into one of a unit's tables.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);
        impl $name {
            /// As an index.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

/// The property that `yield* object` is taken for: what a tag of Effect stands for.
pub const YIELDED: SmolStr = SmolStr::new_static("[*]");

id!(/// An expression of a unit.
    ExprId);
id!(/// A scope of a unit; 0 is the unit's own.
    ScopeId);
id!(/// A binding of a unit.
    BindingId);
id!(/// A function of a unit.
    FunctionId);
id!(/// A class of a unit.
    ClassId);
id!(/// An enum of a unit.
    EnumId);
id!(/// A type of a unit.
    TypeId);

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Its range, relative to its unit.
    pub range: TextRange,
    /// The kind of expression.
    pub kind: ExprKind,
}

/// The kind of an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// Something that says nothing to us, or that is broken.
    Unknown,
    /// `undefined`
    Undefined,
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number literal.
    Number(f64),
    /// `10n`
    BigInt,
    /// A string literal, or a template without substitutions. Unescaped.
    String(SmolStr),
    /// A template with substitutions.
    Template(Box<[TemplatePart]>),
    /// `[a, , ...b]`
    Array(Box<[Element]>),
    /// `{ a, b: 1, ...c }`
    Object(Box<[Property]>),
    /// A name.
    Ident(SmolStr, ScopeId),
    /// `this`, seen from a scope.
    This(ScopeId),
    /// `super`
    Super(ScopeId),
    /// `object.property`, `object?.property`, `object.#property` (the name keeps its `#`).
    Member {
        /// Left of the dot.
        object: ExprId,
        /// Right of the dot.
        property: SmolStr,
    },
    /// `object[index]`
    Index {
        /// Left of the bracket.
        object: ExprId,
        /// Inside the brackets.
        index: ExprId,
    },
    /// `callee(…)`, `callee?.(…)`
    Call {
        /// The called expression.
        callee: ExprId,
        /// The arguments.
        arguments: Box<[Element]>,
    },
    /// `new callee(…)`; `bare` without parentheses.
    New {
        /// The class.
        callee: ExprId,
        /// The arguments.
        arguments: Box<[Element]>,
        /// True when the argument list is left out.
        bare: bool,
    },
    /// `import("module")`, `require("module")`
    Load(SmolStr),
    /// A function expression, an arrow or a method of an object.
    Function(FunctionId),
    /// A class expression.
    Class(ClassId),
    /// A unary operator.
    Unary(UnaryOp, ExprId),
    /// A binary operator, the logical ones among them.
    Binary(BinaryOp, ExprId, ExprId),
    /// `test ? then : else`
    Conditional(ExprId, ExprId, ExprId),
    /// `target = value`, `target ??= value`: its value is that of the right side (or, for the logical forms, of its
    /// target).
    Assign {
        /// `None` for plain `=`.
        op: Option<BinaryOp>,
        /// The expression that is written to.
        target: ExprId,
        /// The value that is written.
        value: ExprId,
    },
    /// `await value`
    Await(ExprId),
    /// `void value`: its value is `undefined`.
    Void(ExprId),
    /// `(value)`
    Paren(ExprId),
    /// `value as T`, `value satisfies T`, `value!`, `<T>value`
    Cast(ExprId, CastKind),
    /// `import.meta`
    ImportMeta,
}

/// The syntax of a cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CastKind {
    /// `value!`
    NonNull,
    /// `value as T`, `value satisfies T`, with the operator after the value.
    Suffix,
    /// `<T>value`
    Prefix,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Hash)]
pub enum TemplatePart {
    /// Text, unescaped.
    Text(SmolStr),
    /// `${…}`
    Value(ExprId),
}

/// An element of an array or of an argument list.
#[derive(Clone, Copy, Debug, PartialEq, Hash)]
pub enum Element {
    /// A value.
    Item(ExprId),
    /// `...values`; also stands for code that is hidden by broken code.
    Spread(Option<ExprId>),
    /// Nothing between two commas.
    Hole,
}

/// A property of an object literal.
#[derive(Clone, Debug, PartialEq)]
pub enum Property {
    /// `key: value`, `key`, `[key]: value`, `key() {}`
    Entry {
        /// The key.
        key: Key,
        /// The place of the key.
        key_range: TextRange,
        /// The value.
        value: ExprId,
        /// True for a shorthand: key and value are one word.
        shorthand: bool,
    },
    /// `get key() {}`, with the function.
    Getter(Key, FunctionId),
    /// `...value`; also stands for code that is hidden by broken code.
    Spread(Option<ExprId>),
}

/// A key of an object or a class.
#[derive(Clone, Debug, PartialEq, Hash)]
pub enum Key {
    /// Written out.
    Name(SmolStr),
    /// `[expression]`
    Computed(ExprId),
}

/// A unary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    /// `+x`
    Plus,
    /// `-x`
    Minus,
    /// `~x`
    BitNot,
    /// `!x`
    Not,
    /// `typeof x`, `delete x`, `++x`, …
    Other,
}

/// A binary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the operators' own names")]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    Pow,
    BitOr,
    Shr,
    UShr,
    Shl,
    And,
    Or,
    Nullish,
    /// `==`, `===`
    Equal,
    /// `!=`, `!==`
    Unequal,
    Instanceof,
    /// The other comparisons and the rest.
    Other,
}

impl BinaryOp {
    /// The operator as it is written; the compound assignments without their `=`.
    pub fn parse(text: &str) -> Self {
        match text {
            "+" => Self::Add,
            "-" => Self::Sub,
            "*" => Self::Mul,
            "/" => Self::Div,
            "%" => Self::Rem,
            "**" => Self::Pow,
            "|" => Self::BitOr,
            ">>" => Self::Shr,
            ">>>" => Self::UShr,
            "<<" => Self::Shl,
            "&&" => Self::And,
            "||" => Self::Or,
            "??" => Self::Nullish,
            "==" | "===" => Self::Equal,
            "!=" | "!==" => Self::Unequal,
            "instanceof" => Self::Instanceof,
            _ => Self::Other,
        }
    }
}
