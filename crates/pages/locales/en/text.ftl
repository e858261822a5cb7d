### A text: its head, its versions, rounds, returns, the public page.

kind-statement = Joint statement
kind-issue-paper = Issue paper
kind-submission = Submission
kind-letter = Letter
kind-terms-of-reference = Terms of reference
kind-plan = Plan

stage-drafting = not circulated yet
stage-round = round closes { $closes } · { $answered } of { $asked } answered
stage-answering = { $answered } of { $proposals } proposals answered
stage-being-answered = { $proposals ->
    [one] 1 proposal is being answered
   *[other] { $proposals } proposals are being answered
}
stage-responses-issued = responses issued { $on }
stage-silence = under silence until { $until }
stage-suspended = under silence, suspended, { $on }
stage-cancelled = silence was cancelled, { $on }
stage-annulled = its adoption was annulled, { $on }
stage-broken = silence ended by an objection, { $on }
stage-unconfirmed = closed { $closed }, no objection, not confirmed yet
stage-adopted = adopted { $on }, decision { $number }
stage-published = published { $on }, decision { $number }

text-tabs = Pages of this text
text-penholder = penholder { $organisation }
tab-read = Read
tab-comments = Comments
tab-responses = Responses
tab-clearance = Clearance
invite-return = Send your comments
invite-prepare = Prepare our comments
invite-answer = Give your answer
invite-confirm = Confirm the adoption
invite-endorse = Stand behind this text

read-shown = You read { $version }.
read-compared = { $shown } beside { $earlier }: { $n ->
    [0] no difference.
    [one] 1 place differs.
   *[other] { $n } places differ.
}
read-empty = This version has no words.
read-aside = Versions and files
read-versions = Versions
read-since = Since when each paragraph stands
read-since-off = Without it
read-compare = Compare
read-compare-from = Earlier
read-compare-to = Later
read-compare-button = Show what changed
table-version-title = Table a version written elsewhere
table-version-file = Word file
table-version-label = What to call it
table-version-button = Table this version

files-title = Files
file-version = { $version } (.docx)
file-redline = Redline, { $from } to { $to } (.docx)
file-compilation = All comments in one Word file
file-dispositions-sheet = Table of dispositions (.xlsx)
file-dispositions-word = Table of dispositions (.docx)
file-covering-note = Covering note of the next version (.docx)
file-became = The same as a Word file (.docx)
file-matrix = Table of comments (.xlsx)
file-amendments = All comments as data (.json)
file-proof = Proof (.tlog-proof)

deadline-date = Last day
deadline-time = Time
deadline-zone = In the time of { $zone }.

round-title = The round
round-closed-title = The round is closed
round-closes = The round closes
round-closed-on = The round closed
round-answered = { $answered } of { $asked } answered{ $without ->
    [0] .
    [one] , 1 of them without comments.
   *[other] , { $without } of them without comments.
}
round-board = Where each organisation stands
round-organisation = Organisation
round-heard = What we hold
round-close-hint = Closing ends the round for all, now. It can’t be opened again; a new round can.
round-close-button = Close the round now
round-open-title = Open a round on { $version }
round-open-lede = { $n ->
    [one] One organisation is asked for its comments.
   *[other] { $n } organisations are asked for their comments.
} Until the round closes, only the penholder and the secretariat see them; then all do.
round-visibility = The compilation shows the comments
round-with-names = with the names of the organisations
round-without-names = without names
round-visibility-hint = Without names, a number stands for each organisation, and only the penholder and the secretariat know whose it is. This can’t be changed once the round is open.
round-nameless = The comments are compiled without names: only the penholder and the secretariat know who said what.
round-instructions = What you ask for
round-instructions-hint = Shown to all, above the draft.
round-late-label = Answers that come after the deadline still count, until the responses are issued
round-open-button = Open the round
round-extended-from = Extended; it would have closed { $from }.
round-late = Answers still count after the deadline, marked as late, until the responses are issued.
round-more-time = { $n ->
    [one] One organisation asks for more time:
   *[other] { $n } organisations ask for more time:
}
round-extend-title = Give more time
round-extend-hint = The deadline only ever moves to a later moment, for all. Everyone who was asked sees the new one.
round-extend-button = Move the deadline
round-enter = Enter its answer
round-enter-for = Enter the answer of { $organisation }

evidence-title = How the answer reached the group
evidence-kind = What you hold
evidence-mail = A mail
evidence-letter = A letter
evidence-file-kind = Another file
evidence-arrived = When it arrived at the group: this counts, not when it is entered.
evidence-day = Day
evidence-file = The message itself
evidence-file-hint = Kept as it is and seen by the penholder, the secretariat and the organisation. Leave it out where the Word file is all that came, or where it holds words that the organisation meant for itself.
evidence-button = Keep this
evidence-change = Change this
heard-by-mail = came by mail
heard-by-letter = came by letter
heard-by-file = came as a file
heard-late = late

heard-marked-up = marked-up file: { $proposals ->
    [one] 1 proposal
   *[other] { $proposals } proposals
}, { $comments ->
    [one] 1 comment
   *[other] { $comments } comments
} · { $on }
heard-no-comments = no comments · { $on }
heard-not-in-mandate = not in its mandate · { $on }
heard-not-yet = not heard from yet

