### The drop: what came by mail, placed and entered.

drop-title = Drop what came by mail
drop-hint = Mails, Word files, tables of comments and PDF files, all at once.
drop-lede = Choose all that came: mails (.eml, .msg), Word files, tables of comments (.xlsx), PDF files, or .zip files of them. Each is opened and proposed to an organisation; nothing is entered before you say so.
drop-files = Files
drop-files-hint = As many as you like, 50 MiB each and 200 MiB at once.
drop-files-button = Open these files
told-drop-full = { $n ->
    [one] One file is not read yet: so many things wait here that some of them have to be placed or left out first.
   *[other] { $n } files are not read yet: so many things wait here that some of them have to be placed or left out first.
}
drop-reading = { $read } of { $of ->
    [one] one file is
   *[other] { $of } files are
} read.
drop-found = { $n ->
    [0] Nothing was found in them so far.
    [one] One thing was found in them so far.
   *[other] { $n } things were found in them so far.
}
drop-reading-goes-on = This page goes on by itself. The files are kept: you may leave it and come back.
drop-reading-again = How far is it?
drop-things = To be placed
drop-things-empty = Nothing waits to be placed.
drop-things-lede = Look at each proposal and correct it. What has no organisation stays here.
drop-no-name = (without a name)
drop-within = in
drop-text = The text
drop-whose = Whose it is
drop-whose-nobody = Not said yet
drop-proposed = Proposed by
drop-why-domain = where its mail came from before
drop-why-address = the address
drop-why-file-name = the file’s name
drop-why-author = a name in the file
drop-why-sender = the sender’s name
drop-why-subject = the subject
drop-why-content = the text
drop-use = What to do with it
drop-use-answer = It is the answer, or part of it
drop-use-evidence = Keep it as evidence only
drop-use-leave-out = Leave it out
drop-use-later = Decide later
drop-place-button = These are right
drop-marked-up = Marked-up file: { $proposals ->
    [one] 1 proposal
   *[other] { $proposals } proposals
}, { $comments ->
    [one] 1 comment
   *[other] { $comments } comments
}
drop-said = Read as { $proposals ->
    [one] 1 proposal
   *[other] { $proposals } proposals
} and remarks on { $comments ->
    [one] 1 paragraph
   *[other] { $comments } paragraphs
}
drop-no-comments = Says that there are no comments
drop-not-in-mandate = Says that it is not in the mandate
drop-prepared = Ready to be entered
drop-prepared-lede = Whatever you placed is put together for each organisation. Look at it, or enter all of it at once.
drop-arrived = Arrived { $on }.
drop-internal = { $n ->
    [one] 1 comment looks internal and is kept back.
   *[other] { $n } comments look internal and are kept back.
}
drop-adds = The organisation has answered already: this is added.
told-evidence-only = Evidence only: say what it answers.
drop-look = Look at it
drop-enter-means = Entered means: recorded as the answers of these organisations, on the evidence that you keep, and shown to them.
drop-enter-button = Enter these answers
drop-not-entered = Not entered
