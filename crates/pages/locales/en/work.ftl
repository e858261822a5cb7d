### Decisions, actions, members' pages, themes, mandates.

narrow-all = All
narrow-show = Show
narrow-clear = Show all
narrow-nothing = Nothing matches these choices.
not-said = not said
days-span = { $since } to { $until }
days-until = until { $until }

basis-at = { $basis } at “{ $meeting }”
decision-year = Year
decision-the-text = The text
decision-title = Decision { $number }
decision-number = Number
decision-kind = Kind
decision-adopted = Adopted
decision-meeting = Meeting
decision-text = Text
decision-who-reads = Who can read it
decision-inside = the members
decision-inside-until = the members; it can be made public after { $day }
decision-with-text = everyone, once its text is published
decision-public-since = everyone, since { $day }
decision-aside = Mandates and themes
decision-adopts-text = It adopts the text, word for word.
decision-attached-public = May be published with the decision.
decision-attached-inside = Stays among the members.
decision-follows = What follows from it
decision-nothing-follows = No action follows from it yet.
decision-took-part = Who took part
decision-absent = { $n ->
    [one] { $names } was absent.
   *[other] { $names } were absent.
}
decision-absent-until = { $n ->
    [one] { $names } was absent and may attach a reservation or a statement until { $day }.
   *[other] { $names } were absent; they may attach a reservation or a statement until { $day }.
}
decision-mandates = Mandates it cites
decision-proof = this decision, as recorded
decisions-actions = { $n ->
    [one] 1 open action
   *[other] { $n } open actions
}
decisions-public-empty = No decision is shown to the public yet.

attach-title = Attach a reservation or a statement
attach-until = It stands with the decision for good and does not change it. You may attach it until { $day }.
attach-words-hint = Shown to all members, as you write it.
attach-publish = If the decision is made public, publish these words with it
attach-button = Attach it to the decision
release-title = Make it public
release-means = Everyone can then read its number, title and words, its kind, and how and when it was adopted.
release-with = Published with it
release-kept = { $n ->
    [one] One reservation or statement stays among the members, by its author’s choice.
   *[other] { $n } reservations or statements stay among the members, by their authors’ choice.
}
release-button = Make the decision public

actions-lede = What follows from decisions and meetings: who does it, and by when.
actions-empty = Nobody has anything to do yet. What a decision or a meeting asks of an organisation will stand here.
actions-empty-open = There is no action yet. Open the first one, or open one from a decision in a meeting.
actions-mine = For us, { $organisation }
actions-mine-empty = Nothing waits for your organisation.
actions-others = For others
actions-overdue = Past their day
actions-open = Open
actions-done = Done lately
actions-finished = Done
action-titled = { $number }: { $what }
action-title = Action { $number }
action-owners = { $lead }, with { $others }
action-who = Who does it
action-lead = Who leads
action-others = Together with
action-due = By when
action-state = State
action-from = Follows from
action-state-open = open
action-state-progress = in progress
action-state-done = done on { $day }
action-state-dropped = dropped on { $day }
action-history = What happened
action-no-history = Nothing happened yet.
action-proof = this action, as recorded
due-in = { $n ->
    [0] today
    [1] tomorrow
   *[other] in { $n } days
}
due-was = was due { $day }
due-next-meeting = before the next meeting
due-kind-day = By a day
due-kind-next-meeting = Before the next meeting
due-day = The day

new-action-title = Open an action
new-action-lede = All members see it, and it stands on the next agenda until it is done.
new-action-what = What is to be done
new-action-what-hint = So that one can tell later whether it was done.
new-action-decision = Follows from
new-action-no-decision = no decision
new-action-button = Open the action

step-opened = It was opened
step-reported = { $organisation } reported progress
step-done = { $organisation } reported it done
step-dropped = { $organisation } dropped it
step-moved = { $organisation } moved it to { $to }
step-moved-meeting = { $organisation } moved it to before the next meeting
step-reassigned = { $organisation } gave it to { $to }
step-evidence = Where it can be seen
report-title = Report on it
report-words = What was done
report-words-hint = One or two sentences; all members see them.
report-evidence-hint = A symbol, an address, the name of a file.
report-button = Report progress
report-done = Report it done
steer-title = Change it
steer-move = Move the day
steer-reassign = Give it to others
steer-drop = Drop it
steer-reason = Why
steer-reason-hint = Shown with the change.
steer-move-button = Move the day
steer-reassign-button = Give it to them
steer-drop-means = Nobody is asked for it any more. It stays here, with the reason.
steer-drop-button = Drop the action

