### What happened, one sentence for each kind of act; refusals of the law.

# { $organisation } acted; { $text } is a title, or what an action is; { $about } is a version, an
# organisation, a person, a number, a setting, a theme, a symbol or an item; { $form } is a word of the
# record.
deed-other = An act of another kind was recorded ({ $kind })
deed-group-founded = The record of the group was begun: { $about }
deed-rule-set = A rule of the group was set: { $about }
deed-category-defined = A way of taking part was defined: { $about }
deed-organisation-recorded = { $about } was recorded
deed-organisation-renamed = { $about } has a new name
deed-organisation-also-known = { $about } is also known under another name
deed-purpose-set = It was recorded what the group is for
deed-source-recorded = A source was entered: “{ $about }”
deed-mandate-told = A mandate was recorded from a source: { $about }
deed-organisation-told = { $about } was recorded from a source
deed-purpose-told = What the group is for was recorded from a source
deed-mandate-recorded = A mandate was recorded: { $about }
deed-theme-recorded = A theme was recorded from a source: { $about }
deed-membership-recorded = { $about } was recorded from a source as taking part
deed-office-recorded = It was recorded from a source who exercised an office: { $about }
deed-meeting-recorded = A meeting was recorded from a source: “{ $about }”
deed-account-recorded = What a source tells of a meeting was recorded
deed-quotation-recorded = Words quoted by a source were recorded
deed-paper-recorded = A document named by a source was recorded: “{ $about }”
deed-decisions-recorded = The number of decisions of a meeting was recorded from a source: { $about }
deed-membership-started = { $about } takes part
deed-membership-ended = { $about } no longer takes part
deed-office-assigned = { $about } was given an office
deed-office-ended = { $about } gave up an office
deed-person-recorded = A person was recorded for { $about }
deed-seat-opened = A seat was opened for { $about }
deed-seat-ended = A seat of { $about } was ended
deed-text-untargeted = What “{ $text }” is made for was taken back
deed-text-targeted = What “{ $text }” is made for was said: { $about }
deed-kinds-set = The list of kinds of texts was set
deed-template-kept = A template was kept: { $about }
deed-template-dropped = A template was dropped
deed-text-opened = “{ $text }” was opened
deed-version-tabled = { $about } of “{ $text }” was tabled
deed-round-opened = A round was opened on “{ $text }”, { $about }
deed-round-extended = The round on “{ $text }” has a later deadline
deed-more-time-asked = { $organisation } asked for more time in the round on “{ $text }”
deed-more-time-hidden = An organisation asked for more time in the round on “{ $text }”
deed-return-entered = { $form ->
    [no_comments] The secretariat entered that { $about } has no comments on “{ $text }”
    [not_in_our_mandate] The secretariat entered that “{ $text }” is not in the mandate of { $about }
   *[marked_up] The secretariat entered the comments of { $about } on “{ $text }”: { $proposals ->
        [one] 1 proposal
       *[other] { $proposals } proposals
    }{ $comments ->
        [0] { "" }
        [one] , 1 comment
       *[other] , { $comments } comments
    }
}
deed-return-entered-hidden = The secretariat entered an answer to the round on “{ $text }”; whose it is, is shown when the round is over
deed-round-closed = The round on “{ $text }” was closed
deed-return-received = { $form ->
    [no_comments] { $organisation } has no comments on “{ $text }”
    [not_in_our_mandate] { $organisation } says that “{ $text }” is not in its mandate
   *[marked_up] { $organisation } commented on “{ $text }”: { $proposals ->
        [one] 1 proposal
       *[other] { $proposals } proposals
    }{ $comments ->
        [0] { "" }
        [one] , 1 comment
       *[other] , { $comments } comments
    }
}
deed-compilation-frozen = The comments on “{ $text }” were frozen: { $proposals ->
    [one] 1 proposal
   *[other] { $proposals } proposals
}{ $comments ->
    [0] { "" }
    [one] , 1 comment
   *[other] , { $comments } comments
}
deed-responses-issued = { $organisation } issued the responses on “{ $text }”
deed-silence-opened = “{ $text }”, { $about }, was put under silence
deed-silence-restarted = The silence procedure on “{ $text }” was restarted
deed-silence-cancelled = The silence procedure on “{ $text }” was cancelled
deed-position-given = { $form ->
    [objects] { $organisation } objected to “{ $text }”
    [objects_with_text] { $organisation } objected to “{ $text }” and proposed another wording
    [agrees] { $organisation } agreed to “{ $text }”
    [agrees_ad_referendum] { $organisation } agreed to “{ $text }” ad referendum
    [dissociates] { $organisation } dissociated itself from “{ $text }”
    [does_not_take_part] { $organisation } does not take part in the clearance of “{ $text }”
   *[none] { $organisation } gave its answer on “{ $text }”
}
deed-position-entered = { $form ->
    [objects] The secretariat entered an objection of { $about } to “{ $text }”
    [objects_with_text] The secretariat entered an objection of { $about } to “{ $text }”, with another wording
    [doubtful] The secretariat entered a message of { $about } on “{ $text }” that can be read both ways
   *[other] The secretariat entered what { $about } answered on “{ $text }”
}
deed-position-entered-hidden = The secretariat entered an answer to the clearance of “{ $text }”; whose it is, is shown when it is over
deed-position-approved = A second person stood for what was entered for { $about } on “{ $text }”
deed-position-contested = { $organisation } contested what was entered for it on “{ $text }”
deed-silence-extended = The silence procedure on “{ $text }” was extended
deed-silence-more-time-asked = { $organisation } asked for more time for “{ $text }”
deed-silence-more-time-hidden = An organisation asked for more time for “{ $text }”
deed-silence-more-time-declined = The deadline of the silence procedure on “{ $text }” stays, although more time was asked for
deed-silence-suspended = The silence procedure on “{ $text }” was suspended
deed-silence-resumed = The silence procedure on “{ $text }” was resumed
deed-silence-stopped = A co-chair stopped what the other had done on “{ $text }”
deed-chair-agreed = { $form ->
    [cancellation] { $organisation }, as chair, agreed to cancel the silence procedure on “{ $text }”
    [publication] { $organisation }, as chair, agreed to publish “{ $text }”
    [annulment] { $organisation }, as chair, agreed to annul the decision on “{ $text }”
   *[adoption] { $organisation }, as chair, agreed to the adoption of “{ $text }”
}
deed-calendar-set = The working days of the group’s seat were set
deed-outage-noticed = The system noticed that nobody could reach it for a while
deed-message-received = A message of { $about } reached the group
deed-message-read = A message of { $about } was read; it holds nothing for a procedure
deed-message-hidden = A message to the group was recorded
deed-decision-annulled = Decision { $about } was annulled
deed-return-hidden = An organisation answered the round on “{ $text }”; who it was is shown when the round is over
deed-position-hidden = An organisation answered the clearance of “{ $text }”; who it was is shown when it is over
deed-position-withdrawn = { $organisation } withdrew its answer on “{ $text }”
deed-silence-broken = The silence on “{ $text }” ended with an objection
deed-silence-closed = The silence on “{ $text }” closed without an objection
deed-silence-confirmed = The chair confirmed the outcome on “{ $text }”
deed-decision-adopted = “{ $text }” was adopted, decision { $about }
deed-endorsement-given = { $organisation } stands behind “{ $text }”
deed-endorsement-withdrawn = { $organisation } no longer stands behind “{ $text }”
deed-publication-approved = The publication of “{ $text }” was approved
deed-text-published = “{ $text }” was published
deed-theme-opened = A theme was opened: { $about }
deed-theme-closed = A theme was closed: { $about }
deed-themes-linked = Two themes were linked: { $about }
deed-themes-tagged = The themes of “{ $text }” were recorded
deed-organisation-classified = It was recorded what kind of organisation { $about } is
deed-profile-stated = { $about } stated what it works on
deed-meeting-called = A meeting was called: “{ $text }”
deed-meeting-moved = “{ $text }” was moved
deed-meeting-cancelled = “{ $text }” was cancelled
deed-agenda-proposed = An agenda was proposed for “{ $text }”
deed-agenda-adopted = The agenda of “{ $text }” was adopted
deed-paper-tabled = A paper was tabled for “{ $text }”: { $about }
deed-meeting-opened = “{ $text }” was opened
deed-attendance-marked = It was recorded who is present at “{ $text }”
deed-item-closed = “{ $text }” dealt with an item: { $about }
deed-decision-put = A decision was put to the meeting: “{ $text }”
deed-decision-objected = The meeting did not adopt “{ $text }”: there was an objection
deed-decision-taken-back = A decision that was put to “{ $text }” was taken back
deed-profile-entered = The secretariat entered what { $about } works on
deed-meeting-closed = “{ $text }” was closed
deed-action-opened = Action { $about } was opened: { $text }
deed-action-reported = { $organisation } reported on action { $about }: { $text }
deed-action-done = { $organisation } reported action { $about } done: { $text }
deed-action-dropped = Action { $about } was dropped: { $text }
deed-action-moved = Action { $about } has another day: { $text }
deed-action-reassigned = Action { $about } was given to others: { $text }
deed-minutes-circulated = The minutes of “{ $text }” were circulated
deed-minutes-correction-asked = { $organisation } asked for a correction to the minutes of “{ $text }”
deed-minutes-approved = The minutes of “{ $text }” were approved
deed-quotation-approved = { $organisation } approved its words for the note of “{ $text }”
deed-note-issued = The note of “{ $text }” was issued
deed-decision-attached = { $organisation } attached its own words to decision { $about }: “{ $text }”
deed-decision-released = Decision { $about } was made public: “{ $text }”

