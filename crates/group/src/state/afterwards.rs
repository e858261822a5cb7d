//! What becomes of a text after its adoption: corrections, and other languages.

use serde::Serialize;

use crate::calendar::Announced;
use crate::class::Restricted;
use crate::id::Id;
use crate::instant::Instant;
use crate::parts::CorrectionKind;
use crate::state::{GRACE_MS, Text};

/// An editorial correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextCorrection {
    pub id: Id,
    pub version: u32,
    pub sha256: String,
    /// Id of the corrected Word file.
    pub file: String,
    pub kinds: Vec<CorrectionKind>,
    pub proposed: Instant,
    /// Until then anybody may say that it is of substance.
    pub deadline: Instant,
    pub announced: Announced,
    /// What it changes, in words; open once it is issued.
    pub changes: Restricted<String>,
    pub standing: CorrectionStanding,
    /// Number of the act that proposed it, from 0.
    pub act: u64,
}

/// How a correction stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum CorrectionStanding {
    Open,
    /// The adoption of what it would correct was annulled.
    Lapsed {
        at: Instant,
    },
    /// An organisation said that it is of substance.
    Contested {
        at: Instant,
        by: Id,
        reason: Restricted<String>,
    },
    Issued {
        at: Instant,
        /// "GRP/2026/WP.3/Corr.1", of a text with a symbol.
        symbol: Option<String>,
        changes: String,
        /// Number of the act, from 0.
        act: u64,
    },
}

/// A text in another language than that of authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageVersion {
    /// The version that it translates.
    pub version: u32,
    pub sha256: String,
    /// Id of its Word file.
    pub file: String,
    pub provided_by: Id,
    pub added: Instant,
    /// Until then it is a courtesy translation.
    pub cleared: Option<Instant>,
    /// Number of the act, from 0.
    pub act: u64,
}

impl TextCorrection {
    /// From when on it may be issued.
    #[must_use]
    pub fn issued_from(&self) -> Instant {
        self.deadline.plus_millis(GRACE_MS)
    }

    #[must_use]
    pub fn is_issued(&self) -> bool {
        matches!(self.standing, CorrectionStanding::Issued { .. })
    }

    /// When it was issued.
    #[must_use]
    pub fn issued_at(&self) -> Option<Instant> {
        match self.standing {
            CorrectionStanding::Issued { at, .. } => Some(at),
            _ => None,
        }
    }
}

impl Text {
    /// The correction about which something may still be said, or that waits to be issued.
    #[must_use]
    pub fn open_correction(&self) -> Option<&TextCorrection> {
        let mut corrections = self.corrections.iter();
        corrections.find(|one| one.standing == CorrectionStanding::Open)
    }

    /// Corrections of a version that were issued, in order.
    pub fn issued_corrections(
        &self,
        version: u32,
    ) -> impl DoubleEndedIterator<Item = &TextCorrection> {
        let of = self.corrections.iter();
        of.filter(move |one| one.version == version && one.is_issued())
    }

    /// Digest and file id of a version as it stands after its corrections.
    #[must_use]
    pub fn as_corrected(&self, version: u32) -> Option<(&str, &str)> {
        let last = self.issued_corrections(version).next_back();
        let corrected = last.map(|one| (one.sha256.as_str(), one.file.as_str()));
        let tabled = || {
            self.version(version)
                .map(|v| (v.sha256.as_str(), v.file.as_str()))
        };
        corrected.or_else(tabled)
    }

    /// Whether a translation is of an earlier version, or was made before a correction of it.
    #[must_use]
    pub fn is_stale(&self, translation: &LanguageVersion) -> bool {
        let newest = self.newest().map(|version| version.number);
        let mut corrections = self.issued_corrections(translation.version);
        newest != Some(translation.version)
            || corrections.any(|one| one.issued_at().is_some_and(|at| at > translation.added))
    }
}
