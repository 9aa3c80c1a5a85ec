use super::*;
use crate::{Fonts, Group, Item};

fn text(text: &str) -> Text {
    Text::from(text.to_owned())
}

/// A chapter with an item that is longer than a column, and so many short ones before and after it.
fn booklet(right_to_left: bool, before: usize) -> Booklet {
    let item = |name: &str| Item { name: text(name), more: vec![] };
    let mut items = vec![item("short"); before];
    items.push(item(&"a very long name ".repeat(700)));
    items.extend(vec![item("short"); 40]);
    let groups = vec![Group { heading: text("Group"), items }];
    let chapters = vec![Chapter { heading: text("Day"), note: None, groups }];
    Booklet {
        title: "Programme".into(),
        language: "en".into(),
        right_to_left,
        chapters,
        ..Booklet::default()
    }
}

#[test]
fn a_text_longer_than_its_column_goes_on_at_the_top_of_the_next_one() {
    let fonts = Fonts::with(None);
    for (right_to_left, before) in
        [false, true].into_iter().flat_map(|turned| [0, 3, 30, 60].map(|n| (turned, n)))
    {
        let pages = set(&booklet(right_to_left, before), &mut fonts.case()).unwrap();
        let edges = [MARGIN, MARGIN + COLUMN + GUTTER];
        let edges = edges.map(|edge| if right_to_left { WIDE - edge } else { edge });
        let column = |line: &Placed| {
            edges.iter().position(|edge| (edge - line.x).abs() < 0.1).expect("every line begins at an edge")
        };
        assert!(pages.count > 1, "it is longer than a page");
        for pair in pages.lines.windows(2) {
            let [last, next] = [&pair[0], &pair[1]].map(|line| (line.page, column(line)));
            let below = pair[1].y > pair[0].y;
            let on = if last.1 == 0 { (last.0, 1) } else { (last.0 + 1, 0) };
            assert!(
                next == last && below || next == on,
                "{right_to_left} {before}: after {last:?} at {} comes {next:?} at {}",
                pair[0].y,
                pair[1].y
            );
            assert!(pair[1].y < FOOT);
        }
    }
}
