// What MetaMask's and Rabby's own keyrings list for a Trezor, beside what `gishiki check` says that they reach.
//
// usage: reach.js GISHIKI BUNDLE…
const { readFileSync, readdirSync } = require("node:fs");
const { EventEmitter } = require("node:events");
const { basename, join } = require("node:path");
const { HDNodeWallet } = require("ethers");
const { TrezorKeyring: MetaMask } = require("@metamask/eth-trezor-keyring");
const { default: Rabby } = require("@rabby-wallet/eth-trezor-keyring");
const { Gishiki } = require("./gishiki.js");
const { Tally } = require("./tally.js");

// What the two programs call their lists, and the paths that the keyrings know these by.
const METAMASK = { "BIP44 Standard (e.g. MetaMask, Trezor)": "m/44'/60'/0'/0" };
const RABBY = { "Advanced Settings > BIP44": "BIP44", "Advanced Settings > Ledger Live": "LedgerLive" };
const ALLOWED = ["m/44'/60'/0'/0", "m/44'/60'/0'", "m/44'/1'/0'/0"];
const RABBY_ALLOWED = [...ALLOWED, "m/44'/60'/0'/0/0"];

// How far lists are searched for what must not be in them.
const SEARCHED = 125;
// MetaMask signs for as many indices; the data file's bound is the last of them.
const INDICES = 1000;

const [path, ...bundles] = process.argv.slice(2);
const gishiki = new Gishiki(path);
const tally = new Tally("reach", "@metamask/eth-trezor-keyring, @rabby-wallet/eth-trezor-keyring");

// A transport that answers with the public keys of one passphrase wallet, from the xpubs that a rehearsal gave. Of other accounts
// it answers with somebody else's keys: whoever lists one of those has gone to the wrong place.
class Transport {
    constructor(xpubs) {
        this.xpubs = xpubs;
        this.stranger = HDNodeWallet.fromPhrase("test test test test test test test test test test test junk", "", "m");
        this.event = new EventEmitter();
        this.connectDevices = new Set();
    }

    init() {
        return Promise.resolve();
    }

