//! The running group: command → decide → append → tell, and the one loader that hands out what somebody
//! may see.

mod answers;
mod briefing;
mod clock;
mod compiling;
pub mod desk;
mod drafting;
mod dropped;
mod files;
mod herald;
mod models;
mod next;
mod outage;
mod returns;
mod running;
pub mod seal;
mod signin;
mod timer;
mod trial;
mod voices;

/// What the engine says about texts, as the desk hands it out.
pub mod wording {
    pub use redline::dispositions::{COLUMNS, Disposition, TITLE, word as dispositions_word};
    pub use redline::model::{Amendment, Comment, Kind, Model, Return, SetAside, Tracking};
    pub use redline::reading::{
        ComparedParagraph, Span, SpanKind, compare, context, paragraph_with,
    };
    /// The paragraphs of a Word file.
    ///
    /// # Errors
    /// When it can't be read, with the sentence that says why.
    pub fn paragraphs_of(bytes: &[u8]) -> Result<Vec<ReadParagraph>, redline::Refused> {
        Ok(redline::open(bytes)?.paragraphs())
    }

    pub use redline::{InspectedComment, Inspection, Internal, ReadParagraph};
}

pub use answers::{Answer, AnswerSaved, Answers, answer_place, only_signs};
pub use briefing::{BriefKept, BriefWords};
pub use clock::{Clock, Dice, fresh_id};
pub use drafting::{MOST_WRITTEN, as_written, drafted};
pub use dropped::{
    Dropped, DroppedThing, DroppedWhat, Entered, GuessWhy, MOST_DROPPED, Placing, Prepared,
    ToBeRead,
};
pub use files::{KeptFile, WordFile};
pub use herald::{Herald, Message, Waiting};
pub use models::Paragraphs;
pub use next::{NextText, label_after};
pub use returns::{
    CheckedReturn, Evidence, InForce, LeftOut, Lost, ReturnDraft, Sender, Sending, Sent,
    TypedParagraph, TypedSoFar,
};
pub use running::{Asking, Done, Failed, Loaded, Office};
pub use signin::Opens;
pub use trial::{Trial, Untried, read_through};
pub use voices::{Voices, number_of};
