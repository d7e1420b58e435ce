//! What contracts answer to whoever asks: calldata of their views, and their answers read.

use alloy::primitives::{B256, Bytes, U256, b256};
use alloy::sol;
use alloy::sol_types::{SolCall, SolValue};

use crate::keys::Address;

sol! {
    // OwnerManager.sol, ModuleManager.sol and Safe.sol 1.3.0 to 1.5.0.
    function getOwners() external view returns (address[] memory owners);
    function getThreshold() external view returns (uint256 threshold);
    function getModulesPaginated(address start, uint256 pageSize)
        external view returns (address[] memory array, address next);
    function nonce() external view returns (uint256 count);

    // SplitWalletV2.sol, Ownable.sol and Pausable.sol of 0xSplits 2.0 to 2.2.
    function splitHash() external view returns (bytes32 hash);
    function owner() external view returns (address holder);
    function paused() external view returns (bool stopped);

    // SplitMain.sol of 0xSplits 1.
    function getHash(address split) external view returns (bytes32 hash);
    function getController(address split) external view returns (address holder);
}

/// Where a Safe keeps its singleton: slot 0 (Singleton.sol).
pub const SINGLETON_SLOT: B256 = B256::ZERO;

/// keccak256("fallback_manager.handler.address") (FallbackManager.sol).
pub const HANDLER_SLOT: B256 = b256!("0x6c9a6c4a39284e37ed1cf53d337577d14212a4870fb976a4366c693b939918d5");

/// keccak256("guard_manager.guard.address") (GuardManager.sol).
pub const GUARD_SLOT: B256 = b256!("0x4a204f620c8c5ccdca3fd54d003badd85ba500436a431f0cbda4f558c93c34c8");

/// keccak256("module_manager.module_guard.address") (ModuleManager.sol 1.5.0).
pub const MODULE_GUARD_SLOT: B256 =
    b256!("0xb104e0b93118902c651344349b610029d694cfdec91c589c91ebafbcd0289947");

/// The calldata of a Safe's or a split's view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// A Safe's owners, in the order of its list.
    Owners,
    /// How many of them must sign.
    Threshold,
    /// A Safe's modules; those beyond the first ten are not asked for: one is too many.
    Modules,
    /// How many transactions a Safe ran.
    Nonce,
    /// The hash of what a split of version 2 pays to whom.
    SplitHash,
    /// Who may change a split of version 2.
    Owner,
    /// Whether a split of version 2 is stopped.
    Paused,
    /// The hash of what a split of version 1 pays to whom, asked of SplitMain.
    HashOf(Address),
    /// Who may change a split of version 1, asked of SplitMain.
    ControllerOf(Address),
}

impl View {
    /// What is sent.
    pub fn calldata(self) -> Bytes {
        match self {
            Self::Owners => getOwnersCall {}.abi_encode(),
            Self::Threshold => getThresholdCall {}.abi_encode(),
            Self::Modules => {
                let start = alloy::primitives::Address::with_last_byte(1);
                getModulesPaginatedCall { start, pageSize: U256::from(10) }.abi_encode()
            }
            Self::Nonce => nonceCall {}.abi_encode(),
            Self::SplitHash => splitHashCall {}.abi_encode(),
            Self::Owner => ownerCall {}.abi_encode(),
            Self::Paused => pausedCall {}.abi_encode(),
            Self::HashOf(split) => getHashCall { split: split.to_alloy() }.abi_encode(),
            Self::ControllerOf(split) => getControllerCall { split: split.to_alloy() }.abi_encode(),
        }
        .into()
    }
}

/// A list of addresses, as `getOwners` answers it; none where the answer is anything else.
pub fn addresses(answer: &[u8]) -> Option<Vec<Address>> {
    let list = Vec::<alloy::primitives::Address>::abi_decode_validate(answer).ok()?;
    Some(list.into_iter().map(Address::from).collect())
}

/// The modules that `getModulesPaginated` answers.
pub fn modules(answer: &[u8]) -> Option<Vec<Address>> {
    let page = getModulesPaginatedCall::abi_decode_returns_validate(answer).ok()?;
    Some(page.array.into_iter().map(Address::from).collect())
}

/// A word as an address: 12 zero bytes and the address.
pub fn address(word: B256) -> Option<Address> {
    let (zeros, address) = word.0.split_at(12);
    let bytes: [u8; 20] = address.try_into().ok()?;
    zeros.iter().all(|byte| *byte == 0).then(|| Address::from_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use alloy::primitives::{hex, keccak256};

    use super::*;

    #[test]
    fn views_have_the_selectors_of_their_signatures() {
        for (view, selector) in [
            (View::Owners, hex!("a0e67e2b")),
            (View::Threshold, hex!("e75235b8")),
            (View::Modules, hex!("cc2f8452")),
            (View::Nonce, hex!("affed0e0")),
            (View::Owner, hex!("8da5cb5b")),
            (View::Paused, hex!("5c975abb")),
        ] {
            assert_eq!(view.calldata()[..4], selector, "{view:?}");
        }
        assert_eq!(View::HashOf(Address::ZERO).calldata().len(), 36);
    }

    #[test]
    fn slots_are_the_hashes_of_their_names() {
        for (slot, name) in [
            (HANDLER_SLOT, "fallback_manager.handler.address"),
            (GUARD_SLOT, "guard_manager.guard.address"),
            (MODULE_GUARD_SLOT, "module_manager.module_guard.address"),
        ] {
            assert_eq!(slot, keccak256(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn answers_are_read_whole_or_not_at_all() {
        let owners = vec![Address::from_bytes([1; 20]), Address::from_bytes([2; 20])];
        let list: Vec<_> = owners.iter().map(|owner| owner.to_alloy()).collect();
        let answer = list.abi_encode();
        assert_eq!(addresses(&answer), Some(owners));
        assert_eq!(addresses(&answer[..answer.len() - 1]), None);
        assert_eq!(addresses(&[]), None);
        assert_eq!(
            address(B256::with_last_byte(7)),
            Some(Address::from_bytes(hex!("0000000000000000000000000000000000000007")))
        );
        assert_eq!(address(B256::repeat_byte(7)), None);
    }
}
