//! Types: names, and objects with fields. Enough to know a client or a date by its type.

use super::expr::{ExprId, ScopeId, TypeId};
use smol_str::SmolStr;

/// A type, as far as it is of use.
#[derive(Clone, Debug, Hash)]
pub enum Type {
    /// A name, seen from a scope.
    Named(SmolStr, ScopeId),
    /// `namespace.Name`
    Qualified(SmolStr, SmolStr, ScopeId),
    /// `typeof name`
    Of(SmolStr, ScopeId),
    /// `ReturnType<typeof name>`
    ResultOf(SmolStr, ScopeId),
    /// `{ key: T }`, an interface
    Object(Vec<(SmolStr, TypeId)>),
    /// `T | undefined`, or the type of an optional part: only the parts that are values.
    Union {
        /// These parts.
        parts: Vec<TypeId>,
        /// True when it may also be `null` or `undefined`.
        nothing: bool,
    },
    /// `number`, `string`, …: nothing else is known of it than that it is there.
    Primitive(Primitive),
    /// `"day"`, `1`: one value.
    Literal(Primitive),
    /// `Partial<T>`: any field may be missing.
    Partial(TypeId),
    /// `A & B`, an interface with the ones it extends.
    Intersection(Vec<TypeId>),
    /// `T[]`, `ReadonlyArray<T>`, `Set<T>`: an iterable of `T`.
    List(TypeId),
    /// `[A, B]`
    Tuple(Vec<TypeId>),
    /// `Record<K, T>`, `{ [key: string]: T }`: `T` under any key.
    Values(TypeId),
    /// `Map<K, T>`, `WeakMap<K, T>`
    Map(TypeId),
    /// `(a: A) => T`, `method(a: A): T`
    Function {
        /// The types of the parameters.
        parameters: Vec<TypeId>,
        /// The type of its result.
        result: TypeId,
    },
    /// `import("module").Name`
    Imported(SmolStr, SmolStr),
    /// `T["key"]`
    Indexed(TypeId, SmolStr),
    /// `@Inject(TOKEN) value`: whatever is provided under the token, where nothing else is declared.
    Injected(ExprId),
    /// Anything else.
    Unknown,
}

/// The primitive types of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Primitive {
    /// `string`
    String,
    /// `number`
    Number,
    /// `boolean`
    Boolean,
    /// `bigint`, `object`
    Other,
}
