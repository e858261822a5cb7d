//! Plays what became of the three texts: one adopted and published, one in its round, one under silence.

use std::collections::BTreeSet;

use group::parts::{
    Attachment, AttachmentKind, AttachmentText, PositionKind, ReturnForm, ReturnMode, SeatKind,
    TextKind, Visibility,
};
use group::{Aim, Command, Id, Instant, Noun};
use office::{Failed, Sender, Sending};

use super::year::Year;
use super::{DAY_MS, MINUTE_MS, Seeding};
use crate::demo::fiction::{
    Drafted, FEES, GROUP, INSPECTION, Marked, ORGANISATIONS, REST, RETURNS, TEMPLATE,
};
use crate::demo::word;

impl Seeding {
    fn open_text(
        &self,
        text: &Drafted,
        form: TextKind,
        penholder: &str,
        label: &str,
    ) -> Result<Id, Failed> {
        let file = self.office.keep_word(GROUP, &word::drafted(text))?;
        let id = self.office.fresh_id();
        let open = Command::OpenText {
            text: id,
            slug: text.slug.to_owned(),
            title: text.title.to_owned(),
            form: form.word().to_owned(),
            symbol: Some(self.symbol(text.symbol)),
            language: Some("en".to_owned()),
            supplements: None,
            aim: Aim {
                process: text.process.map(str::to_owned),
                ..Aim::default()
            },
            penholder: self.organisations[penholder],
            label: label.to_owned(),
            sha256: file.kept.sha256.clone(),
            file: file.kept.filed(),
        };
        self.act(self.secretariat(), &open)?;
        Ok(id)
    }

    /// Keeps a template for joint statements.
    fn keep_template(&self) -> Result<(), Failed> {
        let file = self.office.keep_word(GROUP, &word::drafted(&TEMPLATE))?;
        let keep = Command::KeepTemplate {
            template: self.office.fresh_id(),
            name: TEMPLATE.title.to_owned(),
            form: Some(TextKind::Statement.word().to_owned()),
            sha256: file.kept.sha256.clone(),
            file: file.kept.filed(),
        };
        self.act(self.secretariat(), &keep)?;
        Ok(())
    }

    fn open_silence(&self, text: Id, deadline: Instant) -> Result<Id, Failed> {
        let procedure = self.office.fresh_id();
        self.act(
            self.chair(SeatKind::Head),
            &Command::OpenSilence {
                procedure,
                text,
                deadline,
                note: None,
            },
        )?;
        Ok(procedure)
    }

    fn say(
        &self,
        short: &'static str,
        procedure: Id,
        position: PositionKind,
        attachment: Option<(AttachmentKind, bool, &str)>,
    ) -> Result<(), Failed> {
        let attachments = attachment
            .map(|(kind, publish, text)| {
                vec![(
                    Attachment { kind, publish },
                    AttachmentText(text.to_owned()),
                )]
            })
            .unwrap_or_default();
        let give = Command::GivePosition {
            procedure,
            position,
            confirmed_by: None,
            reason: None,
            wording: None,
            attachments,
        };
        self.act(self.focal_point(short), &give)?;
        Ok(())
    }

    /// Cleared, adopted, published a month ago; what else happened in these weeks stands between.
    pub(super) fn published_text(&mut self, year: &mut Year) -> Result<(), Failed> {
        self.after_all_before(year, 60)?;
        let text = self.open_text(&REST, TextKind::Statement, "HWF", "final draft")?;
        self.tag(Noun::Text, text, &["rest-and-welfare"])?;
        let deadline = self.office.now().plus_millis(10 * DAY_MS);
        let procedure = self.open_silence(text, deadline)?;
        self.after_all_before(year, 55)?;
        self.say("FDW", procedure, PositionKind::Agrees, None)?;
        let statement = "The Northern Ports Council understands paragraph 4 as a matter of information \
                         between authorities; it does not create new duties of inspection.";
        let attached = Some((AttachmentKind::Statement, true, statement));
        self.say("NPC", procedure, PositionKind::Agrees, attached)?;
        let over = deadline.plus_millis(MINUTE_MS);
        year.until(self, over)?;
        self.set(over);
        self.office.close_what_is_due()?;
        let decision = self.office.fresh_id();
        let confirm = Command::ConfirmSilence {
            procedure,
            decision,
        };
        self.act(self.chair(SeatKind::Head), &confirm)?;
        self.tag(Noun::Decision, decision, &["rest-and-welfare"])?;
        self.after_all_before(year, 40)?;
        for short in ["ISV", "BCA", "FDW", "HWF", "IOL", "OSR", "NPC", "MTN"] {
            let one = ORGANISATIONS.iter().find(|one| one.short == short);
            let name = one.map_or(short, |one| one.name).to_owned();
            self.act(self.focal_point(short), &Command::Endorse { text, name })?;
        }
        let desk = self.office.desk(GROUP, self.secretariat().seat);
        let attached = desk.and_then(|desk| Some(desk.text_by_id(text)?.for_publication()));
        let attached = attached.unwrap_or_default();
        self.after_all_before(year, 30)?;
        self.act(self.secretariat(), &Command::Publish { text, attached })?;
        Ok(())
    }

