use record::canonical_json;
use serde_json::{Value, json};

#[test]
fn keys_are_sorted_and_nothing_is_added() {
    let check = |value: Value, expect: &str| {
        assert_eq!(
            String::from_utf8(canonical_json(&value).unwrap()).unwrap(),
            expect
        );
    };
    check(
        json!({"b": 1, "a": [true, null, {"d": -5, "c": "é\n\""}]}),
        "{\"a\":[true,null,{\"c\":\"é\\n\\\"\",\"d\":-5}],\"b\":1}",
    );
    check(json!({"unknown": true}), "{\"unknown\":true}");
    // By UTF-16 units, not by code points (RFC 8785, 3.2.3).
    check(
        json!({"\u{fb33}": 1, "\u{1f600}": 2}),
        "{\"\u{1f600}\":2,\"\u{fb33}\":1}",
    );
    check(json!(9_007_199_254_740_991u64), "9007199254740991");
}

#[test]
fn only_integers_that_every_reader_holds() {
    assert!(canonical_json(&json!({"a": [1.5]})).is_err());
    assert!(canonical_json(&json!(9_007_199_254_740_992u64)).is_err());
    assert!(canonical_json(&json!(i64::MIN)).is_err());
}
