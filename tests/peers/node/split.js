// A 0xSplits V2.2 split's hash, salt, address and transaction, from the contracts' public signatures with the ABI coder,
// CREATE and CREATE2 of ethers.
const { AbiCoder, Interface, ZeroAddress, concat, keccak256, toBeHex } = require("ethers");
const { getCreate2Address, getCreateAddress } = require("ethers");

// 0xSplits' deployments of V2.2, the same on every chain.
const FACTORIES = {
    push: "0x8E8eB0cC6AE34A38B67D5Cf91ACa38f60bc3Ecf4",
    pull: "0x6B9118074aB15142d7524E8c4ea8f62A3Bdb98f1",
};
const SPLIT = "tuple(address[] recipients, uint256[] allocations, uint256 totalAllocation, uint16 distributionIncentive)";
const FACTORY = new Interface([
    `function createSplitDeterministic(${SPLIT} params, address owner, address creator, bytes32 salt)`,
    `function createSplit(${SPLIT} params, address owner, address creator)`,
]);
// Clone.sol around the implementation. CREATE2 is given 0x71 bytes of it, 15 more than the code itself: zeros.
const BEFORE = [
    "0x60593d8160093d39f336602c57343d527f",
    "0x9e4ac34f21c619cefc926c8bd93b54bf5a39c7ab2127a895af1cc0691d7e3dff",
    "0x593da1005b3d3d3d3d363d3d37363d73",
];
const AFTER = ["0x5af43d3d93803e605757fd5bf3", toBeHex(0, 15)];

const coder = AbiCoder.defaultAbiCoder();
const ascending = ([a], [b]) => (BigInt(a) < BigInt(b) ? -1 : 1);

// `wanted`: kind, shares ([address, share] each), owner, creator, incentive, salt or nonce, asIs.
function split(wanted) {
    const factory = FACTORIES[wanted.kind];
    const shares = wanted.asIs ? wanted.shares : [...wanted.shares].sort(ascending);
    const [recipients, allocations] = [0, 1].map((column) => shares.map((share) => share[column]));
    const total = allocations.reduce((sum, share) => sum + share, 0n);
    const params = [recipients, allocations, total, wanted.incentive];
    const [owner, creator] = [wanted.owner ?? ZeroAddress, wanted.creator ?? ZeroAddress];

    const owned = coder.encode([SPLIT, "address"], [params, owner]);
    const create2Salt = wanted.salt
        ? keccak256(concat([owned, wanted.salt]))
        : keccak256(concat([keccak256(owned), toBeHex(wanted.nonce, 32)]));
    const implementation = getCreateAddress({ from: factory, nonce: 1 });
    const initCodeHash = keccak256(concat([...BEFORE, implementation, ...AFTER]));
    const data = wanted.salt
        ? FACTORY.encodeFunctionData("createSplitDeterministic", [params, owner, creator, wanted.salt])
        : FACTORY.encodeFunctionData("createSplit", [params, owner, creator]);
    return {
        factory,
        recipients,
        allocations: allocations.map(String),
        total_allocation: String(total),
        owner,
        split_hash: keccak256(coder.encode([SPLIT], [params])),
        create2_salt: create2Salt,
        address: getCreate2Address(factory, create2Salt, initCodeHash),
        tx: { to: factory, value: "0", data },
    };
}

module.exports = { split };
