### Front page, home, sign-in, founding, Today, Texts, Decisions, Members, Proof.

front-title = Groups
front-lede = The working system of coordination groups: many organisations, joint texts that all of them stand behind.
front-groups = Groups
front-empty = No group is here yet. The administrator has the link that founds one.
home-title = Home
home-texts = Adopted texts
home-no-texts = No text is published yet.
home-decision = Decision { $number }
home-members = Members: { $n }

signin-title = Sign in
signin-as = This link is for { $person }, { $organisation }.
signin-button = Sign in
signin-once = The link works once. Opening this page has not used it up; the button does.
signin-ended-title = This link no longer works
signin-used = It was used already, or its time has passed, or it was never one of ours. Each link works once.
signin-expired = Its time has passed.
signin-unknown = There is no such link, or the seat it was made for has ended.
signin-ended-then = Ask the secretariat of your group for a new one. Nothing was lost.
signin-out-title = You are signed out
signin-out = To come back, use a link from the secretariat of your group.
signin-public = To the public pages

founding-title = Found a group
founding-lede = Three things are recorded together: the group, its first organisation, and your seat in it. That organisation holds the secretariat.
founding-group = The group
founding-group-name = Name of the group
founding-short-name = Short name
founding-short-name-hint = Stands in every address and never changes. Small letters, digits and hyphens.
founding-zone = Time zone of its seat
founding-zone-hint = As in Europe/Lisbon. Deadlines are shown in this zone, with UTC beside it.
founding-purpose = What it is for
founding-purpose-hint = One or two sentences; they stand on the public page.
founding-organisation = The organisation that holds the secretariat
founding-organisation-name = Name of the organisation
founding-organisation-short = Short form
founding-organisation-short-hint = As it signs its comments, without spaces: FDW
founding-person = You
founding-person-name = Name of the person
founding-person-hint = You sign in as secretariat at once.
founding-button = Found the group

today-lede = { $day }. { $n ->
    [0] Nothing waits for you.
    [one] One thing waits for you.
   *[other] { $n } things wait for you.
}
today-asked = Asked of us
today-nothing-asked = Nothing is asked of your organisation now. When a round, a silence procedure or a meeting asks something of it, that stands here first.
today-since = What happened
today-nothing-since = Nothing yet. What the group does will be listed here.

ask-return = { $text }: your comments
ask-return-line = { $version } · not answered yet
ask-return-held-line = { $version } · we hold your comments; you may replace them
ask-return-entered-line = { $version } · the secretariat entered an answer of yours: look whether it is right
ask-answer = { $text }: your answer
ask-answer-line = { $version } is under silence
ask-answer-entered-line = { $version } is under silence · the secretariat entered an answer of yours: look whether it is right
ask-answer-said-line = { $version } is under silence · your answer is recorded; you may change it
ask-proposals = { $text }: answer the comments
ask-proposals-line = { $version } · { $answered } of { $of } answered
ask-issue = { $text }: issue the responses
ask-issue-line = { $version } · every proposal has its answer
ask-next = { $text }: make the next version
ask-next-line = The responses to { $version } are issued
ask-watch-round = { $text }: a round is open
ask-watch-round-line = { $version } · { $answered } of { $of } organisations answered
ask-freeze = { $text }: freeze the comments
ask-freeze-line = The round on { $version } is closed
ask-open-round = { $text }: open a round
ask-open-round-line = { $version } has not been circulated
ask-open-silence = { $text }: open the clearance
ask-open-silence-line = { $version } is ready to be cleared
ask-watch-silence = { $text }: silence runs
ask-watch-silence-line = { $version }
ask-steer = { $text }: the procedure waits for you
ask-steer-line = { $version } · more time is asked for, an entry awaits a second person, or the system was down
ask-confirm = { $text }: confirm the adoption
ask-confirm-line = { $version } · closed, no objection
ask-broken = { $text }: the silence ended without a decision
ask-broken-line = { $version } · restart it, or go back to the text
ask-endorse = { $text }: stand behind it
ask-endorse-line = { $version } is adopted · your organisation is named only with its written yes
ask-publish = { $text }: publish it
ask-publish-line = { $version } is adopted
ask-meeting = { $text }
ask-meeting-line = A meeting of the group is coming
ask-meeting-open = { $text }
ask-meeting-open-line = The meeting is in session
ask-agenda-adopt = { $text }: adopt the agenda
ask-agenda-adopt-line = The meeting is open
ask-agenda-propose = { $text }: propose the agenda
ask-agenda-propose-line = All members see it once it is proposed
ask-minutes-write = { $text }: write the minutes
ask-minutes-write-line = The meeting is closed
ask-minutes = { $text }: the minutes
ask-minutes-line = Read them; you may ask for a correction until then
ask-corrections = { $text }: corrections to the minutes
ask-corrections-line = { $of ->
    [one] One correction is asked for
   *[other] { $of } corrections are asked for
}
ask-action = Action { $number }: { $text }
ask-action-line = For your organisation to do
ask-action-remind-line = With { $owners } · ask how it goes
ask-action-overdue-line = For your organisation to do · report on it, or ask for another day
ask-absent = Decision { $number }: { $text }
ask-absent-line = Taken while your organisation was absent; you may attach a reservation or a statement until then
ask-note = { $text }: issue its note
ask-note-line = The public reads of the meeting only in its note

