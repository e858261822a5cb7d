### What the server tells: short confirmations (flash-…), why a form was refused (problem-…), limits.
### The pages do not ask for these by themselves; they arrive in `Flash` and `Problem`.

limit-form = 1 MiB
limit-file = 50 MiB

flash-founded = The group is founded. Next: record its organisations.
flash-organisation-recorded = The organisation is recorded.
flash-text-opened = The text is open. Nobody is asked anything yet.
flash-version-tabled = The version is tabled.
flash-round-opened = The round is open.
flash-round-closed = The round is closed.
flash-round-extended = The deadline is moved.
flash-more-time = Your organisation asked for more time.
told-other-taken = At this place “{ $words }” is taken.
told-deletion-taken = The words at this place are deleted.
told-changed-in = Changed in { $version }
told-new-in = New in { $version }
told-unchanged-since = Unchanged since { $version }
flash-placed = Placed. What is ready stands below.
flash-entered = The answers are entered.
flash-return-entered = The answer is entered.
flash-return-sent = Your comments are recorded.
flash-no-comments = Recorded: you have no comments.
flash-not-in-our-mandate = Recorded: this is not in your mandate.
flash-not-now = Nothing was sent. Your file waits here as a draft of your organisation.
flash-frozen = The comments are frozen.
flash-answered = The answer is kept.
flash-answer-undone = The answer is undone.
flash-responses-issued = The responses are issued.
flash-silence-opened = The silence procedure is open.
flash-silence-restarted = The procedure is restarted.
flash-position-given = Your answer is recorded.
flash-position-late = Your answer is recorded as late. It has no effect on the outcome.
flash-adopted = The text is adopted, and the decision has its number.
flash-endorsed = Recorded: you stand behind this text.
flash-endorsement-withdrawn = Recorded: your name is withdrawn.
flash-published = The text is published.
flash-clock = The clock is set ahead.
flash-position-withdrawn = Your answer is withdrawn.
flash-office-assigned = The office is given.
flash-decision-attached = Your words are attached to the decision.
flash-decision-released = The decision is public.
flash-themes-tagged = The themes are recorded.
flash-action-opened = The action is open.
flash-action-reported = Your report is recorded.
flash-action-done = Recorded: it is done.
flash-action-moved = The action has its new day.
flash-action-reassigned = The action is given to others.
flash-action-dropped = The action is dropped.
flash-organisation-renamed = The new name is recorded.
flash-organisation-named = The name is added.
flash-organisation-classified = The kind of organisation is recorded.
flash-membership-ended = The membership is ended.
flash-profile-stated = Recorded: what the organisation works on.
flash-theme-opened = The theme is open.
flash-theme-closed = The theme is closed.
flash-themes-linked = The two themes are linked.
flash-mandate-recorded = The mandate is recorded.
flash-purpose-set = The purpose is in force.
flash-meeting-called = The meeting is called. Next: its agenda.
flash-meeting-moved = The meeting has its new time and place.
flash-meeting-cancelled = The meeting is cancelled.
flash-agenda-proposed = The draft agenda is before the members.
flash-agenda-adopted = The agenda is adopted.
flash-agenda-changed = Another draft was proposed in the meantime, and nothing was adopted. This is the draft as it stands now.
flash-paper-tabled = The paper is tabled.
flash-meeting-opened = The meeting is open.
flash-attendance-marked = It is recorded who is present.
flash-nothing-changed = Nothing was changed, and nothing was recorded.
flash-outcome-recorded = The outcome is recorded.
flash-decision-put = The decision is before the meeting.
flash-taken-back = It is taken back.
flash-membership-started = The organisation takes part again.
problem-secretariat-sure = Tick the box: the office of the secretariat goes to another organisation, and its forms with it.
flash-so-decided = It was so decided, and the decision has its number.
flash-objection-recorded = The objection is recorded. It is not decided.
flash-meeting-closed = The meeting is closed. Next: its minutes.
flash-minutes-circulated = The minutes are circulated.
flash-correction-asked = The correction is recorded; the secretariat sees it.
flash-minutes-approved = The minutes are approved.
flash-note-issued = The note is public.
flash-quotation-approved = Your words are recorded for the note.
flash-already = This was recorded before; nothing was done twice.

