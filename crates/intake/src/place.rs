//! Which paragraph a place means: "para 4", "§ 4 (a)", "OP 3 bis", or a passage that is quoted.

/// A paragraph of the draft as its reader saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph<'a> {
    /// "4.", "(a)", "OP3".
    pub label: Option<&'a str>,
    pub words: &'a str,
}

/// A quoted passage has at least so many letters, or it could stand anywhere.
const QUOTED: usize = 12;

/// Words before a number that only say that it is one of a paragraph.
const NOUNS: [&str; 11] = [
    "para",
    "paras",
    "paragraph",
    "paragraphs",
    "par",
    "section",
    "sec",
    "article",
    "no",
    "on",
    "in",
];

/// The paragraph (rank from 0) that a place names. `None` where no paragraph bears the number, or two do.
#[must_use]
pub fn find(place: &str, paragraphs: &[Paragraph<'_>]) -> Option<usize> {
    let wanted = number(place)?;
    // "¶ 7" counts all paragraphs: the draft's own table of comments says so where there is no number.
    if let Some(rank) = place.trim().strip_prefix('¶') {
        let rank: usize = rank.trim().parse().ok()?;
        return rank.checked_sub(1).filter(|at| *at < paragraphs.len());
    }
    only(paragraphs.iter().map(|paragraph| {
        let label = paragraph.label.and_then(number);
        label.is_some_and(|label| label == wanted)
    }))
}

/// The one paragraph in which a passage stands.
#[must_use]
pub fn find_quoted(passage: &str, paragraphs: &[Paragraph<'_>]) -> Option<usize> {
    let passage = folded(passage);
    if passage.chars().filter(|c| c.is_alphanumeric()).count() < QUOTED {
        return None;
    }
    only(
        paragraphs
            .iter()
            .map(|paragraph| folded(paragraph.words).contains(&passage)),
    )
}

/// The rank of the only one that fits.
fn only(fits: impl Iterator<Item = bool>) -> Option<usize> {
    let mut found = fits.enumerate().filter(|(_, fits)| *fits);
    let first = found.next()?.0;
    found.next().is_none().then_some(first)
}

/// A paragraph's number without what stands round it: "Para. 4 (a):" and "4(a)" are both `4a`.
fn number(place: &str) -> Option<String> {
    let lower = place.to_lowercase();
    let mut parts: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    while parts.len() > 1 && NOUNS.contains(&parts[0]) {
        parts.remove(0);
    }
    let joined = parts.concat();
    let stripped = NOUNS
        .iter()
        .filter_map(|noun| joined.strip_prefix(noun))
        .find(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let number = stripped.unwrap_or(&joined);
    (!number.is_empty() && number.len() <= 24).then(|| number.to_owned())
}

/// A text for comparing: small letters, one kind of space and of quotation mark.
fn folded(text: &str) -> String {
    let quote = |c: char| match c {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' => '\'',
        other => other,
    };
    let lower: String = text.to_lowercase().chars().map(quote).collect();
    let words = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_matches(['"', '\'', '.', '…']).trim().to_owned()
}
