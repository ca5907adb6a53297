//! The keys that go with an event, an attribute or a message, and their values.

use crate::model::{Argument, Fields, Form, Model};
use smol_str::SmolStr;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// The maximum number of entries looked at for one value: an object that contains itself has no end.
const MOST_ENTRIES: usize = 100_000;

/// The maximum depth to which objects inside one another are looked into.
const MOST_DEEP: u32 = 8;

/// The fields of an object, as far as they are seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Data {
    /// The keys.
    pub keys: BTreeMap<SmolStr, DataField>,
    /// True when there may be more of them.
    pub open: bool,
}

/// A key of an object.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct DataField {
    /// The possible types of its value. Empty where nothing is known of it.
    pub types: BTreeSet<DataType>,
    /// True when it may be missing.
    pub optional: bool,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataType {
    /// A string.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A `Date`, which is sent as a string.
    Date,
    /// `null`
    Null,
    /// A list of such values; of anything where there are none.
    List(BTreeSet<DataType>),
    /// An object.
    Object(Data),
    /// Not to be known.
    Unknown,
}

impl DataType {
    fn renamed(self, name: &dyn Fn(&str) -> SmolStr) -> Self {
        match self {
            Self::Object(mut data) => {
                data.rename(name);
                Self::Object(data)
            }
            Self::List(of) => Self::List(of.into_iter().map(|ty| ty.renamed(name)).collect()),
            ty => ty,
        }
    }
}

impl Data {
    /// Data of which nothing is seen.
    pub fn unseen() -> Self {
        Self { keys: BTreeMap::new(), open: true }
    }

    /// Renames its keys, those of the objects in it too.
    pub fn rename(&mut self, name: &dyn Fn(&str) -> SmolStr) {
        let keys = std::mem::take(&mut self.keys).into_iter().map(|(key, mut value)| {
            value.types = std::mem::take(&mut value.types).into_iter().map(|ty| ty.renamed(name)).collect();
            (name(&key), value)
        });
        self.keys = keys.collect();
    }

    /// Returns both, merged: a key that one of them lacks may be missing.
    pub fn merged(self, other: Self) -> Self {
        let mut keys = self.keys;
        let both: BTreeSet<SmolStr> = keys.keys().filter(|key| other.keys.contains_key(*key)).cloned().collect();
        for (name, key) in other.keys {
            match keys.get_mut(&name) {
                Some(known) => {
                    known.optional |= key.optional;
                    known.types = types(std::mem::take(&mut known.types).into_iter().chain(key.types));
                }
                None => drop(keys.insert(name, key)),
            }
        }
        for (name, key) in &mut keys {
            key.optional |= !both.contains(name);
        }
        Self { keys, open: self.open || other.open }
    }
}

/// Returns types, of which the objects become one and the lists become one.
fn types(all: impl Iterator<Item = DataType>) -> BTreeSet<DataType> {
    let (mut merged, mut object, mut elements): (_, Option<Data>, Option<BTreeSet<DataType>>) =
        (BTreeSet::new(), None, None);
    for ty in all {
        match ty {
            DataType::Object(data) => {
                object = Some(match object {
                    Some(known) => known.merged(data),
                    None => data,
                });
            }
            DataType::List(of) => elements = Some(types(elements.unwrap_or_default().into_iter().chain(of))),
            ty => drop(merged.insert(ty)),
        }
    }
    merged.extend(object.map(DataType::Object));
    merged.extend(elements.map(DataType::List));
    merged
}

/// Returns the data that an argument is.
pub(super) fn of_argument(model: &Model<'_>, argument: &Argument) -> Data {
    of_object(model, argument, 0, &Cell::new(MOST_ENTRIES))
}

/// Returns the data that the value of a key is; there is none where there is no such key.
pub(super) fn under(model: &Model<'_>, fields: &Fields, key: &str) -> Data {
    match fields.get(key) {
        Some(field) => of_argument(model, &field.value),
        None => Data { open: fields.open, ..Data::default() },
    }
}

/// Returns the possible types of an argument's value, and whether it may be `undefined`, so that its key is not sent.
pub(super) fn of_value(model: &Model<'_>, argument: &Argument) -> DataField {
    of_value_at(model, argument, 0, &Cell::new(MOST_ENTRIES))
}

fn of_object(model: &Model<'_>, argument: &Argument, deep: u32, left: &Cell<usize>) -> Data {
    let cases = model.cases(argument).into_iter().map(|case| {
        let fields = model.fields(&case);
        let count = fields.as_ref().map_or(0, |fields| fields.list.len());
        if fields.is_some() && (deep >= MOST_DEEP || count > left.get()) {
            model.stops_at(&case, deep >= MOST_DEEP);
        }
        let fields = if deep < MOST_DEEP && count <= left.get() { fields } else { None };
        let Some(fields) = fields else {
            // Nothing at all has no keys, and none are added.
            let nothing = model.forms(&case).iter().all(|form| matches!(form, Form::Undefined | Form::Null));
            return Data { open: !nothing, ..Data::default() };
        };
        left.set(left.get() - count);
        let mut data = Data { open: fields.open, ..Data::default() };
        for field in &fields.list {
            let value = of_value_at(model, &field.value, deep + 1, left);
            let key = DataField { optional: value.optional || field.uncertain, ..value };
            // Of equal keys the last one counts, unless it may not be there.
            match data.keys.get_mut(&field.key) {
                Some(known) if field.uncertain => {
                    known.types = types(std::mem::take(&mut known.types).into_iter().chain(key.types));
                }
                _ => drop(data.keys.insert(field.key.clone(), key)),
            }
        }
        data
    });
    cases.reduce(Data::merged).unwrap_or_else(Data::unseen)
}

fn of_value_at(model: &Model<'_>, argument: &Argument, deep: u32, left: &Cell<usize>) -> DataField {
    let mut key = DataField::default();
    let mut all = Vec::new();
    for case in model.cases(argument) {
        for form in model.forms(&case) {
            all.push(match form {
                Form::String => DataType::String,
                Form::Number => DataType::Number,
                Form::Boolean => DataType::Boolean,
                Form::Date => DataType::Date,
                Form::Null => DataType::Null,
                Form::Undefined => {
                    key.optional = true;
                    continue;
                }
                Form::List => DataType::List(elements(model, &case, deep, left)),
                Form::Object => DataType::Object(of_object(model, &case, deep, left)),
                Form::Unknown => DataType::Unknown,
            });
        }
    }
    key.types = types(all.into_iter());
    key
}

fn elements(model: &Model<'_>, list: &Argument, deep: u32, left: &Cell<usize>) -> BTreeSet<DataType> {
    let Some((items, closed)) = model.items(list) else { return BTreeSet::new() };
    if deep >= MOST_DEEP || items.len() > left.get() {
        model.stops_at(list, deep >= MOST_DEEP);
        return BTreeSet::from([DataType::Unknown]);
    }
    left.set(left.get() - items.len());
    let seen = items.iter().flat_map(|item| of_value_at(model, item, deep + 1, left).types);
    types(seen.chain((!closed).then_some(DataType::Unknown)))
}
