//! What can be chosen about a Safe, by the words that plans and the command line use.

use std::fmt::{self, Display};
use std::str::FromStr;

use alloy::sol_types::SolCall;
use serde::{Deserialize, Serialize};

use super::super::abi::{
    createChainSpecificProxyWithNonceCall, createChainSpecificProxyWithNonceL2Call, createProxyWithNonceCall,
    createProxyWithNonceL2Call,
};
use super::SafeError;
use crate::keys::Address;

/// The shape of the `setup` call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// What Safe{Wallet} deploys, with its payment receiver. From 1.4.1 on the L1 singleton everywhere and a call of
    /// SafeToL2Setup 1.4.1, which puts SafeL2 in its place on every chain but mainnet: one address on every chain.
    /// In 1.3.0 no call, and the singleton as in the other preset.
    Ui,
    /// No setup call, no payment receiver: Safe on mainnet, SafeL2 elsewhere (Safe's services follow a Safe outside
    /// mainnet by the events that only SafeL2 emits). Mainnet's address is another than the other chains'.
    Plain,
}

impl Display for Preset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ui => "ui",
            Self::Plain => "plain",
        })
    }
}

impl FromStr for Preset {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Ui, Self::Plain].into_iter().find(|preset| preset.to_string() == text).ok_or(())
    }
}

/// The code that the proxy begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Singleton {
    /// The preset's own.
    #[default]
    Preset,
    /// Safe, of the version.
    L1,
    /// SafeL2, of the version: it emits events for what it does.
    L2,
    /// A contract of the caller's choice, which nobody here has checked.
    Own(Address),
}

impl Display for Singleton {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Preset => f.write_str("preset"),
            Self::L1 => f.write_str("l1"),
            Self::L2 => f.write_str("l2"),
            Self::Own(address) => address.fmt(f),
        }
    }
}

/// Which contract answers what the Safe itself does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FallbackHandler {
    /// The CompatibilityFallbackHandler of the version.
    #[default]
    Default,
    /// None.
    None,
    /// A contract of the caller's choice, which nobody here has checked.
    Custom(Address),
}

impl Display for FallbackHandler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::None => f.write_str("none"),
            Self::Custom(address) => address.fmt(f),
        }
    }
}

/// The factory's function that is called (SafeProxyFactory.sol of 1.3.0, 1.4.1 and 1.5.0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// One address on every chain. What Safe{Wallet} calls.
    #[default]
    CreateProxyWithNonce,
    /// The chain id goes into the salt, from 1.4.1 on.
    CreateChainSpecificProxyWithNonce,
    /// As the first, with an event that repeats the initializer; 1.5.0.
    #[serde(rename = "create-proxy-with-nonce-l2")]
    CreateProxyWithNonceL2,
    /// As the second, with such an event; 1.5.0.
    #[serde(rename = "create-chain-specific-proxy-with-nonce-l2")]
    CreateChainSpecificProxyWithNonceL2,
}

impl Method {
    /// Every method whose address can be predicted.
    pub const ALL: [Self; 4] = [
        Self::CreateProxyWithNonce,
        Self::CreateChainSpecificProxyWithNonce,
        Self::CreateProxyWithNonceL2,
        Self::CreateChainSpecificProxyWithNonceL2,
    ];

    /// Reads its name.
    ///
    /// # Errors
    /// A factory's method whose address cannot be predicted or that runs foreign code, and what is none.
    pub fn read(text: &str) -> Result<Self, SafeError> {
        match text {
            "create-proxy" => Err(SafeError::MethodCounts),
            "create-proxy-with-callback" => Err(SafeError::MethodCallback),
            _ => Self::ALL
                .into_iter()
                .find(|method| method.to_string() == text)
                .ok_or_else(|| SafeError::MethodUnknown(text.to_owned())),
        }
    }

    /// Whether the factory of this version has it.
    pub(super) fn is_in(self, version: &str) -> bool {
        match self {
            Self::CreateProxyWithNonce => true,
            Self::CreateChainSpecificProxyWithNonce => version != "1.3.0",
            Self::CreateProxyWithNonceL2 | Self::CreateChainSpecificProxyWithNonceL2 => version == "1.5.0",
        }
    }

    /// Whether the chain id goes into the salt.
    pub fn is_chain_specific(self) -> bool {
        matches!(self, Self::CreateChainSpecificProxyWithNonce | Self::CreateChainSpecificProxyWithNonceL2)
    }

    /// The first four bytes of its calldata; the arguments are the same for all.
    pub(in crate::contracts) fn selector(self) -> [u8; 4] {
        match self {
            Self::CreateProxyWithNonce => createProxyWithNonceCall::SELECTOR,
            Self::CreateChainSpecificProxyWithNonce => createChainSpecificProxyWithNonceCall::SELECTOR,
            Self::CreateProxyWithNonceL2 => createProxyWithNonceL2Call::SELECTOR,
            Self::CreateChainSpecificProxyWithNonceL2 => createChainSpecificProxyWithNonceL2Call::SELECTOR,
        }
    }

    /// Its name in the contract's source.
    pub(in crate::contracts) fn solidity_name(self) -> &'static str {
        let signature = match self {
            Self::CreateProxyWithNonce => createProxyWithNonceCall::SIGNATURE,
            Self::CreateChainSpecificProxyWithNonce => createChainSpecificProxyWithNonceCall::SIGNATURE,
            Self::CreateProxyWithNonceL2 => createProxyWithNonceL2Call::SIGNATURE,
            Self::CreateChainSpecificProxyWithNonceL2 => createChainSpecificProxyWithNonceL2Call::SIGNATURE,
        };
        signature.split('(').next().unwrap_or(signature)
    }
}

impl Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CreateProxyWithNonce => "create-proxy-with-nonce",
            Self::CreateChainSpecificProxyWithNonce => "create-chain-specific-proxy-with-nonce",
            Self::CreateProxyWithNonceL2 => "create-proxy-with-nonce-l2",
            Self::CreateChainSpecificProxyWithNonceL2 => "create-chain-specific-proxy-with-nonce-l2",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_reads_back_from_its_word_in_text_and_json() {
        for method in Method::ALL {
            assert_eq!(Method::read(&method.to_string()), Ok(method));
            assert_eq!(serde_json::to_value(method).unwrap(), method.to_string());
        }
        assert_eq!(Method::read("create-proxy"), Err(SafeError::MethodCounts));
        assert_eq!(Method::read("create-proxy-with-callback"), Err(SafeError::MethodCallback));
        assert_eq!(Method::read("createProxy"), Err(SafeError::MethodUnknown("createProxy".to_owned())));
    }

    #[test]
    fn every_version_has_the_methods_of_its_source() {
        let of = |version| Method::ALL.into_iter().filter(|method| method.is_in(version)).count();
        assert_eq!([of("1.3.0"), of("1.4.1"), of("1.5.0")], [1, 2, 4]);
    }
}
