### Clearance, positions, endorsement, publication.

clearance-title = Clearance of { $text }
clearance-none = No clearance has been opened. When it is, this page asks for your answer.
clearance-aside = How it runs
clearance-how = How this procedure runs
clearance-how-silence = A text under silence is adopted if no organisation with the right to object does so in writing before the deadline, and the chair confirms it.
clearance-opened = Opened { $on }, by { $organisation }.
clearance-restarts = It restarts the procedure that ended on { $on } with an objection.
clearance-electorate = { $n ->
    [one] One organisation may object.
   *[other] { $n } organisations may object.
} The chair confirms the adoption after the deadline.
clearance-earlier = Before
clearance-earlier-line = Opened { $opened }, ended { $ended }
clearance-proof = Notices and receipts
clearance-until = Until
clearance-if-nothing = If you do nothing, the text can be adopted, and your organisation is listed as having made no objection.
clearance-answer-stands = If you do nothing more, your answer stands as it is shown below.
clearance-withdraw = Withdraw our answer
clearance-withdraw-hint = As if nothing had been said; the record keeps both.
silence-no-chair = Nobody holds the office of the chair, and only the chair confirms an adoption. The secretariat gives the office on the page Members.
clearance-not-yours = Your organisation does not take part in this procedure; you may read the text.
clearance-text = The text
clearance-read = Read it clean
clearance-changed = What changed since { $version }
clearance-became = What became of your { $n ->
    [one] comment
   *[other] { $n } comments
}
clearance-said = Your answer
clearance-answer = Your answer
clearance-change = Change your answer
clearance-before-sent = You will see in words what you are about to say before it is sent. It is recorded only when you hold the receipt.
clearance-circulated = Circulated to all
clearance-positions = So far
clearance-positions-lede = Only the chair and the secretariat see this while the procedure runs.
clearance-outcomes = Outcome of each organisation
circulated-by = { $what } by { $organisation }
attachment-reservation = Reservation
attachment-statement = Statement
attachment-dissociation = Dissociation
attachment-editorial = Editorial remark, for the penholder

outcome-title = Outcome
outcome-entered = entered by the secretariat
outcome-after-all = Had arrived in time, and was entered when all was over:
outcome-contested = Entered, and contested by the organisation:
outcome-late = Came after the deadline, without effect:
outcome-nothing-yet = nothing said
outcome-no-objection = no objection
outcome-agreed = agreed
outcome-ad-referendum = agreed ad referendum
outcome-dissociated = dissociated
outcome-did-not-take-part = did not take part
outcome-objected = objected
outcome-ended-before = ended before its deadline

silence-open-title = Open a silence procedure
silence-restart-title = Restart the procedure
silence-open-lede = { $version } stands as it is: one character changed is a new procedure. { $n ->
    [one] One organisation may object.
   *[other] { $n } organisations may object.
}
silence-hours = On a working day between { $from }:00 and { $to }:00 at the group’s seat.
silence-shortest-days = { $n ->
    [one] At least one whole working day.
   *[other] At least { $n } whole working days.
}
silence-for-heads = Where heads are asked, the rules propose { $on }.
silence-shortest = At least { $span } from now, by the group’s rules.
silence-note = Words to all
silence-reason = Why it is restarted
silence-note-hint = Shown beside the text.
silence-open-button = Open the silence procedure
silence-restart-button = Restart the procedure
silence-closed = Closed; no objection
silence-confirm-means = Confirming adopts the text as decision { $number }, and tells all at once.
silence-confirm = Confirm the adoption
silence-chair-confirms = Adoption follows the chair’s confirmation.
silence-broken = Ended by an objection
silence-broken-by = { $organisation } objected.
silence-broken-means = The text is not adopted. The chair may restart the procedure on the same version, or the penholder makes a new one.
silence-broken-reason = The reason
silence-broken-proposed = The wording proposed
silence-adopted = Adopted, decision { $number }
silence-adopted-means = By silence procedure, confirmed by the chair.

