//! Mails as they are sent: who, when, the text, the files.

use mail_parser::{MessageParser, MimeHeaders, PartType};

use crate::Head;

/// A mail, taken apart.
pub(crate) struct Letter {
    pub(crate) head: Head,
    pub(crate) body: String,
    /// Names and bytes.
    pub(crate) files: Vec<(String, Vec<u8>)>,
}

/// Pictures below this many bytes, shown inside the text, are signatures and logos.
const LOGO: usize = 256 << 10;

/// Reads a mail (RFC 5322, MIME). Text that is only there as HTML becomes plain.
pub(crate) fn read(bytes: &[u8], most: usize) -> Option<Letter> {
    let message = MessageParser::default().parse(bytes)?;
    let from = message.from().and_then(|from| from.first());
    let plain: Vec<String> = (0..message.text_body_count())
        .filter_map(|at| message.body_text(at))
        .map(|text| text.into_owned())
        .collect();
    let mut files = Vec::new();
    for (at, part) in message.attachments().enumerate() {
        let name = part
            .attachment_name()
            .map_or_else(|| format!("attachment {}", at + 1), str::to_owned);
        if let PartType::Message(inner) = &part.body {
            let subject = inner.subject().unwrap_or("mail");
            files.push((format!("{subject}.eml"), inner.raw_message().to_vec()));
            continue;
        }
        let picture = part
            .content_type()
            .is_some_and(|kind| kind.ctype() == "image");
        if picture && part.content_id().is_some() && part.contents().len() < LOGO {
            continue;
        }
        files.push((name, part.contents().to_vec()));
    }
    let head = Head {
        from: from
            .and_then(|from| from.address())
            .unwrap_or_default()
            .to_lowercase(),
        name: from.and_then(|from| from.name()).map(str::to_owned),
        subject: message.subject().map(str::to_owned),
        sent: message
            .date()
            .filter(|date| date.is_valid())
            .map(mail_parser::DateTime::to_timestamp),
    };
    let nothing = head == Head::default() && plain.is_empty() && files.is_empty();
    (!nothing).then(|| Letter {
        head,
        body: plain.join("\n").chars().take(most).collect(),
        files,
    })
}