problem-file-missing = Choose a file first.
problem-file-empty = “{ $file }” is empty. Save it in Word and choose it again.
problem-file-not-word = “{ $file }” is not a Word file. In Word: File, Save as, Word document (.docx); then send it again.
problem-file-too-large = “{ $file }” is larger than { $limit }. Large pictures are the usual reason; in Word: File, Compress Pictures. What was held before is still held.
problem-title-missing = The text needs a title.
problem-name-missing = A name is missing.
problem-short-name = A short name has small letters, digits and hyphens only, and at most 40 of them.
problem-short-name-taken = “{ $name }” is taken; choose another short name.
problem-short-form = A short form has no spaces, and at most 20 letters.
problem-short-form-taken = An organisation with the short form { $name } is recorded already.
problem-zone = “{ $zone }” is no zone that we know; write it as in Europe/Lisbon.
problem-date = Write the day as 2026-05-06.
problem-time = Write the time as 17:00.
problem-deadline-past = The deadline lies in the past.
problem-what-missing = Say what is to be done.
problem-report-missing = Say what was done.
problem-due-missing = Choose the day, or “before the next meeting”.
problem-day-past = This day has passed.
problem-why-missing = It needs a reason.
problem-words-missing = Write the words themselves.
problem-theme-missing = Choose the other theme.
problem-body-missing = Say who gave the mandate.
problem-asks-missing = Say what the mandate asks.
problem-same-name = This is its name already, so nothing was recorded.
problem-renamed-today = It was given another name today already. A name stands for a day at least: record the next one from tomorrow on.
problem-leave-tick = Tick the box to end the membership.
problem-agenda-other = Somebody proposed another draft in the meantime. What you typed is kept here; compare it with the agenda on the page of the meeting, and propose it again if it should stand.
problem-minutes-other = Another edition was circulated in the meantime. What you typed is kept here; compare it with that edition, and circulate it again if it should stand.
problem-outcome-other = Somebody recorded an outcome of this item in the meantime. What you typed is kept here; record it again if it should stand.
problem-order = Write the place on the agenda as a number.
problem-nobody-objects = Tick the organisations that object.
problem-choice = Choose one of the answers.
problem-reason-missing = It needs a reason; it will be shown to all.
problem-not-taken-reason = A proposal that is not taken needs its reason.
problem-wording-missing = Write the wording that should stand in its place.
problem-statement-missing = Write the statement or reservation itself.
problem-too-long = This is longer than { $limit } characters.
problem-unnamed-members = The text speaks for “the members”, and not all of them are named. Tick the box to publish it all the same.
told-paragraph = paragraph { $n }
told-before-first = before the first paragraph
told-no-place = no place
told-letter = { $place }, { $letter }
problem-answer-gone = Someone else took the answer back in the meantime. What you typed is kept below; answer again if it should stand.
problem-both-taken = { $first } and { $second } are both taken and can’t both stand: take one, and say why not the other.
problem-answer-late = The round closed before this arrived, so it is not recorded as an answer. What we held from you before is unchanged.
problem-other-file = Another file of your organisation came in meanwhile, and nothing was sent. This page now shows that file: look at it before you send it.
problem-reply-alone = A reply is kept in whose comment is kept back. Keep both back, or send both.
told-seat-held = { $person }, { $seat }, { $organisation }

told-line-adoption = Adoption of the agenda
told-line-minutes = Approval of the minutes: { $meeting }
told-line-follow-up = Follow-up of open actions
told-line-other = Any other business
told-covering-title = Covering note to { $after } of { $text }
told-covering-follows = This is { $after }. It follows the comments on { $before }.
told-covering-answers = { $asked ->
    [one] { $answered } of { $asked } organisation answered: { $how }.
   *[other] { $answered } of { $asked } organisations answered: { $how }.
 }
told-covering-with-comments = { $n } with comments
told-covering-without-comments = { $n } without comments
told-covering-not-in-mandate = { $n } that it is not in { $n ->
    [one] its mandate
   *[other] their mandate
 }
told-covering-became = { $n ->
    [one] There was { $n } proposal or comment: { $became }.
   *[other] There were { $n } proposals and comments: { $became }.
 }
told-covering-left = Left for discussion
told-covering-nothing-left = Nothing is left for discussion.
told-covering-brackets = In square brackets
told-covering-table = The table of dispositions has each proposal and comment with its response.
