//! A founded group on a real store in a temporary folder, a clock moved by hand, and dice that are the same
//! at each run.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use group::parts::{OfficeKind, ReturnMode, SeatKind, SettingValue, Visibility};
use group::state::Round;
use group::{Actor, Aim, Command, Hat, Id, Instant, MEMBER, OBSERVER};
use office::{Asking, Clock, Dice, Done, Failed, Office, Sender, Sending, Sent};
use redline::draft::{
    Change, ChangeKind, DraftComment, DraftParagraph, DraftRun, DraftStyle, word_file,
};
use store::{SqliteStore, Store};

pub(crate) const GROUP: &str = "practice";
pub(crate) const MINUTE: i64 = 60_000;
pub(crate) const DAY: i64 = 24 * 60 * MINUTE;

pub(crate) struct Hand(AtomicI64);

impl Clock for Hand {
    fn now(&self) -> Instant {
        Instant::from_millis(self.0.load(Ordering::SeqCst))
    }
}

impl Hand {
    pub(crate) fn ahead(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }

    pub(crate) fn set(&self, to: Instant) {
        self.0.store(to.as_millis(), Ordering::SeqCst);
    }
}

pub(crate) struct Counting(AtomicU64);

impl Dice for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            // SplitMix64: bytes of two threads between each other make no id twice.
            let mut n = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::SeqCst);
            n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            *byte = (n >> 56) as u8;
        }
    }
}

/// A group of ISV (secretariat), BCA (chair), FDW, HWF (members) and LLA (observer).
pub(crate) struct House {
    pub(crate) office: Office,
    pub(crate) hand: Arc<Hand>,
    pub(crate) folder: tempfile::TempDir,
    pub(crate) seats: Vec<(&'static str, Id, Id)>,
}

pub(crate) fn open(folder: &std::path::Path, hand: &Arc<Hand>) -> Office {
    let store: Arc<dyn Store> = Arc::new(SqliteStore::open(folder).unwrap());
    let dice = Arc::new(Counting(AtomicU64::new(
        hand.now().as_millis().unsigned_abs(),
    )));
    Office::open(store, Arc::<Hand>::clone(hand), dice).unwrap()
}

impl House {
    pub(crate) fn founded() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let start: Instant = "2026-03-02T09:00:00Z".parse().unwrap();
        let hand = Arc::new(Hand(AtomicI64::new(start.as_millis())));
        let office = open(folder.path(), &hand);
        let (organisation, seat) = (office.fresh_id(), office.fresh_id());
        let found = Command::Found {
            name: "Practice Group".into(),
            short_name: GROUP.into(),
            zone: "Europe/Lisbon".into(),
            purpose: None,
            organisation,
            organisation_name: "Institute for Safe Voyages".into(),
            organisation_short: Some("ISV".into()),
            seat,
            person: office.fresh_id(),
            person_name: "Pim Larkspur".into(),
            settings: vec![(
                group::settings::DEADLINE_ANY_INSTANT.into(),
                SettingValue::Switch(true),
            )],
        };
        let asking = Asking {
            actor: Actor::FOUNDER,
            received: office.now(),
            command: office.fresh_id(),
        };
        office
            .found(GROUP, "demo.invalid/practice", &asking, &found)
            .unwrap();
        let mut house = Self {
            office,
            hand,
            folder,
            seats: vec![("ISV", organisation, seat)],
        };
        for (short, category) in [
            ("BCA", MEMBER),
            ("FDW", MEMBER),
            ("HWF", MEMBER),
            ("LLA", OBSERVER),
        ] {
            house.take_in(short, category);
        }
        let chair = Command::AssignOffice {
            office: OfficeKind::Chair,
            organisation: house.organisation("BCA"),
            until: None,
            exercised_by: None,
            decision: None,
        };
        house.act("ISV", Hat::Secretariat, &chair).unwrap();
        house
    }

    fn take_in(&mut self, short: &'static str, category: &str) {
        let (organisation, seat) = (self.office.fresh_id(), self.office.fresh_id());
        let record = Command::RecordOrganisation {
            organisation,
            name: format!("The organisation {short}"),
            short_name: Some(short.into()),
            category: category.into(),
            kind: None,
        };
        self.act("ISV", Hat::Secretariat, &record).unwrap();
        let open = Command::OpenSeat {
            seat,
            person: self.office.fresh_id(),
            person_name: format!("Focal point of {short}"),
            organisation,
            place: SeatKind::FocalPoint,
        };
        self.act("ISV", Hat::Secretariat, &open).unwrap();
        self.seats.push((short, organisation, seat));
    }

    pub(crate) fn organisation(&self, short: &str) -> Id {
        self.seats
            .iter()
            .find(|(each, ..)| *each == short)
            .unwrap()
            .1
    }

    pub(crate) fn seat(&self, short: &str) -> Id {
        self.seats
            .iter()
            .find(|(each, ..)| *each == short)
            .unwrap()
            .2
    }

    pub(crate) fn asking(&self, short: &str, hat: Hat) -> Asking {
        Asking {
            actor: Actor {
                seat: Some(self.seat(short)),
                hat,
            },
            received: self.office.now(),
            command: self.office.fresh_id(),
        }
    }

    pub(crate) fn act(&self, short: &str, hat: Hat, command: &Command) -> Result<Done, Failed> {
        self.hand.ahead(MINUTE);
        self.office
            .execute(GROUP, &self.asking(short, hat), command, &[])
    }

