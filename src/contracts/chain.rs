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

/// Chains of the ZK Stack for which Safe lists deployments (safe-deployments 1.37.63, set `zksync`). Their CREATE2
/// formula is another, so an address predicted here would be wrong there.
const ZK_CHAINS: [(u64, &str); 16] = [
    (232, "Lens"),
    (240, "Cronos zkEVM testnet"),
    (280, "zkSync Era Goerli"),
    (282, "Cronos zkEVM testnet (old)"),
    (300, "zkSync Era Sepolia"),
    (324, "zkSync Era"),
    (388, "Cronos zkEVM"),
    (2741, "Abstract"),
    (11_124, "Abstract testnet"),
    (37_111, "Lens testnet"),
    (50_104, "Sophon"),
    (61_166, "Treasure"),
    (543_210, "ZERO Network"),
    (810_180, "zkLink Nova"),
    (4_457_845, "ZERO Network testnet"),
    (531_050_104, "Sophon testnet"),
];

/// The name of a chain of the ZK Stack.
pub(super) fn zk_chain(id: u64) -> Option<&'static str> {
    ZK_CHAINS.iter().find(|(zk, _)| *zk == id).map(|(_, name)| *name)
}
