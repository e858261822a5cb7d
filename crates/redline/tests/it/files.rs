//! The laws of what is written, on random drafts, returns and choices.

use std::collections::BTreeMap;

use proptest::prelude::*;
use redline::choices::{Choice, clean_paragraphs, edits};
use redline::draft::{
    Change, ChangeKind, DraftComment, DraftParagraph, DraftRow, DraftRun, DraftStyle, word_file,
};
use redline::{Compilation, Document, View, compilation};

use crate::texts::lines;
use crate::writing::{check_edits, compiled, read, shown, texts, unnamed, well_formed};

pub(crate) const WORDS: [&str; 12] = [
    "States",
    "shall",
    "should",
    "protect",
    "all",
    "victims",
    "of",
    "trafficking",
    "and",
    "children",
    "1.",
    "support",
];

/// A paragraph's style and words.
pub(crate) fn base_paragraphs() -> impl Strategy<Value = Vec<(u8, Vec<usize>)>> {
    prop::collection::vec((0..6_u8, prop::collection::vec(0..WORDS.len(), 0..9)), 1..9)
}

fn words(of: &[usize]) -> String {
    of.iter().map(|w| WORDS[*w]).collect::<Vec<_>>().join(" ")
}

pub(crate) fn drafted(paragraphs: &[(u8, Vec<usize>)]) -> Vec<DraftParagraph> {
    paragraphs
        .iter()
        .map(|(style, of)| match style {
            0 => DraftParagraph::plain(DraftStyle::Heading(1), words(of)),
            1 => DraftParagraph::plain(DraftStyle::Numbered, words(of)),
            2 => {
                let cells = of
                    .chunks(3)
                    .map(|c| vec![DraftRun::plain(words(c))])
                    .collect();
                let row = DraftRow {
                    cells,
                    change: None,
                };
                DraftParagraph::plain(DraftStyle::Table(vec![row.clone(), row]), "")
            }
            _ => {
                let runs = of
                    .iter()
                    .enumerate()
                    .map(|(i, w)| DraftRun {
                        bold: i % 3 == 0,
                        ..DraftRun::plain(format!("{} ", WORDS[*w]))
                    })
                    .collect();
                DraftParagraph {
                    style: DraftStyle::Body,
                    runs,
                    mark: None,
                }
            }
        })
        .collect()
}

/// What somebody does to a draft, with tracking on or off.
#[derive(Clone, Debug)]
pub(crate) struct Deed {
    at: usize,
    pub(crate) what: u8,
    word: usize,
    tracked: bool,
    remark: bool,
}

pub(crate) fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = (
        0..40_usize,
        0..12_u8,
        0..WORDS.len(),
        any::<bool>(),
        any::<bool>(),
    );
    prop::collection::vec(
        deed.prop_map(|(at, what, word, tracked, remark)| Deed {
            at,
            what,
            word,
            tracked,
            remark,
        }),
        0..6,
    )
}

