//! Corrections of a text and its other languages, and their files.

use group::parts::SettingValue;
use group::settings;
use group::state::{LanguageVersion, TextCorrection};

use super::{Desk, TextSeen};
use crate::desk::DeliveredFile;
use crate::files::blob;
use crate::running::Failed;

/// What the form proposes before any text has named its language.
const FIRST_LANGUAGE: &str = "en";

impl Desk<'_> {
    /// Whole working days that a correction leaves at least.
    #[must_use]
    pub fn days_of_correction(&self) -> usize {
        match self.state().setting(settings::CORRECTION_DAYS) {
            Some(SettingValue::Number(days)) => usize::try_from(days).unwrap_or(0),
            _ => 0,
        }
    }

    /// Texts with a correction about which something may still be said: their short names.
    #[must_use]
    pub fn open_corrections(&self) -> Vec<&str> {
        let texts = self.state().texts.values();
        let open = texts.filter(|text| text.open_correction().is_some());
        open.filter(|_| self.is_inside())
            .map(|text| text.slug.as_str())
            .collect()
    }
}

impl Desk<'_> {
    /// The language of authority that the form of a new text begins with: that of the group's newest text.
    #[must_use]
    pub fn usual_language(&self) -> String {
        let texts = self.state().texts.values();
        let newest = texts
            .filter(|text| text.language.is_some())
            .max_by_key(|text| text.opened);
        let language = newest.and_then(|text| text.language.clone());
        language.unwrap_or_else(|| FIRST_LANGUAGE.to_owned())
    }
}

impl<'d> TextSeen<'d> {
    /// Corrections with their numbers from 1, newest first: inside all, outside those that were made of what was
    /// published.
    #[must_use]
    pub fn corrections(&self) -> Vec<(usize, &'d TextCorrection)> {
        let published = self.text.published.as_ref().map(|one| one.version);
        let seen = |one: &TextCorrection| {
            self.desk.is_inside() || (one.is_issued() && published == Some(one.version))
        };
        let all = self.text.corrections.iter().enumerate();
        let mut all: Vec<_> = all
            .filter(|(_, one)| seen(one))
            .map(|(at, one)| (at + 1, one))
            .collect();
        all.reverse();
        all
    }

    /// Translations with their tags: inside all, outside those of what was published.
    #[must_use]
    pub fn languages(&self) -> Vec<(&'d str, &'d LanguageVersion)> {
        let published = self.text.published.as_ref().map(|one| one.version);
        let languages = self.text.languages.iter();
        languages
            .filter(|(_, one)| self.desk.is_inside() || published == Some(one.version))
            .map(|(tag, one)| (tag.as_str(), one))
            .collect()
    }

    /// The paragraphs of a version as it stands after its corrections.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn paragraphs_as_corrected(
        &self,
        version: u32,
    ) -> Result<Option<crate::Paragraphs>, Failed> {
        let Some((_, file)) = self.text.as_corrected(version) else {
            return Ok(None);
        };
        let read = self
            .desk
            .office
            .paragraphs(&self.desk.group, &blob(file)?)?;
        Ok(Some(read))
    }

    /// The corrected file of a correction, or (`marked`) what it changes, marked in what stood before.
    ///
    /// # Errors
    /// When a file can't be read. `Ok(None)`: not there, or not for this viewer.
    pub fn correction_file(
        &self,
        number: usize,
        marked: bool,
    ) -> Result<Option<DeliveredFile>, Failed> {
        let found = self.corrections().into_iter().find(|(at, _)| *at == number);
        let Some((_, correction)) = found else {
            return Ok(None);
        };
        let (office, group) = (self.desk.office, &self.desk.group);
        let name = format!("{} correction {number}.docx", self.text.slug);
        if !marked {
            let bytes = office.file(group, &blob(&correction.file)?)?;
            return Ok(Some(DeliveredFile { name, bytes }));
        }
        let mut earlier = self.text.issued_corrections(correction.version);
        let earlier = earlier.rfind(|one| one.act < correction.act);
        let version = self.text.version(correction.version);
        let before = match (earlier, version) {
            (Some(earlier), _) => &earlier.file,
            (None, Some(version)) => &version.file,
            (None, None) => return Ok(None),
        };
        let before = office.document(group, &blob(before)?)?;
        let after = office.document(group, &blob(&correction.file)?)?;
        let penholder = self.desk.organisation(self.text.penholder);
        let author = penholder.map_or("", |penholder| penholder.brief());
        Ok(Some(DeliveredFile {
            name: format!("{} correction {number}, marked.docx", self.text.slug),
            bytes: redline::compare(&before, &after, author).word,
        }))
    }

    /// The file of a translation.
    ///
    /// # Errors
    /// When the store fails. `Ok(None)`: not there, or not for this viewer.
    pub fn language_file(&self, tag: &str) -> Result<Option<DeliveredFile>, Failed> {
        let found = self.languages().into_iter().find(|(each, _)| *each == tag);
        let Some((_, language)) = found else {
            return Ok(None);
        };
        let bytes = self
            .desk
            .office
            .file(&self.desk.group, &blob(&language.file)?)?;
        let name = format!("{} {tag}.docx", self.text.slug);
        Ok(Some(DeliveredFile { name, bytes }))
    }
}
