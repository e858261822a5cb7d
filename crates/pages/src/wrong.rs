//! Pages for what went wrong.

/// What went wrong, as the reader is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Not there, or not the reader's: the same answer.
    NotFound,
    /// Refused by the rules.
    Refused {
        /// What happened, in a plain sentence.
        sentence: String,
        /// What was kept.
        kept: Option<String>,
        /// What was typed into a form that has no place any more, to copy it from.
        typed: Vec<String>,
        /// What to do, and where.
        then: Option<(String, String)>,
    },
    /// Larger than `limit` ("50 MiB").
    TooLarge { limit: String, back: Option<String> },
    /// The session ended, or none was there.
    SignedOut,
    /// A form that was not ours, or came from elsewhere.
    NotOurForm,
    /// Our fault.
    Broken {
        /// What to quote when asking for help.
        reference: String,
    },
    /// Nothing can be written now; reading goes on.
    ReadOnly,
}

impl crate::View for Wrong {
    fn title(&self, cx: &crate::Cx<'_>) -> String {
        cx.words
            .t(match self {
                Self::NotFound => "wrong-not-found-title",
                Self::Refused { .. } => "wrong-refused-title",
                Self::TooLarge { .. } => "wrong-too-large-title",
                Self::SignedOut => "wrong-signed-out-title",
                Self::NotOurForm => "wrong-form-title",
                Self::Broken { .. } => "wrong-broken-title",
                Self::ReadOnly => "wrong-read-only-title",
            })
            .to_owned()
    }

    fn main(&self, cx: &crate::Cx<'_>) -> maud::Markup {
        let words = cx.words;
        maud::html! {
            h1 { (self.title(cx)) }
            @match self {
                Self::NotFound => { p.lede { (words.t("wrong-not-found")) } }
                Self::Refused { sentence, kept, typed, then } => {
                    p.lede dir="auto" { (sentence) }
                    @if let Some(kept) = kept { p dir="auto" { (kept) } }
                    @if !typed.is_empty() {
                        h2 { (words.t("wrong-typed")) }
                        @for text in typed { p.attached dir="auto" { (text) } }
                    }
                    @if let Some((href, label)) = then { p { a.btn href=(href) { (label) } } }
                }
                Self::TooLarge { limit, back } => {
                    p.lede { (words.f("wrong-too-large", &[("limit", limit.as_str().into())])) }
                    p { (words.t("wrong-too-large-then")) }
                    @if let Some(href) = back { p { a.btn href=(href) { (words.t("wrong-back")) } } }
                }
                Self::SignedOut => { p.lede { (words.t("wrong-signed-out")) } }
                Self::NotOurForm => { p.lede { (words.t("wrong-form")) } }
                Self::Broken { reference } => {
                    p.lede { (words.t("wrong-broken")) }
                    p { (words.f("wrong-broken-reference", &[("reference", reference.as_str().into())])) }
                }
                Self::ReadOnly => { p.lede { (words.t("wrong-read-only")) } }
            }
            @if cx.shell.group.is_some() {
                p { a href=(cx.group(match cx.shell.viewer { Some(_) => "today", None => "" })) { (words.t("wrong-home")) } }
            } @else { p { a href="/" { (words.t("wrong-home")) } } }
        }
    }
}
