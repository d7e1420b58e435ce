//! The calls we encode and decode, as the contracts' sources declare them (argument names included: the table shows them).

use alloy::sol;

sol! {
    // SafeProxyFactory 1.4.1.
    function createProxyWithNonce(address _singleton, bytes initializer, uint256 saltNonce) external returns (address proxy);

    // Safe 1.4.1.
    function setup(
        address[] _owners, uint256 _threshold, address to, bytes data, address fallbackHandler,
        address paymentToken, uint256 payment, address paymentReceiver
    ) external;

    // SafeToL2Setup 1.4.1.
    function setupToL2(address l2Singleton) external;

    // SplitV2.sol.
    struct Split {
        address[] recipients;
        uint256[] allocations;
        uint256 totalAllocation;
        uint16 distributionIncentive;
    }

    // SplitFactoryV2 2.2.
    function createSplitDeterministic(Split _splitParams, address _owner, address _creator, bytes32 _salt)
        external returns (address split);
    function createSplit(Split _splitParams, address _owner, address _creator) external returns (address split);
}

#[cfg(test)]
mod tests {
    use alloy::primitives::hex;
    use alloy::sol_types::SolCall;

    use super::*;

    #[test]
    fn selectors_are_those_seen_on_chain() {
        assert_eq!(createProxyWithNonceCall::SELECTOR, hex!("1688f0b9"));
        assert_eq!(setupCall::SELECTOR, hex!("b63e800d"));
        assert_eq!(setupToL2Call::SELECTOR, hex!("fe51f643"));
        assert_eq!(createSplitDeterministicCall::SELECTOR, hex!("f79918b0"));
        assert_eq!(createSplitCall::SELECTOR, hex!("2556fa39"));
    }
}
