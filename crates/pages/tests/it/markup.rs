//! Each sample of each view as a page: well-formed, escaped, labelled, with one command per form.

use std::collections::{BTreeMap, BTreeSet};

use pages::{Words, samples};

/// A start tag with its attributes, an end tag, or text.
#[derive(Debug)]
enum Piece<'a> {
    Start(&'a str, BTreeMap<&'a str, &'a str>),
    End(&'a str),
    Text(&'a str),
}

const VOID: [&str; 5] = ["br", "input", "link", "meta", "hr"];

/// Splits the HTML that maud writes: quoted attributes, no comments, no scripts.
fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html.strip_prefix("<!DOCTYPE html>").expect("a doctype");
    while let Some(at) = rest.find('<') {
        if at > 0 {
            pieces.push(Piece::Text(&rest[..at]));
        }
        let end = tag_end(&rest[at..]) + at;
        let tag = &rest[at + 1..end];
        pieces.push(match tag.strip_prefix('/') {
            Some(name) => Piece::End(name),
            None => start(tag),
        });
        rest = &rest[end + 1..];
    }
    assert_eq!(rest, "", "text after the last tag");
    pieces
}

fn tag_end(html: &str) -> usize {
    let mut quoted = false;
    html.char_indices()
        .find(|(_, c)| {
            quoted ^= *c == '"';
            *c == '>' && !quoted
        })
        .expect("a closed tag")
        .0
}

fn start(tag: &str) -> Piece<'_> {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = BTreeMap::new();
    while !rest.trim().is_empty() {
        rest = rest.trim_start();
        let bare = rest.split([' ', '=']).next().unwrap_or(rest);
        rest = &rest[bare.len()..];
        let mut value = "";
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let end = quoted.find('"').expect("a closed attribute");
            value = &quoted[..end];
            rest = &quoted[end + 1..];
        }
        assert!(
            attributes.insert(bare, value).is_none(),
            "attribute {bare} twice in <{tag}>"
        );
    }
    Piece::Start(name, attributes)
}

