//! The calls we encode and decode, as the contracts' sources declare them (argument names included: the table shows them).

use alloy::sol;

sol! {
    // SafeProxyFactory 1.3.0 to 1.5.0; the second from 1.4.1 on, the others 1.5.0.
    function createProxyWithNonce(address _singleton, bytes initializer, uint256 saltNonce) external returns (address proxy);
    function createChainSpecificProxyWithNonce(address _singleton, bytes initializer, uint256 saltNonce)
        external returns (address proxy);
    function createProxyWithNonceL2(address _singleton, bytes initializer, uint256 saltNonce) external returns (address proxy);
    function createChainSpecificProxyWithNonceL2(address _singleton, bytes initializer, uint256 saltNonce)
        external returns (address proxy);

    // Safe 1.3.0 to 1.5.0.
    function setup(
        address[] _owners, uint256 _threshold, address to, bytes data, address fallbackHandler,
        address paymentToken, uint256 payment, address paymentReceiver
    ) external;

    // Safe.sol, what EIP-712 calls its message.
    struct SafeTx {
        address to;
        uint256 value;
        bytes data;
        uint8 operation;
        uint256 safeTxGas;
        uint256 baseGas;
        uint256 gasPrice;
        address gasToken;
        address refundReceiver;
        uint256 nonce;
    }

    // Safe.sol and OwnerManager.sol 1.3.0 to 1.5.0.
    function execTransaction(
        address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice,
        address gasToken, address refundReceiver, bytes signatures
    ) external payable returns (bool success);
    function addOwnerWithThreshold(address owner, uint256 _threshold) external;
    function removeOwner(address prevOwner, address owner, uint256 _threshold) external;
    function swapOwner(address prevOwner, address oldOwner, address newOwner) external;
    function changeThreshold(uint256 _threshold) external;

    // ERC-20.
    function transfer(address to, uint256 amount) external returns (bool);

    // MultiSendCallOnly.sol.
    function multiSend(bytes transactions) external payable;

    // SplitWalletV2.sol and Ownable.sol, and distribute of PushSplit.sol and PullSplit.sol.
    function updateSplit(Split _split) external;
    function transferOwnership(address _owner) external;
    function distribute(Split _split, address _token, address _distributor) external;

    // Wallet.sol, from which a split inherits: its owner has it make any calls.
    struct WalletCall {
        address to;
        uint256 value;
        bytes data;
    }
    function execCalls(WalletCall[] _calls) external payable returns (uint256 blockNumber, bytes[] returnData);

    // SafeToL2Setup 1.4.1.
    function setupToL2(address l2Singleton) external;

    // SplitV2.sol.
    struct Split {
        address[] recipients;
        uint256[] allocations;
        uint256 totalAllocation;
        uint16 distributionIncentive;
    }

    // SplitFactoryV2 2.0 to 2.2.
    function createSplitDeterministic(Split _splitParams, address _owner, address _creator, bytes32 _salt)
        external returns (address split);
    function createSplit(Split _splitParams, address _owner, address _creator) external returns (address split);
}

/// Version 1 of 0xSplits, whose `createSplit` is another.
pub mod main {
    alloy::sol! {
        // SplitMain.sol.
        function createSplit(address[] accounts, uint32[] percentAllocations, uint32 distributorFee, address controller)
            external returns (address split);
        function distributeETH(
            address split, address[] accounts, uint32[] percentAllocations, uint32 distributorFee,
            address distributorAddress
        ) external;
    }
}

#[cfg(test)]
mod tests {
    use alloy::primitives::hex;
    use alloy::sol_types::SolCall;

    use super::*;

    #[test]
    fn selectors_are_those_seen_on_chain() {
        assert_eq!(createProxyWithNonceCall::SELECTOR, hex!("1688f0b9"));
        assert_eq!(createChainSpecificProxyWithNonceCall::SELECTOR, hex!("ec9e80bb"));
        assert_eq!(setupCall::SELECTOR, hex!("b63e800d"));
        assert_eq!(setupToL2Call::SELECTOR, hex!("fe51f643"));
        assert_eq!(createSplitDeterministicCall::SELECTOR, hex!("f79918b0"));
        assert_eq!(createSplitCall::SELECTOR, hex!("2556fa39"));
        assert_eq!(main::createSplitCall::SELECTOR, hex!("7601f782"));
        assert_eq!(distributeCall::SELECTOR, hex!("2d3f5537"));
    }
}
