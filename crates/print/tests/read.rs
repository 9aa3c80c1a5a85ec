//! What was written, as a reader that is not ours finds it.

use lopdf::{Dictionary, Document, Object};
use print::{Booklet, Chapter, Failure, Fonts, Group, Item, Text, pdf};

fn text(text: &str, language: &str) -> Text {
    Text { text: text.to_owned(), language: language.to_owned() }
}

fn item(name: &str, more: &str) -> Item {
    Item { name: text(name, ""), more: vec![text(more, "")] }
}

/// A booklet of so many chapters, each with so many groups of three items.
fn booklet(chapters: usize, groups: usize) -> Booklet {
    let group = |nth: usize| Group {
        heading: text(&format!("{:02}:00", 8 + nth), ""),
        items: (1..4)
            .map(|of| item(&format!("Who runs the root, and for whom? {nth}.{of}"), "WS 12 · Room B"))
            .collect(),
    };
    let chapter = |nth: usize| Chapter {
        heading: text(&format!("Day {nth}"), ""),
        note: Some(text("Times at the venue: Tokyo.", "")),
        groups: (0..groups).map(group).collect(),
    };
    Booklet {
        title: "Programme of the meeting".into(),
        language: "en".into(),
        right_to_left: false,
        lead: vec![text("Kyoto, 8–12 October 2023", "")],
        foot: "Version “final”".into(),
        date: (2023, 9, 1, 12, 0, 0),
        chapters: (1..=chapters).map(chapter).collect(),
    }
}

fn read(booklet: &Booklet) -> Document {
    let bytes = pdf(booklet, &Fonts::with(None)).expect("it can be written");
    Document::load_mem(&bytes).expect("it can be read")
}

fn pages_of(document: &Document) -> Vec<String> {
    let pages = document.get_pages();
    pages.keys().map(|page| document.extract_text(&[*page]).expect("its text").replace('\n', " ")).collect()
}

fn catalogue(document: &Document) -> &Dictionary {
    document.catalog().expect("a catalogue")
}

fn followed<'a>(document: &'a Document, of: &'a Dictionary, key: &[u8]) -> &'a Object {
    let found = of.get(key).unwrap_or_else(|_| panic!("{} is missing", String::from_utf8_lossy(key)));
    document.dereference(found).expect("it leads somewhere").1
}

/// The names of all tags, in the order in which they are read aloud.
fn tags(document: &Document, of: &Dictionary, found: &mut Vec<String>) {
    if let Ok(Object::Name(name)) = of.get(b"S") {
        found.push(String::from_utf8_lossy(name).into_owned());
    }
    let Ok(kids) = of.get(b"K") else { return };
    let kids = document.dereference(kids).expect("children").1;
    let each = match kids {
        Object::Array(kids) => kids.iter().collect(),
        one => vec![one],
    };
    for kid in each {
        if let Ok((_, Object::Dictionary(kid))) = document.dereference(kid) {
            tags(document, kid, found);
        }
    }
}

#[test]
fn everything_is_in_it_that_can_be_read_and_found() {
    let document = read(&booklet(2, 4));
    let pages = pages_of(&document);
    assert_eq!(pages.len(), 2, "a page for each day");
    for (nth, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Day {}", nth + 1)), "{page}");
        for said in ["08:00", "Who runs the root", "WS 12 · Room B", "Times at the venue", "Version “final”"]
        {
            assert!(page.contains(said), "{said} is not on page {nth}: {page}");
        }
    }
    assert!(pages[0].contains("Programme of the meeting") && pages[0].contains("8–12 October 2023"));
}

