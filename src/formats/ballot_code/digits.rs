//! Numbers of any length, digit by digit.

/// The digits of base 58, which has no letters that look alike.
pub const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// A number of some base, the last digit first. Values are pushed and popped with their radix.
pub struct Digits {
    base: u32,
    all: Vec<u32>,
}

impl Digits {
    pub fn new(base: u32) -> Self {
        let all = Vec::new();
        Self { base, all }
    }

    pub fn push(&mut self, value: u32, radix: u32) {
        let mut carry = value;
        for digit in &mut self.all {
            let sum = *digit * radix + carry;
            (*digit, carry) = (sum % self.base, sum / self.base);
        }
        while carry > 0 {
            self.all.push(carry % self.base);
            carry /= self.base;
        }
    }

    pub fn pop(&mut self, radix: u32) -> u32 {
        let mut rest = 0;
        for digit in self.all.iter_mut().rev() {
            let sum = rest * self.base + *digit;
            (*digit, rest) = (sum / radix, sum % radix);
        }
        rest
    }

    /// How many digits it has.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn is_zero(&self) -> bool {
        self.all.iter().all(|digit| *digit == 0)
    }

    /// Exactly `length` digits, the first one first.
    fn whole(&self, length: usize) -> impl Iterator<Item = u32> {
        (0..length)
            .rev()
            .map(|at| self.all.get(at).copied().unwrap_or_default())
    }

    /// Exactly so many digits of base 58 as a text.
    pub fn text(&self, length: usize) -> String {
        let digits = self.whole(length).map(|digit| ALPHABET[digit as usize]);
        digits.map(char::from).collect()
    }

    /// Exactly so many digits of base 256 as bytes.
    pub fn bytes(&self, length: usize) -> Vec<u8> {
        self.whole(length).map(|digit| digit as u8).collect()
    }

    /// The number of base 58 in a text.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.bytes().rev().map(digit);
        let all = digits.collect::<Option<_>>()?;
        Some(Self { base: 58, all })
    }

    /// The number of base 256 in bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let all = bytes.iter().rev().map(|byte| (*byte).into()).collect();
        Self { base: 256, all }
    }
}

/// What a digit of base 58 is worth.
pub fn digit(byte: u8) -> Option<u32> {
    let at = ALPHABET.iter().position(|c| *c == byte)?;
    u32::try_from(at).ok()
}
