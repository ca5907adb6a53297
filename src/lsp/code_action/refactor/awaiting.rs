//! `await` where a promise goes by unseen.

use super::{Refactoring, Site};
use crate::model::{Promise, TryPart};
use crate::text::{TextEdit, TextRange};

/// The call with `await` before it: where its promise is dropped, also on purpose, and where a `try` around it lets the
/// promise go before it fails. A fix of a finding there is not offered twice.
pub fn refactoring(site: &Site<'_>) -> Option<Refactoring> {
    let call = site.call;
    let refactoring = |title: &str, edits| Some(Refactoring { title: title.to_owned(), edits });
    if let Promise::Dropped(dropped) = &call.promise {
        let awaits = |edits: &[TextEdit]| edits.iter().any(|edit| edit.text.contains("await "));
        let repair = dropped.repairs.iter().find(|repair| awaits(&repair.edits))?;
        let offered = |finding: &crate::finding::Finding| finding.fixes.iter().any(|fix| fix.edits == repair.edits);
        if site.request.findings.iter().any(offered) {
            return None;
        }
        return refactoring(&repair.title, repair.edits.clone());
    }
    let function = call.around.function.as_ref()?;
    if !function.is_async || function.is_generator {
        return None;
    }
    match call.promise {
        Promise::Voided => {
            let before = TextRange { start: function.body.start, end: call.range.start };
            let text = site.model.text(before);
            let word = text.trim_end().strip_suffix("void")?;
            let at = before.start() + word.len();
            refactoring(
                "Await the promise instead of ignoring it",
                vec![TextEdit::replace(TextRange::new(at, at + "void".len()), "await")],
            )
        }
        Promise::Returned if call.around.tries.iter().any(|it| it.part == TryPart::Block) => refactoring(
            "Await the promise, so that `catch` handles its rejection",
            vec![TextEdit::insert(call.range.start(), "await ")],
        ),
        _ => None,
    }
}
