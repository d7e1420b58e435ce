//! The parameters of a Safe read back from the transaction that deploys it.

use super::super::Transaction;
use super::super::abi::{createProxyWithNonceCall, setupCall};
use super::super::calldata::{CalldataError, creation, exact};
use super::super::registry::{SafeSet, safe_of_factory};
use super::{FallbackHandler, Method, Preset, SafeParameters, Singleton};
use crate::keys::Address;

impl SafeParameters {
    /// Reads what [`Self::deployment`] wrote: the same parameters give the same transaction again. The singleton is
    /// named after the preset where it is the preset's own.
    ///
    /// # Errors
    /// It is no creation of a Safe by a known factory, or of one that no preset makes.
    pub fn read(tx: &Transaction, chain_id: u64) -> Result<Self, CalldataError> {
        let set = safe_of_factory(tx.to).ok_or(CalldataError::Factory)?;
        let (method, call) = creation(&tx.data).ok_or(CalldataError::Selector)??;
        if !method.is_in(&set.version) {
            return Err(CalldataError::Factory);
        }
        let setup: setupCall = exact(&call.initializer)?;
        [Preset::Ui, Preset::Plain]
            .into_iter()
            .map(|preset| shaped(preset, set, method, &call, &setup, chain_id))
            .find(|found| found.deployment().is_ok_and(|it| it.tx == *tx))
            .ok_or(CalldataError::Shape)
    }
}

/// What the call says, taken as of this preset.
fn shaped(
    preset: Preset,
    set: &SafeSet,
    method: Method,
    call: &createProxyWithNonceCall,
    setup: &setupCall,
    chain_id: u64,
) -> SafeParameters {
    let mut found = SafeParameters {
        version: set.version.clone(),
        deployment: set.set,
        chain_id,
        owners: setup._owners.iter().map(|owner| Address::from(*owner)).collect(),
        threshold: u32::try_from(setup._threshold).unwrap_or(u32::MAX),
        preset,
        singleton: Singleton::Preset,
        fallback_handler: FallbackHandler::None,
        salt_nonce: call.saltNonce,
        method,
    };
    let singleton = Address::from(call._singleton);
    let names = [
        (found.preset_singleton(set), Singleton::Preset),
        (set.singleton_l1.address, Singleton::L1),
        (set.singleton_l2.address, Singleton::L2),
    ];
    let name = names.into_iter().find(|(address, _)| *address == singleton);
    found.singleton = name.map_or(Singleton::Own(singleton), |(_, name)| name);
    found.fallback_handler = match Address::from(setup.fallbackHandler) {
        handler if handler == Address::ZERO => FallbackHandler::None,
        handler if handler == set.fallback_handler.address => FallbackHandler::Default,
        handler => FallbackHandler::Custom(handler),
    };
    found
}
