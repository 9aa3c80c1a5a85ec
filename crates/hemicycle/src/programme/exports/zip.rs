//! A ZIP file of a few texts: as much of the format (APPNOTE 6.3.3) as a workbook needs.

use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// The version of the format that knows deflate: 2.0.
const VERSION: u16 = 20;
/// Names are in UTF-8.
const FLAGS: u16 = 0x0800;
const DEFLATED: u16 = 8;
/// 1 January 1980, the first day that a ZIP file knows: the same content gives the same bytes, at any time.
const DAY: u16 = 0x0021;

/// Packs texts under their names.
pub(super) fn zip(files: &[(&str, String)]) -> Vec<u8> {
    let (mut packed, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let offset = size(packed.len());
        let (mut crc, mut deflated) = (Crc::new(), DeflateEncoder::new(Vec::new(), Compression::default()));
        crc.update(text.as_bytes());
        deflated.write_all(text.as_bytes()).expect("a vector takes every byte");
        let deflated = deflated.finish().expect("a vector takes every byte");
        let mut about = Vec::new();
        for half in [VERSION, FLAGS, DEFLATED, 0, DAY] {
            about.extend(half.to_le_bytes());
        }
        for whole in [crc.sum(), size(deflated.len()), size(text.len())] {
            about.extend(whole.to_le_bytes());
        }
        about.extend((name.len() as u16).to_le_bytes());
        about.extend(0_u16.to_le_bytes());

        packed.extend(b"PK\x03\x04");
        packed.extend(&about);
        packed.extend(name.as_bytes());
        packed.extend(deflated);

        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&about);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (count, start) = (files.len() as u16, size(packed.len()));
    packed.extend(&directory);
    packed.extend(b"PK\x05\x06\0\0\0\0");
    packed.extend(count.to_le_bytes());
    packed.extend(count.to_le_bytes());
    packed.extend(size(directory.len()).to_le_bytes());
    packed.extend(start.to_le_bytes());
    packed.extend([0; 2]);
    packed
}

/// A programme is far smaller than the four gigabytes of the format.
fn size(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("a programme fits into a ZIP file")
}
