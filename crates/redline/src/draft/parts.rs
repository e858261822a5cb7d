//! The parts of a new Word file around its text.

use super::{Page, titled};
use crate::package::{CONTENT_TYPES, Package};
use crate::xml::names::{W_URI, W14_URI};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENT: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// What the parts are made round.
pub(super) struct Text<'t> {
    /// The main part.
    pub(super) document: String,
    pub(super) comments: Option<&'t str>,
    /// The footnotes, from 1.
    pub(super) notes: Option<&'t str>,
    /// Whether the style for the text of wide tables is needed.
    pub(super) small_type: bool,
}

/// All parts, in the order in which they are written.
pub(super) fn package(title: Option<&str>, text: Text<'_>) -> Package {
    let comments = text.comments;
    let parts: Vec<&str> = ["styles", "numbering", "settings"]
        .into_iter()
        .chain(comments.map(|_| "comments"))
        .chain(text.notes.map(|_| "footnotes"))
        .collect();
    let small_type = if text.small_type { SMALL_TYPE } else { "" };
    let note_styles = text.notes.map_or("", |_| NOTE_STYLES);
    let note_settings = text.notes.map_or("", |_| NOTE_SETTINGS);
    let mut package = Package::default();
    let mut put = |name: &str, text: String| package.set(name, text);
    let headed = |text: String| format!("{HEAD}{text}");
    put(CONTENT_TYPES, headed(content_types(&parts)));
    put("_rels/.rels", headed(root_relations()));
    put("word/document.xml", text.document);
    put("word/_rels/document.xml.rels", headed(relations(&parts)));
    put(
        "word/styles.xml",
        format!("{HEAD}<w:styles xmlns:w=\"{W_URI}\">{STYLES}{note_styles}{small_type}</w:styles>"),
    );
    put(
        "word/numbering.xml",
        format!(
            "{HEAD}<w:numbering xmlns:w=\"{W_URI}\">{}</w:numbering>",
            numbering()
        ),
    );
    put(
        "word/settings.xml",
        format!(
            "{HEAD}<w:settings xmlns:w=\"{W_URI}\">{SETTINGS}{note_settings}{COMPATIBLE}</w:settings>"
        ),
    );
    if let Some(notes) = text.notes {
        put(
            "word/footnotes.xml",
            format!("{HEAD}<w:footnotes xmlns:w=\"{W_URI}\">{SEPARATORS}{notes}</w:footnotes>"),
        );
    }
    if let Some(comments) = comments {
        let mc = crate::xml::names::MC_URI;
        put(
            "word/comments.xml",
            format!(
                "{HEAD}<w:comments xmlns:w=\"{W_URI}\" xmlns:w14=\"{W14_URI}\" xmlns:mc=\"{mc}\" \
                 mc:Ignorable=\"w14\">{comments}</w:comments>"
            ),
        );
    }
    put(
        "docProps/core.xml",
        format!(
            "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\">{}</cp:coreProperties>",
            titled(title)
        ),
    );
    package
}

fn content_types(parts: &[&str]) -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    let mut out = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default \
         Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" \
         ContentType=\"{DOCUMENT}\"/>"
    );
    for name in parts {
        out.push_str(&format!(
            "<Override PartName=\"/word/{name}.xml\" ContentType=\"{word}{name}+xml\"/>"
        ));
    }
    out.push_str(
        "<Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>",
    );
    out
}

fn root_relations() -> String {
    format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" \
         Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" \
         Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         </Relationships>"
    )
}

fn relations(parts: &[&str]) -> String {
    let mut out = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (index, name) in parts.iter().enumerate() {
        out.push_str(&format!(
            "<Relationship Id=\"rId{}\" Type=\"{OFFICE}/{name}\" Target=\"{name}.xml\"/>",
            index + 1
        ));
    }
    out.push_str("</Relationships>");
    out
}

/// The main part up to the text of its body.
pub(super) fn document_start() -> String {
    format!("{HEAD}<w:document xmlns:w=\"{W_URI}\" xmlns:r=\"{OFFICE}\"><w:body>")
}

/// The main part behind the text of its body.
pub(super) fn document_end(page: Page) -> String {
    let (size, margin) = match page {
        Page::Portrait => ("w:w=\"11906\" w:h=\"16838\"", 1440),
        Page::Landscape => ("w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"", 720),
    };
    format!(
        "<w:sectPr><w:pgSz {size}/><w:pgMar w:top=\"{margin}\" w:right=\"{margin}\" \
         w:bottom=\"{margin}\" w:left=\"{margin}\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>"
    )
}

/// For the cells of wide tables.
const SMALL_TYPE: &str = "<w:style w:type=\"paragraph\" w:styleId=\"TableText\"><w:name \
    w:val=\"Table Text\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr><w:spacing w:after=\"20\" \
    w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:rPr><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/></w:rPr>\
    </w:style>";

const SETTINGS: &str = "<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>\
    <w:characterSpacingControl w:val=\"doNotCompress\"/>";

/// Behind what settings say of notes: their order is the schema's.
const COMPATIBLE: &str = "<w:compat><w:compatSetting w:name=\"compatibilityMode\" \
    w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>";

const NOTE_SETTINGS: &str =
    "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>";

/// The lines above the notes of a page.
const SEPARATORS: &str = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p>\
    </w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r>\
    <w:continuationSeparator/></w:r></w:p></w:footnote>";

const NOTE_STYLES: &str = "<w:style w:type=\"paragraph\" w:styleId=\"FootnoteText\"><w:name \
    w:val=\"footnote text\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"40\" w:line=\"240\" \
    w:lineRule=\"auto\"/></w:pPr><w:rPr><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr></w:style><w:style \
    w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr>\
    <w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>";

const STYLES: &str = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" \
    w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"22\"/>\
    <w:szCs w:val=\"22\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"160\" \
    w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
    <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>\
    </w:style>\
    <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
    <w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:left w:w=\"108\" w:type=\"dxa\"/><w:right \
    w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn \
    w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:spacing w:after=\"300\"/><w:jc \
    w:val=\"center\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn \
    w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"320\" \
    w:after=\"120\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"28\"/><w:szCs \
    w:val=\"28\"/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/><w:basedOn \
    w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"240\" \
    w:after=\"100\"/><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"24\"/><w:szCs \
    w:val=\"24\"/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Heading3\"><w:name w:val=\"heading 3\"/><w:basedOn \
    w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"200\" \
    w:after=\"80\"/><w:outlineLvl w:val=\"2\"/></w:pPr><w:rPr><w:b/><w:i/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"ListNumber\"><w:name w:val=\"List Number\"/><w:basedOn \
    w:val=\"Normal\"/><w:qFormat/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"ListBullet\"><w:name w:val=\"List Bullet\"/><w:basedOn \
    w:val=\"Normal\"/><w:qFormat/><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>\
    <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn \
    w:val=\"TableNormal\"/><w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" \
    w:color=\"auto\"/><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/><w:bottom \
    w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/><w:right w:val=\"single\" w:sz=\"4\" \
    w:space=\"0\" w:color=\"auto\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>\
    <w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:tblBorders></w:tblPr></w:style>";

fn numbering() -> String {
    let level = |format: &str, text: &str, style: &str| {
        format!(
            "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:pStyle \
             w:val=\"{style}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind \
             w:left=\"567\" w:hanging=\"567\"/></w:pPr></w:lvl>"
        )
    };
    format!(
        "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"singleLevel\"/>{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId \
         w:val=\"1\"/></w:num>",
        level("decimal", "%1.", "ListNumber"),
        level("bullet", "•", "ListBullet"),
    )
}