fn each(check: impl Fn(&[Piece<'_>], &str)) {
    for (view, state, html) in samples::pages(Words::english()) {
        println!("{view}, {state}");
        check(&pieces(&html), &html);
    }
}

#[test]
fn tags_are_balanced_and_ids_are_unique() {
    each(|pieces, _| {
        let (mut open, mut ids) = (Vec::new(), BTreeSet::new());
        for piece in pieces {
            match piece {
                Piece::Start(name, attributes) => {
                    if let Some(id) = attributes.get("id") {
                        assert!(ids.insert(*id), "id {id} twice");
                    }
                    if !VOID.contains(name) {
                        let inline = ["p", "h1", "h2", "h3", "button", "a", "span"];
                        let block = ["div", "p", "ul", "form", "section", "table", "h2"];
                        let parent = open.last().copied().unwrap_or_default();
                        assert!(
                            !(inline.contains(&parent) && block.contains(name)),
                            "<{name}> inside <{parent}>"
                        );
                        open.push(*name);
                    }
                }
                Piece::End(name) => assert_eq!(open.pop(), Some(*name)),
                Piece::Text(_) => {}
            }
        }
        assert!(open.is_empty(), "left open: {open:?}");
    });
}

#[test]
fn nothing_on_a_page_breaks_the_content_policy() {
    each(|pieces, html| {
        assert!(
            html.contains("&lt;script&gt;") || !html.contains("alert(1)"),
            "not escaped"
        );
        for piece in pieces {
            let Piece::Start(name, attributes) = piece else {
                continue;
            };
            // The modules of ours have no words of their own in the page.
            let ours = ["/assets/desk.js", "/assets/time.js"];
            let src = attributes.get("src").copied().unwrap_or_default();
            let module = *name == "script"
                && attributes.get("type") == Some(&"module")
                && ours.contains(&src);
            assert!(
                module || !["script", "style", "iframe", "img"].contains(name),
                "<{name}>"
            );
            for (attribute, value) in attributes {
                assert!(
                    *attribute != "style" && !attribute.starts_with("on"),
                    "{attribute}"
                );
                let address = ["href", "action", "src"].contains(attribute);
                assert!(
                    !address || value.starts_with(['/', '#']) || *value == "data:,",
                    "{value}"
                );
            }
        }
    });
}

#[test]
fn every_form_that_changes_something_carries_one_command_and_a_button() {
    each(|pieces, _| {
        let mut form: Option<(bool, u32, u32, bool)> = None;
        for piece in pieces {
            match piece {
                Piece::Start("form", a) => {
                    let multipart = a.get("enctype") == Some(&"multipart/form-data");
                    form = Some((a.get("method") == Some(&"post"), 0, 0, multipart));
                }
                Piece::Start("input", a) => {
                    let Some(form) = &mut form else {
                        panic!("an input outside a form: {a:?}")
                    };
                    form.1 += u32::from(a.get("name") == Some(&"command"));
                    assert!(
                        a.get("type") != Some(&"file") || form.3,
                        "a file in a form that can't carry it"
                    );
                }
                Piece::Start("button", _) => {
                    form.as_mut().expect("a button outside a form").2 += 1;
                }
                Piece::End("form") => {
                    let (post, commands, buttons, _) = form.take().expect("an open form");
                    assert_eq!(commands, u32::from(post));
                    assert!(buttons > 0);
                }
                _ => {}
            }
        }
    });
}

#[test]
fn every_field_has_its_label_and_every_reference_its_target() {
    each(|pieces, html| {
        let starts = || {
            pieces.iter().filter_map(|piece| match piece {
                Piece::Start(name, attributes) => Some((*name, attributes)),
                _ => None,
            })
        };
        let ids: BTreeSet<_> = starts().filter_map(|(_, a)| a.get("id")).collect();
        let labels: BTreeSet<_> = starts().filter_map(|(_, a)| a.get("for")).collect();
        assert!(labels.is_subset(&ids), "a label without its field");
        for (name, a) in starts() {
            let field =
                ["input", "select", "textarea"].contains(&name) && a.get("type") != Some(&"hidden");
            assert!(
                !field || a.get("id").is_some_and(|id| labels.contains(id)),
                "no label: {a:?}"
            );
            for id in a
                .get("aria-describedby")
                .iter()
                .flat_map(|ids| ids.split(' '))
            {
                assert!(ids.contains(&id), "aria-describedby {id}");
            }
            if let Some(fragment) = a.get("href").and_then(|href| href.strip_prefix('#')) {
                assert!(ids.contains(&fragment), "#{fragment} leads nowhere");
            }
        }
        assert_eq!(html.matches("<h1").count(), 1, "one title");
        assert_eq!(html.matches("<main").count(), 1);
    });
}

#[test]
fn headings_leave_out_no_level() {
    each(|pieces, _| {
        let mut last = 0;
        for piece in pieces {
            let Piece::Start(name, _) = piece else {
                continue;
            };
            if let Some(level) = name
                .strip_prefix('h')
                .and_then(|level| level.parse::<u32>().ok())
            {
                // The summary of problems stands above the title, so that it is met first.
                assert!(
                    level <= last + 1 || (last == 0 && level == 2),
                    "h{last} then h{level}"
                );
                last = level;
            }
        }
    });
}

#[test]
fn no_button_or_link_is_empty() {
    each(|pieces, _| {
        for (at, piece) in pieces.iter().enumerate() {
            let Piece::Start(name @ ("a" | "button" | "summary" | "label" | "option"), _) = piece
            else {
                continue;
            };
            let words = pieces[at..]
                .iter()
                .take_while(|piece| !matches!(piece, Piece::End(end) if end == name))
                .any(|piece| matches!(piece, Piece::Text(text) if !text.trim().is_empty()));
            assert!(words, "an empty <{name}>");
        }
    });
}

#[test]
fn what_was_typed_stands_again_in_a_refused_form() {
    let typed = [
        ("founding", "The Group!"),
        (
            "founding",
            "For practice, with &quot;quotes&quot; &amp; signs.",
        ),
        ("new-text", "recruitment-fees"),
        ("members", "Federation of Dock Workers"),
        ("clearance", "Short because of the meeting."),
        ("say", "Paragraph 3 gives the team no access."),
        ("comments", "must</textarea>"),
        ("read", "Paragraphs 4 and 5 first."),
        ("action", "Waiting for the ports."),
        ("member", "Federation of Dock Workers"),
        ("own-themes", "Wages on board"),
        ("own-mandates", "Conference of Harbours"),
        ("new-action", "value=\"fdw\" id=\"f-others-2\" checked"),
    ];
    let pages = samples::pages(Words::english());
    for (view, words) in typed {
        let (_, _, html) = pages
            .iter()
            .find(|(name, state, _)| *name == view && *state == "refused")
            .expect(view);
        assert!(
            html.contains("role=\"alert\""),
            "{view} does not say that it was refused"
        );
        assert!(html.contains(words), "{view} lost {words}");
    }
}

#[test]
fn who_may_not_answer_sees_no_form() {
    for (view, state, html) in samples::pages(Words::english()) {
        if view == "comments" && state.starts_with("reader") {
            assert!(
                !html.contains("name=\"verdict\"") && !html.contains("answer="),
                "{state}"
            );
        }
        if view == "clearance" && state == "watched" {
            assert!(!html.contains("?say="));
        }
    }
}
