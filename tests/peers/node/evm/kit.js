// The same Safe by Safe's own protocol-kit, which needs a chain that holds the contracts. It remembers contracts without
// asking for which chain, so that one process must not use it with two.
const { ZeroAddress } = require("ethers");
const Safe = require("@safe-global/protocol-kit").default;

// It knows one method, and the singletons of its own tables.
function canExpress(wanted) {
    return wanted.method === "createProxyWithNonce" && [undefined, "l1", "l2"].includes(wanted.singleton);
}

// Address and transaction, by protocol-kit; the setup call and the payment receiver are its caller's to name.
async function byKit(chain, wanted, planned) {
    const handlers = { default: undefined, none: ZeroAddress };
    const account = {
        owners: wanted.owners,
        threshold: wanted.threshold,
        to: planned.setup_to,
        data: planned.setup_data,
        paymentReceiver: planned.payment_receiver,
        fallbackHandler: wanted.fallbackHandler in handlers ? handlers[wanted.fallbackHandler] : wanted.fallbackHandler,
    };
    const deployment = {
        saltNonce: String(wanted.saltNonce),
        safeVersion: wanted.version,
        deploymentType: wanted.deployment,
    };
    const kit = await Safe.init({
        provider: chain.url,
        predictedSafe: { safeAccountConfig: account, safeDeploymentConfig: deployment },
        isL1SafeSingleton: beginsWithL1(wanted),
    });
    const { to, value, data } = await kit.createSafeDeploymentTransaction();
    return { address: await kit.getAddress(), tx: { to, value, data } };
}

function beginsWithL1(wanted) {
    if (wanted.singleton) return wanted.singleton === "l1";
    return wanted.chainId === 1 || (wanted.preset === "ui" && wanted.version !== "1.3.0");
}

module.exports = { byKit, canExpress };
