// Random Safes of `gishiki safe` on a real EVM: on a local chain for each chain id, with Safe's own contracts at their real
// addresses, our transactions are sent, and what comes to stand there is what was planned. protocol-kit and viem agree.
//
// usage: evm.js GISHIKI SEED
const { fork } = require("node:child_process");
const { join } = require("node:path");
const { CHAINS } = require("./evm/contracts.js");
const { Tally } = require("./tally.js");

const SAFES = 48, AT_ONCE = 2;

const [gishiki, seed] = process.argv.slice(2);
const tally = new Tally("evm", "anvil with Safe's contracts, protocol-kit, viem, ethers");
const sums = { created: 0, kit: 0 };

// A worker's counts; a worker that breaks off is a failure.
function work(chain) {
    return new Promise((resolve) => {
        const worker = fork(join(__dirname, "evm/worker.js"), [gishiki, seed, chain, SAFES].map(String));
        let counts = { passed: 0, failed: 1, created: 0, kit: 0 };
        worker.on("message", (message) => (counts = message));
        worker.on("exit", (code) => resolve(code === 0 ? counts : { ...counts, failed: Math.max(counts.failed, 1) }));
    });
}

async function main() {
    const waiting = [...CHAINS];
    const lanes = Array.from({ length: AT_ONCE }, async () => {
        while (waiting.length > 0) {
            const counts = await work(waiting.shift());
            tally.add(counts);
            for (const name of Object.keys(sums)) sums[name] += counts[name];
        }
    });
    await Promise.all(lanes);
    console.log(`  ${sums.created} Safes created on ${CHAINS.length} chains, ${sums.kit} of them as protocol-kit would`);
    tally.finish();
}

main();
