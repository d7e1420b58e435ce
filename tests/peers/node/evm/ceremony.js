// The Safes and the batches of a rehearsal, on the chain that its plan names.
const { concat, toBeHex, zeroPadValue } = require("ethers");
const { readFileSync } = require("node:fs");
const { basename, join } = require("node:path");
const { created, state } = require("./creation.js");
const { ADMINISTRATION, execution, hashes, ran, safeTx } = require("./safetx.js");

class Ceremony {
    constructor(folder) {
        this.name = basename(folder);
        this.read = (name) => JSON.parse(readFileSync(join(folder, "public", name), "utf8"));
        this.manifest = this.read("manifest.json");
        this.safes = this.manifest.contracts.flatMap(({ safe }) => safe ?? []);
    }

    isOn(chainId) {
        return this.safes.some(({ chains }) => chains.includes(chainId));
    }

    // How many Safes and batches of it the chain ran.
    async run(chain, draw, tally) {
        for (const entry of this.safes) await this.createSafe(chain, draw, entry, tally);
        const batches = (this.manifest.batches ?? []).filter(({ from_name }) => this.safes.some(({ name }) => name === from_name));
        for (const batch of batches) await this.runBatch(chain, draw, batch, tally);
        return { created: this.safes.length, executed: batches.length };
    }

    async createSafe(chain, draw, entry, tally) {
        const about = `${this.name}, ${entry.name}`;
        const { deployment } = this.read(`contracts/${entry.name}.json`);
        const receipt = await chain.send(draw.address(), deployment.tx);
        const event = created(entry.version, entry.to, receipt);
        tally.same(`${about}: the event`, event, [[entry.address, deployment.singleton]]);
        const { owners, threshold } = await state(chain, entry.address);
        tally.same(`${about}: owners`, owners, entry.owners);
        tally.same(`${about}: threshold`, threshold, BigInt(entry.threshold));
    }

    // The Safe is given what the batch pays; afterwards every receiver has it.
    async runBatch(chain, draw, batch, tally) {
        const about = `${this.name}, ${batch.name}`;
        const entry = this.safes.find(({ name }) => name === batch.from_name);
        const { version, deployment = "canonical", address } = entry;
        const account = { version, deployment, chainId: chain.chainId, address };
        const paid = new Map();
        for (const { to, value } of batch.calls) paid.set(to, (paid.get(to) ?? 0n) + BigInt(value));
        const whole = [...paid.values()].reduce((sum, value) => sum + value, 0n);
        await chain.rpc("anvil_setBalance", address, `0x${whole.toString(16)}`);

        const before = await balances(chain, [...paid.keys()]);
        const { nonce } = await state(chain, address);
        const tx = safeTx(account, batch.calls, nonce);
        const { "the Safe": hash } = await hashes(chain, account, tx);
        const approvals = await approve(chain, entry, hash);
        const receipt = await chain.send(draw.address(), execution(account, tx, approvals));
        tally.same(`${about}: it ran`, ran(account, receipt, hash), true);
        const after = await balances(chain, [...paid.keys()]);
        tally.same(`${about}: what arrived`, after.map((value, i) => value - before[i]), [...paid.values()]);
        tally.same(`${about}: what is left`, await balances(chain, [address]), [0n]);
    }
}

async function balances(chain, addresses) {
    const answers = await chain.ask(addresses.map((address) => ["eth_getBalance", address, "latest"]));
    return answers.map(({ result }) => BigInt(result));
}

// As many owners as are needed say on the chain that they approve; what stands for their signatures.
async function approve(chain, { address, owners, threshold }, hash) {
    const data = ADMINISTRATION.encodeFunctionData("approveHash", [hash]);
    const approvals = [];
    for (const owner of owners.slice(0, threshold)) {
        await chain.send(owner, { to: address, data });
        approvals.push({ signer: owner, signature: concat([zeroPadValue(owner, 32), toBeHex(0, 32), "0x01"]) });
    }
    return approvals;
}

module.exports = { Ceremony };
