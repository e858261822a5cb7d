//! The table of dispositions with its answers, and who of an organisation asked for what.

use std::collections::BTreeMap;

use group::Id;
use group::parts::Verdict;
use group::state::Round;
use redline::Submission;
use redline::dispositions::{Answered, BaseTexts, Disposition, Status, rows};

use crate::desk::{CompilationSeen, ItemAnswer, TextSeen};
use crate::files::blob;
use crate::running::Failed;
use crate::voices::Voices as _;

/// Who of an organisation asked for what, as its own file names them.
#[derive(Clone, Debug, Default)]
pub struct Colleagues {
    amendments: BTreeMap<String, Vec<String>>,
    /// By paragraph and words.
    comments: BTreeMap<(usize, String), String>,
}

impl Colleagues {
    /// Who asked for an amendment; empty where the file names nobody.
    #[must_use]
    pub fn of_amendment(&self, id: &str) -> &[String] {
        self.amendments.get(id).map_or(&[], Vec::as_slice)
    }

    /// Who wrote a comment.
    #[must_use]
    pub fn of_comment(&self, paragraph: usize, words: &str) -> Option<&str> {
        let found = self.comments.get(&(paragraph, words.to_owned()));
        found.map(String::as_str)
    }
}

impl TextSeen<'_> {
    /// The table of dispositions of a round with its answers: issued ones, or the team's drafts for the team.
    /// `Ok(None)`: nothing is there, or not for this viewer.
    ///
    /// # Errors
    /// When a file can't be read.
    pub fn dispositions(&self, round: &Round) -> Result<Option<Vec<Disposition>>, Failed> {
        if round.responses.is_none() && !self.is_team() {
            return Ok(None);
        }
        let Some(compilation) = self.compilation(round)? else {
            return Ok(None);
        };
        let Some(version) = self.text.version(round.version) else {
            return Ok(None);
        };
        let office = self.desk.office;
        let base = office.document(&self.desk.group, &blob(&version.file)?)?;
        let mut table = rows(&compilation.model, &BaseTexts::of(&base));
        for row in &mut table {
            let answer = row.id.as_deref();
            let answer = answer.and_then(|id| compilation.answer(round, id));
            if let Some(answer) = answer {
                row.status = Status::Answered(answered(answer.verdict));
                row.response = response(&answer);
            }
        }
        Ok(Some(table))
    }

    /// Who of the viewer's own organisation asked for what, for itself alone: read from its own file, since
    /// the compilation names no people.
    ///
    /// # Errors
    /// When a file can't be read.
    pub fn colleagues(
        &self,
        round: &Round,
        compilation: &CompilationSeen,
    ) -> Result<Colleagues, Failed> {
        let own = self
            .desk
            .viewer
            .organisation
            .filter(|_| self.desk.is_inside());
        let file = own.and_then(|own| self.file_of(round, own));
        let (Some(file), Some(version)) = (file, self.text.version(round.version)) else {
            return Ok(Colleagues::default());
        };
        let (office, group) = (self.desk.office, &self.desk.group);
        let base = office.document(group, &blob(&version.file)?)?;
        let document = office.document(group, &blob(file)?)?;
        let submission = Submission {
            organisation: "",
            document: &document,
            sha256: "",
        };
        let earlier = office.earlier(group, self.desk.state(), round)?;
        let model = redline::compile(&base, &version.sha256, &earlier, &[submission]).model;
        let names = |names: Option<Vec<String>>| -> Vec<String> {
            let names = names.unwrap_or_default().into_iter();
            names.filter(|name| !name.trim().is_empty()).collect()
        };
        let known = |id: &str| compilation.model.amendments.iter().any(|a| a.id == id);
        let comments = model.comments.into_iter();
        Ok(Colleagues {
            amendments: model
                .amendments
                .into_iter()
                .filter(|amendment| known(&amendment.id))
                .map(|mut amendment| (amendment.id, names(amendment.authors.remove(""))))
                .collect(),
            comments: comments
                .filter(|comment| !comment.author.trim().is_empty())
                .map(|comment| ((comment.body_paragraph(), comment.text), comment.author))
                .collect(),
        })
    }

    fn file_of<'r>(&self, round: &'r Round, organisation: Id) -> Option<&'r str> {
        let held = round.return_of(organisation)?;
        held.file.as_deref()
    }
}

fn answered(verdict: Verdict) -> Answered {
    match verdict {
        Verdict::Taken => Answered::Taken,
        Verdict::InOtherWords => Answered::InOtherWords,
        Verdict::NotTaken => Answered::NotTaken,
        Verdict::Noted => Answered::Noted,
        Verdict::Bracketed => Answered::Bracketed,
        Verdict::LeftForDiscussion => Answered::LeftForDiscussion,
    }
}

/// What stands under *Response*: the wording, and the reason.
fn response(answer: &ItemAnswer) -> String {
    let wording = answer
        .wording
        .as_ref()
        .map(|wording| format!("“{wording}”"));
    let lines: Vec<String> = wording.into_iter().chain(answer.reason.clone()).collect();
    lines.join("\n")
}
