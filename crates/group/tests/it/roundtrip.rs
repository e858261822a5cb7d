//! What is written is read back, and what is withheld is left out.

use std::collections::BTreeSet;

use group::{Fact, NotAnId, Unreadable};
use serde_json::{Map, Value, json};

use crate::samples;

/// The marks of the classes (8-acts, *Rules*).
const MARKS: [&str; 3] = ["$restricted", "$personal", "$file"];

#[test]
fn every_kind_has_a_sample() {
    let sampled: BTreeSet<_> = samples::facts().iter().map(Fact::kind).collect();
    let known: BTreeSet<_> = Fact::KINDS.iter().copied().collect();
    assert_eq!(sampled, known);
    assert_eq!(known.len(), Fact::KINDS.len(), "a kind stands twice");
}

#[test]
fn what_is_written_is_read_back() {
    for fact in samples::facts() {
        let written = fact.to_json();
        let bytes = serde_json::to_string(&written).expect("bytes");
        let fields = serde_json::from_str(&bytes).expect("fields");
        let read = Fact::from_json(fact.kind(), fields).expect("read back");
        assert_eq!(read, fact);
        assert_eq!(read.to_json(), written, "{}", fact.kind());
    }
}

/// Acts of the first released version: without the fields that came with meetings.
#[test]
fn acts_of_the_old_shape_are_read() {
    let id = crate::world::id("thing");
    let old = |kind: &str, fields: Value| {
        let Value::Object(fields) = fields else {
            panic!("no fields");
        };
        let read = Fact::from_json(kind, fields.clone()).expect("read");
        assert_eq!(read.to_json(), fields, "{kind} is written as it was");
        read
    };
    let read = old(
        "decision.adopted",
        json!({
            "decision": id, "number": "2026/1", "year": 2026, "rank": 1, "title": "A text",
            "text": id, "version": 2, "procedure": id, "participants": [id], "attached": [],
        }),
    );
    let Fact::DecisionAdopted(read) = read else {
        panic!("no decision");
    };
    assert_eq!(
        (read.text, read.version, read.procedure),
        (Some(id), Some(2), Some(id))
    );
    assert_eq!((read.meeting, read.item, read.kind), (None, None, None));
    assert!(read.words.is_none() && read.mandates.is_empty());
    let unknown = json!({ "unknown": true });
    let read = old(
        "mandate.recorded",
        json!({
            "mandate": id, "body": "An assembly", "instrument": unknown, "on": unknown,
            "asks": "To coordinate.", "source": id, "passage": { "$restricted": "They asked." },
        }),
    );
    let Fact::MandateRecorded(read) = read else {
        panic!("no mandate");
    };
    assert_eq!(read.source, Some(id));
    let read = old(
        "office.assigned",
        json!({ "office": "chair", "organisation": id, "since": "2026-03-02" }),
    );
    let Fact::OfficeAssigned(read) = read else {
        panic!("no office");
    };
    assert_eq!(
        (read.until, read.exercised_by, read.decision),
        (None, None, None)
    );
}

#[test]
fn what_is_not_known_is_passed_over() {
    for fact in samples::facts() {
        let mut fields = fact.to_json();
        fields.insert("of_a_later_version".to_owned(), Value::from(1));
        let read = Fact::from_json(fact.kind(), fields).expect("read back");
        assert_eq!(read, fact);
    }
    let unknown = Fact::from_json("moon.landed", Map::new()).expect_err("unknown");
    assert_eq!(unknown, Unreadable::Kind("moon.landed".to_owned()));
}

#[test]
fn what_is_withheld_is_left_out() {
    for fact in samples::facts() {
        let all = fact.to_json();
        let open = without_marked(&all);
        let read = Fact::from_json(fact.kind(), open.clone()).expect("read back");
        assert_eq!(read.to_json(), open, "{}", fact.kind());
        assert_eq!(read == fact, open.len() == all.len(), "{}", fact.kind());
    }
}

#[test]
fn an_open_field_that_is_missing_or_of_another_type_is_refused() {
    for fact in samples::facts() {
        let fields = fact.to_json();
        let read = Fact::from_json(fact.kind(), Map::new());
        assert!(read.is_err(), "{} of nothing", fact.kind());
        for name in fields.keys() {
            let mut other = fields.clone();
            other.insert(name.clone(), Value::from(vec![Value::Null]));
            let read = Fact::from_json(fact.kind(), other);
            assert!(read.is_err(), "{} with another {name}", fact.kind());
        }
    }
}

