//! Forms as a browser fills them, and a meeting of the practice group led through them.

use jiff::{Timestamp, ToSpan as _};

use crate::server::{Actor, Answer, Server};

/// Everybody who has a link in the demonstration.
pub(crate) const ROLES: [&str; 7] = [
    "secretariat",
    "chair",
    "focal-point FDW",
    "focal-point HWF",
    "focal-point UIH",
    "head OSR",
    "observer LLA",
];

/// The demonstration on a folder of its own.
pub(crate) fn demo() -> (Server, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (Server::demo(folder.path()), folder)
}

/// A form with what a browser would send of it.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    pub(crate) action: String,
    pub(crate) fields: Vec<(String, String)>,
}

impl Sheet {
    /// The form that is sent to `action`, on a page.
    #[track_caller]
    pub(crate) fn on(actor: &mut Actor, page: &str, action: &str) -> Self {
        let answer = actor.page(page);
        Self::of(&answer.text(), action).unwrap_or_else(|| {
            panic!("{page} has no form for {action}: {}", answer.told());
        })
    }

    /// The same in a page that is there already.
    pub(crate) fn of(page: &str, action: &str) -> Option<Self> {
        let (_, rest) = page.split_once(&format!("action=\"{action}\""))?;
        let (inner, _) = rest.split_once("</form>")?;
        Some(Self {
            action: action.to_owned(),
            fields: fields(inner),
        })
    }

    /// With a field set to one value.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(key, _)| key != name);
        self.and(name, value)
    }

    /// With one more value of a field.
    pub(crate) fn and(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// What is filled in, sorted.
    pub(crate) fn filled(&self) -> Vec<(String, String)> {
        let mut filled = self.fields.clone();
        filled.retain(|(_, value)| !value.is_empty());
        filled.sort();
        filled
    }

    fn plain(&self) -> Vec<(&str, &str)> {
        let fields = self.fields.iter();
        fields.map(|(name, value)| (&**name, &**value)).collect()
    }

    pub(crate) fn send(&self, actor: &mut Actor) -> Answer {
        actor.post(&self.action, &self.plain())
    }

    /// The same with a file.
    pub(crate) fn upload(&self, actor: &mut Actor, name: &str, bytes: &[u8]) -> Answer {
        actor.upload(&self.action, &self.plain(), name, bytes)
    }
}

/// What the inside of a form would send as it stands.
fn fields(inner: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut select: Option<(String, Option<String>, Option<String>)> = None;
    for (at, _) in inner.match_indices('<') {
        let Some(length) = inner[at..].find('>') else {
            break;
        };
        let (tag, rest) = (&inner[at..at + length], &inner[at + length + 1..]);
        let name = attribute(tag, "name").unwrap_or_default();
        let value = attribute(tag, "value").unwrap_or_default();
        if tag.starts_with("<input") && !name.is_empty() {
            let kind = attribute(tag, "type").unwrap_or_default();
            let ticks = kind == "checkbox" || kind == "radio";
            if kind != "file" && (!ticks || has_word(tag, "checked")) {
                found.push((name, value));
            }
        } else if tag.starts_with("<textarea") {
            let text = rest.split("</textarea>").next().unwrap_or_default();
            let text = text.strip_prefix('\n').unwrap_or(text);
            found.push((name, unescaped(text)));
        } else if tag.starts_with("<select") {
            select = Some((name, None, None));
        } else if tag.starts_with("<option") {
            if let Some((_, first, chosen)) = &mut select {
                first.get_or_insert(value.clone());
                if has_word(tag, "selected") {
                    *chosen = Some(value);
                }
            }
        } else if tag.starts_with("</select")
            && let Some((name, first, chosen)) = select.take()
        {
            found.extend(chosen.or(first).map(|value| (name, value)));
        }
    }
    found
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(unescaped(rest.split('"').next()?))
}

/// Whether a tag has an attribute without a value.
fn has_word(tag: &str, word: &str) -> bool {
    tag.split(' ').any(|part| part == word)
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// Where the link leads whose words begin so.
#[track_caller]
pub(crate) fn linked(page: &str, words: &str) -> String {
    let at = page
        .find(&format!(">{words}"))
        .unwrap_or_else(|| panic!("no link says {words}"));
    let (_, href) = page[..at].rsplit_once("href=\"").unwrap();
    href.split('"').next().unwrap().to_owned()
}

/// The value of the choice in a list that is called so.
#[track_caller]
pub(crate) fn option(page: &str, words: &str) -> String {
    let at = page
        .find(&format!(">{words}</option>"))
        .unwrap_or_else(|| panic!("no choice says {words}"));
    let (_, value) = page[..at].rsplit_once("value=\"").unwrap();
    value.split('"').next().unwrap().to_owned()
}

/// The page of the meeting of this title, as its list links it.
#[track_caller]
pub(crate) fn meeting(actor: &mut Actor, title: &str) -> String {
    linked(&actor.page("/practice/meetings").text(), title)
}

/// The number of acts in the record.
pub(crate) fn acts(actor: &mut Actor) -> u64 {
    let told = actor.page("/practice/record").told();
    let (before, _) = told.split_once(" acts are recorded").unwrap();
    let number = before.rsplit(' ').next().unwrap();
    number.replace(',', "").parse().unwrap()
}

/// The path that a redirect leads to, without what it tells.
#[track_caller]
pub(crate) fn led_to(answer: &Answer) -> String {
    answer.receipt();
    let to = answer.leads();
    to.split('?').next().unwrap().to_owned()
}

/// A day so many days from today, as forms write it.
pub(crate) fn day(from_today: i64) -> String {
    let now = now().in_tz("Europe/Lisbon").unwrap();
    let day = now.date().checked_add(from_today.days()).unwrap();
    day.to_string()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the demonstration begins at the machine's time"
)]
fn now() -> Timestamp {
    Timestamp::now()
}

