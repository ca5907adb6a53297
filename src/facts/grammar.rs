//! The node kinds and fields that facts are read from, as numbers: comparing names for every node would cost more than
//! all the rest.

use crate::syntax::Dialect;
use std::sync::LazyLock;

macro_rules! kinds {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// A kind of node. Anonymous tokens and kinds without meaning here are `Other`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum K { Other, $($variant),* }
        const KINDS: &[(K, &str)] = &[$((K::$variant, $name)),*];
    };
}

kinds! {
    Program = "program", Error = "ERROR", Comment = "comment",
    ImportStatement = "import_statement", ImportClause = "import_clause", NamedImports = "named_imports",
    ImportSpecifier = "import_specifier", NamespaceImport = "namespace_import", ImportRequire = "import_require_clause",
    ExportStatement = "export_statement", ExportClause = "export_clause",
    ExportSpecifier = "export_specifier", NamespaceExport = "namespace_export",
    LexicalDeclaration = "lexical_declaration", VariableDeclaration = "variable_declaration",
    VariableDeclarator = "variable_declarator",
    FunctionDeclaration = "function_declaration", GeneratorDeclaration = "generator_function_declaration",
    FunctionExpression = "function_expression", GeneratorFunction = "generator_function", Arrow = "arrow_function",
    Method = "method_definition", FunctionSignature = "function_signature", MethodSignature = "method_signature",
    ClassDeclaration = "class_declaration", AbstractClass = "abstract_class_declaration", Class = "class",
    ClassBody = "class_body", ClassHeritage = "class_heritage", ExtendsClause = "extends_clause",
    Field = "public_field_definition", StaticBlock = "class_static_block",
    Parameters = "formal_parameters", RequiredParameter = "required_parameter", OptionalParameter = "optional_parameter",
    AccessibilityModifier = "accessibility_modifier", OverrideModifier = "override_modifier",
    EnumDeclaration = "enum_declaration", EnumAssignment = "enum_assignment",
    InterfaceDeclaration = "interface_declaration", TypeAlias = "type_alias_declaration", Ambient = "ambient_declaration",
    InternalModule = "internal_module", Module = "module",
    Block = "statement_block", ExpressionStatement = "expression_statement", Return = "return_statement",
    If = "if_statement", ElseClause = "else_clause", For = "for_statement", ForIn = "for_in_statement",
    While = "while_statement", Do = "do_statement", Try = "try_statement", Catch = "catch_clause",
    Finally = "finally_clause", Switch = "switch_statement", SwitchBody = "switch_body", Case = "switch_case",
    Default = "switch_default", Labeled = "labeled_statement", Break = "break_statement",
    Continue = "continue_statement", Throw = "throw_statement", With = "with_statement",
    Identifier = "identifier", Undefined = "undefined", This = "this", Super = "super", Null = "null", True = "true",
    False = "false", Number = "number", String = "string", Template = "template_string",
    Substitution = "template_substitution", Fragment = "string_fragment", Escape = "escape_sequence",
    Array = "array", Object = "object", Pair = "pair", Shorthand = "shorthand_property_identifier",
    Spread = "spread_element", Computed = "computed_property_name", PropertyName = "property_identifier",
    PrivateName = "private_property_identifier",
    Call = "call_expression", New = "new_expression", Arguments = "arguments", Member = "member_expression",
    Subscript = "subscript_expression", Import = "import", MetaProperty = "meta_property",
    Unary = "unary_expression", Binary = "binary_expression", Ternary = "ternary_expression",
    Assignment = "assignment_expression", Augmented = "augmented_assignment_expression", Update = "update_expression",
    Await = "await_expression", Yield = "yield_expression", Paren = "parenthesized_expression",
    Sequence = "sequence_expression", As = "as_expression", Satisfies = "satisfies_expression",
    NonNull = "non_null_expression", TypeAssertion = "type_assertion", Instantiation = "instantiation_expression",
    ObjectPattern = "object_pattern", ArrayPattern = "array_pattern", PairPattern = "pair_pattern",
    ShorthandPattern = "shorthand_property_identifier_pattern", ObjectAssignment = "object_assignment_pattern",
    AssignmentPattern = "assignment_pattern", RestPattern = "rest_pattern",
    TypeAnnotation = "type_annotation", TypeArguments = "type_arguments", TypeParameters = "type_parameters",
    TypeIdentifier = "type_identifier", NestedType = "nested_type_identifier", UnionType = "union_type",
    IntersectionType = "intersection_type", ObjectType = "object_type", InterfaceBody = "interface_body",
    PropertySignature = "property_signature", GenericType = "generic_type", ParenType = "parenthesized_type",
    TypeQuery = "type_query", LiteralType = "literal_type", PredefinedType = "predefined_type",
    ExtendsType = "extends_type_clause", ReadonlyType = "readonly_type", ArrayType = "array_type",
    TupleType = "tuple_type", OptionalType = "optional_type", LookupType = "lookup_type",
    FunctionType = "function_type", IndexSignature = "index_signature", TypeParameter = "type_parameter",
    Constraint = "constraint", AbstractMethod = "abstract_method_signature", Decorator = "decorator",
}

