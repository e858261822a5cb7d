//! Why something may not be done: each a plain sentence, and a stable word for the interface.

use crate::id::Id;
use crate::instant::Instant;

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident $key:literal $sentence:literal { $($field:ident: $type:ty),* })*) => {
        /// The law's no.
        #[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
        pub enum Refusal {
            $($(#[$doc])* #[error($sentence)] $name { $($field: $type),* },)*
        }

        impl Refusal {
            /// A stable word in kebab case, for the catalogue of the interface.
            #[must_use]
            pub fn key(&self) -> &'static str {
                match self { $(Self::$name { .. } => $key,)* }
            }

            /// What the sentence names.
            #[must_use]
            pub fn args(&self) -> Vec<(&'static str, String)> {
                match self {
                    $(Self::$name { $($field),* } => vec![$((stringify!($field), $field.to_string())),*],)*
                }
            }
        }
    };
}

refusals! {
    NotFounded "not-founded" "The group is not founded yet." {}
    AlreadyFounded "already-founded" "The group is founded already." {}
    NotEntitled "not-entitled" "Your seat does not give the right to do this." {}
    NotYours "not-yours" "This can only be done by the organisation itself." {}
    SeatEnded "seat-ended" "This seat has ended." {}
    Unknown "unknown" "There is no {what} of this name." { what: &'static str }
    IdTaken "id-taken" "This {what} is recorded already." { what: &'static str }
    NameTaken "name-taken" "“{name}” is taken in this group." { name: String }
    BadName "bad-name" "A short name in addresses has 2 to 40 characters: small letters, digits and hyphens, with a letter first." {}
    Missing "missing" "The {what} is missing." { what: &'static str }
    TooLong "too-long" "The {what} is longer than {limit} characters." { what: &'static str, limit: usize }
    TooMany "too-many" "The {what} has more than {limit} entries." { what: &'static str, limit: usize }
    NoSetting "no-setting" "The setting {name} does not take this value." { name: String }
    NoZone "no-zone" "“{zone}” is not the name of a time zone, as Europe/Lisbon is one." { zone: String }
    MemberAlready "member-already" "This organisation takes part already." {}
    NotAMember "not-a-member" "The organisation does not take part in the group with the right to do this." {}
    OfficeHeld "office-held" "This office is held by another organisation: its term ends first." {}
    NotYet "not-yet" "What is recorded from a source lies in the past." {}
    TimeBackwards "time-backwards" "An act can't be recorded before the one before it." {}
    ReceivedAfter "received-after" "What is recorded must have been received before." {}
    ReceivedLongBefore "received-long-before" "This was received too long ago to be recorded as just received." {}
    DeadlinePast "deadline-past" "The deadline must lie ahead." {}
    NoDayAhead "no-day-ahead" "The day by which the headquarters confirms lies ahead, and no more than two years." {}
    NotAWorkingDay "not-a-working-day" "The deadline falls on a Saturday or a Sunday: choose a working day." {}
    Holiday "holiday" "The deadline falls on a holiday of the group’s seat ({name}): choose a working day." { name: String }
    NotWorkingHours "not-working-hours" "The deadline falls between {from}:00 and {to}:00 at the group’s seat: choose a time of day there." { from: u32, to: u32 }
    OtherDeadline "other-deadline" "The deadline and the time of day that is announced for it are not the same." {}
    NoWorkingDay "no-working-day" "A week has at least one working day." {}
    TooFewDays "too-few-days" "The deadline must leave at least {days} whole working days." { days: usize }
    TooShort "too-short" "The deadline must lie at least {hours} hours ahead." { hours: i64 }
    NobodyToAsk "nobody-to-ask" "No organisation of the group has the right that this asks for." {}
    /// A round is open, and this has to wait until it is closed.
    RoundOpen "round-open" "A round is open on this text: close it first." {}
    RoundHeld "round-held" "There was a round on this version already: the next round is on the next version." {}
    RoundClosed "round-closed" "The round closed at {closed}; what you send now is kept as a draft and is not a return." { closed: Instant }
    OnlyLater "only-later" "A deadline is only ever moved to a later moment, and before it has passed." {}
    MoreTimeAsked "more-time-asked" "Your organisation asked for more time in this round already." {}
    NothingToAddTo "nothing-to-add-to" "There is no earlier file of this organisation to add to: send this one as its return." {}
    OwnReturnStands "own-return-stands" "The organisation has answered itself: what came by mail is added to its answer, and doesn't take its place." {}
    ArrivedAfter "arrived-after" "A message that answers something arrived after that was opened, and not later than now." {}
    RoundNotClosed "round-not-closed" "The round is still open: responses are issued after it closes." {}
    RoundNotDue "round-not-due" "A round closes no earlier than ten seconds after its deadline." {}
    ReturnHeld "return-held" "A marked-up file of your organisation is held, and this does not erase it: send another file to replace it." {}
    NextVersionFirst "next-version-first" "Proposals on this version were taken: the next version is put under silence, not this one." {}
    NotAsked "not-asked" "Your organisation was not asked in this round." {}
    NotFrozen "not-frozen" "The compilation of this round is not frozen yet." {}
    OldCompilation "old-compilation" "There is a newer compilation of this round." {}
    Issued "issued" "The responses of this round are issued already." {}
    NotIssued "not-issued" "The proposals of the round on this version are not all answered: issue the responses first." {}
    Unanswered "unanswered" "{count} proposals or comments have no answer yet." { count: usize }
    NoReason "no-reason" "A proposal that is not taken needs the reason." { item: String }
    UnknownItem "unknown-item" "An answer is about a proposal that is not in the compilation." { item: String }
    BothTaken "both-taken" "Two proposals are taken that can't both stand: take one, and say why not the other." { first: String, second: String }
    ResponsesNotWhole "responses-not-whole" "The responses don't say the same as their verdicts." {}
    SilenceRuns "silence-runs" "A silence procedure runs on this text." {}
    AwaitsChair "awaits-chair" "The silence procedure on this text ended without objection and awaits the chair." {}
    NotRunning "not-running" "This silence procedure does not run any more." {}
    NotBroken "not-broken" "Only a procedure that ended without a decision can be restarted." {}
    NotSuspended "not-suspended" "This procedure is not suspended." {}
    IsSuspended "is-suspended" "The procedure is suspended: it is resumed first." {}
    LessTime "less-time" "After a suspension nobody has less time than was left when it began." {}
    NothingToStop "nothing-to-stop" "There is nothing that the other chair did within the last 24 hours and that can still be stopped." {}
    NothingToAgree "nothing-to-agree" "There is nothing that needs the word of both chairs." {}
    AwaitsOtherChair "awaits-other-chair" "This needs the word of all who hold the chair: that of another is still awaited." {}
    Unread "unread" "{count} messages of organisations that may object have not been read: read them first." { count: usize }
    AwaitsSecondPerson "awaits-second-person" "A position was entered by one who gains by it: the chair looks at it first." {}
    SecondPerson "second-person" "Whoever entered this does not approve it: somebody of another organisation does." {}
    Doubtful "doubtful" "A message can be read both ways: it is an objection until its author says otherwise." {}
    WasDown "was-down" "The system was down across the deadline: the chair extends the procedure or closes it." {}
    ClosesByItself "closes-by-itself" "The procedure closes by itself at its deadline." {}
    OwnWord "own-word" "What your own organisation says, it says itself." {}
    SaidSince "said-since" "The organisation has said something since this arrived." {}
    OtherMessage "other-message" "The message is another organisation’s, or arrived at another time." {}
    ReadAlready "read-already" "The message has been read." {}
    ArrivesLater "arrives-later" "A message that was received arrived before now." {}
    NotEntered "not-entered" "Nothing was entered for your organisation that stands." {}
    AnnulledAlready "annulled-already" "The decision is annulled." {}
    NotDissociating "not-dissociating" "Words of dissociation go with a dissociation." {}
    CorrectionOpen "correction-open" "A correction is proposed, and its days are not over." {}
    CorrectionOver "correction-over" "The days in which something can be said about this correction are over." {}
    SameFile "same-file" "The file is the same as the one that stands: it corrects nothing." {}
    OwnLanguage "own-language" "This is the language of authority of the text itself." {}
    NoLanguage "no-language" "“{language}” is not the tag of a language, as fr or pt-BR is one." { language: String }
    Stale "stale" "The text has changed since this translation: it is translated again first." {}
    ClearedAlready "cleared-already" "This translation is cleared." {}
    NoReminder "no-reminder" "Nobody is reminded of this deadline now." {}
    VotesOff "votes-off" "The group does not decide by vote: its rules allow it first." {}
    VoteRuns "vote-runs" "A vote runs on this: it closes first." {}
    VoteOver "vote-over" "This vote is over, or its deadline has passed: what comes now does not count." {}
    VotedAlready "voted-already" "This version was voted on already: a vote closes once." {}
    NoVote "no-vote" "The organisation has no vote here." {}
    NotCarried "not-carried" "The vote did not carry this." {}
    TooManyVotes "too-many-votes" "A member has between 1 and {limit} votes." { limit: u32 }
    NotClosed "not-closed" "This procedure has not closed without objection." {}
    TooEarly "too-early" "The procedure closes no earlier than ten seconds after its deadline." {}
    Broken "broken" "The procedure ended with an objection; there is nothing left to answer." {}
    OtherVersion "other-version" "This is about another version than the one that stands now." {}
    Adopted "adopted" "The text is adopted already." {}
    NotAdopted "not-adopted" "The text is not adopted yet." {}
    NoObjectionRight "no-objection-right" "Your organisation's standing does not give the right to object; a statement can be attached." {}
    HeadSpoke "head-spoke" "The head of your organisation has answered: only the head changes that." {}
    NothingSaid "nothing-said" "There is nothing to withdraw or to record." {}
    WrongOutcome "wrong-outcome" "The outcomes are not those that follow from the record." {}
    WrongNumber "wrong-number" "The number is not the next one in its series." {}
    Unfinished "unfinished" "The command before this act is not complete." {}
    NotEndorsed "not-endorsed" "Your organisation does not stand behind this text yet." {}
    PublishedAlready "published-already" "The text is published already." {}
    NotForPublication "not-for-publication" "An attachment is not one that its author chose to have published." {}
    HoldsOffice "holds-office" "The organisation holds an office: hand it over first." {}
    SecretariatGoesOn "secretariat-goes-on" "The secretariat’s term has no last day: it ends when another organisation is given the office." {}
    WasNotThere "was-not-there" "Your organisation is not marked as having been at this meeting." {}
    NotOneLine "not-one-line" "The {what} is one line of plain letters, without line breaks and signs that turn the direction." { what: &'static str }
    ChairDecides "chair-decides" "The chair is held by an organisation with the right to object." {}
    BadSymbol "bad-symbol" "A symbol has letters, digits, full stops and hyphens between strokes, as GRP/2026/WP.3, and no more than 60 of them." {}
    OneTarget "one-target" "A text is made for a meeting of the group or for a process outside it, not for both." {}
    SymbolTaken "symbol-taken" "The symbol {symbol} is taken." { symbol: String }
    EndsBefore "ends-before" "A meeting ends after it begins, and within 31 days." {}
    MeetingBegun "meeting-begun" "The meeting was opened, or was cancelled: this can't change any more." {}
    MeetingNotOpen "meeting-not-open" "The meeting is not in session." {}
    MeetingNotOver "meeting-not-over" "The meeting is not over yet." {}
    MeetingOver "meeting-over" "The meeting is over." {}
    NotItsDay "not-its-day" "A meeting is opened on its day: move it first if it takes place before." {}
    NoAgenda "no-agenda" "No agenda is proposed yet." {}
    AgendaNotAdopted "agenda-not-adopted" "The meeting adopts its agenda before it takes up an item." {}
    AgendaAdopted "agenda-adopted" "The agenda is adopted already." {}
    CarryOver "carry-over" "{count} actions are open: the agenda keeps the item of follow-up that carries them." { count: usize }
    DecisionPut "decision-put" "A decision is put to the meeting right now: settle that first." {}
    NothingPut "nothing-put" "This decision is not put to the meeting." {}
    NoQuorum "no-quorum" "{present} of the {needed} members that the group needs for a decision are present." { present: usize, needed: usize }
    NobodyPresent "nobody-present" "No member with the right to decide is marked as present." {}
    NotPresent "not-present" "An organisation that objects must be present with the right to object." {}
    NothingDecided "nothing-decided" "No decision was adopted under this item: choose another outcome." {}
    AttachOver "attach-over" "The days for reservations and statements to this decision are over." {}
    AttachOpen "attach-open" "Members may attach reservations and statements until {until}: the decision is released after that day." { until: String }
    Released "released" "This is public already." {}
    NotReleasable "not-releasable" "The decision becomes public with the text that it adopted." {}
    ActionOver "action-over" "The action is done or was dropped." {}
    CorrectionsOver "corrections-over" "The days for corrections are over, or the minutes are approved." {}
    NotCirculated "not-circulated" "The minutes are not circulated yet." {}
    MinutesApproved "minutes-approved" "The minutes are approved." {}
    ThemeClosed "theme-closed" "The theme is closed." {}
    NoApproach "no-approach" "“{approach}” is not one of the group’s approaches." { approach: String }
    DayPast "day-past" "The day must not lie in the past." {}
    OtherRules "other-rules" "The act was made under version {rules} of the rules, which this version of the program does not know." { rules: u32 }
    WrongStream "wrong-stream" "The act stands in the wrong stream." {}
    TwoOrganisations "two-organisations" "The act names two different organisations." { organisation: Id }
}
