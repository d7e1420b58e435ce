//! What the plan's names stand for, once the parts gave their addresses.

use std::collections::BTreeMap;

use alloy::primitives::U256;

use crate::keys::Address;
use crate::plan::Recipient;
use crate::text::Problem;

/// Every address that a name of the plan stands for, those of contracts included.
pub type Addresses<'a> = BTreeMap<&'a str, Address>;

/// A name that stands for nothing.
pub fn unknown(name: &str) -> Problem {
    Problem::finding("name-unknown").with("name", name)
}

/// What a name stands for.
///
/// # Errors
/// It stands for nothing.
pub fn look(known: &Addresses, name: &str) -> Result<Address, Problem> {
    known.get(name).copied().ok_or_else(|| unknown(name))
}

/// A recipient of a split. They are ordered as splits keep them, by address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Receiver {
    /// Where it receives.
    pub address: Address,
    /// Parts of the sum of all shares.
    pub share: U256,
    /// What the plan calls it.
    pub name: String,
}

/// Who receives, in the order of the calldata.
///
/// # Errors
/// A name stands for nothing.
pub fn receivers(known: &Addresses, planned: &[Recipient]) -> Result<Vec<Receiver>, Problem> {
    let receiver = |it: &Recipient| {
        let (address, share) = (look(known, &it.to)?, U256::from(it.share));
        Ok(Receiver { address, share, name: it.to.clone() })
    };
    let mut receivers = planned.iter().map(receiver).collect::<Result<Vec<_>, Problem>>()?;
    receivers.sort_unstable();
    Ok(receivers)
}

/// Their addresses and shares, as contracts take them.
pub fn shares(receivers: &[Receiver]) -> Vec<(Address, U256)> {
    receivers.iter().map(|it| (it.address, it.share)).collect()
}