member-kind = Kind of organisation
member-took-part = Took part as
member-works-on = What it works on
member-nothing-stated = It has not stated yet what it works on.
member-nothing-stated-own = Nothing is stated yet. Say below what the organisation works on, so that others find it.
member-told = Listed in the { $form }’s account of { $day }. Since when it takes part, the { $form } does not say.
member-told-label = Listed
member-told-works = The { $form } does not say what it works on.
member-entered = As the secretariat entered it on { $day }.
member-stated = As the organisation stated on { $day }.
member-pen = Penholder of
member-actions = Open actions
member-no-actions = No action is open for it.
member-seats = Seats
profile-title = State what it works on
profile-lede = For each theme, tick how the organisation works on it. What you state replaces what stands above.
profile-works = works on it
profile-words = In its own words
profile-words-hint = Programmes, regions, expertise: what others should know to call on it.
profile-button = State this
keep-title = What is recorded about it
keep-rename = Give it a new name
keep-rename-means = From today on. Everything before keeps the name of its day.
keep-rename-button = Record the new name
keep-other = Add another name
keep-other-name = Other name
keep-other-hint = One under which people look for it.
keep-other-button = Add the name
keep-kind = Say what kind of organisation it is
keep-kind-button = Record the kind
office-sure = If it is the secretariat: yes, it goes to another organisation, and these forms with it
keep-join = Take it in again
keep-join-button = It takes part from today
keep-leave = End its membership
keep-leave-means = From today on it does not take part and is not asked any more. What it said and did stays in the record, under its name.
keep-leave-tick = { $organisation } no longer takes part
keep-leave-button = End the membership
office-until = Until
office-until-hint = Only for a fixed term. Without a day the term runs until the office is given again.
office-exercised = Who exercises it
office-decision = Decision that endorses it

coverage-title = Who works on what
coverage-lede = As each organisation states it.
coverage-legend = Approaches
coverage-works = works on it
coverage-state = State what we work on
coverage-no-themes = There is no theme yet. The secretariat opens one on the page Themes.
coverage-no-rows = No organisation has stated yet what it works on.
coverage-gaps = Not covered yet
coverage-no-gaps = Somebody works on every theme, in every way.
coverage-nobody = nobody yet
coverage-nobody-for = nobody yet for { $approaches }

theme-one = Theme
theme-open-since = Open since { $day }
theme-was-open = Open from { $since } to { $until }
theme-name = Name
theme-slug-hint = Never changes. Small letters, digits and hyphens: rest-at-sea
theme-open-title = Open a theme
theme-open-button = Open the theme
theme-nobody = No organisation has stated yet that it works on this.
theme-linked = Belongs together with
theme-keep = Change it
theme-link = Say that it belongs together with another theme
theme-link-with = The other theme
theme-link-said-by = Who said so
theme-link-words = In which words
theme-link-words-hint = As they were said or written.
theme-link-button = Link the two themes
theme-close = Close this theme
theme-close-means = From today on nothing new carries it. What carries it now keeps it, and this page stays.
theme-close-button = Close the theme
theme-proof = this theme, as recorded
themes-empty-open = There is no theme yet. Open the first one below.
themes-closed = Closed
tag-legend = Themes
tag-give = Give it themes
tag-change = Change its themes
tag-button = Record the themes

mandates-empty-record = No mandate is recorded yet. Record below who asked the group to do what.
mandate-cited = Cited by
mandate-proof = this mandate, as recorded
mandate-record-title = Record a mandate
mandate-body = Who gave it
mandate-body-hint = A body, without the article: Assembly of Ports
mandate-instrument-hint = The resolution, decision or letter.
mandate-record-button = Record the mandate
purpose-title = What the group is for
purpose-approaches = Ways in which it works: { $approaches }.
purpose-since = In force since { $day }.
purpose-set-title = Say what the group is for
purpose-hint = Stands on the public page. The words in force until now stay in the record.
purpose-approaches-label = Ways in which it works
purpose-approaches-hint = One in each line: prevention
purpose-button = Put it in force
