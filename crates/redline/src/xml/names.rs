//! Names that the crate knows, found by namespace URI and never by prefix; transitional and strict
//! OOXML are the same here.

/// A namespace that the crate knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ns {
    None,
    /// WordprocessingML.
    W,
    /// Relationship references (`r:id`).
    R,
    /// Office maths.
    M,
    /// Markup compatibility.
    Mc,
    /// Word 2010: `paraId`.
    W14,
    /// Word 2012: `commentEx`, `person`.
    W15,
    /// Word 2016: `commentId`.
    W16Cid,
    /// Word 2018: `commentExtensible`.
    W16Cex,
    /// The `xml:` prefix.
    Xml,
    Other,
}

pub(crate) const W_URI: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub(crate) const W_STRICT_URI: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
pub(crate) const W14_URI: &str = "http://schemas.microsoft.com/office/word/2010/wordml";
pub(crate) const W15_URI: &str = "http://schemas.microsoft.com/office/word/2012/wordml";
pub(crate) const MC_URI: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

impl Ns {
    pub(crate) fn of(uri: &str) -> Self {
        match uri {
            "" => Self::None,
            W_URI | W_STRICT_URI => Self::W,
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            | "http://purl.oclc.org/ooxml/officeDocument/relationships" => Self::R,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::M,
            MC_URI => Self::Mc,
            W14_URI => Self::W14,
            W15_URI => Self::W15,
            "http://schemas.microsoft.com/office/word/2016/wordml/cid" => Self::W16Cid,
            "http://schemas.microsoft.com/office/word/2018/wordml/cex" => Self::W16Cex,
            "http://www.w3.org/XML/1998/namespace" => Self::Xml,
            _ => Self::Other,
        }
    }
}

macro_rules! tags {
    ($($ns:ident { $($name:ident = $local:literal),* $(,)? })*) => {
        /// An element that the crate treats by itself; every other one is [`Tag::Other`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Tag { $($($name,)*)* Other, Text, Misc }

        impl Tag {
            /// Every tag.
            pub(crate) const ALL: &[Self] =
                &[$($(Self::$name,)*)* Self::Other, Self::Text, Self::Misc];

            pub(crate) fn of(ns: Ns, local: &str) -> Self {
                match ns {
                    $(Ns::$ns => match local { $($local => Self::$name,)* _ => Self::Other },)*
                    _ => Self::Other,
                }
            }
        }
    };
}

tags! {
    W {
        Document = "document", Body = "body", P = "p", R = "r", T = "t", Tab = "tab", Br = "br",
        Cr = "cr", DelText = "delText", InstrText = "instrText", DelInstrText = "delInstrText",
        PPr = "pPr", RPr = "rPr", SectPr = "sectPr", Ins = "ins", Del = "del",
        MoveFrom = "moveFrom", MoveTo = "moveTo",
        MoveFromRangeStart = "moveFromRangeStart", MoveFromRangeEnd = "moveFromRangeEnd",
        MoveToRangeStart = "moveToRangeStart", MoveToRangeEnd = "moveToRangeEnd",
        XmlInsStart = "customXmlInsRangeStart", XmlInsEnd = "customXmlInsRangeEnd",
        XmlDelStart = "customXmlDelRangeStart", XmlDelEnd = "customXmlDelRangeEnd",
        XmlMoveFromStart = "customXmlMoveFromRangeStart", XmlMoveFromEnd = "customXmlMoveFromRangeEnd",
        XmlMoveToStart = "customXmlMoveToRangeStart", XmlMoveToEnd = "customXmlMoveToRangeEnd",
        RPrChange = "rPrChange", PPrChange = "pPrChange", SectPrChange = "sectPrChange",
        TblPrChange = "tblPrChange", TblGridChange = "tblGridChange", TrPrChange = "trPrChange",
        TcPrChange = "tcPrChange", TblPrExChange = "tblPrExChange", NumberingChange = "numberingChange",
        CellIns = "cellIns", CellDel = "cellDel", CellMerge = "cellMerge",
        Tbl = "tbl", Tr = "tr", Tc = "tc", TblPr = "tblPr", TblGrid = "tblGrid", TrPr = "trPr",
        TcPr = "tcPr", TblPrEx = "tblPrEx", GridSpan = "gridSpan", GridBefore = "gridBefore",
        VMerge = "vMerge", HMerge = "hMerge",
        Sdt = "sdt", SdtContent = "sdtContent", Hyperlink = "hyperlink", FldSimple = "fldSimple",
        FldChar = "fldChar", TxbxContent = "txbxContent",
        FootnoteReference = "footnoteReference", EndnoteReference = "endnoteReference",
        Drawing = "drawing", Pict = "pict", Object = "object",
        PStyle = "pStyle", NumPr = "numPr", NumId = "numId", Ilvl = "ilvl", OutlineLvl = "outlineLvl",
        Lang = "lang", NoProof = "noProof",
        BookmarkStart = "bookmarkStart", BookmarkEnd = "bookmarkEnd",
        CommentRangeStart = "commentRangeStart", CommentRangeEnd = "commentRangeEnd",
        CommentReference = "commentReference",
        Comments = "comments", Comment = "comment", Footnote = "footnote", Endnote = "endnote",
        Hdr = "hdr", Ftr = "ftr",
        Styles = "styles", Style = "style", Name = "name", BasedOn = "basedOn",
        Num = "num", AbstractNum = "abstractNum", AbstractNumId = "abstractNumId", Lvl = "lvl",
        LvlOverride = "lvlOverride", StartOverride = "startOverride", Start = "start",
        NumFmt = "numFmt", LvlText = "lvlText", LvlRestart = "lvlRestart", IsLgl = "isLgl",
        NumStyleLink = "numStyleLink", StyleLink = "styleLink",
        AltChunk = "altChunk", Control = "control", SubDoc = "subDoc",
        AttachedTemplate = "attachedTemplate", Frameset = "frameset",
    }
    M { OMath = "oMath", OMathPara = "oMathPara" }
    Mc { AlternateContent = "AlternateContent", Choice = "Choice", Fallback = "Fallback" }
    W15 { CommentEx = "commentEx", Person = "person" }
    W16Cid { CommentId = "commentId" }
    W16Cex { CommentExtensible = "commentExtensible" }
}

impl Tag {
    /// A property element that keeps its former self for a tracked change.
    pub(crate) fn is_property_change(self) -> bool {
        use Tag::*;
        matches!(
            self,
            RPrChange
                | PPrChange
                | SectPrChange
                | TblPrChange
                | TblGridChange
                | TrPrChange
                | TcPrChange
                | TblPrExChange
                | NumberingChange
        )
    }

    /// An empty element that only delimits moved or wrapped content.
    pub(crate) fn is_revision_range(self) -> bool {
        use Tag::*;
        matches!(
            self,
            MoveFromRangeStart
                | MoveFromRangeEnd
                | MoveToRangeStart
                | MoveToRangeEnd
                | XmlInsStart
                | XmlInsEnd
                | XmlDelStart
                | XmlDelEnd
                | XmlMoveFromStart
                | XmlMoveFromEnd
                | XmlMoveToStart
                | XmlMoveToEnd
        )
    }
}