say-agrees = We agree
say-agrees-hint = Recorded as your agreement
say-agrees-with = We agree, with a statement or reservation
say-agrees-with-hint = Attached to the text; does not stop it
say-objects = We object or propose wording
say-objects-hint = Ends this procedure; all are told; give the reason
say-ad-referendum = We agree, ad referendum
say-ad-referendum-hint = To be confirmed by your headquarters by a day
say-statement-only = We make a statement or a remark, without more
say-statement-only-hint = Does not stop the text; you are listed as having made no objection
say-not-part = We do not take part, or dissociate
say-not-part-hint = Named as such; does not stop the text
say-attachment = What it is
say-statement = The words
say-statement-field-hint = Attached to the text for good, as you write them.
say-publish = If the text is published, publish these words with it
say-until = Confirmed by your headquarters by
say-reason = Your reason
say-reason-hint = Told to all.
say-wording = Wording that you could accept
say-wording-hint = Name the paragraph and write it as it should read.
say-way = Which of the two
say-way-not-part = We do not take part
say-way-dissociates = We dissociate ourselves from the text
say-back = Back without saying anything
say-preview-button = See what you are about to say
say-preview-title = You are about to say
say-about-to = This is what will be recorded:
say-preview-reason = Reason
say-preview-wording = Proposed wording
say-published = These words may be published with the text.
say-not-published = These words stay among the members.
say-confirm = Say this
say-change = Change it
say-late = The deadline has passed. What you say is recorded as late and has no effect on the outcome.
say-replaces = It replaces your answer so far:
say-means-objects = The procedure ends at once and all are told. Withdrawing the objection later does not revive it.
say-means-other = You may change it until the deadline.
say-words-agrees = The { $organisation } agrees to “{ $text }”.
say-words-agrees-statement = The { $organisation } agrees to “{ $text }”, with a statement.
say-words-agrees-reservation = The { $organisation } agrees to “{ $text }”, with a reservation.
say-words-objects = The { $organisation } objects to “{ $text }”.
say-words-objects-text = The { $organisation } objects to “{ $text }” and proposes another wording.
say-words-ad-referendum = The { $organisation } agrees to “{ $text }” ad referendum; its headquarters will confirm by { $until }.
say-words-editorial = The { $organisation } has an editorial remark on “{ $text }” for the penholder, without agreeing or objecting.
say-words-statement-only = The { $organisation } attaches its own words to “{ $text }”, without agreeing or objecting.
say-words-not-part = The { $organisation } does not take part in the clearance of “{ $text }”.
say-words-dissociates = The { $organisation } dissociates itself from “{ $text }”.
said-agrees = You agree
said-ad-referendum = You agree ad referendum
said-objects = You object
said-objects-text = You object and propose another wording
said-dissociates = You dissociate yourselves from the text
said-not-part = You do not take part
said-doubtful = A message of yours was entered that can be read both ways; it is an objection until you say what was meant
said-statement-only = You made a statement or reservation, without more
said-confirmed-by = to be confirmed by { $day }

endorse-title = Stand behind this text
endorse-lede = An organisation is named under a text only with its written yes. Agreement and membership are not enough. This is about { $version }, word for word.
endorse-given = You stand behind { $version } as
endorse-name = Your name as it should stand under the text
endorse-name-hint = Exactly as you write it here.
endorse-button = Stand behind this text
endorse-change = Change the form of the name
endorse-withdraw = Withdraw your name
endorse-withdraw-quiet = Before publication nothing of it shows.
endorse-withdraw-published = The published list will be shown anew, as of today, without saying who left.

publish-title = Publish
publish-lede = The text, its decision and the names below become public, at the text’s own address.
publish-endorsed = Named under it: { $n }
publish-no-one = No organisation has asked to be named yet.
publish-not-endorsed = Not named:
publish-attached = Reservations and statements
publish-anyway = The text speaks for “the members”, and not all of them are named. Publish it all the same.
publish-button = Publish the text

