//! Fractions and percentages made into the whole numbers that a split takes: by largest remainder, and nothing is lost.

use alloy::primitives::U256;

use super::most_total;
use crate::keys::Address;
use crate::text::Problem;

/// A part of the whole, as somebody writes it: `1/3` or `33.34%`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    numerator: u64,
    denominator: u64,
}

/// Why something is no share, or shares are no division of a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// Neither a fraction nor a percentage.
    Form(String),
    /// The shares add up to something else than the whole: to so many parts of so many.
    NotWhole(U256, U256),
    /// Denominators that have no common multiple of a reasonable size.
    Denominators,
    /// A whole of no units, or of more than a split safely takes.
    Units(U256),
}

/// Whole numbers for shares, and who was given a unit more than their share's whole part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// Everybody with their units, in the order given.
    pub recipients: Vec<(Address, U256)>,
    /// Who has the extra units, in the order given.
    pub extra: Vec<Address>,
}

impl Fraction {
    /// Reads `N/M` or `N.N%`.
    ///
    /// # Errors
    /// [`ShareError::Form`].
    pub fn read(text: &str) -> Result<Self, ShareError> {
        let parts = match text.strip_suffix('%') {
            Some(percent) => percentage(percent),
            None => text.split_once('/').and_then(|(over, under)| Some((digits(over)?, digits(under)?))),
        };
        match parts {
            Some((numerator, denominator)) if denominator > 0 => Ok(Self { numerator, denominator }),
            _ => Err(ShareError::Form(text.to_owned())),
        }
    }
}

fn digits(text: &str) -> Option<u64> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// A number before a percent sign, as parts of a power of ten.
fn percentage(text: &str) -> Option<(u64, u64)> {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let known = !whole.is_empty() && (text == whole || !places.is_empty());
    let power = 10_u64.checked_pow(u32::try_from(places.len()).ok()?.checked_add(2)?)?;
    known.then(|| Some((digits(&format!("{whole}{places}"))?, power))).flatten()
}

/// Divides `units` by these shares: everybody gets the whole part, and the units left go to the largest remainders, of
/// equal ones to the lower address.
///
/// # Errors
/// When the shares are no division of the whole.
pub fn divide(shares: &[(Address, Fraction)], units: U256) -> Result<Division, ShareError> {
    if units.is_zero() || units > most_total() {
        return Err(ShareError::Units(units));
    }
    let common = common_denominator(shares)?;
    let mut parts = Vec::with_capacity(shares.len());
    let mut sum = U256::ZERO;
    for (_, share) in shares {
        let part = (common / U256::from(share.denominator)).checked_mul(U256::from(share.numerator));
        let part = part.ok_or(ShareError::Denominators)?;
        sum = sum.checked_add(part).ok_or(ShareError::Denominators)?;
        parts.push(part);
    }
    if sum != common {
        return Err(ShareError::NotWhole(sum, common));
    }
    // The parts are at most `common`, which leaves room for the largest number of units.
    let (mut given, remainders): (Vec<_>, Vec<_>) =
        parts.iter().map(|part| (part * units).div_rem(common)).unzip();
    let left = units - given.iter().copied().sum::<U256>();
    let mut by_remainder: Vec<usize> = (0..shares.len()).collect();
    by_remainder.sort_by_key(|&i| (std::cmp::Reverse(remainders[i]), shares[i].0));
    let mut lucky: Vec<usize> = by_remainder.into_iter().take(left.saturating_to()).collect();
    lucky.sort_unstable();
    for &i in &lucky {
        given[i] += U256::from(1);
    }
    let recipients = shares.iter().map(|(address, _)| *address).zip(given).collect();
    Ok(Division { recipients, extra: lucky.into_iter().map(|i| shares[i].0).collect() })
}

/// The least common multiple of the denominators, as long as it leaves room for the largest number of units.
fn common_denominator(shares: &[(Address, Fraction)]) -> Result<U256, ShareError> {
    let most = U256::MAX / most_total();
    let mut common = U256::from(1);
    for (_, share) in shares {
        let denominator = U256::from(share.denominator);
        common = (common / common.gcd(denominator))
            .checked_mul(denominator)
            .filter(|multiple| *multiple <= most)
            .ok_or(ShareError::Denominators)?;
    }
    Ok(common)
}

