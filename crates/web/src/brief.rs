//! The brief of a text or a meeting: what an organisation's head needs to know, on one page.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use group::Id;
use group::parts::AttachmentKind;
use group::state::{Action, Meeting, MeetingStanding, Stage};
use office::Voices as _;
use office::desk::{DeliveredFile, Desk, TextSeen};
use office::wording::{self, ComparedParagraph};
use office::{BriefKept, BriefWords, Failed};
use pages::brief::{Brief, Line, OwnWords, Section};
use pages::read::{Download, File};
use pages::{Form, Place, Span, When};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::print::{Printed, PrintedBlock, Run};
use crate::read::delivered;
use crate::session::Who;
use crate::show::{self, words};

/// Changed paragraphs that are shown; who wants all of them compares the versions.
const CHANGED: usize = 20;

/// What a brief is about.
enum About<'d> {
    Text(TextSeen<'d>),
    Meeting(Id, &'d Meeting),
}

impl<'d> About<'d> {
    /// What stands at `texts` or `meetings` under this short name.
    fn at(desk: &'d Desk<'d>, kind: &str, slug: &str) -> Result<Self, Failure> {
        let found = if kind == "texts" {
            desk.text(slug).map(Self::Text)
        } else {
            let meeting = desk.meeting(slug);
            meeting.map(|(id, meeting)| Self::Meeting(id, meeting))
        };
        found.ok_or(Failure::NotFound)
    }

    fn id(&self) -> Id {
        match self {
            Self::Text(seen) => seen.id,
            Self::Meeting(id, _) => *id,
        }
    }

    /// Below the group.
    fn address(&self) -> String {
        match self {
            Self::Text(seen) => format!("texts/{}", seen.text().slug),
            Self::Meeting(_, meeting) => format!("meetings/{}", meeting.slug),
        }
    }

    fn title(&self) -> &str {
        match self {
            Self::Text(seen) => &seen.text().title,
            Self::Meeting(_, meeting) => &meeting.title,
        }
    }

    fn place(&self) -> Place {
        match self {
            Self::Text(_) => Place::Texts,
            Self::Meeting(..) => Place::Meetings,
        }
    }
}

macro_rules! handlers {
    ($page:ident, $keep:ident, $file:ident, $kind:literal) => {
        /// The brief.
        pub(crate) async fn $page(
            State(app): State<Arc<App>>,
            who: Who,
            Path((_, slug)): Path<(String, String)>,
        ) -> Result<Response, Failure> {
            page(&app, &who, $kind, &slug)
        }

        /// Keeps what the office recommends.
        pub(crate) async fn $keep(
            State(app): State<Arc<App>>,
            who: Who,
            Path((_, slug)): Path<(String, String)>,
            posted: Posted,
        ) -> Result<Response, Failure> {
            keep(&app, &who, $kind, &slug, &posted)
        }

        /// The brief as a Word file.
        pub(crate) async fn $file(
            State(app): State<Arc<App>>,
            who: Who,
            Path((_, slug)): Path<(String, String)>,
        ) -> Result<Response, Failure> {
            file(&app, &who, $kind, &slug)
        }
    };
}

handlers!(of_text, keep_of_text, file_of_text, "texts");
handlers!(of_meeting, keep_of_meeting, file_of_meeting, "meetings");

fn page(app: &App, who: &Who, kind: &str, slug: &str) -> Result<Response, Failure> {
    let desk = who.member(app)?;
    let about = About::at(&desk, kind, slug)?;
    let view = view(app, &desk, &about)?;
    Ok(show::page(
        &show::shell(app, who, &desk, about.place()),
        &view,
    ))
}

fn view(app: &App, desk: &Desk<'_>, about: &About<'_>) -> Result<Brief, Failure> {
    let own = desk.viewer.organisation.ok_or(Failure::NotFound)?;
    let (written, revision) = app.office.brief_words(&desk.group, own, about.id())?;
    let form = desk
        .viewer
        .speaks()
        .then(|| show::form(app).about(seen_as(revision)));
    let (asked, if_nothing, sections) = match about {
        About::Text(seen) => of_a_text(app, desk, seen, own)?,
        About::Meeting(_, meeting) => of_a_meeting(desk, meeting, own),
    };
    Ok(Brief {
        title: about.title().to_owned(),
        about: about.address(),
        organisation: show::org_of(desk, own),
        asked,
        if_nothing,
        own: OwnWords {
            recommendation: written.recommendation,
            red_lines: written.red_lines,
            form,
            theirs: None,
        },
        sections,
        download: Some(Download {
            what: File::Brief,
            href: format!("/{}/{}/brief.docx", desk.group, about.address()),
            size: None,
        }),
    })
}

/// A revision in a form; nothing was written yet: `0`.
fn seen_as(revision: Option<u64>) -> String {
    revision.unwrap_or(0).to_string()
}

type Parts = (Vec<(String, Option<When>)>, Option<String>, Vec<Section>);

fn of_a_text(app: &App, desk: &Desk<'_>, seen: &TextSeen<'_>, own: Id) -> Result<Parts, Failure> {
    let mut asked = Vec::new();
    let mut if_nothing = None;
    let of_version = |key: &str| {
        let newest = seen.text().newest().map(|version| version.label.as_str());
        words().f(key, &[("version", newest.unwrap_or_default().into())])
    };
    match seen.stage() {
        Stage::InRound(round) if round.asks(own) => {
            let until = show::when(desk, round.deadline);
            asked.push((of_version("told-brief-return"), Some(until)));
        }
        Stage::UnderSilence(procedure) if procedure.electorate.contains(&own) => {
            let until = show::when(desk, procedure.deadline);
            asked.push((of_version("told-brief-answer"), Some(until)));
            if seen.own_position(procedure).is_none() {
                if_nothing = Some(words().t("clearance-if-nothing").to_owned());
            }
        }
        Stage::Adopted(_) if !seen.text().endorsements.contains_key(&own) => {
            asked.push((words().t("told-brief-endorse").to_owned(), None));
        }
        _ => {}
    }
    let sections = [
        became(desk, seen, own)?,
        changed(app, desk, seen)?,
        attached(desk, seen),
        promises(desk, own),
    ];
    Ok((asked, if_nothing, sections.into_iter().flatten().collect()))
}

/// What became of what the organisation asked for: a line of numbers, then what was not taken as it was asked.
fn became(desk: &Desk<'_>, seen: &TextSeen<'_>, own: Id) -> Result<Option<Section>, Failure> {
    let versions = seen.versions();
    let rounds = versions
        .iter()
        .rev()
        .filter_map(|v| seen.round_on(v.number));
    let Some(round) = rounds.into_iter().find(|round| round.responses.is_some()) else {
        return Ok(None);
    };
    let Some(numbers) = crate::responses::became(seen, round, Some(own)) else {
        return Ok(None);
    };
    let mut lines = vec![line("", vec![Span::Same(numbers.line(words()))], "")];
    for item in crate::responses::items_of(desk, seen, round, own)? {
        let Some(answer) = item.answer else { continue };
        if answer.verdict == pages::answer::Verdict::Taken {
            continue;
        }
        let said = answer.verdict.words(words());
        let more = answer.wording.into_iter().chain(answer.reason);
        let more: Vec<String> = more.collect();
        let below = if more.is_empty() {
            said.to_owned()
        } else {
            format!("{said}: {}", more.join(" "))
        };
        lines.push(line(&item.place, item.proposed, &below));
    }
    Ok(Some(section("told-brief-became", lines)))
}

/// What changed since the version before.
fn changed(app: &App, desk: &Desk<'_>, seen: &TextSeen<'_>) -> Result<Option<Section>, Failure> {
    let versions = seen.versions();
    let [.., before, now] = versions.as_slice() else {
        return Ok(None);
    };
    let texts = |version: &group::state::Version| -> Result<_, Failure> {
        Ok(app.office.version_paragraphs(&desk.group, version)?)
    };
    let (earlier, later) = (texts(before)?, texts(now)?);
    let plain = |paragraphs: &[wording::ReadParagraph]| -> Vec<String> {
        paragraphs.iter().map(|one| one.text.clone()).collect()
    };
    let compared = wording::compare(&plain(&earlier), &plain(&later));
    let mut labels = later
        .iter()
        .map(|one| one.label.clone().unwrap_or_default());
    let mut lines = Vec::new();
    let mut more = 0_usize;
    for paragraph in compared {
        // What went has no number in the later version.
        let gone = matches!(paragraph, ComparedParagraph::Deleted(_));
        let label = if gone { None } else { labels.next() };
        let spans = match paragraph {
            ComparedParagraph::Same(_) => continue,
            ComparedParagraph::Changed(spans) => show::spans(&spans),
            ComparedParagraph::Inserted(text) => vec![Span::Inserted(text)],
            ComparedParagraph::Deleted(text) => vec![Span::Deleted(text)],
        };
        if lines.len() < CHANGED {
            lines.push(line(&label.unwrap_or_default(), spans, ""));
        } else {
            more += 1;
        }
    }
    if more > 0 {
        let text = words().f("told-brief-more", &[("n", more.into())]);
        lines.push(line("", vec![Span::Same(text)], ""));
    }
    let version = [("version", before.label.as_str().into())];
    let heading = words().f("told-brief-changed", &version);
    Ok((!lines.is_empty()).then_some(Section { heading, lines }))
}

/// Reservations and statements that the viewer may see.
fn attached(desk: &Desk<'_>, seen: &TextSeen<'_>) -> Option<Section> {
    let procedure = seen.procedure()?;
    let mut lines = Vec::new();
    for id in procedure.attached() {
        let Some(given) = seen.position(procedure, id) else {
            continue;
        };
        let texts = given.texts.reveal().map(Vec::as_slice).unwrap_or_default();
        for (attachment, text) in given.attachments.iter().zip(texts) {
            let key = match attachment.kind {
                AttachmentKind::Reservation => "told-brief-reservation",
                AttachmentKind::Statement => "told-brief-statement",
                AttachmentKind::Dissociation => "told-brief-dissociation",
                AttachmentKind::Editorial => continue,
            };
            let organisation = show::org_of(desk, id);
            let below = words().f(key, &[("organisation", organisation.full().into())]);
            lines.push(line("", vec![Span::Same(text.0.clone())], &below));
        }
    }
    (!lines.is_empty()).then(|| section("told-brief-attached", lines))
}

/// Open actions of the organisation.
fn promises(desk: &Desk<'_>, own: Id) -> Option<Section> {
    let ours = |action: &&&Action| action.is_open() && action.owners.contains(&own);
    let actions = desk.actions();
    let lines: Vec<Line> = actions
        .iter()
        .filter(ours)
        .map(|action| {
            let row = crate::actions::row(desk, action);
            Line {
                href: Some(format!("actions/{}", row.number.replace('/', "-"))),
                ..line(
                    &row.number,
                    vec![Span::Same(row.what)],
                    &row.due.words(words()),
                )
            }
        })
        .collect();
    (!lines.is_empty()).then(|| section("told-brief-promises", lines))
}

fn of_a_meeting(desk: &Desk<'_>, meeting: &Meeting, own: Id) -> Parts {
    let mut asked = Vec::new();
    if meeting.standing == MeetingStanding::Called {
        let place = [("place", meeting.place.as_str().into())];
        let when = show::when(desk, meeting.begins);
        asked.push((words().f("told-brief-meeting", &place), Some(when)));
    }
    let items = (1..).zip(&meeting.agenda);
    let agenda: Vec<Line> = items
        .map(|(number, item)| {
            let papers = meeting
                .papers
                .iter()
                .filter(|paper| paper.item == Some(item.item));
            let papers: Vec<String> = papers
                .map(|paper| format!("{} {}", paper.symbol, paper.title))
                .collect();
            let below = if papers.is_empty() {
                String::new()
            } else {
                let papers = [("papers", papers.join("; ").into())];
                words().f("told-brief-papers", &papers)
            };
            line(
                &number.to_string(),
                vec![Span::Same(item.title.clone())],
                &below,
            )
        })
        .collect();
    let agenda = (!agenda.is_empty()).then(|| section("told-brief-agenda", agenda));
    let sections = [agenda, promises(desk, own)];
    (asked, None, sections.into_iter().flatten().collect())
}

fn section(key: &str, lines: Vec<Line>) -> Section {
    Section {
        heading: words().t(key).to_owned(),
        lines,
    }
}

fn line(place: &str, wording: Vec<Span>, below: &str) -> Line {
    Line {
        place: place.to_owned(),
        wording,
        below: below.to_owned(),
        href: None,
    }
}

fn keep(
    app: &App,
    who: &Who,
    kind: &str,
    slug: &str,
    posted: &Posted,
) -> Result<Response, Failure> {
    let desk = who.member(app)?;
    let about = About::at(&desk, kind, slug)?;
    let own = desk.viewer.organisation.filter(|_| desk.viewer.speaks());
    let own = own.ok_or(Failure::NotFound)?;
    posted.command()?;
    let typed = BriefWords {
        recommendation: posted.text("recommendation").replace("\r\n", "\n"),
        red_lines: posted.text("red_lines").replace("\r\n", "\n"),
    };
    let seen = posted.text("seen").parse().ok().filter(|seen| *seen > 0);
    let again = |form: Form, theirs: Option<BriefWords>| {
        let mut view = view(app, &desk, &about)?;
        view.own = OwnWords {
            recommendation: typed.recommendation.clone(),
            red_lines: typed.red_lines.clone(),
            form: Some(form),
            theirs: theirs.map(|theirs| (theirs.recommendation, theirs.red_lines)),
        };
        let shell = show::shell(app, who, &desk, about.place());
        Ok(show::refused_page(&shell, &view))
    };
    match app
        .office
        .keep_brief_words(&who.group, own, about.id(), seen, &typed)
    {
        Ok(BriefKept::Kept) => {
            let to = format!("/{}/{}/brief#own", who.group, about.address());
            Ok(Redirect::to(&to).into_response())
        }
        Ok(BriefKept::Met(theirs, revision)) => {
            let form = show::form(app).about(seen_as(Some(revision)));
            again(form, Some(theirs))
        }
        Err(Failed::Refused(refusal)) => {
            let long = typed.recommendation.chars().count() > group::limits::PROSE;
            let field = if long { "recommendation" } else { "red_lines" };
            let form = Form::new(posted.text("command")).refused(field, &sentence(&refusal));
            again(form.about(posted.text("seen")), None)
        }
        Err(error) => Err(error.into()),
    }
}

fn file(app: &App, who: &Who, kind: &str, slug: &str) -> Result<Response, Failure> {
    let desk = who.member(app)?;
    let about = About::at(&desk, kind, slug)?;
    let view = view(app, &desk, &about)?;
    let bytes = app.settings.printer.word(&printed(&view));
    let name = format!("{slug} brief.docx");
    Ok(delivered(DeliveredFile { name, bytes }))
}

fn printed(view: &Brief) -> Printed {
    let words = words();
    let heading = |key: &str| PrintedBlock::Heading(words.t(key).to_owned());
    let plain = |text: String| PrintedBlock::Paragraph(vec![Run::Plain(text)]);
    let organisation = [("organisation", view.organisation.full().into())];
    let mut blocks = vec![
        plain(words.f("brief-for", &organisation)),
        heading("brief-asked"),
    ];
    if view.asked.is_empty() {
        blocks.push(plain(words.t("brief-nothing-asked").to_owned()));
    }
    for (what, when) in &view.asked {
        let when = when.as_ref().map(|when| format!(" {}.", when.text));
        let runs = vec![
            Run::Bold(what.clone()),
            Run::Plain(when.unwrap_or_default()),
        ];
        blocks.push(PrintedBlock::Paragraph(runs));
    }
    blocks.extend(view.if_nothing.iter().cloned().map(plain));
    let own = [
        ("brief-recommendation", &view.own.recommendation),
        ("brief-red-lines", &view.own.red_lines),
    ];
    if own.iter().any(|(_, text)| !text.is_empty()) {
        blocks.push(heading("brief-own"));
    }
    for (key, text) in own.into_iter().filter(|(_, text)| !text.is_empty()) {
        let runs = vec![
            Run::Bold(format!("{}: ", words.t(key))),
            Run::Plain(text.clone()),
        ];
        blocks.push(PrintedBlock::Paragraph(runs));
    }
    for section in &view.sections {
        blocks.push(PrintedBlock::Heading(section.heading.clone()));
        for line in &section.lines {
            let mut runs = Vec::new();
            if !line.place.is_empty() {
                runs.push(Run::Bold(format!("{} ", line.place)));
            }
            runs.extend(line.wording.iter().map(Run::from));
            if !line.below.is_empty() {
                runs.push(Run::Plain(format!(" ({})", line.below)));
            }
            blocks.push(PrintedBlock::Paragraph(runs));
        }
    }
    Printed {
        title: view.title.clone(),
        blocks,
    }
}
