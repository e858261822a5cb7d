//! What all handlers share.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use group::{Id, Instant};
use office::{Failed, Office};

use crate::notices::Crier;
use crate::print::Printer;
use crate::remembered::PublicPages;

/// The demonstration's clock, as the visible control sets it ahead.
pub trait DemoClock: Send + Sync {
    /// Sets the clock; it never goes back.
    ///
    /// # Errors
    /// A sentence, when the new time can't be kept.
    fn set_ahead(&self, to: Instant) -> Result<(), String>;
}

/// What only the demonstration has.
pub struct Demo {
    pub clock: Arc<dyn DemoClock>,
    /// Secrets of the links that were printed, each with group and seat. They sign in at once, any
    /// number of times, while the process lives (docs/decisions/0002).
    pub links: BTreeMap<String, (String, Id)>,
}

/// Where the server leaves a sign that it lives, so that it knows of itself how long it stood still. The
/// demonstration has none: its clock is set ahead on purpose.
pub trait Heart: Send + Sync {
    /// The last beat; `None` before the first.
    fn last(&self) -> Option<Instant>;
    /// Beats.
    ///
    /// # Errors
    /// A sentence, when the beat can't be kept.
    fn beat(&self, at: Instant) -> Result<(), String>;
}

/// What the binary decides for the server.
pub struct Settings {
    /// Scheme and host under which people reach it, for the links that it makes.
    pub base: String,
    pub demo: Option<Demo>,
    pub printer: Arc<dyn Printer>,
    pub heart: Option<Arc<dyn Heart>>,
}

/// The running server.
pub struct App {
    pub office: Arc<Office>,
    pub(crate) settings: Settings,
    pub(crate) public: PublicPages,
    /// Drops whose files are being read right now: by group and round.
    pub(crate) reading: Mutex<BTreeSet<(String, Id)>>,
}

impl App {
    /// A server on a running office.
    #[must_use]
    pub fn new(office: Arc<Office>, settings: Settings) -> Self {
        office.set_herald(Arc::new(Crier {
            base: settings.base.clone(),
        }));
        Self {
            office,
            settings,
            public: PublicPages::default(),
            reading: Mutex::default(),
        }
    }

    /// A new link for the secretariat of each group that has one, by its short name: the way back in for
    /// a secretariat that is signed out everywhere, given by whoever has the machine.
    ///
    /// # Errors
    /// When one can't be kept.
    pub fn secretariat_links(&self) -> Result<Vec<(String, String)>, Failed> {
        let groups = self.office.groups().into_iter();
        let seats = groups.filter_map(|group| {
            let seat = self.office.secretariat_seat(&group)?;
            Some((group, seat))
        });
        seats
            .map(|(group, seat)| {
                let (secret, _) = self.office.new_link(Some((&group, seat)))?;
                let link = self.seat_link(&group, &secret);
                Ok((group, link))
            })
            .collect()
    }

    /// A new founding link, whole.
    ///
    /// # Errors
    /// When it can't be kept.
    pub fn founding_link(&self) -> Result<String, Failed> {
        let (secret, _) = self.office.new_link(None)?;
        Ok(format!("{}/founding/{secret}", self.settings.base))
    }

    /// Group and seat behind the secret of one of the demonstration's links.
    pub(crate) fn demo_link(&self, secret: &str) -> Option<(String, Id)> {
        self.settings.demo.as_ref()?.links.get(secret).cloned()
    }

    /// A seat's link, whole.
    pub(crate) fn seat_link(&self, group: &str, secret: &str) -> String {
        format!("{}/signin/{group}.{secret}", self.settings.base)
    }
}
