//! Payments: ether, or a token of ERC-20.

use alloy::primitives::U256;
use alloy::sol_types::SolCall;

use super::{Transaction, abi};
use crate::keys::Address;

/// What 0xSplits calls ether where a token's address is asked for.
pub const NATIVE_TOKEN: Address = Address::from_bytes([0xee; 20]);

/// Sends an amount in the smallest unit: of a token by its contract, or of ether.
pub fn pay(to: Address, amount: U256, token: Option<Address>) -> Transaction {
    match token {
        None => Transaction { to, value: amount, data: Vec::new().into() },
        Some(token) => Transaction::call(token, abi::transferCall { to: to.to_alloy(), amount }.abi_encode()),
    }
}

#[cfg(test)]
mod tests {
    use alloy::primitives::hex;

    use super::*;

    #[test]
    fn ether_goes_with_the_call_and_tokens_in_it() {
        let (to, token) = (Address::from_bytes([1; 20]), Address::from_bytes([2; 20]));
        let ether = pay(to, U256::from(7), None);
        assert_eq!((ether.to, ether.value, ether.data.len()), (to, U256::from(7), 0));
        let tokens = pay(to, U256::from(7), Some(token));
        assert_eq!((tokens.to, tokens.value), (token, U256::ZERO));
        // ERC-20: transfer(address,uint256).
        assert_eq!(tokens.data[..4], hex!("a9059cbb"));
        assert_eq!(tokens.data.len(), 68);
        assert_eq!((tokens.data[35], tokens.data[67]), (1, 7));
    }

    #[test]
    fn ether_has_an_address_in_0xsplits() {
        assert_eq!(NATIVE_TOKEN.to_string(), "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE");
    }
}
