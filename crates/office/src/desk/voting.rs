//! Votes as those see them who may.

use group::parts::{Choice, Elector, Majority, SettingValue};
use group::settings;
use group::state::{Cast, Outage, Question, Vote};
use group::{Id, parts};

use super::{Desk, TextSeen};
use crate::desk::DeliveredFile;
use crate::running::Failed;

impl Desk<'_> {
    /// Whether the group decides by vote at all.
    #[must_use]
    pub fn votes_allowed(&self) -> bool {
        self.state().votes_allowed()
    }

    /// What a vote that is opened now needs: majority, the organisations that vote, how many must take part.
    #[must_use]
    pub fn vote_rules(&self) -> (Majority, Vec<Elector>, u32) {
        let voters = self.state().voters(self.day());
        let quorum = self.state().vote_quorum(voters.len());
        (self.state().majority(), voters, quorum)
    }

    /// Working days that the form proposes for a vote in writing, and how many it lasts at least.
    #[must_use]
    pub fn days_of_vote(&self) -> (usize, usize) {
        let days = |name| match self.state().setting(name) {
            Some(SettingValue::Number(days)) => usize::try_from(days).unwrap_or(0),
            _ => 0,
        };
        (days(settings::VOTE_DAYS), days(settings::VOTE_MINIMUM_DAYS))
    }

    /// A vote; inside only.
    #[must_use]
    pub fn vote(&self, id: Id) -> Option<&Vote> {
        self.state().votes.get(&id).filter(|_| self.is_inside())
    }

    /// The text that a vote is about.
    #[must_use]
    pub fn text_of_vote(&self, id: Id) -> Option<Id> {
        match self.state().votes.get(&id)?.question {
            Question::Version { text, .. } => Some(text),
            Question::Put { .. } => None,
        }
    }

    /// The meeting in which a vote is taken.
    #[must_use]
    pub fn meeting_of_vote(&self, id: Id) -> Option<Id> {
        match self.state().votes.get(&id)?.question {
            Question::Version { .. } => None,
            Question::Put { meeting, .. } => Some(meeting),
        }
    }

    /// Unread messages that may hold a vote; for those who see to it.
    #[must_use]
    pub fn unread_for_vote(&self, vote: &Vote) -> usize {
        self.state().unread_for_vote(vote)
    }

    /// The outage across the deadline of a vote.
    #[must_use]
    pub fn outage_across_vote(&self, vote: &Vote) -> Option<Outage> {
        self.state().outage_across_vote(vote)
    }

    /// Who said what, in protocol order, with its number of votes (5-procedures, rule 10): while it runs for
    /// chair and secretariat, once it is over for all inside.
    #[must_use]
    pub fn ballots(&self, vote: &Vote) -> Vec<(Elector, Option<Choice>)> {
        if !self.is_inside() || (vote.is_running() && !self.is_staff()) {
            return Vec::new();
        }
        let said = |elector: &Elector| vote.cast.get(&elector.organisation).map(|c| c.choice);
        let electorate = vote.electorate.iter();
        electorate
            .map(|elector| (*elector, said(elector)))
            .collect()
    }

    /// What the viewer's own organisation said.
    #[must_use]
    pub fn own_vote<'v>(&self, vote: &'v Vote) -> Option<&'v Cast> {
        vote.cast.get(&self.viewer.organisation?)
    }

    /// Whether this seat gives the vote of its organisation, which has one.
    #[must_use]
    pub fn may_vote(&self, vote: &Vote) -> bool {
        let own = self.viewer.organisation;
        self.viewer.speaks() && own.is_some_and(|own| vote.votes_of(own).is_some())
    }

    /// Whether the viewer may read the message behind a vote that was entered.
    #[must_use]
    pub fn sees_vote_evidence(&self, organisation: Id) -> bool {
        self.is_inside() && (self.is_staff() || self.viewer.organisation == Some(organisation))
    }

    /// The message behind a vote that was entered. `Ok(None)`: there is none, or not for this viewer.
    ///
    /// # Errors
    /// When the store fails.
    pub fn vote_evidence(
        &self,
        vote: &Vote,
        organisation: Id,
    ) -> Result<Option<DeliveredFile>, Failed> {
        if !self.sees_vote_evidence(organisation) {
            return Ok(None);
        }
        let cast = vote.cast.get(&organisation);
        let entered = cast.and_then(|cast| cast.entered.as_ref());
        self.delivered(entered.and_then(|entered| entered.file.as_ref()))
    }

    /// Votes in writing that run, with the short names of their texts.
    #[must_use]
    pub fn open_votes(&self) -> Vec<(&str, &Vote)> {
        let state = self.state();
        let running = state.votes.values().filter(|vote| vote.is_running());
        let named = |vote: &Vote| match vote.question {
            Question::Version { text, .. } => state.texts.get(&text),
            Question::Put { .. } => None,
        };
        running
            .filter_map(|vote| Some((named(vote)?.slug.as_str(), vote)))
            .collect()
    }

    /// Members with the right to vote, with their number of votes.
    #[must_use]
    pub fn weights(&self) -> Vec<parts::Elector> {
        self.state().voters(self.day())
    }
}

impl<'d> TextSeen<'d> {
    /// The decision that adopted it; inside only.
    #[must_use]
    pub fn decision(&self) -> Option<&'d group::state::Decision> {
        let at = self.text.decision.filter(|_| self.desk.is_inside())?;
        self.desk.state().decisions.get(at)
    }

    /// The last vote in writing; inside only.
    #[must_use]
    pub fn vote(&self) -> Option<&'d Vote> {
        let state = self.desk.state();
        state
            .votes_on(self.text)
            .next_back()
            .filter(|_| self.desk.is_inside())
    }
}
