//! Lists in order. The library's sorts are written once for each type and each comparison, two kilobytes and
//! more; these stand there once. Only what there may be a million of is sorted by those.

/// The places of so many things in order, by whether one is before another. What is equal stays as it stood.
pub fn places(n: usize, is_before: &mut dyn FnMut(usize, usize) -> bool) -> Vec<usize> {
    let mut list: Vec<usize> = (0..n).collect();
    let mut merged = list.clone();
    let mut width = 1;
    while width < n {
        for from in (0..n).step_by(2 * width) {
            let (middle, end) = ((from + width).min(n), (from + 2 * width).min(n));
            let (mut left, mut right) = (from, middle);
            for place in &mut merged[from..end] {
                let is_right = left == middle || right < end && is_before(list[right], list[left]);
                let next = if is_right { &mut right } else { &mut left };
                *place = list[*next];
                *next += 1;
            }
        }
        std::mem::swap(&mut list, &mut merged);
        width *= 2;
    }
    list
}

/// Puts a list in order, by whether one is before another. What is equal stays as it stood.
pub fn sort<T>(list: &mut Vec<T>, is_before: impl Fn(&T, &T) -> bool) {
    let order = places(list.len(), &mut |one, other| {
        is_before(&list[one], &list[other])
    });
    let mut all: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|at| all[at].take()));
}

#[cfg(test)]
mod tests {
    use super::sort;

    #[test]
    fn is_what_the_library_makes_of_it() {
        let mut seed = 3_u32;
        for n in 0..200_usize {
            let mut list: Vec<(u32, usize)> = Vec::new();
            for at in 0..n {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                list.push(((seed >> 16) % 50, at));
            }
            let mut other = list.clone();
            other.sort_by_key(|one| one.0);
            sort(&mut list, |one, two| one.0 < two.0);
            assert_eq!(list, other);
        }
    }
}
