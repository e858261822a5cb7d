//! The accept and reject views, and the files that taking or refusing everything makes.
#![allow(clippy::disallowed_methods)] // Tests read files; the crate does not.

use redline::{Document, View, open};

use crate::archives::{part, word};
use crate::writing::{compiled, read};

fn texts(document: &Document, view: View) -> Vec<String> {
    document
        .story(view)
        .paragraphs
        .into_iter()
        .map(|p| p.text)
        .collect()
}

/// Holds a body to its two views, and to the two files that they describe.
fn check(body: &str, accept: &[&str], reject: &[&str]) {
    let document = open(&word(body)).unwrap_or_else(|refused| panic!("{refused}: {body}"));
    for (view, file, expect) in [
        (View::Accept, document.accept(), accept),
        (View::Reject, document.reject(), reject),
    ] {
        assert_eq!(texts(&document, view), expect, "{view:?} of {body}");
        let written = open(&file).expect("what we wrote");
        assert!(
            !written.has_revisions(),
            "{view:?} leaves revisions of {body}"
        );
        assert_eq!(
            texts(&written, View::Accept),
            expect,
            "{view:?} file of {body}"
        );
        assert_eq!(
            texts(&written, View::Reject),
            expect,
            "{view:?} file of {body}"
        );
    }
}

fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn ins(inner: &str) -> String {
    format!("<w:ins w:id=\"1\" w:author=\"A\">{inner}</w:ins>")
}

fn del(text: &str) -> String {
    format!(
        "<w:del w:id=\"2\" w:author=\"B\"><w:r><w:delText xml:space=\"preserve\">{text}</w:delText></w:r></w:del>"
    )
}

fn p(inner: &str) -> String {
    format!("<w:p>{inner}</w:p>")
}

/// A paragraph whose end bears a mark (`ins`, `del`, `moveFrom`, `moveTo`).
fn marked(mark: &str, inner: &str) -> String {
    format!("<w:p><w:pPr><w:rPr><w:{mark} w:id=\"3\" w:author=\"A\"/></w:rPr></w:pPr>{inner}</w:p>")
}

fn cell(inner: &str) -> String {
    format!("<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>")
}

#[test]
fn insertions_and_deletions() {
    check(
        &p(&(r("a") + &ins(&r("b")) + &del("c") + &r("d"))),
        &["abd"],
        &["acd"],
    );
    // Inserted by one, deleted by another: withdrawn, in neither.
    check(&p(&(r("a") + &ins(&(r("b") + &del("c"))))), &["ab"], &["a"]);
    check(
        &p(&format!(
            "<w:moveFrom w:id=\"1\" w:author=\"A\">{}</w:moveFrom>{}<w:moveTo w:id=\"2\" w:author=\"A\">{}</w:moveTo>",
            r("x"),
            r("-"),
            r("x")
        )),
        &["-x"],
        &["x-"],
    );
}

#[test]
fn paragraph_marks_join() {
    check(
        &(marked("del", &r("a")) + &p(&r("b"))),
        &["ab"],
        &["a", "b"],
    );
    check(
        &(marked("ins", &r("a")) + &p(&r("b"))),
        &["a", "b"],
        &["ab"],
    );
    check(
        &(marked("del", &del("a")) + &marked("del", &del("b")) + &p(&r("c"))),
        &["c"],
        &["a", "b", "c"],
    );
    check(
        &(marked("moveFrom", &r("a")) + &marked("moveTo", &r("b")) + &p("")),
        &["ab", ""],
        &["a", "b"],
    );
    // The last paragraph of the text has no end that could go.
    check(
        &(p(&r("a")) + &marked("del", &del("b"))),
        &["a"],
        &["a", "b"],
    );
    check(&marked("del", &del("b")), &[""], &["b"]);
}

#[test]
fn joins_stop_at_tables_and_cells() {
    check(
        &(marked("del", &r("a")) + &cell(&p(&r("b"))) + &p("")),
        &["a", "b", ""],
        &["a", "b", ""],
    );
    check(
        &(marked("del", &del("a")) + &cell(&p(&r("b"))) + &p("")),
        &["b", ""],
        &["a", "b", ""],
    );
    check(
        &(cell(&(p(&r("a")) + &marked("del", &r("b")))) + &p(&r("c"))),
        &["a", "b", "c"],
        &["a", "b", "c"],
    );
    check(
        &(cell(&marked("del", &del("b"))) + &p("")),
        &["", ""],
        &["b", ""],
    );
}

