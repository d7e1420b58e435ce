// A 0xSplits split's hash, salt, address and transaction, from the contracts' public signatures with the ABI coder, CREATE
// and CREATE2 of ethers.
const { AbiCoder, Interface, ZeroAddress, concat, dataSlice, keccak256, solidityPacked, toBeHex } = require("ethers");
const { getCreate2Address, getCreateAddress } = require("ethers");

// 0xSplits' deployments of V2, the same on every chain.
const FACTORIES = {
    "2.0": { push: "0xaDC87646f736d6A82e9a6539cddC488b2aA07f38", pull: "0x80f1B766817D04870f115fEBbcCADF8DBF75E017" },
    "2.1": { push: "0xDc6259E13ec0621e6F19026b2e49D846525548Ed", pull: "0x5cbA88D55Cec83caD5A105Ad40C8c9aF20bE21d1" },
    "2.2": { push: "0x8E8eB0cC6AE34A38B67D5Cf91ACa38f60bc3Ecf4", pull: "0x6B9118074aB15142d7524E8c4ea8f62A3Bdb98f1" },
};
// Of V1, on the test networks at places of their own; Hoodi's was put there by Obol.
const SPLIT_MAIN = "0x2ed6c4B5dA6378c7897AC67Ba9e43102Feb694EE";
const SPLIT_MAINS = {
    11155111: "0x54E4a6014D36c381fC43b7E24A1492F556139a6F",
    17000: "0xfC8a305728051367797DADE6Aa0344E0987f5286",
    560048: "0xc05ae267291705ac16F75283572294ed2a91CBc7",
};
const SPLIT = "tuple(address[] recipients, uint256[] allocations, uint256 totalAllocation, uint16 distributionIncentive)";
const FACTORY = new Interface([
    `function createSplitDeterministic(${SPLIT} params, address owner, address creator, bytes32 salt)`,
    `function createSplit(${SPLIT} params, address owner, address creator)`,
]);
const MAIN = new Interface([
    "function createSplit(address[] accounts, uint32[] percentAllocations, uint32 distributorFee, address controller)",
]);
// Clone.sol of V2 around the implementation. CREATE2 is given 0x71 bytes of it, 15 more than the code itself: zeros.
const CLONE_BEFORE = [
    "0x60593d8160093d39f336602c57343d527f",
    "0x9e4ac34f21c619cefc926c8bd93b54bf5a39c7ab2127a895af1cc0691d7e3dff",
    "0x593da1005b3d3d3d3d363d3d37363d73",
];
const CLONE_AFTER = ["0x5af43d3d93803e605757fd5bf3", toBeHex(0, 15)];
// Clones.sol of V1 around SplitWallet.
const WALLET_BEFORE = [
    "0x3d605d80600a3d3981f336603057343d52307f",
    "0x830d2d700a97af574b186c80d40429385d24241565b08a7c559ba283a964d9b1",
    "0x60203da23d3df35b3d3d3d3d363d3d37363d73",
];
const WALLET_AFTER = ["0x5af43d3d93803e605b57fd5bf3"];

const coder = AbiCoder.defaultAbiCoder();
const ascending = ([a], [b]) => (BigInt(a) < BigInt(b) ? -1 : 1);

// The list of shares as it goes to the contract: ascending, unless it is to stay as it is.
function lists(wanted) {
    const shares = wanted.asIs ? wanted.shares : [...wanted.shares].sort(ascending);
    return [0, 1].map((column) => shares.map((share) => share[column]));
}

// The proxy that a factory makes: the hash of what makes it, and its code, which begins there at `start` and has `size` bytes.
function cloned(factory, before, after, start, size) {
    const implementation = getCreateAddress({ from: factory, nonce: 1 });
    const whole = concat([...before, implementation, ...after]);
    const runtime = dataSlice(whole, start, start + size);
    return { initCodeHash: keccak256(whole), runtime, codeHash: keccak256(runtime) };
}

// The code of a split of V2 once it stands.
function code({ version, kind }) {
    return cloned(FACTORIES[version][kind], CLONE_BEFORE, CLONE_AFTER, 9, 89).runtime;
}

// `wanted`: version, chainId, kind, shares ([address, share] each), owner, creator, incentive, salt or nonce, asIs.
function split(wanted) {
    return wanted.version === "1" ? splitV1(wanted) : splitV2(wanted);
}

function splitV2(wanted) {
    const factory = FACTORIES[wanted.version][wanted.kind];
    const [recipients, allocations] = lists(wanted);
    const total = allocations.reduce((sum, share) => sum + share, 0n);
    const params = [recipients, allocations, total, wanted.incentive];
    const [owner, creator] = [wanted.owner ?? ZeroAddress, wanted.creator ?? ZeroAddress];

    const clone = cloned(factory, CLONE_BEFORE, CLONE_AFTER, 9, 89);
    const owned = coder.encode([SPLIT, "address"], [params, owner]);
    const create2Salt = wanted.salt
        ? keccak256(concat([owned, wanted.salt]))
        : keccak256(concat([keccak256(owned), toBeHex(wanted.nonce, 32)]));
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
        address: getCreate2Address(factory, create2Salt, clone.initCodeHash),
        code_hash: clone.codeHash,
        tx: { to: factory, value: "0", data },
    };
}

// With an owner, the address follows from how many splits there were before.
function splitV1(wanted) {
    const factory = SPLIT_MAINS[wanted.chainId] ?? SPLIT_MAIN;
    const [recipients, allocations] = lists(wanted);
    const owner = wanted.owner ?? ZeroAddress;
    const clone = cloned(factory, WALLET_BEFORE, WALLET_AFTER, 10, 93);
    const types = ["address[]", "uint32[]", "uint32"];
    const hash = keccak256(solidityPacked(types, [recipients, allocations, wanted.incentive]));
    return {
        factory,
        recipients,
        allocations: allocations.map(String),
        total_allocation: "1000000",
        owner,
        split_hash: hash,
        create2_salt: wanted.owner ? null : hash,
        address: wanted.owner ? null : getCreate2Address(factory, hash, clone.initCodeHash),
        code_hash: clone.codeHash,
        tx: {
            to: factory,
            value: "0",
            data: MAIN.encodeFunctionData("createSplit", [recipients, allocations, wanted.incentive, owner]),
        },
    };
}

module.exports = { code, split };
