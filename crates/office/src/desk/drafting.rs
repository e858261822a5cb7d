//! With what texts begin: the group's templates; and what goes with what.

use group::Id;
use group::parts::SupplementKind;
use group::state::{Target, Template, Text};

use crate::desk::{DeliveredFile, Desk, TextSeen};
use crate::drafting::as_written;
use crate::files::blob;
use crate::running::Failed;

impl Desk<'_> {
    /// The group's templates, by name; inside only.
    #[must_use]
    pub fn templates(&self) -> Vec<(Id, &Template)> {
        let all = self.state().templates.iter().filter(|_| self.is_inside());
        let mut found: Vec<_> = all.map(|(id, template)| (*id, template)).collect();
        found.sort_by_key(|(_, template)| template.name.to_lowercase());
        found
    }

    /// Short name and title of each text that is made for a meeting; inside only.
    #[must_use]
    pub fn texts_for(&self, meeting: Id) -> Vec<(String, String)> {
        let all = self.state().texts.values().filter(|_| self.is_inside());
        let made = all.filter(|text| text.target == Some(Target::Meeting(meeting)));
        let mut found: Vec<_> = made
            .map(|text| (text.slug.clone(), text.title.clone()))
            .collect();
        found.sort_by_key(|(_, title)| title.to_lowercase());
        found
    }

    fn template(&self, id: Id) -> Option<&Template> {
        let found = self.state().templates.get(&id);
        found.filter(|_| self.is_inside())
    }

    /// A template's Word file. `Ok(None)`: not there, or not for this viewer.
    ///
    /// # Errors
    /// When the store fails.
    pub fn template_file(&self, id: Id) -> Result<Option<DeliveredFile>, Failed> {
        let Some(template) = self.template(id) else {
            return Ok(None);
        };
        Ok(Some(DeliveredFile {
            name: format!("{}.docx", template.name),
            bytes: self.office.file(&self.group, &blob(&template.file)?)?,
        }))
    }

    /// A template's words as somebody would write them on a page. `Ok(None)`: not there, or not for this viewer.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn template_words(&self, id: Id) -> Result<Option<String>, Failed> {
        let Some(template) = self.template(id) else {
            return Ok(None);
        };
        let document = self.office.document(&self.group, &blob(&template.file)?)?;
        Ok(Some(as_written(&document.paragraphs())))
    }
}

impl<'d> TextSeen<'d> {
    /// The text with which this one goes, and what it is to it; inside only.
    #[must_use]
    pub fn goes_with(&self) -> Option<(&'d Text, SupplementKind)> {
        let desk = self.desk;
        let supplement = self.text.supplements.filter(|_| desk.is_inside())?;
        Some((desk.state().texts.get(&supplement.of)?, supplement.kind))
    }

    /// What goes with this text, in the order of opening; inside only.
    #[must_use]
    pub fn supplements(&self) -> Vec<&'d Text> {
        let desk = self.desk;
        let of = |text: &&Text| text.supplements.is_some_and(|one| one.of == self.id);
        let all = desk.state().texts.values().filter(|_| desk.is_inside());
        let mut found: Vec<&Text> = all.filter(of).collect();
        found.sort_by_key(|text| text.opened);
        found
    }
}
