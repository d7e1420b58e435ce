//! Addresses as links that wallets open: EIP-681.

use crate::keys::Address;

/// `ethereum:ADDRESS@CHAIN`: a payment to this address on this chain (decimal), of an amount that the payer says. The address
/// has its EIP-55 checksum, which wallets check.
pub fn payment(address: &Address, chain_id: u64) -> String {
    format!("ethereum:{address}@{chain_id}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// EIP-681's grammar as far as such links go: `"ethereum:" ["pay-"] target_address ["@" chain_id]`, nothing after it.
    fn read(link: &str) -> Option<(Address, Option<u64>)> {
        let rest = link.strip_prefix("ethereum:")?;
        let rest = rest.strip_prefix("pay-").unwrap_or(rest);
        let (target, chain) = match rest.split_once('@') {
            Some((target, chain)) => (target, Some(chain)),
            None => (rest, None),
        };
        let digits = |text: &&str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let chain = match chain {
            Some(chain) => Some(Some(chain).filter(digits)?.parse().ok()?),
            None => None,
        };
        Some((target.parse().ok()?, chain))
    }

    #[test]
    fn it_is_the_link_of_the_standard() {
        let address: Address = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359".parse().unwrap();
        assert_eq!(payment(&address, 1), "ethereum:0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359@1");
    }

    proptest! {
        #[test]
        fn it_is_read_by_the_grammar(bytes: [u8; 20], chain: u64) {
            let address = Address::from_bytes(bytes);
            prop_assert_eq!(read(&payment(&address, chain)), Some((address, Some(chain))));
        }
    }
}
