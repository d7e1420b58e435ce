//! Calldata read back into the call that it is, and into nothing else.

use alloy::sol_types::SolCall;

use super::abi::createProxyWithNonceCall;
use super::safe::Method;
use crate::text::Problem;

/// Why bytes are no calldata that we could show or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalldataError {
    /// No call of these contracts begins so.
    Selector,
    /// The arguments are not those of the call, or not encoded in the one standard way.
    Arguments,
    /// It goes to no factory that is known, or to one that has no such method.
    Factory,
    /// It makes something that no parameters of ours describe.
    Shape,
}

impl From<CalldataError> for Problem {
    fn from(error: CalldataError) -> Self {
        Self::finding(match error {
            CalldataError::Selector => "calldata-selector",
            CalldataError::Arguments => "calldata-arguments",
            CalldataError::Factory => "calldata-factory",
            CalldataError::Shape => "calldata-shape",
        })
    }
}

/// The first four bytes.
pub(super) fn selector(calldata: &[u8]) -> Option<[u8; 4]> {
    calldata.first_chunk().copied()
}

/// Decodes a call that encodes to exactly these bytes: ABI decoders alone accept other writings of the same values.
pub(super) fn exact<C: SolCall>(calldata: &[u8]) -> Result<C, CalldataError> {
    let call = C::abi_decode_validate(calldata).map_err(|_| CalldataError::Arguments)?;
    if call.abi_encode() == calldata { Ok(call) } else { Err(CalldataError::Arguments) }
}

/// The creation of a Safe's proxy, by any of the factory's methods: all take the same arguments.
pub(super) fn creation(calldata: &[u8]) -> Option<Result<(Method, createProxyWithNonceCall), CalldataError>> {
    let method = Method::ALL.into_iter().find(|method| Some(method.selector()) == selector(calldata))?;
    let common = [&createProxyWithNonceCall::SELECTOR[..], &calldata[4..]].concat();
    Some(exact(&common).map(|call| (method, call)))
}
