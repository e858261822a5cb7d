//! The record as one viewer may see it: that something happened is open inside; who said what follows
//! the rules of its round or procedure.

use group::state::Standing;
use group::{Act, Fact, Id};
use store::Entry;

use crate::desk::Desk;
use crate::running::Failed;
use crate::seal::unseal;
use crate::voices::Voices as _;

/// An act that the viewer may see.
pub struct ActSeen {
    /// From 0.
    pub position: u64,
    pub act: Act,
    /// The organisation that acted, where the viewer may know it.
    pub organisation: Option<Id>,
    /// The viewer may know what it says beyond its kind.
    pub open: bool,
}

/// The receipt of an act.
pub struct ReceiptSeen {
    pub seen: ActSeen,
    /// Leaf hash in standard base64.
    pub leaf_hash: String,
    /// The `.tlog-proof` file.
    pub proof: String,
    /// The signed checkpoint that the proof leads to.
    pub checkpoint: String,
    pub size: u64,
}

impl Desk<'_> {
    /// At most `limit` acts before a position, newest first; inside only.
    ///
    /// # Errors
    /// When the store fails.
    pub fn acts_before(&self, end: u64, limit: u32) -> Result<Vec<ActSeen>, Failed> {
        if !self.is_inside() {
            return Ok(Vec::new());
        }
        let end = end.min(self.size());
        let from = end.saturating_sub(u64::from(limit));
        let key = self.office.key(&self.group)?;
        let count = u32::try_from(end - from).unwrap_or(limit);
        let entries = self.office.store.entries(&key, from, count)?;
        entries
            .iter()
            .rev()
            .map(|entry| self.see_act(entry))
            .collect()
    }

    /// The receipt of an act: inside, or for anyone where the act is public.
    ///
    /// # Errors
    /// When the store fails. `Ok(None)`: not there, or not for this viewer.
    pub fn receipt(&self, position: u64) -> Result<Option<ReceiptSeen>, Failed> {
        if position >= self.size() {
            return Ok(None);
        }
        let key = self.office.key(&self.group)?;
        let entry = self.office.store.entry(&key, position)?;
        let seen = self.see_act(&entry)?;
        if !self.is_inside() && !crate::desk::history::is_public(&seen.act.fact) {
            return Ok(None);
        }
        let receipt = self.office.store.receipt(&key, position)?;
        let size = receipt_size(&receipt.checkpoint).unwrap_or(self.size());
        Ok(Some(ReceiptSeen {
            seen,
            leaf_hash: entry.leaf_hash.to_base64(),
            checkpoint: receipt.checkpoint.clone(),
            proof: receipt.to_string(),
            size,
        }))
    }

    /// The newest signed checkpoint; public.
    ///
    /// # Errors
    /// When the store fails.
    pub fn checkpoint(&self) -> Result<String, Failed> {
        let key = self.office.key(&self.group)?;
        let latest = self.office.store.latest_checkpoint(&key)?;
        Ok(latest.map(|signed| signed.to_note()).unwrap_or_default())
    }

    /// The public key with which the record's checkpoints are signed, as a vkey; public.
    ///
    /// # Errors
    /// When the store fails.
    pub fn record_key(&self) -> Result<String, Failed> {
        let key = self.office.key(&self.group)?;
        Ok(self.office.store.verifier(&key)?.to_vkey())
    }

    fn see_act(&self, entry: &Entry) -> Result<ActSeen, Failed> {
        let mut act = unseal(entry.position, &entry.leaf, &entry.openings)?;
        let (named, open) = self.named(&act);
        if let (Fact::ReturnEntered(fact), true) = (&mut act.fact, open)
            && let Some(round) = self.state().rounds.get(&fact.round)
        {
            // For those who may know: whose answer it is, in the place of a token.
            fact.organisation = round
                .organisation(fact.organisation)
                .unwrap_or(fact.organisation);
        }
        let organisation = act.organisation.or(named.filter(|_| open));
        Ok(ActSeen {
            position: entry.position,
            act,
            organisation,
            open,
        })
    }

    /// The organisation that a body names while its leaf hides it, and whether the viewer may know.
    fn named(&self, act: &Act) -> (Option<Id>, bool) {
        match &act.fact {
            Fact::ReturnReceived(fact) => self.named_in_round(fact.round, fact.organisation, true),
            // The leaf names who entered it: here alone it is said whether the rest may be told.
            Fact::ReturnEntered(fact) => (
                None,
                self.named_in_round(fact.round, fact.organisation, true).1,
            ),
            // Who asks for more time is for those who decide on it, for good.
            Fact::MoreTimeAsked(fact) => self.named_in_round(fact.round, fact.organisation, false),
            Fact::PositionGiven(fact) => self.named_in(fact.procedure, fact.organisation),
            Fact::PositionWithdrawn(fact) => self.named_in(fact.procedure, fact.organisation),
            Fact::PositionContested(fact) => self.named_in(fact.procedure, fact.organisation),
            // The leaf names who entered or approved it.
            Fact::PositionEntered(fact) => {
                (None, self.named_in(fact.procedure, fact.organisation).1)
            }
            Fact::PositionApproved(fact) => {
                (None, self.named_in(fact.procedure, fact.organisation).1)
            }
            Fact::SilenceMoreTimeAsked(fact) => {
                let own = self.viewer.organisation == Some(fact.organisation);
                let may = own || self.is_chair() || self.is_secretariat();
                (Some(fact.organisation), may)
            }
            Fact::VoteCast(fact) => self.named_in_vote(fact.vote, fact.organisation),
            // The leaf names who entered it.
            Fact::VoteEntered(fact) => (None, self.named_in_vote(fact.vote, fact.organisation).1),
            Fact::MessageReceived(fact) => (None, self.sees_mail_of(fact.organisation)),
            Fact::MessageRead(fact) => (None, self.sees_mail_of(fact.organisation)),
            _ => (None, true),
        }
    }

    /// Who acted in a round under an id, and whether the viewer may know: the organisation itself and the team
    /// always; the others, where it is an answer, once they see the answers under their names.
    fn named_in_round(&self, round: Id, voice: Id, answer: bool) -> (Option<Id>, bool) {
        let Some(round) = self.state().rounds.get(&round) else {
            return (None, false);
        };
        let organisation = round.organisation(voice);
        let own = organisation.is_some() && organisation == self.viewer.organisation;
        let text = self.text_by_id(round.text);
        let may = text.is_some_and(|text| {
            let all = answer && !round.is_restricted() && text.sees_returns(round);
            text.is_team() || all
        });
        (organisation, own || may)
    }

    fn named_in_vote(&self, vote: Id, organisation: Id) -> (Option<Id>, bool) {
        let found = self.state().votes.get(&vote);
        let over = found.is_some_and(|vote| !vote.is_running());
        let own = self.viewer.organisation == Some(organisation);
        let may = own || self.is_staff() || (over && self.is_inside());
        (Some(organisation), may)
    }

    /// Messages to the group are for the secretariat and for those who wrote them.
    fn sees_mail_of(&self, organisation: Id) -> bool {
        self.is_secretariat() || self.viewer.organisation == Some(organisation)
    }

    fn named_in(&self, procedure: Id, organisation: Id) -> (Option<Id>, bool) {
        let procedure = self.state().procedures.get(&procedure);
        let over = procedure.is_some_and(|found| !found.is_open());
        let may = over && self.is_inside();
        let own = self.viewer.organisation == Some(organisation);
        (
            Some(organisation),
            own || may || self.is_chair() || self.is_secretariat(),
        )
    }
}

