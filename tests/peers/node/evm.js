// Random Safes of `gishiki safe` on a real EVM: on a local chain for each chain id, with Safe's own contracts at their real
// addresses, our transactions are sent, and what comes to stand there is what was planned. protocol-kit and viem agree.
//
// usage: evm.js GISHIKI SEED BUNDLE…
const { fork } = require("node:child_process");
const { join } = require("node:path");
const { CHAINS } = require("./evm/contracts.js");
const { Tally } = require("./tally.js");

const SAFES = 40, AT_ONCE = 2;

const [gishiki, seed, ...bundles] = process.argv.slice(2);
const tally = new Tally("evm", "anvil with Safe's contracts, protocol-kit, viem, ethers");
const sums = { created: 0, kit: 0, executed: 0 };

// A worker's counts; a worker that breaks off is a failure.
function work(chain) {
    return new Promise((resolve) => {
        const worker = fork(join(__dirname, "evm/worker.js"), [gishiki, seed, chain, SAFES, ...bundles].map(String));
        let said = { passed: 0, failed: 1, counts: {} };
        worker.on("message", (message) => (said = message));
        worker.on("exit", (code) => resolve(code === 0 ? said : { ...said, failed: Math.max(said.failed, 1) }));
    });
}

async function main() {
    const waiting = [...CHAINS];
    const lanes = Array.from({ length: AT_ONCE }, async () => {
        while (waiting.length > 0) {
            const said = await work(waiting.shift());
            tally.add(said);
            for (const [name, number] of Object.entries(said.counts)) sums[name] += number;
        }
    });
    await Promise.all(lanes);
    console.log(
        `  ${sums.created} Safes created on ${CHAINS.length} chains, ${sums.kit} of them as protocol-kit would; ` +
            `${sums.executed} transactions of Safes`,
    );
    tally.finish();
}

main();
