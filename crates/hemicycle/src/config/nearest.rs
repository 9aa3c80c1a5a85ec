//! What somebody may have meant who wrote a name that does not exist.

/// `; did you mean “x”?`, or nothing if no known name is near.
pub(super) fn to(written: &str, known: impl Iterator<Item = String>) -> String {
    let near = |name: String| {
        let distance = distance(written, &name);
        (distance <= 1 + name.len() / 4).then_some((distance, name))
    };
    known.filter_map(near).min().map_or_else(String::new, |(_, name)| format!("; did you mean “{name}”?"))
}

/// How many letters must be added, left out or exchanged to make one of the other (Levenshtein's distance).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in other.iter().enumerate() {
            let exchanged = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = exchanged.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_suggested_and_a_far_one_is_not() {
        let known = ["listen", "log", "log_format", "data", "database"];
        for (written, meant) in [
            ("lisen", "listen"),
            ("log-format", "log_format"),
            ("Data", "data"),
            ("databse", "database"),
            ("colour", ""),
        ] {
            let said = to(written, known.iter().map(ToString::to_string));
            let expected =
                if meant.is_empty() { String::new() } else { format!("; did you mean “{meant}”?") };
            assert_eq!(said, expected, "{written}");
        }
    }
}