    /// Opens a text with FDW as its penholder.
    pub(crate) fn text(&self) -> Id {
        let file = self.office.keep_word(GROUP, &base()).unwrap();
        let text = self.office.fresh_id();
        let open = Command::OpenText {
            text,
            slug: "statement".into(),
            title: "A statement".into(),
            form: "statement".to_owned(),
            symbol: None,
            language: None,
            supplements: None,
            aim: Aim::default(),
            penholder: self.organisation("FDW"),
            label: "zero draft".into(),
            sha256: file.kept.sha256.clone(),
            file: file.kept.filed(),
        };
        self.act("ISV", Hat::Secretariat, &open).unwrap();
        text
    }

    /// Opens a text and puts it under silence for a day: the procedure and its deadline.
    pub(crate) fn silence(&self) -> (Id, Instant) {
        let text = self.text();
        let procedure = self.office.fresh_id();
        let deadline = self.office.now().plus_millis(DAY);
        let open = Command::OpenSilence {
            procedure,
            text,
            deadline,
            note: None,
        };
        self.act("BCA", Hat::Chair, &open).unwrap();
        (procedure, deadline)
    }

    /// Founded, with a text under silence for a day.
    pub(crate) fn under_silence() -> (Self, Id, Instant) {
        let house = Self::founded();
        let (procedure, deadline) = house.silence();
        (house, procedure, deadline)
    }

    /// Opens a text and a round on it that closes in two days.
    pub(crate) fn round(&self) -> Round {
        let text = self.text();
        let round = self.office.fresh_id();
        let deadline = self.office.now().plus_millis(2 * DAY);
        let open = Command::OpenRound {
            round,
            text,
            deadline,
            instructions: None,
            late: false,
            visibility: Visibility::default(),
        };
        self.act("ISV", Hat::Secretariat, &open).unwrap();
        self.find(round)
    }

    pub(crate) fn find(&self, round: Id) -> Round {
        self.office.loaded(GROUP).unwrap().state.rounds[&round].clone()
    }

    /// Sends a marked-up file of an organisation.
    pub(crate) fn send(&self, short: &'static str, round: Id, word: &str) -> Done {
        let organisation = self.organisation(short);
        self.hand.ahead(MINUTE);
        let file = returned(short, word, None);
        self.office
            .keep_return(
                GROUP,
                Sender::itself(organisation, round),
                "return.docx",
                &file,
            )
            .unwrap();
        let asking = self.asking(short, Hat::FocalPoint);
        let none = std::collections::BTreeSet::new();
        let sending = Sending {
            looked_at: &self.waiting(organisation, round),
            held_back: &none,
            for_penholder: &none,
            mode: ReturnMode::Replaces,
        };
        let sender = Sender::itself(organisation, round);
        let sent = self
            .office
            .send_return(GROUP, &asking, sender, &self.find(round), &sending);
        done(sent.unwrap())
    }

    /// SHA-256 of the file that waits for an organisation's confirmation; empty where none does.
    pub(crate) fn waiting(&self, organisation: Id, round: Id) -> String {
        let waiting = self
            .office
            .waiting(GROUP, Sender::itself(organisation, round))
            .unwrap();
        waiting.map(|(draft, _)| draft.sha256).unwrap_or_default()
    }
}

/// What was sent; fails where nothing was.
pub(crate) fn done(sent: Sent) -> Done {
    match sent {
        Sent::Done(done) => done,
        Sent::OtherFile => panic!("another file waits"),
        Sent::ReplyAlone => panic!("a reply alone"),
    }
}

pub(crate) const BODY: [&str; 3] = [
    "The members should meet each year.",
    "Ports should answer a complaint in time.",
    "The Group reports on progress.",
];

pub(crate) fn base() -> Vec<u8> {
    let paragraphs: Vec<_> = BODY
        .iter()
        .map(|text| DraftParagraph::plain(DraftStyle::Numbered, *text))
        .collect();
    word_file(None, &paragraphs)
}

/// The base with "should" of its first paragraph replaced, tracked, and perhaps a comment on the last.
pub(crate) fn returned(author: &str, word: &str, comment: Option<&str>) -> Vec<u8> {
    let change = |kind| {
        Some(Change {
            kind,
            author: author.into(),
            date: None,
        })
    };
    let run = |text: &str, kind| DraftRun {
        change: change(kind),
        ..DraftRun::plain(text)
    };
    let first = vec![
        DraftRun::plain("The members "),
        run("should", ChangeKind::Deleted),
        run(word, ChangeKind::Inserted),
        DraftRun::plain(" meet each year."),
    ];
    let mut last = DraftRun::plain(BODY[2]);
    last.comment = comment.map(|text| DraftComment {
        author: author.into(),
        date: None,
        text: text.into(),
    });
    let paragraph = |runs| DraftParagraph {
        style: DraftStyle::Numbered,
        runs,
        mark: None,
    };
    word_file(
        None,
        &[
            paragraph(first),
            DraftParagraph::plain(DraftStyle::Numbered, BODY[1]),
            paragraph(vec![last]),
        ],
    )
}

/// Whether the words stand anywhere in the data folder, also inside Word files.
pub(crate) fn on_disk(folder: &std::path::Path, words: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return on_disk(&path, words);
        }
        holds(&std::fs::read(&path).unwrap(), words)
    })
}

/// Whether words stand in a file, or in the comments of a Word file.
pub(crate) fn holds(bytes: &[u8], words: &str) -> bool {
    let inside = redline::open(bytes).is_ok_and(|document| {
        let comments = document.comments();
        comments.iter().any(|comment| comment.text.contains(words))
    });
    let mut windows = bytes.windows(words.len());
    inside || windows.any(|window| window == words.as_bytes())
}
