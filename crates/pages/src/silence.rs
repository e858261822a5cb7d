//! The page of a clearance: what each state shows, and the chair's and secretariat's part.

use maud::{Markup, html};

use crate::clearance::{
    ANSWERS, Adopted, Attached, Attachment, Broken, Circulated, Clearance, ClearanceState, Closed,
    EarlierProcedure, Ended, HowItRuns, MoreTime, OpenSilence, Outcome, OutcomeRow, Running,
};
use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::round::deadline;
use crate::steering::Because;
use crate::text::Tab;
use crate::words::Words;

impl View for Clearance {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.f(
            "clearance-title",
            &[("text", self.head.title.as_str().into())],
        )
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @for form in self.forms() { (form.summary(words)) }
            (self.head.show(cx, Some(Tab::Clearance)))
            div.two {
                div {
                    p { b { (self.acts_for.sentence(words)) } }
                    @match &self.state {
                        ClearanceState::None { open } => {
                            @if self.vote.is_none() { p.empty { (words.t("clearance-none")) } }
                            @if let Some(open) = open { (open.show(cx, &self.head.slug, false)) }
                        }
                        ClearanceState::Running(running) => (running.show(cx, &self.head.slug)),
                        ClearanceState::Closed(closed) => (closed.show(cx, &self.head.slug)),
                        ClearanceState::Broken(broken) => (broken.show(cx, &self.head.slug)),
                        ClearanceState::Adopted(adopted) => (adopted.show(cx)),
                        ClearanceState::Voted => {},
                    }
                    @if let Some(vote) = &self.vote { (vote.show(cx, &self.head.slug)) }
                    @if let Some(open) = &self.open_vote { (open.show(cx, &self.head.slug)) }
                    (self.circulated(cx))
                    @if let Some(endorsement) = &self.endorsement { (endorsement.show(cx, &self.head.slug)) }
                    @if let Some(publication) = &self.publication { (publication.show(cx, &self.head.slug)) }
                }
                (self.panel(cx))
            }
        }
    }
}

impl Clearance {
    fn forms(&self) -> impl Iterator<Item = &Form> {
        let here = match &self.state {
            ClearanceState::None { open } => open.as_ref().map(|open| &open.form),
            ClearanceState::Closed(closed) => closed.confirm.as_ref(),
            ClearanceState::Broken(broken) => broken.restart.as_ref().map(|open| &open.form),
            _ => None,
        };
        let names = self.endorsement.as_ref();
        let steering = match &self.state {
            ClearanceState::Running(running) => Some((&running.steering, &running.contest)),
            ClearanceState::Closed(closed) => Some((&closed.steering, &closed.contest)),
            _ => None,
        };
        let contest = steering
            .and_then(|(_, contest)| contest.as_ref())
            .map(|one| &one.form);
        here.into_iter()
            .chain(contest)
            .chain(
                steering
                    .into_iter()
                    .flat_map(|(steering, _)| steering.forms()),
            )
            .chain(self.vote.iter().flat_map(|vote| vote.forms()))
            .chain(self.open_vote.as_ref().map(|open| &open.form))
            .chain(names.and_then(|e| e.give.as_ref()))
            .chain(names.and_then(|e| e.withdraw.as_ref()))
            .chain(self.publication.as_ref().map(|p| &p.form))
    }

    fn circulated(&self, cx: &Cx<'_>) -> Markup {
        html! {
            @if !self.circulated.is_empty() {
                h2 { (cx.words.t("clearance-circulated")) }
                ul.rows { @for item in &self.circulated { (item.row(cx.words)) } }
            }
        }
    }

