//! Votes over the pages: on a text in writing, by mail, and by roll call in a meeting.

use crate::playing::{Sheet, called, demo, item, linked, opened, option, put};
use crate::server::{Actor, Server};

const TEXT: &str = "/practice/texts/inspection-task-team";
const VOTE: &str = "/practice/texts/inspection-task-team/clearance/vote";

fn clearance() -> String {
    format!("{TEXT}/clearance")
}

#[track_caller]
fn says(actor: &mut Actor, page: &str, words: &str) {
    let told = actor.page(page).told();
    assert!(told.contains(words), "“{words}” is not on {page}: {told}");
}

fn set(secretariat: &mut Actor, name: &str, value: &str) {
    let rules = "/practice/rules";
    let page = secretariat.page(rules).text();
    let row = format!("id=\"rule-{}\"", name.replace(['.', '_'], "-"));
    let (_, rest) = page.split_once(&row).expect("the rule");
    let sheet = Sheet::of(rest, rules).expect("its form");
    sheet.with(name, value).send(secretariat).receipt();
}

/// Votes are allowed, and three of ten members make a quorum.
fn allow(secretariat: &mut Actor) {
    set(secretariat, "vote.allowed", "on");
    set(secretariat, "vote.quorum_percent", "30");
}

/// The text, after an objection, is put to the vote.
fn put_to_vote(server: &Server) -> (Actor, Actor) {
    let mut secretariat = server.user("secretariat");
    let mut chair = server.user("chair");
    let page = chair.page(&clearance()).text();
    assert!(
        Sheet::of(&page, &format!("{VOTE}/open")).is_none(),
        "the rules don’t allow it"
    );
    allow(&mut secretariat);
    let mut harbour = server.user("focal-point HWF");
    let say = format!("{}?say=objects", clearance());
    let objects = Sheet::on(&mut harbour, &say, &format!("{}/position", clearance()));
    let check = objects
        .with("reason", "Paragraph 3 goes too far.")
        .send(&mut harbour);
    let said = Sheet::of(&check.text(), &format!("{}/position", clearance()));
    said.expect("what is about to be said")
        .with("step", "confirm")
        .send(&mut harbour)
        .receipt();
    let open = Sheet::on(&mut chair, &clearance(), &format!("{VOTE}/open"));
    let early = open
        .clone()
        .with("date", "2020-01-06")
        .with("note", "We tried.");
    let early = early.send(&mut chair);
    assert_eq!(early.status, 422);
    assert!(early.text().contains("We tried."), "{}", early.told());
    open.send(&mut chair).receipt();
    (secretariat, chair)
}

fn cast(actor: &mut Actor, choice: &str) {
    Sheet::on(actor, &clearance(), &format!("{VOTE}/cast"))
        .with("choice", choice)
        .send(actor)
        .receipt();
}

#[test]
fn a_text_is_voted_on_in_writing_by_name() {
    let (server, _folder) = demo();
    let (mut secretariat, mut chair) = put_to_vote(&server);
    let mut fund = server.user("focal-point FDW");
    let mut harbour = server.user("focal-point HWF");
    says(&mut fund, "/practice/today", "Vote on");
    let empty = Sheet::on(&mut fund, &clearance(), &format!("{VOTE}/cast")).send(&mut fund);
    assert_eq!(empty.status, 422);
    cast(&mut fund, "in_favour");
    cast(&mut harbour, "in_favour");
    // Said again, the last word stands.
    cast(&mut harbour, "against");
    // While it runs each sees its own, and the chair all of it.
    let theirs = fund.page(&clearance()).told();
    assert!(
        theirs.contains("Your vote") && !theirs.contains("Who said what"),
        "{theirs}"
    );
    says(
        &mut chair,
        &clearance(),
        "Only the chair and the secretariat",
    );
    let record = fund.page("/practice/record").told();
    assert!(
        record.contains("who it was is shown when the vote is over"),
        "{record}"
    );
    assert!(!record.contains("HWF voted"), "{record}");
    // An observer has no vote, and nothing to press.
    let mut observer = server.user("observer LLA");
    let page = observer.page(&clearance()).text();
    assert!(Sheet::of(&page, &format!("{VOTE}/cast")).is_none());
    let forged =
        Sheet::on(&mut fund, &clearance(), &format!("{VOTE}/cast")).with("choice", "against");
    assert_ne!(forged.send(&mut observer).status, 303);
    // One that came by mail.
    let enter = format!("{VOTE}/enter");
    let sheet = Sheet::on(&mut secretariat, &enter, &enter);
    assert_eq!(
        sheet.upload(&mut secretariat, "a.eml", b"From: us").status,
        422
    );
    let page = secretariat.page(&enter).text();
    let union = option(&page, "Union of Island Harbours (UIH)");
    sheet
        .with("organisation", &union)
        .with("choice", "in_favour")
        .upload(
            &mut secretariat,
            "vote.eml",
            b"From: the Union\r\n\r\nIn favour.",
        )
        .receipt();
    let mut union = server.user("focal-point UIH");
    says(&mut union, &clearance(), "In favour");
    assert!(
        union
            .page(&format!("{VOTE}/evidence/uih"))
            .text()
            .contains("In favour.")
    );
    assert_eq!(harbour.get(&format!("{VOTE}/evidence/uih")).status, 404);
    // The deadline closes it; the chair confirms; all inside see who said what.
    for _ in 0..8 {
        if chair.page(&clearance()).told().contains("Carried") {
            break;
        }
        secretariat
            .post("/demo/clock", &[("advance", "deadline")])
            .leads();
    }
    says(
        &mut harbour,
        &clearance(),
        "2 in favour, 1 against, 0 abstaining.",
    );
    says(&mut harbour, "/practice/record", "HWF voted against");
    let adopt = Sheet::on(&mut chair, &clearance(), &format!("{VOTE}/adopt"));
    adopt.send(&mut chair).receipt();
    let twice = adopt.send(&mut chair);
    assert!(twice.leads().contains("done=already"), "{}", twice.leads());
    says(
        &mut harbour,
        &clearance(),
        "By vote, confirmed by the chair.",
    );
    let page = harbour.page("/practice/decisions").text();
    assert!(page.contains("by vote"));
    let mut visitor = server.anonymous();
    let page = visitor.page("/practice/decisions").told();
    assert!(!page.contains("voted"), "{page}");
}

