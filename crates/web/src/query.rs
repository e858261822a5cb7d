//! What an address asks after its `?`.

use axum::extract::OriginalUri;

/// Characters of a value that are read.
const LONGEST: usize = 200;

/// The query of an address.
pub(crate) struct Query(Vec<(String, String)>);

impl Query {
    pub(crate) fn of(uri: &OriginalUri) -> Self {
        let query = uri.query().unwrap_or_default();
        Self(
            form_urlencoded::parse(query.as_bytes())
                .into_owned()
                .collect(),
        )
    }

    /// The trimmed value under a name, empty where it isn't there; cut where it is longer than anything
    /// that can be asked.
    pub(crate) fn text(&self, name: &str) -> String {
        let found = self.0.iter().find(|(key, _)| key == name);
        let value = found.map_or("", |(_, value)| value.trim());
        value.chars().take(LONGEST).collect()
    }

    /// Whether nothing is asked but what a redirect tells.
    pub(crate) fn is_plain(&self) -> bool {
        self.0
            .iter()
            .all(|(key, value)| value.is_empty() || key == "done" || key == "receipt")
    }
}
