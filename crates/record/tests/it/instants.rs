use proptest::prelude::*;
use record::{instant_from_text, instant_to_text};

#[test]
fn instants_have_one_spelling() {
    let check = |ms: i64, text: &str| {
        assert_eq!(instant_to_text(ms).as_deref(), Ok(text));
        assert_eq!(instant_from_text(text), Ok(ms));
    };
    check(0, "1970-01-01T00:00:00Z");
    check(-1, "1969-12-31T23:59:59.999Z");
    check(951_782_400_000, "2000-02-29T00:00:00Z");
    check(1_795_428_060_007, "2026-11-23T10:01:00.007Z");
    check(-62_167_219_200_000, "0000-01-01T00:00:00Z");
    check(253_402_300_799_999, "9999-12-31T23:59:59.999Z");
    assert!(instant_to_text(253_402_300_800_000).is_err());
    assert!(instant_to_text(i64::MIN).is_err() && instant_to_text(i64::MAX).is_err());
    let refuse = |text: &str| assert!(instant_from_text(text).is_err(), "{text}");
    refuse("2026-11-23T10:01:00.000Z");
    refuse("2026-11-23T10:01:00.7Z");
    refuse("2026-11-23T10:01:00+00:00");
    refuse("2026-11-23t10:01:00z");
    refuse("2026-02-29T00:00:00Z");
    refuse("2026-13-01T00:00:00Z");
    refuse("2026-11-23T24:00:00Z");
    refuse("2026-11-23T10:01:60Z");
    refuse("2026-11-23 10:01:00Z");
    refuse("");
}

proptest! {
    #[test]
    fn text_and_milliseconds_agree(ms in -62_167_219_200_000i64..253_402_300_800_000) {
        let text = instant_to_text(ms).unwrap();
        prop_assert_eq!(instant_from_text(&text), Ok(ms));
    }

    #[test]
    fn text_sorts_as_time_does(a in 0i64..253_402_300_800, b in 0i64..253_402_300_800) {
        // To the second: with a fraction a dot comes before the Z.
        let text = |s: i64| instant_to_text(s * 1000).unwrap();
        prop_assert_eq!(text(a).cmp(&text(b)), a.cmp(&b));
    }
}
