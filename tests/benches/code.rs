//! Code to measure on: ordinary TypeScript with a mistake in every hundredth line.

/// A file of about `lines` lines, a call of the SDK with a mistake in every hundred.
pub fn file(lines: usize) -> String {
    let mut text = String::from(
        "import { TrackClient, RegionEU } from \"customerio-node\";\nimport { Observable, map } from \"./observable\";\n\n\
         const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });\n\n",
    );
    let mut count = 5;
    let mut block = 0;
    while count < lines {
        let piece = if block % 7 == 0 { call(block) } else { ordinary(block) };
        count += piece.lines().count();
        text.push_str(&piece);
        block += 1;
    }
    text
}

/// A file of at most `lines` lines (and at most three less) of the same kind of code without the mistakes. What is
/// left where no whole block fits is filled with small functions.
#[allow(dead_code, reason = "one bench measures on mistakes, the other on code that is right")]
pub fn correct(lines: usize) -> String {
    let mut text = file(0);
    let mut left = lines.saturating_sub(text.lines().count());
    for block in 0.. {
        let pieces = if block % 7 == 0 { [call(block), ordinary(block)] } else { [ordinary(block), call(block)] };
        // The blank line at its end does not count.
        let fits = |piece: &String| piece.trim_end().lines().count() <= left;
        // One call a hundred lines, as in the other; a short file has its only one all the same.
        let piece = match pieces.into_iter().find(fits) {
            Some(piece) if left > 20 || block == 0 => piece,
            _ => label(block),
        };
        if !fits(&piece) {
            break;
        }
        left = left.saturating_sub(piece.lines().count());
        text.push_str(&piece);
    }
    text.replace("created_at: now", "created_at: Math.floor(now / 1000)")
        .replace("name: \"Signed Up ", "name: \"signed_up_")
}

#[allow(dead_code, reason = "as above")]
fn label(block: usize) -> String {
    format!(
        "export function label{block}(user: {{ id: string; email: string }}): string {{\n  \
         return user.email.length > 0 ? user.email : `user-${{user.id}}`;\n}}\n\n"
    )
}

fn ordinary(block: usize) -> String {
    format!(
        "/** Maps the values of a source, number {block}. */\nexport function operator{block}<T, R>(source: Observable<T>, project: (value: T, index: number) => R): Observable<R> {{\n  \
         const seen = new Map<string, T>();\n  let index = 0;\n  const options = {{ limit: {block}, label: `operator-${{index}}`, retries: [1, 2, 3] }};\n  \
         return new Observable((subscriber) => {{\n    const inner = source.subscribe({{\n      next: (value) => {{\n        if (seen.size > options.limit) {{\n          subscriber.error(new Error(\"too many\"));\n          return;\n        }}\n        \
         seen.set(String(index), value);\n        subscriber.next(project(value, index++));\n      }},\n      complete: () => subscriber.complete(),\n    }});\n    return () => inner.unsubscribe();\n  }});\n}}\n\n"
    )
}

fn call(block: usize) -> String {
    format!(
        "export async function notify{block}(user: {{ id: string; email: string }}): Promise<void> {{\n  const now = Date.now();\n  \
         await cio.identify(user.id, {{ email: user.email, created_at: now, plan: \"free\" }});\n  await cio.track(user.id, {{ name: \"Signed Up {block}\", timestamp: Math.floor(now / 1000) }});\n}}\n\n"
    )
}
