//! Why a Safe cannot be deployed with these parameters.

use super::super::{DeploymentSet, Unknown};
use super::{MOST_OWNERS, Method};
use crate::keys::Address;
use crate::text::Problem;

/// Why a Safe cannot be deployed with these parameters. The codes are those that Safe 1.3.0 to 1.5.0 revert with
/// (docs/error_codes.md of its source); the factories of 1.3.0 and 1.4.1 swallow them, so they are worth knowing before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SafeError {
    /// No such deployment is known.
    NotKnown {
        /// The version asked for.
        version: String,
        /// The chain asked for.
        chain_id: u64,
        /// Why.
        why: Unknown,
    },
    /// Nobody owns it.
    NoOwners,
    /// More owners than one transaction can set up; holds how many.
    TooManyOwners(usize),
    /// Threshold zero (GS202).
    ThresholdZero,
    /// More signatures wanted than there are owners (GS201).
    ThresholdAboveOwners {
        /// Signatures wanted.
        threshold: u32,
        /// Owners there are.
        owners: usize,
    },
    /// The zero address owns it (GS203); holds the owner's position, from 1.
    OwnerZero(usize),
    /// The address 0x…01, with which a Safe begins and ends its list, owns it (GS203); holds the owner's position, from 1.
    OwnerSentinel(usize),
    /// An owner stands twice.
    OwnerTwice {
        /// The owner.
        owner: Address,
        /// Whether one stands right behind the other: GS203 then, GS204 otherwise.
        adjacent: bool,
    },
    /// An owner is a contract of Safe or 0xSplits, which can sign nothing.
    OwnerIsContract {
        /// The owner.
        owner: Address,
        /// The contract's name.
        name: &'static str,
    },
    /// An owner is the Safe itself (GS203).
    OwnerIsSafe(Address),
    /// A contract that is no fallback handler.
    HandlerUnusable {
        /// The handler.
        handler: Address,
        /// The contract's name.
        name: &'static str,
    },
    /// The singleton is no contract that a proxy could run.
    SingletonUnusable {
        /// The singleton asked for.
        singleton: Address,
        /// What it is.
        name: &'static str,
    },
    /// Safe{Wallet} takes another set of addresses.
    UiSet(DeploymentSet),
    /// Safe{Wallet} takes another singleton; holds the one asked for and its own.
    UiSingleton(Address, Address),
    /// Safe{Wallet} calls another method.
    UiMethod(Method),
    /// The factory of this version has no such method.
    MethodNotIn {
        /// The method asked for.
        method: Method,
        /// The version asked for.
        version: String,
    },
    /// `createProxy`: CREATE by the factory's nonce.
    MethodCounts,
    /// `createProxyWithCallback`: runs a contract of the caller's choice.
    MethodCallback,
    /// No factory has such a method.
    MethodUnknown(String),
}

impl From<SafeError> for Problem {
    fn from(error: SafeError) -> Self {
        match error {
            SafeError::NotKnown { version, chain_id, why } => why.problem("Safe", &version, chain_id),
            SafeError::NoOwners => Self::unusable("safe-no-owners"),
            SafeError::TooManyOwners(owners) => {
                Self::unusable("safe-too-many-owners").with("owners", owners).with("most", MOST_OWNERS)
            }
            SafeError::ThresholdZero => Self::unusable("safe-threshold-zero"),
            SafeError::ThresholdAboveOwners { threshold, owners } => {
                Self::unusable("safe-threshold-above-owners")
                    .with("threshold", threshold)
                    .with("owners", owners)
            }
            SafeError::OwnerZero(position) => Self::unusable("safe-owner-zero").with("position", position),
            SafeError::OwnerSentinel(position) => {
                Self::unusable("safe-owner-sentinel").with("position", position)
            }
            SafeError::OwnerTwice { owner, adjacent } => Self::unusable("safe-owner-twice")
                .with("owner", owner)
                .with("code", if adjacent { "GS203" } else { "GS204" }),
            SafeError::OwnerIsContract { owner, name } => {
                Self::unusable("safe-owner-is-contract").with("owner", owner).with("name", name)
            }
            SafeError::OwnerIsSafe(owner) => Self::unusable("safe-owner-is-safe").with("owner", owner),
            SafeError::SingletonUnusable { singleton, name } => {
                Self::unusable("safe-singleton-unusable").with("singleton", singleton).with("name", name)
            }
            SafeError::HandlerUnusable { handler, name } => {
                Self::unusable("safe-handler-unusable").with("handler", handler).with("name", name)
            }
            SafeError::UiSet(set) => Self::unusable("safe-ui-set").with("set", set),
            SafeError::UiSingleton(singleton, own) => {
                Self::unusable("safe-ui-singleton").with("singleton", singleton).with("own", own)
            }
            SafeError::UiMethod(method) => Self::unusable("safe-ui-method").with("method", method),
            SafeError::MethodNotIn { method, version } => {
                Self::unusable("safe-method-not-in").with("method", method).with("version", version)
            }
            SafeError::MethodCounts => Self::unusable("safe-method-counts"),
            SafeError::MethodCallback => Self::unusable("safe-method-callback"),
            SafeError::MethodUnknown(text) => Self::unusable("safe-method-unknown")
                .with("text", text)
                .with("known", Method::ALL.map(|method| method.to_string()).join(", ")),
        }
    }
}
