//! What stands around a page: the rail of a signed-in person, the top bar of the public site, the
//! demonstration's banner and clock, the confirmation of what was just done.

use maud::{DOCTYPE, Markup, html};

use crate::form::Form;
use crate::organisation::ActsFor;
use crate::words::Words;

/// What surrounds every page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shell {
    /// The group whose page it is; `None` on the front page and at the founding.
    pub group: Option<Group>,
    /// The person signed in; `None` shows the public frame.
    pub viewer: Option<Viewer>,
    pub place: Place,
    /// What was just done.
    pub flash: Option<Flash>,
    pub demo: Option<Demo>,
}

/// A group as its pages name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// As in addresses: `practice`.
    pub short: String,
    pub name: String,
    /// The name as people say it; empty where there is none.
    pub abbreviation: String,
    /// What stands above all else on every page of the group: that it is no site of those it names.
    pub notice: Option<String>,
    /// Places at which there is something to see for a visitor, or in a group made from a source.
    pub places: Vec<Place>,
}

/// The person signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    pub name: String,
    pub acts_for: ActsFor,
    /// What waits for this person.
    pub asked: u32,
    pub texts: u32,
    /// Meetings that are coming.
    pub meetings: u32,
    pub decisions: u32,
    /// Open actions of the viewer's organisation; for the secretariat all that are open.
    pub actions: u32,
    pub members: u32,
    pub sign_out: Form,
}

/// The place that the rail marks as the current one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    Today,
    Texts,
    Meetings,
    Decisions,
    Actions,
    Members,
    Themes,
    Mandates,
    Record,
    #[default]
    Elsewhere,
}

/// A short confirmation, with the receipt when an act was recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flash {
    pub sentence: String,
    /// Number of the act whose receipt is linked.
    pub receipt: Option<u64>,
}

/// The demonstration's banner and its clock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Demo {
    /// The group's time now, in words.
    pub now: String,
    /// The next deadline in the group, in words; `None` hides the button that goes past it.
    pub deadline: Option<String>,
    /// The form that moves the clock; `None` hides it (for visitors).
    pub clock: Option<Form>,
}

/// A page: what it is called and what stands in it.
pub trait View {
    /// The title in the browser's tab, without the group's name.
    fn title(&self, cx: &Cx<'_>) -> String;
    /// The content of `main`.
    fn main(&self, cx: &Cx<'_>) -> Markup;
}

/// What a page has at hand while it is written.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    pub words: &'a Words,
    pub shell: &'a Shell,
}

impl Shell {
    fn notice(&self) -> Option<&str> {
        self.group.as_ref()?.notice.as_deref()
    }
}

impl Group {
    fn has(&self, place: Place) -> bool {
        self.places.contains(&place)
    }

    /// A group that lives has all places; one made from a source those of which the source tells.
    fn shows(&self, place: Place) -> bool {
        self.notice.is_none() || self.has(place)
    }
}

/// The whole page as HTML.
pub fn render(words: &Words, shell: &Shell, view: &impl View) -> String {
    let cx = Cx { words, shell };
    let title = view.title(&cx);
    let name = shell
        .group
        .as_ref()
        .map_or(words.t("brand"), |group| &group.name);
    let main = html! {
        main id="main" tabindex="-1" { (flash(&cx)) (view.main(&cx)) }
    };
    html! {
        (DOCTYPE)
        html lang=(words.lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                @if shell.demo.is_some() || shell.viewer.is_some() || shell.notice().is_some() { meta name="robots" content="noindex"; }
                title { (title) " · " (name) }
                link rel="stylesheet" href="/assets/site.css";
                link rel="icon" href="data:,";
                @if shell.viewer.is_some() { script type="module" src="/assets/time.js" {} }
            }
            body class=(match shell.viewer { Some(_) => "member", None => "public" }) data-here=[shell.viewer.as_ref().map(|_| words.t("when-here"))] {
                a.skip href="#main" { (words.t("frame-skip")) }
                (demo(&cx))
                @if let Some(notice) = shell.notice() { div.demo.kept role="region" aria-label=(words.t("frame-notice")) { span { (notice) } } }
                @match &shell.viewer {
                    Some(viewer) => div.frame { (rail(&cx, viewer)) (main) },
                    None => { (bar(&cx)) (main) }
                }
            }
        }
    }
    .into_string()
}

