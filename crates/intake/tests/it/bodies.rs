//! The text of mails.

use intake::body::{Plain, plain, split};
use intake::place::Paragraph;
use proptest::prelude::*;

fn draft() -> Vec<Paragraph<'static>> {
    ["1.", "4.", "12."]
        .map(|label| Paragraph {
            label: Some(label),
            words: "Words of a paragraph.",
        })
        .to_vec()
}

/// Each remark as `place@rank: words`.
fn said(text: &str) -> Vec<String> {
    let remarks = split(text, &draft());
    remarks
        .iter()
        .map(|remark| {
            let place = remark.place.as_deref().unwrap_or("-");
            let rank = remark
                .paragraph
                .map_or("?".to_owned(), |rank| rank.to_string());
            format!("{place}@{rank}: {}", remark.words.replace('\n', " / "))
        })
        .collect()
}

#[test]
fn it_is_split_where_a_line_names_a_paragraph() {
    for (text, expect) in [
        (
            "Para 4: delete “should”.",
            vec!["Para 4@1: delete “should”."],
        ),
        (
            "Dear all,\n\nPara 1 – fine.\nParagraph 12: add\nan s.\n\nKind regards\nAda",
            vec![
                "Para 1@0: fine.",
                "Paragraph 12@2: add / an s. /  / Kind regards / Ada",
            ],
        ),
        (
            "- Para. 4, first line: why?",
            vec!["Para. 4@1: first line: why?"],
        ),
        ("§ 4 shall", vec!["§ 4@1: shall"]),
        (
            "On para 4 we suggest shall.",
            vec!["On para 4@1: we suggest shall."],
        ),
        (
            "4. Use shall.\n12) Good.",
            vec!["4@1: Use shall.", "12@2: Good."],
        ),
        (
            "Para 7: it is not there.",
            vec!["Para 7@?: it is not there."],
        ),
        // Numbers that are no places.
        (
            "2026 was a good year for all of us.",
            vec!["-@?: 2026 was a good year for all of us."],
        ),
        (
            "4 ports answered in time this year.",
            vec!["-@?: 4 ports answered in time this year."],
        ),
        (
            "7. is no number of this draft, so it stays.",
            vec!["-@?: 7. is no number of this draft, so it stays."],
        ),
        (
            "We welcome the draft as a whole.\nPara 4: shall",
            vec!["-@?: We welcome the draft as a whole.", "Para 4@1: shall"],
        ),
        ("", vec![]),
        ("Paragraphs are long.", vec!["-@?: Paragraphs are long."]),
    ] {
        assert_eq!(said(text), expect, "{text}");
    }
}

#[test]
fn what_is_quoted_and_signed_is_left_out() {
    for tail in [
        "> Para 1: old words",
        "On Monday, the secretariat wrote:\nPara 1: old words",
        "On Mon, 4 May 2026 at 09:12, the Secretariat <s@p.example>\nwrote:\nPara 1: old words",
        "From: Secretariat\nSent: Monday\nPara 1: old words",
        "-----Original Message-----\nPara 1: old words",
        "________________________________\nPara 1: old words",
        "-- \nPara 1 is my telephone",
    ] {
        assert_eq!(
            said(&format!("Para 4: shall\n{tail}")),
            ["Para 4@1: shall"],
            "{tail}"
        );
    }
}

#[test]
fn a_plain_answer_is_one_only_where_nothing_else_is_said() {
    for (text, expect) in [
        (
            "Dear colleagues,\nWe have no comments.\nBest,\nAda",
            Some(Plain::NoComments),
        ),
        (
            "Nothing to add from us, thank you.",
            Some(Plain::NoComments),
        ),
        (
            "This is not within our mandate.",
            Some(Plain::NotInOurMandate),
        ),
        ("We have no comments except on para 4.", None),
        ("No comments, but please use shall.", None),
        ("No comments on paragraphs 1 to 3.", None),
        ("We will comment later.", None),
        ("> We have no comments", None),
        ("", None),
    ] {
        assert_eq!(plain(text), expect, "{text}");
    }
}

proptest! {
    #[test]
    fn no_word_of_ones_own_is_lost(lines in prop::collection::vec("(Para [0-9]{1,2}: )?[a-zé ,.(]{0,30}", 0..12)) {
        let text = lines.join("\n");
        let remarks = split(&text, &draft());
        let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        let kept: String = remarks
            .iter()
            .map(|remark| letters(remark.place.as_deref().unwrap_or("")) + &letters(&remark.words))
            .collect();
        // A greeting alone before the first place is no remark.
        prop_assert!(letters(&text).ends_with(&kept), "{kept} of {text}");
        if remarks.iter().all(|remark| remark.place.is_none()) {
            prop_assert_eq!(kept, letters(&text));
        }
    }
}
