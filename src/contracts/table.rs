//! Calldata decoded into lines that a person can check, one argument a line.

use alloy::primitives::U256;
use alloy::sol_types::SolCall;
use serde::Serialize;

use super::abi::{
    Split, createProxyWithNonceCall, createSplitCall, createSplitDeterministicCall, main, setupCall,
    setupToL2Call,
};
use super::calldata::{CalldataError, creation, exact, selector};
use super::safe::Method;
use crate::keys::Address;
#[cfg(test)]
use crate::text::form;

/// One line of decoded calldata.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Row {
    /// How deep it is nested; 0 is the call itself.
    pub depth: u8,
    /// Name of the function or argument as in the contract's source; `[i]` for an element of an array.
    #[cfg_attr(test, schemars(with = "form::Printable"))]
    pub name: String,
    /// Solidity type; `function` for a call.
    #[serde(rename = "type")]
    #[cfg_attr(test, schemars(with = "form::Printable"))]
    pub solidity_type: &'static str,
    /// The selector of a call, an address with checksum, a number in decimal, bytes in hex; `n items` or `n bytes` of
    /// something whose parts are the deeper lines that follow.
    #[cfg_attr(test, schemars(with = "form::Ascii"))]
    pub value: String,
}

/// Decodes the calldata of a deployment: a factory's method for Safes, `createSplitDeterministic` or `createSplit`.
/// Every byte is accounted for: what is decoded must encode to the same bytes again.
///
/// # Errors
/// When it is another call, or not in standard ABI encoding.
pub fn decode(calldata: &[u8]) -> Result<Vec<Row>, CalldataError> {
    let mut table = Table::default();
    if let Some(found) = creation(calldata) {
        let (method, call) = found?;
        table.create_proxy(method, &call)?;
        return Ok(table.0);
    }
    match selector(calldata) {
        Some(createSplitDeterministicCall::SELECTOR) => {
            let call: createSplitDeterministicCall = exact(calldata)?;
            table.call::<createSplitDeterministicCall>(0);
            table.split(1, "_splitParams", &call._splitParams);
            table.address(1, "_owner", call._owner);
            table.address(1, "_creator", call._creator);
            table.push(1, "_salt", "bytes32", hex_of(call._salt));
        }
        Some(createSplitCall::SELECTOR) => {
            let call: createSplitCall = exact(calldata)?;
            table.call::<createSplitCall>(0);
            table.split(1, "_splitParams", &call._splitParams);
            table.address(1, "_owner", call._owner);
            table.address(1, "_creator", call._creator);
        }
        Some(main::createSplitCall::SELECTOR) => {
            let call: main::createSplitCall = exact(calldata)?;
            table.call::<main::createSplitCall>(0);
            table.addresses(1, "accounts", &call.accounts);
            table.push(
                1,
                "percentAllocations",
                "uint32[]",
                format!("{} items", call.percentAllocations.len()),
            );
            for (i, share) in call.percentAllocations.iter().enumerate() {
                table.push(2, format!("[{i}]"), "uint32", share.to_string());
            }
            table.push(1, "distributorFee", "uint32", call.distributorFee.to_string());
            table.address(1, "controller", call.controller);
        }
        _ => return Err(CalldataError::Selector),
    }
    Ok(table.0)
}

fn hex_of(bytes: impl AsRef<[u8]>) -> String {
    format!("0x{}", hex::encode(bytes))
}

/// Lines as they are made.
#[derive(Default)]
pub(super) struct Table(pub(super) Vec<Row>);

impl Table {
    pub(super) fn push(
        &mut self,
        depth: u8,
        name: impl Into<String>,
        solidity_type: &'static str,
        value: String,
    ) {
        self.0.push(Row { depth, name: name.into(), solidity_type, value });
    }

    fn call<C: SolCall>(&mut self, depth: u8) {
        let name = C::SIGNATURE.split('(').next().unwrap_or(C::SIGNATURE);
        self.push(depth, name, "function", hex_of(C::SELECTOR));
    }

    pub(super) fn address(&mut self, depth: u8, name: impl Into<String>, value: alloy::primitives::Address) {
        self.push(depth, name, "address", Address::from(value).to_string());
    }

    pub(super) fn number(&mut self, depth: u8, name: impl Into<String>, value: U256) {
        self.push(depth, name, "uint256", value.to_string());
    }

    fn addresses(&mut self, depth: u8, name: &str, values: &[alloy::primitives::Address]) {
        self.push(depth, name, "address[]", format!("{} items", values.len()));
        for (i, value) in values.iter().enumerate() {
            self.address(depth + 1, format!("[{i}]"), *value);
        }
    }

    fn create_proxy(&mut self, method: Method, call: &createProxyWithNonceCall) -> Result<(), CalldataError> {
        self.push(0, method.solidity_name(), "function", hex_of(method.selector()));
        self.address(1, "_singleton", call._singleton);
        if selector(&call.initializer) == Some(setupCall::SELECTOR) {
            self.push(1, "initializer", "bytes", format!("{} bytes", call.initializer.len()));
            self.setup(&exact(&call.initializer)?)?;
        } else {
            self.push(1, "initializer", "bytes", hex_of(&call.initializer));
        }
        self.number(1, "saltNonce", call.saltNonce);
        Ok(())
    }

    fn setup(&mut self, call: &setupCall) -> Result<(), CalldataError> {
        self.call::<setupCall>(2);
        self.addresses(3, "_owners", &call._owners);
        self.number(3, "_threshold", call._threshold);
        self.address(3, "to", call.to);
        if selector(&call.data) == Some(setupToL2Call::SELECTOR) {
            self.push(3, "data", "bytes", format!("{} bytes", call.data.len()));
            let inner: setupToL2Call = exact(&call.data)?;
            self.call::<setupToL2Call>(4);
            self.address(5, "l2Singleton", inner.l2Singleton);
        } else {
            self.push(3, "data", "bytes", hex_of(&call.data));
        }
        self.address(3, "fallbackHandler", call.fallbackHandler);
        self.address(3, "paymentToken", call.paymentToken);
        self.number(3, "payment", call.payment);
        self.address(3, "paymentReceiver", call.paymentReceiver);
        Ok(())
    }

    pub(super) fn split(&mut self, depth: u8, name: &'static str, split: &Split) {
        self.push(depth, name, "(address[],uint256[],uint256,uint16)", "4 items".to_owned());
        self.addresses(depth + 1, "recipients", &split.recipients);
        self.push(depth + 1, "allocations", "uint256[]", format!("{} items", split.allocations.len()));
        for (i, share) in split.allocations.iter().enumerate() {
            self.number(depth + 2, format!("[{i}]"), *share);
        }
        self.number(depth + 1, "totalAllocation", split.totalAllocation);
        self.push(depth + 1, "distributionIncentive", "uint16", split.distributionIncentive.to_string());
    }
}
