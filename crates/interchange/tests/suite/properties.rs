//! Properties: any bytes are answered, and what is written is read.

use proptest::prelude::*;

use crate::promises::{hold_for, hold_for_mapped_table};

const ALL: &[&str] = &["schedule-xml", "schedule-json", "schedule2-json", "csv"];

/// Words of all formats, so that random text has a chance to mean something.
fn fragment() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "<schedule>",
        "</schedule>",
        "<conference>",
        "</conference>",
        "<day date='2026-11-24'>",
        "</day>",
        "<room name='A'>",
        "</room>",
        "<event id='1' guid='g'>",
        "</event>",
        "<title>",
        "</title>",
        "<start>",
        "</start>",
        "<persons><person>",
        "</person></persons>",
        "&amp;",
        "&x;",
        "<![CDATA[",
        "]]>",
        "{\"schedule\":{\"conference\":{\"days\":[",
        "{\"rooms\":{\"A\":[",
        "\"events\":[",
        "{\"title\":\"A\",",
        "\"start\":\"09:00\",",
        "\"duration\":\"1:00\"}",
        "]}}}",
        "Title,Start,Speakers\n",
        "title=Title\n",
        "2026-11-24",
        "24.11.2026",
        "09:30",
        "25:30",
        "+09:00",
        "PT1H",
        "1h30",
        "\"",
        ";",
        "\t",
        "\r\n",
        "\u{202e}",
        "\0",
        "é",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        ALL.iter().for_each(|format| hold_for(format, &bytes));
        hold_for_mapped_table(&bytes);
    }

    #[test]
    fn any_mixture_of_known_words_is_answered(parts in prop::collection::vec(fragment(), 0..60)) {
        let text = parts.concat();
        ALL.iter().for_each(|format| hold_for(format, text.as_bytes()));
        hold_for_mapped_table(text.as_bytes());
    }

    #[test]
    fn a_good_file_with_one_wrong_byte_is_answered(
        file in 0..FILES.len(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>(),
    ) {
        let (format, text) = FILES[file];
        let mut bytes = text.to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if cut {
            bytes.truncate(at + 1);
        }
        hold_for(format, &bytes);
    }
}

const FILES: &[(&str, &[u8])] = &[
    ("schedule-xml", include_bytes!("../fixtures/pentabarf.xml")),
    ("schedule-xml", include_bytes!("../fixtures/voc.xml")),
    ("schedule-json", include_bytes!("../fixtures/pretalx.json")),
    ("schedule2-json", include_bytes!("../fixtures/events.json")),
    ("csv", include_bytes!("../fixtures/deutsch.csv")),
    ("csv", include_bytes!("../fixtures/english.csv")),
];