return-title = Your comments
return-title-entering = Enter the answer of { $organisation }
return-entered = The secretariat entered it; it
return-evidence = The message that is kept
return-reviewer = You prepare the answer; a focal point, an alternate or the head of your organisation looks at it and sends it.
return-for-penholder = For the penholder alone:
return-without-names = The others read what you send without your name. Your words themselves are shown as you write them: don’t let them say who you are.
return-late = The deadline has passed. An answer still counts until the responses are issued, and is marked as late.
return-matrix = Or a table to fill in:
return-typed = { $n ->
    [one] You typed something for 1 paragraph; it is not sent yet.
   *[other] You typed something for { $n } paragraphs; it is not sent yet.
}
return-file-add = Add it to { $file }, which waits: both are sent as one
return-words-title = On this page, paragraph by paragraph
return-words-hint = For a few words or remarks you need no Word file. What you type is kept until you send it.
return-words-link = Go through the paragraphs
return-time-title = More time
return-time-hint = One press, no reason. The penholder and the secretariat see it and answer for all; nobody else does.
return-time-button = Ask for more time
return-time-asked = You asked for more time in this round.
return-closed = This round is closed and takes no more comments. Write to the penholder if something must still be said; the clearance comes later and asks you again.
return-draft = The draft to mark up:
return-held = What we hold from you
return-replaces = If you answer again, you choose whether the new answer replaces this one or is added to it.
return-waiting = { $file } was read and waits for your confirmation.
return-waiting-link = Look at what we read
return-file-title = A marked-up Word file, or a table of comments
return-file = Your file
return-file-hint = .docx, or the table filled in (.xlsx, .docx), at most 50 MiB. Changes need not be tracked: we compare the file with the draft. You see what we read before anything is sent.
return-file-button = Read this file
return-other-title = Or
return-no-comments = We have no comments
return-no-comments-hint = Recorded as an answer of your organisation
return-not-in-mandate = This is not in our mandate
return-not-in-mandate-hint = Recorded as an answer; you are still asked in the clearance

check-title = What we read
check-read = In { $file } we read { $proposals ->
    [0] no proposal
    [one] 1 proposal
   *[other] { $proposals } proposals
} and { $comments ->
    [0] no comment
    [one] 1 comment
   *[other] { $comments } comments
}.
check-read-typed = You typed { $proposals ->
    [0] no proposal
    [one] 1 proposal
   *[other] { $proposals } proposals
} and { $comments ->
    [0] no comment
    [one] 1 comment
   *[other] { $comments } comments
}.
check-entering = You enter the answer of { $organisation }.
check-left-out = Not in it any more
check-left-out-lede = Something else is asked for at the same words by what was added later.
check-untracked = { $n ->
    [one] One edit was not tracked: is it meant?
   *[other] { $n } edits were not tracked: are they meant?
}
check-same-file = We hold this same file from you already. Sending it again changes nothing but gives you a second receipt.
check-replaces = It replaces what you sent on { $on }.
check-warnings = Before you send it
check-proposals = Proposals
check-no-proposals = The file reads like the draft: no word was changed.
check-comments = Comments in the file
check-comments-hint = What is kept back is not sent and not stored. What is for the penholder alone stands in no compilation: the penholder and the secretariat read it, the other organisations don’t.
check-comment-about = on “{ $words }”
check-hold-back = Keep back
check-for-penholder = For the penholder alone
check-set-aside = Not in the compilation
check-set-aside-lede = These changes can’t be shown beside the others. They are listed with your comments, so that nothing is lost.
check-authors = Names in the file
check-authors-hint = The other organisations see your organisation, not these people.
check-means = Sent means: recorded as the comments of your organisation, seen by the penholder and the secretariat, and by all once the round is closed.
check-means-entering = Entered means: recorded as the answer of the organisation, on the evidence that you keep, and shown to it.
check-send = Send as our return
check-enter = Enter as its answer
mode-title = What becomes of the answer that we hold
mode-hint = It came on { $on }.
mode-replaces = This one takes its place
mode-adds = This one is added to it
mode-paragraphs = This one takes its place in the paragraphs that it touches
mode-lost = { $n ->
    [0] Nothing is lost.
    [one] 1 thing would not be asked for any more.
   *[other] { $n } things would not be asked for any more.
}
mode-lost-show = What would be lost
check-not-now = Not now
tracking-untracked = not tracked
tracking-mixed = partly tracked
internal-resolved = looks internal: marked as resolved
internal-reply = looks internal: a reply among colleagues
internal-names-colleague = looks internal: it names a colleague
internal-says-so = looks internal: it says so
aside-field = A field that Word computes by itself.
aside-formatting = A change of formatting only.
aside-outside-base = Text outside the draft, such as a cover note.
aside-from-other = It came with another organisation’s file.
aside-rebased = It was made on an earlier version.
aside-not-covered = In a part of the file that we don’t compare yet, such as a footnote or a header.

matrix-number = No.
matrix-paragraph = Paragraph
matrix-current = Current text
matrix-proposed = Proposed text
matrix-comment = Comment

typing-title = Paragraph by paragraph
typing-lede = Open a paragraph, write how it should read or what you have to say. The change is shown against the draft.
typing-onward = Look at all that you typed
typing-open = Change or comment
typing-change = Change what you typed
typing-words = How it should read
typing-words-hint = An empty line begins a new paragraph. Nothing at all: the paragraph goes.
typing-comment = A comment on it
typing-keep = Keep this
typing-undo = Undo this paragraph

published-aside = Who stands behind it, and files
published-endorsed = Endorsed by
published-edition = Edition { $n }, as of { $day }.
published-no-one = No organisation has asked to be named.
published-kind = Kind
published-adopted = Adopted
published-adopted-line = { $day }, { $basis }
published-decision = Decision
published-on = Published
published-proof = the act that published this text, as recorded
