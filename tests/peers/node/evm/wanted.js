// Random Safes for a chain, and the options that ask `gishiki safe` for one.
const { CHAINS, onChain, publishedSet } = require("./contracts.js");
const { safe } = require("../safe.js");

const METHODS = {
    createProxyWithNonce: "create-proxy-with-nonce",
    createChainSpecificProxyWithNonce: "create-chain-specific-proxy-with-nonce",
    createProxyWithNonceL2: "create-proxy-with-nonce-l2",
    createChainSpecificProxyWithNonceL2: "create-chain-specific-proxy-with-nonce-l2",
};
// How many of them a version's factory has.
const OF_VERSION = { "1.3.0": 1, "1.4.1": 2, "1.5.0": 4 };
const LARGEST = 2n ** 256n - 1n;

// A Safe of any set that is on the chain, or of the one that is named. `foreign`: for each version the address of a
// singleton that is on the chain, but at no address that Safe publishes.
function drawSafe(draw, chainId, foreign, set) {
    const { version, deployment } = set ?? draw.oneOf(onChain(chainId));
    const owners = draw.list(draw.between(1, 20), () => draw.address());
    const preset = deployment === "canonical" ? draw.oneOf(["ui", "plain"]) : "plain";
    const extensible = publishedSet({ version, deployment }, chainId).ExtensibleFallbackHandler?.address;
    return {
        version,
        deployment,
        chainId,
        preset,
        owners,
        threshold: draw.between(1, owners.length),
        fallbackHandler: draw.oneOf(["default", "default", "none", draw.address(), extensible ?? "default"]),
        saltNonce: BigInt(draw.oneOf([0, 1, draw.between(2, 1e9), draw.bytes32(), LARGEST])),
        ...(preset === "plain" ? drawPlain(draw, version, foreign) : { method: "createProxyWithNonce" }),
    };
}

// What Safe{Wallet} leaves no choice of.
function drawPlain(draw, version, foreign) {
    return {
        singleton: draw.oneOf([undefined, undefined, "l1", "l2", foreign[version]]),
        method: draw.oneOf(Object.keys(METHODS).slice(0, OF_VERSION[version])),
    };
}

function options(wanted) {
    return {
        version: wanted.version,
        deployment: wanted.deployment,
        "chain-id": wanted.chainId,
        preset: wanted.preset,
        singleton: wanted.singleton,
        owner: wanted.owners,
        threshold: wanted.threshold,
        "fallback-handler": wanted.fallbackHandler,
        "salt-nonce": wanted.saltNonce,
        method: METHODS[wanted.method],
    };
}

// The chains on which the same parameters make the same address.
function sameAddressOn(wanted) {
    const { version, deployment } = wanted;
    const there = CHAINS.filter((id) => publishedSet({ version, deployment }, id).Safe);
    const { address } = safe(wanted);
    there.sort((a, b) => a - b);
    return there.filter((chainId) => safe({ ...wanted, chainId }).address === address);
}

// For the line that tells of a difference.
function show(wanted) {
    return JSON.stringify(wanted, (_, value) => (typeof value === "bigint" ? String(value) : value));
}

module.exports = { METHODS, drawSafe, options, sameAddressOn, show };
