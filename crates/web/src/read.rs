//! Reading a text: any version, any two compared, its files.

mod since;

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use group::parts::SupplementKind;
use group::state::{Stage, Text, Version};
use group::{Command, Refusal};
use office::desk::{DeliveredFile, Desk, TextSeen};
use office::wording::ComparedParagraph;
use office::wording::ReadParagraph;
use pages::read::{Download, File, Read, TableVersion, TextLink, VersionLink};
use pages::wording::{Block, Cell, Para};
use pages::{Form, Place, Span};

use crate::app::App;
use crate::failure::{Failure, sentence};
use crate::posted::Posted;
use crate::round;
use crate::session::{Who, asking, settled, team_text};
use crate::show;

/// The page of the newest version, or of two compared (`?from=N&to=M`).
pub(crate) fn page(app: &App, who: &Who, slug: &str, query: &str) -> Result<Response, Failure> {
    let desk = who.member(app)?;
    let seen = desk.text(slug).ok_or(Failure::NotFound)?;
    let find = |name: &str| {
        let found = form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name);
        found.and_then(|(_, value)| value.parse::<u32>().ok())
    };
    let newest = seen.text().newest().map_or(0, |version| version.number);
    let mut view = view(
        app,
        &desk,
        &seen,
        find("to").unwrap_or(newest),
        find("from"),
    )?;
    let plain = find("to").is_none() && find("from").is_none();
    if plain && find("since").is_some() {
        tell_since(app, &desk, &seen, &mut view)?;
    }
    Ok(show::page(
        &show::shell(app, who, &desk, Place::Texts),
        &view,
    ))
}

/// Says of each paragraph of the newest version since when it stands.
fn tell_since(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    view: &mut Read,
) -> Result<(), Failure> {
    let said = since::since(app, &desk.group, &seen.versions())?;
    for block in &mut view.blocks {
        for para in block.paras_mut() {
            let at = usize::try_from(para.at).unwrap_or(0).checked_sub(1);
            para.since = at.and_then(|at| said.get(at)).cloned();
        }
    }
    view.since = true;
    Ok(())
}

/// The page of one version.
pub(crate) async fn version(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug, number)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    if who.seat.is_none() {
        return Err(Failure::SignedOut);
    }
    let number: u32 = number.parse().map_err(|_| Failure::NotFound)?;
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let view = view(&app, &desk, &seen, number, None)?;
    Ok(show::page(
        &show::shell(&app, &who, &desk, Place::Texts),
        &view,
    ))
}

pub(crate) fn view(
    app: &App,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    number: u32,
    from: Option<u32>,
) -> Result<Read, Failure> {
    let versions = seen.versions();
    let find = |number: u32| {
        versions
            .iter()
            .find(|version| version.number == number)
            .copied()
    };
    let shown = find(number).ok_or(Failure::NotFound)?;
    let earlier = from
        .and_then(find)
        .filter(|earlier| earlier.number != shown.number);
    let paragraphs = app.office.version_paragraphs(&desk.group, shown)?;
    let title = &seen.text().title;
    let (blocks, differences) = match earlier {
        None => (blocks(&paragraphs, title), 0),
        Some(earlier) => {
            let before = app.office.version_paragraphs(&desk.group, earlier)?;
            compared(&before, &paragraphs)
        }
    };
    let newest = seen
        .text()
        .newest()
        .is_some_and(|newest| newest.number == shown.number);
    let stage = seen.stage();
    let themes = desk.themes_of(seen.id);
    let may_table = seen.is_team() && newest && matches!(stage, Stage::Drafting | Stage::Ended(_));
    Ok(Read {
        head: show::text_head(desk, seen),
        versions: versions
            .iter()
            .rev()
            .map(|version| link(desk, seen.text(), version, shown.number))
            .collect(),
        shown: shown.label.clone(),
        compared_with: earlier.map(|earlier| earlier.label.clone()),
        differences,
        since: false,
        blocks,
        downloads: downloads(desk, seen, shown, earlier),
        themes: themes
            .iter()
            .map(|(_, theme)| (theme.slug.clone(), theme.name.clone()))
            .collect(),
        tag: desk
            .is_secretariat()
            .then(|| crate::themes::tagging(app, desk, &themes))
            .filter(|tagging| !tagging.themes.is_empty()),
        goes_with: seen.goes_with().map(|(of, kind)| {
            let corrects = kind == SupplementKind::Corrigendum;
            (text_link(of), corrects)
        }),
        supplements: seen.supplements().into_iter().map(text_link).collect(),
        target: newest
            .then(|| crate::aims::targeting(app, desk, seen))
            .flatten(),
        open_round: (newest && round::may_open(seen)).then(|| round::opening(app, desk, seen)),
        round: seen
            .round_on(shown.number)
            .map(|round| round::board(app, desk, seen, round)),
        table_version: may_table.then(|| TableVersion {
            form: show::form(app),
            label: format!("draft {}", shown.number),
        }),
    })
}