/// Calls a meeting and proposes its agenda: what stands in each, and these topics. Returns its page.
#[track_caller]
pub(crate) fn called(
    staff: &mut Actor,
    title: &str,
    level: &str,
    on: i64,
    topics: &[&str],
) -> String {
    let at = Sheet::on(staff, "/practice/meetings/new", "/practice/meetings/new")
        .with("title", title)
        .with("level", level)
        .with("date", &day(on))
        .with("place", "Lisbon, Pilot House")
        .send(staff);
    let at = led_to(&at);
    propose(staff, &at, topics).receipt();
    at
}

/// Proposes the agenda with these topics in its empty lines.
pub(crate) fn propose(staff: &mut Actor, at: &str, topics: &[&str]) -> Answer {
    let agenda = format!("{at}/agenda");
    let mut sheet = Sheet::on(staff, &agenda, &agenda);
    let empty = (1..).find(|n| {
        let title = sheet.value(&format!("title_{n}"));
        title.is_none_or(str::is_empty)
    });
    for (n, topic) in (empty.unwrap()..).zip(topics) {
        sheet = sheet
            .with(&format!("kind_{n}"), "topic")
            .with(&format!("title_{n}"), topic);
    }
    sheet.send(staff)
}

/// Opens a meeting, adopts its agenda and marks all as present.
#[track_caller]
pub(crate) fn opened(staff: &mut Actor, at: &str) {
    for step in ["open", "agenda/adopt"] {
        let action = format!("{at}/{step}");
        Sheet::on(staff, at, &action).send(staff).receipt();
    }
    let action = format!("{at}/attendance");
    let page = staff.page(at).text();
    let mut sheet = Sheet::of(&page, &action).unwrap();
    for id in marks(&page) {
        sheet = sheet.with(&format!("mark_{id}"), "representative");
    }
    sheet.send(staff).receipt();
}

/// The organisations that can be marked, in protocol order.
pub(crate) fn marks(page: &str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for part in page.split("name=\"mark_").skip(1) {
        let id = part.split('"').next().unwrap();
        if !ids.iter().any(|each| each == id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

/// The number of the item of this title.
#[track_caller]
pub(crate) fn item(actor: &mut Actor, at: &str, title: &str) -> String {
    for n in 1..70 {
        let address = format!("{at}/items/{n}");
        let page = actor.get(&address);
        if page.status == 200 && page.text().contains(&format!(">{title}</h1>")) {
            return address;
        }
    }
    panic!("{at} has no item {title}");
}

/// Puts a decision under an item.
#[track_caller]
pub(crate) fn put(chair: &mut Actor, item: &str, title: &str, kind: &str) {
    Sheet::on(chair, item, &format!("{item}/decision"))
        .with("decision_title", title)
        .with("words", &format!("{title}, in its words."))
        .with("kind", kind)
        .send(chair)
        .receipt();
}

/// Puts a decision under an item, and has it decided by the chair. Returns its page.
#[track_caller]
pub(crate) fn decide(chair: &mut Actor, at: &str, item: &str, title: &str, kind: &str) -> String {
    put(chair, item, title, kind);
    Sheet::on(chair, at, &format!("{at}/decided"))
        .send(chair)
        .receipt();
    linked(&chair.page("/practice/decisions").text(), title)
}

/// Records what came of an item.
#[track_caller]
pub(crate) fn outcome(staff: &mut Actor, item: &str, outcome: &str, summary: &str) {
    Sheet::on(staff, item, &format!("{item}/outcome"))
        .with("outcome", outcome)
        .with("summary", summary)
        .send(staff)
        .receipt();
}

/// Presses a button of a page: a form that needs nothing typed.
#[track_caller]
pub(crate) fn press(actor: &mut Actor, page: &str, action: &str) -> Answer {
    let sheet = Sheet::on(actor, page, &format!("{page}/{action}"));
    sheet.send(actor)
}

/// Opens an action beside any meeting. Returns its page.
#[track_caller]
pub(crate) fn action(staff: &mut Actor, what: &str, owner: &str, due: Option<i64>) -> String {
    let new = "/practice/actions/new";
    let page = staff.page(new).text();
    let sheet = Sheet::of(&page, new).unwrap();
    let sheet = sheet.with("what", what).with("lead", &option(&page, owner));
    let sheet = match due {
        Some(due) => sheet.with("due_kind", "day").with("due", &day(due)),
        None => sheet.with("due_kind", "next_meeting"),
    };
    sheet.send(staff).receipt();
    link_before(&staff.page("/practice/actions").text(), what)
}

/// Where the last link before these words leads.
#[track_caller]
pub(crate) fn link_before(page: &str, words: &str) -> String {
    let at = page
        .find(words)
        .unwrap_or_else(|| panic!("not said: {words}"));
    let (_, href) = page[..at].rsplit_once("href=\"").unwrap();
    href.split('"').next().unwrap().to_owned()
}