#[test]
fn a_screen_reader_finds_title_language_headings_and_lists() {
    let document = read(&booklet(2, 2));
    let catalogue = catalogue(&document);
    assert_eq!(catalogue.get(b"Lang").unwrap().as_str().unwrap(), b"en");
    let marks = followed(&document, catalogue, b"MarkInfo").as_dict().unwrap();
    assert!(marks.get(b"Marked").unwrap().as_bool().unwrap());
    let preferences = followed(&document, catalogue, b"ViewerPreferences").as_dict().unwrap();
    assert!(preferences.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let info = document.trailer.get(b"Info").unwrap();
    let info = document.dereference(info).unwrap().1.as_dict().unwrap();
    assert!(String::from_utf8_lossy(info.get(b"Title").unwrap().as_str().unwrap()).contains("Programme"));
    let outlines = followed(&document, catalogue, b"Outlines").as_dict().unwrap();
    assert_eq!(outlines.get(b"Count").unwrap().as_i64().unwrap().abs(), 2);
    let root = followed(&document, catalogue, b"StructTreeRoot").as_dict().unwrap();
    let mut found = Vec::new();
    tags(&document, root, &mut found);
    let count = |tag: &str| found.iter().filter(|found| *found == tag).count();
    assert_eq!((count("H1"), count("H2"), count("H3")), (1, 2, 4), "{found:?}");
    assert_eq!((count("L"), count("LI"), count("LBody")), (4, 12, 12), "{found:?}");
}

#[test]
fn a_day_fits_on_a_page_in_smaller_letters_and_goes_on_where_it_does_not() {
    let count = |groups| read(&booklet(1, groups)).get_pages().len();
    assert_eq!(count(16), 1, "48 items fit");
    assert!(count(60) > 1, "180 do not");
    let document = read(&booklet(1, 60));
    let pages = pages_of(&document);
    let all = pages.concat();
    for nth in 0..60 {
        assert!(all.contains(&format!("{nth}.3")), "nothing is lost between pages: {nth}");
    }
    assert!(pages.iter().all(|page| page.contains(&format!("/{}", pages.len()))), "each has its number");
}

#[test]
fn arabic_runs_from_the_right_and_its_letters_are_those_that_were_written() {
    let mut booklet = booklet(1, 1);
    (booklet.language, booklet.right_to_left) = ("ar".into(), true);
    // It begins with a mark of direction, for which there is no letter in any font.
    booklet.title = "\u{2068}IGF\u{2069} برنامج الاجتماع".into();
    let document = read(&booklet);
    let preferences = followed(&document, catalogue(&document), b"ViewerPreferences").as_dict().unwrap();
    assert_eq!(preferences.get(b"Direction").unwrap().as_name().unwrap(), b"R2L");
    let page = &pages_of(&document)[0];
    let letters: std::collections::BTreeSet<char> = page.chars().collect();
    for letter in "برنامج".chars() {
        assert!(letters.contains(&letter), "{letter} is not among {letters:?}");
    }
}

#[test]
fn without_a_font_for_its_letters_there_is_no_document_but_their_names() {
    let mut booklet = booklet(1, 1);
    booklet.chapters[0].groups[0].items[0].name = text("京都の未来", "ja");
    let refused = pdf(&booklet, &Fonts::with(None));
    let Err(Failure::Missing(letters)) = refused else { panic!("{refused:?}") };
    assert_eq!(letters.iter().collect::<String>(), "の京未来都");
    // So it is wherever they stand, at the foot of the page as well.
    let foot = Booklet { foot: "京".into(), ..self::booklet(1, 1) };
    assert!(matches!(pdf(&foot, &Fonts::with(None)), Err(Failure::Missing(_))));
}

#[test]
fn whatever_is_written_becomes_a_document_or_a_reason() {
    let long = "a".repeat(3_000);
    for odd in [
        "",
        " ",
        "\u{202E}evil",
        "a\u{0}b\nc",
        "e\u{301}\u{301}\u{301}",
        &long,
        "\u{FFFD}",
        "ﷺ",
        "👩\u{200D}🔬",
    ] {
        let mut booklet = booklet(1, 1);
        booklet.chapters[0].groups[0].items[0].name = text(odd, "");
        booklet.chapters[0].groups[0].items[0].more = vec![text(odd, "xx")];
        match pdf(&booklet, &Fonts::with(None)) {
            Ok(bytes) => assert!(Document::load_mem(&bytes).is_ok()),
            Err(Failure::Missing(letters)) => assert!(!letters.is_empty()),
            Err(other) => panic!("{odd:?}: {other}"),
        }
    }
    let empty = Booklet {
        title: "x".into(),
        language: "en".into(),
        date: (2024, 1, 1, 0, 0, 0),
        ..Booklet::default()
    };
    assert!(pdf(&empty, &Fonts::with(None)).is_ok());
}

#[test]
fn the_same_booklet_is_the_same_file() {
    let fonts = Fonts::with(None);
    assert_eq!(pdf(&booklet(1, 3), &fonts).unwrap(), pdf(&booklet(1, 3), &fonts).unwrap());
}
