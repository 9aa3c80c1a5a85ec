//! Tables for spreadsheets as CSV (RFC 4180), in which no text that somebody wrote is a formula.

/// Without it, spreadsheets take the file for one of an older encoding.
pub(crate) const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// A line with every cell in quotation marks, so that neither commas nor line breaks end one.
pub(crate) fn line(file: &mut String, cells: &[String]) {
    for (nth, cell) in cells.iter().enumerate() {
        file.push_str(if nth == 0 { "\"" } else { ",\"" });
        file.push_str(&cell.replace('"', "\"\""));
        file.push('"');
    }
    file.push_str("\r\n");
}

/// A text that no spreadsheet takes for a formula: before a sign that begins one stands an apostrophe, which our import
/// takes away again. A text that looks as if it had been guarded gets another one, so that nothing is lost.
pub(crate) fn guarded(text: &str) -> String {
    let first = text.trim_start_matches('\'').chars().next();
    match first.is_some_and(begins_formula) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// The signs that begin a formula, in the width of Latin and of Chinese and Japanese writing, and the white space behind
/// which a spreadsheet may still find one.
fn begins_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_guarded_cell_is_no_formula_and_our_reader_takes_the_guard_away(
            texts in prop::collection::vec("['=+@\t\r\n＝-]{0,3}[^\\p{Cc}]{0,12}|[a-z=',\";]{0,9}", 3),
        ) {
            let cells: [String; 3] = std::array::from_fn(|nth| texts[nth].clone());
            let mut file = BYTE_ORDER_MARK.to_owned();
            line(&mut file, &["a", "b", "c"].map(str::to_owned));
            line(&mut file, &cells.clone().map(|text| guarded(&text)));
            line(&mut file, &["x"; 3].map(str::to_owned));
            let begins_formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝'];
            let mut raw = ::csv::Reader::from_reader(file.strip_prefix(BYTE_ORDER_MARK).expect("it").as_bytes());
            let first = raw.records().next().expect("a row").expect("a row that can be read");
            prop_assert!(first.iter().all(|cell| !cell.starts_with(begins_formula)), "{:?}", first);
            let table = interchange::csv::table(file.as_bytes(), &interchange::Limits::default()).expect("a table");
            // A row of nothing but empty cells is left away.
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                prop_assert_eq!(&table.rows[0].cells, &cells.to_vec());
            }
        }
    }
}
