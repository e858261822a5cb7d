//! Corrections of a published text and its other languages, over the pages.

use crate::playing::{Sheet, demo};
use crate::server::{Actor, Server};

/// A text of the demonstration that is published: its page.
fn published(server: &Server) -> String {
    let mut visitor = server.anonymous();
    let page = visitor.page("/practice/texts").text();
    let (_, rest) = page.split_once("href=\"/practice/texts/").expect("a text");
    format!("/practice/texts/{}", rest.split('"').next().unwrap())
}

#[track_caller]
fn says(actor: &mut Actor, page: &str, words: &str) {
    let told = actor.page(page).told();
    assert!(told.contains(words), "“{words}” is not on {page}: {told}");
}

/// The Word file of the text, with something typed behind its words.
fn mended(visitor: &mut Actor, text: &str, version: u32) -> (Vec<u8>, Vec<u8>) {
    let file = visitor.get(&format!("{text}/files/{version}.docx"));
    assert_eq!(file.status, 200);
    let before = file.body.clone();
    let after = crate::word::rewritten(&before, |part, xml| {
        if part == "word/document.xml" {
            let paragraph = "<w:p><w:r><w:t>Mended.</w:t></w:r></w:p>";
            let end = xml.rfind("<w:sectPr").or_else(|| xml.rfind("</w:body>"));
            xml.insert_str(end.expect("an end"), paragraph);
        }
    });
    (before, after)
}

/// The number of the version whose file is linked.
fn version_of(page: &str, text: &str) -> u32 {
    let (_, rest) = page.split_once(&format!("{text}/files/")).expect("a file");
    rest.split('.').next().unwrap().parse().unwrap()
}

#[test]
fn a_correction_is_proposed_to_all_and_made_where_nobody_says_that_it_is_of_substance() {
    let (server, _folder) = demo();
    let text = published(&server);
    let page = format!("{text}/corrections");
    let mut visitor = server.anonymous();
    let mut secretariat = server.user("secretariat");
    let mut observer = server.user("observer LLA");
    let number = version_of(&visitor.page(&text).text(), &text);
    let (before, after) = mended(&mut visitor, &text, number);
    let sheet = Sheet::on(&mut secretariat, &page, &page);
    // Nothing ticked, nothing said, the same file: each is one sentence, and what was typed stays.
    let typed = sheet.clone().with("changes", "A word at the end.");
    let nothing = typed.upload(&mut secretariat, "c.docx", &after);
    assert_eq!(nothing.status, 422);
    assert!(nothing.text().contains("A word at the end."));
    let typed = typed.and("kinds", "misprint");
    assert_eq!(
        typed.upload(&mut secretariat, "c.docx", &before).status,
        422
    );
    assert_eq!(
        typed
            .upload(&mut secretariat, "c.docx", b"no Word file")
            .status,
        422
    );
    typed.upload(&mut secretariat, "c.docx", &after).receipt();
    says(
        &mut observer,
        "/practice/notices",
        "an editorial correction until",
    );
    says(&mut observer, "/practice/today", "editorial?");
    // The public reads nothing of it yet.
    assert!(!visitor.page(&text).told().contains("A word at the end."));
    assert_eq!(
        visitor
            .get(&format!("{text}/files/correction-1.docx"))
            .status,
        404
    );
    assert_eq!(
        observer
            .get(&format!("{text}/files/correction-1-marked.docx"))
            .status,
        200
    );
    let issue = format!("{page}/issue");
    assert!(Sheet::of(&secretariat.page(&page).text(), &issue).is_none());
    for _ in 0..15 {
        if Sheet::of(&secretariat.page(&page).text(), &issue).is_some() {
            break;
        }
        secretariat
            .post("/demo/clock", &[("advance", "1d")])
            .leads();
    }
    says(
        &mut secretariat,
        "/practice/today",
        "Make the correction of",
    );
    Sheet::on(&mut secretariat, &page, &issue)
        .send(&mut secretariat)
        .receipt();
    // What is read is the corrected text; the bytes of before stay where they were.
    says(&mut visitor, &text, "A word at the end.");
    says(&mut visitor, &text, "Mended.");
    assert_eq!(
        visitor.get(&format!("{text}/files/correction-1.docx")).body,
        after
    );
    assert_eq!(
        visitor.get(&format!("{text}/files/{number}.docx")).body,
        before
    );
    says(&mut observer, "/practice/notices", "is corrected");
}

#[test]
fn anybody_says_that_it_is_of_substance_and_then_it_is_not_made() {
    let (server, _folder) = demo();
    let text = published(&server);
    let page = format!("{text}/corrections");
    let mut visitor = server.anonymous();
    let mut secretariat = server.user("secretariat");
    let mut observer = server.user("observer LLA");
    let number = version_of(&visitor.page(&text).text(), &text);
    let (_, after) = mended(&mut visitor, &text, number);
    Sheet::on(&mut secretariat, &page, &page)
        .with("changes", "A word at the end.")
        .and("kinds", "misprint")
        .upload(&mut secretariat, "c.docx", &after)
        .receipt();
    let contest = format!("{page}/contest");
    let sheet = Sheet::on(&mut observer, &page, &contest).with("contest_reason", "It says more.");
    sheet.send(&mut observer).receipt();
    says(&mut secretariat, &page, "It says more.");
    // Another who says so is told that it is over, and keeps what was typed.
    let mut fund = server.user("focal-point FDW");
    let again = sheet
        .with("contest_reason", "We think so, too.")
        .send(&mut fund);
    assert_eq!(again.status, 409);
    assert!(
        again.told().contains("We think so, too."),
        "{}",
        again.told()
    );
    assert_eq!(
        visitor
            .get(&format!("{text}/files/correction-1.docx"))
            .status,
        404
    );
    assert!(!visitor.page(&text).told().contains("A word at the end."));
}

#[test]
fn a_translation_is_a_courtesy_until_the_chair_clears_it() {
    let (server, _folder) = demo();
    let text = published(&server);
    let page = format!("{text}/corrections");
    let add = format!("{text}/languages");
    let mut visitor = server.anonymous();
    let mut secretariat = server.user("secretariat");
    let mut chair = server.user("chair");
    let number = version_of(&visitor.page(&text).text(), &text);
    let (_, translated) = mended(&mut visitor, &text, number);
    let sheet = Sheet::on(&mut secretariat, &page, &add);
    let wrong = sheet.clone().with("language", "french");
    let wrong = wrong.upload(&mut secretariat, "fr.docx", &translated);
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("value=\"french\""));
    let sheet = sheet.with("language", "fr");
    sheet
        .upload(&mut secretariat, "fr.docx", &translated)
        .receipt();
    says(&mut visitor, &text, "courtesy translation, provided by");
    assert_eq!(
        visitor.get(&format!("{text}/files/language-fr.docx")).body,
        translated
    );
    assert_eq!(
        visitor
            .get(&format!("{text}/files/language-ru.docx"))
            .status,
        404
    );
    let clear = format!("{add}/clear");
    assert!(Sheet::of(&secretariat.page(&page).text(), &clear).is_none());
    Sheet::on(&mut chair, &page, &clear)
        .send(&mut chair)
        .receipt();
    says(&mut visitor, &text, "cleared on");
    // A member that isn't of the team adds none.
    let mut observer = server.user("observer LLA");
    assert!(Sheet::of(&observer.page(&page).text(), &add).is_none());
    assert_eq!(
        sheet.upload(&mut observer, "fr.docx", &translated).status,
        404
    );
}
