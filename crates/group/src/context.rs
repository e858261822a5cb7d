//! What surrounds a command: who gives it, and when.

use crate::id::Id;
use crate::instant::Instant;
use crate::parts::{Behind, Hat};

/// Who acts, and in which capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The seat, checked against the state; `None` for the system and the founder.
    pub seat: Option<Id>,
    pub hat: Hat,
}

impl Actor {
    /// A deadline that passed.
    pub const SYSTEM: Self = Self {
        seat: None,
        hat: Hat::System,
    };
    /// Who founds the group.
    pub const FOUNDER: Self = Self {
        seat: None,
        hat: Hat::Founder,
    };
}

/// What surrounds a command: everything that is no fact of the group.
#[derive(Clone, Debug)]
pub struct Context {
    /// When the acts are recorded.
    pub now: Instant,
    /// When the last byte of the request had arrived.
    pub received: Instant,
    pub actor: Actor,
    /// The command's own id.
    pub batch: Id,
    /// Ids for the acts, at least as many as it makes.
    pub ids: Vec<Id>,
    /// Who is behind the tokens of the restricted round that the command is about, which the law can't read
    /// itself; for one that it opens a fresh random token for each organisation that is asked, in protocol
    /// order. Else empty.
    pub behind: Vec<Behind>,
}
