// Safe's contracts on a local chain: Safe's own byte code, at the addresses where Safe says that they stand on the real
// one, through the deployers that put them there.
const { concat, getCreate2Address, keccak256, toBeHex } = require("ethers");
const published = require("@safe-global/safe-deployments");
const { artifact } = require("../artifacts.js");
const { Draw } = require("../draw.js");

// Each transaction from an address of its own: anvil may count one that was just mined as still waiting, and then takes the
// next of the same address for a repetition.
const senders = new Draw("senders");

// First those with rehearsals, which take longest.
const CHAINS = [1, 560048, 10, 100, 8453, 17000, 42161, 11155111];
const SETS = [
    { version: "1.3.0", deployment: "canonical", deployer: "arachnid" },
    { version: "1.3.0", deployment: "eip155", deployer: "safe" },
    { version: "1.4.1", deployment: "canonical", deployer: "safe" },
    { version: "1.5.0", deployment: "canonical", deployer: "safe" },
];
const CONTRACTS = {
    SafeProxyFactory: published.getProxyFactoryDeployments,
    Safe: published.getSafeSingletonDeployments,
    SafeL2: published.getSafeL2SingletonDeployments,
    CompatibilityFallbackHandler: published.getCompatibilityFallbackHandlerDeployments,
    ExtensibleFallbackHandler: published.getExtensibleFallbackHandlerDeployments,
    SafeToL2Setup: published.getSafeToL2SetupDeployments,
    MultiSend: published.getMultiSendDeployments,
    MultiSendCallOnly: published.getMultiSendCallOnlyDeployments,
};
const SALT = toBeHex(0, 32), OTHER_SALT = toBeHex(1, 32);

const read = new Map();

// What Safe publishes of a set on a chain: {name: {address, codeHash}}; nothing where the set is not on it.
function publishedSet({ version, deployment }, chainId) {
    const key = [version, deployment, chainId].join();
    if (!read.has(key)) read.set(key, readSet(version, deployment, chainId));
    return read.get(key);
}

function readSet(version, deployment, chainId) {
    const set = {};
    for (const [name, find] of Object.entries(CONTRACTS)) {
        const found = find({ version, network: String(chainId) });
        const there = [found?.networkAddresses[chainId] ?? []].flat();
        const place = found?.deployments[deployment];
        if (place && there.includes(place.address)) set[name] = place;
    }
    return set;
}

function onChain(chainId) {
    return SETS.filter((set) => publishedSet(set, chainId).Safe);
}

// Puts every set on the chain that is on the real one. `tally` counts what came to stand where Safe says it does.
async function putContracts(chain, deployers, tally) {
    for (const set of onChain(chain.chainId)) {
        for (const [name, { address, codeHash }] of Object.entries(publishedSet(set, chain.chainId))) {
            const { bytecode } = artifact(set.version, name);
            await chain.send(senders.address(), { to: deployers[set.deployer], data: concat([SALT, bytecode]) });
            const found = keccak256(await chain.code(address));
            tally.same(`${name} ${set.version} ${set.deployment} on ${chain.chainId}: code hash`, codeHash, found);
        }
    }
}

// Safe's own singleton at an address that it does not publish, of each version on the chain: {version: address}.
async function putForeign(chain, deployers) {
    const foreign = {};
    for (const { version } of onChain(chain.chainId)) {
        const { bytecode } = artifact(version, "SafeL2");
        await chain.send(senders.address(), { to: deployers.safe, data: concat([OTHER_SALT, bytecode]) });
        foreign[version] = getCreate2Address(deployers.safe, OTHER_SALT, keccak256(bytecode));
    }
    return foreign;
}

module.exports = { CHAINS, onChain, publishedSet, putContracts, putForeign };
