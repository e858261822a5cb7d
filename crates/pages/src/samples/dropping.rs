//! The drop.

use super::pieces::{command, fdw, fees, hwf, in_round, iol, long_words, npc, sunday};
use crate::dropping::{Dropping, PreparedRow, Reading, Thing, Use, What, Why};

impl Dropping {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let thing = |id: &str, name: &str, what: What, whose: &str| Thing {
            id: id.into(),
            name: name.into(),
            from: Some("post@hwf.example".into()),
            sent: Some(sunday()),
            what,
            whose: whose.into(),
            why: vec![Why::Domain, Why::FileName],
            ..Thing::default()
        };
        let marked = What::MarkedUp {
            proposals: 14,
            comments: 1,
            look: vec!["It was made on an earlier version of the draft.".into()],
        };
        let said = What::Said {
            proposals: 2,
            comments: 5,
        };
        let unread = "This is a Word file of the old kind (.doc): save it as .docx and drop that.";
        let things = vec![
            Thing {
                within: vec!["May.zip".into(), "HWF comments.eml".into()],
                ..thing("0000001", "draft 2 HWF.docx", marked.clone(), "hwf")
            },
            Thing {
                text: Some("Para 4: “remedies” should include repayment.\nPara 7: 15 days.".into()),
                why: vec![Why::Sender],
                ..thing("0000002", "Comments on draft 2", said.clone(), "iol")
            },
            Thing {
                why: vec![Why::Content],
                ..thing("0000003", "Re: draft 2", What::NoComments, "npc")
            },
            Thing {
                why: Vec::new(),
                from: None,
                sent: None,
                chosen: Use::Later,
                ..thing("0000004", "letter.doc", What::Evidence(unread.into()), "")
            },
            thing("0000005", "", What::NotInOurMandate, "npc"),
        ];
        let row = |slug: &str, organisation, what, ready| PreparedRow {
            slug: slug.into(),
            organisation,
            arrived: sunday(),
            what,
            internal: u32::from(ready),
            adds: slug == "fdw",
            ready,
        };
        let prepared = vec![
            row("fdw", fdw(), marked, true),
            row("hwf", hwf(), said, true),
            row(
                "npc",
                npc(),
                What::Evidence("Evidence only: say what it answers.".into()),
                false,
            ),
        ];
        let organisations = [
            ("fdw", fdw()),
            ("hwf", hwf()),
            ("iol", iol()),
            ("npc", npc()),
        ];
        let full = Self {
            head: fees(in_round()),
            upload: command(),
            told: vec!["May.zip: 5 things were found in it.".into()],
            place: command(),
            things,
            organisations: organisations
                .map(|(slug, org)| (slug.to_owned(), org))
                .to_vec(),
            enter: command(),
            prepared,
            refused: Vec::new(),
        };
        let empty = Self {
            told: Vec::new(),
            things: Vec::new(),
            prepared: Vec::new(),
            ..full.clone()
        };
        let refused = Self {
            upload: command().refused(
                "files",
                "“May.zip” is larger than 50 MiB; nothing of it was kept.",
            ),
            refused: vec![(hwf(), "The organisation has answered itself.".into())],
            ..full.clone()
        };
        let mut long = full.clone();
        long.things[1].text = Some(long_words());
        long.things[0].name = long_words();
        vec![
            ("full", full),
            ("empty", empty),
            ("refused", refused),
            ("long", long),
        ]
    }
}

impl Reading {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let reading = |read, found| Self {
            head: fees(in_round()),
            read,
            of: 19,
            found,
        };
        vec![("begun", reading(0, 0)), ("under way", reading(12, 15))]
    }
}