pub(crate) fn done(draft: &[DraftParagraph], deeds: &[Deed], who: &str) -> Vec<DraftParagraph> {
    let mut draft = draft.to_vec();
    for deed in deeds {
        let change = |kind| {
            deed.tracked.then(|| Change {
                kind,
                author: who.to_owned(),
                date: Some("2026-03-01T09:00:00Z".into()),
            })
        };
        let at = deed.at % draft.len();
        let text = format!("{} ", WORDS[deed.word]);
        let paragraph = &mut draft[at];
        if deed.what == 4 {
            let new = DraftRun {
                change: change(ChangeKind::Inserted),
                ..DraftRun::plain(text)
            };
            let mark = change(ChangeKind::Inserted);
            draft.insert(
                at,
                DraftParagraph {
                    style: DraftStyle::Body,
                    runs: vec![new],
                    mark,
                },
            );
            continue;
        }
        if deed.what == 5 && !matches!(paragraph.style, DraftStyle::Table(_)) {
            let moved = draft.remove(at);
            draft.insert(deed.word % (draft.len() + 1), moved);
            continue;
        }
        if matches!(paragraph.style, DraftStyle::Table(_)) || paragraph.runs.is_empty() {
            continue;
        }
        if deed.what == 6 {
            let rest = paragraph.runs.split_off(deed.word % paragraph.runs.len());
            let second = DraftParagraph {
                style: paragraph.style.clone(),
                runs: rest,
                mark: paragraph.mark.take(),
            };
            paragraph.mark = change(ChangeKind::Inserted);
            draft.insert(at + 1, second);
            continue;
        }
        if deed.what == 7 {
            let next = draft.get(at + 1).map(|next| &next.style);
            if next.is_none_or(|style| matches!(style, DraftStyle::Table(_))) {
                continue;
            }
            if deed.tracked && draft[at].mark.is_none() {
                draft[at].mark = change(ChangeKind::Deleted);
            } else if draft[at].mark.is_none() {
                let mut first = draft.remove(at);
                first.runs.append(&mut draft[at].runs);
                draft[at].runs = first.runs;
            }
            continue;
        }
        let rank = deed.word % paragraph.runs.len();
        if deed.what >= 10 {
            carry(&mut draft, at, rank, deed, &change);
            continue;
        }
        match deed.what {
            0 | 1 => {
                let new = DraftRun {
                    change: change(ChangeKind::Inserted),
                    ..DraftRun::plain(text)
                };
                paragraph.runs.insert(rank, new);
            }
            2 if paragraph.runs[rank].change.is_none() => match change(ChangeKind::Deleted) {
                None => {
                    paragraph.runs.remove(rank);
                }
                deleted => paragraph.runs[rank].change = deleted,
            },
            8 => paragraph.runs[rank].bold = !paragraph.runs[rank].bold,
            9 => paragraph.style = DraftStyle::Heading(2),
            _ if draft.len() > 1 && !deed.tracked => {
                draft.remove(at);
                continue;
            }
            _ => {}
        }
        if deed.remark
            && let Some(run) = draft[at].runs.get_mut(rank)
        {
            run.comment = Some(DraftComment {
                author: "Somebody".into(),
                date: None,
                text: format!("why {} here?", WORDS[deed.word]),
            });
        }
    }
    draft
}

