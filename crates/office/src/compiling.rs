//! From the returns of a round to its compilation: composed while it is looked at, frozen by an act.

use std::sync::Arc;

use group::parts::{CommentItem, Item};
use group::state::{Round, State};
use group::{Command, Id};
use redline::model::Model;
use redline::{Document, Submission};

use crate::files::{blob, sha256};
use crate::running::{Asking, Done, Failed, Office};
use crate::voices::{name_of_voice, voice_named};

/// A round's returns over its version, opened.
struct Opened {
    base: Document,
    base_sha256: String,
    earlier: Vec<Document>,
    /// What the compilation calls the organisation, its file, the file's digest.
    returns: Vec<(String, Document, String)>,
}

/// So many earlier versions of a text are looked at for returns that were made on one of them.
const EARLIER: usize = 3;

impl Opened {
    fn submissions(&self) -> Vec<Submission<'_>> {
        self.returns
            .iter()
            .map(|(organisation, document, sha256)| Submission {
                organisation,
                document,
                sha256,
            })
            .collect()
    }

    fn compile(&self) -> Model {
        redline::compile(
            &self.base,
            &self.base_sha256,
            &self.earlier,
            &self.submissions(),
        )
        .model
    }
}

/// The model as it is frozen and handed out: organisations see each other, not their people. Of a restricted
/// round neither their files nor their hours.
fn handed_out(mut model: Model, round: &Round) -> Model {
    for one in &mut model.returns {
        one.authors.clear();
    }
    for amendment in &mut model.amendments {
        amendment.authors.clear();
    }
    for comment in &mut model.comments {
        comment.author.clone_from(&comment.organisation);
    }
    if round.is_restricted() {
        // Whoever was sent the same file would know it again.
        for one in &mut model.returns {
            one.sha256.clear();
        }
        for amendment in &mut model.amendments {
            amendment.dates.clear();
        }
        for comment in &mut model.comments {
            comment.date = None;
        }
    }
    model
}

impl Office {
    /// The model of a round: the frozen one while it holds every return, else composed now.
    /// `None`: no marked-up file was returned yet.
    ///
    /// # Errors
    /// When a file can't be read.
    pub(crate) fn round_model(
        &self,
        group: &str,
        state: &State,
        round: &Round,
    ) -> Result<Option<Arc<Model>>, Failed> {
        if let Some(compilation) = &round.compilation
            && (round.compilation_is_whole() || round.responses.is_some())
        {
            return self.model(group, &blob(&compilation.model)?).map(Some);
        }
        if round.returns.values().all(|one| one.file.is_none()) {
            return Ok(None);
        }
        let (id, last) = (round.id, round.last_return());
        if let Some(model) = self.models.composed.find(&(id, last)) {
            return Ok(Some(model));
        }
        let model = Arc::new(self.opened(group, state, round)?.compile());
        self.models.composed.keep((id, last), &model);
        Ok(Some(model))
    }

    /// Freezes the compilation of a round: its model and its Word file are stored and never made anew.
    ///
    /// # Errors
    /// The law's refusal, or a file that can't be read.
    pub fn freeze(&self, group: &str, asking: &Asking, round: Id) -> Result<Done, Failed> {
        let loaded = self.loaded(group).ok_or(Failed::NoGroup)?;
        let state = &loaded.state;
        let found = state
            .rounds
            .get(&round)
            .ok_or(group::Refusal::Unknown { what: "round" })?;
        let opened = self.opened(group, state, found)?;
        let model = handed_out(opened.compile(), found);
        let word = redline::write::compilation(&opened.base, &model);
        let json = serde_json::to_vec(&model).map_err(|error| Failed::Store(error.to_string()))?;
        let known = |name: &String| voice_named(state, found, name);
        let amendments = model
            .amendments
            .iter()
            .map(|amendment| Item {
                id: amendment.id.clone(),
                kind: kind_word(amendment.kind),
                conflict: amendment.conflict.clone(),
                supporters: amendment.supporters.iter().filter_map(known).collect(),
            })
            .collect();
        let comments = model
            .comments
            .iter()
            .filter_map(|comment| {
                Some(CommentItem {
                    id: comment.id.clone(),
                    organisation: known(&comment.organisation)?,
                })
            })
            .collect();
        let command = Command::Freeze {
            compilation: self.fresh_id(),
            round,
            amendments,
            comments,
            model: self.keep(group, &json)?.filed(),
            word: self.keep(group, &word)?.filed(),
        };
        self.execute(group, asking, &command, &[])
    }

    /// The versions of a text before the one that a round is about, newest first: somebody may have marked up
    /// one of them.
    pub(crate) fn earlier(
        &self,
        group: &str,
        state: &State,
        round: &Round,
    ) -> Result<Vec<Document>, Failed> {
        let Some(text) = state.texts.get(&round.text) else {
            return Ok(Vec::new());
        };
        let before = text.versions.iter().rev();
        before
            .filter(|version| version.number < round.version)
            .take(EARLIER)
            .map(|version| self.document(group, &blob(&version.file)?))
            .collect()
    }

    fn opened(&self, group: &str, state: &State, round: &Round) -> Result<Opened, Failed> {
        let version = state
            .texts
            .get(&round.text)
            .and_then(|text| text.version(round.version))
            .ok_or(group::Refusal::Unknown { what: "version" })?;
        let base = self.document(group, &blob(&version.file)?)?;
        let mut returns = Vec::new();
        for (voice, one) in &round.returns {
            let name = name_of_voice(state, round, *voice);
            let (Some(file), Some(name)) = (&one.file, name) else {
                continue;
            };
            let bytes = self.file(group, &blob(file)?)?;
            let document =
                redline::open(&bytes).map_err(|refused| Failed::File(refused.to_string()))?;
            returns.push((name, document, sha256(&bytes)));
        }
        Ok(Opened {
            base,
            base_sha256: version.sha256.clone(),
            earlier: self.earlier(group, state, round)?,
            returns,
        })
    }
}

fn kind_word(kind: redline::model::Kind) -> String {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(word)) => word,
        _ => "other".to_owned(),
    }
}
