//! Methods whose arguments are all of fixed size: the administration of Safes and splits, and tokens.

use std::sync::LazyLock;

use alloy::primitives::{B256, U256, keccak256};

use super::super::CalldataError;
use super::Reading;
use crate::keys::Address;

/// As the contracts' sources declare them: Safe.sol, OwnerManager.sol, ModuleManager.sol, GuardManager.sol and
/// FallbackManager.sol of Safe; ERC-20; SplitWalletV2.sol, Ownable.sol and Pausable.sol of 0xSplits 2, SplitMain.sol of 1.
const DECLARED: [&str; 19] = [
    "addOwnerWithThreshold(address owner,uint256 _threshold)",
    "removeOwner(address prevOwner,address owner,uint256 _threshold)",
    "swapOwner(address prevOwner,address oldOwner,address newOwner)",
    "changeThreshold(uint256 _threshold)",
    "enableModule(address module)",
    "disableModule(address prevModule,address module)",
    "setGuard(address guard)",
    "setModuleGuard(address moduleGuard)",
    "setFallbackHandler(address handler)",
    "approveHash(bytes32 hashToApprove)",
    "transfer(address _to,uint256 _value)",
    "transferFrom(address _from,address _to,uint256 _value)",
    "approve(address _spender,uint256 _value)",
    "transferOwnership(address _owner)",
    "setPaused(bool _paused)",
    "transferControl(address split,address newController)",
    "cancelControlTransfer(address split)",
    "acceptControl(address split)",
    "makeSplitImmutable(address split)",
];

/// An argument that is one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Its name in the contract's source.
    pub name: &'static str,
    /// Its Solidity type: `address`, `uint256`, `bool` or `bytes32`.
    pub solidity_type: &'static str,
    /// The word.
    pub word: B256,
}

impl Argument {
    pub(super) fn address(name: &'static str, value: Address) -> Self {
        Self { name, solidity_type: "address", word: value.to_alloy().into_word() }
    }

    /// The argument as an address; of another type, its last 20 bytes.
    pub fn as_address(&self) -> Address {
        alloy::primitives::Address::from_word(self.word).into()
    }

    /// The argument as a number.
    pub fn as_number(&self) -> U256 {
        self.word.into()
    }

    /// As a person reads it.
    pub fn text(&self) -> String {
        match self.solidity_type {
            "address" => self.as_address().to_string(),
            "bool" => (!self.word.is_zero()).to_string(),
            "uint256" => self.as_number().to_string(),
            _ => self.word.to_string(),
        }
    }

    /// Whether the word is one that its type has.
    fn is_of_its_type(&self) -> bool {
        match self.solidity_type {
            "address" => self.word[..12].iter().all(|byte| *byte == 0),
            "bool" => self.as_number() <= U256::from(1),
            _ => true,
        }
    }
}

struct Method {
    selector: [u8; 4],
    name: &'static str,
    parameters: Vec<(&'static str, &'static str)>,
}

static METHODS: LazyLock<Vec<Method>> = LazyLock::new(|| DECLARED.into_iter().map(Method::of).collect());

impl Method {
    fn of(declared: &'static str) -> Self {
        let (name, parameters) = declared.split_once('(').unwrap_or((declared, ""));
        let parameters: Vec<_> =
            parameters.trim_end_matches(')').split(',').filter_map(|one| one.split_once(' ')).collect();
        let types: Vec<_> = parameters.iter().map(|(solidity_type, _)| *solidity_type).collect();
        let hash = keccak256(format!("{name}({})", types.join(",")));
        Self { selector: [hash[0], hash[1], hash[2], hash[3]], name, parameters }
    }

    fn read(&self, words: &[u8]) -> Result<Reading, CalldataError> {
        let (words, rest) = words.as_chunks::<32>();
        if words.len() != self.parameters.len() || !rest.is_empty() {
            return Err(CalldataError::Arguments);
        }
        let arguments: Vec<_> = self
            .parameters
            .iter()
            .zip(words)
            .map(|((solidity_type, name), word)| Argument { name, solidity_type, word: B256::from(*word) })
            .collect();
        match arguments.iter().all(Argument::is_of_its_type) {
            true => Ok(Reading::Method { name: self.name, arguments }),
            false => Err(CalldataError::Arguments),
        }
    }
}

/// Reads a call of one of these methods; none where it is another.
pub(super) fn read(selector: [u8; 4], data: &[u8]) -> Option<Result<Reading, CalldataError>> {
    let method = METHODS.iter().find(|method| method.selector == selector)?;
    Some(method.read(&data[4..]))
}

/// The selector of one of these methods.
#[cfg(test)]
pub(super) fn selector_of(name: &str) -> Option<[u8; 4]> {
    METHODS.iter().find(|method| method.name == name).map(|method| method.selector)
}
