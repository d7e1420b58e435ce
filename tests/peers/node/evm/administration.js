// Owners and thresholds of Safes that stand, changed by what `gishiki safe-tx` says: the calls of a change, their hashes, and
// the transaction that runs them with its signatures.
const { Wallet, ZeroAddress, concat, zeroPadValue } = require("ethers");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { safe } = require("../safe.js");
const { checksum } = require("./batch.js");
const { onChain } = require("./contracts.js");
const { state } = require("./creation.js");
const { ADMINISTRATION, execution, hashes, ran, reason, safeTx, sign } = require("./safetx.js");

const SENTINEL = zeroPadValue("0x01", 20);
const addressOf = (key) => new Wallet(key).address;

// A Safe on the chain whose owners' keys we hold.
async function founded(chain, draw, set, keys, threshold) {
    const { address, tx } = safe({
        ...set,
        chainId: chain.chainId,
        preset: "plain",
        owners: keys.map(addressOf),
        threshold,
        fallbackHandler: "default",
        saltNonce: BigInt(draw.bytes32()),
    });
    await chain.send(draw.address(), tx);
    return { ...set, chainId: chain.chainId, address, keys: new Map(keys.map((key) => [addressOf(key), key])) };
}

// Some of the owners, others besides, and any threshold; never all as it is.
function drawNext(draw, account, { owners, threshold }) {
    const stay = owners.filter(() => draw.between(0, 2) > 0);
    const fresh = draw.list(draw.between(stay.length === 0 ? 1 : 0, 4), () => draw.bytes32());
    for (const key of fresh) account.keys.set(addressOf(key), key);
    const next = [...stay, ...fresh.map(addressOf)];
    const wanted = draw.between(1, next.length);
    const same = stay.length === owners.length && fresh.length === 0 && BigInt(wanted) === threshold;
    return same ? drawNext(draw, account, { owners, threshold }) : { owners: next, threshold: wanted };
}

const common = ({ chainId, address }) => ({ "chain-id": chainId, safe: address });
const now = ({ owners, threshold }) => ({ owner: owners, threshold: String(threshold) });
const wanted = ({ owners, threshold }) => ({ "next-owner": owners, "next-threshold": String(threshold) });
const parameters = ({ to, value, data }) => ({ to, value, data, operation: "call" });
const OPTIONS = {
    safeTxGas: "safe-tx-gas",
    baseGas: "base-gas",
    gasPrice: "gas-price",
    gasToken: "gas-token",
    refundReceiver: "refund-receiver",
};
const sorted = (owners) => [...owners].sort();

// A transaction's fields as options.
function named({ operation, ...tx }) {
    const fields = Object.entries(tx).map(([name, value]) => [OPTIONS[name] ?? name, String(value)]);
    return { ...Object.fromEntries(fields), operation: operation === 1 ? "delegatecall" : "call" };
}

class Administration {
    constructor(chain, draw, gishiki, tally, scratch) {
        Object.assign(this, { chain, draw, gishiki, tally, scratch, executed: 0 });
    }

    // For every set a Safe that changes its owners again and again; how many transactions that took.
    async run(changes) {
        for (const set of onChain(this.chain.chainId)) {
            const keys = this.draw.list(this.draw.between(1, 8), () => this.draw.bytes32());
            const account = await founded(this.chain, this.draw, set, keys, this.draw.between(1, keys.length));
            for (let n = 0; n < changes; n++) await this.change(account, n);
            for (let n = 0; n < changes; n++) await this.anyTransaction(account);
            await this.refusedChanges(account);
            await this.refusedSignatures(set);
        }
        return { executed: this.executed };
    }

    about(account, what) {
        return `${account.version} ${account.deployment} on ${account.chainId}, ${what}`;
    }

    async change(account, n) {
        const before = await state(this.chain, account.address);
        const next = drawNext(this.draw, account, before);
        const about = this.about(account, `${before.threshold} of ${before.owners} to ${JSON.stringify(next)}`);
        const file = join(this.scratch, `${account.address}-${n}.json`);
        const asked = { ...common(account), ...now(before), ...wanted(next), out: file };
        const { steps, after } = this.gishiki.ask("safe-tx change", asked);
        this.tally.same(`${about}: the owners promised`, sorted(next.owners), sorted(after.owners));
        if (this.draw.oneOf([true, false])) await this.asBatch(account, file, steps, about);
        else await this.oneByOne(account, steps, about);
        const found = await state(this.chain, account.address);
        this.tally.same(`${about}: the owners in the Safe's order`, found.owners, after.owners);
        this.tally.same(`${about}: the threshold`, found.threshold, BigInt(next.threshold));
    }

    // The file that Safe's Transaction Builder would read, as one transaction.
    async asBatch(account, file, steps, about) {
        const batch = JSON.parse(readFileSync(file, "utf8"));
        const calls = steps.map(({ tx }) => tx);
        this.tally.same(`${about}: the batch's calls`, calls, batch.transactions);
        this.tally.same(`${about}: the batch's checksum`, checksum(batch), batch.meta.checksum);
        await this.execute(account, calls, file, {}, about);
    }

