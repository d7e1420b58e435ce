//! Facts of the laptop, real or fixed.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::ceremony::HostFacts;
use crate::keys::Digest;
use crate::manifest::Tool;

/// The facts of this laptop.
pub struct LaptopFacts {
    binary_sha256: Digest,
}

/// The facts of every rehearsal: its time stands still and its binary is nobody's, so that its bytes are the same
/// everywhere.
pub struct FixedFacts;

impl LaptopFacts {
    /// Reads the running binary's digest. Where it cannot be read, zeros stand for it.
    pub fn gather() -> Self {
        let binary = std::env::current_exe().and_then(std::fs::read);
        Self { binary_sha256: binary.map_or(Digest::ZERO, Digest::of) }
    }
}

impl HostFacts for LaptopFacts {
    fn now(&self) -> String {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        timestamp(since.as_secs())
    }

    fn tool(&self) -> Tool {
        Tool { binary_sha256: self.binary_sha256, version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

impl HostFacts for FixedFacts {
    fn now(&self) -> String {
        timestamp(946_684_800)
    }

    fn tool(&self) -> Tool {
        Tool { binary_sha256: Digest::ZERO, version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

/// `YYYY-MM-DDThh:mm:ssZ` of seconds since 1970, by the proleptic Gregorian calendar.
fn timestamp(seconds: u64) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    // Counted from 1 March of year 0, so that the leap day is the last of its year: an era has 146,097 days.
    let shifted = days + 719_468;
    let (era, day) = (shifted / 146_097, shifted % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let date = day - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    format!(
        "{:04}-{month:02}-{date:02}T{:02}:{:02}:{:02}Z",
        era * 400 + year,
        rest / 3_600,
        rest / 60 % 60,
        rest % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_moments() {
        // As `date -u -d @… +%FT%TZ` prints them.
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (946_684_800, "2000-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_795_330_800, "2026-11-22T07:00:00Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ] {
            assert_eq!(timestamp(seconds), text);
        }
    }
}