/// Words of a paragraph go to another place in it or in another one.
fn carry(
    draft: &mut [DraftParagraph],
    at: usize,
    rank: usize,
    deed: &Deed,
    change: &dyn Fn(ChangeKind) -> Option<Change>,
) {
    let end = (rank + 1 + deed.at % 6).min(draft[at].runs.len());
    let runs = draft[at].runs[rank..end].to_vec();
    if runs.iter().any(|run| run.change.is_some()) {
        return;
    }
    let there = match deed.what {
        10 => at,
        _ => (at + 1 + deed.word) % draft.len(),
    };
    if matches!(draft[there].style, DraftStyle::Table(_)) {
        return;
    }
    let place = deed.at % (draft[there].runs.len() + 1);
    if there == at && (rank..=end).contains(&place) {
        return;
    }
    let here = runs.into_iter().map(|run| DraftRun {
        change: change(ChangeKind::MovedHere),
        ..run
    });
    // The later place first, so that the other's rank stays true.
    let away = |draft: &mut [DraftParagraph]| match change(ChangeKind::MovedAway) {
        None => drop(draft[at].runs.drain(rank..end)),
        gone => {
            for run in &mut draft[at].runs[rank..end] {
                run.change.clone_from(&gone);
            }
        }
    };
    if there == at && place > rank {
        draft[there].runs.splice(place..place, here);
        away(draft);
    } else {
        let here: Vec<DraftRun> = here.collect();
        away(draft);
        draft[there].runs.splice(place..place, here);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_compilation_refused_is_its_base(base in base_paragraphs(), all in prop::collection::vec(deeds(), 1..4)) {
        let draft = drafted(&base);
        let base = read(&word_file(Some("T"), &draft));
        let returns: Vec<(String, Document)> = all
            .iter()
            .enumerate()
            .map(|(i, deeds)| (format!("ORG{i}"), read(&word_file(None, &done(&draft, deeds, "Person")))))
            .collect();
        let Compilation { model, .. } = compiled(&base, &returns);
        let file = compilation(&base, &model);
        well_formed(&file);
        let written = read(&file);
        prop_assert_eq!(texts(&written, View::Reject), texts(&base, View::Accept));
        prop_assert_eq!(texts(&read(&written.reject()), View::Accept), texts(&base, View::Accept));
        prop_assert_eq!(unnamed(&model, &written), Vec::<&str>::new(), "{:#?}", lines(&model));
        let ours = written.comments().into_iter().filter(|c| c.author != "Una Voce");
        let kept: Vec<(String, String)> = ours.map(|c| (c.author, c.text)).collect();
        let sent: Vec<(String, String)> =
            model.comments.iter().map(|c| (c.organisation.clone(), c.text.clone())).collect();
        prop_assert_eq!(kept, sent);
        let places: Vec<_> = written.story(View::Reject).comments;
        prop_assert_eq!(places.len(), written.comments().len(), "a comment without a place");
    }

    #[test]
    fn one_return_accepted_is_that_return(base in base_paragraphs(), deeds in deeds()) {
        let draft = drafted(&base);
        let base = read(&word_file(None, &draft));
        let returned = read(&word_file(None, &done(&draft, &deeds, "Person")));
        let returns = [("A".to_owned(), returned)];
        let Compilation { model, look } = compiled(&base, &returns);
        let written = read(&compilation(&base, &model));
        let own = texts(&base, View::Accept);
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        let rebuilt = redline::project::project(&own, &model, "A");
        let sent = texts(&returns[0].1, View::Accept);
        prop_assert_eq!(&rebuilt, &sent, "{:#?}", crate::texts::lines(&model));
        prop_assert!(!look.iter().any(|reason| reason.contains("laid out")), "{look:?}");
        if model.returns[0].set_aside.is_empty() {
            prop_assert_eq!(shown(texts(&written, View::Accept)), shown(sent), "{:#?}", crate::texts::lines(&model));
        }
        prop_assert!(!read(&redline::bracketed(&base, &model)).has_revisions());
    }

    #[test]
    fn any_choices_make_a_redline_and_a_clean_text(
        base in base_paragraphs(),
        all in prop::collection::vec(deeds(), 1..3),
        answers in prop::collection::vec(0..4_u8, 1..20),
    ) {
        let draft = drafted(&base);
        let base = read(&word_file(None, &draft));
        let returns: Vec<(String, Document)> = all
            .iter()
            .enumerate()
            .map(|(i, deeds)| (format!("ORG{i}"), read(&word_file(None, &done(&draft, deeds, "Person")))))
            .collect();
        let Compilation { model, .. } = compiled(&base, &returns);
        let choices: BTreeMap<String, Choice> = model
            .amendments
            .iter()
            .filter(|a| a.conflict.is_none())
            .zip(answers.iter().cycle())
            .map(|(a, answer)| {
                let choice = match answer {
                    0 | 1 => Choice::Take,
                    2 => Choice::Bracket,
                    _ => Choice::NotTaken,
                };
                (a.id.clone(), choice)
            })
            .collect();
        let own = texts(&base, View::Accept);
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        let Ok(made) = edits(&model, &choices) else { return Ok(()) };
        let expect = clean_paragraphs(&own, &model, &choices).expect("what edits allow");
        let got = shown(check_edits(&base, &made));
        prop_assert_eq!(got, shown(expect), "{:#?}", crate::texts::lines(&model));
    }
}
