//! Who may cause which act: a table, read by the law and shown in the documentation. Default: deny.

use crate::parts::Hat;

/// Who may cause an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Any of these hats; the organisation must hold the office that the hat stands for.
    Hats(&'static [Hat]),
    /// The organisation that the act is about, through one of these seats.
    Itself(&'static [Hat]),
    /// An organisation whose matter it is (the owners of an action, the subject of a profile) through one of
    /// these seats, or the secretariat.
    TheirsOrSecretariat,
    /// The penholder of the text through one of these seats, or the secretariat.
    PenholderOrSecretariat,
}

/// Seats that speak for an organisation.
pub const SPEAKERS: &[Hat] = &[Hat::Head, Hat::FocalPoint, Hat::Alternate];
const SECRETARIAT: &[Hat] = &[Hat::Secretariat];
const STAFF: &[Hat] = &[Hat::Secretariat, Hat::Founder];
const CHAIR: &[Hat] = &[Hat::Chair];
const CHAIR_OR_SECRETARIAT: &[Hat] = &[Hat::Chair, Hat::Secretariat];
const SYSTEM: &[Hat] = &[Hat::System];

/// Each kind of act with those who may cause it. What may be caused in two ways stands twice.
pub const TABLE: &[(&str, Who)] = &[
    ("group.founded", Who::Hats(&[Hat::Founder])),
    ("rule.set", Who::Hats(STAFF)),
    ("category.defined", Who::Hats(STAFF)),
    ("organisation.recorded", Who::Hats(STAFF)),
    ("membership.started", Who::Hats(STAFF)),
    ("membership.ended", Who::Hats(SECRETARIAT)),
    ("office.assigned", Who::Hats(STAFF)),
    ("office.ended", Who::Hats(SECRETARIAT)),
    ("organisation.renamed", Who::Hats(SECRETARIAT)),
    ("organisation.also_known", Who::Hats(SECRETARIAT)),
    ("purpose.set", Who::Hats(STAFF)),
    ("source.recorded", Who::Hats(STAFF)),
    ("mandate.recorded", Who::Hats(STAFF)),
    ("theme.recorded", Who::Hats(STAFF)),
    ("membership.recorded", Who::Hats(STAFF)),
    ("office.recorded", Who::Hats(STAFF)),
    ("meeting.recorded", Who::Hats(STAFF)),
    ("account.recorded", Who::Hats(STAFF)),
    ("quotation.recorded", Who::Hats(STAFF)),
    ("paper.recorded", Who::Hats(STAFF)),
    ("decisions.recorded", Who::Hats(STAFF)),
    ("person.recorded", Who::Hats(STAFF)),
    ("seat.opened", Who::Hats(STAFF)),
    ("seat.ended", Who::Hats(SECRETARIAT)),
    ("kinds.set", Who::Hats(SECRETARIAT)),
    ("template.kept", Who::Hats(SECRETARIAT)),
    ("template.dropped", Who::Hats(SECRETARIAT)),
    ("text.opened", Who::Hats(SECRETARIAT)),
    ("text.targeted", Who::PenholderOrSecretariat),
    ("version.tabled", Who::PenholderOrSecretariat),
    ("round.opened", Who::PenholderOrSecretariat),
    ("round.extended", Who::PenholderOrSecretariat),
    ("more_time.asked", Who::Itself(SPEAKERS)),
    ("round.closed", Who::PenholderOrSecretariat),
    ("round.closed", Who::Hats(SYSTEM)),
    ("return.received", Who::Itself(SPEAKERS)),
    ("return.entered", Who::Hats(SECRETARIAT)),
    ("compilation.frozen", Who::PenholderOrSecretariat),
    ("responses.issued", Who::PenholderOrSecretariat),
    ("silence.opened", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("position.given", Who::Itself(SPEAKERS)),
    ("position.withdrawn", Who::Itself(SPEAKERS)),
    ("silence.broken", Who::Itself(SPEAKERS)),
    ("silence.closed", Who::Hats(SYSTEM)),
    ("silence.confirmed", Who::Hats(CHAIR)),
    ("silence.restarted", Who::Hats(CHAIR)),
    ("decision.adopted", Who::Hats(CHAIR)),
    ("endorsement.given", Who::Itself(SPEAKERS)),
    ("endorsement.withdrawn", Who::Itself(SPEAKERS)),
    ("text.published", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("organisation.classified", Who::Hats(SECRETARIAT)),
    ("profile.stated", Who::TheirsOrSecretariat),
    ("theme.opened", Who::Hats(SECRETARIAT)),
    ("theme.closed", Who::Hats(SECRETARIAT)),
    ("themes.linked", Who::Hats(SECRETARIAT)),
    ("themes.tagged", Who::Hats(SECRETARIAT)),
    ("meeting.called", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("meeting.moved", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("meeting.cancelled", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("agenda.proposed", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("agenda.adopted", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("paper.tabled", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("meeting.opened", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("attendance.marked", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("item.closed", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("decision.put", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("decision.objected", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("decision.taken_back", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("meeting.closed", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("minutes.circulated", Who::Hats(SECRETARIAT)),
    ("minutes.correction_asked", Who::Itself(SPEAKERS)),
    ("minutes.approved", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("quotation.approved", Who::Itself(SPEAKERS)),
    ("note.issued", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("decision.attached", Who::Itself(SPEAKERS)),
    ("decision.released", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("action.opened", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("action.reported", Who::TheirsOrSecretariat),
    ("action.done", Who::TheirsOrSecretariat),
    ("action.dropped", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("action.moved", Who::Hats(CHAIR_OR_SECRETARIAT)),
    ("action.reassigned", Who::Hats(CHAIR_OR_SECRETARIAT)),
];
