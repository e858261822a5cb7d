//! `unavoce compile`: marked-up files in, one attributed compilation, its model and its table of
//! dispositions out.

mod outputs;
mod summary;

use std::collections::BTreeSet;
use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use redline::compose::Source;
use redline::{Document, model::Model};
use sha2::{Digest as _, Sha256};

use crate::cli::Compile;
use crate::docx;
use crate::edge::Folder;
use crate::exit::{Status, Told};

pub(crate) fn run(asked: &Compile) -> Result<Status, Told> {
    let named = named_returns(&asked.returns)?;
    let steps = named.len() + asked.earlier.len() + 2 + outputs::FILES.len();
    let progress = progress(steps as u64);
    let (base, base_sha256) = open_step(&progress, &asked.base, None)?;
    let mut earlier = Vec::with_capacity(asked.earlier.len());
    for path in &asked.earlier {
        earlier.push(open_step(&progress, path, Some(&base))?.0);
    }
    let returns = read_returns(&progress, &base, &named)?;
    progress.set_message("composing");
    let compilation = redline::compile_sources(&base, &base_sha256, &earlier, &returns);
    progress.inc(1);
    let model = &compilation.model;
    progress.set_message("writing");
    let folder = Folder::made(&asked.out)?;
    let made = outputs::made(&base, model, asked.layout, &folder, &progress)?;
    folder.put(made.files)?;
    progress.finish_and_clear();
    let status = tell(model, &compilation.look);
    if made.cut > 0 {
        eprintln!(
            "{}: {} longer than a spreadsheet can hold and cut there; {} has all of it",
            outputs::SPREADSHEET,
            count(made.cut, "text is", "texts are"),
            outputs::TABLE,
        );
    }
    let folder = asked.out.display().to_string();
    docx::print(&summary::summary(
        model,
        &made.rows,
        &folder,
        &outputs::FILES,
    ))?;
    // The program ends here: giving all that memory back piece by piece would only take time.
    std::mem::forget((base, returns, compilation, made.rows));
    Ok(status)
}

/// Tells on standard error what a person should know of a model and where one must look.
pub(crate) fn tell(model: &Model, look: &[String]) -> Status {
    for warning in warnings(model) {
        eprintln!("{}", summary::plain(&warning));
    }
    for reason in look {
        eprintln!("please look: {}", summary::plain(reason));
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

/// Reads all returns on two threads: reading is most of the work of a compilation. No file is kept when it
/// was read. The first in the order given that is refused is told.
fn read_returns(
    progress: &ProgressBar,
    base: &Document,
    named: &[(String, PathBuf)],
) -> Result<Vec<Source>, Told> {
    let read = redline::in_parallel(named, |(organisation, path)| {
        let (document, sha256) = open_step(progress, path, Some(base))?;
        Ok(redline::source(organisation, &document, &sha256))
    });
    read.into_iter().collect()
}

/// Opens a file and tells its SHA-256 in lower-case hex.
fn open_step(
    progress: &ProgressBar,
    path: &std::path::Path,
    other: Option<&Document>,
) -> Result<(Document, String), Told> {
    progress.set_message(format!("reading {}", path.display()));
    let (document, bytes) = docx::open_beside(path, other)?;
    progress.inc(1);
    Ok((document, hex::encode(Sha256::digest(&bytes))))
}

/// A bar on standard error, drawn only where somebody watches.
fn progress(steps: u64) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {wide_msg}") {
        bar.set_style(style);
    }
    bar
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

/// A text as far as it is needed to know it again.
fn short(text: &str) -> String {
    summary::cut(text, 61)
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
