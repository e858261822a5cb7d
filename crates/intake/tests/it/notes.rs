//! Notes in PDF files.

use intake::pdf::{Note, Unreadable, notes};

use crate::files::pdf;

#[test]
fn notes_are_read_with_page_and_author() {
    let made = pdf(&[
        ("Text", "Ada Quay", "Why “should”?"),
        ("Highlight", "Ada Quay", "In italics\rplease"),
        ("Highlight", "Ada Quay", ""),
        ("Link", "Nobody", "not a note"),
        ("FreeText", "", "Naïve"),
    ]);
    let note = |author: Option<&str>, words: &str| Note {
        page: 2,
        author: author.map(str::to_owned),
        words: words.to_owned(),
    };
    assert_eq!(
        notes(&made).unwrap(),
        [
            note(Some("Ada Quay"), "Why “should”?"),
            note(Some("Ada Quay"), "In italics\nplease"),
            note(None, "Naïve"),
        ]
    );
}

#[test]
fn what_is_no_pdf_is_refused() {
    for bytes in [b"".as_slice(), b"%PDF-1.7", b"hello"] {
        assert_eq!(notes(bytes), Err(Unreadable::Broken));
    }
    assert_eq!(notes(&pdf(&[])), Ok(Vec::new()));
}
