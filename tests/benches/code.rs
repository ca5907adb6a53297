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
