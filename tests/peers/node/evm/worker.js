// One chain's part of the proof, in a process of its own; sends its counts to the one that started it.
//
// usage: worker.js GISHIKI SEED CHAIN SAFES BUNDLE…
const { mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { Draw } = require("../draw.js");
const { Gishiki } = require("../gishiki.js");
const { safe } = require("../safe.js");
const { Tally } = require("../tally.js");
const { Administration } = require("./administration.js");
const { Ceremony } = require("./ceremony.js");
const { Chain } = require("./chain.js");
const { putContracts, putForeign } = require("./contracts.js");
const { create } = require("./creation.js");
const { putDeployers } = require("./deployers.js");
const { byKit, canExpress } = require("./kit.js");
const { refusals } = require("./refusals.js");
const { rehearseVariants } = require("./variants.js");
const { byViem } = require("./viem.js");
const { drawSafe, options, sameAddressOn, show } = require("./wanted.js");

const CHANGES = 5;
// Where rehearsed Safes change their owners: one chain will do.
const CHANGED_ON = 560048;

const [path, seed, chainId, safes, ...bundles] = process.argv.slice(2);
const gishiki = new Gishiki(path);
const draw = new Draw(`${seed} evm ${chainId}`);
const tally = new Tally("evm", "the chain");
const counts = { created: 0, kit: 0, executed: 0 };

async function main() {
    const chain = await Chain.start(Number(chainId));
    const deployers = await putDeployers(chain);
    await putContracts(chain, deployers, tally);
    const foreign = await putForeign(chain, deployers);
    for (let n = 0; n < safes; n++) await oneSafe(chain, foreign);
    await refusals(chain, draw, gishiki, tally);
    const scratch = mkdtempSync(join(tmpdir(), "gishiki-evm-"));
    count(await new Administration(chain, draw, gishiki, tally, scratch).run(CHANGES));
    await ceremonies(chain, scratch);
    rmSync(scratch, { recursive: true });
    chain.stop();
    process.send({ passed: tally.passed, failed: tally.failed, counts });
}

// The rehearsals whose plans name this chain, of those with the same Safes one, and those of plans that change a Safe.
async function ceremonies(chain, scratch) {
    const of = (folder) => new Ceremony(folder, chain, draw, gishiki, tally, scratch);
    const there = bundles.map(of).filter((ceremony) => ceremony.isOn(chain.chainId));
    const first = ({ safes }) => safes[0].address;
    const here = there.filter((one) => there.find((other) => first(other) === first(one)) === one);
    for (const ceremony of here) count(await ceremony.run(ceremony === here[0]));
    const several = here.find(({ safes }) => safes[0].owners.length === 3);
    if (chain.chainId !== CHANGED_ON || !several) return;
    for (const folder of rehearseVariants(several.folder, gishiki, draw, scratch)) count(await of(folder).runChange());
}

function count(more) {
    for (const [name, number] of Object.entries(more)) counts[name] += number;
}

// A random Safe: said alike by ethers, viem and protocol-kit, then sent.
async function oneSafe(chain, foreign) {
    const wanted = drawSafe(draw, chain.chainId, foreign);
    const about = show(wanted);
    const planned = gishiki.ask("safe", options(wanted));
    for (const [member, value] of Object.entries(safe(wanted))) tally.same(`${about}: ${member}`, value, planned[member]);
    // Eight derivations: every fourth Safe.
    if (draw.between(1, 4) === 1) tally.same(`${about}: the same address on`, sameAddressOn(wanted), planned.same_address_on);

    const viem = byViem(wanted.version, chain.chainId, planned.tx);
    tally.same(`${about}: viem's address`, viem.address, planned.address);
    tally.same(`${about}: viem's calldata`, viem.data, planned.tx.data);
    tally.same(`${about}: viem's method`, viem.method, wanted.method);
    tally.same(`${about}: viem's owners`, viem.owners, wanted.owners);
    tally.same(`${about}: viem's threshold`, viem.threshold, BigInt(wanted.threshold));

    const express = canExpress(wanted);
    if (express) {
        const { address, tx } = await byKit(chain, wanted, planned);
        tally.same(`${about}: protocol-kit's address`, address, planned.address);
        tally.same(`${about}: protocol-kit's transaction`, tx, planned.tx);
    }
    await create(chain, draw.address(), wanted, planned, about, tally);
    count({ created: 1, kit: express ? 1 : 0 });
}

// Nothing goes on without the one that started it, and no chain without this process.
process.on("disconnect", () => process.exit(1));
process.channel.unref();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