fn demo(cx: &Cx<'_>) -> Markup {
    let Some(demo) = &cx.shell.demo else {
        return html! {};
    };
    let words = cx.words;
    html! {
        div.demo role="region" aria-label=(words.t("demo-label")) {
            span { (words.t("demo-banner")) }
            span.now { (words.f("demo-now", &[("now", demo.now.as_str().into())])) }
            @if let Some(clock) = &demo.clock {
                (clock.post("/demo/clock", &html! {
                    span { (words.t("demo-advance")) }
                    @for (value, label) in [("1h", "demo-hour"), ("1d", "demo-day"), ("3d", "demo-days")] {
                        button name="advance" value=(value) { (words.t(label)) }
                    }
                    @if let Some(deadline) = &demo.deadline {
                        button name="advance" value="deadline" title=(deadline) { (words.t("demo-deadline")) }
                    }
                }))
            }
        }
    }
}

fn flash(cx: &Cx<'_>) -> Markup {
    let Some(flash) = &cx.shell.flash else {
        return html! {};
    };
    html! {
        div.flash role="status" {
            span { (flash.sentence) }
            @if let Some(number) = flash.receipt {
                " " a href=(cx.receipt(number)) { (cx.words.t("flash-receipt")) }
            }
        }
    }
}

fn rail(cx: &Cx<'_>, viewer: &Viewer) -> Markup {
    let words = cx.words;
    html! {
        header.rail {
            div.who {
                a.brand href=(cx.group("today")) { (words.t("brand")) }
                div.grp { (cx.group_name()) }
            }
            nav.wide aria-label=(words.t("frame-places")) { (places(cx, viewer)) }
            details.menu {
                summary { (words.t("frame-menu")) }
                nav aria-label=(words.t("frame-places-menu")) { (places(cx, viewer)) }
                (person(cx, viewer))
            }
            div.foot { (person(cx, viewer)) }
        }
    }
}

fn places(cx: &Cx<'_>, viewer: &Viewer) -> Markup {
    use Place::{Actions, Decisions, Mandates, Meetings, Members, Record, Texts, Themes, Today};
    let rows = [
        (Today, "today", "place-today", viewer.asked),
        (Texts, "texts", "place-texts", viewer.texts),
        (Meetings, "meetings", "place-meetings", viewer.meetings),
        (Decisions, "decisions", "place-decisions", viewer.decisions),
        (Actions, "actions", "place-actions", viewer.actions),
        (Members, "members", "place-members", viewer.members),
        (Themes, "themes", "place-themes", 0),
        (Mandates, "mandates", "place-mandates", 0),
        (Record, "record", "place-record", 0),
    ];
    let group = cx.shell.group.as_ref();
    let shown = rows.into_iter().filter(|(place, ..)| {
        [Today, Members, Record].contains(place) || group.is_none_or(|group| group.shows(*place))
    });
    html! {
        ul {
            @for (place, path, key, count) in shown {
                li {
                    a.n href=(cx.group(path)) aria-current=[(place == cx.shell.place).then_some("page")] {
                        span { (cx.words.t(key)) }
                        @if count > 0 { span.num { (count) } }
                    }
                }
            }
        }
    }
}

fn person(cx: &Cx<'_>, viewer: &Viewer) -> Markup {
    let words = cx.words;
    html! {
        p.hat { bdi { (viewer.name) } br; (viewer.acts_for.sentence(words)) }
        (viewer.sign_out.post("/signout", &html! { button { (words.t("frame-sign-out")) } }))
    }
}

/// Places of the public site, in the order of its bar.
const PUBLIC: [(Place, &str, &str); 6] = [
    (Place::Members, "members", "place-members"),
    (Place::Themes, "themes", "place-themes"),
    (Place::Texts, "texts", "place-texts"),
    (Place::Decisions, "decisions", "place-decisions"),
    (Place::Meetings, "meetings", "place-meetings"),
    (Place::Mandates, "mandates", "place-mandates"),
];

fn bar(cx: &Cx<'_>) -> Markup {
    let words = cx.words;
    let Some(group) = &cx.shell.group else {
        return html! { header.top { a.brand href="/" { (words.t("brand")) } } };
    };
    html! {
        header.top {
            a.brand href=(cx.group("")) { @if group.abbreviation.is_empty() { (group.name) } @else { (group.abbreviation) } }
            nav aria-label=(words.t("frame-places")) {
                @for (place, path, key) in PUBLIC {
                    @if place == Place::Members || group.has(place) {
                        a href=(cx.group(path)) aria-current=[(cx.shell.place == place).then_some("page")] { (words.t(key)) }
                    }
                }
            }
            @if group.notice.is_none() { span.hint { (words.t("frame-sign-in")) } }
        }
    }
}
