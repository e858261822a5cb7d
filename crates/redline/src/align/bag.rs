//! How much the words of two blocks have in common.

/// Two blocks are the same one changed where this share of their words (by letters) is common.
const SIMILAR: f64 = 0.45;
/// A block of which so much is found in a much longer one is the same one, grown or cut.
const CONTAINED: f64 = 0.85;
/// Letters that a block must have before containment says anything.
const CONTAINED_LETTERS: u32 = 24;

/// The words of a block, weighed, and their letters in all.
#[derive(Clone, Debug)]
pub struct Bag {
    /// Sorted.
    pub(super) words: Vec<Weighed>,
    pub(crate) letters: u32,
}

/// A word as a digest of 48 bits above the number of its letters. Digests only weigh kinship: two words with
/// one digest can make a pair likelier, never a change invisible.
pub(super) type Weighed = u64;

/// The letters of a word that is longer count as so many.
const LONGEST: u32 = 0xffff;

fn weighed(word: &str) -> Weighed {
    // FNV-1a, 64 bits.
    let (mut digest, mut length) = (0xcbf2_9ce4_8422_2325_u64, 0_u32);
    for byte in word.bytes() {
        digest = (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        length += u32::from(byte & 0xc0 != 0x80);
    }
    digest << 16 | u64::from(length.min(LONGEST))
}

pub(super) fn letters(word: Weighed) -> u32 {
    (word & u64::from(LONGEST)) as u32
}

impl Bag {
    /// Of the words that are given.
    pub(crate) fn of(words_of: impl FnOnce(&mut dyn FnMut(&str))) -> Self {
        let mut words = Vec::with_capacity(32);
        words_of(&mut |word| words.push(weighed(word)));
        words.sort_unstable();
        let letters = words.iter().map(|word| letters(*word)).sum();
        Self { words, letters }
    }

    /// Whether half of the words stand in one of the others; not of a block without words.
    pub(crate) fn is_half_in(&self, others: &[&Self]) -> bool {
        let stands_in = |word, other: &Self| other.words.binary_search(word).is_ok();
        let words = self.words.iter();
        let found = words.filter(|word| others.iter().any(|other| stands_in(word, other)));
        !self.words.is_empty() && found.count() * 2 >= self.words.len()
    }
}

/// How much two blocks have in common, 1 to 1001; 0 where it is too little.
pub(crate) fn likeness(one: &Bag, other: &Bag) -> u32 {
    let shorter = one.letters.min(other.letters);
    if shorter == 0 {
        return 0;
    }
    let long_enough = shorter >= CONTAINED_LETTERS;
    if !long_enough && share(one, other, shorter) < SIMILAR {
        return 0;
    }
    // Letters that must be in common, rounded down: where those that are left can't do any more, that is all.
    let for_share = (SIMILAR / 2.0 * f64::from(one.letters + other.letters)) as u32;
    let for_grown = (CONTAINED * f64::from(shorter)) as u32;
    let needed = match long_enough {
        true => for_share.min(for_grown),
        false => for_share,
    };
    let (mut i, mut j, mut common) = (0, 0, 0);
    let (mut left_here, mut left_there) = (one.letters, other.letters);
    while let (Some(&left), Some(&right)) = (one.words.get(i), other.words.get(j)) {
        match left.cmp(&right) {
            std::cmp::Ordering::Less => {
                left_here -= letters(left);
                i += 1;
            }
            std::cmp::Ordering::Greater => {
                left_there -= letters(right);
                j += 1;
            }
            std::cmp::Ordering::Equal => {
                common += letters(left);
                left_here -= letters(left);
                left_there -= letters(right);
                (i, j) = (i + 1, j + 1);
            }
        }
        if common + left_here.min(left_there) < needed {
            return 0;
        }
    }
    let share = share(one, other, common);
    let grown = long_enough && f64::from(common) / f64::from(shorter) >= CONTAINED;
    if share < SIMILAR && !grown {
        return 0;
    }
    in_thousandths(share)
}

/// The likeness that two blocks of these lengths can have at most: a cheap look before [`likeness`].
pub(crate) fn likeness_at_most(one: &Bag, other: &Bag) -> u32 {
    in_thousandths(share(one, other, one.letters.min(other.letters)))
}

/// So many letters in common as a share of the letters of both.
fn share(one: &Bag, other: &Bag, common: u32) -> f64 {
    f64::from(2 * common) / f64::from(one.letters + other.letters)
}

/// Whole thousandths, and one, so that it is never 0: the same on every machine.
fn in_thousandths(share: f64) -> u32 {
    (share * 1000.0) as u32 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_words_are_found_in_any_of_the_others() {
        let bag = |text: &str| Bag::of(|each| text.split_whitespace().for_each(each));
        let check = |own: &str, others: &[&str], expect: bool| {
            let others: Vec<Bag> = others.iter().map(|text| bag(text)).collect();
            let others: Vec<&Bag> = others.iter().collect();
            assert_eq!(bag(own).is_half_in(&others), expect, "{own:?}");
        };
        check("", &["a"], false);
        check("a", &[], false);
        check("a b c", &["a"], false);
        check("a b", &["a"], true);
        check("a b c d", &["a", "d"], true);
        check("a a b c d", &["a"], false);
        check("a a a b c", &["a"], true);
    }
}
