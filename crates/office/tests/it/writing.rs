//! The one writer path.

use group::parts::Verdict;
use group::{Command, Hat, Refusal};
use office::{Answer, AnswerSaved, Failed};

use crate::house::{GROUP, House, MINUTE};

#[test]
fn a_command_sent_twice_is_done_once() {
    let house = House::founded();
    let asking = house.asking("ISV", Hat::Secretariat);
    let command = Command::RecordOrganisation {
        organisation: house.office.fresh_id(),
        name: "Another".into(),
        short_name: None,
        category: group::MEMBER.into(),
        kind: None,
    };
    let first = house.office.execute(GROUP, &asking, &command, &[]).unwrap();
    let size = house.office.loaded(GROUP).unwrap().size;
    let second = house.office.execute(GROUP, &asking, &command, &[]).unwrap();
    assert_eq!(first.positions, second.positions);
    assert!(second.again && !first.again);
    assert_eq!(house.office.loaded(GROUP).unwrap().size, size);
}

#[test]
fn what_is_refused_leaves_no_trace() {
    let house = House::founded();
    let size = house.office.loaded(GROUP).unwrap().size;
    let command = Command::SetRule {
        name: "no.such".into(),
        value: group::parts::SettingValue::Switch(true),
    };
    let refused = house.act("ISV", Hat::Secretariat, &command);
    assert!(matches!(
        refused,
        Err(Failed::Refused(Refusal::NoSetting { .. }))
    ));
    assert!(matches!(
        house.act("HWF", Hat::Secretariat, &command),
        Err(Failed::Refused(Refusal::NotEntitled {}))
    ));
    assert_eq!(house.office.loaded(GROUP).unwrap().size, size);
}

#[test]
fn two_threads_write_without_loss() {
    let house = House::founded();
    let record = |name: String| Command::RecordOrganisation {
        organisation: house.office.fresh_id(),
        name,
        short_name: None,
        category: group::MEMBER.into(),
        kind: None,
    };
    let before = house
        .office
        .loaded(GROUP)
        .unwrap()
        .state
        .organisations
        .len();
    std::thread::scope(|scope| {
        for writer in 0..2 {
            let (house, record) = (&house, &record);
            scope.spawn(move || {
                for n in 0..20 {
                    // The clock stands still: the other thread's acts must not make this one late.
                    let asking = house.asking("ISV", Hat::Secretariat);
                    let command = record(format!("{writer}-{n}"));
                    house.office.execute(GROUP, &asking, &command, &[]).unwrap();
                }
            });
        }
    });
    assert_eq!(
        house
            .office
            .loaded(GROUP)
            .unwrap()
            .state
            .organisations
            .len(),
        before + 40
    );
}

#[test]
fn two_people_at_one_answer_lose_nothing() {
    let house = House::founded();
    let round = house.round();
    house.send("HWF", round.id, "shall");
    house
        .act(
            "ISV",
            Hat::Secretariat,
            &Command::CloseRound { round: round.id },
        )
        .unwrap();
    house.hand.ahead(MINUTE);
    house
        .office
        .freeze(GROUP, &house.asking("ISV", Hat::Secretariat), round.id)
        .unwrap();
    let round = house.find(round.id);
    let item = round.compilation.as_ref().unwrap().amendments[0].id.clone();
    let answer = |verdict, reason: Option<&str>, by| Answer {
        verdict,
        wording: None,
        reason: reason.map(str::to_owned),
        by: house.seat(by),
    };
    let first = answer(Verdict::Taken, None, "FDW");
    let second = answer(Verdict::NotTaken, Some("Agreed language."), "ISV");
    assert_eq!(
        house
            .office
            .answer(GROUP, &round, &item, None, Some(&first))
            .unwrap(),
        AnswerSaved::Saved
    );
    // The second one saw no answer either: it meets the first, and nothing is overwritten.
    let met = house
        .office
        .answer(GROUP, &round, &item, None, Some(&second))
        .unwrap();
    let AnswerSaved::Met(Some((theirs, revision))) = met else {
        panic!("not met: {met:?}")
    };
    assert_eq!(theirs, first);
    let saved = house
        .office
        .answer(GROUP, &round, &item, Some(revision), Some(&second))
        .unwrap();
    assert_eq!(saved, AnswerSaved::Saved);
    assert_eq!(
        house.office.answers(GROUP, &round).unwrap()[&item].0,
        second
    );
}

#[test]
fn what_is_taken_says_why_the_others_are_not() {
    let house = House::founded();
    let round = house.round();
    house.send("HWF", round.id, "shall");
    house.send("FDW", round.id, "must");
    house.send("BCA", round.id, "may");
    let round = house.find(round.id);
    let desk = house.office.desk(GROUP, Some(house.seat("FDW"))).unwrap();
    let text = desk.text("statement").unwrap();
    let model = text.compilation(&round).unwrap().unwrap().model;
    let id = |word: &str| {
        let mut all = model.amendments.iter();
        all.find(|one| one.after == word).unwrap().id.clone()
    };
    let (office, by) = (&house.office, house.seat("FDW"));
    let own = Answer {
        verdict: Verdict::Noted,
        wording: None,
        reason: None,
        by,
    };
    office
        .answer(GROUP, &round, &id("may"), None, Some(&own))
        .unwrap();
    let count = office
        .answer_others(
            GROUP,
            &round,
            &model,
            &id("shall"),
            ("“shall” is taken.", by),
        )
        .unwrap();
    assert_eq!(count, 1, "what was answered keeps its answer");
    let answers = office.answers(GROUP, &round).unwrap();
    let (other, revision) = &answers[&id("must")];
    assert_eq!(other.verdict, Verdict::NotTaken);
    assert_eq!(other.reason.as_deref(), Some("“shall” is taken."));
    assert!(
        !answers.contains_key(&id("shall")),
        "its own answer is another step"
    );
    // What somebody wrote since stays; what nobody touched goes.
    office
        .undo_others(GROUP, &round, &model, &id("shall"), "another reason")
        .unwrap();
    assert!(
        office
            .answers(GROUP, &round)
            .unwrap()
            .contains_key(&id("must"))
    );
    let changed = Answer {
        reason: Some("Agreed language.".into()),
        ..other.clone()
    };
    office
        .answer(GROUP, &round, &id("must"), Some(*revision), Some(&changed))
        .unwrap();
    office
        .undo_others(GROUP, &round, &model, &id("shall"), "“shall” is taken.")
        .unwrap();
    assert!(
        office
            .answers(GROUP, &round)
            .unwrap()
            .contains_key(&id("must"))
    );
    assert!(office::only_signs(&model, &office.answers(GROUP, &round).unwrap()).is_empty());
    assert_eq!(office.take_signs(GROUP, &round, &model, by).unwrap(), 0);
}
