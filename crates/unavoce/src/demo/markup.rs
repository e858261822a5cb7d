//! The small marks of [`super::fiction`]: `{-out-}`, `{+in+}`, `{#comment}`, `{-¶-}`, `{+¶+}`.

/// A stretch of a marked paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    Kept(String),
    Out(String),
    In(String),
    /// Words about the stretch before it.
    Comment(String),
}

/// What happens to the paragraph as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whole {
    Stays,
    Deleted,
    /// It comes behind the line that it is numbered with.
    Inserted,
}

/// Reads a marked paragraph. Marks don't nest; an unclosed one is plain text.
pub(super) fn read(marked: &str) -> (Whole, Vec<Stretch>) {
    let (whole, mut rest) = if let Some(rest) = marked.strip_prefix("{-¶-}") {
        (Whole::Deleted, rest)
    } else if let Some(rest) = marked.strip_prefix("{+¶+}") {
        (Whole::Inserted, rest)
    } else {
        (Whole::Stays, marked)
    };
    let mut stretches = Vec::new();
    while !rest.is_empty() {
        let next = ["{-", "{+", "{#"]
            .iter()
            .filter_map(|mark| rest.find(mark))
            .min();
        let Some(at) = next else {
            stretches.push(Stretch::Kept(rest.to_owned()));
            break;
        };
        if at > 0 {
            stretches.push(Stretch::Kept(rest[..at].to_owned()));
        }
        let (kind, end): (fn(String) -> Stretch, _) = match rest.as_bytes()[at + 1] {
            b'-' => (Stretch::Out, "-}"),
            b'+' => (Stretch::In, "+}"),
            _ => (Stretch::Comment, "}"),
        };
        let inner = &rest[at + 2..];
        let Some(close) = inner.find(end) else {
            stretches.push(Stretch::Kept(rest[at..].to_owned()));
            break;
        };
        stretches.push(kind(inner[..close].to_owned()));
        rest = &inner[close + end.len()..];
    }
    (whole, stretches)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(marked: &str, whole: Whole, stretches: &[Stretch]) {
        assert_eq!(read(marked), (whole, stretches.to_vec()), "{marked}");
    }

    #[test]
    fn marks_are_read() {
        let kept = |s: &str| Stretch::Kept(s.into());
        check("plain", Whole::Stays, &[kept("plain")]);
        check(
            "a {-b-}{+c+} d{#why?}.",
            Whole::Stays,
            &[
                kept("a "),
                Stretch::Out("b".into()),
                Stretch::In("c".into()),
                kept(" d"),
                Stretch::Comment("why?".into()),
                kept("."),
            ],
        );
        check("{-¶-}gone", Whole::Deleted, &[kept("gone")]);
        check("{+¶+}new", Whole::Inserted, &[kept("new")]);
        check(
            "open {-mark",
            Whole::Stays,
            &[kept("open "), kept("{-mark")],
        );
    }
}
