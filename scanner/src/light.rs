//! Uneven light, taken out of a picture.

/// A point is dark when it is darker than so many hundredths of what is around it.
const DARK: u64 = 88;
/// What is around a point reaches so far: a part of the longer side.
const AROUND: usize = 20;

/// Makes each point black or white, by what is around it.
pub fn even(grey: &mut [u8], width: usize, height: usize) {
    let sums = sums(grey, width, height);
    let reach = (width.max(height) / AROUND).max(1);
    let line = width + 1;
    for y in 0..height {
        let (top, bottom) = (y.saturating_sub(reach), (y + reach + 1).min(height));
        for x in 0..width {
            let (left, right) = (x.saturating_sub(reach), (x + reach + 1).min(width));
            let sum = sums[bottom * line + right] + sums[top * line + left]
                - sums[top * line + right]
                - sums[bottom * line + left];
            let points = ((bottom - top) * (right - left)) as u64;
            let point = &mut grey[y * width + x];
            let is_dark = u64::from(*point) * points * 100 < sum * DARK;
            *point = if is_dark { 0 } else { 255 };
        }
    }
}

/// For each corner between points, the sum of all that lies above it and left of it.
fn sums(grey: &[u8], width: usize, height: usize) -> Vec<u64> {
    let line = width + 1;
    let mut sums = vec![0; line * (height + 1)];
    for y in 0..height {
        let mut row = 0;
        for x in 0..width {
            row += u64::from(grey[y * width + x]);
            sums[(y + 1) * line + x + 1] = sums[y * line + x + 1] + row;
        }
    }
    sums
}
