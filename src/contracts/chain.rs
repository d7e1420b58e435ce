//! The chains a ceremony can be about.

/// A chain with known deployments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chain {
    /// EIP-155 chain id.
    pub id: u64,
    /// Its usual name, lower case.
    pub name: &'static str,
    /// Whether its ether is worth nothing: everything about it carries the mark TESTNET.
    pub testnet: bool,
}

/// Every chain we know, by id.
pub const CHAINS: [Chain; 8] = [
    Chain { id: 1, name: "mainnet", testnet: false },
    Chain { id: 10, name: "optimism", testnet: false },
    Chain { id: 100, name: "gnosis", testnet: false },
    Chain { id: 8453, name: "base", testnet: false },
    Chain { id: 17_000, name: "holesky", testnet: true },
    Chain { id: 42_161, name: "arbitrum-one", testnet: false },
    Chain { id: 560_048, name: "hoodi", testnet: true },
    Chain { id: 11_155_111, name: "sepolia", testnet: true },
];

impl Chain {
    /// Looks a chain up by its id.
    pub fn by_id(id: u64) -> Option<Self> {
        CHAINS.into_iter().find(|chain| chain.id == id)
    }
}