#[test]
fn a_vote_is_cancelled_with_a_reason_and_opened_anew() {
    let (server, _folder) = demo();
    let (_, mut chair) = put_to_vote(&server);
    let cancel = Sheet::on(&mut chair, &clearance(), &format!("{VOTE}/cancel"));
    assert_eq!(cancel.send(&mut chair).status, 422);
    let cancel = cancel.with("vote_cancel_reason", "The wrong version was put.");
    cancel.send(&mut chair).receipt();
    says(&mut chair, &clearance(), "The wrong version was put.");
    let again = cancel.send(&mut chair);
    assert_ne!(again.status, 200);
    Sheet::on(&mut chair, &clearance(), &format!("{VOTE}/open"))
        .send(&mut chair)
        .receipt();
}

#[test]
fn members_have_as_many_votes_as_the_group_gives_them() {
    let (server, _folder) = demo();
    let mut secretariat = server.user("secretariat");
    let rules = "/practice/rules";
    let path = format!("{rules}/votes");
    let page = secretariat.page(rules).text();
    assert!(
        Sheet::of(&page, &path).is_none(),
        "a group that agrees has no votes to give"
    );
    allow(&mut secretariat);
    let sheet = Sheet::on(&mut secretariat, rules, &path);
    let (name, _) = sheet
        .fields
        .iter()
        .find(|(name, _)| name.starts_with("votes-"))
        .cloned()
        .unwrap();
    let wrong = sheet.clone().with(&name, "many").send(&mut secretariat);
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("value=\"many\""));
    sheet.with(&name, "3").send(&mut secretariat).receipt();
    let mut observer = server.user("observer LLA");
    says(
        &mut observer,
        rules,
        "Each member has one vote, but for these",
    );
}

#[test]
fn a_meeting_votes_by_roll_call() {
    let (server, _folder) = demo();
    let mut secretariat = server.user("secretariat");
    let mut chair = server.user("chair");
    allow(&mut secretariat);
    let at = called(&mut secretariat, "Ropes", "working_level", 0, &["Berths"]);
    opened(&mut secretariat, &at);
    let item = item(&mut chair, &at, "Berths");
    put(&mut chair, &item, "A list of berths", "strategic");
    let vote = format!("{at}/vote");
    assert!(
        Sheet::of(&chair.page(&at).text(), &vote).is_none(),
        "asked for first"
    );
    let sheet = Sheet::on(&mut chair, &format!("{at}?votes=yes"), &vote);
    let empty = sheet.send(&mut chair);
    assert_eq!(empty.status, 422);
    let page = chair.page(&format!("{at}?votes=yes")).text();
    let names = names(&page);
    assert!(names.len() > 4, "{names:?}");
    let all = |sheet: Sheet, favour: usize| {
        names.iter().enumerate().fold(sheet, |sheet, (at, name)| {
            sheet.with(name, if at < favour { "in_favour" } else { "against" })
        })
    };
    // One that says nothing: what the others said is kept.
    let missing = all(sheet.clone(), 2);
    let kept = Sheet {
        fields: missing
            .fields
            .iter()
            .filter(|(name, _)| *name != names[0])
            .cloned()
            .collect(),
        ..missing
    };
    let kept = kept.send(&mut chair);
    assert_eq!(kept.status, 422);
    assert!(Sheet::of(&kept.text(), &vote).unwrap().fields.len() >= names.len());
    all(sheet, 1).send(&mut chair).receipt();
    let mut member = server.user("focal-point HWF");
    let page = chair.page(&at).told();
    assert!(!page.contains("It was so decided"), "{page}");
    put(&mut chair, &item, "A list of buoys", "procedural");
    let sheet = Sheet::on(&mut chair, &format!("{at}?votes=yes"), &vote);
    let sheet = all(sheet, names.len());
    sheet.send(&mut chair).receipt();
    // In another window the same was put: it is over.
    assert_ne!(sheet.send(&mut chair).status, 200);
    says(
        &mut member,
        &item,
        "“A list of berths” was put to the vote and not carried.",
    );
    let decision = linked(
        &member.page("/practice/decisions").text(),
        "A list of buoys",
    );
    says(&mut member, &decision, "0 against, 0 abstaining.");
    // What a member attaches to it stands in the minutes.
    Sheet::on(&mut member, &decision, &format!("{decision}/attach"))
        .with("attachment", "dissociation")
        .with("statement", "We stand aside from buoys.")
        .send(&mut member)
        .receipt();
    crate::playing::press(&mut chair, &at, "close").receipt();
    let minutes = format!("{at}/minutes");
    says(
        &mut secretariat,
        &minutes,
        "Dissociation by Harbour Welfare Federation",
    );
    says(&mut secretariat, &minutes, "We stand aside from buoys.");
}

/// The names of the choices on a page, once each.
fn names(page: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in page.split("name=\"choice-").skip(1) {
        let name = format!("choice-{}", part.split('"').next().unwrap());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
