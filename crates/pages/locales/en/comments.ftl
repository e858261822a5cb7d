### The desk and the responses.

comments-title = Comments on { $text }
comments-empty = No comments yet. When a round has closed, all of them stand here, paragraph by paragraph.
comments-empty-desk = No comments yet. Open a round on the page Read; what is returned stands here, paragraph by paragraph.
comments-not-shown-yet = The round is open. Its comments are shown to all once it has closed.
comments-aside = Progress and files
comments-provisional = More comments may come in while the round is open.
comments-provisional-desk = More comments may come in: answers are provisional until the comments are frozen.
comments-frozen = The penholder is answering; the responses are shown once they are issued.
desk-for-penholder = for the penholder alone
comments-without-names = Without names, as the round was announced: a number stands for each organisation. Only you see your own name here.
comments-without-names-desk = Without names, as the round was announced: you see the names here, the others see numbers, and so does every file.
comments-frozen-desk = Drafts of the penholder’s team until the responses are issued.
comments-issued = The responses are issued.

filter-label = Show
filter-open = Open { $n }
filter-conflicts = Conflicts { $n }
filter-all = All { $n }
filter-comments = Comments { $n }
filter-any-organisation = Organisation: any
filter-organisation = Organisation: { $organisation }
filter-any = any
filter-open-empty = Every proposal has its answer. The page Responses issues them.
filter-conflicts-empty = No proposals clash.
filter-all-empty = Nobody asked for a change.
filter-comments-empty = There are no comments beside the proposals.

progress-answered = { $answered } of { $proposals } answered
progress-label = Share of proposals and comments that have an answer
progress-heard = Organisations
progress-heard-line = { $heard } of { $asked } answered{ $without ->
    [0] .
   *[other] , { $without } without comments.
}
progress-not-heard = Not yet heard from
freeze-title = Freeze the comments
freeze-means = Fixes what is asked for, so that answers hold. Something that comes in later makes it possible to freeze again; answers to what is unchanged stay.
freeze-button = Freeze the comments

keys-title = Keys
keys-means = j and k go to the next and the one before; t takes, m takes in other words, n does not take, b puts in brackets, u takes an answer back.
keys-button = Use these keys
signs-title = Signs only
signs-means = Quotation marks, spaces, hyphens: no word differs, and nobody asks for something else there. Each can be changed afterwards.
signs-button = { $n ->
    [one] Take the one that is open
   *[other] Take all { $n } that are open
}

para-label = Paragraph { $label }
para-no-comment = no comment
para-reads = If { $letters } { $n ->
    [one] is
   *[other] are
} taken, paragraph { $label } reads
para-reads-unnumbered = If { $letters } { $n ->
    [one] is
   *[other] are
} taken, this reads
clash-label = Proposals that clash
clash-wordings = { $n ->
    [2] Two wordings
    [3] Three wordings
    [4] Four wordings
   *[other] { $n } wordings
} for “{ $of }”: only one can stand
clash-delete-against-edit = Delete against edit: only one can stand
clash-overlap = These overlap: only one can stand
desk-penholder = penholder
desk-variant = wrote “{ $words }”
desk-comment = comment
desk-reply = reply
part-footnote = In footnote { $n }
part-endnote = In endnote { $n }
part-header = In header { $n }
part-footer = In footer { $n }
part-text-box = In text box { $n }
proposal-delete-paragraph = Delete the paragraph
proposal-new-paragraph = New paragraph after this one
proposal-typography = Signs only
proposal-delete-row = Delete the row
proposal-new-row = New row
proposal-formatting = Formatting only
proposal-moved = Move this paragraph
proposal-moved-first = Move this paragraph before all others
proposal-moved-behind = Move this paragraph behind paragraph { $number }
proposal-moved-behind-words = Move this paragraph behind “{ $words }”
proposal-moved-words = Move these words
proposal-moved-within = Move these words to another place in this paragraph
proposal-moved-into = Move these words into paragraph { $number }
proposal-moved-into-words = Move these words into the paragraph “{ $words }”
proposal-split = Begin a new paragraph
proposal-joined = Join with the next paragraph
proposal-other = Another change

verdict-taken = taken
verdict-in-other-words = in other words
verdict-not-taken = not taken
verdict-noted = noted
verdict-bracketed = in brackets
verdict-left-for-discussion = left for discussion
answer-open = Answer
answer-change = Change
answer-to = to
answer-by = by { $person }
answer-before = Changed since it was answered:
answer-take = Take
answer-bracket = Bracket
answer-note = Note
answer-leave = Leave for discussion
answer-undo = Undo
answer-wording = In other words
answer-wording-hint = The wording that should stand in its place.
answer-in-other-words = Take in other words
answer-reason = Reason
answer-reason-hint = Needed when it is not taken; shown to all with the responses.
answer-not-take = Do not take
answer-close = Close
answer-meeting = Someone else answered this in the meantime.
answer-theirs = Their answer:
answer-yours-kept = What you typed is kept below. Answer again only if yours should replace theirs.

responses-title = Responses on { $text }
responses-empty = No responses yet. They follow the comments of a round.
responses-answered = { $answered } of { $of } answered.
responses-before = The responses are shown to all once they are issued, together.
responses-unanswered = Still without an answer:
responses-issue-means = Issuing records every response with its reason, and shows them to all members. They can’t be changed after that.
responses-issue = Issue the responses
responses-issued = The responses to { $version } were issued on { $on } by { $organisation }.
responses-table = Responses
responses-number = No.
responses-organisation = Asked by
responses-place = Paragraph
responses-proposed = Proposal or comment
responses-response = Response
responses-comment = comment
responses-open = open
responses-none-yours = Your organisation asked for nothing in this round.
became-title = { $n ->
    [one] What became of your comment
   *[other] What became of your { $n } comments
}
became-title-of = { $n ->
    [one] What became of the comment of { $organisation }
   *[other] What became of the { $n } comments of { $organisation }
}
became-on = On { $version }:
became-link = One by one
became-all = All responses
became-others = What became of the comments of each
became-same = Asked for by others too:
became-colleague = Asked by { $names }.
became-private = Which colleague asked is shown to your organisation alone.
became-taken = { $n } taken
became-in-other-words = { $n } in other words
became-not-taken = { $n } not taken, with the reason
became-noted = { $n } noted
became-bracketed = { $n } in brackets
became-left = { $n } left for discussion
next-title = Make { $version }
next-lede = The text below is the version before, with what was taken.
next-nothing-left = Nothing is left open.
next-left = Left for discussion, and listed in the covering note:
next-button = Table { $version }
next-preview = Read it first