macro_rules! fields {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// The numbers of the fields in one grammar.
        #[derive(Debug)]
        pub struct Fields { $(pub $name: u16),* }
        impl Fields {
            fn of(language: &tree_sitter::Language) -> Self {
                Self { $($name: language.field_id_for_name($text).map_or(0, |id| id.get())),* }
            }
        }
    };
}

fields! {
    name = "name", alias = "alias", source = "source", value = "value", kind = "kind", body = "body",
    parameters = "parameters", parameter = "parameter", return_type = "return_type", r#type = "type",
    pattern = "pattern", left = "left", right = "right", operator = "operator", object = "object",
    property = "property", index = "index", function = "function", constructor = "constructor",
    arguments = "arguments", argument = "argument", condition = "condition", consequence = "consequence",
    alternative = "alternative", key = "key", module = "module", type_arguments = "type_arguments",
    type_parameters = "type_parameters",
}

/// The metadata of one grammar.
#[derive(Debug)]
pub struct Grammar {
    kinds: Vec<K>,
    /// The numbers of its fields.
    pub fields: Fields,
    comma: u16,
}

impl Grammar {
    /// The tables for a language, made on first use.
    pub fn of(dialect: Dialect) -> &'static Grammar {
        static TYPESCRIPT: LazyLock<Grammar> = LazyLock::new(|| Grammar::new(Dialect::TypeScript));
        static TSX: LazyLock<Grammar> = LazyLock::new(|| Grammar::new(Dialect::Tsx));
        match dialect {
            Dialect::TypeScript => &TYPESCRIPT,
            Dialect::Tsx => &TSX,
        }
    }

    fn new(dialect: Dialect) -> Self {
        let language = dialect.grammar();
        let mut kinds = vec![K::Other; language.node_kind_count()];
        for id in 0..language.node_kind_count() as u16 {
            if language.node_kind_is_named(id) {
                let name = language.node_kind_for_id(id).unwrap_or_default();
                kinds[id as usize] = KINDS.iter().find(|(_, n)| *n == name).map_or(K::Other, |(k, _)| *k);
            }
        }
        Self { kinds, fields: Fields::of(&language), comma: language.id_for_node_kind(",", false) }
    }

    /// Returns whether a node is the comma between two others.
    pub fn is_comma(&self, node: tree_sitter::Node<'_>) -> bool {
        node.kind_id() == self.comma
    }

    /// The kind of a node.
    pub fn kind(&self, node: tree_sitter::Node<'_>) -> K {
        if node.is_error() {
            return K::Error;
        }
        self.kinds.get(node.kind_id() as usize).copied().unwrap_or(K::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_exists_in_a_grammar() {
        for (_, name) in KINDS.iter().filter(|(_, n)| *n != "ERROR") {
            let known =
                [Dialect::TypeScript, Dialect::Tsx].iter().any(|l| l.grammar().id_for_node_kind(name, true) != 0);
            assert!(known, "no grammar has a node {name}");
        }
    }

    #[test]
    fn every_field_exists() {
        for language in [Dialect::TypeScript, Dialect::Tsx] {
            let text = format!("{:?}", Grammar::of(language).fields);
            assert!(!text.contains(": 0,") && !text.contains(": 0 }"), "{text}");
        }
    }
}