impl From<ShareError> for Problem {
    fn from(error: ShareError) -> Self {
        match error {
            ShareError::Form(text) => Self::unusable("split-share-form").with("text", text),
            ShareError::NotWhole(sum, whole) => {
                Self::unusable("split-share-whole").with("sum", sum).with("whole", whole)
            }
            ShareError::Denominators => Self::unusable("split-share-denominators"),
            ShareError::Units(units) => {
                Self::unusable("split-share-units").with("units", units).with("most", most_total())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn address(last: u8) -> Address {
        Address::from_bytes([last; 20])
    }

    fn shares(texts: &[&str]) -> Vec<(Address, Fraction)> {
        let share = |(i, text): (u8, &&str)| (address(i), Fraction::read(text).unwrap());
        (1..).zip(texts).map(share).collect()
    }

    fn units(division: &Division) -> Vec<u64> {
        division.recipients.iter().map(|(_, units)| units.saturating_to()).collect()
    }

    #[test]
    fn thirds_of_a_million_leave_one_unit_to_the_lowest_address() {
        let division = divide(&shares(&["1/3", "1/3", "1/3"]), U256::from(1_000_000)).unwrap();
        assert_eq!(units(&division), [333_334, 333_333, 333_333]);
        assert_eq!(division.extra, [address(1)]);
    }

    #[test]
    fn the_largest_remainder_comes_first_whatever_the_address() {
        let division = divide(&shares(&["41.4%", "29.3%", "29.3%"]), U256::from(10)).unwrap();
        assert_eq!(units(&division), [4, 3, 3]);
        assert_eq!(division.extra, [address(2), address(3)]);
        let whole = divide(&shares(&["66.66%", "33.34%"]), U256::from(10_000)).unwrap();
        assert_eq!((units(&whole), whole.extra), (vec![6666, 3334], vec![]));
    }

    #[test]
    fn what_is_no_division_of_the_whole_is_refused() {
        let million = U256::from(1_000_000);
        assert_eq!(
            divide(&shares(&["33.33%", "33.33%", "33.33%"]), million),
            Err(ShareError::NotWhole(U256::from(9999), U256::from(10_000)))
        );
        assert_eq!(
            divide(&shares(&["1/2", "2/3"]), million),
            Err(ShareError::NotWhole(U256::from(7), U256::from(6)))
        );
        assert_eq!(divide(&shares(&["1/1"]), U256::ZERO), Err(ShareError::Units(U256::ZERO)));
        let primes =
            ["18446744073709551557", "18446744073709551533", "18446744073709551521", "18446744073709551437"];
        let wide: Vec<_> = primes.iter().map(|prime| format!("1/{prime}")).collect();
        let wide: Vec<_> = wide.iter().map(String::as_str).collect();
        assert_eq!(divide(&shares(&wide), million), Err(ShareError::Denominators));
    }

    #[test]
    fn a_share_has_two_writings_and_no_other() {
        for wrong in ["", "1", "%", ".5%", "5.%", "1/0", "1/", "/3", "-1/3", "1 / 3", "1/3%", "1e1%", "33,3%"]
        {
            assert_eq!(Fraction::read(wrong), Err(ShareError::Form(wrong.to_owned())), "{wrong}");
        }
        assert_eq!(Fraction::read("0.57%"), Ok(Fraction { numerator: 57, denominator: 10_000 }));
        assert_eq!(Fraction::read("2/6"), Ok(Fraction { numerator: 2, denominator: 6 }));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nobody_is_a_unit_away_from_their_share(
            parts in proptest::collection::vec(1_u64..1_000, 1..40),
            units in 1_u64..1_000_000_000_000,
        ) {
            let whole: u64 = parts.iter().sum();
            let texts: Vec<_> = parts.iter().map(|part| format!("{part}/{whole}")).collect();
            let texts: Vec<_> = texts.iter().map(String::as_str).collect();
            let division = divide(&shares(&texts), U256::from(units)).unwrap();
            let given = super::tests::units(&division);
            prop_assert_eq!(given.iter().sum::<u64>(), units);
            for ((part, given), (recipient, _)) in parts.iter().zip(given).zip(&division.recipients) {
                let exact = u128::from(*part) * u128::from(units);
                let floor = u64::try_from(exact / u128::from(whole)).unwrap();
                let more = u64::from(division.extra.contains(recipient));
                prop_assert_eq!(given, floor + more);
                prop_assert!(more == 0 || exact % u128::from(whole) > 0);
            }
        }
    }
}
