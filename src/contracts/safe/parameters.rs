//! What a team decides about a Safe, and the deployment that comes of it.

use std::collections::BTreeSet;
use std::fmt::{self, Display};
use std::str::FromStr;

use alloy::primitives::{Bytes, U256};
use alloy::sol_types::SolCall;

use super::super::abi::{setupCall, setupToL2Call};
use super::super::registry::{self, SafeSet, known_name};
use super::super::{Deployed, Transaction};
use super::{SENTINEL, SafeDeployment, SafeError, create_proxy, create2_salt, init_code_hash};
use crate::keys::Address;

/// The shape of the `setup` call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// What Safe{Wallet} deploys: the L1 singleton everywhere and a call of SafeToL2Setup, which puts SafeL2 in its
    /// place on every chain but mainnet; its payment receiver. One address on every chain.
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
        match text {
            "ui" => Ok(Self::Ui),
            "plain" => Ok(Self::Plain),
            _ => Err(()),
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

/// Everything that decides a Safe's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeParameters {
    /// Version of the contracts: `1.4.1`.
    pub version: String,
    /// EIP-155 chain id.
    pub chain_id: u64,
    /// The owners, in the order of the initializer.
    pub owners: Vec<Address>,
    /// How many of them must sign.
    pub threshold: u32,
    /// The shape of the `setup` call.
    pub preset: Preset,
    /// Which contract answers what the Safe itself does not.
    pub fallback_handler: FallbackHandler,
    /// Distinguishes Safes of equal owners.
    pub salt_nonce: U256,
}

impl SafeParameters {
    /// The calldata and the address that come of these parameters.
    ///
    /// # Errors
    /// Where no deployment is known, and for whatever the contract would revert on.
    pub fn deployment(&self) -> Result<SafeDeployment, SafeError> {
        let set = registry::safe(&self.version, self.chain_id).map_err(|why| SafeError::NotKnown {
            version: self.version.clone(),
            chain_id: self.chain_id,
            why,
        })?;
        self.check_threshold()?;
        self.check_owners()?;
        let deployment = self.deploy(set);
        match self.owners.contains(&deployment.address) {
            true => Err(SafeError::OwnerIsSafe(deployment.address)),
            false => Ok(deployment),
        }
    }

    fn check_threshold(&self) -> Result<(), SafeError> {
        let (threshold, owners) = (self.threshold, self.owners.len());
        if owners == 0 {
            return Err(SafeError::NoOwners);
        }
        if threshold == 0 {
            return Err(SafeError::ThresholdZero);
        }
        if usize::try_from(threshold).is_ok_and(|wanted| wanted <= owners) {
            Ok(())
        } else {
            Err(SafeError::ThresholdAboveOwners { threshold, owners })
        }
    }

    fn check_owners(&self) -> Result<(), SafeError> {
        let mut seen = BTreeSet::new();
        for (i, &owner) in self.owners.iter().enumerate() {
            if owner == Address::ZERO {
                return Err(SafeError::OwnerZero(i + 1));
            }
            if owner == SENTINEL {
                return Err(SafeError::OwnerSentinel(i + 1));
            }
            if !seen.insert(owner) {
                return Err(SafeError::OwnerTwice { owner, adjacent: self.owners[i - 1] == owner });
            }
            if let Some(name) = self.contract_name(owner) {
                return Err(SafeError::OwnerIsContract { owner, name });
            }
        }
        Ok(())
    }

    /// The name of a contract that cannot own anything.
    fn contract_name(&self, owner: Address) -> Option<&'static str> {
        let handler = self.fallback_handler == FallbackHandler::Custom(owner);
        known_name(owner).or(handler.then_some("fallbackHandler"))
    }

    fn deploy(&self, set: &SafeSet) -> SafeDeployment {
        let singleton = self.singleton(set).address;
        let fallback_handler = match self.fallback_handler {
            FallbackHandler::Default => set.fallback_handler.address,
            FallbackHandler::None => Address::ZERO,
            FallbackHandler::Custom(address) => address,
        };
        let (setup_to, setup_data, payment_receiver) = match self.preset {
            Preset::Ui => (set.to_l2_setup.address, to_l2(set), set.payment_receiver),
            Preset::Plain => (Address::ZERO, Bytes::new(), Address::ZERO),
        };
        let initializer = Bytes::from(
            setupCall {
                _owners: self.owners.iter().map(|owner| owner.to_alloy()).collect(),
                _threshold: U256::from(self.threshold),
                to: setup_to.to_alloy(),
                data: setup_data.clone(),
                fallbackHandler: fallback_handler.to_alloy(),
                paymentToken: Address::ZERO.to_alloy(),
                payment: U256::ZERO,
                paymentReceiver: payment_receiver.to_alloy(),
            }
            .abi_encode(),
        );
        let factory = set.factory.address;
        let salt = create2_salt(&initializer, self.salt_nonce);
        let init_code_hash = init_code_hash(set, singleton);
        SafeDeployment {
            version: self.version.clone(),
            chain_id: self.chain_id,
            factory,
            singleton,
            fallback_handler,
            setup_to,
            setup_data,
            payment_receiver,
            owners: self.owners.clone(),
            threshold: self.threshold,
            salt_nonce: self.salt_nonce,
            salt,
            init_code_hash,
            address: Address::create2(factory, salt.0, init_code_hash.0),
            tx: Transaction::call(factory, create_proxy(singleton, initializer.clone(), self.salt_nonce)),
            initializer,
        }
    }

    /// Whether the proxy begins with SafeL2.
    pub fn uses_l2_singleton(&self) -> bool {
        self.preset == Preset::Plain && self.chain_id != 1
    }

    fn singleton<'a>(&self, set: &'a SafeSet) -> &'a Deployed {
        if self.uses_l2_singleton() { &set.singleton_l2 } else { &set.singleton_l1 }
    }
}

/// Calldata of `setupToL2`, which puts SafeL2 in place of the singleton where the chain is not mainnet.
fn to_l2(set: &SafeSet) -> Bytes {
    setupToL2Call { l2Singleton: set.singleton_l2.address.to_alloy() }.abi_encode().into()
}
