//! A first guess at the mapping, from the header and what the first rows look like.

use super::words::{WORDS, fold};
use super::{Between, DateOrder, DurationUnit, Field, Mapping};

/// Proposes a mapping. It is for a person to see and to correct: nothing here is certain.
///
/// Where the rows prove nothing (are all days at most the 12th?), the mapping stays open and the reader will refuse.
pub fn propose(header: &[String], rows: &[Vec<String>]) -> Mapping {
    let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
    let mut mapping = Mapping::default();
    let mut taken = vec![false; header.len()];
    // A column that is called exactly so comes before one that merely holds the word.
    for is_match in [is_named, holds_word] {
        for (field, words) in WORDS {
            if mapping.columns.contains_key(field) {
                continue;
            }
            let of_word =
                |word: &str| (0..header.len()).find(|at| !taken[*at] && is_match(&folded[*at], word));
            if let Some(at) = words.split(", ").find_map(of_word) {
                taken[at] = true;
                mapping.columns.insert(*field, header[at].clone());
            }
        }
    }
    let cells = |fields: &[Field]| -> Vec<&str> {
        let columns = fields.iter().filter_map(|field| mapping.columns.get(field));
        let places = columns.filter_map(|name| header.iter().position(|other| other == name));
        let cells = places.flat_map(|at| rows.iter().filter_map(move |row| row.get(at)));
        cells.map(String::as_str).filter(|cell| !cell.trim().is_empty()).collect()
    };
    let trimmed = |fields: &[Field]| cells(fields).into_iter().map(str::trim).collect::<Vec<_>>();
    let dates = date_order(&trimmed(&[Field::Date, Field::Start]));
    let durations = duration_unit(&folded, &mapping, header, &trimmed(&[Field::Duration]));
    // A line break behind the only name says as much as one between two.
    let between = between(&cells(&Field::PERSONS));
    Mapping { dates, durations, between_persons: between, ..mapping }
}

fn is_named(column: &str, word: &str) -> bool {
    column == word
}

/// Short words (de, a, no) would be found everywhere.
fn holds_word(column: &str, word: &str) -> bool {
    word.len() >= 4 && format!(" {column} ").contains(&format!(" {word} "))
}

/// Day or month first, if some date can only be read one way and none only the other way.
fn date_order(cells: &[&str]) -> DateOrder {
    let (mut day_first, mut month_first) = (false, false);
    for cell in cells {
        let mut numbers = cell.split(|c: char| !c.is_ascii_digit()).map(|part| part.parse::<u32>());
        if let (Some(Ok(first)), Some(Ok(second)), Some(Ok(1970..=2200))) =
            (numbers.next(), numbers.next(), numbers.next())
        {
            day_first |= first > 12;
            month_first |= second > 12;
        }
    }
    match (day_first, month_first) {
        (true, false) => DateOrder::DayFirst,
        (false, true) => DateOrder::MonthFirst,
        _ => DateOrder::Iso,
    }
}

/// The unit of bare numbers, if the column names it or no session could last so many hours.
fn duration_unit(
    folded: &[String],
    mapping: &Mapping,
    header: &[String],
    cells: &[&str],
) -> Option<DurationUnit> {
    let column = mapping.columns.get(&Field::Duration)?;
    let name = header.iter().position(|other| other == column).map_or("", |at| folded[at].as_str());
    let is_one_of = |words: &[&str]| name.split(' ').any(|word| words.contains(&word));
    if is_one_of(&["min", "mins", "minutes", "minuten", "minutos"]) {
        return Some(DurationUnit::Minutes);
    }
    if is_one_of(&["h", "hours", "stunden", "heures", "horas"]) {
        return Some(DurationUnit::Hours);
    }
    let numbers: Vec<f64> = cells.iter().filter_map(|cell| cell.parse().ok()).collect();
    let are_minutes = !numbers.is_empty() && numbers.iter().all(|number| *number >= 10.0);
    are_minutes.then_some(DurationUnit::Minutes)
}

/// What stands between names. A comma counts only if it separates whole names ("Ada Lindqvist, Babak
/// Rahimi"), as it may also stand inside one ("Lindqvist, Ada").
fn between(cells: &[&str]) -> Option<Between> {
    let are_whole_names = |cell: &&str| cell.split(',').all(|name| name.trim().contains(' '));
    let found = Between::ALL.iter().find(|(between, _, sign)| match between {
        Between::Comma => {
            let mut with_comma = cells.iter().filter(|cell| cell.contains(',')).peekable();
            with_comma.peek().is_some() && with_comma.all(are_whole_names)
        }
        // Without spaces it belongs to a name: Kyoto/Osaka.
        Between::Slash => cells.iter().any(|cell| cell.contains(" / ")),
        _ => cells.iter().any(|cell| cell.contains(*sign)),
    });
    found.map(|(between, _, _)| *between)
}
