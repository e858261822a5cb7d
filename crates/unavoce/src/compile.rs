//! `unavoce compile`: marked-up files in, one attributed compilation and its model out.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use redline::{Document, Submission, model::Model, model::Tracking};
use sha2::{Digest as _, Sha256};

use crate::cli::{Compile, Layout};
use crate::docx;
use crate::edge;
use crate::exit::{Status, Told};

pub(crate) fn run(asked: &Compile) -> Result<Status, Told> {
    if asked.layout == Layout::Brackets {
        return Err(Told::Usage(
            "the bracketed layout isn't built yet: use --layout tracked, which shows every proposal \
             as a tracked change of its organisation"
                .into(),
        ));
    }
    let named = named_returns(&asked.returns)?;
    let progress = progress(named.len() as u64 + 2);
    let (base, base_sha256) = open_step(&progress, &asked.base)?;
    let mut opened: Vec<(String, Document, String)> = Vec::new();
    for (organisation, path) in named {
        let (document, sha256) = open_step(&progress, &path)?;
        opened.push((organisation, document, sha256));
    }
    progress.set_message("composing");
    let submissions: Vec<Submission<'_>> = opened
        .iter()
        .map(|(organisation, document, sha256)| Submission {
            organisation,
            document,
            sha256,
        })
        .collect();
    let compilation = redline::compile(&base, &base_sha256, &[], &submissions);
    let word = redline::write::compilation(&base, &compilation.model);
    progress.inc(1);
    let mut json = serde_json::to_vec(&compilation.model).map_err(Told::io("write JSON"))?;
    json.push(b'\n');
    edge::write_all_whole(
        &asked.out,
        &[("compilation.docx", &word), ("amendments.json", &json)],
    )?;
    progress.finish_and_clear();
    docx::print(&summary(&compilation.model))?;
    Ok(tell(&compilation.model, &compilation.look))
}

/// Tells on standard error what a person should know of a model and where one must look.
pub(crate) fn tell(model: &Model, look: &[String]) -> Status {
    for warning in warnings(model) {
        eprintln!("{warning}");
    }
    for reason in look {
        eprintln!("please look: {reason}");
    }
    if look.is_empty() {
        Status::Done
    } else {
        Status::Look
    }
}

/// `ORG=FILE`, cut at the first `=`; spaces around the name are not part of it.
fn named_returns(arguments: &[String]) -> Result<Vec<(String, PathBuf)>, Told> {
    let mut seen = BTreeSet::new();
    let mut named = Vec::new();
    for argument in arguments {
        let (organisation, path) = argument
            .split_once('=')
            .map(|(organisation, path)| (organisation.trim(), path))
            .filter(|(organisation, path)| !organisation.is_empty() && !path.is_empty())
            .ok_or_else(|| {
                Told::Usage(format!("“{argument}” is not of the form ORG=RETURN.docx"))
            })?;
        if !seen.insert(organisation) {
            return Err(Told::Usage(format!(
                "{organisation} stands twice: one return for each organisation"
            )));
        }
        named.push((organisation.to_owned(), PathBuf::from(path)));
    }
    named.sort();
    Ok(named)
}

/// Opens a file and tells its SHA-256 in lower-case hex.
fn open_step(progress: &ProgressBar, path: &std::path::Path) -> Result<(Document, String), Told> {
    progress.set_message(format!("reading {}", path.display()));
    let (document, bytes) = docx::open(path)?;
    progress.inc(1);
    let digest = Sha256::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok((document, digest))
}

/// A bar on standard error, drawn only where somebody watches.
fn progress(steps: u64) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {wide_msg}") {
        bar.set_style(style);
    }
    bar
}

/// What a secretary wants to know, in words.
fn summary(model: &Model) -> String {
    let mut told = String::new();
    let shared = model
        .amendments
        .iter()
        .filter(|a| a.supporters.len() > 1)
        .count();
    let _ = writeln!(
        told,
        "{} from {}; {shared} made by more than one; {}; {}",
        count(model.amendments.len(), "amendment", "amendments"),
        count(model.returns.len(), "return", "returns"),
        count(model.conflicts.len(), "conflict", "conflicts"),
        count(model.comments.len(), "comment", "comments"),
    );
    for one in &model.returns {
        let _ = write!(
            told,
            "  {}: {}, {}, {}",
            one.organisation,
            count(one.amendments, "amendment", "amendments"),
            count(one.comments, "comment", "comments"),
            tracking(one.tracking),
        );
        if !one.set_aside.is_empty() {
            let _ = write!(told, ", {} set aside", one.set_aside.len());
        }
        told.push('\n');
    }
    for conflict in &model.conflicts {
        let mut places = BTreeSet::new();
        let mut organisations = BTreeSet::new();
        for amendment in model
            .amendments
            .iter()
            .filter(|a| conflict.amendments.contains(&a.id))
        {
            places.insert((amendment.paragraph, amendment.label.clone()));
            organisations.extend(amendment.supporters.iter().cloned());
        }
        let places: Vec<String> = places
            .into_iter()
            .map(|(paragraph, label)| match label {
                Some(label) => format!("paragraph {paragraph} ({label})"),
                None => format!("paragraph {paragraph}"),
            })
            .collect();
        let organisations: Vec<String> = organisations.into_iter().collect();
        let _ = writeln!(
            told,
            "  conflict in {}: {}",
            places.join(", "),
            organisations.join(", ")
        );
    }
    told
}

fn warnings(model: &Model) -> Vec<String> {
    let base = model
        .base
        .warnings
        .iter()
        .map(|warning| format!("base: {warning}"));
    let returns = model.returns.iter().flat_map(|one| {
        let aside = one.set_aside.iter().map(|aside| {
            let what = if aside.before == aside.after {
                format!("format, link or field of “{}”", short(&aside.before))
            } else {
                format!("“{}” → “{}”", short(&aside.before), short(&aside.after))
            };
            format!(
                "{}: set aside ({}), {} paragraph {}: {what}",
                one.organisation, aside.reason, aside.part, aside.paragraph,
            )
        });
        one.warnings
            .iter()
            .map(|warning| format!("{}: {warning}", one.organisation))
            .chain(aside)
    });
    base.chain(returns).collect()
}

fn short(text: &str) -> String {
    let mut cut: String = text.chars().take(60).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

fn tracking(tracking: Tracking) -> &'static str {
    match tracking {
        Tracking::Tracked => "all tracked",
        Tracking::Untracked => "none tracked",
        Tracking::Mixed => "partly tracked",
        Tracking::None => "no edits",
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