    /// Plays the year until so many days before the start, and stands there.
    fn after_all_before(&mut self, year: &mut Year, days: i64) -> Result<(), Failed> {
        let then = self.start.plus_millis(-days * DAY_MS);
        year.until(self, then)?;
        self.set(then);
        Ok(())
    }

    /// One text under silence for three days from the first start, one in its round with five returned
    /// files. Their steps stand in the order of time, as the record's do.
    pub(super) fn texts_under_way(&mut self, year: &mut Year) -> Result<(), Failed> {
        self.after_all_before(year, 9)?;
        self.keep_template()?;
        let fees = self.open_text(&FEES, TextKind::Statement, "FDW", "zero draft")?;
        self.tag(Noun::Text, fees, &["recruitment-fees"])?;
        self.before(8 * DAY_MS);
        let inspection =
            self.open_text(&INSPECTION, TextKind::TermsOfReference, "BCA", "draft 3")?;
        self.tag(Noun::Text, inspection, &["inspection"])?;
        self.before(7 * DAY_MS);
        let round = self.open_round(fees)?;
        self.before(4 * DAY_MS + 60 * MINUTE_MS);
        let procedure = self.open_silence(inspection, self.start.plus_millis(3 * DAY_MS))?;
        let mut order: Vec<_> = RETURNS.iter().collect();
        order.sort_by_key(|marked| std::cmp::Reverse(marked.days_ago));
        for (index, marked) in order.into_iter().enumerate() {
            let ago = marked.days_ago * DAY_MS - i64::try_from(index).unwrap_or(0) * 40 * MINUTE_MS;
            self.before(ago);
            self.send(round, marked)?;
        }
        self.before(DAY_MS);
        let statement = "The Office for Seafarers’ Rights understands that the checklist of paragraph 5 \
                         covers the right to leave the vessel.";
        let attached = Some((AttachmentKind::Statement, false, statement));
        self.say("OSR", procedure, PositionKind::Agrees, attached)?;
        self.before(DAY_MS / 2);
        self.office.answer_round(
            GROUP,
            &self.asking(self.focal_point("MTN")),
            Sender::itself(self.organisations["MTN"], round),
            ReturnForm::NoComments,
        )?;
        Ok(())
    }

    fn open_round(&self, text: Id) -> Result<Id, Failed> {
        let round = self.office.fresh_id();
        let open = Command::OpenRound {
            round,
            text,
            deadline: self.start.plus_millis(2 * DAY_MS),
            instructions: Some(
                "Please mark up the Word file with tracked changes. Paragraphs 4 and 7 are the ones on \
                 which we most need your view."
                    .to_owned(),
            ),
            late: false,
            visibility: Visibility::default(),
        };
        self.act(self.secretariat(), &open)?;
        Ok(round)
    }

    fn send(&self, round: Id, marked: &Marked) -> Result<(), Failed> {
        let date = self.office.now().plus_millis(-90 * MINUTE_MS);
        // Word writes whole minutes.
        let date = Instant::from_millis(date.as_millis() / MINUTE_MS * MINUTE_MS).to_string();
        let file = word::returned(&FEES, marked, &date);
        let sender = Sender::itself(self.organisations[marked.organisation], round);
        let name = format!("{} on recruitment fees.docx", marked.organisation);
        self.office.keep_return(GROUP, sender, &name, &file)?;
        let loaded = self.office.loaded(GROUP).ok_or(Failed::NoGroup)?;
        let found = loaded.state.rounds.get(&round).ok_or(Failed::NoGroup)?;
        let checked = self.office.check_return(GROUP, sender, found)?;
        let held_back: BTreeSet<String> = checked
            .iter()
            .flat_map(|checked| &checked.inspection.comments)
            .filter(|comment| comment.internal.is_some())
            .map(|comment| comment.id.clone())
            .collect();
        let looked_at = checked.map(|checked| checked.sha256).unwrap_or_default();
        let asking = self.asking(self.focal_point(marked.organisation));
        let sending = Sending {
            looked_at: &looked_at,
            held_back: &held_back,
            for_penholder: &BTreeSet::new(),
            mode: ReturnMode::Replaces,
        };
        self.office
            .send_return(GROUP, &asking, sender, found, &sending)?;
        Ok(())
    }
}
