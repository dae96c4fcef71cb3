//! Several files in one, as they are: what a Word document is packed in.
//!
//! The format is PKWARE's APPNOTE 6.3, with the one method that needs no library: stored. What is
//! written here is small, and pictures are packed already.

/// The files, each under its name, in their order. Names are ASCII, sizes below 4 GB.
#[must_use]
pub fn stored(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let facts = facts(name, content);
        let at = size(out.len());
        out.extend(u32s([0x0403_4b50]));
        out.extend(&facts);
        out.extend(name.as_bytes());
        out.extend(content);
        directory.extend(u32s([0x0201_4b50]));
        // Made by version 2.0, on nothing in particular.
        directory.extend(u16s([20]));
        directory.extend(&facts);
        // No comment, first disk, no attributes.
        directory.extend(u16s([0; 3]));
        directory.extend(u32s([0, at]));
        directory.extend(name.as_bytes());
    }
    let count = u16::try_from(files.len()).unwrap_or(u16::MAX);
    let (at, length) = (size(out.len()), size(directory.len()));
    out.append(&mut directory);
    out.extend(u32s([0x0605_4b50]));
    out.extend(u16s([0, 0, count, count]));
    out.extend(u32s([length, at]));
    out.extend(u16s([0]));
    out
}

/// What stands of a file before it and in the directory alike.
fn facts(name: &str, content: &[u8]) -> Vec<u8> {
    // The first day that the format can tell: there is no clock here, and nobody asks.
    const FIRST_OF_1980: u16 = 0x21;
    let length = size(content.len());
    let name = u16::try_from(name.len()).unwrap_or(u16::MAX);
    let mut facts = u16s([20, 0, 0, 0, FIRST_OF_1980]);
    facts.extend(u32s([crc32(content), length, length]));
    facts.extend(u16s([name, 0]));
    facts
}

fn size(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

fn u16s<const N: usize>(all: [u16; N]) -> Vec<u8> {
    all.iter().flat_map(|n| n.to_le_bytes()).collect()
}

fn u32s<const N: usize>(all: [u32; N]) -> Vec<u8> {
    all.iter().flat_map(|n| n.to_le_bytes()).collect()
}

/// The check sum of IEEE 802.3, bit by bit.
#[must_use]
pub fn crc32(content: &[u8]) -> u32 {
    let bit = |crc: u32, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
    let byte = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), bit);
    !content.iter().fold(u32::MAX, byte)
}
