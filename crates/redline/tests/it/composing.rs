//! What comes out of several returns: support, variants, conflicts, order, tracking.

use redline::compose::compose;
use redline::model::{Kind, Tracking};

use crate::texts::{composed, lines, silent, source, tracked, with_tables};

fn check(base: &[&str], returns: &[(&str, &[&str])], expect: &[&str]) {
    let composition = composed(base, returns);
    assert_eq!(lines(&composition.model), expect);
    assert!(
        composition
            .model
            .returns
            .iter()
            .all(|returned| returned.warnings.is_empty()),
        "{:?}",
        composition.model.returns
    );
}

const BASE: [&str; 3] = [
    "States should protect victims.",
    "The fund is voluntary and open to all members of the group.",
    "Members report every two years on what they did.",
];

#[test]
fn the_same_edit_is_one_amendment_with_its_supporters() {
    check(
        &BASE,
        &[
            ("IOM", &["States shall protect victims.", BASE[1], BASE[2]]),
            (
                "ILO",
                &[
                    "States shall protect victims.",
                    BASE[1],
                    "Members report every year on what they did.",
                ],
            ),
            ("WHO", &["States must protect victims.", BASE[1], BASE[2]]),
        ],
        &[
            "1:7-13 Replace 'should' > 'shall' ILO+IOM",
            "1:7-13 Replace 'should' > 'must' WHO",
            "3:21-30 Replace 'two years' > 'year' ILO",
        ],
    );
}

#[test]
fn spelling_of_programs_does_not_split_support() {
    let versions = [
        "States “shall” protect victims.",
        "States \"shall\" protect victims.",
        "States “shall” protect victims.",
    ];
    let returns: Vec<(&str, Vec<&str>)> = ["C", "A", "B"]
        .iter()
        .zip(versions)
        .map(|(name, first)| (*name, vec![first, BASE[1], BASE[2]]))
        .collect();
    let returns: Vec<(&str, &[&str])> = returns
        .iter()
        .map(|(name, texts)| (*name, texts.as_slice()))
        .collect();
    let model = composed(&BASE, &returns).model;
    assert_eq!(model.amendments.len(), 1);
    let amendment = &model.amendments[0];
    assert_eq!(amendment.supporters, ["A", "B", "C"]);
    assert_eq!(amendment.after, "“shall”", "the wording of most");
    assert_eq!(
        amendment.variants.get("A").map(String::as_str),
        Some("\"shall\"")
    );
    assert_eq!(amendment.variants.len(), 1);
}

#[test]
fn one_word_in_four_ways() {
    let composition = composed(
        &BASE,
        &[
            ("A", &["States shall protect victims.", BASE[1], BASE[2]]),
            ("B", &["States must protect victims.", BASE[1], BASE[2]]),
            ("C", &["States protect victims.", BASE[1], BASE[2]]),
            (
                "D",
                &["States should fully protect victims.", BASE[1], BASE[2]],
            ),
        ],
    );
    let model = composition.model;
    assert_eq!(model.conflicts.len(), 1);
    let inside: Vec<bool> = model
        .amendments
        .iter()
        .map(|amendment| amendment.conflict.is_some())
        .collect();
    assert_eq!(model.amendments[3].kind, Kind::Insert);
    assert_eq!(
        inside,
        [true, true, true, false],
        "an insertion beside a word is near, not against"
    );
    assert_eq!(model.conflicts[0].amendments.len(), 3);
}

#[test]
fn insertions_at_one_point_are_ranked_and_no_conflict() {
    let composition = composed(
        &BASE,
        &[
            (
                "A",
                &["States should fully protect victims.", BASE[1], BASE[2]],
            ),
            (
                "B",
                &["States should duly protect victims.", BASE[1], BASE[2]],
            ),
            (
                "C",
                &["States should duly protect victims.", BASE[1], BASE[2]],
            ),
        ],
    );
    let model = composition.model;
    assert_eq!(
        lines(&model),
        [
            "1:13-13 Insert '' > ' duly' B+C",
            "1:13-13 Insert '' > ' fully' A"
        ]
    );
    assert_eq!(
        [model.amendments[0].order, model.amendments[1].order],
        [0, 1]
    );
    assert!(model.conflicts.is_empty());
}

#[test]
fn a_deleted_paragraph_goes_against_an_edit_in_it() {
    let model = composed(
        &BASE,
        &[
            ("A", &[BASE[0], BASE[2]]),
            (
                "B",
                &[
                    BASE[0],
                    "The fund is mandatory and open to all members of the group.",
                    BASE[2],
                ],
            ),
            ("C", &[BASE[0], BASE[1], "And a new one.", BASE[2]]),
        ],
    )
    .model;
    assert_eq!(
        lines(&model),
        [
            format!("2:0-59 ParagraphDelete '{}' > '' A", BASE[1]),
            "2:12-21 Replace 'voluntary' > 'mandatory' B".to_owned(),
            "2:59-59 ParagraphInsert '' > 'And a new one.' C".to_owned(),
        ]
    );
    assert_eq!(model.conflicts.len(), 1);
    assert!(model.amendments[2].conflict.is_none());
}

