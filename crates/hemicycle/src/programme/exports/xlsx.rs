//! XLSX (ECMA-376), for spreadsheets that should know times as times.
//!
//! Written by hand: one sheet of texts, numbers and times needs six small files, and no further library. Texts stand in
//! the cells themselves, never formulas, and are guarded all the same, for who saves the sheet as CSV.

use jiff::civil::{DateTime, date};
use platform::languages::key;

use super::context::ExportContext;
use super::table::{COLUMNS, Cell, rows};
use super::xml::Xml;
use super::zip::zip;
use super::{Export, Filing};
use crate::spreadsheet::guarded;

pub(super) const EXPORT: Export = Export {
    ending: "xlsx",
    media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name: key("export-xlsx"),
    about: key("export-xlsx-about"),
    speaks: false,
    filing: Filing::Keep,
    make,
};

/// Most characters of a cell, counted as UTF-16 does.
const CELL_MAX: usize = 32_767;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";

/// The style of a cell, by its place in `styles`.
const PLAIN: &str = "0";
const BOLD: &str = "1";
const TIME: &str = "2";

fn make(context: &ExportContext<'_>) -> Vec<u8> {
    zip(&[
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", workbook()),
        (
            "xl/_rels/workbook.xml.rels",
            relations(&[("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]),
        ),
        ("xl/styles.xml", styles()),
        ("xl/worksheets/sheet1.xml", sheet(context)),
    ])
}

fn sheet(context: &ExportContext<'_>) -> String {
    let mut xml = Xml::new();
    xml.open("worksheet", &[("xmlns", MAIN)]);
    xml.open("sheetViews", &[]);
    xml.open("sheetView", &[("workbookViewId", "0")]);
    xml.element("pane", &[("ySplit", "1"), ("topLeftCell", "A2"), ("state", "frozen")], "");
    xml.close();
    xml.close();
    xml.open("cols", &[]);
    for (nth, name) in (1..).zip(COLUMNS) {
        let (nth, width) = (nth.to_string(), width(name));
        xml.element("col", &[("min", &nth), ("max", &nth), ("width", width), ("customWidth", "1")], "");
    }
    xml.close();
    xml.open("sheetData", &[]);
    xml.open("row", &[]);
    COLUMNS.iter().for_each(|name| text(&mut xml, name, BOLD));
    xml.close();
    for row in rows(context) {
        xml.open("row", &[]);
        row.iter().for_each(|cell| write(&mut xml, cell));
        xml.close();
    }
    string(xml)
}

fn width(column: &str) -> &'static str {
    match column {
        "title" | "abstract" => "60",
        "start" | "end" => "17",
        "minutes" | "language" => "9",
        "code" => "12",
        _ => "26",
    }
}

fn write(xml: &mut Xml, cell: &Cell) {
    match cell {
        Cell::Text(written) => text(xml, &guarded(written), PLAIN),
        Cell::Number(number) => value(xml, &number.to_string(), PLAIN),
        Cell::Time(at, _) => value(xml, &serial(*at), TIME),
    }
}

fn value(xml: &mut Xml, value: &str, style: &str) {
    xml.open("c", &[("s", style)]);
    xml.leaf("v", value);
    xml.close();
}

fn text(xml: &mut Xml, written: &str, style: &str) {
    xml.open("c", &[("t", "inlineStr"), ("s", style)]);
    xml.open("is", &[]);
    xml.element("t", &[("xml:space", "preserve")], &shortened(&literal(written)));
    xml.close();
    xml.close();
}

/// A text in which nothing is read as the number of a character, as spreadsheets read `_x0041_` (ST_Xstring).
fn literal(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, found) = rest.split_at(at);
        let is_number = found
            .as_bytes()
            .get(2..7)
            .is_some_and(|next| next[..4].iter().all(u8::is_ascii_hexdigit) && next[4] == b'_');
        kept.push_str(before);
        kept.push_str(if is_number { "_x005F_x" } else { "_x" });
        rest = &found[2..];
    }
    kept + rest
}

