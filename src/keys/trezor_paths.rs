//! Which paths a Trezor accepts without a warning, and what it calls them on its screen (trezor-firmware
//! core/src/apps/ethereum/keychain.py, core/src/apps/common/paths.py).

use std::ops::RangeInclusive;

use super::{AddressPath, HARDENED};

/// Bitcoin's coinjoin accounts, which nothing here unlocks.
pub const SLIP25_PURPOSE: u32 = 10025 | HARDENED;
const ACCOUNT: RangeInclusive<u32> = 0..=100;
const HARD_ACCOUNT: RangeInclusive<u32> = HARDENED..=100 | HARDENED;
const CHANGE: RangeInclusive<u32> = 0..=1;
const INDEX: RangeInclusive<u32> = 0..=1_000_000;
/// Ether, the test networks' own of old, and those of the networks that the firmware knows
/// (core/src/apps/ethereum/networks.py).
const COINS: [u32; 8] = [60, 1, 61, 614, 714, 966, 8453, 9001];

/// One accepted form: its components but the coin type, and which of them is the account.
struct Pattern {
    purpose: u32,
    hardened_coin: bool,
    rest: &'static [RangeInclusive<u32>],
    account: usize,
}

const fn only(index: u32) -> RangeInclusive<u32> {
    index..=index
}

/// In the firmware's order, as the first that fits names the account.
const PATTERNS: [Pattern; 5] = [
    Pattern { purpose: 44, hardened_coin: true, rest: &[only(HARDENED), only(0), ACCOUNT], account: 2 },
    Pattern { purpose: 44, hardened_coin: true, rest: &[HARD_ACCOUNT, CHANGE, INDEX], account: 0 },
    Pattern { purpose: 44, hardened_coin: true, rest: &[HARD_ACCOUNT], account: 0 },
    Pattern { purpose: 44, hardened_coin: true, rest: &[only(HARDENED), ACCOUNT], account: 1 },
    Pattern { purpose: 45, hardened_coin: false, rest: &[ACCOUNT, CHANGE, INDEX], account: 0 },
];

impl Pattern {
    fn fits(&self, path: &[u32]) -> bool {
        let [purpose, coin, rest @ ..] = path else {
            return false;
        };
        let hard = if self.hardened_coin { HARDENED } else { 0 };
        *purpose == self.purpose | HARDENED
            && COINS.iter().any(|known| known | hard == *coin)
            && rest.len() == self.rest.len()
            && rest.iter().zip(self.rest).all(|(index, range)| range.contains(index))
    }
}

/// Whether strict safety checks let this path through.
pub fn is_usual(path: &[u32]) -> bool {
    PATTERNS.iter().any(|pattern| pattern.fits(path))
}

/// What the device calls the account, e.g. `ETH #26`; none for a path that it does not know. Several paths share a
/// name: it is the account's number plus one, but the index's where account and change are 0 and the index is at
/// most 100.
pub fn account_name(path: &[u32]) -> Option<String> {
    let pattern = PATTERNS.iter().find(|pattern| pattern.fits(path))?;
    let index = path.get(2 + pattern.account)?;
    Some(format!("ETH #{}", (index & !HARDENED) + 1))
}

impl AddressPath {
    /// What a Trezor calls the account of this address on its screen. Never enough to tell it by: see
    /// [`account_name`].
    pub fn shown_name(self) -> String {
        // The ranges of this type are those of the pattern for account, change and index, so there always is one.
        account_name(&self.indices()).unwrap_or_default()
    }
}

/// The path as the device writes it.
pub fn written(path: &[u32]) -> String {
    path.iter().fold("m".to_owned(), |text, &index| {
        let mark = if index >= HARDENED { "'" } else { "" };
        format!("{text}/{}{mark}", index & !HARDENED)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn path(text: &str) -> Vec<u32> {
        let index = |part: &str| match part.strip_suffix('\'') {
            Some(number) => number.parse::<u32>().unwrap() | HARDENED,
            None => part.parse().unwrap(),
        };
        text.split('/').skip(1).map(index).collect()
    }

    #[test]
    fn what_the_official_emulator_accepted_and_refused() {
        for usual in [
            "m/44'/60'/0'/0/0",
            "m/44'/60'/25'/0/0",
            "m/44'/60'/100'/1/1000000",
            "m/44'/60'/0'",
            "m/44'/60'/0'/0",
            "m/45'/60/0/0/0",
            "m/44'/1'/0'/0/0",
            "m/44'/61'/0'/0/0",
        ] {
            assert!(is_usual(&path(usual)), "{usual}");
        }
        for unusual in [
            "m",
            "m/44'/60'",
            "m/44'/60'/101'/0/0",
            "m/44'/60'/0'/2/0",
            "m/44'/60'/0'/0/1000001",
            "m/44'/60'/0'/0/0/0",
            "m/44'/60'/1'/0",
            "m/44'/60'/0/0/0",
            "m/44'/0'/0'/0/0",
            "m/49'/60'/0'/0/0",
        ] {
            assert!(!is_usual(&path(unusual)), "{unusual}");
        }
    }

    #[test]
    fn names_as_the_official_emulator_showed_them() {
        for (text, name) in [
            ("m/44'/60'/0'/0/0", "ETH #1"),
            ("m/44'/60'/25'/0/0", "ETH #26"),
            ("m/44'/60'/25'/0/1", "ETH #26"),
            ("m/44'/60'/0'/0/25", "ETH #26"),
            ("m/44'/60'/0'/0/101", "ETH #1"),
        ] {
            assert_eq!(account_name(&path(text)).as_deref(), Some(name), "{text}");
            assert_eq!(written(&path(text)), text);
        }
    }

    proptest! {
        #[test]
        fn every_address_of_a_plan_has_a_name(account in 0..=100_u32, change in 0..=1_u32, index in 0..=1_000_000_u32) {
            let path = AddressPath::new(account, change, index).unwrap();
            let number = if account == 0 && change == 0 && index <= 100 { index } else { account };
            prop_assert_eq!(path.shown_name(), format!("ETH #{}", number + 1));
        }
    }
}
