//! The API that an address leads to.

use crate::eval::Eval;
use crate::eval::units::{Lookup, Node};
use crate::eval::value::{Address, AddressPart};
use crate::facts::{BinaryOp, BindingSource, ExprKind};
use crate::sdk::{PathRoot, Region, api_of_host};

impl Address {
    /// The API that it leads to, and the region where that is the same in every case. `None` where the host is not known,
    /// or is one of several that do not lead to the same path of the same API.
    pub fn api(&self) -> Option<(PathRoot, Option<Region>)> {
        let (api, region) = api_of_host(&self.host()?)?;
        let mut is_one = !self.is_one_of_several;
        for (at, piece) in self.pieces.iter().enumerate() {
            let AddressPart::Text(_, node, others) = piece else { continue };
            for other in others.iter() {
                let mut address = self.clone();
                address.pieces[at] = AddressPart::plain(other.clone(), *node);
                let (other, of) = api_of_host(&address.host()?)?;
                if other != api || address.written_after_host() != self.written_after_host() {
                    return None;
                }
                is_one &= of == region;
            }
        }
        Some((api, is_one.then_some(region)))
    }

    /// Returns whether it may lead to an API: it does, or one of the texts that the host may be is of one.
    pub fn may_reach(&self) -> bool {
        let is_of_api = |address: &Self| address.host().is_some_and(|host| api_of_host(&host).is_some());
        is_of_api(self)
            || self.pieces.iter().enumerate().any(|(at, piece)| match piece {
                AddressPart::Text(_, node, others) => others.iter().any(|other| {
                    let mut address = self.clone();
                    address.pieces[at] = AddressPart::plain(other.clone(), *node);
                    is_of_api(&address)
                }),
                AddressPart::Value(..) => false,
            })
    }

    /// Returns whether its beginning may be known where the function around it is called.
    pub fn may_be_told_by_caller(&self, eval: &Eval<'_>) -> bool {
        let Some(AddressPart::Value(value, _)) = self.pieces.iter().find(|piece| match piece {
            AddressPart::Text(text, ..) => !text.is_empty() && !text.contains("://"),
            AddressPart::Value(..) => true,
        }) else {
            return false;
        };
        is_of_caller(eval, value.node)
    }
}

/// Returns whether an expression begins with a parameter or `this`, whose value may be known at a call.
pub fn is_of_caller(eval: &Eval<'_>, node: Node) -> bool {
    let mut node = eval.units.peeled(node);
    loop {
        node.expr = match eval.units.kind(node) {
            ExprKind::Member { object, .. } | ExprKind::Index { object, .. } => *object,
            ExprKind::Call { callee, .. } => *callee,
            ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, left, _) => *left,
            ExprKind::Paren(inner) | ExprKind::Cast(inner, _) => *inner,
            ExprKind::This(_) | ExprKind::Super(_) => return true,
            ExprKind::Ident(name, scope) => {
                let Lookup::One(bound) = eval.units.lookup(node.unit, *scope, name) else { return false };
                return matches!(eval.units.binding(bound).source, BindingSource::Parameter { .. });
            }
            _ => return false,
        };
    }
}
