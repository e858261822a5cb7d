//! With what texts begin: the group's templates; and what goes with what.

use group::Id;
use group::parts::{KindOfText, SupplementKind, TextKind};
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

    /// The kinds of texts that the group offers.
    #[must_use]
    pub fn kinds(&self) -> Vec<KindOfText> {
        self.state().kinds()
    }

    /// The name of a kind of the group's own; where there is none, its word.
    #[must_use]
    pub fn kind_named<'a>(&'a self, word: &'a str) -> &'a str {
        self.state()
            .kind_names
            .get(word)
            .map_or(word, String::as_str)
    }

    /// The word for a kind of the group's own: that which it had, or one made of its name that no other of the
    /// list has.
    #[must_use]
    pub fn word_for_kind(&self, name: &str, list: &[KindOfText]) -> String {
        let names = &self.state().kind_names;
        let same = |each: &&String| names[*each].to_lowercase() == name.to_lowercase();
        if let Some(word) = names.keys().find(same) {
            return word.clone();
        }
        let plain: String = name
            .to_lowercase()
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join("-");
        let plain: String = plain.chars().take(30).collect();
        let begins = plain.starts_with(|c: char| c.is_ascii_lowercase());
        let base = if begins {
            plain
        } else {
            format!("kind-{plain}")
        };
        let base = base.trim_end_matches('-');
        let taken = |word: &str| {
            let other = list.iter().any(|kind| kind.word == word);
            other || names.contains_key(word) || TextKind::of(word).is_some()
        };
        let numbered = (1..).map(|n| match n {
            1 if base.len() > 1 => base.to_owned(),
            n => format!("{base}-{n}"),
        });
        let mut free = numbered.filter(|word| !taken(word) && group::limits::is_short_name(word));
        free.next().unwrap_or_default()
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
