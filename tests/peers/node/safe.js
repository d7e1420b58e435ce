// A Safe's initializer, salt, creation code, address and transaction, from what Safe itself publishes (addresses and ABIs of
// safe-deployments, the proxy's creation code of its packages) with the ABI coder and CREATE2 of ethers.
const { Interface, ZeroAddress, concat, getCreate2Address, keccak256, toBeHex, zeroPadValue } = require("ethers");
const published = require("@safe-global/safe-deployments");
const { artifact } = require("./artifacts.js");

// What Safe{Wallet} passes; seen in Safes that it made on mainnet.
const PAYMENT_RECEIVER = "0x5afe7A11E7000000000000000000000000000000";
// The version whose SafeToL2Setup Safe{Wallet} calls, whatever the version of the Safe.
const TO_L2_VERSION = "1.4.1";

const read = new Map();

// The address and interface that Safe publishes for one of its contracts on a chain; read once, as its tables are long.
function contract(find, version, deployment, chainId) {
    const key = [find.name, version, deployment, chainId].join();
    if (!read.has(key)) {
        const found = find({ version, network: String(chainId) });
        read.set(key, { address: found.deployments[deployment].address, abi: new Interface(found.abi) });
    }
    return read.get(key);
}

// The arguments of a Safe's `setup` in its order; `wanted` as below.
function setupArguments(wanted, l2, handler) {
    const calls = wanted.preset === "ui" && wanted.version !== "1.3.0";
    const toL2 = calls && contract(published.getSafeToL2SetupDeployment, TO_L2_VERSION, "canonical", wanted.chainId);
    const handlers = { default: handler.address, none: ZeroAddress };
    return [
        wanted.owners,
        wanted.threshold,
        calls ? toL2.address : ZeroAddress,
        calls ? toL2.abi.encodeFunctionData("setupToL2", [l2.address]) : "0x",
        handlers[wanted.fallbackHandler] ?? wanted.fallbackHandler,
        ZeroAddress,
        0,
        wanted.preset === "ui" ? PAYMENT_RECEIVER : ZeroAddress,
    ];
}

// `wanted`: version, deployment, chainId, preset, singleton ("l1", "l2", an address, or the preset's own), owners, threshold,
// fallbackHandler ("default", "none" or an address), saltNonce, method (the factory's name for it).
function safe(wanted) {
    const { version, deployment = "canonical", chainId, method = "createProxyWithNonce" } = wanted;
    const known = (find) => contract(find, version, deployment, chainId);
    const factory = known(published.getProxyFactoryDeployment);
    const l1 = known(published.getSafeSingletonDeployment);
    const l2 = known(published.getSafeL2SingletonDeployment);
    const handler = known(published.getCompatibilityFallbackHandlerDeployment);

    const replaces = wanted.preset === "ui" && version !== "1.3.0";
    const own = replaces || chainId === 1 ? l1 : l2;
    const singleton = { undefined: own, l1, l2 }[wanted.singleton]?.address ?? wanted.singleton;
    const setup = setupArguments(wanted, l2, handler);
    const initializer = l1.abi.encodeFunctionData("setup", setup);
    const numbers = [toBeHex(wanted.saltNonce, 32), ...(/ChainSpecific/.test(method) ? [toBeHex(chainId, 32)] : [])];
    const salt = keccak256(concat([keccak256(initializer), ...numbers]));
    const initCodeHash = keccak256(concat([artifact(version, "SafeProxy").bytecode, zeroPadValue(singleton, 32)]));
    return {
        factory: factory.address,
        singleton,
        fallback_handler: setup[4],
        setup_to: setup[2],
        setup_data: setup[3],
        payment_receiver: setup[7],
        initializer,
        salt,
        init_code_hash: initCodeHash,
        address: getCreate2Address(factory.address, salt, initCodeHash),
        tx: {
            to: factory.address,
            value: "0",
            data: factory.abi.encodeFunctionData(method, [singleton, initializer, wanted.saltNonce]),
        },
    };
}

module.exports = { safe };
