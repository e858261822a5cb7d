//! Instants as text: `YYYY-MM-DDThh:mm:ss[.mmm]Z`, always three digits of a fraction, left out
//! when they are 000. Milliseconds since 1970 on the proleptic Gregorian calendar, no leap
//! seconds.

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InstantError {
    #[error("failed to write an instant: only the years 0000 to 9999 have a form")]
    OutOfRange,
    #[error("failed to read an instant: YYYY-MM-DDThh:mm:ss[.mmm]Z expected")]
    Form,
}

const DAY: i64 = 86_400_000;

/// Milliseconds since 1970-01-01T00:00:00Z as text. Fails outside the years 0000 to 9999.
pub fn instant_to_text(ms: i64) -> Result<String, InstantError> {
    let (year, month, day) = date_from_days(ms.div_euclid(DAY));
    if !(0..=9999).contains(&year) {
        return Err(InstantError::OutOfRange);
    }
    let rest = ms.rem_euclid(DAY);
    let (seconds, fraction) = (rest / 1000, rest % 1000);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
    Ok(if fraction == 0 {
        format!("{text}Z")
    } else {
        format!("{text}.{fraction:03}Z")
    })
}

/// Milliseconds since 1970 from text. There is one spelling for each instant: `.000`, a lower-case
/// `z`, an offset, a 30th of February or a 60th second are refused.
pub fn instant_from_text(text: &str) -> Result<i64, InstantError> {
    let ms = read(text.as_bytes()).ok_or(InstantError::Form)?;
    match instant_to_text(ms) {
        Ok(again) if again == text => Ok(ms),
        _ => Err(InstantError::Form),
    }
}

fn read(text: &[u8]) -> Option<i64> {
    if text.len() != 20 && text.len() != 24 {
        return None;
    }
    let number = |from: usize, to: usize| {
        text.get(from..to)?.iter().try_fold(0i64, |sum, byte| {
            byte.is_ascii_digit()
                .then(|| sum * 10 + i64::from(byte - b'0'))
        })
    };
    let (month, day) = (number(5, 7)?, number(8, 10)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let days = days_from_date(number(0, 4)?, month, day);
    let seconds = number(11, 13)? * 3600 + number(14, 16)? * 60 + number(17, 19)?;
    let fraction = if text.len() == 24 { number(20, 23)? } else { 0 };
    Some(days * DAY + seconds * 1000 + fraction)
}

/// Days since 1970-01-01; years begin in March, so that the leap day is the last of the year
/// (H. Hinnant, "chrono-compatible low-level date algorithms").
fn days_from_date(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn date_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}
