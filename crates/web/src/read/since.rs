//! Since which version each paragraph stands as it does.

use group::state::Version;
use office::wording::{self, ComparedParagraph, ReadParagraph};

use crate::app::App;
use crate::failure::Failure;
use crate::show::words;

/// How a paragraph came to its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Since {
    /// Rank of the version, from 0.
    version: usize,
    /// It was there before, with other words.
    changed: bool,
}

/// For each paragraph of the last of these versions: "unchanged since draft 1", "changed in draft 3", "new in draft 3".
pub(super) fn since(app: &App, group: &str, versions: &[&Version]) -> Result<Vec<String>, Failure> {
    let mut all = Vec::new();
    for version in versions {
        all.push(app.office.version_paragraphs(group, version)?);
    }
    let texts: Vec<&[ReadParagraph]> = all.iter().map(|one| one.as_slice()).collect();
    let labels: Vec<&str> = versions.iter().map(|one| one.label.as_str()).collect();
    Ok(traced(&texts)
        .into_iter()
        .map(|since| said(since, &labels))
        .collect())
}

/// Follows each paragraph of the last version through those before it.
fn traced(versions: &[&[ReadParagraph]]) -> Vec<Since> {
    let texts = |version: &[ReadParagraph]| -> Vec<String> {
        version.iter().map(|one| one.text.clone()).collect()
    };
    let mut before: Option<(Vec<String>, Vec<Since>)> = None;
    for (rank, version) in versions.iter().enumerate() {
        let now = texts(version);
        let of = |changed| Since {
            version: rank,
            changed,
        };
        let Some((earlier, held)) = before else {
            let first = vec![of(false); now.len()];
            before = Some((now, first));
            continue;
        };
        let mut at = held.into_iter();
        let mut traced = Vec::with_capacity(now.len());
        for paragraph in wording::compare(&earlier, &now) {
            match paragraph {
                ComparedParagraph::Same(_) => traced.push(at.next().unwrap_or(of(false))),
                ComparedParagraph::Changed(_) => {
                    at.next();
                    traced.push(of(true));
                }
                ComparedParagraph::Inserted(_) => traced.push(of(false)),
                ComparedParagraph::Deleted(_) => {
                    at.next();
                }
            }
        }
        before = Some((now, traced));
    }
    before.map(|(_, traced)| traced).unwrap_or_default()
}

fn said(since: Since, labels: &[&str]) -> String {
    let label = labels.get(since.version).copied().unwrap_or_default();
    let last = since.version + 1 == labels.len();
    let key = match (last && labels.len() > 1, since.changed) {
        (true, true) => "told-changed-in",
        (true, false) => "told-new-in",
        (false, _) => "told-unchanged-since",
    };
    words().f(key, &[("version", label.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(versions: &[&[&str]], expect: &[&str]) {
        let paragraph = |text: &&str| ReadParagraph {
            text: (*text).to_owned(),
            label: None,
            heading: None,
            style: None,
            cells: Vec::new(),
        };
        let read: Vec<Vec<ReadParagraph>> = versions
            .iter()
            .map(|texts| texts.iter().map(paragraph).collect())
            .collect();
        let read: Vec<&[ReadParagraph]> = read.iter().map(Vec::as_slice).collect();
        let labels = ["draft 1", "draft 2", "draft 3"];
        let labels = &labels[..versions.len()];
        let said: Vec<String> = traced(&read)
            .into_iter()
            .map(|one| said(one, labels))
            .collect();
        assert_eq!(said, expect, "{versions:?}");
    }

    #[test]
    fn each_paragraph_is_followed_to_where_its_words_come_from() {
        let one = "States should protect the victims of it.";
        let other = "States shall protect the victims of it.";
        let two = "The fund is open to all members here.";
        check(&[&[one]], &["Unchanged since draft 1"]);
        check(
            &[&[one, two], &[other, two]],
            &["Changed in draft 2", "Unchanged since draft 1"],
        );
        check(
            &[&[one], &[other], &[other, two]],
            &["Unchanged since draft 2", "New in draft 3"],
        );
        check(&[&[one, two], &[two], &[two]], &["Unchanged since draft 1"]);
        check(&[&[], &[]], &[]);
    }
}