#[test]
fn rows_come_and_go() {
    let row = |mark: &str, text: &str| {
        format!(
            "<w:tr><w:trPr><w:{mark} w:id=\"1\" w:author=\"A\"/></w:trPr><w:tc>{}</w:tc></w:tr>",
            p(&r(text))
        )
    };
    let table = |rows: String| format!("<w:tbl>{rows}</w:tbl>{}", p(""));
    let kept = format!("<w:tr><w:tc>{}</w:tc></w:tr>", p(&r("k")));
    check(
        &table(kept.clone() + &row("ins", "i") + &row("del", "d")),
        &["k", "i", ""],
        &["k", "d", ""],
    );
    check(&table(row("del", "d")), &[""], &["d", ""]);
    let inner = format!("<w:tc>{}</w:tc>", table(row("del", "d")));
    check(
        &table(kept + &format!("<w:tr>{inner}</w:tr>")),
        &["k", "", ""],
        &["k", "d", "", ""],
    );
}

#[test]
fn fields_notes_drawings_and_breaks() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let field = mark("begin")
        + "<w:r><w:instrText>PAGE x</w:instrText></w:r>"
        + &mark("separate")
        + &r("7")
        + &mark("end");
    check(&p(&(r("p. ") + &field)), &["p. 7"], &["p. 7"]);
    check(
        &p(&format!(
            "<w:fldSimple w:instr=\"PAGE\">{}</w:fldSimple>",
            r("7")
        )),
        &["7"],
        &["7"],
    );
    check(
        &p(
            "<w:r><w:t>a</w:t><w:tab/><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:softHyphen/><w:sym/></w:r>",
        ),
        &["a\t\nb"],
        &["a\t\nb"],
    );
    check(
        &p(
            "<w:r><w:footnoteReference w:id=\"1\"/></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
        ),
        &["\u{fffc}\u{fffc}"],
        &["\u{fffc}\u{fffc}"],
    );
    let textbox = format!("<w:txbxContent>{}</w:txbxContent>", p(&r("inside")));
    check(
        &p(&format!(
            "<w:r><mc:AlternateContent><mc:Choice><w:drawing>{textbox}</w:drawing></mc:Choice><mc:Fallback><w:pict>{textbox}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )),
        &["\u{fffc}"],
        &["\u{fffc}"],
    );
    check(
        &p("<w:r><w:t>a\nb &amp; &#x63;</w:t></w:r><w:r><w:t><![CDATA[<d>]]></w:t></w:r>"),
        &["a b & c<d>"],
        &["a b & c<d>"],
    );
}

#[test]
fn wrappers_are_transparent() {
    check(
        &format!(
            "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>{}",
            marked("del", &r("a")),
            p(&r("b"))
        ),
        &["ab"],
        &["a", "b"],
    );
    check(
        &p(&format!(
            "<w:hyperlink>{}</w:hyperlink><w:smartTag>{}</w:smartTag>",
            r("a"),
            del("b")
        )),
        &["a"],
        &["ab"],
    );
}

#[test]
fn properties_are_resolved() {
    let body = "<w:p><w:pPr><w:jc w:val=\"center\"/><w:pPrChange w:id=\"1\" w:author=\"A\"><w:pPr><w:ind w:left=\"9\"/></w:pPr></w:pPrChange></w:pPr>\
        <w:r><w:rPr><w:b/><w:rPrChange w:id=\"2\" w:author=\"A\"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r></w:p>";
    let document = open(&word(body)).expect("a file");
    let accepted = part(&document.accept(), "word/document.xml").expect("the text");
    let rejected = part(&document.reject(), "word/document.xml").expect("the text");
    assert!(
        accepted.contains("<w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>"),
        "{accepted}"
    );
    assert!(
        rejected.contains("<w:pPr><w:ind w:left=\"9\"/></w:pPr><w:r><w:rPr><w:i/></w:rPr>"),
        "{rejected}"
    );
}

#[test]
fn untouched_bytes_stay() {
    let odd = "<w:p   w:rsidR='00' ><!-- kept --><w:r><w:t >a&#x41;</w:t></w:r><?kept?></w:p>";
    let document = open(&word(&format!("{odd}{}", p(&del("x"))))).expect("a file");
    let written = part(&document.accept(), "word/document.xml").expect("the text");
    assert!(written.contains(odd), "{written}");
}

#[test]
fn strict_files_and_other_prefixes_are_read() {
    let strict = "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r><x:t>a</x:t></x:r><x:del x:author=\"B\"><x:r><x:delText>b</x:delText></x:r></x:del></x:p></x:body></x:document>";
    let mut parts = crate::archives::parts("");
    parts[2] = crate::archives::entry("word/document.xml", strict);
    let document = open(&crate::archives::zip(&parts, false)).expect("a file");
    assert_eq!(texts(&document, View::Accept), ["a"]);
    assert_eq!(
        texts(
            &open(&document.reject()).expect("what we wrote"),
            View::Accept
        ),
        ["ab"]
    );
}

#[test]
fn comments_have_places_in_both_views() {
    let body = p(&(r("one ")
        + "<w:commentRangeStart w:id=\"5\"/>"
        + &r("two")
        + &del(" three")
        + "<w:commentRangeEnd w:id=\"5\"/>"
        + &r(".")));
    let document = open(&word(&body)).expect("a file");
    let place = |view| {
        let story = document.story(view);
        (story.comments[0].from, story.comments[0].to)
    };
    assert_eq!(place(View::Accept), ((0, 4), (0, 7)));
    assert_eq!(place(View::Reject), ((0, 4), (0, 13)));
}

#[test]
fn goldens_agree() {
    let goldens =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/docx/goldens");
    let Ok(folders) = std::fs::read_dir(&goldens) else {
        println!("skipped: shared data not present");
        return;
    };
    let read = |path: &std::path::Path| {
        std::fs::read(path)
            .ok()
            .map(|b| open(&b).expect("a golden"))
    };
    let mut compared = 0;
    for folder in folders.filter_map(Result::ok).map(|f| f.path()) {
        let Some(tracked) = read(&folder.join("tracked.docx")) else {
            continue;
        };
        for (view, name, file) in [
            (View::Accept, "accepted.docx", tracked.accept()),
            (View::Reject, "rejected.docx", tracked.reject()),
        ] {
            let Some(golden) = read(&folder.join(name)) else {
                continue;
            };
            let written = open(&file).expect("what we wrote");
            assert_eq!(
                texts(&tracked, view),
                texts(&golden, View::Accept),
                "{view:?} {}",
                folder.display()
            );
            assert_eq!(
                texts(&written, View::Accept),
                texts(&golden, View::Accept),
                "{view:?} file {}",
                folder.display()
            );
            compared += 1;
        }
    }
    assert!(compared >= 39, "only {compared} goldens compared");
}

/// Text that enters or leaves a link, a field or a control has changed although its words have not. A file
/// in which all controls are gone went through a program that knows none: that is listed and no proposal.
#[test]
fn what_wraps_the_words_counts() {
    let field = |code: &str| {
        format!(
            "<w:p><w:r><w:t xml:space=\"preserve\">See </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
             <w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\
             <w:r><w:t>page 12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
        )
    };
    let simple = |code: &str| {
        format!(
            "<w:p><w:r><w:t xml:space=\"preserve\">See </w:t></w:r><w:fldSimple w:instr=\"{code}\">\
             <w:r><w:t>page 12</w:t></w:r></w:fldSimple></w:p>"
        )
    };
    let around = |open: &str, close: &str| {
        format!(
            "<w:p><w:r><w:t xml:space=\"preserve\">See </w:t></w:r>{open}<w:r><w:t>page 12</w:t></w:r>{close}</w:p>"
        )
    };
    let link = around("<w:hyperlink w:anchor=\"a\">", "</w:hyperlink>");
    let control = around("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>");
    let formula = |letter: &str| {
        let math = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";
        let letter = format!("<m:oMath {math}><m:r><m:t>{letter}</m:t></m:r></m:oMath>");
        around("", &letter)
    };
    let plain = around("", "");
    for (base, version, proposed) in [
        (field("REF x"), field("REF y"), true),
        (field("REF x"), field(" REF  x "), false),
        (field("REF x"), simple("REF x"), false),
        (field("REF x"), plain.clone(), true),
        (plain.clone(), link.clone(), true),
        (link.clone(), link.clone(), false),
        (
            link.clone(),
            around("<w:hyperlink w:anchor=\"b\">", "</w:hyperlink>"),
            true,
        ),
        (control.clone(), plain.clone(), false),
        (plain.clone(), plain, false),
        (formula("x"), formula("y"), true),
        (formula("x"), formula("x"), false),
    ] {
        let returns = [("A".to_owned(), read(&word(&version)))];
        let model = compiled(&read(&word(&base)), &returns).model;
        assert_eq!(
            model.amendments.len(),
            usize::from(proposed),
            "{base}\n{version}"
        );
        for amendment in &model.amendments {
            assert_eq!(amendment.kind, redline::model::Kind::Other);
            assert_eq!(amendment.before, amendment.after);
            assert!(!amendment.properties.is_empty());
        }
        let dropped = base.contains("w:sdt") && !version.contains("w:sdt");
        let aside = &model.returns[0].set_aside;
        assert_eq!(!aside.is_empty(), dropped, "{base}\n{version}");
        assert!(aside.iter().all(|one| one.reason == "formatting"));
    }
}
