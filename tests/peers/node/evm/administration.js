// Owners and thresholds of Safes that stand, changed by what `gishiki safe-tx` says: the calls of a change, their hashes, and
// the transaction that runs them with its signatures.
const { Wallet, ZeroAddress, zeroPadValue } = require("ethers");
const { safe } = require("../safe.js");
const { onChain } = require("./contracts.js");
const { state } = require("./creation.js");
const { ADMINISTRATION, execution, hashes, ran, reason, safeTx, sign } = require("./safetx.js");

const SENTINEL = zeroPadValue("0x01", 20);
const addressOf = (key) => new Wallet(key).address;

// A Safe with owners whose keys we hold, on the chain.
async function founded(chain, draw) {
    const set = draw.oneOf(onChain(chain.chainId));
    const keys = draw.list(draw.between(1, 8), () => draw.bytes32());
    const parameters = {
        ...set,
        chainId: chain.chainId,
        preset: "plain",
        owners: keys.map(addressOf),
        threshold: draw.between(1, keys.length),
        fallbackHandler: "default",
        saltNonce: BigInt(draw.bytes32()),
    };
    const { address, tx } = safe(parameters);
    await chain.send(draw.address(), tx);
    return { ...set, chainId: chain.chainId, address, keys: new Map(keys.map((key) => [addressOf(key), key])) };
}

// Some of the owners, others besides, and any threshold.
function drawNext(draw, account, owners) {
    const stay = owners.filter(() => draw.between(0, 2) > 0);
    const fresh = draw.list(draw.between(stay.length === 0 ? 1 : 0, 4), () => draw.bytes32());
    for (const key of fresh) account.keys.set(addressOf(key), key);
    const next = [...stay, ...fresh.map(addressOf)];
    return { owners: next, threshold: draw.between(1, next.length) };
}

const common = ({ chainId, address }) => ({ "chain-id": chainId, safe: address });
const now = ({ owners, threshold }) => ({ owner: owners, threshold: String(threshold) });
const wanted = ({ owners, threshold }) => ({ "next-owner": owners, "next-threshold": String(threshold) });

class Administration {
    constructor(chain, draw, gishiki, tally) {
        Object.assign(this, { chain, draw, gishiki, tally, executed: 0 });
    }

    // A Safe that changes its owners again and again.
    async live(changes) {
        const account = await founded(this.chain, this.draw);
        for (let n = 0; n < changes; n++) await this.change(account);
        await this.refusals(account);
    }

    async change(account) {
        const before = await state(this.chain, account.address);
        const next = drawNext(this.draw, account, before.owners);
        const about = `${account.version} ${account.deployment} on ${account.chainId}, ${JSON.stringify(next)}`;
        const { calls, after } = this.gishiki.ask("safe-tx change", { ...common(account), ...now(before), ...wanted(next) });
        const asSet = (owners) => [...owners].sort();
        this.tally.same(`${about}: owners that it promises`, asSet(next.owners), asSet(after.owners));
        if (calls.length === 0) return;
        await this.run(account, before, calls, about);
        const found = await state(this.chain, account.address);
        this.tally.same(`${about}: owners in the Safe's order`, found.owners, after.owners);
        this.tally.same(`${about}: threshold`, found.threshold, BigInt(next.threshold));
    }

    // Explained, signed, assembled and run.
    async run(account, before, calls, about) {
        const tx = safeTx(account, calls, before.nonce);
        const asked = {
            ...common(account),
            version: account.version,
            to: tx.to,
            value: String(tx.value),
            data: tx.data,
            operation: tx.operation === 1 ? "delegatecall" : "call",
            nonce: String(tx.nonce),
        };
        const explained = this.gishiki.ask("safe-tx explain", asked);
        const byOthers = await hashes(this.chain, account, tx);
        for (const [whom, hash] of Object.entries(byOthers)) {
            this.tally.same(`${about}: the hash by ${whom}`, hash, explained.safe_tx_hash);
        }
        this.tally.same(`${about}: the domain hash`, before.domain, explained.domain_hash);

        const signers = this.signers(before);
        const signatures = await sign(account, tx, signers.map((owner) => account.keys.get(owner)));
        const signed = { ...asked, ...now(before), signature: signatures.map(({ signature }) => signature) };
        const assembled = this.gishiki.ask("safe-tx assemble", signed);
        const theirs = execution(account, tx, signatures);
        this.tally.same(`${about}: execTransaction`, theirs, assembled.tx);
        const receipt = await this.chain.send(this.draw.address(), assembled.tx);
        this.tally.same(`${about}: it ran`, ran(account, receipt, explained.safe_tx_hash), true);
        this.executed++;
    }

    // As many owners as must sign, in any order.
    signers({ owners, threshold }) {
        const left = [...owners];
        return this.draw.list(Number(threshold), () => left.splice(this.draw.between(0, left.length - 1), 1)[0]);
    }

    // What no Safe takes: said before, and for the reason that the contract gives.
    async refusals(account) {
        const before = await state(this.chain, account.address);
        const { owners, threshold } = before;
        const add = (owner) => ["addOwnerWithThreshold", [owner, threshold], { owners: [...owners, owner], threshold }];
        const keep = (count) => ["changeThreshold", [count], { owners, threshold: count }];
        for (const [method, args, next] of [
            add(ZeroAddress), add(SENTINEL), add(account.address), add(owners[owners.length - 1]),
            keep(0), keep(owners.length + 1),
        ]) {
            const about = `${account.version} on ${account.chainId}, ${method} ${args}`;
            const data = ADMINISTRATION.encodeFunctionData(method, args);
            const code = reason(await this.chain.call(account.address, data, account.address));
            const said = this.gishiki.refusal("safe-tx change", { ...common(account), ...now(before), ...wanted(next) });
            this.tally.same(`${about}: why`, code, /GS\d{3}/.exec(said)?.[0]);
        }
    }
}

module.exports = { Administration };
