//! Whose file it is: proposals, each with what speaks for it.

/// An organisation that may have sent something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// Full and short names, former ones too.
    pub names: Vec<&'a str>,
    /// Domains from which it is known to write.
    pub domains: Vec<&'a str>,
}

/// What is known of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signals<'a> {
    /// Address of the mail that it came in.
    pub address: Option<&'a str>,
    /// Name of the sender, as the mail gives it.
    pub sender: Option<&'a str>,
    /// Who made changes in the file.
    pub authors: Vec<&'a str>,
    /// Name of the file, and of the archives that it came in.
    pub file: &'a str,
    pub subject: Option<&'a str>,
    /// Beginning of what it says.
    pub words: &'a str,
}

/// What speaks for an organisation, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is known to write from this domain.
    Domain,
    /// Its short name stands in the domain.
    Address,
    FileName,
    Author,
    Sender,
    Subject,
    Content,
}

impl Why {
    fn weight(self) -> u32 {
        match self {
            Self::Domain => 100,
            Self::Address => 40,
            Self::FileName => 30,
            Self::Author => 25,
            Self::Sender => 20,
            Self::Subject => 12,
            Self::Content => 5,
        }
    }
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// Rank of the candidate.
    pub candidate: usize,
    /// The strongest first.
    pub why: Vec<Why>,
}

/// Organisations that something speaks for, the likeliest first. Nothing for none.
#[must_use]
pub fn organisation(signals: &Signals<'_>, candidates: &[Candidate<'_>]) -> Vec<Guess> {
    let mut guesses: Vec<(u32, Guess)> = candidates
        .iter()
        .enumerate()
        .filter_map(|(rank, candidate)| {
            let why = reasons(signals, candidate);
            let weight = why.iter().map(|why| why.weight()).sum();
            (weight > 0).then_some((
                weight,
                Guess {
                    candidate: rank,
                    why,
                },
            ))
        })
        .collect();
    // Stable: of two that are as likely the first stays first.
    guesses.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    guesses.into_iter().map(|(_, guess)| guess).collect()
}

fn reasons(signals: &Signals<'_>, candidate: &Candidate<'_>) -> Vec<Why> {
    let mut why = Vec::new();
    let domain = signals.address.and_then(|address| address.rsplit_once('@'));
    if let Some((_, domain)) = domain {
        let known = candidate.domains.iter().any(|known| {
            let below = domain.strip_suffix(known);
            below.is_some_and(|below| below.is_empty() || below.ends_with('.'))
        });
        let labels: Vec<&str> = domain.split('.').collect();
        let named = candidate.names.iter().any(|name| {
            let short = name.to_lowercase();
            labels.iter().any(|label| *label == short)
        });
        if known {
            why.push(Why::Domain);
        } else if named {
            why.push(Why::Address);
        }
    }
    let says = |text: &str| candidate.names.iter().any(|name| names(text, name));
    let mut look = |found: bool, reason: Why| {
        if found {
            why.push(reason);
        }
    };
    look(says(signals.file), Why::FileName);
    look(
        signals.authors.iter().any(|author| says(author)),
        Why::Author,
    );
    look(signals.sender.is_some_and(says), Why::Sender);
    look(signals.subject.is_some_and(says), Why::Subject);
    look(says(signals.words), Why::Content);
    why
}

/// Whether a text holds a name as whole words. Short forms of three letters or fewer count only as they are
/// written: "ISA" is not "is a".
fn names(text: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let exact = name.chars().count() <= 3;
    let fold = |words: Vec<String>| -> Vec<String> {
        if exact {
            return words;
        }
        words.into_iter().map(|word| word.to_lowercase()).collect()
    };
    let (text, name) = (fold(words(text)), fold(words(name)));
    !name.is_empty() && text.windows(name.len()).any(|part| part == name)
}
