//! The one writer path: command → decide → seal → append → fold.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use group::{
    Act, Actor, Command, Context, Id, Instant, Notice, Refusal, State, admit, decide, notice,
};
use store::{Append, AppendError, BlobId, CommandId, DraftRef, GroupId, GroupRow, Store};

use crate::clock::{Clock, Dice, fresh_id};
use crate::herald::Herald;
use crate::seal::{self, Link, SealError};
use crate::trial::Trial;

/// How often a command is decided anew because the record moved on (2-house, *State and scale*).
const TRIES: usize = 5;
/// Acts read from the store at a time while a group is loaded.
const PAGE: u32 = 1_000;

/// Why a command was not carried out. The first is the law's word; the others are ours to mend.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    #[error("{0}")]
    Refused(#[from] Refusal),
    #[error("no such group")]
    NoGroup,
    #[error("the record moved on {TRIES} times while the command was decided")]
    Busy,
    /// A file was refused; the sentence is for the person who sent it.
    #[error("{0}")]
    File(String),
    /// The disk is full or failing: nothing can be written until the server is started again.
    #[error("{0}")]
    Stopped(String),
    #[error("{0}")]
    Store(String),
}

macro_rules! from_store {
    ($($error:ty),*) => {$(
        impl From<$error> for Failed {
            fn from(error: $error) -> Self {
                Self::Store(error.to_string())
            }
        }
    )*};
}

from_store!(SealError, store::ReadError);

impl From<store::WriteError> for Failed {
    fn from(error: store::WriteError) -> Self {
        match error {
            store::WriteError::Stopped(why) => Self::Stopped(why),
            other => Self::Store(other.to_string()),
        }
    }
}

impl From<store::BlobError> for Failed {
    fn from(error: store::BlobError) -> Self {
        match error {
            store::BlobError::Write(error) => error.into(),
            store::BlobError::NoSpace => Self::Stopped(error.to_string()),
            other => Self::Store(other.to_string()),
        }
    }
}

impl From<store::DraftError> for Failed {
    fn from(error: store::DraftError) -> Self {
        match error {
            store::DraftError::Write(error) => error.into(),
            other => Self::Store(other.to_string()),
        }
    }
}

impl From<AppendError> for Failed {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Write(error) => error.into(),
            other => Self::Store(other.to_string()),
        }
    }
}

/// Who asks, when it came, and under which command.
#[derive(Clone, Debug)]
pub struct Asking {
    pub actor: Actor,
    /// The server's clock when the last byte of the request had arrived.
    pub received: Instant,
    /// The ULID that the form carried: sent twice, done once.
    pub command: Id,
}

/// What a command made: its acts stand in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// Positions of its acts, in order; never empty.
    pub positions: Vec<u64>,
    /// The command had been carried out before, and nothing was done now.
    pub again: bool,
}

impl Done {
    /// The position whose receipt is shown: that of the last act.
    pub fn receipt(&self) -> u64 {
        self.positions.last().copied().unwrap_or_default()
    }
}

/// A group as it stands after `size` acts.
pub struct Loaded {
    pub state: State,
    pub size: u64,
    /// Time of the last leaf.
    pub last_time: Option<Instant>,
    /// What was told, oldest first.
    pub notices: Arc<Vec<Arc<Notice>>>,
}

struct Running {
    row: GroupRow,
    now: RwLock<Arc<Loaded>>,
    writer: Mutex<()>,
}

/// The running groups of one server.
pub struct Office {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) dice: Arc<dyn Dice>,
    groups: RwLock<BTreeMap<String, Arc<Running>>>,
    pub(crate) models: crate::models::Models,
    pub(crate) herald: OnceLock<Arc<dyn Herald>>,
    pub(crate) trial: OnceLock<Arc<dyn Trial>>,
}

impl Office {
    /// Opens all groups of the store: folds each record through the law.
    ///
    /// # Errors
    /// When an entry can't be read, or the law refuses one: the record isn't ours or is damaged.
    pub fn open(
        store: Arc<dyn Store>,
        clock: Arc<dyn Clock>,
        dice: Arc<dyn Dice>,
    ) -> Result<Self, Failed> {
        let office = Self {
            store,
            clock,
            dice,
            groups: RwLock::default(),
            models: crate::models::Models::default(),
            herald: OnceLock::new(),
            trial: OnceLock::new(),
        };
        for row in office.store.groups()? {
            office.load(row)?;
        }
        Ok(office)
    }

