//! The questions about an argument of a call, or a part of one: asked of the model itself.

use crate::eval::Presence;
use crate::flow::load;
use crate::model::{
    Argument, Fields, Form, Given, Model, Time, arguments::composed, arguments::form,
    arguments::given as argument_value, arguments::not_a_number, arguments::null_checks, times::slots,
};
use crate::text::{Place, TextRange};
use smol_str::SmolStr;

impl Model<'_> {
    /// Returns the kind of a call's argument.
    pub fn given(&self, argument: &Argument) -> Given {
        argument_value::given(&self.eval, argument)
    }
    /// Returns the possible types of an argument, each once and in order.
    pub fn forms(&self, argument: &Argument) -> Vec<Form> {
        form::forms(&self.eval, argument)
    }
    /// Returns whether an argument is certainly `NaN`.
    pub fn is_nan(&self, argument: &Argument) -> bool {
        not_a_number::is_nan(&self.eval, &argument.value)
    }
    /// Returns the possible values of an argument, one by one; itself when it is one thing.
    pub fn cases(&self, argument: &Argument) -> Vec<Argument> {
        argument.cases(&self.eval)
    }
    /// The fields of an argument (or of a field of one) that is one known object, or a request created from one.
    pub fn fields(&self, argument: &Argument) -> Option<Fields> {
        argument.fields(&self.eval)
    }
    /// The elements of an argument that is an array: those that are seen, and whether these are all.
    pub fn items(&self, argument: &Argument) -> Option<(Vec<Argument>, bool)> {
        argument.items(&self.eval)
    }
    /// Returns an argument as a time; `None` for anything else, or a value that may be several things.
    pub fn time(&self, argument: &Argument) -> Option<Time> {
        slots::time_of(&self.eval, &argument.value)
    }
    /// The number of seconds by which a time lies ahead of the moment at which the clock was read for it; `None` unless
    /// it is a number of whole seconds that is computed from the clock.
    pub fn seconds_ahead(&self, argument: &Argument) -> Option<f64> {
        slots::seconds_ahead(&argument.value)
    }
    /// The place where an argument is created, when that is not where it is marked.
    pub fn origin(&self, argument: &Argument) -> Option<Place> {
        argument.origin(&self.eval)
    }
    /// The literal of the analyzed file that makes an argument: a text with its quotes, a number, a bigint, an object,
    /// an array.
    pub fn literal(&self, argument: &Argument) -> Option<TextRange> {
        argument.literal(&self.eval)
    }
    /// Returns the text between the quotes of the string literal of the analyzed file that makes an argument: where
    /// another text goes.
    pub fn inside_quotes(&self, argument: &Argument) -> Option<TextRange> {
        argument.inside_quotes(&self.eval)
    }
    /// The text of the one literal that makes an argument, and whether that is a string (then it is the text between
    /// the quotes) or a number.
    pub fn one_literal(&self, argument: &Argument) -> Option<(Place, bool)> {
        argument.one_literal(&self.eval)
    }
    /// The expression that reads the environment variable that an argument is.
    pub fn environment_read(&self, argument: &Argument) -> Option<Place> {
        argument.environment_read(&self.eval)
    }
    /// Returns whether an argument is a member of something that may be missing: `user?.id`.
    pub fn is_optional(&self, argument: &Argument) -> bool {
        argument_value::is_optional(&self.eval, self.rope, argument)
    }
    /// Returns whether an argument may be `null` or `undefined` by its type, or by its value.
    pub fn is_nullable(&self, argument: &Argument) -> bool {
        self.eval.presence(argument.value.place) == Presence::Nullish
    }
    /// Returns whether an argument of the form `user?.id`, or its `user`, occurs by itself in the code between `start`
    /// and the argument, where it may have been checked.
    pub fn may_be_checked(&self, argument: &Argument, start: usize) -> bool {
        null_checks::may_be_checked(&self.eval, self.rope, argument, start)
    }
    /// Returns whether the code does more with the source of an argument than to pass it on, so that it may know the
    /// value.
    pub fn is_examined(&self, argument: &Argument) -> bool {
        null_checks::is_examined(&self.promises(), argument)
    }
    /// Returns whether an argument is the fallback of an expression, and the code before may have tested the preferred
    /// value: then it is there for the compiler alone.
    pub fn is_idle_fallback(&self, argument: &Argument) -> bool {
        null_checks::is_idle_fallback(&self.promises(), self.rope, argument)
    }
    /// The member that an argument of unknown value is: `cio_id` for `person.cio_id`.
    pub fn member(&self, argument: &Argument) -> Option<SmolStr> {
        argument_value::member(&self.eval, argument)
    }
    /// The last word of an argument's name at its source: `email` for `user.email`.
    pub fn word_for(&self, argument: &Argument) -> SmolStr {
        composed::name_of(&self.eval, argument.value.node)
    }
    /// Returns whether an argument is the time at which the code runs, or counted from it.
    pub fn is_now(&self, argument: &Argument) -> bool {
        load::Load::new(&self.eval).reads_clock(argument.value.node, 0)
    }
}
