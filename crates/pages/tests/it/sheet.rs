//! The style sheet and the weight of pages.

use std::collections::BTreeSet;

use pages::{CSS, Words, samples};

#[test]
fn the_sheet_is_small_and_mirrors_for_right_to_left() {
    assert!(CSS.len() <= 20_000, "{} bytes", CSS.len());
    assert!(!CSS.contains("url(") && !CSS.contains("@import") && !CSS.contains("@font-face"));
    for physical in [
        "margin-left",
        "margin-right",
        "margin-top",
        "margin-bottom",
        "padding-left",
        "padding-right",
        "padding-top",
        "padding-bottom",
        "border-left",
        "border-right",
        "border-top",
        "border-bottom",
        " width:",
        " height:",
        " left:",
        " right:",
        " top:",
        " bottom:",
        "text-align: left",
        "text-align: right",
        "float:",
    ] {
        assert!(!CSS.contains(physical), "{physical}");
    }
    assert_eq!(CSS.matches('{').count(), CSS.matches('}').count());
}

/// WCAG 2.2: 4.5 to 1 for text.
#[test]
fn text_stands_out_from_its_ground() {
    let pairs = [
        ("ink", "paper"),
        ("ink", "ground"),
        ("ink", "doubt-soft"),
        ("ink", "accent-soft"),
        ("ink", "agree-soft"),
        ("soft", "paper"),
        ("soft", "ground"),
        ("soft", "white"),
        ("soft", "accent-soft"),
        ("faint", "paper"),
        ("accent", "paper"),
        ("accent", "accent-soft"),
        ("accent", "ground"),
        ("white", "accent"),
        ("doubt", "doubt-soft"),
        ("doubt", "paper"),
        ("stop", "paper"),
    ];
    for (ink, ground) in pairs {
        let (a, b) = (luminance(token(ink)), luminance(token(ground)));
        let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
        assert!(contrast >= 4.5, "{ink} on {ground}: {contrast:.2}");
    }
}

fn token(name: &str) -> &'static str {
    let at = CSS
        .find(&format!("--{name}: #"))
        .unwrap_or_else(|| panic!("no token {name}"));
    let value = &CSS[at + name.len() + 5..];
    &value[..value.find(';').expect("an end")]
}

fn luminance(hex: &str) -> f64 {
    let long: String = if hex.len() == 3 {
        hex.chars().flat_map(|c| [c, c]).collect()
    } else {
        hex.into()
    };
    let channel = |at: usize| {
        let c = f64::from(u8::from_str_radix(&long[at..at + 2], 16).expect("hex")) / 255.0;
        if c <= 0.040_45 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

#[test]
fn classes_on_pages_are_those_of_the_sheet() {
    let mut used = BTreeSet::new();
    for (_, _, html) in samples::pages(Words::english()) {
        for (at, _) in html.match_indices(" class=\"") {
            let value = &html[at + 8..];
            let classes = &value[..value.find('"').expect("an end")];
            used.extend(classes.split(' ').map(str::to_owned));
        }
    }
    // Names for tests and people alone.
    let unstyled = [
        "member", "label", "who", "reason", "wide", "menu", "open", "now",
    ];
    for class in used {
        let styled = CSS.contains(&format!(".{class}"));
        assert!(
            styled || unstyled.contains(&class.as_str()),
            ".{class} has no rule"
        );
    }
}

/// Pages of ordinary length with the sheet, before compression.
#[test]
fn a_first_visit_is_light() {
    for (view, state, html) in samples::pages(Words::english()) {
        let weight = html.len() + CSS.len();
        assert!(weight <= 50_000, "{view}, {state}: {weight} bytes");
    }
}
