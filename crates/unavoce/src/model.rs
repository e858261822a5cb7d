//! `unavoce model`: the models of the law, walked through, with a verdict for each property.

use std::fmt::Write as _;

use models::{NAMES, Report};

use crate::cli::Model;
use crate::docx;
use crate::exit::{Status, Told};

pub(crate) fn run(asked: &Model) -> Result<Status, Told> {
    let named = |name: &&str| asked.name.as_ref().is_none_or(|asked| asked == name);
    let names: Vec<&str> = NAMES
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| named(name))
        .collect();
    if names.is_empty() {
        let all: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
        return Err(Told::Usage(format!(
            "there is no model “{}”; there are {}",
            asked.name.as_deref().unwrap_or_default(),
            all.join(", ")
        )));
    }
    let mut status = Status::Done;
    for name in names {
        let Some(report) = models::check(name, asked.long, None) else {
            continue;
        };
        if !report.holds() {
            status = Status::Look;
        }
        docx::print(&told(name, &report))?;
    }
    Ok(status)
}

fn told(name: &str, report: &Report) -> String {
    let about = NAMES.iter().find(|(each, _)| *each == name);
    let about = about.map_or("", |(_, about)| about);
    let mut page = format!("{name}: {about}\n");
    let _ = writeln!(
        page,
        "  {} states, up to {} steps",
        report.states,
        report.depth.saturating_sub(1)
    );
    for verdict in &report.verdicts {
        let word = match (verdict.possible, verdict.holds) {
            (false, true) => "holds",
            (false, false) => "counterexample",
            (true, true) => "possible",
            (true, false) => "not possible within these bounds",
        };
        let _ = writeln!(page, "  {word:<10}  {}", verdict.property);
        if !verdict.holds {
            for (at, step) in verdict.steps.iter().enumerate() {
                let _ = writeln!(page, "              {}. {step}", at + 1);
            }
        }
    }
    page
}
