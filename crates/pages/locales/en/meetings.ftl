### The group's own meetings: calling, agenda, attendance, decisions put, minutes, the public note.

meets-span = { $day }, { $from } to { $until } ({ $zone })
meets-day-time = { $day }, { $time }
meets-call = Call a meeting
meets-coming = Coming
meets-past = Past
meets-none-coming = No meeting is called.
meets-none-coming-call = No meeting is called. Call the next one: all members see it at once.
meets-called = called
meets-agenda-proposed = agenda proposed
meets-in-session = in session
meets-closed = closed, minutes to come
meets-minutes-circulated = minutes circulated
meets-minutes-approved = minutes approved
meets-cancelled = cancelled

call-lede = All members see it at once. The agenda comes next; time and place can still change.
call-title = Title
call-title-hint = As it will stand on the agenda and in the minutes.
call-level-hint = Decides which series it is counted in.
call-date = Date
call-from = From
call-until = Until
call-zone = Zone of these times
call-zone-hint = Its name, as Europe/Lisbon: that of the town where it is held.
call-place = Place
call-place-hint = A town, a room, “on line”. No link to dial in: this page is kept for good.
meeting-calendar = Put it into your calendar (.ics)
call-button = Call the meeting
call-back = Not now
move-title = Move the meeting
move-reason = Reason
move-reason-hint = Shown to all members.
move-button = Move the meeting
cancel-title = Cancel the meeting
cancel-means = The page stays, with your reason. What was to be dealt with goes into another meeting.
cancel-reason = Reason
cancel-button = Cancel the meeting for all

meeting-tabs = Pages of this meeting
meeting-tab = Meeting
meeting-tab-agenda = Draft agenda
meeting-tab-minutes = Minutes
meeting-tab-note = Public note
meeting-texts = Texts for it
meeting-stage = Stage
meeting-was-cancelled = Cancelled.
meeting-was-moved = Moved.
meeting-agenda = Agenda
meeting-agenda-draft = Draft agenda, until the meeting adopts it
meeting-agenda-empty = No agenda is proposed yet.
meeting-agenda-empty-propose = The page “Draft agenda” has one ready.
meeting-other-papers = Papers without an item
meeting-takes-part = Who takes part
meeting-took-part = Who took part
meeting-conduct = For chair and secretariat

step-open = Open the meeting
step-open-hint = Attendance, outcomes and decisions are recorded from then on.
step-adopt = Adopt the agenda
step-adopt-hint = The draft below becomes the agenda of this meeting.
step-close-title = Close the meeting
step-close-means = After this, no attendance, outcome or decision can be recorded for it. Minutes and note come next.
step-close = Close it for all

present-head = head
present-representative = representative
present-excused = excused
present-absent = absent
present-excused-row = Excused
present-absent-row = Absent
present-none-marked = Nobody is marked yet.
present-quorum = { $present } of { $entitled } members with the right to decide are present; { $needed } are needed to decide.
present-quorum-then = { $present } of { $entitled } members with the right to decide were present; { $needed } were needed to decide.
present-mark = Mark attendance
present-mark-lede = It can change while the meeting goes on. Only what you change here is recorded.
present-button = Record the attendance

paper-table = Table a paper
paper-symbol-hint = The next number. A revision gets its own by itself.
paper-item = Item
paper-no-item = none
paper-revises = Revises
paper-revises-none = nothing; it is a new paper
paper-file = File
paper-file-hint = .docx or .pdf, at most 50 MiB.
paper-button = Table the paper
paper-word = Word
paper-pdf = PDF
paper-earlier = before:

item-number = Item { $n }
item-carried = { $n ->
    [0] No action carried
    [one] 1 action carried
   *[other] { $n } actions carried
}
item-overdue = { $n } overdue
item-minutes-of = Minutes of
item-deferred-from = Deferred from
item-text = Text:
item-papers = Papers
item-carries = Actions carried into this meeting
item-came = What came of it
item-nothing-yet = Nothing is recorded yet.
item-record = For chair and secretariat
item-pager = Other items
item-before = ← { $n }. { $title }
item-after = { $n }. { $title } →

came-decided = Decided
came-concluded = Concluded
came-took-note = The meeting took note
came-expressed-view = A view was expressed
came-deferred = Deferred to the next meeting
came-title = Record what came of it
came-legend = Outcome
came-summary = Summary
came-summary-hint = A sentence or two, as they should stand in the minutes. While the meeting is open you can record it again; the last stands.
came-button = Record the outcome

