// One Safe, from the parameters to the chain: what Gishiki says of it is sent by a stranger, and what then stands there is
// compared with what was wanted.
const { Interface, dataSlice, getAddress, id, keccak256, toBeHex, toQuantity } = require("ethers");
const { artifact } = require("../artifacts.js");
const { publishedSet } = require("./contracts.js");

const SAFE = new Interface([
    "function getOwners() view returns (address[])",
    "function getThreshold() view returns (uint256)",
    "function nonce() view returns (uint256)",
    "function VERSION() view returns (string)",
    "function domainSeparator() view returns (bytes32)",
]);
const SINGLETON_SLOT = toBeHex(0, 32);
const HANDLER_SLOT = id("fallback_manager.handler.address");
const addressIn = (word) => getAddress(dataSlice(word, 12));

// The proxy and the singleton that the factory's event of this version names.
function created(version, factory, receipt) {
    const { abi } = artifact(version, "SafeProxyFactory");
    const logs = receipt.logs.filter((log) => getAddress(log.address) === factory);
    const events = logs.map((log) => new Interface(abi).parseLog(log));
    return events.filter((event) => event.name === "ProxyCreation").map(({ args }) => [args.proxy, args.singleton]);
}

// What a Safe on the chain says of itself, and what its storage and code are.
async function state(chain, address) {
    const names = ["getOwners", "getThreshold", "nonce", "VERSION", "domainSeparator"];
    const calls = names.map((name) => ["eth_call", { to: address, data: SAFE.encodeFunctionData(name) }, "latest"]);
    const answers = await chain.ask([
        ...calls,
        ...[SINGLETON_SLOT, HANDLER_SLOT].map((slot) => ["eth_getStorageAt", address, toQuantity(slot), "latest"]),
        ["eth_getCode", address, "latest"],
    ]);
    const values = answers.map(({ result, error }) => {
        if (error) throw new Error(`${address}: ${error.message}`);
        return result;
    });
    const read = names.map((name, i) => SAFE.decodeFunctionResult(name, values[i])[0]);
    const [owners, threshold, nonce, version, domain] = read;
    const [singleton, handler] = [addressIn(values[5]), addressIn(values[6])];
    return { owners: [...owners], threshold, nonce, version, domain, singleton, handler, codeHash: keccak256(values[7]) };
}

// The singleton that the proxy has in the end: a setup call of SafeToL2Setup replaces it on every chain but mainnet.
function finalSingleton(wanted, planned) {
    const replaced = BigInt(planned.setup_to) !== 0n && wanted.chainId !== 1;
    return replaced ? publishedSet(wanted, wanted.chainId).SafeL2.address : planned.singleton;
}

// Everything that Gishiki says must be on the chain first is there, with the code that it names where it names one.
async function checkNeeds(chain, planned, about, tally) {
    for (const { name, address, code_hash } of planned.needs) {
        // What the caller chose has no hash to be held to, and random handlers have no code.
        if (code_hash) tally.same(`${about}: the code of ${name}`, keccak256(await chain.code(address)), code_hash);
    }
}

// `planned` is Gishiki's document for `wanted`; `about` names both in a failure.
async function create(chain, sender, wanted, planned, about, tally) {
    await checkNeeds(chain, planned, about, tally);
    const before = await chain.code(planned.address);
    tally.same(`${about}: nothing stands there before`, before, "0x");
    const receipt = await chain.send(sender, planned.tx);
    const event = created(wanted.version, planned.factory, receipt);
    tally.same(`${about}: the event`, event, [[planned.address, planned.singleton]]);

    const found = await state(chain, planned.address);
    const proxy = keccak256(artifact(wanted.version, "SafeProxy").deployedBytecode);
    tally.same(`${about}: the proxy's code, as Safe compiled it`, found.codeHash, proxy);
    for (const [what, on, ours] of [
        ["code hash", found.codeHash, planned.code_hash],
        ["owners", found.owners, planned.owners],
        ["owners wanted", found.owners, wanted.owners],
        ["threshold", found.threshold, BigInt(planned.threshold)],
        ["fallback handler", found.handler, planned.fallback_handler],
        ["singleton", found.singleton, planned.singleton_after],
        ["singleton wanted", found.singleton, finalSingleton(wanted, planned)],
        ["version", found.version, wanted.version],
        ["domain separator", found.domain, planned.domain_separator],
        ["nonce", found.nonce, 0n],
    ]) {
        tally.same(`${about}: ${what} on the chain`, on, ours);
    }
    return found;
}

module.exports = { SAFE, create, created, state };
