//! 0xSplits V2: a contract that divides what it receives by fixed shares.

use std::fmt::{self, Display};
use std::str::FromStr;

use alloy::primitives::{B256, hex, keccak256};
use serde::{Deserialize, Serialize};

use super::registry;
use crate::keys::Address;

/// How recipients get their share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Distribution sends it to them.
    Push,
    /// Distribution credits it in the warehouse, from where they withdraw it.
    Pull,
}

impl Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Push => "push",
            Self::Pull => "pull",
        })
    }
}

impl FromStr for Kind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "push" => Ok(Self::Push),
            "pull" => Ok(Self::Pull),
            _ => Err(()),
        }
    }
}

/// Whether a deployment of this version and kind is known on this chain.
pub fn is_deployed(version: &str, kind: Kind, chain_id: u64) -> bool {
    registry::split(version, kind, chain_id).is_ok()
}

/// keccak256 of the clone's init code (Clone.sol). It is 113 bytes long: the source's comment says 98, but its CREATE2
/// takes size 0x71 and so 15 zero bytes behind the code.
pub(super) fn init_code_hash(implementation: Address) -> B256 {
    const BEFORE: [u8; 65] = hex!(
        "60593d8160093d39f336602c57343d527f9e4ac34f21c619cefc926c8bd93b54bf5a39c7ab2127a895af1cc0691d7e3dff"
        "593da1005b3d3d3d3d363d3d37363d73"
    );
    const AFTER: [u8; 28] = hex!("5af43d3d93803e605757fd5bf3000000000000000000000000000000");
    keccak256([&BEFORE[..], implementation.as_bytes(), &AFTER].concat())
}
