// A local Hoodi with Safe's contracts; prints where it listens, and ends when stdin does.
const { join } = require("node:path");

const evm = join(__dirname, "../../tests/peers/node/evm");
const { Chain } = require(join(evm, "chain.js"));
const { putContracts } = require(join(evm, "contracts.js"));
const { putDeployers } = require(join(evm, "deployers.js"));

async function main() {
    const chain = await Chain.start(560048);
    const wrong = { same: (what, expected, found) => expected !== found && console.error(`wrong: ${what}`) };
    await putContracts(chain, await putDeployers(chain), wrong);
    console.log(chain.url);
    process.stdin.resume().on("end", () => chain.stop());
}

main();
