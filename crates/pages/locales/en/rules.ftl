inbox-title = Messages to the group
inbox-lede = What an organisation writes to the group counts from its arrival. A procedure is not closed while a message of an organisation that may object has not been read.
inbox-empty = No message has been taken in.
inbox-unread = not read yet
inbox-entered = entered
inbox-nothing = read; it holds nothing for a procedure
inbox-enter = Enter what it says on “{ $text }”
inbox-read = It holds nothing for a procedure
inbox-receive = Take a message in
inbox-receive-lede = Until mail arrives here by itself, put the file of the message here: a mail saved from your program, a scan of a letter.
inbox-file = The message
inbox-button = Take it in
inbox-link = { $n ->
    [0] Messages to the group
    [one] One message to the group has not been read
   *[other] { $n } messages to the group have not been read
}

rules-title = Rules of the group
rules-lede = How the group agrees. Each rule is a setting of the group: a change is an act in the record, and counts for what is opened after it.
rules-default = as it is without a decision of the group
rules-change = Change
rules-value = From now on
rules-button = Set the rule
rules-on = yes
rules-off = no
rules-none = nothing
rules-calendar = Working days
rules-rest = Nobody works on { $days }.
rules-no-holidays = No holidays are set.
rules-calendar-change = Change the working days
rules-calendar-button = Set the working days
rules-rest-legend = Days of the week on which nobody works
rules-holidays = Holidays
rules-holidays-hint = One on each line: the day, then its name, as 2026-12-25 Christmas Day

rule-closing-quorum = Witnesses that must have cosigned before an outcome is final
rule-deadline-any-instant = A deadline may fall on any moment, and be as short as you like
rule-deadline-from-hour = The hour of the day from which on a deadline of silence falls
rule-deadline-to-hour = The hour of the day until which a deadline of silence falls
rule-meeting-attach-days = Days in which members may attach a reservation or statement to a decision of a meeting
rule-meeting-carry-over = Open actions stand on each agenda
rule-meeting-quorum = Members that must be present for a decision of a meeting; 0: no such number
rule-meeting-quorum-percent = Percent of the members that must be present for a decision of a meeting; 0: no such share
rule-minutes-correction-days = Days for corrections of minutes that the form proposes
rule-papers-prefix = The first part of the symbols of papers
rule-publishing-two = Publishing needs two persons
rule-silence-automatic-adoption = A text is adopted when the deadline has passed without an objection, without the chair
rule-silence-days = Working days that the form proposes for a silence procedure
rule-silence-days-heads = Working days that it proposes where heads are asked
rule-silence-minimum-days = Whole working days that a silence procedure lasts at least
rule-silence-minimum-hours = Hours that a silence procedure lasts at least; 0: the working days alone count
rule-silence-restart-minimum-days = Whole working days that a restarted procedure lasts at least
rule-silence-restart-minimum-hours = Hours that a restarted procedure lasts at least; 0: the working days alone count
flash-rule-set = The rule is set.
flash-calendar-set = The working days are set.
flash-message-received = The message is taken in. Read it now, or soon.
flash-message-read = The message is read.
problem-rule-number = A whole number is needed here.
problem-rule-value = This rule does not take this value.
problem-holiday = Each line begins with a day, as 2026-12-25, and goes on with its name.
problem-message-file = Choose the file of the message.
flash-decision-annulled = The decision is annulled.
annul-title = Annul this decision
annul-means = It was wrongly adopted: it stays in the record and has no effect any more. A text can then be cleared anew. Where two hold the chair, both say so.
decision-annulled-on = Annulled on { $on }: it was wrongly adopted and has no effect any more.
published-undone = This text was published on { $published } as adopted by decision { $number }. That decision was annulled on { $annulled }: it was wrongly adopted, and the text has no effect any more.
decision-annulled-row = annulled on { $on }