    node(path) {
        const [, account, rest] = /^(m\/44'\/60'\/\d+')(?:\/([0-9/]+))?$/.exec(path) ?? [];
        const xpub = this.xpubs.get(account);
        if (!xpub) return this.stranger.derivePath(path);
        const node = HDNodeWallet.fromExtendedKey(xpub);
        return rest ? node.derivePath(rest) : node;
    }

    key(path) {
        const { publicKey, chainCode } = this.node(path);
        return { publicKey: publicKey.slice(2), chainCode: chainCode.slice(2), serializedPath: path };
    }

    async getPublicKey({ path, bundle }) {
        return { success: true, payload: bundle ? bundle.map((it) => this.key(it.path)) : this.key(path) };
    }

    // The path that a signature would be asked for.
    async ethereumSignMessage({ path }) {
        this.asked = path;
        return { success: true, payload: { address: this.node(path).address, signature: "00" } };
    }
}

async function main() {
    for (const bundle of bundles) await rehearsed(bundle);
    tally.finish();
}

main();

async function rehearsed(bundle) {
    const read = (...names) => JSON.parse(readFileSync(join(bundle, ...names), "utf8"));
    const { design } = gishiki.ask("check", { "": join(bundle, "public", "plan.toml") });
    const addresses = new Map(read("public", "manifest.json").addresses.map((row) => [row.role, row.address]));
    const wallets = xpubs(bundle, read);
    for (const row of design.design_table) {
        const wallet = { about: `${basename(bundle)}, ${row.role}`, xpubs: wallets.get(row.wallet) ?? new Map() };
        const reached = (name) => row.reached_by.find((it) => it.program === name && it.device === "trezor");
        const target = { ...wallet, address: addresses.get(row.role), path: row.path };
        await inMetaMask(target, reached("MetaMask"));
        await inRabby(target, reached("Rabby"));
    }
    const [[wallet, known]] = wallets;
    await bounds(`${basename(bundle)}, ${wallet}`, known);
}

// The xpubs of each wallet, by their paths.
function xpubs(bundle, read) {
    const found = new Map();
    for (const file of readdirSync(join(bundle, "sealed")).filter((name) => /^member-.*\.json$/.test(name))) {
        const sealed = read("sealed", file);
        for (const { wallet, path, xpub } of sealed.accounts) {
            const name = `${sealed.member}/${wallet}`;
            found.set(name, (found.get(name) ?? new Map()).set(path, xpub));
        }
    }
    return found;
}

async function inMetaMask({ about, xpubs, address, path }, way) {
    const keyring = () => new MetaMask({ bridge: new Transport(xpubs) });
    if (way) {
        const list = keyring();
        list.setHdPath(METAMASK[way.menu]);
        const [page, row] = place(way.option);
        let rows = await list.getFirstPage();
        for (let turned = 1; turned < page; turned++) rows = await list.getNextPage();
        tally.same(`${about}: MetaMask's row`, rows[row - 1], { address, balance: null, index: way.number - 1 });
        return;
    }
    for (const allowed of ALLOWED) {
        const list = keyring();
        list.setHdPath(allowed);
        tally.same(`${about}: MetaMask's list ${allowed}`, await holds(list, address, "getNextPage"), false);
    }
    refuses(`${about}: MetaMask`, keyring(), path, ALLOWED);
}

async function inRabby({ about, xpubs, address, path }, way) {
    const keyring = () => new Rabby({ bridge: new Transport(xpubs) });
    if (way) {
        const list = keyring();
        await list.setHDPathType(RABBY[way.menu]);
        const [first] = await list.getAddresses(way.number - 1, way.number);
        tally.same(`${about}: Rabby's row`, first, { address, balance: null, index: way.number });
        return;
    }
    for (const type of ["BIP44", "LedgerLive", "Legacy"]) {
        const list = keyring();
        await list.setHDPathType(type);
        const rows = await list.getAddresses(0, SEARCHED);
        tally.same(`${about}: Rabby's list ${type}`, rows.some((it) => it.address === address), false);
    }
    refuses(`${about}: Rabby`, keyring(), path, RABBY_ALLOWED);
}

// Page and row of the sentence.
function place(option) {
    return /\(page (\d+), row (\d+)\)$/.exec(option).slice(1).map(Number);
}

async function holds(list, address, next) {
    for (let seen = 0; seen < SEARCHED; seen += 5) {
        if ((await list[next]()).some((row) => row.address === address)) return true;
    }
    return false;
}

// The paths above an address, as the path of a list: refused, but for those that there are.
function refuses(about, keyring, path, allowed) {
    const parts = path.split("/");
    for (const length of [4, 5, 6]) {
        const above = parts.slice(0, length).join("/");
        if (allowed.includes(above)) continue;
        let said;
        try {
            keyring.setHdPath(above);
        } catch (error) {
            said = error.message;
        }
        tally.same(`${about}, ${above}`, said, `The setHdPath method does not support setting HD Path to ${above}`);
    }
}

// The first and the last index that MetaMask finds again to sign for, and the one behind.
async function bounds(about, xpubs) {
    const transport = new Transport(xpubs);
    const keyring = new MetaMask({ bridge: transport });
    await keyring.unlock();
    for (const [index, expected] of [[0, true], [INDICES - 1, true], [INDICES, false]]) {
        transport.asked = undefined;
        const address = transport.node(`m/44'/60'/0'/0/${index}`).address;
        const said = await outcome(() => keyring.signPersonalMessage(address, "0x00"));
        tally.same(`${about}: MetaMask signs for index ${index}`, said, expected ? "0x00" : "Unknown address");
        const asked = expected ? `m/44'/60'/0'/0/${index}` : undefined;
        tally.same(`${about}: the path of index ${index}`, transport.asked, asked);
    }
}

// What a call gives, or what it says against it: the keyring throws that from a timer, beside its promise.
function outcome(call) {
    return new Promise((resolve) => {
        const thrown = (error) => resolve(error.message);
        process.once("uncaughtException", thrown);
        const done = (answer) => {
            process.off("uncaughtException", thrown);
            resolve(answer);
        };
        call().then(done, (error) => done(error.message));
    });
}