#[test]
fn marks_stand_at_the_top_alone_and_names_and_numbers_are_plain() {
    let mut marked = 0;
    for fact in samples::facts() {
        for (name, value) in fact.to_json() {
            plain_name(fact.kind(), &name);
            match mark(&value) {
                Some(inner) => {
                    marked += 1;
                    walk(fact.kind(), inner);
                }
                None => walk(fact.kind(), &value),
            }
        }
    }
    assert!(marked >= 10, "the samples give their classed fields");
}

#[test]
fn an_id_has_one_spelling() {
    for (text, expect) in [
        ("01ARZ3NDEKTSV4RRFFQ69G5FAV", true),
        ("01arz3ndektsv4rrffq69g5fav", false),
        ("01ARZ3NDEKTSV4RRFFQ69G5FA", false),
        ("81ARZ3NDEKTSV4RRFFQ69G5FAV", false),
        ("0IARZ3NDEKTSV4RRFFQ69G5FAV", false),
        ("", false),
    ] {
        let read: Result<group::Id, NotAnId> = text.parse();
        assert_eq!(read.is_ok(), expect, "{text}");
    }
}

#[test]
fn an_instant_has_one_spelling() {
    for (text, expect) in [
        ("2026-03-02T09:00:00Z", true),
        ("2026-03-02T09:00:00.001Z", true),
        ("2026-03-02T09:00:00.000Z", false),
        ("2026-03-02T09:00:00.1Z", false),
        ("2026-03-02T09:00:00.0001Z", false),
        ("2026-03-02T09:00:00+00:00", false),
        ("2026-03-02t09:00:00z", false),
        ("2026-03-02 09:00:00Z", false),
        ("2026-02-30T09:00:00Z", false),
        ("2026-03-02", false),
    ] {
        let read = text.parse::<group::Instant>();
        assert_eq!(read.is_ok(), expect, "{text}");
        if let Ok(instant) = read {
            assert_eq!(instant.to_string(), text);
        }
    }
}

#[test]
fn a_stream_is_read_back() {
    use group::{Noun, Stream};
    let id = crate::world::id("thing");
    for (stream, text) in [
        (Stream::Group, "group".to_owned()),
        (Stream::Of(Noun::Text, id), format!("text/{id}")),
        (Stream::Of(Noun::Procedure, id), format!("procedure/{id}")),
    ] {
        assert_eq!(stream.to_string(), text);
        assert_eq!(text.parse(), Ok(stream));
    }
    for text in ["", "group/", "moon/01ARZ3NDEKTSV4RRFFQ69G5FAV", "text/x"] {
        assert!(text.parse::<Stream>().is_err(), "{text}");
    }
}

/// The fields without those of the classes that can be withheld.
pub(crate) fn without_marked(fields: &Map<String, Value>) -> Map<String, Value> {
    let marked = |value: &Value| {
        let keys = value.as_object().map(|map| map.keys());
        keys.is_some_and(|mut keys| keys.any(|key| key == "$restricted" || key == "$personal"))
    };
    let open = fields.iter().filter(|(_, value)| !marked(value));
    open.map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

fn mark(value: &Value) -> Option<&Value> {
    let map = value.as_object().filter(|map| map.len() == 1)?;
    let (name, inner) = map.iter().next()?;
    MARKS.contains(&name.as_str()).then_some(inner)
}

fn plain_name(kind: &str, name: &str) {
    let plain = name.bytes().all(|b| b == b'_' || b.is_ascii_lowercase());
    assert!(
        plain && (1..=32).contains(&name.len()),
        "{kind} has a field {name}"
    );
}

fn walk(kind: &str, value: &Value) {
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                plain_name(kind, name);
                walk(kind, value);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| walk(kind, value)),
        Value::Number(number) => assert!(
            number.is_i64() || number.is_u64(),
            "{kind} holds the number {number}"
        ),
        Value::Null => panic!("{kind} writes what is absent"),
        Value::Bool(_) | Value::String(_) => {}
    }
}
