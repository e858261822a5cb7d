//! Makes a base and N returned Word files for measurements and for the browser journey:
//! `cargo run -p unavoce --example returns -- OUT N [PARAGRAPHS]` writes `base.docx` and `org01.docx` ….
//!
//! Each organisation makes about thirty edits of its own in a text of 400 paragraphs (fewer in a shorter
//! one); odd ones track their changes and comment, even ones type over the text. All agree on one word of
//! paragraph 3, and each has its own word in paragraph 4.

use std::path::PathBuf;

use redline::draft::{
    Change, ChangeKind, DraftComment, DraftParagraph, DraftRun, DraftStyle, word_file,
};

const WORDS: &str = "members crews ports vessels contracts wages rest safety training inspection repair \
                     access remedies language record families recruiters licences fees food water medical \
                     care reporting evidence cooperation of and to in for with on by from under within that \
                     should will may";

/// Numbers that look random and are always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn sentence(&mut self) -> String {
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        let length = 16 + self.below(20);
        let chosen: Vec<&str> = (0..length)
            .map(|_| words[self.below(words.len())])
            .collect();
        format!("{}.", chosen.join(" "))
    }
}

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let out = PathBuf::from(arguments.next().unwrap_or_else(|| "returns".into()));
    let count: usize = arguments
        .next()
        .and_then(|text| text.parse().ok())
        .unwrap_or(10);
    let length: usize = arguments
        .next()
        .and_then(|text| text.parse().ok())
        .unwrap_or(400);
    std::fs::create_dir_all(&out)?;
    let (base, returned) = files(count, length);
    std::fs::write(out.join("base.docx"), base)?;
    for (number, file) in (1..).zip(returned) {
        std::fs::write(out.join(format!("{}.docx", name(number))), file)?;
    }
    Ok(())
}

/// The base and the returned files.
pub(crate) fn files(count: usize, length: usize) -> (Vec<u8>, Vec<Vec<u8>>) {
    let base = base(length.max(10));
    let returned = (1..=count).map(|number| written(returned(&base, number, &name(number))));
    let returned = returned.collect();
    (
        written(base.iter().map(|text| plain(text)).collect()),
        returned,
    )
}

fn name(number: usize) -> String {
    format!("org{number:02}")
}

fn base(length: usize) -> Vec<String> {
    let mut numbers = Numbers(1);
    let mut texts: Vec<String> = (0..length).map(|_| numbers.sentence()).collect();
    texts[2] = "The members should meet each year and report on what they did.".into();
    texts[3] = "Port authorities should answer a complaint within thirty days.".into();
    texts
}

fn returned(base: &[String], number: usize, author: &str) -> Vec<DraftParagraph> {
    let mut numbers = Numbers(number as u64 + 100);
    let tracked = number % 2 == 1;
    let mut paragraphs: Vec<DraftParagraph> = base.iter().map(|text| plain(text)).collect();
    let pen = Pen { author, tracked };
    paragraphs[2] = pen.edit(&base[2], 2, Some("shall"), false);
    paragraphs[3] = pen.edit(&base[3], 7, Some(&format!("in{number}")), true);
    for edit in 0..(base.len() / 14).clamp(2, 30) {
        let at = 4 + numbers.below(base.len() - 4);
        let word = numbers.below(base[at].split(' ').count() - 1);
        paragraphs[at] = match edit % 4 {
            0 => pen.edit(&base[at], word, None, false),
            _ => pen.edit(
                &base[at],
                word,
                Some(&format!("{author}-{edit}")),
                edit % 8 == 1,
            ),
        };
    }
    paragraphs
}

struct Pen<'a> {
    author: &'a str,
    tracked: bool,
}

impl Pen<'_> {
    /// Replaces or deletes the word at an index.
    fn edit(&self, text: &str, word: usize, by: Option<&str>, comments: bool) -> DraftParagraph {
        let words: Vec<&str> = text.split(' ').collect();
        let (before, old, after) = (&words[..word], words[word], &words[word + 1..]);
        let joined = |words: &[&str]| {
            words
                .iter()
                .map(|word| format!("{word} "))
                .collect::<String>()
        };
        let date = Some("2026-03-02T09:00:00Z".to_owned());
        let change = |kind| {
            self.tracked.then(|| Change {
                kind,
                author: self.author.to_owned(),
                date: date.clone(),
            })
        };
        let mut runs = vec![DraftRun::plain(joined(before))];
        if self.tracked {
            let out = if by.is_some() {
                old.to_owned()
            } else {
                format!("{old} ")
            };
            runs.push(DraftRun {
                change: change(ChangeKind::Deleted),
                ..DraftRun::plain(out)
            });
        }
        if let Some(new) = by {
            runs.push(DraftRun {
                change: change(ChangeKind::Inserted),
                ..DraftRun::plain(new)
            });
            runs.push(DraftRun::plain(" "));
        }
        let rest = joined(after);
        let comment = (comments && self.tracked).then(|| DraftComment {
            author: self.author.to_owned(),
            date: date.clone(),
            text: format!("{} asks for a word on this.", self.author),
        });
        runs.push(DraftRun {
            comment,
            ..DraftRun::plain(rest.trim_end())
        });
        runs.retain(|run| !run.text.is_empty());
        DraftParagraph {
            style: DraftStyle::Numbered,
            runs,
            mark: None,
        }
    }
}

fn plain(text: &str) -> DraftParagraph {
    DraftParagraph::plain(DraftStyle::Numbered, text)
}

fn written(paragraphs: Vec<DraftParagraph>) -> Vec<u8> {
    let title = DraftParagraph::plain(DraftStyle::Title, "Joint statement for practice");
    let all: Vec<DraftParagraph> = std::iter::once(title).chain(paragraphs).collect();
    word_file(Some("Joint statement for practice"), &all)
}
