//! Comments of files: threads, what looks internal, and files without some of them.

use std::collections::BTreeSet;

use redline::{Internal, View, compilation, inspect, open};

use crate::archives::{Entry, all_parts, entry, parts, zip};
use crate::writing::{compiled, read};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const W14: &str = "http://schemas.microsoft.com/office/word/2010/wordml";
const W15: &str = "http://schemas.microsoft.com/office/word/2012/wordml";

/// A file with comments (author, text) on its only paragraph, and their threads (child, parent, done).
fn commented(comments: &[(&str, &str)], threads: &[(usize, Option<usize>, bool)]) -> Vec<u8> {
    let mut body = String::from("<w:p><w:r><w:t>States shall act.</w:t></w:r>");
    let mut words = format!("<w:comments xmlns:w=\"{W}\" xmlns:w14=\"{W14}\">");
    for (id, (author, text)) in comments.iter().enumerate() {
        body.push_str(&format!(
            "<w:commentRangeStart w:id=\"{id}\"/><w:r><w:t>part{id}</w:t></w:r><w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>"
        ));
        words.push_str(&format!(
            "<w:comment w:id=\"{id}\" w:author=\"{author}\" w:initials=\"X\"><w:p w14:paraId=\"0000000{id}\"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
        ));
    }
    body.push_str("</w:p>");
    words.push_str("</w:comments>");
    let mut extended = format!("<w15:commentsEx xmlns:w15=\"{W15}\">");
    for (id, parent, done) in threads {
        let parent = parent
            .map(|p| format!(" w15:paraIdParent=\"0000000{p}\""))
            .unwrap_or_default();
        extended.push_str(&format!(
            "<w15:commentEx w15:paraId=\"0000000{id}\"{parent} w15:done=\"{}\"/>",
            u8::from(*done)
        ));
    }
    extended.push_str("</w15:commentsEx>");
    let mut people = format!("<w15:people xmlns:w15=\"{W15}\">");
    for (author, _) in comments {
        people.push_str(&format!("<w15:person w15:author=\"{author}\"/>"));
    }
    people.push_str("</w15:people>");
    let relation = |id: &str, kind: &str| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"http://x/relationships/{kind}\" Target=\"{kind}.xml\"/>"
        )
    };
    let relations = ["comments", "commentsExtended", "people"]
        .map(|k| relation(k, k))
        .concat();
    let mut all: Vec<Entry> = parts(&body);
    all.push(entry("word/_rels/document.xml.rels", format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>")));
    all.push(entry("word/comments.xml", words));
    all.push(entry("word/commentsExtended.xml", extended));
    all.push(entry("word/people.xml", people));
    zip(&all, false)
}

#[test]
fn threads_and_places_are_read() {
    let file = commented(
        &[
            ("Ana Ruiz", "First"),
            ("Ben Okoro", "Answer"),
            ("Ana Ruiz", "Done"),
        ],
        &[(0, None, false), (1, Some(0), false), (2, None, true)],
    );
    let document = open(&file).expect("a file");
    let found = inspect(&document);
    let seen: Vec<_> = found
        .comments
        .iter()
        .map(|c| {
            (
                c.about.as_str(),
                c.reply_to.as_deref(),
                c.resolved,
                c.internal,
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("part0", None, false, None),
            ("part1", Some("0"), false, Some(Internal::Reply)),
            ("part2", None, true, Some(Internal::Resolved)),
        ]
    );
    assert_eq!(found.comments[0].paragraph, Some(1));
    assert_eq!(
        found
            .authors
            .iter()
            .map(|a| (a.name.as_str(), a.comments))
            .collect::<Vec<_>>(),
        [("Ana Ruiz", 2), ("Ben Okoro", 1)]
    );
}

#[test]
fn words_to_colleagues_look_internal() {
    let check = |text: &str, internal: bool| {
        let file = commented(&[("Ana Ruiz", text), ("Ben Okoro", "ok")], &[]);
        let found = inspect(&open(&file).expect("a file"));
        assert_eq!(found.comments[0].internal.is_some(), internal, "{text}");
    };
    check("Ben, can you check this?", true);
    check("Please check, Ben", true);
    check("Ben Okoro drafted this", true);
    check("@Maria what do we say?", true);
    check("(@maria)", true);
    check("Write to desk@example.org", false);
    check("We would benefit from a clearer text.", false);
    check("Ana, note to self", false);
    check("The word “shall” is too strong.", false);
}

#[test]
fn what_is_held_back_is_nowhere() {
    let file = commented(
        &[
            ("Ana Ruiz", "SECRETONE"),
            ("Ben Okoro", "SECRETTWO"),
            ("Cy Lam", "Public"),
        ],
        &[(0, None, false), (1, Some(0), false), (2, None, false)],
    );
    let document = open(&file).expect("a file");
    let without = document
        .without_comments(&BTreeSet::from(["0".to_owned()]))
        .expect("comment 0 is there");
    let everything = all_parts(&without);
    for word in [
        "SECRETONE",
        "SECRETTWO",
        "Ana Ruiz",
        "Ben Okoro",
        "00000000",
        "00000001",
        "w:id=\"0\"",
        "w:id=\"1\"",
    ] {
        assert!(!everything.contains(word), "{word} travels on");
    }
    let left = open(&without).expect("what we wrote");
    assert_eq!(left.comments().len(), 1);
    assert_eq!(left.comments()[0].text, "Public");
    assert_eq!(left.story(View::Accept).comments.len(), 1);
    assert_eq!(
        left.story(View::Accept).paragraphs[0].text,
        document.story(View::Accept).paragraphs[0].text
    );
    assert!(
        document
            .without_comments(&BTreeSet::from(["9".to_owned()]))
            .is_err()
    );
}

#[test]
fn a_comment_of_the_base_stays_the_bases() {
    let of_base = ("Penholder", "Is this wide enough?");
    let base = read(&commented(&[of_base], &[]));
    let kept = read(&commented(&[of_base], &[]));
    let more = read(&commented(
        &[of_base, ("Ann", "It is."), ("Ann", "A new one.")],
        &[(0, None, false), (1, Some(0), false)],
    ));
    let returns = [("FDW".to_owned(), kept), ("HWF".to_owned(), more)];
    let compiled = compiled(&base, &returns);
    let told: Vec<_> = compiled
        .model
        .comments
        .iter()
        .map(|c| {
            (
                c.organisation.as_str(),
                c.text.as_str(),
                c.reply_to.is_some(),
                c.paragraph,
            )
        })
        .collect();
    // The reply stands beside the comment that it answers, which is not its sender's.
    assert_eq!(
        told,
        [("HWF", "It is.", false, 1), ("HWF", "A new one.", false, 1)]
    );
    let written = all_parts(&compilation(&base, &compiled.model));
    assert_eq!(written.matches("Is this wide enough?").count(), 1);
    assert_eq!(written.matches("A new one.").count(), 1);
}
