//! What is told, made into messages that wait in the outbox: in the transaction of the acts that they tell of.

use std::sync::Arc;

use group::{Act, Hat, Id, Instant, Notice, admit, notice};
use serde::{Deserialize, Serialize};

use crate::desk::{Desk, Viewer};
use crate::running::{Failed, Loaded, Office};

/// Words what is told. The office knows whom and what; the words are the interface's.
pub trait Herald: Send + Sync {
    /// The message to one organisation. `desk`: the group as that organisation sees it once the acts are done.
    fn message(&self, desk: &Desk<'_>, organisation: Id, notice: &Notice) -> Message;
}

/// A message that waits to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    pub organisation: Id,
    pub subject: String,
    /// The message file (RFC 5322).
    pub file: String,
}

/// A message in the outbox.
pub struct Waiting {
    pub id: u64,
    pub message: Message,
}

impl Office {
    /// Gives the office its herald; the first one stays.
    pub fn set_herald(&self, herald: Arc<dyn Herald>) {
        let _ = self.herald.set(herald);
    }

    /// The messages of a batch, as the store keeps them.
    pub(crate) fn messages_of(
        &self,
        group: &str,
        loaded: &Loaded,
        acts: &[Act],
    ) -> Result<Vec<String>, Failed> {
        let Some(herald) = self.herald.get() else {
            return Ok(Vec::new());
        };
        if !acts.iter().any(|act| group::is_told(&act.fact)) {
            return Ok(Vec::new());
        }
        let mut state = loaded.state.clone();
        let mut notices = Vec::new();
        for act in acts {
            state = admit(state, act)?;
            notices.extend(notice(&state, act));
        }
        let after = Arc::new(Loaded {
            state,
            size: loaded.size,
            last_time: loaded.last_time,
            notices: Arc::clone(&loaded.notices),
        });
        let desk = |organisation: Id, now: Instant| Desk {
            office: self,
            group: group.to_owned(),
            viewer: Viewer {
                seat: None,
                organisation: Some(organisation),
                hats: vec![Hat::FocalPoint],
            },
            now,
            loaded: Arc::clone(&after),
        };
        let messages = notices.iter().flat_map(|told| {
            let to = told.to.iter();
            to.map(|id| herald.message(&desk(*id, told.at), *id, told))
        });
        let written = messages.map(|message| serde_json::to_string(&message));
        written
            .collect::<Result<_, _>>()
            .map_err(|error| Failed::Store(error.to_string()))
    }
}
