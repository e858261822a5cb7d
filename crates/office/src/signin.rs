//! Sessions and the links that begin them. Secrets are never stored, only their SHA-256.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use group::{Hat, Id, Instant};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use store::{Link, Session, TokenHash, Uses};

use crate::clock::thirty_two;
use crate::running::{Failed, Office};

const MINUTE_MS: i64 = 60_000;
/// A session ends after this long without a request (7-security: 12 h, the secretariat's sooner once
/// full sign-in comes).
const SESSION_MS: i64 = 12 * 60 * MINUTE_MS;
/// A session is written anew when this much of it has passed, so that a request rarely writes.
const RENEW_MS: i64 = 60 * MINUTE_MS;
/// A link that is handed over by hand works for a week.
const INVITATION_MS: i64 = 7 * 24 * 60 * MINUTE_MS;

/// What a link opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opens {
    /// The founding of a group on an empty server.
    Founding,
    /// A seat's sign-in.
    Seat(Id),
}

impl Office {
    /// A new session of a seat. Returns the secret for the cookie.
    ///
    /// # Errors
    /// When the store fails.
    pub fn sign_in(&self, group: &str, seat: Id) -> Result<String, Failed> {
        let secret = self.secret();
        self.store
            .put_session(&self.key(group)?, &self.session_of(&secret, seat))?;
        Ok(secret)
    }

    /// The seat that a cookie's secret is signed in for; renewed while it is used.
    ///
    /// # Errors
    /// When the store fails.
    pub fn signed_in(&self, group: &str, secret: &str) -> Result<Option<Id>, Failed> {
        let key = self.key(group)?;
        let now = self.clock.machine().as_millis();
        let Some(session) = self.store.session(&key, &hash(secret), now)? else {
            return Ok(None);
        };
        let Ok(seat) = session.seat.parse::<Id>() else {
            return Ok(None);
        };
        if session.expires - now < SESSION_MS - RENEW_MS {
            self.store
                .put_session(&key, &self.session_of(secret, seat))?;
        }
        Ok(Some(seat))
    }

    /// Ends the session of a cookie's secret.
    ///
    /// # Errors
    /// When the store fails.
    pub fn sign_out(&self, group: &str, secret: &str) -> Result<(), Failed> {
        Ok(self
            .store
            .remove_session(&self.key(group)?, &hash(secret))?)
    }

    /// A single-use link for a seat (`Some`) or for the founding (`None`). Returns its secret and the
    /// instant at which it ends.
    ///
    /// # Errors
    /// When the store fails.
    pub fn new_link(&self, seat: Option<(&str, Id)>) -> Result<(String, Instant), Failed> {
        let secret = self.secret();
        let (group, opens) = match seat {
            Some((group, seat)) => (Some(self.key(group)?), Opens::Seat(seat)),
            None => (None, Opens::Founding),
        };
        let expires = self.clock.machine().as_millis() + INVITATION_MS;
        let purpose =
            serde_json::to_string(&opens).map_err(|error| Failed::Store(error.to_string()))?;
        let link = Link {
            token: hash(&secret),
            purpose,
            expires,
            uses: Uses::Once,
        };
        self.store.put_link(group.as_ref(), &link)?;
        Ok((secret, Instant::from_millis(expires)))
    }

    /// A seat that acts for the secretariat of a group today: the one held longest.
    pub fn secretariat_seat(&self, group: &str) -> Option<Id> {
        let loaded = self.loaded(group)?;
        let state = &loaded.state;
        let day = state.day(
            loaded
                .last_time
                .map_or_else(|| self.now(), |last| last.max(self.now())),
        );
        let held = state.seats.iter();
        held.filter(|(id, _)| state.hats(**id, day).contains(&Hat::Secretariat))
            .min_by_key(|(id, seat)| (seat.since, **id))
            .map(|(id, _)| *id)
    }

    /// What a link opens, without using it. Without a group: a link of the server.
    ///
    /// # Errors
    /// When the store fails.
    pub fn look_at_link(&self, group: Option<&str>, secret: &str) -> Result<Option<Opens>, Failed> {
        let key = group.map(|group| self.key(group)).transpose()?;
        let link = self.store.peek_link(
            key.as_ref(),
            &hash(secret),
            self.clock.machine().as_millis(),
        )?;
        Ok(link.and_then(|link| serde_json::from_str(&link.purpose).ok()))
    }

    /// Uses a seat's link up and signs in, in one transaction: of two who try, one gets in.
    ///
    /// # Errors
    /// When the store fails.
    pub fn use_seat_link(&self, group: &str, secret: &str) -> Result<Option<String>, Failed> {
        let Some(Opens::Seat(seat)) = self.look_at_link(Some(group), secret)? else {
            return Ok(None);
        };
        let cookie = self.secret();
        let session = self.session_of(&cookie, seat);
        let key = self.key(group)?;
        let now = self.clock.machine().as_millis();
        let taken = self
            .store
            .take_link(Some(&key), &hash(secret), now, Some(&session))?;
        Ok(taken.map(|_| cookie))
    }

    /// Uses the founding link up. `false`: it was gone.
    ///
    /// # Errors
    /// When the store fails.
    pub fn use_founding_link(&self, secret: &str) -> Result<bool, Failed> {
        let now = self.clock.machine().as_millis();
        Ok(self
            .store
            .take_link(None, &hash(secret), now, None)?
            .is_some())
    }

    /// A fresh secret: 256 bits, in characters that addresses and cookies take.
    pub fn secret(&self) -> String {
        URL_SAFE_NO_PAD.encode(thirty_two(self.dice.as_ref()))
    }

    fn session_of(&self, secret: &str, seat: Id) -> Session {
        Session {
            token: hash(secret),
            seat: seat.to_string(),
            expires: self.clock.machine().as_millis() + SESSION_MS,
            data: String::new(),
        }
    }
}

fn hash(secret: &str) -> TokenHash {
    TokenHash(Sha256::digest(secret.as_bytes()).into())
}