fn text_link(text: &Text) -> TextLink {
    let newest = text.newest();
    TextLink {
        slug: text.slug.clone(),
        title: text.title.clone(),
        symbol: newest.and_then(|version| text.symbol_of(version.number)),
    }
}

fn link(desk: &Desk<'_>, text: &Text, version: &Version, shown: u32) -> VersionLink {
    VersionLink {
        number: version.number,
        label: version.label.clone(),
        symbol: text.symbol_of(version.number),
        tabled: show::date(desk, version.tabled),
        shown: version.number == shown,
    }
}

/// Files of a version, and of the round on it.
fn downloads(
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    version: &Version,
    earlier: Option<&Version>,
) -> Vec<Download> {
    let base = format!("/{}/texts/{}/files", desk.group, seen.text().slug);
    let mut files = vec![Download {
        what: File::Version(version.label.clone()),
        href: format!("{base}/{}.docx", version.number),
        size: None,
    }];
    if let Some(earlier) = earlier {
        files.push(Download {
            what: File::Redline(earlier.label.clone(), version.label.clone()),
            href: format!("{base}/{}-{}.docx", earlier.number, version.number),
            size: None,
        });
    }
    files.extend(compilation_downloads(desk, seen));
    files
}

/// The frozen compilation's files, where the viewer may have them.
pub(crate) fn compilation_downloads(desk: &Desk<'_>, seen: &TextSeen<'_>) -> Vec<Download> {
    let base = format!("/{}/texts/{}/files", desk.group, seen.text().slug);
    let round = seen
        .round()
        .filter(|round| seen.sees_returns(round) && round.compilation.is_some());
    let files = [
        (File::Compilation, "compilation.docx"),
        (File::Amendments, "amendments.json"),
    ];
    let file = |(what, name)| Download {
        what,
        href: format!("{base}/{name}"),
        size: None,
    };
    round
        .map(|_| files.into_iter().map(file).collect())
        .unwrap_or_default()
}

const CORRECTION: &str = "correction-";
const LANGUAGE: &str = "language-";

/// The number of `correction-2.docx`, and whether it is the marked one (`correction-2-marked.docx`).
fn corrected(name: &str) -> Option<(usize, bool)> {
    let rest = name.strip_prefix(CORRECTION)?.strip_suffix(".docx")?;
    match rest.strip_suffix("-marked") {
        Some(number) => Some((number.parse().ok()?, true)),
        None => Some((rest.parse().ok()?, false)),
    }
}

/// The numbers of `3.docx` and `2-3.docx`.
fn numbers(name: &str) -> Option<Vec<u32>> {
    let numbers = name.strip_suffix(".docx")?.split('-');
    numbers.map(|number| number.parse().ok()).collect()
}

/// A file of a text: `N.docx` of version N, `M-N.docx` a redline of two, `compilation.docx`,
/// `amendments.json`, `correction-N.docx`, `correction-N-marked.docx`, `language-TAG.docx`.
pub(crate) async fn file(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug, name)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let desk = who.anyone(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let found = match name.as_str() {
        "compilation.docx" | "amendments.json" => match seen.round() {
            Some(round) => seen.compilation_file(round, name == "compilation.docx")?,
            None => None,
        },
        _ if name.starts_with(CORRECTION) => match corrected(&name) {
            Some((number, marked)) => seen.correction_file(number, marked)?,
            None => None,
        },
        _ if name.starts_with(LANGUAGE) => {
            let tag = name.strip_prefix(LANGUAGE);
            match tag.and_then(|tag| tag.strip_suffix(".docx")) {
                Some(tag) => seen.language_file(tag)?,
                None => None,
            }
        }
        _ => match numbers(&name).as_deref() {
            Some([number]) => seen.version_file(*number)?,
            Some([from, to]) => seen.redline_file(*from, *to)?,
            _ => None,
        },
    };
    Ok(delivered(found.ok_or(Failure::NotFound)?))
}

pub(crate) fn delivered(file: DeliveredFile) -> Response {
    let kind = if file.name.ends_with(".docx") {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    } else if file.name.ends_with(".pdf") {
        "application/pdf"
    } else {
        "application/octet-stream"
    };
    // Names are made of short names and our own labels, but a label may have been typed.
    let safe = |c: char| {
        if c.is_ascii_alphanumeric() || " .-_".contains(c) {
            c
        } else {
            '_'
        }
    };
    let name: String = file.name.chars().map(safe).collect();
    let about = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    (about, file.bytes).into_response()
}