#[test]
fn paragraphs_come_and_go() {
    check(&BASE, &[("A", &BASE)], &[]);
    check(
        &BASE,
        &[("A", &["A title", BASE[0], BASE[1], BASE[2], "One.", "Two."])],
        &[
            "0:0-0 ParagraphInsert '' > 'A title' A",
            "3:48-48 ParagraphInsert '' > 'One.\nTwo.' A",
        ],
    );
    check(
        &["x", "", "", "y"],
        &[("A", &["x", "", "", "", "y"])],
        &["1:1-1 ParagraphInsert '' > '' A"],
    );
    check(
        &["x", "", "", "y"],
        &[("A", &["x", "", "y"])],
        &["2:0-0 ParagraphDelete '' > '' A"],
    );
    check(
        &[],
        &[("A", &["new"])],
        &["0:0-0 ParagraphInsert '' > 'new' A"],
    );
}

#[test]
fn a_line_break_is_no_paragraph_break() {
    let composition = composed(&["x"], &[("A", &["x", "one\ntwo"])]);
    assert_eq!(
        lines(&composition.model),
        ["1:1-1 ParagraphInsert '' > 'one\u{2028}two' A"]
    );
    assert!(composition.look.is_empty(), "{:?}", composition.look);
}

#[test]
fn a_split_and_a_join_are_kept_together() {
    let (first, second) = (
        "States shall protect all victims.",
        "They shall also assist them soon.",
    );
    let both = format!("{first} {second}");
    let model = composed(&[&both, BASE[1]], &[("A", &[first, second, BASE[1]])]).model;
    assert_eq!(model.amendments.len(), 2, "{:?}", lines(&model));
    assert!(model.amendments[0].group.is_some());
    assert_eq!(model.amendments[0].group, model.amendments[1].group);
    let model = composed(&[first, second, BASE[1]], &[("A", &[&both, BASE[1]])]).model;
    assert_eq!(model.amendments.len(), 2, "{:?}", lines(&model));
    assert!(model.amendments[0].group.is_some());
    assert_eq!(model.amendments[0].group, model.amendments[1].group);
}

#[test]
fn tracking_is_told_apart() {
    let base = ["States should protect victims.", "They may report."];
    let all = tracked(
        "A",
        &base,
        &["States shall protect victims.", base[1]],
        "Ana",
    );
    let none = silent("B", &["States shall protect victims.", base[1]]);
    // The second edit was typed with tracking off: it stands in the reject view too.
    let half = tracked(
        "C",
        &[base[0], "They shall report."],
        &["States shall protect victims.", "They shall report."],
        "Cy",
    );
    let model = compose(&silent("", &base), &[all, none, half]).model;
    let [first, second] = &model.amendments[..] else {
        panic!("{:?}", lines(&model))
    };
    assert_eq!(first.supporters, ["A", "B", "C"]);
    assert_eq!(
        first.tracked.values().copied().collect::<Vec<_>>(),
        [Tracking::Tracked, Tracking::Untracked, Tracking::Tracked]
    );
    assert_eq!(first.authors["A"], ["Ana"]);
    assert!(first.authors["B"].is_empty());
    assert_eq!(
        first.dates.get("C").map(String::as_str),
        Some("2026-10-01T10:00:00Z")
    );
    assert_eq!(second.tracked["C"], Tracking::Untracked);
    let whole: Vec<Tracking> = model
        .returns
        .iter()
        .map(|returned| returned.tracking)
        .collect();
    assert_eq!(
        whole,
        [Tracking::Tracked, Tracking::Untracked, Tracking::Mixed]
    );
}

#[test]
fn a_silent_edit_inside_a_pending_insertion_is_mixed() {
    let base = ["States shall act."];
    let mixed = tracked(
        "A",
        &["States shall now act."],
        &["States shall fully now act."],
        "Ana",
    );
    let model = compose(&silent("", &base), &[mixed]).model;
    assert_eq!(lines(&model), ["1:12-12 Insert '' > ' fully now' A"]);
    assert_eq!(model.amendments[0].tracked["A"], Tracking::Mixed);
}

#[test]
fn a_wrong_base_and_a_base_with_revisions_need_a_look() {
    let other: Vec<String> = (0..9)
        .map(|n| format!("Completely unrelated words {n}, cooking."))
        .collect();
    let other: Vec<&str> = other.iter().map(String::as_str).collect();
    let composition = composed(&BASE, &[("A", &other)]);
    assert_eq!(composition.look.len(), 1);
    assert_eq!(composition.model.returns[0].warnings.len(), 1);
    let pending = tracked("", &["States may act."], &["States shall act."], "Ed");
    let composition = compose(&pending, &[silent("A", &["States shall act."])]);
    assert_eq!(composition.model.base.warnings.len(), 1);
    assert!(
        composition.model.amendments.is_empty(),
        "the accept view is the base"
    );
    assert_eq!(composition.look.len(), 1);
}

