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