    // Every step on its own, after which the Safe is as the step says.
    async oneByOne(account, steps, about) {
        for (const { tx, after } of steps) {
            await this.execute(account, [tx], undefined, parameters(tx), about);
            const { owners, threshold } = await state(this.chain, account.address);
            this.tally.same(`${about}: after a step`, { owners, threshold: Number(threshold) }, after);
        }
    }

    // Explained, signed, assembled and run: from a batch's file, or from the parameters of one call.
    async execute(account, calls, file, call, about) {
        const before = await state(this.chain, account.address);
        const tx = safeTx(account, calls, before.nonce);
        const asked = { "": file, ...common(account), version: account.version, nonce: String(tx.nonce), ...call };
        const explained = this.gishiki.ask("safe-tx explain", asked);
        for (const [whom, hash] of Object.entries(await hashes(this.chain, account, tx))) {
            this.tally.same(`${about}: the hash by ${whom}`, hash, explained.safe_tx_hash);
        }
        this.tally.same(`${about}: the domain hash`, before.domain, explained.domain_hash);

        const keys = this.signers(before).map((owner) => account.keys.get(owner));
        const signatures = await sign(account, tx, keys);
        const { tx: assembled } = this.assemble(asked, before, signatures);
        const theirs = execution(account, tx, signatures);
        this.tally.same(`${about}: execTransaction`, theirs, assembled);
        const receipt = await this.chain.send(this.draw.address(), assembled);
        this.tally.same(`${about}: it ran`, ran(account, receipt, explained.safe_tx_hash), true);
        this.executed++;
    }

    // Of whatever fields, sound or not.
    async anyTransaction(account) {
        const { draw } = this;
        const number = () => BigInt(draw.oneOf([0, 1, draw.between(2, 1e9), draw.bytes32()]));
        const tx = {
            to: draw.address(),
            value: number(),
            data: concat(draw.list(draw.between(0, 5), () => draw.bytes32())),
            operation: draw.between(0, 1),
            safeTxGas: number(),
            baseGas: number(),
            gasPrice: number(),
            gasToken: draw.oneOf([ZeroAddress, draw.address()]),
            refundReceiver: draw.oneOf([ZeroAddress, draw.address()]),
            nonce: number(),
        };
        const asked = { ...common(account), version: account.version, ...named(tx) };
        const explained = this.gishiki.judge("safe-tx explain", asked);
        const about = this.about(account, JSON.stringify(named(tx)));
        for (const [whom, hash] of Object.entries(await hashes(this.chain, account, tx))) {
            this.tally.same(`${about}: the hash by ${whom}`, hash, explained.safe_tx_hash);
        }
    }

    assemble(asked, before, signatures) {
        const signature = signatures.map((signed) => signed.signature);
        return this.gishiki.ask("safe-tx assemble", { ...asked, ...now(before), signature });
    }

    // As many owners as must sign, in any order.
    signers({ owners, threshold }) {
        const left = [...owners];
        return this.draw.list(Number(threshold), () => left.splice(this.draw.between(0, left.length - 1), 1)[0]);
    }

    // What no Safe takes: said before, and for the reason that the contract gives.
    async refusedChanges(account) {
        const before = await state(this.chain, account.address);
        const { owners } = before;
        const threshold = Number(before.threshold);
        const add = (owner) => ["addOwnerWithThreshold", [owner, threshold], { owners: [...owners, owner], threshold }];
        const keep = (count) => ["changeThreshold", [count], { owners, threshold: count }];
        for (const [method, args, next] of [
            add(ZeroAddress), add(SENTINEL), add(account.address), add(owners[owners.length - 1]),
            keep(0), keep(owners.length + 1),
        ]) {
            const data = ADMINISTRATION.encodeFunctionData(method, args);
            const code = reason(await this.chain.call(account.address, data, account.address));
            const said = this.gishiki.refusal("safe-tx change", { ...common(account), ...now(before), ...wanted(next) });
            this.tally.same(this.about(account, `${method} ${args}: why`), code, /GS\d{3}/.exec(said)?.[0]);
        }
    }

    // Too few signatures, one of a stranger, one twice.
    async refusedSignatures(set) {
        const [first, second, stranger] = this.draw.list(3, () => this.draw.bytes32());
        const account = await founded(this.chain, this.draw, set, [first, second], 2);
        const before = await state(this.chain, account.address);
        const call = { to: this.draw.address(), value: "0", data: "0x" };
        const tx = safeTx(account, [call], 0n);
        const asked = { ...common(account), version: account.version, nonce: "0", ...parameters(call) };
        for (const [what, keys] of [
            ["too few", [first]], ["a stranger's", [first, stranger]], ["one twice", [second, second]],
        ]) {
            const signatures = await sign(account, tx, keys);
            const { data } = execution(account, tx, signatures);
            const code = reason(await this.chain.call(account.address, data));
            const signature = signatures.map((signed) => signed.signature);
            const said = this.gishiki.refusal("safe-tx assemble", { ...asked, ...now(before), signature });
            this.tally.same(this.about(account, `${what}: why`), code, /GS\d{3}/.exec(said)?.[0]);
        }
    }
}

module.exports = { Administration };
