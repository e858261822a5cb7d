choice-in-favour = In favour
choice-against = Against
choice-abstains = Abstains
choice-not-part = Does not take part
choice-nothing = nothing said
majority-simple = more votes in favour than against; a tie fails
majority-absolute = more than half of the votes of all members in favour
majority-two-thirds = two thirds of the votes cast in favour; abstentions are not counted
majority-unanimity = no vote against

vote-count = { $pro } in favour, { $contra } against, { $abstaining } abstaining.
vote-no-quorum = { $n ->
    [one] One organisation took part
   *[other] { $n } organisations took part
} where { $needed } must.
vote-said = Said
vote-votes = { $n } votes
vote-needed = Needed: { $majority }.
roll-call-choose = not called yet
wait-vote-outage = The system could not be reached from { $from } until { $until }, across the deadline. Close the vote, or cancel it.
vote-own = Your vote
vote-cast-legend = What your organisation says
vote-cast-hint = You may change it until the deadline. All see it by name once the vote is closed.
vote-cast = Vote
vote-cast-again = Change our vote
vote-who-said = Who said what
vote-positions-lede = Only the chair and the secretariat see this while the vote runs.
vote-running = The group votes on { $version } in writing, by name.
vote-carried = Carried
vote-lost = Not carried
vote-lost-means = { $version } is not adopted, and is not voted on again. The group may still agree on it, or vote on another version.
vote-adopted-means = By vote, confirmed by the chair.
vote-cancelled = Vote cancelled
vote-cancelled-means = Nothing was decided. The version may be voted on anew.
vote-how = { $n ->
    [one] One organisation votes.
   *[other] { $n } organisations vote.
} Needed: { $majority }. { $quorum ->
    [0] No quorum is set.
    [one] One must take part.
   *[other] At least { $quorum } must take part.
}
vote-close = Close the vote
vote-cancel = Cancel the vote
vote-cancel-means = Where the wrong version was put, or the vote can’t be held. Where two hold the chair, both say so.
vote-enter = Enter a vote that came by mail
vote-enter-title = Enter a vote
vote-enter-lede = What an organisation wrote counts from its arrival. It is told, and may say otherwise until the deadline.
vote-enter-choice = What it says
vote-open-title = Put it to the vote
vote-open-lede = Where the group can’t agree, it may vote on { $version }, in writing and by name.
vote-open-button = Open the vote
put-votes = Vote
put-votes-hint = By roll call, by name
roll-call-title = Roll call
roll-call-rules = Needed: { $majority }. { $quorum ->
    [0] No quorum is set.
    [one] One member must take part.
   *[other] At least { $quorum } members must take part.
}
roll-call-button = Record the vote and close it
entry-lost = “{ $title }” was put to the vote and not carried.
decision-vote = The vote
rules-votes = Votes of members
rules-one-vote = Each member has one vote.
rules-more-votes = Each member has one vote, but for these:
rules-votes-change = Change the votes
rules-votes-button = Set the votes

rule-vote-allowed = The group decides by vote where it can’t agree
rule-vote-days = Working days that the form proposes for a vote in writing
rule-vote-majority = What a vote needs to carry
rule-vote-minimum-days = Whole working days that a vote in writing lasts at least
rule-vote-quorum = Organisations that must take part in a vote; 0: no such number
rule-vote-quorum-percent = Percent of the members that must take part in a vote; 0: no such share

stage-voting = voted on until { $until }
stage-carried = carried by vote on { $closed }, the chair has not confirmed
invite-vote = Vote
ask-vote = Vote on “{ $text }”
ask-vote-line = { $version } is voted on in writing.
ask-vote-said-line = { $version } is voted on in writing. Your organisation has voted; you may change it until the deadline.
ask-carried = Confirm the adoption of “{ $text }”
ask-carried-line = A vote carried { $version }.
ask-vote-waits = See to the vote on “{ $text }”
ask-vote-waits-line = It does not close by itself: mail has not been read, or the system was down.

flash-vote-opened = The vote is open.
flash-vote-cast = Your vote is recorded.
flash-vote-entered = The vote is entered.
flash-vote-closed = The vote is closed.
flash-vote-cancelled = The vote is cancelled.
flash-votes-set = The votes are set.
flash-roll-call = The vote is recorded and closed.
problem-vote-choice = Choose what it says.
problem-roll-call = Say for each organisation that is there what it says.
problem-votes = Each member has a whole number of votes, from 1 to 1000.

deed-weights-set = The votes of members were set
deed-vote-opened = “{ $text }” was put to the vote
deed-vote-cast = { $form ->
    [in_favour] { $organisation } voted in favour of “{ $text }”
    [against] { $organisation } voted against “{ $text }”
    [abstains] { $organisation } abstained on “{ $text }”
   *[other] { $organisation } took no part in the vote on “{ $text }”
}
deed-vote-entered = { $form ->
    [in_favour] { $about } voted in favour of “{ $text }”, as entered by { $organisation }
    [against] { $about } voted against “{ $text }”, as entered by { $organisation }
    [abstains] { $about } abstained on “{ $text }”, as entered by { $organisation }
   *[other] { $about } took no part in the vote on “{ $text }”, as entered by { $organisation }
}
deed-vote-hidden = An organisation voted on “{ $text }”; who it was is shown when the vote is over
deed-vote-entered-hidden = The secretariat entered a vote on “{ $text }”; whose it is, is shown when the vote is over
deed-vote-closed = The vote on “{ $text }” was closed
deed-vote-cancelled = The vote on “{ $text }” was cancelled

refusal-votes-off = The group does not decide by vote: its rules allow it first.
refusal-vote-runs = A vote runs on this: it closes first.
refusal-vote-over = This vote is over, or its deadline has passed: what comes now does not count.
refusal-voted-already = This version was voted on already: a vote closes once.
refusal-no-vote = The organisation has no vote here.
refusal-not-carried = The vote did not carry this.
refusal-too-many-votes = A member has between 1 and { $limit } votes.
