// The Safe by Safe's protocol-kit, which asks a chain that holds the contracts.
//
// usage: safe_kit.js URL OWNER…
const Safe = require("@safe-global/protocol-kit").default;

async function main() {
    const [provider, ...owners] = process.argv.slice(2);
    const kit = await Safe.init({
        provider,
        isL1SafeSingleton: true,
        predictedSafe: {
            safeAccountConfig: {
                owners,
                threshold: 2,
                to: "0xBD89A1CE4DDe368FFAB0eC35506eEcE0b1fFdc54",
                data: "0xfe51f64300000000000000000000000029fcb43b46531bca003ddc8fcb67ffe91900c762",
                paymentReceiver: "0x5afe7A11E7000000000000000000000000000000",
            },
            safeDeploymentConfig: { saltNonce: "0", safeVersion: "1.4.1" },
        },
    });
    const { data } = await kit.createSafeDeploymentTransaction();
    console.log(JSON.stringify({ address: await kit.getAddress(), data }));
}

main();
