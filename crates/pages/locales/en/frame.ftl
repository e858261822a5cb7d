### The frame, forms, dates, names, what went wrong.

brand = Una Voce
when-here = by your clock
as-of = As of { $day }.

frame-skip = Skip to the content
frame-places = Places
frame-places-menu = Places (menu)
frame-menu = Menu
frame-crumb = Where you are
frame-sign-out = Sign out
frame-sign-in = Members sign in by the link they were given.

place-today = Today
place-texts = Texts
place-decisions = Decisions
place-actions = Actions
place-members = Members
# The record's words stay behind this one.
place-record = Proof

demo-label = Demonstration
demo-banner = Demonstration: a fictional practice group.
demo-now = Its time: { $now }
demo-advance = Move it by
demo-hour = 1 hour
demo-day = 1 day
demo-days = 3 days
demo-deadline = to the next deadline

flash-receipt = Receipt

form-refused = This was not recorded
form-kept = What you typed is kept below.
form-optional = (optional)
file-no-cases = Do not upload data about victims or single cases: this system is not made to hold them.

list-comma = {", "}
list-and = { $first } and { $last }

hat-acts-for = You act for { $organisation }, as { $hats }.
hat-head = head
hat-focal-point = focal point
hat-alternate = alternate
hat-reviewer = reviewer
hat-secretariat = secretariat
hat-chair = chair
hat-co-chair = co-chair
hat-coordinator = coordinator
hat-observer = observer

wording-inserted = inserted:
wording-deleted = deleted:
wording-table = Table

pager-label = Pages
pager-before = Earlier page
pager-after = Next page
pager-at = Page { $page } of { $pages }

calendar-moment = { $day }, { $time } ({ $zone })
calendar-day = { $weekday } { $date }
calendar-month-year = { $month } { $year }
calendar-date = { $day } { $month } { $year }
calendar-utc = { $time } UTC
calendar-utc-day = { $day }, { $time } UTC
calendar-ahead = in { $span }
calendar-ago = { $span } ago
calendar-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
calendar-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
calendar-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
calendar-hours-short = { $n } h
calendar-minutes-short = { $n } min
calendar-moments = less than a minute
calendar-weekday-1 = Monday
calendar-weekday-2 = Tuesday
calendar-weekday-3 = Wednesday
calendar-weekday-4 = Thursday
calendar-weekday-5 = Friday
calendar-weekday-6 = Saturday
calendar-weekday-7 = Sunday
calendar-month-1 = January
calendar-month-2 = February
calendar-month-3 = March
calendar-month-4 = April
calendar-month-5 = May
calendar-month-6 = June
calendar-month-7 = July
calendar-month-8 = August
calendar-month-9 = September
calendar-month-10 = October
calendar-month-11 = November
calendar-month-12 = December

wrong-home = Back to the start
wrong-back = Back to the form
wrong-not-found-title = Not found
wrong-not-found = There is no such page, or it is not yours to see.
wrong-refused-title = This was not recorded
wrong-typed = What you typed, to copy it from here
wrong-too-large-title = This is too long
wrong-too-large = What was typed is longer than { $limit } in all, so nothing was recorded.
wrong-too-large-then = The Back button of your browser brings back what you typed. Shorten it and send it again; long texts go into a Word file.
wrong-signed-out-title = This page is for members
wrong-signed-out = Open your sign-in link. If you were signed in and had sent a form, your session has ended and nothing was recorded: sign in, go back, and send it once more.
wrong-form-title = This form is not complete
wrong-form = What arrived was not one of our forms, so nothing was recorded. Open the page again and send it from there.
wrong-broken-title = Something broke here
wrong-broken = This is our fault, not yours. Nothing was half recorded; what you have a receipt for is safe. Try again in a minute.
wrong-broken-reference = If it happens again, tell the administrator this number: { $reference }
wrong-read-only-title = Nothing can be recorded right now
wrong-read-only = The server can’t write to its disk, so nothing was recorded. Reading goes on. The administrator has to make room; send the form again after that.
frame-notice = What this site is
