//! Traps of whole paragraphs and tables.

use super::{DATE, END, ONE, TWO, check, ins, marked, p, plain, r, row, table, three, with};

/// Traps 4 and 27: moves, an edit hidden in one, two places, moved and deleted, two paragraphs swapped.
#[test]
fn moves() {
    check(
        &three(),
        &[("A", &plain(&[TWO, END, ONE]))],
        &["1:0-28 Move 'One two three four five six.' > 'One two three four five six.' A to 3"],
    );
    let hidden = "One two three four nine six.";
    check(
        &three(),
        &[("A", &plain(&[TWO, END, hidden]))],
        &["1:0-28 Move 'One two three four five six.' > 'One two three four nine six.' A to 3"],
    );
    let middle = "Something in the middle.";
    let all = check(
        &plain(&[ONE, TWO, middle, END]),
        &[
            ("A", &plain(&[TWO, middle, END])),
            (
                "B",
                &plain(&["One two three four nine six.", TWO, middle, END]),
            ),
            ("C", &plain(&[TWO, middle, END, ONE])),
            ("D", &plain(&[TWO, middle, ONE, END])),
        ],
        &[
            "1:0-28 Move 'One two three four five six.' > 'One two three four five six.' C to 4",
            "1:0-28 Move 'One two three four five six.' > 'One two three four five six.' D to 3",
            "1:0-28 ParagraphDelete 'One two three four five six.' > '' A",
            "1:19-23 Replace 'five' > 'nine' B",
        ],
    );
    assert_eq!(all.model.conflicts.len(), 1);
    assert_eq!(all.model.conflicts[0].amendments.len(), 4);
}

/// What comes before a moved paragraph at the beginning is no covering letter.
#[test]
fn new_paragraphs_on_both_sides_of_a_moved_one() {
    let rest = table(&[row(&[""]), row(&[""])]) + &p("");
    let base = plain(&["States", "shall shall"]) + &rest;
    let sent = plain(&["", "States ", "shall shall"])
        + &marked("ins", "A", &ins("A", "States "))
        + &plain(&["States"])
        + &rest;
    check(
        &base,
        &[("A", &sent)],
        &[
            "0:0-0 ParagraphInsert '' > '\nStates ' A",
            "0:0-0 ParagraphInsert '' > 'States ' A",
            "2:0-11 Move 'shall shall' > 'shall shall' A to 0",
        ],
    );
}

/// A recorded move stays one, however near and short.
#[test]
fn a_recorded_move() {
    let moved = |kind: &str, text: &str| {
        let inner = format!(
            "<w:{kind} w:id=\"8\" w:author=\"Ana\" {DATE}>{}</w:{kind}>",
            r(text)
        );
        marked(kind, "Ana", &inner)
    };
    let version = format!(
        "{}{}{}{}",
        moved("moveFrom", "Yes."),
        p(&r(TWO)),
        moved("moveTo", "Yes."),
        p(&r(END))
    );
    let all = check(
        &plain(&["Yes.", TWO, END]),
        &[("A", &version)],
        &["1:0-4 Move 'Yes.' > 'Yes.' A to 2"],
    );
    assert_eq!(
        all.model.amendments[0].tracked["A"],
        redline::model::Tracking::Tracked
    );
    assert_eq!(all.model.amendments[0].authors["A"], ["Ana"]);
}

/// Trap 9: split here, edited there; joined here, deleted there.
#[test]
fn splits_and_joins() {
    let split = plain(&["One two three", "four five six.", TWO, END]);
    let all = check(
        &three(),
        &[
            ("A", &split),
            ("B", &with(&plain(&["One two three four five seven."]))),
        ],
        &[
            "1:13-14 Delete ' ' > '' A",
            "1:14-14 Split '' > '' A",
            "1:24-27 Replace 'six' > 'seven' B",
        ],
    );
    assert!(all.model.conflicts.is_empty());
    let joined = plain(&[&format!("{ONE} {TWO}"), END]);
    let all = check(
        &three(),
        &[("A", &joined), ("B", &plain(&[TWO, END]))],
        &[
            "1:0-28 ParagraphDelete 'One two three four five six.' > '' B",
            "1:28-28 Join '' > '' A",
            "1:28-28 Insert '' > ' ' A",
        ],
    );
    assert_eq!(all.model.conflicts.len(), 1);
    check(
        &three(),
        &[(
            "A",
            &plain(&["One two", "three four", "five six.", TWO, END]),
        )],
        &[
            "1:7-8 Delete ' ' > '' A",
            "1:8-8 Split '' > '' A",
            "1:18-19 Delete ' ' > '' A",
            "1:19-19 Split '' > '' A",
        ],
    );
    let cell = |lines: &[&str]| {
        let (first, second) = (plain(lines), p(&r("x")));
        table(&[format!(
            "<w:tr><w:tc>{first}</w:tc><w:tc>{second}</w:tc></w:tr>"
        )])
    };
    check(
        &cell(&["one two three four"]),
        &[("A", &cell(&["one two", "three four"]))],
        &["1:7-8 Delete ' ' > '' A", "1:8-8 Split '' > '' A"],
    );
}

