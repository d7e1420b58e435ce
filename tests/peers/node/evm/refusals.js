// What Gishiki refuses, sent all the same: the contract reverts, for the reason that Gishiki names, or it accepts what can
// never be used.
const { Interface, ZeroAddress, zeroPadValue } = require("ethers");
const { artifact } = require("../artifacts.js");
const { safe } = require("../safe.js");
const { onChain, publishedSet } = require("./contracts.js");
const { SAFE } = require("./creation.js");
const { reason } = require("./safetx.js");
const { drawSafe, options } = require("./wanted.js");

const SENTINEL = zeroPadValue("0x01", 20);
const NEVER_USED = 2n ** 255n;
const FACTORY = new Interface(["function createProxyWithNonce(address, bytes, uint256) returns (address)"]);

// Each with what makes it of a Safe with three owners or more.
const REVERTS = {
    "no signature": (wanted) => ({ ...wanted, threshold: 0 }),
    "more signatures than owners": (wanted) => ({ ...wanted, threshold: wanted.owners.length + 1 }),
    "the zero address as an owner": (wanted) => owned(wanted, ([, ...rest]) => [ZeroAddress, ...rest]),
    "the list's own mark as an owner": (wanted) => owned(wanted, ([first, , ...rest]) => [first, SENTINEL, ...rest]),
    "an owner right behind itself": (wanted) => owned(wanted, ([first, , ...rest]) => [first, first, ...rest]),
    "an owner twice": (wanted) => owned(wanted, ([first, second, ...rest]) => [first, second, first, ...rest]),
};

function owned(wanted, change) {
    const owners = change(wanted.owners);
    return { ...wanted, owners, threshold: Math.min(wanted.threshold, owners.length) };
}

// A sound Safe of the set, with owners enough to spoil.
function drawOf(draw, chainId, set) {
    const owners = draw.list(draw.between(3, 20), () => draw.address());
    const threshold = draw.between(1, owners.length);
    return { ...drawSafe(draw, chainId, {}, set), owners, threshold };
}

// A proxy that was never set up, to hear why `setup` reverts: two of the three factories swallow the reason.
async function bareProxy(chain, sender, wanted) {
    const { factory, singleton } = safe(wanted);
    const data = FACTORY.encodeFunctionData("createProxyWithNonce", [singleton, "0x", NEVER_USED]);
    const { result } = await chain.call(factory, data, sender);
    const [proxy] = FACTORY.decodeFunctionResult("createProxyWithNonce", result);
    if ((await chain.code(proxy)) === "0x") await chain.send(sender, { to: factory, data });
    return proxy;
}

async function reverts(chain, draw, gishiki, set, tally) {
    const [sender, sound] = [draw.address(), drawOf(draw, chain.chainId, set)];
    const proxy = await bareProxy(chain, sender, sound);
    for (const [what, spoil] of Object.entries(REVERTS)) {
        const wanted = spoil(sound);
        const about = `${what}, ${set.version} ${set.deployment} on ${chain.chainId}`;
        const { address, initializer, tx } = safe(wanted);
        const receipt = await chain.send(draw.address(), tx);
        tally.same(`${about}: the creation reverts`, receipt.status, "0x0");
        tally.same(`${about}: nothing stands there`, await chain.code(address), "0x");
        const code = reason(await chain.call(proxy, initializer, sender));
        const said = /GS\d{3}/.exec(gishiki.refusal("safe", options(wanted)))?.[0];
        tally.same(`${about}: why`, code, said);
    }
}