/// A text that is too long for a cell, cut off with a mark.
fn shortened(text: &str) -> String {
    if text.len() <= CELL_MAX {
        return text.to_owned();
    }
    let mut units = 0;
    let mut kept: String = text
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units < CELL_MAX
        })
        .collect();
    if kept.len() < text.len() {
        kept.push('…');
    }
    kept
}

/// A time as spreadsheets count it: in days since the last but one of 1899.
fn serial(at: DateTime) -> String {
    let days = (at.date() - date(1899, 12, 30)).get_days();
    let seconds = at.time().duration_since(jiff::civil::Time::midnight()).as_secs();
    format!("{:.10}", f64::from(days) + seconds as f64 / 86_400.0)
}

fn styles() -> String {
    let mut xml = Xml::new();
    xml.open("styleSheet", &[("xmlns", MAIN)]);
    xml.open("numFmts", &[("count", "1")]);
    xml.element("numFmt", &[("numFmtId", "164"), ("formatCode", "yyyy-mm-dd hh:mm")], "");
    xml.close();
    xml.open("fonts", &[("count", "2")]);
    xml.leaf("font", "");
    xml.open("font", &[]);
    xml.leaf("b", "");
    xml.close();
    xml.close();
    // Spreadsheets take the first two fills for their own.
    xml.open("fills", &[("count", "2")]);
    for pattern in ["none", "gray125"] {
        xml.open("fill", &[]);
        xml.element("patternFill", &[("patternType", pattern)], "");
        xml.close();
    }
    xml.close();
    xml.open("borders", &[("count", "1")]);
    xml.leaf("border", "");
    xml.close();
    xml.open("cellStyleXfs", &[("count", "1")]);
    xml.leaf("xf", "");
    xml.close();
    xml.open("cellXfs", &[("count", "3")]);
    xml.leaf("xf", "");
    xml.element("xf", &[("fontId", "1"), ("applyFont", "1")], "");
    xml.element("xf", &[("numFmtId", "164"), ("applyNumberFormat", "1")], "");
    string(xml)
}

fn workbook() -> String {
    let mut xml = Xml::new();
    xml.open("workbook", &[("xmlns", MAIN), ("xmlns:r", OFFICE)]);
    xml.open("sheets", &[]);
    xml.element("sheet", &[("name", "Programme"), ("sheetId", "1"), ("r:id", "r1")], "");
    string(xml)
}

/// The files that one refers to, as `r1`, `r2` and so on, each with its kind.
fn relations(files: &[(&str, &str)]) -> String {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", PACKAGE)]);
    for (nth, (kind, target)) in (1..).zip(files) {
        let (id, kind) = (format!("r{nth}"), format!("{OFFICE}/{kind}"));
        xml.element("Relationship", &[("Id", &id), ("Type", &kind), ("Target", target)], "");
    }
    string(xml)
}

fn content_types() -> String {
    let sheet =
        |kind: &str| format!("application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml");
    let mut xml = Xml::new();
    xml.open("Types", &[("xmlns", TYPES)]);
    let of_relations = "application/vnd.openxmlformats-package.relationships+xml";
    xml.element("Default", &[("Extension", "rels"), ("ContentType", of_relations)], "");
    xml.element("Default", &[("Extension", "xml"), ("ContentType", "application/xml")], "");
    for (part, kind) in [
        ("/xl/workbook.xml", "sheet.main"),
        ("/xl/worksheets/sheet1.xml", "worksheet"),
        ("/xl/styles.xml", "styles"),
    ] {
        xml.element("Override", &[("PartName", part), ("ContentType", &sheet(kind))], "");
    }
    string(xml)
}

fn string(xml: Xml) -> String {
    String::from_utf8(xml.finish()).expect("a document is made of texts")
}
