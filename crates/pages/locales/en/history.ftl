### What sources tell: meetings, themes, mandates, and what is not known.

place-meetings = Meetings
place-themes = Themes
place-mandates = Mandates

told-source = Source
told-source-line = “{ $title }”, public { $form }.
told-publication-unknown = Publisher and day of publication are not printed in it.
told-day-unknown = { $publisher }. The day of publication is not printed in it.
told-publisher-unknown = Published { $day }. The publisher is not printed in it.
told-published = { $publisher }, { $day }.
told-entered = Entered in this record on { $day }. What it does not say is not filled in.
told-from-source = recorded from a source
told-not-said = The { $form } does not say
told-proof = the act by which this was recorded from its source

meetings-empty = No meeting is recorded yet.
meeting-when = When and where
meeting-level = Level
meeting-attended = Who attended
meeting-office = { $group } { $office }
meeting-attended-unknown = The { $form } does not say who attended
meeting-outcomes = What the meeting confirmed
meeting-said = Quoted in the { $form }
meeting-themes = A desire to devote further attention to
meeting-members = Members on that day: { $n }
meeting-papers = Named in the { $form }
meeting-paper-named = The { $form } names it; its text is not here.
level-heads = Heads of organisations
level-working = Working level
level-in-series = { $level }, { $n ->
    [1] first
    [2] second
    [3] third
    [4] fourth
    [5] fifth
    [6] sixth
    [7] seventh
    [8] eighth
    [9] ninth
    [10] tenth
   *[other] no. { $n }
} in the series
importance-strategic = strategic
importance-procedural = procedural
counted-decisions = { $n ->
    [one] One decision, of { $kinds } importance, was adopted at the meeting.
   *[other] { $n } decisions, of { $kinds } importance, were adopted at the meeting.
}
counted-texts-unknown = The { $form } does not give their texts.

themes-lede = Subjects to which the group turns.
themes-empty = No theme is recorded yet.
themes-since = in the account of the meeting of { $day }
theme-account = Named in the account of the meeting of { $day }
theme-named = Where it was named
theme-who = Who works on it
theme-who-unknown = The { $form } does not say which organisation works on it.
theme-others = Named with it

mandates-empty = No mandate is recorded yet.
mandate-by = Mandated by the { $body }
mandate-instrument = Instrument
mandate-on = Date
mandate-asks = What it asks

home-purpose-from = As the { $form } says.
home-meetings = Meetings
home-mandate = Mandate
members-found = { $n } of { $all } match “{ $words }”.
members-find = Find an organisation
members-find-hint = Any name that it has or had.
members-on = As of
members-show = Show
members-none-found = No organisation is found under “{ $words }”.
members-told = As the { $form } lists them in its account of that day. Since when each takes part, it does not say.
members-not-told = The { $form } says nothing of this day: its account is of { $days }.
members-also = also { $names }
members-former = until { $day }: { $name }
kind-united-nations = United Nations
kind-international = international
kind-regional = regional
kind-non-governmental = non-governmental
decisions-told-title = Recorded from a source
decisions-told-lede = What a source tells of decisions. Their texts are not in it.
decisions-public-lede = What the group decided, as far as it is shown to the public.
office-secretariat = Secretariat
office-chair = Chair
office-co-chair = Co-chair
office-coordinator = Coordinator
