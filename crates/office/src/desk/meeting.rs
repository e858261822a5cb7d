//! Meetings of the group's own as one viewer may see them: all of it inside, the issued note outside.

use group::Id;
use group::parts::ItemWords;
use group::state::{Approved, Correction, Decision, Meeting, MeetingTold, Minutes, Tabled};

use crate::desk::{DeliveredFile, Desk};
use crate::files::blob;
use crate::running::Failed;

impl Desk<'_> {
    /// Meetings that the viewer may know of: inside all, outside those with an issued note. Newest first.
    #[must_use]
    pub fn meetings(&self) -> Vec<(Id, &Meeting)> {
        let mut found: Vec<_> = self
            .state()
            .meetings
            .iter()
            .filter(|(_, meeting)| self.sees_meeting(meeting))
            .map(|(id, meeting)| (*id, meeting))
            .collect();
        found.sort_by_key(|(id, meeting)| std::cmp::Reverse((meeting.begins, *id)));
        found
    }

    /// The meeting of this short name, by the same rule.
    #[must_use]
    pub fn meeting(&self, slug: &str) -> Option<(Id, &Meeting)> {
        let (id, meeting) = self.state().meeting_named(slug)?;
        self.sees_meeting(meeting).then_some((id, meeting))
    }

    /// A meeting by its id, by the same rule.
    #[must_use]
    pub fn meeting_by_id(&self, id: Id) -> Option<&Meeting> {
        let found = self.state().meetings.get(&id)?;
        self.sees_meeting(found).then_some(found)
    }

    fn sees_meeting(&self, meeting: &Meeting) -> bool {
        self.is_inside() || meeting.note.is_some()
    }

    /// Short name and title of a meeting, told or lived.
    #[must_use]
    pub fn meeting_name(&self, id: Id) -> Option<(String, String)> {
        let told = self.meeting_told_by_id(id);
        let told = told.map(|m: &MeetingTold| (m.slug.clone(), m.title.clone()));
        told.or_else(|| {
            let meeting = self.meeting_by_id(id)?;
            Some((meeting.slug.clone(), meeting.title.clone()))
        })
    }

    /// The next meetings that are called or in session, soonest first; inside only.
    #[must_use]
    pub fn meetings_coming(&self) -> Vec<(Id, &Meeting)> {
        let mut coming = self.meetings();
        coming.retain(|(_, m)| self.is_inside() && !m.is_closed() && !m.is_cancelled());
        coming.reverse();
        coming
    }

    /// Members with the right to object that are represented in a meeting now.
    #[must_use]
    pub fn deciding(&self, meeting: &Meeting) -> Vec<Id> {
        self.state().deciding(meeting, self.day())
    }

    /// How many of them a decision needs; 0 where the group set no quorum.
    #[must_use]
    pub fn quorum(&self) -> usize {
        self.state().quorum(self.day())
    }

    /// The minutes as circulated last; inside only.
    #[must_use]
    pub fn minutes<'m>(&self, meeting: &'m Meeting) -> Option<&'m Minutes> {
        meeting.minutes.as_ref().filter(|_| self.is_inside())
    }

    /// What minutes say under an item, or (`None`) before them all.
    #[must_use]
    pub fn minuted<'m>(&self, minutes: &'m Minutes, item: Option<Id>) -> &'m str {
        let words = minutes.words.reveal().filter(|_| self.is_inside());
        words
            .and_then(|words| words.iter().find(|each: &&ItemWords| each.item == item))
            .map_or("", |each| each.words.as_str())
    }

    /// Corrections that were asked for: the secretariat sees all of them, an organisation its own.
    #[must_use]
    pub fn corrections<'m>(&self, minutes: &'m Minutes) -> Vec<&'m Correction> {
        let own = self.viewer.organisation;
        minutes
            .corrections
            .iter()
            .filter(|one| self.is_secretariat() || Some(one.organisation) == own)
            .collect()
    }

    /// Quotations approved for a note: chair and secretariat see all of them, an organisation its own.
    #[must_use]
    pub fn quotations<'m>(&self, meeting: &'m Meeting) -> Vec<&'m Approved> {
        let own = self.viewer.organisation;
        meeting
            .quotations
            .iter()
            .filter(|one| self.is_staff() || Some(one.organisation) == own)
            .collect()
    }

    /// Quotations that the note carries: once it is issued those that it was issued with, before that what
    /// the viewer sees of those approved.
    #[must_use]
    pub fn quoted<'m>(&self, meeting: &'m Meeting) -> Vec<&'m Approved> {
        let Some(note) = &meeting.note else {
            return self.quotations(meeting);
        };
        let carried = note.quotations.iter();
        carried
            .filter_map(|id| meeting.quotations.iter().find(|one| one.id == *id))
            .collect()
    }

    /// The organisations that the note of a meeting lists as having taken part, in protocol order. `None`:
    /// it lists none.
    #[must_use]
    pub fn present_in_note(&self, meeting: &Meeting) -> Option<Vec<Id>> {
        meeting.note.as_ref().filter(|note| note.attendance)?;
        let mut present: Vec<Id> = meeting.present().collect();
        present.sort_by_key(|id| self.organisation(*id).map_or(usize::MAX, |o| o.order));
        Some(present)
    }

    /// The decisions of a meeting, released or not: their number and kinds stand in its note.
    #[must_use]
    pub fn decisions_of(&self, meeting: Id) -> Vec<&Decision> {
        let all = self.state().decisions.iter();
        all.filter(|decision| decision.meeting() == Some(meeting))
            .collect()
    }

    /// The symbol that the next paper of this year gets.
    #[must_use]
    pub fn next_symbol(&self) -> String {
        self.state().next_symbol(self.day().0.year())
    }

    /// The paper of a meeting whose symbol is this, with `-` for each `/`; inside only.
    ///
    /// # Errors
    /// When the store fails. `Ok(None)`: not there, or not for this viewer.
    pub fn paper_file(
        &self,
        meeting: &Meeting,
        name: &str,
    ) -> Result<Option<DeliveredFile>, Failed> {
        let is_it = |paper: &&Tabled| paper_name(paper) == name;
        let found = meeting.papers.iter().find(is_it);
        let Some(paper) = found.filter(|_| self.is_inside()) else {
            return Ok(None);
        };
        let bytes = self.office.file(&self.group, &blob(&paper.file)?)?;
        Ok(Some(DeliveredFile {
            name: name.to_owned(),
            bytes,
        }))
    }
}

/// A paper's file as its address and its name: "PGWS-2026-WP.3-Rev.1.docx".
#[must_use]
pub fn paper_name(paper: &Tabled) -> String {
    format!("{}.{}", paper.symbol.replace('/', "-"), paper.format)
}
