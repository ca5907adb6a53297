//! Types as comments write them: TypeScript's, and those of JSDoc and Closure (`?T`, `T=`, `Array.<T>`).

use super::Lower;
use crate::facts::TypeId;
use crate::facts::expr::ScopeId;
use crate::facts::unit::Type;
use smol_str::SmolStr;

/// The maximum nesting of a type: beyond that the code counts as nested too deeply, which is reported.
const MAX_NESTING: u32 = 24;

/// Reads a type from a text.
struct Reader<'s> {
    rest: &'s str,
    scope: ScopeId,
    depth: u32,
}

impl Lower<'_, '_> {
    /// The type that a text is; unknown where it is not one.
    pub(super) fn doc_type(&mut self, text: &str, scope: ScopeId) -> Type {
        let mut reader = Reader { rest: text, scope, depth: 0 };
        let ty = reader.union(self).unwrap_or(Type::Unknown);
        reader.skip();
        match ty {
            ty if !reader.rest.is_empty() || matches!(ty, Type::Unknown) => Type::Unknown,
            // Nothing checks what a comment says: what it describes may be missing all the same.
            ty => Type::Union { parts: vec![self.push_type(ty)], nothing: true },
        }
    }
}

impl<'s> Reader<'s> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn takes(&mut self, token: &str) -> bool {
        self.skip();
        let rest = self.rest.strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// A name, with the dots of a path in it.
    fn word(&mut self) -> Option<&'s str> {
        self.skip();
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
        let mut end = 0;
        loop {
            end += self.rest[end..].find(|c| !is_part(c)).unwrap_or(self.rest.len() - end);
            let goes_on = self.rest[end..].strip_prefix('.').is_some_and(|rest| rest.starts_with(is_part));
            if !goes_on || end == 0 {
                break;
            }
            end += 1;
        }
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!word.is_empty()).then_some(word)
    }

    fn quoted(&mut self) -> Option<&'s str> {
        self.skip();
        let quote = self.rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
        let (text, rest) = self.rest[1..].split_once(quote)?;
        self.rest = rest;
        Some(text)
    }

    /// `A | B`
    fn union(&mut self, lower: &mut Lower<'_, '_>) -> Option<Type> {
        if self.depth >= MAX_NESTING {
            lower.unit.too_deep = true;
            return None;
        }
        self.depth += 1;
        let ty = self.union_here(lower);
        self.depth -= 1;
        ty
    }

    fn union_here(&mut self, lower: &mut Lower<'_, '_>) -> Option<Type> {
        self.takes("|");
        let mut parts = Vec::new();
        loop {
            self.skip();
            let start = self.rest;
            let part = self.intersection(lower)?;
            let text = start[..start.len() - self.rest.len()].trim();
            if !matches!(text, "undefined" | "null" | "void" | "false") {
                parts.push(part);
            }
            if !self.takes("|") {
                break;
            }
        }
        Some(match parts.len() {
            1 => parts.remove(0),
            _ => {
                let parts = parts.into_iter().map(|part| lower.push_type(part)).collect();
                Type::Union { parts, nothing: true }
            }
        })
    }

    fn intersection(&mut self, lower: &mut Lower<'_, '_>) -> Option<Type> {
        let first = self.postfix(lower)?;
        let mut parts = vec![first];
        while self.takes("&") {
            parts.push(self.postfix(lower)?);
        }
        Some(match parts.len() {
            1 => parts.remove(0),
            _ => Type::Intersection(parts.into_iter().map(|part| lower.push_type(part)).collect()),
        })
    }

    fn postfix(&mut self, lower: &mut Lower<'_, '_>) -> Option<Type> {
        while self.takes("?") || self.takes("!") || self.takes("readonly ") || self.takes("...") {}
        let mut ty = self.primary(lower)?;
        loop {
            if self.takes("[]") {
                ty = around(lower, ty, Type::List);
            } else if self.rest.starts_with("[") {
                self.takes("[");
                let key = self.quoted()?;
                let of = lower.push_type(ty);
                ty = Type::Indexed(of, SmolStr::new(key));
                self.takes("]").then_some(())?;
            } else if self.takes("=>") {
                return None;
            } else if !(self.takes("=") || self.takes("!") || self.takes("?")) {
                return Some(ty);
            }
        }
    }

    fn primary(&mut self, lower: &mut Lower<'_, '_>) -> Option<Type> {
        self.skip();
        match self.rest.chars().next()? {
            '{' => self.object(lower),
            '[' => self.tuple(lower),
            '(' => self.group(lower),
            '*' => {
                self.takes("*");
                Some(Type::Unknown)
            }
            '"' | '\'' | '`' => self.quoted().map(|_| Type::Unknown),
            _ => {
                let word = self.word()?;
                match word {
                    "typeof" => self.queried(lower),
                    "keyof" | "unique" => self.postfix(lower).map(|_| Type::Unknown),
                    "import" => self.imported(),
                    "function" if self.takes("(") => self.closure(lower),
                    _ => self.named(word, lower),
                }
            }
        }
    }

    /// `typeof name`
    fn queried(&mut self, lower: &mut Lower<'_, '_>) -> Option<Type> {
        let mut parts = self.word()?.split('.');
        let mut ty = Type::Of(SmolStr::new(parts.next()?), self.scope);
        for key in parts {
            let of = lower.push_type(ty);
            ty = Type::Indexed(of, SmolStr::new(key));
        }
        Some(ty)
    }

    /// `import("module").Name`
    fn imported(&mut self) -> Option<Type> {
        self.takes("(").then_some(())?;
        let module = SmolStr::new(self.quoted()?);
        self.takes(")").then_some(())?;
        if !self.takes(".") {
            return Some(Type::Unknown);
        }
        Some(Type::Imported(module, SmolStr::new(self.word()?)))
    }

    /// A name with the angle brackets after it.
    fn named(&mut self, word: &str, lower: &mut Lower<'_, '_>) -> Option<Type> {
        let arguments = if self.takes(".<") || self.takes("<") { self.list(">", lower)? } else { Vec::new() };
        if arguments.is_empty() {
            return Some(match word.split_once('.') {
                Some((namespace, name)) => Type::Qualified(SmolStr::new(namespace), SmolStr::new(name), self.scope),
                None => Type::Named(SmolStr::new(word), self.scope),
            });
        }
        if word == "InstanceType" {
            return Some(match arguments.into_iter().next()? {
                Type::Of(name, scope) => Type::Named(name, scope),
                _ => Type::Unknown,
            });
        }
        let word = match (word, arguments.len()) {
            ("Object", 2) => "Record",
            ("array", 1) => "Array",
            _ => word,
        };
        let arguments = arguments.into_iter().map(|ty| lower.push_type(ty)).collect::<Vec<_>>();
        Some(lower.generic_over(word, &arguments))
    }

    /// Types with commas between them, up to `end`.
    fn list(&mut self, end: &str, lower: &mut Lower<'_, '_>) -> Option<Vec<Type>> {
        let mut all = Vec::new();
        while !self.takes(end) {
            all.push(self.union(lower)?);
            if !self.takes(",") {
                self.takes(end).then_some(())?;
                break;
            }
        }
        Some(all)
    }

    fn tuple(&mut self, lower: &mut Lower<'_, '_>) -> Option<Type> {
        self.takes("[");
        let parts = self.list("]", lower)?;
        Some(Type::Tuple(parts.into_iter().map(|part| lower.push_type(part)).collect()))
    }

    /// `{ key: T, method(): T, [key: string]: T }`
    fn object(&mut self, lower: &mut Lower<'_, '_>) -> Option<Type> {
        self.takes("{");
        let mut fields = Vec::new();
        while !self.takes("}") {
            self.takes("readonly ");
            if self.takes("[") {
                let end = self.rest.find(']')?;
                self.rest = &self.rest[end + 1..];
                self.takes("?");
                self.takes(":").then_some(())?;
                let each = self.union(lower)?;
                self.takes(",");
                self.takes(";");
                self.takes("}").then_some(())?;
                return Some(around(lower, each, Type::Values));
            }
            let key = match self.quoted() {
                Some(key) => key,
                None => self.word()?,
            };
            self.takes("?");
            let ty = if self.takes("(") {
                let parameters = self.parameters(lower)?;
                self.takes(":").then_some(())?;
                self.function(parameters, lower)?
            } else if self.takes(":") {
                self.union(lower)?
            } else {
                Type::Unknown
            };
            fields.push((SmolStr::new(key), lower.push_type(ty)));
            if !self.takes(",") {
                self.takes(";");
            }
        }
        Some(Type::Object(fields))
    }

    /// `(T)`, `(a: A) => T`
    fn group(&mut self, lower: &mut Lower<'_, '_>) -> Option<Type> {
        self.takes("(");
        let start = self.rest;
        if let Some(parameters) = self.parameters(lower)
            && self.takes("=>")
        {
            return self.function(parameters, lower);
        }
        self.rest = start;
        let ty = self.union(lower)?;
        self.takes(")").then_some(ty)
    }

    /// `a: A, b?: B)`
    fn parameters(&mut self, lower: &mut Lower<'_, '_>) -> Option<Vec<TypeId>> {
        let mut all = Vec::new();
        while !self.takes(")") {
            self.takes("...");
            self.word()?;
            self.takes("?");
            let ty = if self.takes(":") { self.union(lower)? } else { Type::Unknown };
            all.push(lower.push_type(ty));
            if !self.takes(",") {
                self.takes(")").then_some(())?;
                break;
            }
        }
        Some(all)
    }

    /// `function(A, B): T`
    fn closure(&mut self, lower: &mut Lower<'_, '_>) -> Option<Type> {
        let parameters = self.list(")", lower)?;
        let parameters = parameters.into_iter().map(|ty| lower.push_type(ty)).collect();
        let result = if self.takes(":") { self.union(lower)? } else { Type::Unknown };
        Some(Type::Function { parameters, result: lower.push_type(result) })
    }

    fn function(&mut self, parameters: Vec<TypeId>, lower: &mut Lower<'_, '_>) -> Option<Type> {
        let result = self.union(lower)?;
        Some(Type::Function { parameters, result: lower.push_type(result) })
    }
}

/// A type around another one that says nothing where the inner one does not.
fn around(lower: &mut Lower<'_, '_>, inner: Type, around: fn(TypeId) -> Type) -> Type {
    let inner = lower.push_type(inner);
    lower.unless_unknown(inner, around)
}