entry-decision = Decision { $number }:
entry-action = Action { $number }:
entry-objected = “{ $title }” was put to the meeting and not decided: { $names } objected.
entry-due = due { $day }
entry-due-next = due before the next meeting

put-title = Put to the meeting
put-kind = Put to the meeting, a { $kind } decision:
put-item = Item { $n }, { $title }
put-mandates = under { $mandates }
put-take-back = Take it back
put-take-back-hint = Nobody decides on it; it can be put anew, in other words.
put-others = The chair closes it: it is so decided, or an organisation objects. Tell the chair if yours does.
put-decided = It was so decided
put-decided-hint = By consensus of those present; it gets its number at once
put-objects = An organisation objects
put-objects-hint = Nothing is decided; name who objects and why
put-objecting = Who objects
put-reason = Reason
put-reason-hint = As the organisation gave it. Recorded, and shown to all members.
put-objected = Record the objection
put-back = Back to the answers

propose-title = Put a decision to the meeting
propose-words = What is decided
propose-words-hint = The whole decision, as the chair reads it out. All members see it at once.
propose-kind = Kind
propose-mandates = Under which mandates
propose-button = Put it to the meeting

open-title = Open an action
open-follows = Follows from
open-follows-item = the discussion of this item
open-button = Open the action

approve-what = Edition { $edition } of the minutes of “{ $title }” is circulated. { $n ->
    [0] No correction is asked for.
    [one] 1 correction is asked for.
   *[other] { $n } corrections are asked for.
}
approve-read = Read them
approve-button = Approve the minutes as circulated

draft-lede = This is a draft until the meeting adopts it. The numbers order the lines; a text or title can be changed until then.
draft-order = No.
draft-text = About the text
draft-no-text = none
draft-leave-out = Leave it out
draft-carries = { $n ->
    [0] No action is open today.
    [one] 1 open action is carried; it stays while it is open.
   *[other] { $n } open actions are carried; each stays while it is open.
}
draft-fresh = New topics
draft-fresh-hint = Lines without a title are left out; without a number, a topic comes after the other topics.
draft-means = All members see the draft at once.
draft-means-again = All members see it at once, in place of the draft before.
draft-button = Propose this agenda
draft-button-again = Propose it again

minutes-draft = Draft minutes from the record; nobody but the secretariat sees it. Outcomes, decisions and actions stand as they were recorded. What you write here is kept once you circulate it.
minutes-edition = Minutes, edition { $n }.
minutes-until = Corrections can be asked for until { $day }.
minutes-until-over = Corrections could be asked for until { $day }. A later meeting approves the minutes.
minutes-approved = Approved at the meeting
circulate-words = What was said
circulate-until = Corrections until the end of
circulate-means = All members are told, and read the minutes here. A later meeting approves them.
circulate-button = Circulate the minutes
circulate-again = Circulate edition { $n }
minutes-nothing = Nothing is recorded about it.
corrections-title = Corrections asked for
corrections-own-title = Corrections that you asked for
correction-edition = in edition { $n }
correct-title = Ask for a correction
correct-lede = The secretariat sees it with your organisation’s name.
correct-item = About
correct-whole = the minutes as a whole
correct-words = Correction
correct-words-hint = Give the words as they should stand.
correct-button = Ask for this correction

note-own = About this note
note-own-means = Written from the group’s own record.
note-issued = Issued { $day }.
note-proof = the act that issued this note, as recorded
note-outcomes = What came of it
note-said = Said at the meeting
note-themes = Themes opened
note-papers = Papers before the meeting
note-not-released = { $released ->
    [0] { $n ->
        [one] Its text is not released.
       *[other] Their texts are not released.
    }
   *[other] Released so far:
}
note-is-draft = This is how the public note will read; nobody outside the group sees it yet.
note-is-public = This note is public.
note-to-issue = Issue it
note-to-quotation = Approve a quotation
issue-title = Issue the note
issue-again = Issue the note again
issue-title-hint = What the meeting brought, in one line.
issue-lede = First paragraph
issue-lede-hint = The rest is written from the record.
issue-attendance = Say which organisations took part
issue-means = Everybody can read it from then on. It names persons only where an office or a quotation does.
issue-button = Issue the note
issue-button-again = Issue it again
quotation-title = Approve a quotation
quotation-lede = It is printed in the note exactly as you give it here. Nobody else can quote your organisation.
quotation-words = Words
quotation-words-hint = Without quotation marks.
quotation-attribution = Attribution
quotation-attribution-hint = As printed below the words: name, function, organisation.
quotation-button = Approve this quotation
quotation-approved = Quotations approved so far
quotation-by = approved by { $organisation }