texts-lede = Joint texts of the group, each with where it stands.
texts-new = Open a text
texts-empty = There is no text here yet.
texts-empty-open = There is no text yet. Open one with the Word file of its first draft.

new-text-title = Open a text
new-text-lede = Nobody is asked anything until a round is opened on its first version.
new-text-name = Title
new-text-slug = Short name in addresses
new-text-slug-hint = Never changes. Small letters, digits and hyphens: recruitment-fees
new-text-kind = Kind
new-text-symbol = Symbol
new-text-symbol-hint = The next one of the group’s papers would be { $next }. Later versions carry it on with /Rev.1, /Rev.2.
new-text-penholder = Penholder
new-text-penholder-hint = The organisation that leads the drafting and answers the comments.
new-text-begin = The first version
new-text-file = is a Word file
new-text-file-label = Word file
new-text-file-hint = .docx, at most 50 MiB.
new-text-template = is a template of the group, as it stands
new-text-template-label = Template
new-text-no-template = The group has no templates yet.
new-text-take-words = Take its words into the field below
new-text-words = is written here
new-text-words-label = Words
new-text-words-hint = Each line is a paragraph.
new-text-signs = Signs for headings, numbers, notes and tables
sign-heading = before a line: a heading
sign-smaller-heading = before a line: a smaller heading
sign-number = before a line: a numbered paragraph; the numbers run through the text
sign-point = before a line: a point of a list
sign-note = within a line: a footnote; its words stand on a line of their own, behind the same sign
sign-bold = around words: bold, italic
sign-table = around the cells of a line: a row of a table
new-text-look = Show how it looks
new-text-looks = How it looks
new-text-further = Symbol, what it goes with, what it is made for
new-text-with = Goes with another text
new-text-with-none = no other text
new-text-with-hint = It then carries that text’s symbol on: /Add.1 or /Corr.1.
new-text-with-kind = It is to that text
supplement-addendum = an addendum
supplement-corrigendum = a corrigendum
supplement-addendum-to = Addendum to
supplement-corrigendum-to = Corrigendum to
supplement-list = What goes with it
aim-for = for
aim-by = needed by { $day }
aim-meeting = Made for a meeting of the group
aim-no-meeting = no meeting
aim-process = Or for a process outside the group
aim-process-hint = Its name, as a review or a session that waits for the text.
aim-day = The day by which it needs the text
aim-change = What the text is made for
aim-button = Record this
templates-title = Templates and kinds
kinds-title = Kinds of texts
kinds-change = Change the list
kinds-label = Kinds
kinds-hint = One on each line, in the order in which they are offered. Texts that are open keep their kind.
kinds-button = Set this list
templates-lede = Word files with which the group’s texts begin. What began with one stays as it is when the template changes.
templates-empty = No template is kept yet.
templates-any-kind = any kind of text
templates-kept = kept on { $on }
templates-drop = Drop
templates-keep-title = Keep a template
templates-name = Name
templates-kind = For
templates-replaces = In the place of
templates-new-one = none: it is a new one
templates-file = Word file
templates-keep-button = Keep this template
new-text-button = Open the text

decisions-lede = What the group decided, newest first. A number is given at adoption.
decisions-empty = Nothing is decided yet. A text that passes its clearance, and a decision taken at a meeting, gets its number here.
decisions-attached = { $n ->
    [one] 1 reservation or statement
   *[other] { $n } reservations or statements
}
basis-silence = by silence procedure
basis-consensus = by consensus
basis-vote = by vote

members-lede = { $n ->
    [one] One organisation takes part.
   *[other] { $n } organisations take part.
}
members-empty = No organisation is recorded yet.
members-since = since { $day }
members-seat = { $seat } since { $day }
seat-title = Make a sign-in link for a new seat
seat-lede = The link works once. Hand it to the person yourself: by mail, or on paper.
seat-kind = Seat
seat-button = Make the link
record-title = Record an organisation
record-category = Takes part as
record-button = Record the organisation
link-title = A new sign-in link
link-for = For { $person }, { $seat } of { $organisation }:
link-once = It works once, until { $until }. It is shown only now.
link-hand-over = Copy it and hand it over yourself. Whoever opens it first and presses the button acts for this organisation.
link-back = Back to the members

record-lede = { $n ->
    [0] Nothing is recorded yet.
    [one] One act is recorded. It can be read and proved by any member.
   *[other] { $n } acts are recorded. Each can be read and proved by any member.
}
record-empty = The first act will stand here.
record-number = act #{ $n }
record-checkpoint = Checkpoint
record-checkpoint-means = The record’s size and root, signed by this server. Keep a copy: any later record must contain this one.
record-key = Key of the record
record-key-means = Checkpoints are signed with it. Keep it beside your receipts: with both, a tool of your own checks a proof without this server.
receipt-title = Receipt #{ $n }
receipt-number = Number
receipt-fingerprint = Fingerprint
receipt-recorded = Recorded
receipt-means = This page says that the act is in the record for good. The proof is a small file that shows it without this server.
receipt-checkpoint = Checkpoint at { $n } acts
seat-again-title = Make a new link for a seat that is held
seat-again-lede = For whoever lost theirs, or was signed out. It works once; sessions that run go on.
seat-held = Person
seat-link-anew = Make a new link
office-title = Give an office
office-lede = From today on. The term of whoever holds it now ends yesterday; co-chairs share theirs. Only the chair confirms an adoption.
office-kind = Office
office-button = Give the office
