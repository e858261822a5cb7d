//! An answer typed paragraph by paragraph.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::wording::{self, ComparedParagraph, ReadParagraph};
use office::{Failed, TypedParagraph, TypedSoFar};
use pages::comments::Pager;
use pages::typing::{OpenPara, TypedPara, Typing};
use pages::{Form, Place, Span};

use super::{Address, Hand, with_hand};
use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::session::Who;
use crate::show;

/// Paragraphs on a page (6-interface: whole texts are paged by 25).
const PAGE: usize = 25;

/// The paragraphs with what was typed so far: `?page=N`, `&open=N` for the one whose form stands open.
pub(crate) async fn page(
    State(app): State<Arc<App>>,
    who: Who,
    Path(path): Address,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = query.unwrap_or_default();
    with_hand(app, who, path, move |app, who, hand| {
        let asked: BTreeMap<_, _> = form_urlencoded::parse(query.as_bytes()).collect();
        let number = |name: &str| {
            asked
                .get(name)
                .and_then(|value| value.parse::<usize>().ok())
        };
        let drawn = Drawn::of(app, hand)?;
        let open = number("open").and_then(|at| drawn.begun(app, at));
        let view = drawn.view(hand, number("page").unwrap_or(1), open);
        Ok(show::page(
            &show::shell(app, who, hand.desk, Place::Texts),
            &view,
        ))
    })
    .await
}

/// The paragraphs that have words, and what was typed.
struct Drawn {
    base: office::Paragraphs,
    typed: TypedSoFar,
}

impl Drawn {
    fn of(app: &App, hand: &Hand<'_>) -> Result<Self, Failure> {
        let version = hand.seen.text().version(hand.round.version);
        let version = version.ok_or(Failure::NotFound)?;
        Ok(Self {
            base: app.office.version_paragraphs(&hand.desk.group, version)?,
            typed: app.office.typed_so_far(&hand.desk.group, hand.sender)?,
        })
    }

    /// Places from 1 of the paragraphs that are shown.
    fn shown(&self) -> Vec<usize> {
        let all = (1..).zip(self.base.iter());
        all.filter(|(_, paragraph)| !paragraph.text.trim().is_empty())
            .map(|(at, _)| at)
            .collect()
    }

    fn found(&self, at: usize) -> Option<&ReadParagraph> {
        self.base.get(at.checked_sub(1)?)
    }

    /// The form of a paragraph as it begins: with what was typed, or the draft's own words.
    fn begun(&self, app: &App, at: usize) -> Option<OpenPara> {
        let own = words_of(self.found(at)?);
        let said = self.typed.paragraphs.get(&at).cloned().unwrap_or_default();
        Some(OpenPara {
            at: show::number(at),
            form: show::form(app),
            words: said.words.unwrap_or(own),
            comment: said.comment.unwrap_or_default(),
        })
    }

    fn view(&self, hand: &Hand<'_>, page: usize, open: Option<OpenPara>) -> Typing {
        let shown = self.shown();
        let pages = shown.len().div_ceil(PAGE).max(1);
        let page = page.clamp(1, pages);
        let part = shown.iter().skip((page - 1) * PAGE).take(PAGE);
        Typing {
            head: show::text_head(hand.desk, hand.seen),
            address: hand.address.clone(),
            acts_for: show::acts_for(hand.desk),
            entering: hand.entering(),
            paragraphs: part.filter_map(|at| self.paragraph(*at)).collect(),
            pager: Pager {
                page: show::number(page),
                pages: show::number(pages),
            },
            open,
            typed: show::number(self.typed.paragraphs.len()),
        }
    }

    fn paragraph(&self, at: usize) -> Option<TypedPara> {
        let paragraph = self.found(at)?;
        let said = self.typed.paragraphs.get(&at);
        let words = said.and_then(|said| said.words.as_ref());
        Some(TypedPara {
            at: show::number(at),
            label: paragraph.label.clone(),
            heading: paragraph.heading.unwrap_or(0),
            wording: wording(&words_of(paragraph), words),
            comment: said.and_then(|said| said.comment.clone()),
            touched: said.is_some(),
        })
    }
}

/// A paragraph's words as they are typed: pictures and the like can't be.
fn words_of(paragraph: &ReadParagraph) -> String {
    paragraph.text.replace('\u{fffc}', "")
}

/// The draft's words with what was typed in their place marked.
fn wording(own: &str, typed: Option<&String>) -> Vec<Span> {
    let Some(typed) = typed else {
        return vec![Span::Same(own.to_owned())];
    };
    if typed.trim().is_empty() {
        return vec![Span::Deleted(own.to_owned())];
    }
    let compared = wording::compare(&[own.to_owned()], std::slice::from_ref(typed));
    let mut spans = Vec::new();
    for paragraph in compared {
        match paragraph {
            ComparedParagraph::Same(text) => spans.push(Span::Same(text)),
            ComparedParagraph::Changed(changed) => spans.extend(show::spans(&changed)),
            ComparedParagraph::Inserted(text) => spans.push(Span::Inserted(text)),
            ComparedParagraph::Deleted(text) => spans.push(Span::Deleted(text)),
        }
    }
    spans
}

/// Keeps what was typed for a paragraph, or takes it back.
pub(crate) async fn keep(
    State(app): State<Arc<App>>,
    who: Who,
    Path(path): Address,
    posted: Posted,
) -> Result<Response, Failure> {
    with_hand(app, who, path, move |app, who, hand| {
        keeping(app, who, hand, &posted)
    })
    .await
}

fn keeping(app: &App, who: &Who, hand: &Hand<'_>, posted: &Posted) -> Result<Response, Failure> {
    let number = |name: &str| posted.text(name).parse::<usize>().ok();
    let drawn = Drawn::of(app, hand)?;
    let at = number("paragraph").ok_or(Failure::NotOurForm)?;
    let paragraph = drawn.found(at).ok_or(Failure::NotOurForm)?;
    let page = number("page").unwrap_or(1);
    // Browsers send line breaks as two characters.
    let typed = posted.text("words").replace("\r\n", "\n");
    let comment = posted.text("comment").replace("\r\n", "\n");
    let said = match posted.text("answer") {
        "undo" => TypedParagraph::default(),
        "keep" => TypedParagraph {
            words: (typed != words_of(paragraph).trim()).then(|| typed.clone()),
            comment: (!comment.is_empty()).then(|| comment.clone()),
        },
        _ => return Err(Failure::NotOurForm),
    };
    match app
        .office
        .type_paragraph(&who.group, hand.sender, at, &said)
    {
        Ok(()) => {
            let on = hand.href(&format!("words?page={page}#p{at}"));
            Ok(Redirect::to(&on).into_response())
        }
        Err(Failed::Refused(refusal)) => {
            let long = |text: &str| text.chars().count() > group::limits::STATEMENT;
            let field = if long(&typed) { "words" } else { "comment" };
            let open = OpenPara {
                at: show::number(at),
                form: Form::new(posted.text("command")).refused(field, &sentence(&refusal)),
                words: typed,
                comment,
            };
            let view = drawn.view(hand, page, Some(open));
            Ok(show::refused_text(app, who, hand.desk, &view))
        }
        Err(error) => Err(error.into()),
    }
}
