// A transaction of a Safe: made of calls, hashed by four programs, signed with keys that we hold, and run by the contract.
const {
    AbiCoder, Interface, TypedDataEncoder, Wallet, ZeroAddress, concat, dataLength, dataSlice, solidityPacked,
} = require("ethers");
const { calculateSafeTransactionHash } = require("@safe-global/protocol-kit");
const { hashTypedData } = require("viem");
const { publishedSet } = require("./contracts.js");

const FIELDS = [
    ["address", "to"], ["uint256", "value"], ["bytes", "data"], ["uint8", "operation"], ["uint256", "safeTxGas"],
    ["uint256", "baseGas"], ["uint256", "gasPrice"], ["address", "gasToken"], ["address", "refundReceiver"],
    ["uint256", "nonce"],
];
const DOMAIN = [["uint256", "chainId"], ["address", "verifyingContract"]];
const typed = (fields) => fields.map(([type, name]) => ({ type, name }));
const TYPES = { SafeTx: typed(FIELDS) };
const WITH_DOMAIN = { ...TYPES, EIP712Domain: typed(DOMAIN) };
const PLAIN = FIELDS.slice(0, -1).map(([type]) => type);
const ADMINISTRATION = new Interface([
    "function addOwnerWithThreshold(address owner, uint256 threshold)",
    "function removeOwner(address previous, address owner, uint256 threshold)",
    "function swapOwner(address previous, address owner, address next)",
    "function changeThreshold(uint256 threshold)",
    `function getTransactionHash(${PLAIN},uint256) view returns (bytes32)`,
    `function execTransaction(${PLAIN},bytes) returns (bool)`,
    "function multiSend(bytes transactions)",
    "event ExecutionSuccess(bytes32 txHash, uint256 payment)",
]);
const SUCCESS = ADMINISTRATION.getEvent("ExecutionSuccess").topicHash;

// `account`: {version, chainId, address}; a call: {to, value, data}. One call goes as it is, several through the version's
// canonical MultiSendCallOnly, which is there beside any other set.
function safeTx(account, calls, nonce) {
    const plain = { safeTxGas: 0n, baseGas: 0n, gasPrice: 0n, gasToken: ZeroAddress, refundReceiver: ZeroAddress, nonce };
    if (calls.length === 1) return { ...calls[0], value: BigInt(calls[0].value), operation: 0, ...plain };
    const packed = calls.map(({ to, value, data }) =>
        solidityPacked(["uint8", "address", "uint256", "uint256", "bytes"], [0, to, value, dataLength(data), data]));
    const data = ADMINISTRATION.encodeFunctionData("multiSend", [concat(packed)]);
    const set = { version: account.version, deployment: "canonical" };
    const to = publishedSet(set, account.chainId).MultiSendCallOnly.address;
    return { to, value: 0n, data, operation: 1, ...plain };
}

function domain({ chainId, address }) {
    return { chainId, verifyingContract: address };
}

// The transaction's hash by ethers, viem, protocol-kit and the Safe on the chain, by name.
async function hashes(chain, account, tx) {
    const fields = FIELDS.map(([, name]) => tx[name]);
    const call = ADMINISTRATION.encodeFunctionData("getTransactionHash", fields);
    return {
        ethers: TypedDataEncoder.hash(domain(account), TYPES, tx),
        viem: hashTypedData({ domain: domain(account), types: WITH_DOMAIN, primaryType: "SafeTx", message: tx }),
        "protocol-kit": calculateSafeTransactionHash(account.address, tx, account.version, BigInt(account.chainId)),
        "the Safe": (await chain.call(account.address, call)).result,
    };
}

// The signatures of some keys, {signer, signature} each.
function sign(account, tx, keys) {
    return Promise.all(keys.map(async (key) => {
        const wallet = new Wallet(key);
        return { signer: wallet.address, signature: await wallet.signTypedData(domain(account), TYPES, tx) };
    }));
}

// The transaction that runs it, with its signatures in the order of their signers.
function execution(account, tx, signatures) {
    const ascending = [...signatures].sort((a, b) => (BigInt(a.signer) < BigInt(b.signer) ? -1 : 1));
    const fields = FIELDS.slice(0, -1).map(([, name]) => tx[name]);
    const joined = concat(ascending.map(({ signature }) => signature));
    return { to: account.address, value: "0", data: ADMINISTRATION.encodeFunctionData("execTransaction", [...fields, joined]) };
}

// Whether the Safe says in a receipt that it ran the transaction of this hash; 1.3.0 does not index it.
function ran(account, receipt, hash) {
    return receipt.logs.some((log) =>
        BigInt(log.address) === BigInt(account.address) && log.topics[0] === SUCCESS &&
        (log.topics[1] ?? dataSlice(log.data, 0, 32)) === hash);
}

// The reason with which a call reverts; undefined where it does not, or gives none.
function reason({ error }) {
    return error?.data?.length > 2 ? AbiCoder.defaultAbiCoder().decode(["string"], dataSlice(error.data, 4))[0] : undefined;
}

module.exports = { ADMINISTRATION, execution, hashes, ran, reason, safeTx, sign };
