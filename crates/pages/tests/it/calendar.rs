//! Days, clocks and distances in words.

use pages::{Civil, When, Words};

fn civil(day: i8, hour: i8, zone: &str) -> Civil {
    let weekday = (day + 3) % 7 + 1;
    Civil {
        year: 2026,
        month: 5,
        day,
        weekday,
        hour,
        minute: 5,
        zone: zone.into(),
    }
}

#[test]
fn an_instant_names_day_clock_and_zone() {
    let words = Words::english();
    let when = When::new(
        words,
        String::new(),
        &civil(6, 17, "Lisbon"),
        &civil(6, 16, "UTC"),
        100_000,
    );
    assert_eq!(when.text, "Wednesday 6 May 2026, 17:05 (Lisbon)");
    assert_eq!(when.utc.as_deref(), Some("16:05 UTC"));
    assert_eq!(when.relative.as_deref(), Some("in 1 day 3 h"));
}

#[test]
fn another_day_in_utc_is_named() {
    let words = Words::english();
    assert_eq!(
        words.utc(&civil(6, 1, "Suva"), &civil(5, 13, "UTC")),
        "Tuesday 5 May 2026, 13:05 UTC"
    );
}

#[test]
fn distances() {
    let check = |seconds: i64, expect: &str| {
        assert_eq!(Words::english().distance(seconds), expect, "{seconds}");
    };
    check(0, "in less than a minute");
    check(59, "in less than a minute");
    check(60, "in 1 minute");
    check(3_599, "in 59 minutes");
    check(3_600, "in 1 hour");
    check(86_399, "in 23 hours");
    check(86_400, "in 1 day");
    check(2 * 86_400 + 4 * 3_600 + 11 * 60, "in 2 days 4 h");
    check(3 * 86_400 + 5 * 3_600, "in 3 days");
    check(-7_200, "2 hours ago");
    check(-400 * 86_400, "400 days ago");
}

#[test]
fn what_is_left() {
    let check = |seconds: u64, expect: &str| {
        assert_eq!(Words::english().left(seconds), expect, "{seconds}");
    };
    check(2 * 86_400 + 4 * 3_600 + 11 * 60 + 59, "2 days 4 h 11 min");
    check(86_400, "1 day");
    check(600, "10 min");
    check(30, "less than a minute");
}

#[test]
fn lists_and_numbers() {
    let words = Words::english();
    assert_eq!(words.list(&["a"]), "a");
    assert_eq!(words.list(&["a", "d"]), "a and d");
    assert_eq!(words.list(&["a", "b", "d"]), "a, b and d");
    assert_eq!(
        words.f("record-number", &[("n", 1_234_567.into())]),
        "act #1,234,567"
    );
    assert_eq!(words.f("record-number", &[("n", 999.into())]), "act #999");
}
