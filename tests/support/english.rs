//! Finds phrases that sound translated, words that the field does not use, and British spelling.

/// Phrases, in lower case; each begins and ends at a word's border. `*` stands for one word.
const BANNED: [(&str, &str); 33] = [
    ("is none", "say what it is not: `is not a …`"),
    ("are none", "say what they are not"),
    ("nobody", "use the passive, `you` or `anyone`"),
    ("whoever", "use `anyone who`"),
    ("somebody", "use `someone` or the passive"),
    ("anew", "use `again`, or `new`"),
    ("reckon", "use `compute`"),
    ("reckoned", "use `computed`"),
    ("answered with", "use `fails with`, `responds with`"),
    ("answers with", "use `responds with`"),
    ("behind your back", "use `in the background`"),
    ("for ever", "use `forever`"),
    ("at the most", "use `at most`"),
    ("stands in", "use `is in`"),
    ("stands there", "use `is there`"),
    ("mended", "use `fixed`"),
    ("mends", "use `fixes`"),
    ("beats", "use `overrides`"),
    ("made anew", "use `created`"),
    ("reported is", "begin with the subject"),
    ("reported are", "begin with the subject"),
    ("judged is", "begin with the subject"),
    ("judged are", "begin with the subject"),
    ("followed are", "begin with the subject"),
    ("suggested are", "begin with the subject"),
    ("offered are", "begin with the subject"),
    ("is no file", "use `is not a file`"),
    ("is no string", "use `is not a string`"),
    ("is no number", "use `is not a number`"),
    ("is no type", "use `is not a type`"),
    ("is no event", "use `is not an event`"),
    ("the one that is meant", "name it"),
    ("in the present", "use `now`"),
];

/// British words by how they begin, and the American ones.
const BRITISH: [(&str, &str); 14] = [
    ("analyse", "analyze"),
    ("analysing", "analyzing"),
    ("behaviour", "behavior"),
    ("catalogue", "catalog"),
    ("centre", "center"),
    ("colour", "color"),
    ("favour", "favor"),
    ("honour", "honor"),
    ("licence", "license"),
    ("neighbour", "neighbor"),
    ("normalise", "normalize"),
    ("organisation", "organization"),
    ("recognise", "recognize"),
    ("serialise", "serialize"),
];

/// Returns what is wrong with a piece of prose. Code between backticks is not prose.
pub fn faults(prose: &str) -> Vec<String> {
    let outside: Vec<&str> = prose.split('`').step_by(2).collect();
    let text = outside.join(" … ").to_lowercase();
    let words: Vec<&str> =
        text.split(|c: char| !(c.is_alphanumeric() || "'-…".contains(c))).filter(|w| !w.is_empty()).collect();
    let mut faults = Vec::new();
    for (phrase, advice) in BANNED {
        let phrase_words: Vec<&str> = phrase.split(' ').collect();
        let is_there = |at: usize| words[at..].starts_with(&phrase_words);
        // "Where there is none" is plain English.
        let existential = |at: usize| at > 0 && words[at - 1] == "there";
        if (0..words.len()).any(|at| is_there(at) && !existential(at)) {
            faults.push(format!("\"{phrase}\": {advice}"));
        }
    }
    // "a one-time token", "a European": by the sound, which is that of a consonant.
    let is_vowel = |word: &str| {
        word.starts_with(['a', 'e', 'i', 'o']) && !["one", "once", "eu"].iter().any(|sound| word.starts_with(sound))
    };
    let article = words.windows(2).find(|pair| pair[0] == "a" && pair[1].len() > 1 && is_vowel(pair[1]));
    faults.extend(article.map(|pair| format!("\"a {0}\": write \"an {0}\"", pair[1])));
    for (british, american) in BRITISH {
        if words.iter().any(|word| word.starts_with(british)) {
            faults.push(format!("\"{british}\": spell it \"{american}\""));
        }
    }
    faults
}