    /// The office's time.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// A fresh id, for the command of a form or the things that it names.
    pub fn fresh_id(&self) -> Id {
        fresh_id(self.now(), self.dice.as_ref())
    }

    /// Short names of the groups, sorted.
    pub fn groups(&self) -> Vec<String> {
        let groups = self.groups.read().unwrap_or_else(PoisonError::into_inner);
        groups.keys().cloned().collect()
    }

    /// A group as it stands. `None`: there is none of this name.
    pub fn loaded(&self, group: &str) -> Option<Arc<Loaded>> {
        let running = self.running(group)?;
        let now = running.now.read().unwrap_or_else(PoisonError::into_inner);
        Some(Arc::clone(&now))
    }

    /// The store's key of a group.
    pub fn key(&self, group: &str) -> Result<GroupId, Failed> {
        self.running(group)
            .map(|running| running.row.id.clone())
            .ok_or(Failed::NoGroup)
    }

    /// What a command did that was carried out before: its form was sent twice. A form about what stood
    /// when its page was made asks this first, since its own act has moved that on.
    ///
    /// # Errors
    /// When the store fails.
    pub fn done_before(&self, group: &str, asking: &Asking) -> Result<Option<Done>, Failed> {
        let running = self.running(group).ok_or(Failed::NoGroup)?;
        let found = self.store.command(&running.row.id, &command_id(asking)?)?;
        Ok(found.map(|positions| Done {
            positions,
            again: true,
        }))
    }

