//! PNG (W3C, third edition): of its chunks only those that are the picture.

use super::bad::BadLogo;
use crate::formats::zip::crc32;

pub const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Header, palette, transparency, pixels, end. No text, no time, no camera, no animation.
const DRAWN: [&[u8]; 5] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"];

/// The picture alone, and its size.
///
/// # Errors
/// Says what is wrong with it.
pub fn clean(file: &[u8]) -> Result<(Vec<u8>, (u32, u32)), BadLogo> {
    let mut out = SIGNATURE.to_vec();
    let mut rest = file.strip_prefix(SIGNATURE).ok_or(BadLogo::OtherKind)?;
    let (mut size, mut has_pixels) = (None, false);
    loop {
        let (length, after) = number(rest)?;
        let length = usize::try_from(length).map_err(|_| BadLogo::Damaged)?;
        let whole = length.checked_add(4).ok_or(BadLogo::Damaged)?;
        let (named, after) = after.split_at_checked(whole).ok_or(BadLogo::Damaged)?;
        let (sum, after) = number(after)?;
        let (name, content) = named.split_at(4);
        if sum != crc32(named) || (size.is_none() && name != b"IHDR") {
            return Err(BadLogo::Damaged);
        }
        if name == b"IHDR" {
            let (wide, high) = number(content)?;
            size = Some((wide, number(high)?.0));
        }
        has_pixels |= name == b"IDAT";
        if DRAWN.contains(&name) {
            out.extend(&rest[..length + 12]);
        }
        rest = after;
        if name == b"IEND" {
            break;
        }
    }
    match size {
        Some(size) if has_pixels => Ok((out, size)),
        _ => Err(BadLogo::Damaged),
    }
}

/// Four bytes, the most important first.
fn number(bytes: &[u8]) -> Result<(u32, &[u8]), BadLogo> {
    let (four, rest) = bytes.split_first_chunk().ok_or(BadLogo::Damaged)?;
    Ok((u32::from_be_bytes(*four), rest))
}