// The chain takes owners that can never sign, so that nobody but us would say so.
async function deadOwners(chain, draw, gishiki, set, tally) {
    for (const [name, { address }] of Object.entries(publishedSet(set, chain.chainId))) {
        const wanted = owned(drawOf(draw, chain.chainId, set), ([, ...rest]) => [...rest, address]);
        const about = `${name} as an owner, ${set.version} ${set.deployment} on ${chain.chainId}`;
        const made = safe(wanted);
        await chain.send(draw.address(), made.tx);
        const { result } = await chain.call(made.address, SAFE.encodeFunctionData("getOwners"));
        const [owners] = SAFE.decodeFunctionResult("getOwners", result);
        tally.same(`${about}: the chain takes it`, [...owners], wanted.owners);
        const said = gishiki.refusal("safe", options(wanted));
        tally.same(`${about}: gishiki refuses it by its name`, true, said?.includes(`${address} is the contract`));
    }
}

// A singleton without code: 1.3.0 makes a Safe that answers nothing and holds for ever what is sent to it.
async function noSingleton(chain, draw, gishiki, set, tally) {
    const wanted = { ...drawOf(draw, chain.chainId, set), preset: "plain", singleton: draw.address() };
    const about = `a singleton without code, ${set.version} ${set.deployment} on ${chain.chainId}`;
    const { address, tx } = safe(wanted);
    const receipt = await chain.send(draw.address(), tx);
    const takes = set.version === "1.3.0";
    tally.same(`${about}: whether the chain takes it`, receipt.status, takes ? "0x1" : "0x0");
    const code = takes ? artifact(set.version, "SafeProxy").deployedBytecode : "0x";
    tally.same(`${about}: what stands there`, await chain.code(address), code);
    const { result } = await chain.call(address, SAFE.encodeFunctionData("getOwners"));
    tally.same(`${about}: whom it belongs to`, result, "0x");
    const { needs } = gishiki.ask("safe", options(wanted));
    const needed = needs.filter((need) => need.address === wanted.singleton).length;
    tally.same(`${about}: gishiki says that it must have code`, 1, needed);
}

// A setup call of an address without code: 1.3.0 takes it as done. Gishiki calls SafeToL2Setup from 1.4.1 on only.
async function noSetupCall(chain, draw, set, tally) {
    const { factory, singleton, initializer } = safe(drawOf(draw, chain.chainId, set));
    const setup = new Interface(artifact(set.version, "Safe").abi);
    const [owners, threshold, , , ...rest] = setup.decodeFunctionData("setup", initializer);
    const spoiled = setup.encodeFunctionData("setup", [[...owners], threshold, draw.address(), "0x12345678", ...rest]);
    const data = FACTORY.encodeFunctionData("createProxyWithNonce", [singleton, spoiled, NEVER_USED]);
    const { status } = await chain.send(draw.address(), { to: factory, data });
    const about = `a setup call without code, ${set.version} ${set.deployment} on ${chain.chainId}`;
    tally.same(`${about}: whether the chain takes it`, status, set.version === "1.3.0" ? "0x1" : "0x0");
}

// A version that is not on the chain: the transaction succeeds, and nothing comes of it.
async function notThere(chain, draw, gishiki, tally) {
    const sets = onChain(chain.chainId);
    if (sets.some(({ version }) => version === "1.5.0")) return;
    const wanted = { ...drawOf(draw, chain.chainId, sets[sets.length - 1]), version: "1.5.0", method: "createProxyWithNonce" };
    const elsewhere = safe({ ...wanted, chainId: 1 });
    const { status } = await chain.send(draw.address(), elsewhere.tx);
    const about = `1.5.0 on ${chain.chainId}`;
    tally.same(`${about}: the transaction succeeds`, status, "0x1");
    tally.same(`${about}: nothing stands there`, await chain.code(elsewhere.address), "0x");
    tally.same(`${about}: gishiki refuses it`, true, gishiki.refusal("safe", options(wanted))?.includes("1.5.0"));
}

async function refusals(chain, draw, gishiki, tally) {
    for (const set of onChain(chain.chainId)) {
        await reverts(chain, draw, gishiki, set, tally);
        await deadOwners(chain, draw, gishiki, set, tally);
        await noSingleton(chain, draw, gishiki, set, tally);
        await noSetupCall(chain, draw, set, tally);
    }
    await notThere(chain, draw, gishiki, tally);
}

module.exports = { refusals };
