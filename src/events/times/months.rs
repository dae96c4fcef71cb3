//! The months in the languages that trackers speak.

/// Letters with which a month's name begins, in small letters without accents, and the month. Names of
/// en, fr, de, es, pt, it, nl, pl, sv, da, nb, fi and cs, short or long, as the Unicode CLDR has them;
/// of each language no two months share one.
const STARTS: [(&[u8; 3], u8); 66] = [
    (b"jan", 1),
    (b"gen", 1),
    (b"ene", 1),
    (b"sty", 1),
    (b"led", 1),
    (b"tam", 1),
    (b"feb", 2),
    (b"fev", 2),
    (b"lut", 2),
    (b"uno", 2),
    (b"hel", 2),
    (b"mar", 3),
    (b"maa", 3),
    (b"mrt", 3),
    (b"mrz", 3),
    (b"bre", 3),
    (b"apr", 4),
    (b"avr", 4),
    (b"abr", 4),
    (b"kwi", 4),
    (b"dub", 4),
    (b"huh", 4),
    (b"mai", 5),
    (b"may", 5),
    (b"maj", 5),
    (b"mei", 5),
    (b"mag", 5),
    (b"kve", 5),
    (b"tou", 5),
    (b"jun", 6),
    (b"giu", 6),
    (b"cze", 6),
    (b"cvn", 6),
    (b"kes", 6),
    (b"jul", 7),
    (b"lug", 7),
    (b"lip", 7),
    (b"cvc", 7),
    (b"hei", 7),
    (b"aug", 8),
    (b"aou", 8),
    (b"ago", 8),
    (b"sie", 8),
    (b"srp", 8),
    (b"elo", 8),
    (b"sep", 9),
    (b"set", 9),
    (b"wrz", 9),
    (b"zar", 9),
    (b"syy", 9),
    (b"oct", 10),
    (b"okt", 10),
    (b"out", 10),
    (b"ott", 10),
    (b"paz", 10),
    (b"rij", 10),
    (b"lok", 10),
    (b"nov", 11),
    (b"lis", 11),
    (b"dec", 12),
    (b"dez", 12),
    (b"des", 12),
    (b"dic", 12),
    (b"gru", 12),
    (b"pro", 12),
    (b"jou", 12),
];

/// Where three letters are not enough.
const LONGER: [(&[u8], u8); 7] = [
    (b"juin", 6),
    (b"juil", 7),
    (b"marr", 11),
    (b"cervenc", 7),
    (b"cervene", 7),
    (b"cerven", 6),
    (b"cervn", 6),
];

/// The month that a word names, in small letters without accents.
#[must_use]
pub fn month(word: &[u8]) -> Option<u32> {
    let begins = |with: &[u8]| word.starts_with(with);
    let longer = LONGER.iter().find(|(start, _)| begins(start));
    let month = longer.map(|found| found.1).or_else(|| {
        let found = STARTS.iter().find(|(start, _)| begins(*start));
        found.map(|found| found.1)
    })?;
    Some(month.into())
}

/// A letter in small and without its accent, as far as the languages above have them. `None` for a mark
/// that stands behind its letter.
#[must_use]
pub fn plain(letter: char) -> Option<u8> {
    Some(match letter {
        '\u{300}'..='\u{36f}' => return None,
        'a'..='z' => letter as u8,
        'A'..='Z' => letter as u8 + 32,
        'à'..='å' | 'À'..='Å' | 'ą' | 'Ą' => b'a',
        'ç' | 'Ç' | 'č' | 'Č' | 'ć' | 'Ć' => b'c',
        'è'..='ë' | 'È'..='Ë' | 'ě' | 'Ě' | 'ę' | 'Ę' => b'e',
        'ì'..='ï' | 'Ì'..='Ï' => b'i',
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' => b'n',
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' => b'o',
        'ù'..='ü' | 'Ù'..='Ü' | 'ů' | 'Ů' => b'u',
        'ý' | 'Ý' => b'y',
        'ř' | 'Ř' => b'r',
        'š' | 'Š' | 'ś' | 'Ś' => b's',
        'ž' | 'Ž' | 'ź' | 'Ź' | 'ż' | 'Ż' => b'z',
        'ł' | 'Ł' => b'l',
        'ď' | 'Ď' => b'd',
        'ť' | 'Ť' => b't',
        _ => b'?',
    })
}
