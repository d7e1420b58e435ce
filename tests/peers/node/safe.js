// A Safe's initializer, salt, creation code, address and transaction, from what Safe itself publishes (addresses and ABIs of
// safe-deployments, the proxy's creation code of safe-contracts) with the ABI coder and CREATE2 of ethers.
const { Interface, ZeroAddress, concat, getCreate2Address, keccak256, toBeHex, zeroPadValue } = require("ethers");
const published = require("@safe-global/safe-deployments");
const proxy = require("@safe-global/safe-contracts/build/artifacts/contracts/proxies/SafeProxy.sol/SafeProxy.json");

// What Safe{Wallet} passes; seen in Safes that it made on mainnet.
const PAYMENT_RECEIVER = "0x5afe7A11E7000000000000000000000000000000";

// The address and interface that Safe publishes for one of its contracts on a chain.
function contract(find, version, chainId) {
    const found = find({ version, network: String(chainId) });
    return { address: found.deployments.canonical.address, abi: new Interface(found.abi) };
}

// `wanted`: version, chainId, preset, owners, threshold, fallbackHandler ("default", "none" or an address), saltNonce.
function safe(wanted) {
    const known = (find) => contract(find, wanted.version, wanted.chainId);
    const factory = known(published.getProxyFactoryDeployment);
    const l1 = known(published.getSafeSingletonDeployment);
    const l2 = known(published.getSafeL2SingletonDeployment);
    const handler = known(published.getCompatibilityFallbackHandlerDeployment);
    const toL2 = known(published.getSafeToL2SetupDeployment);

    const ui = wanted.preset === "ui";
    const singleton = ui || wanted.chainId === 1 ? l1 : l2;
    const setupTo = ui ? toL2.address : ZeroAddress;
    const setupData = ui ? toL2.abi.encodeFunctionData("setupToL2", [l2.address]) : "0x";
    const paymentReceiver = ui ? PAYMENT_RECEIVER : ZeroAddress;
    const fallbackHandler =
        { default: handler.address, none: ZeroAddress }[wanted.fallbackHandler] ?? wanted.fallbackHandler;

    const initializer = singleton.abi.encodeFunctionData("setup", [
        wanted.owners, wanted.threshold, setupTo, setupData, fallbackHandler, ZeroAddress, 0, paymentReceiver,
    ]);
    const salt = keccak256(concat([keccak256(initializer), toBeHex(wanted.saltNonce, 32)]));
    const initCodeHash = keccak256(concat([proxy.bytecode, zeroPadValue(singleton.address, 32)]));
    const data = factory.abi.encodeFunctionData("createProxyWithNonce", [singleton.address, initializer, wanted.saltNonce]);
    return {
        factory: factory.address,
        singleton: singleton.address,
        fallback_handler: fallbackHandler,
        setup_to: setupTo,
        setup_data: setupData,
        payment_receiver: paymentReceiver,
        initializer,
        salt,
        init_code_hash: initCodeHash,
        address: getCreate2Address(factory.address, salt, initCodeHash),
        tx: { to: factory.address, value: "0", data },
    };
}

module.exports = { safe };