/// An empty paragraph takes the place of the last one, which moves away, and a join stands against it.
#[test]
fn an_empty_paragraph_at_the_end_against_a_join() {
    let (first, last) = ("support and protect ", "shall");
    let all = check(
        &plain(&[first, last]),
        &[
            ("IOM", &plain(&[first, "", last])),
            ("UNODC", &plain(&[&format!("{first}{last}")])),
            ("UNICEF", &plain(&["States shall", first])),
        ],
        &[
            "0:0-0 ParagraphInsert '' > 'States shall' UNICEF",
            "1:20-20 Join '' > '' UNODC",
            "1:20-20 ParagraphInsert '' > '' IOM",
            "2:0-5 ParagraphDelete 'shall' > '' UNICEF",
        ],
    );
    assert_eq!(all.model.conflicts.len(), 1);
}

/// A split with recorded mark bears the name and date of who made it.
#[test]
fn a_recorded_split() {
    let version = format!(
        "{}{}",
        marked("ins", "Ana", &r("One two three ")),
        p(&r("four five six."))
    );
    let all = check(
        &three(),
        &[("A", &with(&version))],
        &["1:14-14 Split '' > '' A"],
    );
    assert_eq!(all.model.amendments[0].authors["A"], ["Ana"]);
    let version = format!(
        "{}{}{}",
        marked("del", "Ana", &r(ONE)),
        p(&r(TWO)),
        p(&r(END))
    );
    let all = check(&three(), &[("A", &version)], &["1:28-28 Join '' > '' A"]);
    assert_eq!(all.model.amendments[0].authors["A"], ["Ana"]);
}

/// Trap 22: a row here, a column there, a moved row, a nested table.
#[test]
fn tables() {
    let rows = [
        row(&["a one", "a two"]),
        row(&["b one", "b two"]),
        row(&["c one", "c two"]),
    ];
    let moved = [rows[1].clone(), rows[2].clone(), rows[0].clone()];
    check(
        &(table(&rows) + &three()),
        &[("A", &(table(&moved) + &three()))],
        &[
            "1:0-5 RowDelete 'a one\ta two' > '' A",
            "6:5-5 RowInsert '' > 'a one\ta two' A",
        ],
    );
    let wider = [
        row(&["a one", "a two", "x"]),
        row(&["b one", "b two", "y"]),
        row(&["c one", "c two", "z"]),
    ];
    let longer = [
        rows[0].clone(),
        rows[1].clone(),
        row(&["new one", "new two"]),
        rows[2].clone(),
    ];
    check(
        &(table(&rows) + &three()),
        &[
            ("A", &(table(&longer) + &three())),
            ("B", &(table(&wider) + &three())),
        ],
        &[
            "2:5-5 Other '' > '\nx' B",
            "4:5-5 Other '' > '\ny' B",
            "4:5-5 RowInsert '' > 'new one\tnew two' A",
            "6:5-5 Other '' > '\nz' B",
        ],
    );
    let nest = |word: &str| {
        let inner = table(&[row(&["inner one", word])]);
        let cell = format!("<w:tr><w:tc>{}{inner}<w:p/></w:tc></w:tr>", p(&r("outer")));
        table(&[cell]) + &three()
    };
    check(
        &nest("inner two"),
        &[("A", &nest("inner 2"))],
        &["3:6-9 Replace 'two' > '2' A"],
    );
}

/// Two organisations delete what follows a table, one of them an empty paragraph: both are named.
#[test]
fn all_that_follows_a_table_goes() {
    let before = table(&[row(&["a", "b"])]);
    check(
        &format!("{before}{}", plain(&["", "States"])),
        &[
            (
                "IOM",
                &format!("{}{before}{}", plain(&["States must act."]), p("")),
            ),
            ("UNODC", &format!("{before}{}", plain(&["States"]))),
        ],
        &[
            "0:0-0 ParagraphInsert '' > 'States must act.' IOM",
            "3:0-0 ParagraphDelete '' > '' UNODC",
            "4:0-6 ParagraphDelete 'States' > '' IOM",
        ],
    );
}

/// A new paragraph takes the end of an empty last one that somebody else deletes.
#[test]
fn an_empty_last_paragraph_goes_and_another_comes() {
    check(
        &plain(&["States ", ""]),
        &[
            ("IOM", &plain(&["States ", "shall", ""])),
            ("UNODC", &plain(&["States "])),
        ],
        &[
            "1:7-7 ParagraphInsert '' > 'shall' IOM",
            "2:0-0 ParagraphDelete '' > '' UNODC",
        ],
    );
}
