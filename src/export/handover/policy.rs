//! Where fees go, by whose validators they are, from a reviewed data file.

use std::str::FromStr;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::keys::Address;

/// Whose validators a machine runs. One machine's file is about one of them: each has a fee recipient of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Policy {
    /// The team's own: fees and withdrawals go to a Safe of the manifest.
    Own,
    /// Lido's Community Staking Module: Lido's vaults, never a Safe of the team.
    LidoCsm,
    /// Rocket Pool, of a node that opted into the smoothing pool.
    RocketPool,
}

impl Policy {
    /// Every policy, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::LidoCsm, Self::Own, Self::RocketPool];

    /// Its name on the command line and in texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::LidoCsm => "lido-csm",
            Self::RocketPool => "rocket-pool",
        }
    }
}

impl FromStr for Policy {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|policy| policy.name() == text).ok_or(())
    }
}

/// Where a protocol wants its validators' fees on a chain.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    policy: Policy,
    chain_id: u64,
    /// The fee recipient.
    pub fee_recipient: Address,
    /// What it is.
    pub fee_name: String,
    /// What withdrawal credentials name, where that is one address for all.
    pub withdrawal: Option<Address>,
    /// Where this was read.
    pub source: String,
    /// The date of that source.
    pub date: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    recipient: Vec<Recipient>,
}

static RECIPIENTS: LazyLock<Vec<Recipient>> = LazyLock::new(|| {
    let table: Table =
        toml::from_str(include_str!("policies.toml")).expect("the file built in is read by a test below");
    table.recipient
});

/// What a protocol wants on a chain; none where that is not known, and for the team's own validators.
pub fn recipient(policy: Policy, chain_id: u64) -> Option<&'static Recipient> {
    RECIPIENTS.iter().find(|it| (it.policy, it.chain_id) == (policy, chain_id))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_recipient_has_a_source_a_date_and_an_address_of_its_own() {
        let mut seen = BTreeSet::new();
        for it in RECIPIENTS.iter() {
            assert!(!it.source.is_empty() && it.date.len() == "2026-08-20".len() && !it.fee_name.is_empty());
            assert!(it.policy != Policy::Own && seen.insert(it.fee_recipient), "{}", it.fee_recipient);
            assert!(it.withdrawal.is_none_or(|address| seen.insert(address)));
        }
        assert_eq!(RECIPIENTS.len(), 4);
    }

    /// Each again from its source, by hand.
    #[test]
    fn every_recipient_is_the_one_of_its_source() {
        let is = |policy, chain, fee: &str, withdrawal: Option<&str>| {
            let it = recipient(policy, chain).unwrap();
            assert_eq!(it.fee_recipient.to_string(), fee);
            assert_eq!(it.withdrawal.map(|address| address.to_string()).as_deref(), withdrawal);
        };
        let vaults =
            ["0x388C818CA8B9251b393131C08a736A67ccB19297", "0xB9D7934878B5FB9610B3fE8A5e441e8fad7E293f"];
        is(Policy::LidoCsm, 1, vaults[0], Some(vaults[1]));
        let hoodi =
            ["0x9b108015fe433F173696Af3Aa0CF7CDb3E104258", "0x4473dCDDbf77679A643BdB654dbd86D67F8d32f2"];
        is(Policy::LidoCsm, 560_048, hoodi[0], Some(hoodi[1]));
        is(Policy::RocketPool, 1, "0xd4E96eF8eee8678dBFf4d535E033Ed1a4F7605b7", None);
        is(Policy::RocketPool, 560_048, "0xA347C391bc8f740CAbA37672157c8aAcD08Ac567", None);
    }

    #[test]
    fn policies_are_read_by_their_names() {
        for policy in Policy::ALL {
            assert_eq!(policy.name().parse(), Ok(policy));
        }
        assert_eq!("lido".parse::<Policy>(), Err(()));
        assert!(recipient(Policy::Own, 1).is_none() && recipient(Policy::LidoCsm, 10).is_none());
    }
}
