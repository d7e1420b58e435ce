// Random splits of `gishiki split`, and the contracts of rehearsals, against ethers and what Safe publishes.
//
// usage: contracts.js GISHIKI SEED BUNDLE…
const { readFileSync } = require("node:fs");
const { basename, join } = require("node:path");
const { Draw } = require("./draw.js");
const { Gishiki } = require("./gishiki.js");
const { safe } = require("./safe.js");
const { bySdk, canExpress, changesBySdk, distributionBySdk } = require("./sdk.js");
const { code, split } = require("./split.js");
const { Tally } = require("./tally.js");

const SPLITS = 320;
const VERSIONS = ["1", "2.0", "2.1", "2.2"];
const CHAINS = [1, 10, 100, 8453, 17000, 42161, 560048, 11155111];

const [path, seed, ...bundles] = process.argv.slice(2);
const gishiki = new Gishiki(path);
const tally = new Tally("contracts", "ethers, splits-sdk, safe-deployments, safe-contracts");
const draw = new Draw(`${seed} contracts`);

async function main() {
    for (let n = 0; n < SPLITS; n++) await randomSplit();
    for (const bundle of bundles) rehearsed(bundle);
    tally.finish();
}

main();

// Everything that we make out, against the same members of what Gishiki says.
function compare(about, expected, found) {
    for (const [member, value] of Object.entries(expected)) tally.same(`${about}: ${member}`, value, found[member]);
}

async function randomSplit() {
    const wanted = drawSplit();
    const found = gishiki.ask("split", {
        recipient: wanted.shares.map(([address, share]) => `${address}=${share}`),
        version: wanted.version,
        kind: wanted.kind,
        "chain-id": wanted.chainId,
        owner: wanted.owner,
        creator: wanted.creator,
        incentive: wanted.incentive,
        salt: wanted.salt,
        nonce: wanted.nonce,
        "as-is": wanted.asIs,
    });
    const about = `split ${show(wanted)}`;
    compare(about, split(wanted), found);
    if (!canExpress(wanted)) return;
    const shares = found.recipients.map((recipient, i) => [recipient, BigInt(found.allocations[i])]);
    tally.same(`${about}: the SDK's transaction`, await bySdk(wanted, shares), found.tx);
    if (wanted.version === "1") return;
    if (wanted.owner) await changes(about, wanted, found);
    // Where it is rewarded, only the sender can say whom the reward is for.
    if (wanted.incentive > 0) return;
    const distribution = await distributionBySdk(wanted, found.address, shares);
    tally.same(`${about}: the SDK's distribution`, distribution, found.distribute_ether);
}

// The split with other shares, and with another owner.
async function changes(about, wanted, found) {
    const shares = draw.list(draw.between(2, 20), () => [draw.address(), BigInt(draw.between(1, 1e6))]);
    const next = draw.address();
    const common = { "chain-id": wanted.chainId, split: found.address, version: wanted.version };
    const updated = gishiki.ask("split-admin", {
        ...common,
        recipient: shares.map(([address, share]) => `${address}=${share}`),
        incentive: wanted.incentive,
        "as-is": true,
    });
    const given = gishiki.ask("split-admin", { ...common, "transfer-to": next, paused: "false" });
    const { update, transfer } = await changesBySdk(wanted, found.address, code(wanted), shares, next);
    tally.same(`${about}: the SDK's change of shares`, update, updated.tx);
    tally.same(`${about}: the SDK's change of owner`, transfer, given.tx);
    const after = split({ ...wanted, shares, asIs: true });
    tally.same(`${about}: the hash afterwards`, after.split_hash, updated.after.split_hash);
}

function drawSplit() {
    const version = draw.oneOf(VERSIONS);
    if (version === "1") return { ...drawV1(), version };
    const bySalt = draw.oneOf([true, true, false]);
    return {
        version,
        chainId: draw.oneOf(CHAINS),
        kind: draw.oneOf(["push", "pull"]),
        shares: draw.list(draw.between(2, 20), () => [draw.address(), BigInt(draw.between(1, 1e6))]),
        owner: draw.oneOf([undefined, draw.address()]),
        creator: draw.oneOf([undefined, draw.address()]),
        incentive: draw.oneOf([0, draw.between(1, 65535)]),
        salt: bySalt ? draw.bytes32() : undefined,
        nonce: bySalt ? undefined : draw.between(0, 1000),
        asIs: draw.oneOf([true, false]),
    };
}

// V1's shares add up to a million.
function drawV1() {
    const owed = draw.list(draw.between(1, 19), () => [draw.address(), BigInt(draw.between(1, 5e4))]);
    const rest = owed.reduce((sum, [, share]) => sum - share, 1_000_000n);
    return {
        chainId: draw.oneOf(CHAINS),
        shares: [...owed, [draw.address(), rest]],
        owner: draw.oneOf([undefined, undefined, draw.address()]),
        incentive: draw.oneOf([0, draw.between(1, 100_000)]),
    };
}

// The contracts of a rehearsal's manifest, from the addresses that their names stand for.
function rehearsed(bundle) {
    const read = (name) => JSON.parse(readFileSync(join(bundle, "public", name), "utf8"));
    const manifest = read("manifest.json");
    const named = new Map([["none", undefined]]);
    for (const { role, address } of manifest.addresses) named.set(role, address);
    for (const { name, address } of manifest.externals) named.set(name, address);
    // A contract may depend on one that stands below it.
    let waiting = manifest.contracts.map((entry) => Object.entries(entry)[0]);
    while (waiting.length > 0) {
        const [ready, rest] = parted(waiting, ([, entry]) => names(entry).every((name) => named.has(name)));
        if (ready.length === 0) throw new Error(`${bundle}: contracts that depend on nothing known`);
        for (const [kind, entry] of ready) named.set(entry.name, made(bundle, kind, entry, named, read));
        waiting = rest;
    }
}

function names(entry) {
    return entry.owner_names ?? [...entry.recipient_names, entry.owner_name];
}

function parted(list, test) {
    return [list.filter(test), list.filter((item) => !test(item))];
}

function made(bundle, kind, entry, named, read) {
    const about = `${basename(bundle)}, ${entry.name}`;
    const { code_hash, ...expected } = kind === "safe" ? safeOf(entry, named) : splitOf(entry, named);
    const { deployment } = read(`contracts/${entry.name}.json`);
    compare(about, expected, deployment);
    tally.same(`${about}, manifest`, expected.address, entry.address);
    return expected.address;
}

function safeOf(entry, named) {
    return safe({
        version: entry.version,
        chainId: entry.chains[0],
        preset: entry.preset,
        owners: entry.owner_names.map((name) => named.get(name)),
        threshold: entry.threshold,
        fallbackHandler: "default",
        saltNonce: BigInt(entry.salt_nonce),
    });
}

function splitOf(entry, named) {
    const shares = entry.recipient_names.map((name, i) => [named.get(name), BigInt(entry.allocations[i])]);
    const owner = named.get(entry.owner_name);
    return split({ version: entry.version, kind: entry.kind, shares, owner, incentive: entry.incentive, salt: entry.salt });
}

function show(wanted) {
    return JSON.stringify(wanted, (_, value) => (typeof value === "bigint" ? String(value) : value));
}
