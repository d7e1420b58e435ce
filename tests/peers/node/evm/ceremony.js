// A rehearsal on the chain that its plan names: what its bundle exports is sent, and Gishiki judges what the chain answers.
const { Interface, id, toBeHex, zeroPadValue } = require("ethers");
const { readFileSync, writeFileSync } = require("node:fs");
const { basename, join } = require("node:path");
const { checksum } = require("./batch.js");
const { state } = require("./creation.js");
const { ADMINISTRATION, execution, hashes, ran, safeTx } = require("./safetx.js");

const SETTINGS = new Interface(["function enableModule(address module)", "function setFallbackHandler(address handler)"]);
const GUARD_SLOT = id("guard_manager.guard.address");
const SENTINEL = zeroPadValue("0x01", 20);
// A block that the chain calls final is some way behind its last.
const UNTIL_FINAL = "0x50";

class Ceremony {
    constructor(folder, chain, draw, gishiki, tally, scratch) {
        const read = (name) => JSON.parse(readFileSync(join(folder, "public", name), "utf8"));
        const manifest = read("manifest.json");
        const safes = manifest.contracts.flatMap(({ safe }) => safe ?? []);
        const asked = { "": folder, plan: join(folder, "public/plan.toml"), rehearsal: true };
        Object.assign(this, { folder, chain, draw, gishiki, tally, scratch, manifest, safes, asked, answered: 0, executed: 0 });
        this.name = basename(folder);
        this.batches = manifest.batches ?? [];
    }

    isOn(chainId) {
        return this.safes.some(({ chains }) => chains.includes(chainId));
    }

    // How many Safes stand, and how many transactions they ran. Leaves the chain as it was: rehearsals share owners.
    async run(behind) {
        return this.undone(async () => {
            const before = await this.judged("before", this.safes.map(({ name }) => `${name}.code`));
            for (const batch of this.batches) this.refused(batch, before, "nothing stands yet");
            await this.deploy();
            const after = await this.judged("after", []);
            if (behind) await this.changeBehind();
            for (const batch of this.batches) {
                const stands = batch.needs.every((needed) => this.safes.some(({ name }) => name === needed));
                if (stands) await this.runBatch(batch, after);
                else this.refused(batch, after, "the split does not stand");
            }
        });
    }

    // Of a plan that changes a Safe: only that.
    async runChange() {
        return this.undone(async () => {
            await this.deploy();
            const after = await this.judged("after", []);
            for (const batch of this.batches.filter(({ changes }) => changes)) await this.runBatch(batch, after);
            await this.judged("changed", []);
        });
    }

    async undone(work) {
        this.deployments = JSON.parse(this.gishiki.run("export deployments", this.asked).stdout).deployments;
        this.questions = this.gishiki.run("export chain-check", this.asked).stdout;
        const snapshot = await this.chain.rpc("evm_snapshot");
        await work();
        await this.chain.rpc("evm_revert", snapshot);
        return { created: this.safes.length, executed: this.executed };
    }

    // The Safes, by the calldata that the bundle exports.
    async deploy() {
        for (const { name, to, data } of this.deployments) {
            const entry = this.safes.find((safe) => safe.name === name);
            if (!entry) continue;
            await this.chain.send(this.draw.address(), { to, data });
            const { owners, threshold } = await state(this.chain, entry.address);
            this.tally.same(`${this.name}, ${name}: owners`, owners, entry.owners);
            this.tally.same(`${this.name}, ${name}: threshold`, threshold, BigInt(entry.threshold));
        }
    }

    // Gishiki finds wrong what is wrong and nothing else. What is of splits is left out: they are not on this chain.
    async judged(when, wrong) {
        const file = await this.answers();
        const verdict = this.gishiki.judge("verify", { ...this.asked, "chain-answers": file });
        const ours = this.deployments.filter(({ name }) => this.safes.some((safe) => safe.name === name));
        const needed = ours.flatMap(({ needs }) => needs.map(({ address }) => `needs.${address}`));
        const judged = ({ check }) =>
            ["chain", "block", ...needed].includes(check) || ours.some(({ name }) => check.startsWith(`${name}.`));
        const found = verdict.chain[0].checks.filter((check) => judged(check) && !check.ok);
        this.tally.same(`${this.name}, ${when}: what is wrong`, wrong, found.map(({ check }) => check));
        this.tally.same(`${this.name}, ${when}: the manifest itself`, true, verdict.ok);
        return file;
    }

    // The file of what the chain answers to what the bundle asks.
    async answers() {
        await this.chain.rpc("anvil_mine", UNTIL_FINAL);
        const headers = { "content-type": "application/json" };
        const answer = await fetch(this.chain.url, { method: "POST", headers, body: this.questions });
        const file = join(this.scratch, `${this.name}-${this.answered++}.json`);
        writeFileSync(file, await answer.text());
        return file;
    }

