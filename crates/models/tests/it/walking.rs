//! The models, walked through within their bounds; and that a checker sees what is broken.

use models::{Fault, NAMES, check};

#[test]
fn every_model_holds() {
    for (name, _) in NAMES {
        let report = check(name, false, None).expect("a model");
        assert!(report.whole && report.states > 100, "{name}: {report:?}");
        let failed: Vec<_> = report
            .verdicts
            .iter()
            .filter(|verdict| !verdict.holds)
            .collect();
        assert!(failed.is_empty(), "{name}: {failed:#?}");
    }
    assert_eq!(check("no such", false, None), None);
}

/// Each fault is beside the law: the law is the same, and the histories are not lawful any more.
#[test]
fn what_is_broken_is_seen() {
    for (fault, name, property) in [
        (Fault::NoHeadCheck, "nodes", "the record folds by the law"),
        (
            Fault::ReceiptIsTold,
            "silence",
            "what comes after the deadline ends nothing",
        ),
        (
            Fault::ReceiptIsTold,
            "vote",
            "a vote is carried as what was said in time makes it",
        ),
    ] {
        let report = check(name, false, Some(fault)).expect("a model");
        let verdict = report
            .verdicts
            .iter()
            .find(|verdict| verdict.property == property)
            .expect("the property");
        assert!(!verdict.holds && !verdict.steps.is_empty(), "{fault:?}");
    }
}