    /// Carries out a command; `drafts` are used up by it in the same transaction.
    ///
    /// # Errors
    /// The law's refusal, or a failure of the store; in both nothing was written.
    pub fn execute(
        &self,
        group: &str,
        asking: &Asking,
        command: &Command,
        drafts: &[DraftRef],
    ) -> Result<Done, Failed> {
        let running = self.running(group).ok_or(Failed::NoGroup)?;
        let _writing = running
            .writer
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let id = command_id(asking)?;
        for _ in 0..TRIES {
            if let Some(positions) = self.store.command(&running.row.id, &id)? {
                return Ok(Done {
                    positions,
                    again: true,
                });
            }
            let loaded = self.caught_up(&running)?;
            let acts = self.decided(&loaded, asking, command)?;
            let batch = Append {
                expected_size: loaded.size,
                entries: self.sealed(&running.row.id, &acts)?,
                command: Some(id.clone()),
                outbox: self.messages_of(group, &loaded, &acts)?,
                drafts: drafts.to_vec(),
            };
            match self.store.append(&running.row.id, &batch) {
                Ok(appended) => {
                    self.caught_up(&running)?;
                    return Ok(Done {
                        positions: (appended.first..appended.size).collect(),
                        again: false,
                    });
                }
                Err(AppendError::Stale { .. }) => {}
                Err(AppendError::AlreadyDone { positions }) => {
                    return Ok(Done {
                        positions,
                        again: true,
                    });
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(Failed::Busy)
    }

    /// Founds a group: its first batch and its log in one transaction.
    ///
    /// # Errors
    /// The law's refusal, a name that is taken, or a failure of the store.
    pub fn found(
        &self,
        short_name: &str,
        origin: &str,
        asking: &Asking,
        command: &Command,
    ) -> Result<Done, Failed> {
        let empty = Loaded {
            state: State::default(),
            size: 0,
            last_time: None,
            notices: Arc::default(),
        };
        let acts = self.decided(&empty, asking, command)?;
        let id = GroupId::parse(&self.fresh_id().to_string())
            .map_err(|e| Failed::Store(e.to_string()))?;
        let row = GroupRow {
            id,
            short_name: short_name.to_owned(),
            origin: origin.to_owned(),
        };
        let batch = Append {
            expected_size: 0,
            entries: self.sealed(&row.id, &acts)?,
            command: Some(command_id(asking)?),
            ..Append::default()
        };
        let seed = crate::clock::thirty_two(self.dice.as_ref());
        self.store
            .found(&row, &seed, Some(&batch))
            .map_err(|e| Failed::Store(e.to_string()))?;
        self.load(row)?;
        Ok(Done {
            positions: (0..batch.entries.len() as u64).collect(),
            again: false,
        })
    }

    fn running(&self, group: &str) -> Option<Arc<Running>> {
        let groups = self.groups.read().unwrap_or_else(PoisonError::into_inner);
        groups.get(group).cloned()
    }

    fn load(&self, row: GroupRow) -> Result<(), Failed> {
        let empty = Loaded {
            state: State::default(),
            size: 0,
            last_time: None,
            notices: Arc::default(),
        };
        let running = Arc::new(Running {
            row: row.clone(),
            now: RwLock::new(Arc::new(empty)),
            writer: Mutex::new(()),
        });
        self.caught_up(&running)?;
        let mut groups = self.groups.write().unwrap_or_else(PoisonError::into_inner);
        groups.insert(row.short_name, running);
        Ok(())
    }

    /// Folds what the record has beyond the loaded state, and returns the state at its end.
    fn caught_up(&self, running: &Running) -> Result<Arc<Loaded>, Failed> {
        let mut loaded = {
            let now = running.now.read().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(&now)
        };
        loop {
            let entries = self.store.entries(&running.row.id, loaded.size, PAGE)?;
            if entries.is_empty() {
                break;
            }
            let (mut state, mut last_time) = (loaded.state.clone(), loaded.last_time);
            let mut size = loaded.size;
            let mut notices = Arc::clone(&loaded.notices);
            for entry in entries {
                let act = seal::unseal(entry.position, &entry.leaf, &entry.openings)?;
                state = admit(state, &act)?;
                if let Some(told) = notice(&state, &act) {
                    Arc::make_mut(&mut notices).push(Arc::new(told));
                }
                last_time = Some(act.time);
                size = entry.position + 1;
            }
            loaded = Arc::new(Loaded {
                state,
                size,
                last_time,
                notices,
            });
        }
        let mut now = running.now.write().unwrap_or_else(PoisonError::into_inner);
        if now.size < loaded.size {
            *now = Arc::clone(&loaded);
        }
        Ok(loaded)
    }

    fn decided(
        &self,
        loaded: &Loaded,
        asking: &Asking,
        command: &Command,
    ) -> Result<Vec<Act>, Failed> {
        // Leaf time never steps back, whatever the clock does.
        let now = loaded
            .last_time
            .map_or_else(|| self.now(), |last| last.max(self.now()));
        let context = Context {
            now,
            received: asking.received.min(now),
            actor: asking.actor,
            batch: asking.command,
            ids: (0..command.most_acts()).map(|_| self.fresh_id()).collect(),
            behind: self.behind(&loaded.state, command, now),
        };
        Ok(decide(&loaded.state, command, &context)?)
    }

    fn sealed(&self, group: &GroupId, acts: &[Act]) -> Result<Vec<store::NewEntry>, Failed> {
        let file = |id: &BlobId| self.store.blob(group, id).ok();
        let mut ends: BTreeMap<String, Link> = BTreeMap::new();
        let mut entries = Vec::new();
        for act in acts {
            let stream = act.stream.to_string();
            let link = match ends.get(&stream) {
                Some(link) => *link,
                None => match self.stream_end(group, &stream)? {
                    Some(head) => Link {
                        seq: head.seq + 1,
                        prev: head.leaf_hash,
                    },
                    None => Link {
                        seq: 0,
                        prev: record::Hash::ZERO,
                    },
                },
            };
            let (entry, hash) = seal::seal(act, link, self.dice.as_ref(), &file)?;
            ends.insert(
                stream,
                Link {
                    seq: link.seq + 1,
                    prev: hash,
                },
            );
            entries.push(entry);
        }
        Ok(entries)
    }

    /// The end of a stream; of a group that is only being founded there is none.
    fn stream_end(
        &self,
        group: &GroupId,
        stream: &str,
    ) -> Result<Option<store::StreamHead>, Failed> {
        match self.store.stream_head(group, stream) {
            Ok(head) => Ok(head),
            Err(store::ReadError::NoGroup) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

fn command_id(asking: &Asking) -> Result<CommandId, Failed> {
    CommandId::parse(&asking.command.to_string()).map_err(|e| Failed::Store(e.to_string()))
}