    // What others could do to a Safe behind the team's back, one after the other: each is found, by name.
    async changeBehind() {
        const { name, address, owners, threshold } = this.safes[0];
        const itself = (coder, method, args) => () =>
            this.chain.send(address, { to: address, data: coder.encodeFunctionData(method, args) });
        const stored = (slot, word) => () => this.chain.rpc("anvil_setStorageAt", address, slot, zeroPadValue(word, 32));
        const other = this.draw.address();
        for (const [wrong, change] of [
            ["owners", itself(ADMINISTRATION, "addOwnerWithThreshold", [other, threshold])],
            ["owners", itself(ADMINISTRATION, "swapOwner", [SENTINEL, owners[0], other])],
            ["threshold", stored(toBeHex(4, 32), toBeHex(owners.length + 1))],
            ["modules", itself(SETTINGS, "enableModule", [other])],
            ["handler", itself(SETTINGS, "setFallbackHandler", [other])],
            ["guard", stored(GUARD_SLOT, other)],
            ["code owners threshold modules nonce", () => this.chain.rpc("anvil_setCode", address, "0x00")],
        ]) {
            const snapshot = await this.chain.rpc("evm_snapshot");
            await change();
            await this.judged(`${wrong} changed behind`, wrong.split(" ").map((check) => `${name}.${check}`));
            await this.chain.rpc("evm_revert", snapshot);
        }
    }

    refused(batch, answers, why) {
        const asked = { ...this.asked, batch: batch.name, "chain-answers": answers };
        const { status, stdout } = this.gishiki.run("export batch", asked);
        this.tally.same(`${this.name}, ${batch.name}: not released, as ${why}`, [1, ""], [status, stdout]);
    }

    // The released file: explained, signed by its owners' simulated Trezors, assembled and run by the Safe, which is given
    // what it pays. Afterwards every receiver has it, and the Safe is as the manifest says.
    async runBatch(batch, answers) {
        const about = `${this.name}, ${batch.name}`;
        const file = join(this.scratch, `${this.name}-${batch.name}.json`);
        this.gishiki.run("export batch", { ...this.asked, batch: batch.name, "chain-answers": answers, out: file });
        const released = JSON.parse(readFileSync(file, "utf8"));
        this.tally.same(`${about}: the checksum`, checksum(released), released.meta.checksum);
        const entry = this.safes.find(({ name }) => name === batch.from_name);
        const account = { version: entry.version, chainId: this.chain.chainId, address: entry.address };

        const paid = new Map();
        for (const { to, value } of released.transactions) paid.set(to, (paid.get(to) ?? 0n) + BigInt(value));
        const whole = [...paid.values()].reduce((sum, value) => sum + value, 0n);
        await this.chain.rpc("anvil_setBalance", entry.address, `0x${whole.toString(16)}`);
        const before = await balances(this.chain, [...paid.keys()]);
        const { nonce } = await state(this.chain, entry.address);
        const tx = safeTx(account, released.transactions, nonce);
        const assembled = await this.signed(batch, file, entry, account, tx, about);
        const receipt = await this.chain.send(this.draw.address(), assembled.tx);
        this.tally.same(`${about}: it ran`, ran(account, receipt, assembled.safe_tx_hash), true);
        this.executed++;

        const after = await balances(this.chain, [...paid.keys()]);
        this.tally.same(`${about}: what arrived`, after.map((value, i) => value - before[i]), [...paid.values()]);
        const { owners, threshold } = await state(this.chain, entry.address);
        const stands = entry.present && batch.changes === entry.name ? entry.present : entry.before ?? entry;
        this.tally.same(`${about}: owners`, owners, stands.owners);
        this.tally.same(`${about}: threshold`, threshold, BigInt(stands.threshold));
    }

    // The call of execTransaction with signatures of simulated Trezors.
    async signed(batch, file, entry, account, tx, about) {
        const signers = entry.owner_names.slice(0, entry.threshold);
        const signatures = signers.map((role) => {
            const asked = { ...this.asked, batch: batch.name, role, nonce: String(tx.nonce), headless: true };
            return this.gishiki.ask("safe-tx sign", asked);
        });
        for (const [whom, hash] of Object.entries(await hashes(this.chain, account, tx))) {
            for (const { safe_tx_hash } of signatures) this.tally.same(`${about}: the hash by ${whom}`, hash, safe_tx_hash);
        }
        const assembled = this.gishiki.ask("safe-tx assemble", {
            "": file,
            "chain-id": account.chainId,
            safe: account.address,
            nonce: String(tx.nonce),
            owner: entry.owners,
            threshold: entry.threshold,
            signature: signatures.map(({ signature }) => signature),
        });
        this.tally.same(`${about}: execTransaction`, execution(account, tx, signatures), assembled.tx);
        return { ...assembled, safe_tx_hash: signatures[0].safe_tx_hash };
    }
}

async function balances(chain, addresses) {
    const answers = await chain.ask(addresses.map((address) => ["eth_getBalance", address, "latest"]));
    return answers.map(({ result }) => BigInt(result));
}

module.exports = { Ceremony };
