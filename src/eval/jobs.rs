//! Times that job queues and platforms hand to the functions that they call, known by the package or by the platform's own
//! names: `job.timestamp` of BullMQ and Bull, `controller.scheduledTime` of Cloudflare Workers. All are in milliseconds.

use super::Eval;
use super::nullish::Presence;
use super::units::{Lookup, Node, UnitId};
use super::value::{Grain, Number, TimeUnit, ValueKind};
use crate::facts::{BindingSource, ExprKind, FunctionId, Imported};
use smol_str::SmolStr;

/// The packages of the queues.
const QUEUES: &[&str] = &["bull", "bullmq"];
/// The types of what Workers hand to their `scheduled`: globals there.
const SCHEDULED: &[&str] = &["ScheduledController", "ScheduledEvent"];
/// The package that a value of the platform is said to be of.
const WORKERS: &str = "@cloudflare/workers-types";
/// The name of an instance in the path of a package, other than that of its class.
const JOB: &str = "Job()";
const CONTROLLER: &str = "ScheduledController()";

/// A value of a type that a package exports.
pub(super) fn typed(module: &str, name: &str) -> Option<ValueKind> {
    match name {
        "Job" if QUEUES.contains(&module) => Some(of(module, JOB)),
        _ if module == WORKERS => global_type(name),
        _ => None,
    }
}

/// A value of a type that is declared for the whole program.
pub(super) fn global_type(name: &str) -> Option<ValueKind> {
    SCHEDULED.contains(&name).then(|| of(WORKERS, CONTROLLER))
}

/// A member of a job or of what a platform hands over; `None` for anything else of a package.
pub(super) fn member(module: &str, path: &str, key: &str) -> Option<ValueKind> {
    let is_time = match path {
        JOB if QUEUES.contains(&module) => matches!(key, "finishedOn" | "processedOn" | "timestamp"),
        CONTROLLER if module == WORKERS => key == "scheduledTime",
        _ => return None,
    };
    Some(if is_time {
        ValueKind::Number(Number::of(TimeUnit::Milliseconds(Grain::Unknown)))
    } else {
        ValueKind::Unknown
    })
}

/// Returns whether a member of a package's value is there. A job has no times of what has not happened to it yet: the types of both
/// queues say `processedOn?: number` and `finishedOn?: number`.
pub(super) fn presence(module: &str, path: &str, key: &str) -> Presence {
    let is_to_come = path == JOB && QUEUES.contains(&module) && matches!(key, "finishedOn" | "processedOn");
    if is_to_come { Presence::Nullish } else { Presence::Always }
}

fn of(module: &str, path: &str) -> ValueKind {
    ValueKind::Package(module.into(), SmolStr::new_static(if path == JOB { JOB } else { CONTROLLER }))
}

impl Eval<'_> {
    /// Returns what a queue or a platform gives a function written in place as its first argument:
    /// `new Worker("mail", async (job) => …)`, `export default { scheduled(controller) { … } }`.
    pub(super) fn given_by_platform(&self, unit: UnitId, function: FunctionId) -> Option<ValueKind> {
        let made = self.units.functions(unit).passed_to_new(function);
        let made = made.map(|(expr, at)| (Node { unit, expr }, at));
        if let Some((call, at)) = made.or_else(|| self.taken_by(unit, function)) {
            let (ExprKind::New { callee, .. } | ExprKind::Call { callee, .. }) = self.units.kind(call) else {
                return None;
            };
            let callee = self.units.peeled(Node { unit, expr: *callee });
            let module = match (self.units.kind(callee), at) {
                (ExprKind::Ident(..), 1) => self.queue_package(callee, "Worker"),
                // `queue.process("mail", async (job) => …)`
                (ExprKind::Member { object, property }, _) if property == "process" => {
                    let queue = self.value(Node { unit, expr: *object }).node;
                    let ExprKind::New { callee, .. } = self.units.kind(queue) else { return None };
                    let class = Node { unit: queue.unit, expr: *callee };
                    self.queue_package(class, "default").or_else(|| self.queue_package(class, "Queue"))
                }
                _ => None,
            };
            return module.map(|module| of(module, JOB));
        }
        let handlers = self.handlers_in(unit.file);
        let is_scheduled = handlers.methods.get(&(unit, function)).is_some_and(|name| name == "scheduled");
        is_scheduled.then(|| of(WORKERS, CONTROLLER))
    }

    /// The package of a queue that a name is imported from, under the name `wanted` there.
    fn queue_package(&self, node: Node, wanted: &str) -> Option<&'static str> {
        let ExprKind::Ident(name, scope) = self.units.kind(self.units.peeled(node)) else { return None };
        let Lookup::One(bound) = self.units.lookup(node.unit, *scope, name) else { return None };
        let BindingSource::Import { import, what } = &self.units.binding(bound).source else { return None };
        let is_it = match what {
            Imported::Named(name) => name == wanted,
            Imported::Default => wanted == "default",
            Imported::Namespace => false,
        };
        let module = self.units.unit(bound.unit).imports[*import as usize].module.as_str();
        QUEUES.iter().copied().find(|queue| is_it && *queue == module)
    }
}

#[cfg(test)]
mod tests {
    use super::{global_type, member, typed};
    use crate::eval::value::ValueKind;

    #[test]
    fn times_of_jobs() {
        let Some(ValueKind::Package(module, path)) = typed("bullmq", "Job") else { panic!("a job") };
        assert!(matches!(member(&module, &path, "timestamp"), Some(ValueKind::Number(_))));
        assert!(matches!(member(&module, &path, "data"), Some(ValueKind::Unknown)));
        assert!(member("bullmq", "Job", "timestamp").is_none(), "the class");
        assert!(typed("bullmq", "Worker").is_none() && typed("other", "Job").is_none());
        assert!(global_type("ScheduledController").is_some() && global_type("Event").is_none());
    }
}
