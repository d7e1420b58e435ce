// Random Safes for a chain, and the options that ask `gishiki safe` for one.
const { onChain, publishedSet } = require("./contracts.js");

const METHODS = {
    createProxyWithNonce: "create-proxy-with-nonce",
    createChainSpecificProxyWithNonce: "create-chain-specific-proxy-with-nonce",
    createProxyWithNonceL2: "create-proxy-with-nonce-l2",
    createChainSpecificProxyWithNonceL2: "create-chain-specific-proxy-with-nonce-l2",
};
// How many of them a version's factory has.
const OF_VERSION = { "1.4.1": 1 };
const LARGEST = 2n ** 256n - 1n;

// `foreign`: the address of a singleton that is on the chain, but at no address that Safe publishes.
function drawSafe(draw, chainId, foreign) {
    const { version, deployment } = draw.oneOf(onChain(chainId).filter((set) => set.version in OF_VERSION));
    const owners = draw.list(draw.between(1, 20), () => draw.address());
    const preset = draw.oneOf(["ui", "plain"]);
    const extensible = publishedSet({ version, deployment }, chainId).ExtensibleFallbackHandler?.address;
    return {
        version,
        deployment,
        chainId,
        preset,
        singleton: undefined,
        owners,
        threshold: draw.between(1, owners.length),
        fallbackHandler: draw.oneOf(["default", "default", "none", draw.address(), extensible ?? "default"]),
        saltNonce: BigInt(draw.oneOf([0, 1, draw.between(2, 1e9), draw.bytes32(), LARGEST])),
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

// For the line that tells of a difference.
function show(wanted) {
    return JSON.stringify(wanted, (_, value) => (typeof value === "bigint" ? String(value) : value));
}

module.exports = { drawSafe, options, show };
