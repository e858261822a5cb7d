//! A table of comments that an organisation fills in and sends itself.

use group::state::Round;
use intake::{Kind, Limits};

use super::reading::Reading;
use crate::returns::Sender;
use crate::running::{Failed, Office};
use crate::trial::Untried;

impl Office {
    /// Keeps a file that answers a round: a marked-up file, in place of the one that waits or added to it, or a
    /// table of comments (.xlsx, or a table in a Word file), which is typed paragraph by paragraph.
    ///
    /// # Errors
    /// [`Failed::File`] with a sentence, or a failure of the store. What waited before then stays.
    pub fn keep_answer(
        &self,
        group: &str,
        sender: Sender,
        round: &Round,
        (name, bytes): (&str, &[u8]),
        add: bool,
    ) -> Result<(), Failed> {
        let base = self.bytes_of_base(group, round)?;
        let file = Untried {
            name,
            bytes,
            base: Some(&base),
        };
        self.try_out(&file).map_err(Failed::File)?;
        let sheet = || {
            let limits = Limits {
                things: 1,
                depth: 0,
                ..Limits::default()
            };
            let found = intake::unpack(name, bytes, &limits);
            matches!(found.as_slice(), [one] if one.kind == Kind::Sheet)
        };
        let document = redline::open(bytes);
        if document.is_err() && sheet() {
            let reading = Reading::of(self, group, round)?;
            let said = reading.sheet(bytes).map_err(Failed::File)?;
            if said.is_empty() {
                let why = "Nothing is written in this table: fill in a proposed text or a comment, and send it again.";
                return Err(Failed::File(why.to_owned()));
            }
            return self.type_all(group, sender, &said);
        }
        if let Ok(document) = &document
            && let Some(said) = Reading::of(self, group, round)?.table(document)
        {
            return self.type_all(group, sender, &said);
        }
        if add {
            self.join_return(group, sender, round, name, bytes)
        } else {
            self.keep_return(group, sender, name, bytes)
        }
    }
}