    fn panel(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let rules = match &self.state {
            ClearanceState::Running(s) => Some(&s.rules),
            ClearanceState::Closed(s) => Some(&s.rules),
            ClearanceState::Broken(s) => Some(&s.rules),
            _ => None,
        };
        html! {
            aside.panel aria-label=(words.t("clearance-aside")) {
                h2 { (words.t("clearance-how")) }
                @match (rules, &self.vote) {
                    (Some(rules), _) => (rules.show(words)),
                    (None, Some(vote)) => (vote.rules(words)),
                    (None, None) => p { (words.t("clearance-how-silence")) },
                }
                @if !self.earlier.is_empty() {
                    h2 { (words.t("clearance-earlier")) }
                    @for earlier in &self.earlier { (earlier.show(words)) }
                }
                p { a href=(cx.group("rules")) { (words.t("rules-title")) } }
                h2 { (words.t("place-record")) }
                p { a href=(cx.group("notices")) { (words.t("clearance-proof")) } }
            }
        }
    }
}

impl HowItRuns {
    fn show(&self, words: &Words) -> Markup {
        html! {
            p {
                (words.f("clearance-opened", &[
                    ("on", self.opened.text.as_str().into()), ("organisation", self.opened_by.brief().into()),
                ]))
                @if let Some(day) = &self.restarts { " " (words.f("clearance-restarts", &[("on", day.as_str().into())])) }
            }
            @if !self.note.is_empty() { p dir="auto" { (self.note) } }
            p { (words.f(if self.automatic { "clearance-electorate-automatic" } else { "clearance-electorate" }, &[("n", self.electorate.into())])) }
            @if let Some((announced, shown)) = &self.clock_now {
                p.note { (words.f("clearance-clock-changed", &[("announced", announced.as_str().into()), ("shown", shown.as_str().into())])) }
            }
            @for step in &self.steps { (step.show(words)) }
        }
    }
}

impl Running {
    fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        html! {
            div.clock {
                b { @if self.suspended { (words.t("clearance-suspended")) } @else { (self.left) } }
                p.m { (words.t(if self.suspended { "clearance-suspended-until" } else { "clearance-until" })) " " (self.until.deadline()) }
                p { (words.t(match (self.may_answer, &self.said) {
                    (true, None) => "clearance-if-nothing",
                    (true, Some(_)) => "clearance-answer-stands",
                    (false, _) => "clearance-not-yours",
                })) }
            }
            h2 { (words.t("clearance-text")) }
            (self.text_links(cx, slug))
            @if let Some(said) = &self.said {
                h2 { (words.t("clearance-said")) }
                (said.show(cx))
                @if let Some(form) = &self.withdraw {
                    (form.post(&cx.text(slug, "clearance/withdraw"), &html! {
                        button { (words.t("clearance-withdraw")) } " " span.m { (words.t("clearance-withdraw-hint")) }
                    }))
                }
            }
            @if let Some(awaits) = &self.awaits {
                h2 { (words.t("clearance-awaits")) }
                (awaits.show(cx))
            }
            (contest(cx, slug, self.contest.as_ref()))
            @if self.may_answer {
                h2 { (words.t(if self.said.is_some() { "clearance-change" } else { "clearance-answer" })) }
                div.equal {
                    @for kind in ANSWERS {
                        a.btn href=(format!("{}?say={}", cx.text(slug, "clearance"), kind.value())) {
                            (words.t(kind.key())) small { (words.t(kind.hint())) }
                        }
                    }
                }
                p.note { (words.t("clearance-before-sent")) }
                @match &self.more_time {
                    MoreTime::No => {}
                    MoreTime::May(form) => (form.post(&cx.text(slug, "clearance/more-time"), &html! {
                        button { (words.t("more-time-button")) } " " span.m { (words.t("more-time-hint")) }
                    })),
                    MoreTime::Asked => p.m { (words.t("more-time-asked")) },
                    MoreTime::Answered => p.m { (words.t("more-time-answered")) },
                }
            }
            (self.steering.show(cx, slug))
            @if let Some(rows) = &self.positions {
                h2 { (words.t("clearance-positions")) }
                p.m { (words.t("clearance-positions-lede")) }
                (outcomes(words, rows))
            }
        }
    }

    fn text_links(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        html! {
            p {
                a href=(cx.text(slug, &format!("v/{}", self.version))) { (words.t("clearance-read")) }
                @if let Some((number, label)) = &self.before {
                    " · " a href=(format!("{}?from={number}&to={}", cx.text(slug, ""), self.version)) {
                        (words.f("clearance-changed", &[("version", label.as_str().into())]))
                    }
                }
                @if let Some(became) = &self.became {
                    @if became.all > 0 {
                        " · " a href=(cx.text(slug, "responses/mine")) { (words.f("clearance-became", &[("n", became.all.into())])) }
                        ": " (became.line(words))
                    }
                }
            }
        }
    }
}