/// The page of the newest version once more, with a form of it as it was refused.
pub(crate) fn refused(
    app: &App,
    who: &Who,
    desk: &Desk<'_>,
    seen: &TextSeen<'_>,
    put: impl FnOnce(&mut Read),
) -> Result<Response, Failure> {
    let newest = seen.text().newest().map_or(0, |version| version.number);
    let mut view = view(app, desk, seen, newest, None)?;
    put(&mut view);
    Ok(show::refused_text(app, who, desk, &view))
}

/// Tables a version that was written elsewhere.
pub(crate) async fn table_version(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = team_text(&desk, &slug)?;
    let refuse = |field: &str, why: &str| {
        refused(&app, &who, &desk, &seen, |view| {
            view.table_version = Some(TableVersion {
                form: Form::new(posted.text("command")).refused(field, why),
                label: posted.text("label").to_owned(),
            });
        })
    };
    let file = match crate::texts::word_file(&app, &who.group, &posted)? {
        Ok(file) => file,
        Err(why) => return refuse("file", &why),
    };
    let command = Command::TableVersion {
        text: seen.id,
        label: posted.text("label").to_owned(),
        sha256: file.kept.sha256.clone(),
        file: file.kept.filed(),
        after: None,
    };
    let asking = asking(&posted, seen.team_actor())?;
    let ran = app.office.execute(&who.group, &asking, &command, &[]);
    let path = format!("texts/{slug}");
    settled(ran, &who.group, &path, "version-tabled", |refusal| {
        let field = match refusal {
            Refusal::TooLong { what: "label", .. } | Refusal::Missing { what: "label" } => "label",
            _ => "",
        };
        refuse(field, &sentence(refusal))
    })
}

/// Paragraphs as blocks. A first paragraph that repeats the page's title is left out.
pub(crate) fn blocks(paragraphs: &[ReadParagraph], title: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut table: Option<usize> = None;
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let repeats = index == 0 && paragraph.text.trim() == title;
        if repeats || (paragraph.text.trim().is_empty() && paragraph.cells.is_empty()) {
            continue;
        }
        let para = Para::plain(
            show::number(index + 1),
            paragraph.label.as_deref(),
            &paragraph.text.replace('\u{fffc}', ""),
        );
        let Some(cell) = paragraph.cells.first() else {
            table = None;
            blocks.push(match paragraph.heading {
                Some(level) => Block::Heading { level, para },
                None => Block::Paragraph(para),
            });
            continue;
        };
        if table != Some(cell.table) {
            table = Some(cell.table);
            blocks.push(Block::Table {
                head: true,
                rows: Vec::new(),
            });
        }
        if let Some(Block::Table { rows, .. }) = blocks.last_mut() {
            place(rows, cell.row, cell.cell, para);
        }
    }
    blocks
}

fn place(rows: &mut Vec<Vec<Cell>>, row: usize, cell: usize, para: Para) {
    // A row or cell without any text leaves no paragraph; the counts come from the file.
    while rows.len() <= row.min(10_000) {
        rows.push(Vec::new());
    }
    let Some(row) = rows.last_mut() else { return };
    while row.len() <= cell.min(1_000) {
        row.push(Cell {
            paras: Vec::new(),
            columns: 1,
        });
    }
    if let Some(cell) = row.last_mut() {
        cell.paras.push(para);
    }
}

/// Two versions, paragraph by paragraph, and in how many places they differ.
fn compared(before: &[ReadParagraph], after: &[ReadParagraph]) -> (Vec<Block>, u32) {
    let texts = |paragraphs: &[ReadParagraph]| -> Vec<String> {
        paragraphs
            .iter()
            .map(|paragraph| paragraph.text.clone())
            .collect()
    };
    let compared = office::wording::compare(&texts(before), &texts(after));
    let changed = |c: &&ComparedParagraph| !matches!(c, ComparedParagraph::Same(_));
    let differences = show::number(compared.iter().filter(changed).count());
    (compared_blocks(&compared), differences)
}

/// A comparison as blocks: what differs is marked.
pub(crate) fn compared_blocks(compared: &[ComparedParagraph]) -> Vec<Block> {
    compared
        .iter()
        .enumerate()
        .map(|(index, paragraph)| {
            let wording = match paragraph {
                ComparedParagraph::Same(text) => vec![Span::Same(text.clone())],
                ComparedParagraph::Changed(spans) => show::spans(spans),
                ComparedParagraph::Inserted(text) => vec![Span::Inserted(text.clone())],
                ComparedParagraph::Deleted(text) => vec![Span::Deleted(text.clone())],
            };
            Block::Paragraph(Para {
                at: show::number(index + 1),
                label: None,
                wording,
                since: None,
            })
        })
        .collect()
}
