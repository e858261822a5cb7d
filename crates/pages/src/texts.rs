//! `/GROUP/texts`, each joint text with its stage on a line, and `/GROUP/texts/new`.

use crate::form::Form;
use crate::organisation::Org;
use crate::text::{Stage, TextKind};

/// The list of texts. A visitor gets the published ones only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    pub rows: Vec<TextRow>,
    /// The reader may open a text: shows the button.
    pub may_open: bool,
}

/// A text in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRow {
    pub slug: String,
    pub title: String,
    pub kind: TextKind,
    pub symbol: Option<String>,
    pub version: String,
    pub stage: Stage,
}

/// The form that opens a text with its first version. Multipart to `/GROUP/texts/new`: `title`,
/// `slug`, `kind` (values of [`TextKind`]), `symbol`, `penholder` (the organisation's value), `file`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewText {
    pub form: Form,
    pub title: String,
    pub slug: String,
    pub kind: TextKind,
    pub symbol: String,
    /// Chosen value of `penholder`.
    pub penholder: String,
    /// Value of the option, organisation.
    pub organisations: Vec<(String, Org)>,
    /// Name of a file that was read and kept although the form was refused.
    pub kept_file: Option<String>,
}
