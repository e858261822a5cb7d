//! The record and a receipt.

use super::pieces::{bca, fdw, hwf, long_words, sunday};
use crate::comments::Pager;
use crate::deed::Deed;
use crate::record::{Receipt, Record, RecordRow};

const CHECKPOINT: &str = "unavoce.example/practice\n1204\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— unavoce.example/practice Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";

const KEY: &str = "unavoce.example/practice+033dea96+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";

/// Each kind of act that this release records.
pub(crate) const KINDS: [&str; 109] = [
    "group.founded",
    "rule.set",
    "category.defined",
    "organisation.recorded",
    "organisation.renamed",
    "organisation.also_known",
    "purpose.set",
    "source.recorded",
    "mandate.recorded",
    "theme.recorded",
    "membership.recorded",
    "office.recorded",
    "meeting.recorded",
    "account.recorded",
    "quotation.recorded",
    "paper.recorded",
    "decisions.recorded",
    "membership.started",
    "membership.ended",
    "office.assigned",
    "office.ended",
    "person.recorded",
    "seat.opened",
    "seat.ended",
    "text.opened",
    "version.tabled",
    "round.opened",
    "round.extended",
    "more_time.asked",
    "return.entered",
    "round.closed",
    "return.received",
    "compilation.frozen",
    "responses.issued",
    "silence.opened",
    "silence.restarted",
    "calendar.set",
    "outage.noticed",
    "message.received",
    "message.read",
    "silence.extended",
    "silence.more_time_asked",
    "silence.more_time_declined",
    "silence.suspended",
    "silence.resumed",
    "silence.cancelled",
    "silence.stopped",
    "chair.agreed",
    "position.entered",
    "position.approved",
    "position.contested",
    "decision.annulled",
    "correction.proposed",
    "correction.contested",
    "correction.issued",
    "language_version.added",
    "language_version.cleared",
    "reminder.given",
    "weights.set",
    "vote.opened",
    "vote.cast",
    "vote.entered",
    "vote.closed",
    "vote.cancelled",
    "silence.broken",
    "silence.closed",
    "silence.confirmed",
    "position.given",
    "position.withdrawn",
    "decision.adopted",
    "endorsement.given",
    "endorsement.withdrawn",
    "publication.approved",
    "text.published",
    "text.targeted",
    "kinds.set",
    "template.kept",
    "template.dropped",
    "organisation.classified",
    "profile.stated",
    "decision.attached",
    "decision.released",
    "theme.opened",
    "theme.closed",
    "themes.linked",
    "themes.tagged",
    "meeting.called",
    "meeting.moved",
    "meeting.cancelled",
    "agenda.proposed",
    "agenda.adopted",
    "paper.tabled",
    "meeting.opened",
    "attendance.marked",
    "item.closed",
    "decision.put",
    "decision.objected",
    "meeting.closed",
    "minutes.circulated",
    "minutes.correction_asked",
    "minutes.approved",
    "quotation.approved",
    "note.issued",
    "action.opened",
    "action.reported",
    "action.done",
    "action.dropped",
    "action.moved",
    "action.reassigned",
];

fn deed(kind: &str, form: &str) -> Deed {
    Deed {
        kind: kind.into(),
        organisation: Some(fdw()),
        text: "Joint statement on recruitment fees".into(),
        about: "draft 2".into(),
        form: form.into(),
        proposals: 14,
        comments: 1,
        when: sunday(),
        href: None,
    }
}

impl Record {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let forms = ["no_comments", "not_in_our_mandate", "marked_up"];
        let positions = [
            "objects",
            "objects_with_text",
            "agrees",
            "agrees_ad_referendum",
            "dissociates",
            "does_not_take_part",
            "none",
        ];
        let mut deeds: Vec<_> = KINDS.iter().map(|kind| deed(kind, "")).collect();
        deeds.extend(forms.iter().map(|form| deed("return.received", form)));
        deeds.extend(positions.iter().map(|form| deed("position.given", form)));
        deeds.push(deed("position.entered", "doubtful"));
        let choices = ["in_favour", "against", "abstains", "does_not_take_part"];
        deeds.extend(choices.iter().map(|form| deed("vote.cast", form)));
        deeds.extend(choices.iter().map(|form| deed("vote.entered", form)));
        deeds.push(deed("vote.hidden", ""));
        deeds.push(deed("vote.entered-hidden", ""));
        let steps = ["adoption", "cancellation", "publication", "annulment"];
        deeds.extend(steps.iter().map(|form| deed("chair.agreed", form)));
        deeds.push(Deed {
            organisation: Some(bca()),
            text: long_words(),
            ..deed("key.registered", "")
        });
        deeds.push(Deed {
            organisation: Some(hwf()),
            text: long_words(),
            ..deed("text.published", "")
        });
        let rows: Vec<_> = (1000..)
            .zip(deeds)
            .map(|(number, deed)| RecordRow { number, deed })
            .collect();
        let page = |page: u32, rows: &[RecordRow]| Self {
            size: 1204,
            rows: rows.to_vec(),
            pager: Pager { page, pages: 12 },
            checkpoint: CHECKPOINT.into(),
            key: KEY.into(),
        };
        let (first, rest) = rows.split_at(50);
        let (second, third) = rest.split_at(50);
        vec![
            ("empty", Self::default()),
            ("full", page(2, first)),
            ("next", page(3, second)),
            ("last", page(12, third)),
        ]
    }
}

impl Receipt {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let full = Self {
            number: 1204,
            fingerprint: "AqzM-m8xt-1q1a".into(),
            deed: deed("return.received", "marked_up"),
            checkpoint: CHECKPOINT.into(),
            size: 1204,
            proof: Some("/practice/record/receipts/1204/1204.tlog-proof".into()),
            back: Some((
                "/practice/texts/recruitment-fees".into(),
                "Joint statement on recruitment fees".into(),
            )),
        };
        let plain = Self {
            proof: None,
            back: None,
            ..full.clone()
        };
        vec![("full", full), ("plain", plain)]
    }
}
