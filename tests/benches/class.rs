//! Code to measure on whose only top-level statement is one class.

/// A class of about `lines` lines: its methods are the only places to cut it.
pub fn class(lines: usize) -> String {
    let mut text = String::from(
        "import { TrackClient } from \"customerio-node\";\n\nexport class Big {\n  readonly cio = new TrackClient(a, b);\n",
    );
    let mut count = 4;
    let mut method = 0;
    while count < lines {
        let piece = format!(
            "  async method{method}(id: string, values: Map<string, number>): Promise<number> {{\n    let sum = 0;\n    \
             for (const [key, value] of values) {{\n      if (key.startsWith(\"a\") && value > {method}) {{\n        sum += value * 2;\n      }}\n    }}\n{}    return sum;\n  }}\n\n",
            if method % 10 == 3 { "    await this.cio.identify(id, { created_at: Date.now() });\n" } else { "" }
        );
        count += piece.lines().count();
        text.push_str(&piece);
        method += 1;
    }
    text.push_str("}\n");
    text
}