clearance-electorate-automatic = { $n ->
    [one] 1 organisation may object.
   *[other] { $n } organisations may object.
} By the group’s rule the text is adopted when the deadline has passed without an objection.
clearance-clock-changed = The deadline was announced as { $announced }. By the rules of the zone as they are now, the clock will show { $shown } then: the deadline itself has not moved.
clearance-suspended = Suspended
clearance-suspended-until = The clock stands still. The deadline was
more-time-button = We need more time
more-time-hint = Once, no reason needed; the chair answers
more-time-asked = You have asked for more time. The chair answers; until then the deadline stands.
more-time-answered = You asked for more time, and the chair has answered.
contest-button = This is not what we said
contest-means = The secretariat entered this for you. If you contest it, what stood for you before stands again, and chair and secretariat are told.
silence-cancelled = Cancelled
silence-cancelled-means = Nothing was agreed. What was said stays in the record; the same version comes back by a restart alone.
silence-annulled = Annulled
silence-annulled-means = The decision was wrongly adopted and has no effect any more. It stays in the record; the same version comes back by a restart alone.
silence-ended-reason = The reason
steering-title = Steer the procedure
steering-more-time = More time was asked for by { $organisations }. Extend the procedure, or say that the deadline stays.
steering-reason = Reason
steering-extend = Extend the procedure
steering-extend-means = The deadline moves to a later moment, for all. All are told.
steering-decline = Leave the deadline where it is
steering-decline-means = This answers all who asked for more time.
steering-resume = Resume the procedure
steering-resume-means = Nobody has less time left than when it was suspended.
steering-suspend = Suspend the procedure
steering-suspend-means = The clock stands still until you resume it. What is said meanwhile counts.
steering-stop = Stop what the other chair did
steering-stop-means = Within 24 hours: an opening ends as cancelled, an extension is as if it had not been.
steering-cancel = Cancel the procedure
steering-cancel-means = It ends without a decision. Where two hold the chair, both say so.
steering-close = Close the procedure now
steering-enter = Enter a position that came by mail or letter
steering-approve = This is what they said
wait-unread = { $n ->
    [one] A message of an organisation that may object has not been read: the procedure is not closed before.
   *[other] { $n } messages of organisations that may object have not been read: the procedure is not closed before.
}
wait-doubtful = What { $organisation } wrote can be read both ways. Until it says what was meant, it is an objection: at the deadline it ends the procedure.
wait-outage = The system could not be reached from { $from } until { $until }, across the deadline. Extend the procedure or close it.
wait-approval = The secretariat entered a position for { $organisation } on a text of its own. A second person looks at it:
wait-chair-adoption = You agreed to the adoption. It follows when { $organisations } has agreed too.
wait-chair-cancellation = You agreed to the cancellation. It follows when { $organisations } has agreed too.
step-extended = Extended on { $on } by { $organisation }.
step-declined = On { $on } { $organisation } left the deadline where it was.
step-suspended = Suspended on { $on } by { $organisation }:
step-resumed = Resumed on { $on } by { $organisation }.
step-cancelled = Cancelled on { $on } by { $organisation }:
step-stopped = On { $on } { $organisation } stopped what the other chair had done:
enter-title = Enter a position
enter-lede = What another organisation wrote to the group. It counts from the moment at which it arrived, whoever enters it and whenever. The organisation is told, and can contest it.
enter-organisation = Organisation
enter-position = What it says
enter-objects = It objects
enter-objects-text = It objects and proposes another wording, or amends the text
enter-doubtful = It can be read both ways
enter-agrees = It agrees
enter-ad-referendum = It agrees ad referendum
enter-dissociates = It dissociates itself
enter-not-part = It does not take part
enter-statement = A statement, reservation or editorial remark alone
enter-reason = Its words
enter-reason-hint = As it wrote them. An objection, and what can be read both ways, needs them.
enter-until-hint = Of an agreement ad referendum
enter-statement-hint = Whether it is printed with the text its author chooses, on the page of the clearance.
enter-arrived = When it reached the group:
enter-button = Enter it
enter-choose = Choose
enter-wording = The wording that it proposes
enter-until = Confirmed by its headquarters by
enter-attachment = What it attaches, if anything
enter-statement-words = The attached words
enter-file-hint = Kept as it is, and read by chair, secretariat and the organisation alone.
clearance-awaits = Entered for you; it counts when a second person has looked at it
