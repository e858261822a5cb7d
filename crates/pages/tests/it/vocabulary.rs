//! The words of the record meet the kinds that pages show.

use pages::answer::Verdict;
use pages::check::{SetAsideReason, Tracking};
use pages::clearance::Outcome;
use pages::comments::Filter;
use pages::position::Position;
use pages::text::TextKind;
use pages::{Hat, Words};

#[test]
fn values_of_forms_come_back() {
    for verdict in Verdict::ALL {
        assert_eq!(Verdict::of(verdict.value()), Some(verdict));
    }
    for word in [
        "statement",
        "issue_paper",
        "submission",
        "letter",
        "terms_of_reference",
        "plan",
    ] {
        let kind = TextKind::of(word).expect(word);
        assert!(!kind.words(Words::english()).is_empty(), "{word}");
    }
    assert_eq!(TextKind::of("guidance-note"), None);
    for filter in [
        Filter::Open,
        Filter::Conflicts,
        Filter::All,
        Filter::Comments,
    ] {
        assert_eq!(Filter::of(filter.value()), Some(filter));
    }
    assert_eq!(Verdict::of("undo"), None);
}

#[test]
fn an_unknown_word_is_never_taken_for_agreement() {
    assert_eq!(
        (
            Position::of("applauds"),
            Outcome::of("silent"),
            Hat::of("king")
        ),
        (None, None, None)
    );
    assert_eq!(SetAsideReason::of("header"), SetAsideReason::NotCovered);
    assert_eq!(SetAsideReason::of("from:FDW"), SetAsideReason::FromOther);
    assert_eq!(Tracking::of("untracked"), Tracking::Untracked);
}

#[test]
fn one_who_said_nothing_made_no_objection() {
    let words = Words::english();
    let said = |word: &str| Outcome::of(word).map(|outcome| outcome.words(words).to_owned());
    assert_eq!(said("no_objection").as_deref(), Some("no objection"));
    assert_eq!(
        said("agreed_ad_referendum").as_deref(),
        Some("agreed ad referendum")
    );
    assert_eq!(
        said("ended_before_deadline").as_deref(),
        Some("ended before its deadline")
    );
}