impl OpenSilence {
    fn show(&self, cx: &Cx<'_>, slug: &str, restart: bool) -> Markup {
        let words = cx.words;
        let form = &self.form;
        let path = if restart {
            "clearance/restart"
        } else {
            "clearance/open"
        };
        html! {
            section {
                h2 { (words.t(if restart { "silence-restart-title" } else { "silence-open-title" })) }
                p { (words.f("silence-open-lede", &[("version", self.version.as_str().into()), ("n", self.electorate.into())])) }
                @if self.no_chair { p.note { (words.t("silence-no-chair")) } }
                (form.post(&cx.text(slug, path), &html! {
                    (deadline(words, form, &self.date, &self.time, &self.zone))
                    @if let Some((from, to)) = self.hours {
                        p.hint {
                            (words.f("silence-hours", &[("from", from.into()), ("to", to.into())]))
                            @if self.shortest_days > 0 { " " (words.f("silence-shortest-days", &[("n", self.shortest_days.into())])) }
                            @if !restart { " " (words.f("silence-for-heads", &[("on", self.for_heads.as_str().into())])) }
                        }
                    }
                    @if let Some(shortest) = &self.shortest { p.hint { (words.f("silence-shortest", &[("span", shortest.as_str().into())])) } }
                    (form.area(words, Input {
                        name: "note", label: words.t(if restart { "silence-reason" } else { "silence-note" }),
                        hint: Some(words.t("silence-note-hint")), value: &self.note, optional: !restart, ..Input::default()
                    }, 3))
                    button.main { (words.t(if restart { "silence-restart-button" } else { "silence-open-button" })) }
                }))
            }
        }
    }
}

impl Closed {
    fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        html! {
            div.clock {
                b { (words.t("silence-closed")) }
                p.m { (self.on.in_full()) }
                @if let Some(confirm) = &self.confirm {
                    p { (words.f("silence-confirm-means", &[("number", self.number.as_str().into())])) }
                    (confirm.post(&cx.text(slug, "clearance/confirm"), &html! { button.main { (words.t("silence-confirm")) } }))
                } @else { p { (words.t("silence-chair-confirms")) } }
            }
            (contest(cx, slug, self.contest.as_ref()))
            (self.steering.show(cx, slug))
            @if !self.outcomes.is_empty() { h2 { (words.t("clearance-outcomes")) } (outcomes(words, &self.outcomes)) }
        }
    }
}

impl Broken {
    fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        html! {
            div.clock {
                b { (words.t(match self.ended {
                    Ended::Objection => "silence-broken",
                    Ended::Cancelled => "silence-cancelled",
                    Ended::Annulled => "silence-annulled",
                })) }
                p.m { (self.on.in_full()) }
                p {
                    @if let Some(org) = &self.by { (words.f("silence-broken-by", &[("organisation", org.full().into())])) " " }
                    (words.t(match self.ended {
                        Ended::Objection => "silence-broken-means",
                        Ended::Cancelled => "silence-cancelled-means",
                        Ended::Annulled => "silence-annulled-means",
                    }))
                }
            }
            @if let Some(reason) = &self.reason { h2 { (words.t(match self.ended {
                Ended::Objection => "silence-broken-reason",
                _ => "silence-ended-reason",
            })) } p.text dir="auto" { (reason) } }
            @if let Some(text) = &self.proposed { h2 { (words.t("silence-broken-proposed")) } p.text dir="auto" { (text) } }
            @if !self.outcomes.is_empty() { h2 { (words.t("clearance-outcomes")) } (outcomes(words, &self.outcomes)) }
            @if let Some(restart) = &self.restart { (restart.show(cx, slug, true)) }
        }
    }
}

