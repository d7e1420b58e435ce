//! What a team decides about a Safe, and the deployment that comes of it.

use alloy::primitives::{Bytes, U256};
use alloy::sol_types::SolCall;

use super::super::abi::{setupCall, setupToL2Call};
use super::super::registry::{SafeSet, known_name, ui_to_l2_setup};
use super::super::{CHAINS, Chain, DeploymentSet, Transaction};
use super::{
    FallbackHandler, Method, Preset, SENTINEL, SafeDeployment, SafeError, Singleton, create_proxy,
    create2_salt, find, init_code_hash, owners,
};
use crate::keys::Address;

/// Everything that decides a Safe's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeParameters {
    /// Version of the contracts: `1.4.1`.
    pub version: String,
    /// Which set of addresses.
    pub deployment: DeploymentSet,
    /// EIP-155 chain id.
    pub chain_id: u64,
    /// The owners, in the order of the initializer.
    pub owners: Vec<Address>,
    /// How many of them must sign.
    pub threshold: u32,
    /// The shape of the `setup` call.
    pub preset: Preset,
    /// The code that the proxy begins with.
    pub singleton: Singleton,
    /// Which contract answers what the Safe itself does not.
    pub fallback_handler: FallbackHandler,
    /// Distinguishes Safes of equal owners.
    pub salt_nonce: U256,
    /// The factory's method.
    pub method: Method,
}

impl SafeParameters {
    /// The calldata and the address that come of these parameters.
    ///
    /// # Errors
    /// Where no deployment is known, for whatever the contract would revert on, and for more than
    /// [`MOST_OWNERS`](super::MOST_OWNERS).
    pub fn deployment(&self) -> Result<SafeDeployment, SafeError> {
        let set = find(&self.version, self.deployment, self.chain_id)?;
        self.check_choices(set)?;
        self.check_owners()?;
        let deployment = self.deploy(set);
        match self.owners.contains(&deployment.address) {
            true => Err(SafeError::OwnerIsSafe(deployment.address)),
            false => Ok(deployment),
        }
    }

    /// The chains on which these very parameters give the same address, this one among them, in the order of [`CHAINS`].
    ///
    /// # Errors
    /// As [`Self::deployment`].
    pub fn same_address_chains(&self) -> Result<Vec<Chain>, SafeError> {
        let address = self.deployment()?.address;
        let same = |chain: &Chain| {
            let there = Self { chain_id: chain.id, ..self.clone() };
            there.deployment().is_ok_and(|deployment| deployment.address == address)
        };
        Ok(CHAINS.into_iter().filter(same).collect())
    }

    /// Choices that do not exist, or that are not what the preset says.
    fn check_choices(&self, set: &SafeSet) -> Result<(), SafeError> {
        if !self.method.is_in(&self.version) {
            return Err(SafeError::MethodNotIn { method: self.method, version: self.version.clone() });
        }
        let singleton = self.singleton(set);
        let own = self.preset_singleton(set);
        let runs = |name: &str| ["Safe", "SafeL2", "GnosisSafe", "GnosisSafeL2"].contains(&name);
        let known = if singleton == Address::ZERO { Some("address 0") } else { known_name(singleton) };
        if let Some(name) = known.filter(|name| !name.split(' ').next().is_some_and(runs)) {
            return Err(SafeError::SingletonUnusable { singleton, name });
        }
        if let FallbackHandler::Custom(handler) = self.fallback_handler {
            check_handler(handler)?;
        }
        match self.preset {
            Preset::Plain => Ok(()),
            Preset::Ui if self.deployment != DeploymentSet::Canonical => {
                Err(SafeError::UiSet(self.deployment))
            }
            Preset::Ui if singleton != own => Err(SafeError::UiSingleton(singleton, own)),
            Preset::Ui if self.method != Method::CreateProxyWithNonce => {
                Err(SafeError::UiMethod(self.method))
            }
            Preset::Ui => Ok(()),
        }
    }

    fn check_owners(&self) -> Result<(), SafeError> {
        owners::check(&self.owners, self.threshold)?;
        let contract = self.owners.iter().find_map(|&owner| Some((owner, self.contract_name(owner)?)));
        contract.map_or(Ok(()), |(owner, name)| Err(SafeError::OwnerIsContract { owner, name }))
    }

    /// The name of a contract that cannot own anything.
    fn contract_name(&self, owner: Address) -> Option<&'static str> {
        let handler = self.fallback_handler == FallbackHandler::Custom(owner);
        let singleton = self.singleton == Singleton::Own(owner);
        known_name(owner).or(handler.then_some("fallbackHandler")).or(singleton.then_some("singleton"))
    }

    fn deploy(&self, set: &SafeSet) -> SafeDeployment {
        let singleton = self.singleton(set);
        let fallback_handler = match self.fallback_handler {
            FallbackHandler::Default => set.fallback_handler.address,
            FallbackHandler::None => Address::ZERO,
            FallbackHandler::Custom(address) => address,
        };
        let (setup_to, setup_data) = self.setup_call(set);
        let payment_receiver = match self.preset {
            Preset::Ui => set.payment_receiver,
            Preset::Plain => Address::ZERO,
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
        let salt = create2_salt(self.method, &initializer, self.salt_nonce, self.chain_id);
        let init_code_hash = init_code_hash(set, singleton);
        SafeDeployment {
            version: self.version.clone(),
            deployment: self.deployment,
            method: self.method,
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
            tx: Transaction::call(
                factory,
                create_proxy(self.method, singleton, initializer.clone(), self.salt_nonce),
            ),
            initializer,
        }
    }

    /// What `setup` calls, and with what: nothing, or from 1.4.1 on what Safe{Wallet} does.
    pub(super) fn setup_call(&self, set: &SafeSet) -> (Address, Bytes) {
        if self.preset == Preset::Ui && self.version != "1.3.0" {
            (ui_to_l2_setup().address, to_l2(set))
        } else {
            (Address::ZERO, Bytes::new())
        }
    }

    fn singleton(&self, set: &SafeSet) -> Address {
        match self.singleton {
            Singleton::Preset => self.preset_singleton(set),
            Singleton::L1 => set.singleton_l1.address,
            Singleton::L2 => set.singleton_l2.address,
            Singleton::Own(address) => address,
        }
    }

    pub(super) fn preset_singleton(&self, set: &SafeSet) -> Address {
        let moves_itself = self.preset == Preset::Ui && self.version != "1.3.0";
        if moves_itself || self.chain_id == 1 { set.singleton_l1.address } else { set.singleton_l2.address }
    }
}

/// A handler is called with the Safe as its caller: one that moves what its caller holds, as the warehouse of 0xSplits or
/// a token does, would let anyone take it from the Safe.
fn check_handler(handler: Address) -> Result<(), SafeError> {
    let known = match handler {
        _ if handler == Address::ZERO => Some("address 0"),
        _ if handler == SENTINEL => Some("address 1"),
        other => known_name(other),
    };
    let handles = |name: &str| name.split(' ').next().is_some_and(|first| first.ends_with("Handler"));
    match known.filter(|name| !handles(name)) {
        Some(name) => Err(SafeError::HandlerUnusable { handler, name }),
        None => Ok(()),
    }
}

/// Calldata of `setupToL2`, which puts SafeL2 in place of the singleton where the chain is not mainnet.
fn to_l2(set: &SafeSet) -> Bytes {
    setupToL2Call { l2Singleton: set.singleton_l2.address.to_alloy() }.abi_encode().into()
}