/// The size on the second line of a signed checkpoint.
fn receipt_size(checkpoint: &str) -> Option<u64> {
    checkpoint.lines().nth(1)?.parse().ok()
}

/// From the streams of acts to what they are about.
impl Desk<'_> {
    /// The text that a round is about.
    #[must_use]
    pub fn text_of_round(&self, round: Id) -> Option<Id> {
        self.state().rounds.get(&round).map(|round| round.text)
    }

    /// The text that a procedure is about.
    #[must_use]
    pub fn text_of_procedure(&self, procedure: Id) -> Option<Id> {
        self.state()
            .procedures
            .get(&procedure)
            .map(|procedure| procedure.text)
    }

    /// When a procedure ended: with an objection, before its time, or at its deadline.
    #[must_use]
    pub fn procedure_end(&self, procedure: Id) -> Option<group::Instant> {
        let found = self.state().procedures.get(&procedure)?;
        Some(match found.standing {
            Standing::Broken { at, .. }
            | Standing::Cancelled { at }
            | Standing::Annulled { at } => at,
            _ => found.deadline,
        })
    }

    /// Why a procedure restarts the one before it; inside only.
    #[must_use]
    pub fn restart_reason(&self, procedure: &group::state::Procedure) -> Option<String> {
        let before = self.state().procedures.get(&procedure.restarts?)?;
        before
            .restart_reason
            .reveal()
            .cloned()
            .filter(|_| self.is_inside())
    }

    /// The organisation for which a person holds or held a seat.
    #[must_use]
    pub fn organisation_of_person(&self, person: Id) -> Option<Id> {
        self.state()
            .seats
            .values()
            .find(|seat| seat.person == person)
            .map(|seat| seat.organisation)
    }

    /// The organisation of a seat.
    #[must_use]
    pub fn organisation_of_seat(&self, seat: Id) -> Option<Id> {
        self.state().seats.get(&seat).map(|seat| seat.organisation)
    }
}