impl Adopted {
    fn show(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            div.clock {
                b { (words.f("silence-adopted", &[("number", self.number.as_str().into())])) }
                p.m { (self.on.show()) }
                p { (words.t("silence-adopted-means")) " " a href=(cx.receipt(self.receipt)) { (words.t("flash-receipt")) } }
            }
            @if !self.outcomes.is_empty() { h2 { (words.t("clearance-outcomes")) } (outcomes(words, &self.outcomes)) }
        }
    }
}

impl EarlierProcedure {
    fn show(&self, words: &Words) -> Markup {
        html! {
            details {
                summary { (words.f("clearance-earlier-line", &[("opened", self.opened.text.as_str().into()), ("ended", self.ended.text.as_str().into())])) }
                @if let Some(org) = &self.by { p { (words.f("silence-broken-by", &[("organisation", org.full().into())])) } }
                (outcomes(words, &self.outcomes))
            }
        }
    }
}

/// The form that says that what was entered is not what was said.
fn contest(cx: &Cx<'_>, slug: &str, form: Option<&Because>) -> Markup {
    let path = cx.text(slug, "clearance/contest");
    html! {
        @if let Some(form) = form { (form.show(cx.words, &path, "contest-button", "contest-means", ("contest_reason", true))) }
    }
}

/// One row for each organisation, in protocol order, with what it attached.
fn outcomes(words: &Words, rows: &[OutcomeRow]) -> Markup {
    html! {
        @if !rows.is_empty() {
            table {
                thead { tr { th scope="col" { (words.t("round-organisation")) } th scope="col" { (words.t("outcome-title")) } } }
                tbody {
                    @for row in rows {
                        tr {
                            th scope="row" dir="auto" { (row.organisation.full()) }
                            td {
                                (row.outcome.words(words))
                                @for attached in &row.attached { (attached.show(words)) }
                                @if let Some(href) = &row.evidence { " · " a href=(href) { (words.t("outcome-entered")) } }
                                @for late in &row.after_all { p.attached dir="auto" { b { (words.t("outcome-after-all")) } " " (late) } }
                                @for one in &row.contested { p.attached dir="auto" { b { (words.t("outcome-contested")) } " " (one) } }
                                @for late in &row.late { p.attached dir="auto" { b { (words.t("outcome-late")) } " " (late) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl Outcome {
    /// The word on pages.
    pub fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::NothingYet => "outcome-nothing-yet",
            Self::NoObjection => "outcome-no-objection",
            Self::Agreed => "outcome-agreed",
            Self::AdReferendum => "outcome-ad-referendum",
            Self::Dissociated => "outcome-dissociated",
            Self::DidNotTakePart => "outcome-did-not-take-part",
            Self::Objected => "outcome-objected",
            Self::EndedBefore => "outcome-ended-before",
        })
    }
}

impl Attached {
    /// The attachment with its kind.
    pub(crate) fn show(&self, words: &Words) -> Markup {
        html! {
            p.attached dir="auto" { b { (self.kind.words(words)) ":" } " " (self.text) }
        }
    }
}

impl Attachment {
    /// "Reservation".
    pub(crate) fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Reservation => "attachment-reservation",
            Self::Statement => "attachment-statement",
            Self::Dissociation => "attachment-dissociation",
            Self::Editorial => "attachment-editorial",
        })
    }
}

impl Circulated {
    fn row(&self, words: &Words) -> Markup {
        html! {
            li.row {
                div {
                    span.t {
                        (words.f("circulated-by", &[
                            ("what", self.attached.kind.words(words).into()), ("organisation", self.organisation.brief().into()),
                        ]))
                    }
                    div.m dir="auto" { (self.attached.text) }
                }
                div.w.m { (self.on.show()) }
            }
        }
    }
}