#[test]
fn the_same_file_twice_is_one_return() {
    let one = silent("A", &["States shall protect victims.", BASE[1], BASE[2]]);
    let once = compose(&silent("", &BASE), std::slice::from_ref(&one));
    let twice = compose(&silent("", &BASE), &[one.clone(), one]);
    assert_eq!(once.model, twice.model);
    assert!(twice.look.is_empty());
}

fn table(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

fn check_table(base: &[&str], version: &[&str], expect: &[&str]) {
    let (base, version) = (with_tables(&table(base)), with_tables(&table(version)));
    let composition = compose(
        &source("", base.clone(), base),
        &[source("A", version.clone(), version)],
    );
    assert_eq!(lines(&composition.model), expect);
    assert!(composition.look.is_empty(), "{:?}", composition.look);
}

const ROWS: [&str; 4] = [
    "Before.",
    "|Country|Year|Cases",
    "|Kenya|2024|twelve",
    "|Peru|2025|thirty",
];

#[test]
fn rows_and_cells() {
    let [before, head, kenya, peru] = ROWS;
    check_table(
        &ROWS,
        &[before, head, "|Kenya|2024|twenty", peru],
        &["7:0-6 Replace 'twelve' > 'twenty' A"],
    );
    check_table(
        &ROWS,
        &[before, head, kenya, "|Togo|2025|nine", peru],
        &["7:6-6 RowInsert '' > 'Togo\t2025\tnine' A"],
    );
    check_table(
        &ROWS,
        &[before, head, peru],
        &["5:0-5 RowDelete 'Kenya\t2024\ttwelve' > '' A"],
    );
    check_table(
        &ROWS,
        &[before],
        &[
            "2:0-7 RowDelete 'Country\tYear\tCases' > '' A",
            "5:0-5 RowDelete 'Kenya\t2024\ttwelve' > '' A",
            "8:0-4 RowDelete 'Peru\t2025\tthirty' > '' A",
        ],
    );
    check_table(
        &ROWS,
        &[before, head, "|Kenya|2024|twelve/confirmed", peru],
        &["7:6-6 ParagraphInsert '' > 'confirmed' A"],
    );
    check_table(
        &[before],
        &[before, "|a|b", "|c/d|e"],
        &[
            "1:7-7 RowInsert '' > 'a\tb' A",
            "1:7-7 RowInsert '' > 'c\nd\te' A",
        ],
    );
}

#[test]
fn a_column_is_one_change_a_cell() {
    check_table(
        &ROWS,
        &["Before.", "|Country|Cases", "|Kenya|twelve", "|Peru|thirty"],
        &[
            "3:0-4 Other 'Year' > '' A",
            "6:0-4 Other '2024' > '' A",
            "9:0-4 Other '2025' > '' A",
        ],
    );
    check_table(
        &ROWS[..2],
        &["Before.", "|No|Country|Year|Cases"],
        &["2:0-0 Other '' > 'No\n' A"],
    );
    check_table(
        &ROWS[..2],
        &["Before.", "|Country|Year|Cases|Note"],
        &["4:5-5 Other '' > '\nNote' A"],
    );
}

#[test]
fn a_new_cell_stands_before_what_was_added_to_its_neighbour() {
    check_table(
        &["|b|c"],
        &["|z|a b|c"],
        &["1:0-0 Other '' > 'z\n' A", "1:0-0 Insert '' > 'a ' A"],
    );
}

#[test]
fn insertions_at_a_table_s_border_say_where_they_stand() {
    let base = with_tables(&table(&["|one|two", "After."]));
    let version = with_tables(&table(&[
        "|one|two/in the cell",
        "Behind the table.",
        "After.",
    ]));
    let composition = compose(
        &source("", base.clone(), base),
        &[source("A", version.clone(), version)],
    );
    assert_eq!(
        lines(&composition.model),
        [
            "2:3-3 ParagraphInsert '' > 'in the cell' A",
            "2:3-3 ParagraphInsert '' > 'Behind the table.' A",
        ]
    );
    let [inner, outer] = &composition.model.amendments[..] else {
        panic!()
    };
    assert_eq!(inner.standing, None);
    assert_eq!(
        outer
            .standing
            .map(|standing| (standing.depth, standing.before_next)),
        Some((0, false))
    );
    assert!(inner.order < outer.order);
    assert!(composition.look.is_empty());
}

#[test]
fn a_deleted_row_goes_against_an_edit_in_it() {
    let story = |lines: &[&str]| with_tables(&table(lines));
    let [before, head, _, peru] = ROWS;
    let base = story(&ROWS);
    let gone = story(&[before, head, peru]);
    let edited = story(&[before, head, "|Kenya|2024|twenty", peru]);
    let model = compose(
        &source("", base.clone(), base),
        &[
            source("A", gone.clone(), gone),
            source("B", edited.clone(), edited),
        ],
    )
    .model;
    assert_eq!(model.conflicts.len(), 1);
    assert_eq!(model.amendments.len(), 2);
}