# Refusals: the law's no, by its stable word; what happened and what to do. Arguments come as text.
refusal-not-founded = The group is not founded yet. The administrator has the link that founds it.
refusal-already-founded = The group is founded already. Sign in by the link that you were given.
refusal-not-entitled = Your seat does not give the right to do this, so nothing was recorded.
refusal-not-yours = Only the organisation itself can do this, through one of its seats.
refusal-seat-ended = This seat has ended. Ask the secretariat for a new link if you still act for the organisation.
refusal-unknown = There is no { $what } of this name. Open the page again: it may have changed.
refusal-id-taken = This { $what } is recorded already; nothing was done twice.
refusal-name-taken = “{ $name }” is taken in this group; choose another.
refusal-bad-name = A short name has 2 to 40 characters: small letters, digits and hyphens, with a letter first.
refusal-missing = The { $what } is missing.
refusal-too-long = The { $what } is longer than { $limit } characters; shorten it and send it again.
refusal-too-many = The { $what } has more than { $limit } entries; take some out and send it again.
refusal-no-setting = The rule { $name } does not take this value.
refusal-no-zone = “{ $zone }” is no time zone that we know; write it as in Europe/Lisbon.
refusal-member-already = This organisation takes part already.
refusal-not-a-member = This organisation does not take part in the group with the right to do this.
refusal-office-held = Another organisation holds this office; its term has to end first.
refusal-not-yet = What is recorded from a source lies in the past; this day is still to come.
refusal-time-backwards = The server’s clock stands before the last act, so nothing was recorded. The administrator has to set it.
refusal-received-after = This is said to have been received after now, so it was not recorded.
refusal-received-long-before = This was received too long ago to be recorded as just received. Send it again.
refusal-deadline-past = The deadline has to lie ahead.
refusal-no-day-ahead = The day by which your headquarters confirms has to lie ahead, and no more than two years.
refusal-too-short = The deadline has to lie at least { $hours } hours ahead, by the group’s rules.
refusal-nobody-to-ask = No organisation of the group has the right that this asks for. Take in members first.
refusal-round-open = A round is open on this text: close it first.
refusal-round-held = There was a round on this version already; the next one is on the next version.
refusal-round-closed = The round closed before this arrived, so it is no return. Your file is kept as a draft of your organisation, and what we held from you before is unchanged.
refusal-only-later = A deadline only ever moves to a later moment, and before it has passed. Choose a later one, or open a new round.
refusal-more-time-asked = Your organisation has asked for more time in this round already; the penholder and the secretariat see it.
refusal-nothing-to-add-to = There is no earlier file of this organisation to add to. Choose that this one takes its place.
refusal-own-return-stands = The organisation has answered itself. What came otherwise can be added to its answer, but doesn’t take its place.
refusal-arrived-after = A message that answers this round arrived after the round was opened, and not later than now. Look at the day and the time.
refusal-round-not-closed = The round is still open: responses are issued after it has closed.
refusal-round-not-due = A round closes no earlier than ten seconds after its deadline.
refusal-not-asked = Your organisation was not asked in this round.
refusal-not-frozen = The comments of this round are not frozen yet: freeze them on the page Comments.
refusal-old-compilation = The comments were frozen anew in the meantime. Open the page again.
refusal-issued = The responses of this round are issued already and can’t be changed.
refusal-not-issued = Proposals of the round on this version wait for their response: issue the responses first.
refusal-unanswered = Still without an answer: { $count }. Answer them on the page Comments.
refusal-no-reason = A proposal that is not taken needs its reason.
refusal-unknown-item = This proposal is not among the frozen comments any more. Open the page again.
refusal-both-taken = Two proposals are taken that can’t both stand: take one, and say why not the other.
refusal-responses-not-whole = The responses don’t say the same as their verdicts. Open the page again.
refusal-silence-runs = A silence procedure runs on this text.
refusal-awaits-chair = The silence procedure ended without objection and waits for the chair.
refusal-not-running = This silence procedure does not run any more.
refusal-not-broken = Only a procedure that an objection ended can be restarted.
refusal-not-closed = This procedure has not closed without objection.
refusal-too-early = The procedure closes no earlier than ten seconds after its deadline. Try again in a moment.
refusal-broken = The procedure ended with an objection; there is nothing left to answer.
refusal-other-version = A newer version stands now. Open the page again and read it before you answer.
refusal-adopted = The text is adopted already.
refusal-not-adopted = The text is not adopted yet.
refusal-no-objection-right = Your organisation’s standing does not give the right to object; a statement can be attached.
refusal-head-spoke = The head of your organisation has answered, and only the head changes that answer.
refusal-nothing-said = There is nothing to withdraw or to record.
refusal-wrong-outcome = The outcomes are not those that follow from the record. Open the page again.
refusal-wrong-number = The number is not the next one in its series. Open the page again.
refusal-unfinished = The step before this one is not complete.
refusal-not-endorsed = Your organisation does not stand behind this text yet.
refusal-published-already = The text is published already.
refusal-not-for-publication = An attachment is not one that its author chose to have published.
refusal-other-rules = The record was written by a newer version of the program (rules { $rules }). The administrator has to install that version.
refusal-was-not-there = Your organisation is not marked as having been at this meeting, so it can’t be quoted from it.
refusal-not-one-line = The { $what } is one line of plain letters: take out line breaks and signs that turn the direction of writing.
refusal-chair-decides = The chair is held by an organisation with the right to object.
refusal-wrong-stream = This belongs to another place of the record. Open the page again.
refusal-two-organisations = The form named two different organisations. Open the page again.
refusal-return-held = We hold a marked-up file from your organisation, and this does not erase it. Send another file to replace it.
refusal-next-version-first = Proposals on this version were taken. Table the next version first; that one is put under silence.
refusal-bad-symbol = A symbol has letters, digits, full stops and hyphens between strokes, as GRP/2026/WP.3, and no more than 60 of them.
refusal-one-target = Choose a meeting of the group or a process outside it, not both.
refusal-not-a-working-day = The deadline falls on a Saturday or a Sunday: choose a working day.
refusal-symbol-taken = The symbol { $symbol } is taken; choose another.
refusal-ends-before = A meeting ends after it begins, and within 31 days.
refusal-meeting-begun = The meeting was opened, or was cancelled, in the meantime: this can’t change any more.
refusal-meeting-not-open = The meeting is not in session.
refusal-meeting-not-over = The meeting is not over yet; this comes after it.
refusal-meeting-over = The meeting is over, so nothing was recorded.
refusal-not-its-day = A meeting is opened on its day. If it takes place before, move it first.
refusal-no-agenda = No agenda is proposed yet. Propose one first.
refusal-agenda-not-adopted = The meeting adopts its agenda before it takes up an item.
refusal-agenda-adopted = The agenda is adopted already.
refusal-carry-over = Actions that are open: { $count }. The agenda keeps the item of follow-up that carries them.
refusal-decision-put = A decision is put to the meeting right now: settle that first.
refusal-nothing-put = This decision is not put to the meeting any more. Open the page again.
refusal-no-quorum = Present with the right to decide: { $present }. The group needs { $needed } for a decision. Mark who is present and try again.
refusal-nobody-present = No member with the right to decide is marked as present. Mark who is present first.
refusal-not-present = Only an organisation that is present, with the right to object, can object here.
refusal-nothing-decided = No decision was adopted under this item: choose another outcome.
refusal-attach-over = The days for reservations and statements to this decision are over.
refusal-attach-open = Members may attach reservations and statements until { $until }. The decision can be made public after that day.
refusal-released = This is public already.
refusal-not-releasable = The decision becomes public with the text that it adopted.
refusal-action-over = The action is done or was dropped, so nothing was recorded.
refusal-corrections-over = The days for corrections are over, or the minutes are approved.
refusal-not-circulated = The minutes are not circulated yet.
refusal-minutes-approved = The minutes are approved and can’t change any more.
refusal-theme-closed = The theme is closed.
refusal-no-approach = “{ $approach }” is not one of the group’s approaches any more. Open the page again.
refusal-day-past = The day lies in the past; choose today or a later one.
refusal-holiday = The deadline falls on a holiday of the group’s seat ({ $name }). Choose a working day.
refusal-not-working-hours = A deadline falls between { $from }:00 and { $to }:00 at the group’s seat. Choose a time of day there.
refusal-other-deadline = The deadline and the time of day that is announced for it are not the same, so nothing was recorded.
refusal-no-working-day = A week has at least one working day. Leave one free.
refusal-too-few-days = By the group’s rules a deadline leaves at least this many whole working days: { $days }. Choose a later one.
refusal-not-suspended = This procedure is not suspended.
refusal-is-suspended = This procedure is suspended: resume it first.
refusal-less-time = After a suspension nobody has less time than was left when it began. Choose a later deadline.
refusal-nothing-to-stop = There is nothing that the other chair did within the last 24 hours and that can still be stopped.
refusal-nothing-to-agree = There is nothing here that needs the word of both chairs.
refusal-awaits-other-chair = Your organisation has agreed to this as chair, or it needs all who hold the chair: the word of another is still awaited.
refusal-unread = Messages of organisations that may object have not been read: { $count }. Read them first.
refusal-awaits-second-person = A position was entered by one who gains by it. The chair looks at it first.
refusal-second-person = Whoever entered this does not approve it: somebody of another organisation does.
refusal-doubtful = A message can be read both ways. It is an objection until its author says otherwise.
refusal-was-down = The system was down across the deadline. The chair extends the procedure or closes it.
refusal-closes-by-itself = The procedure closes by itself at its deadline.
refusal-own-word = What your own organisation says, it says itself, on the page of the clearance.
refusal-said-since = The organisation has said something since this arrived, and that stands.
refusal-other-message = The message is another organisation’s, or arrived at another time.
refusal-read-already = This message has been read already.
refusal-arrives-later = A message that was received arrived before now. Look at the day and the time.
refusal-not-entered = Nothing stands that was entered for your organisation.
refusal-annulled-already = This decision is annulled.
