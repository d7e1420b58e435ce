// The files of `gishiki export` for wallets and machines, read by other people's parsers: every address of the manifest is found under
// its name, and the fee recipients are those of the policy. What Safe{Wallet} demands of an address book is written here again from its
// source, as no package has it.
//
// usage: labels.js GISHIKI BUNDLE…
const { readFileSync } = require("node:fs");
const { basename, join } = require("node:path");
const { AddressBookController } = require("@metamask/address-book-controller");
const { Messenger } = require("@metamask/messenger");
const { getAddress } = require("ethers");
const yaml = require("js-yaml");
const papa = require("papaparse");
const { Gishiki } = require("./gishiki.js");
const { Tally } = require("./tally.js");

const [path, ...bundles] = process.argv.slice(2);
const gishiki = new Gishiki(path);
const tally = new Tally("labels", "address-book-controller, papaparse, js-yaml");

// Names that workspaces of Safe{Wallet} take; its local address book takes any.
const SAFE_NAME = /^[\p{L}\p{M}\p{N} ._\-#@&',()]{3,50}$/u;

// Lido's vaults and Rocket Pool's smoothing pool, as their own lists have them.
const VAULTS = {
    1: {
        "lido-csm": "0x388C818CA8B9251b393131C08a736A67ccB19297",
        "rocket-pool": "0xd4E96eF8eee8678dBFf4d535E033Ed1a4F7605b7",
    },
    560048: {
        "lido-csm": "0x9b108015fe433F173696Af3Aa0CF7CDb3E104258",
        "rocket-pool": "0xA347C391bc8f740CAbA37672157c8aAcD08Ac567",
    },
};

for (const bundle of bundles) {
    const manifest = JSON.parse(readFileSync(join(bundle, "public/manifest.json"), "utf8"));
    safe(bundle, manifest);
    metamask(bundle, manifest);
    rotki(bundle, manifest);
    machines(bundle, manifest);
}
tally.finish();

function run(format, bundle, options = {}) {
    return gishiki.run(`export ${format} ${bundle}`, { "": "--rehearsal", ...options });
}

// A file of a format; undefined where there is none.
function file(format, bundle, options) {
    const { status, stdout, stderr } = run(format, bundle, options);
    tally.same(`${basename(bundle)}: ${format} comes out ${stderr}`, 0, status);
    return stdout;
}

// Every address with its chain and its label, as the manifest has them.
function wanted({ addresses, ceremony, contracts, externals }) {
    const marks = (ceremony.rehearsal ? "REHEARSAL " : "") + (ceremony.testnet ? "TESTNET " : "");
    const one = (chain) => ({ address, label }) => [address, chain, marks + label];
    const made = contracts.map((it) => it.safe ?? it.split);
    return [
        ...addresses.map(one(ceremony.chain_id)),
        ...made.flatMap((it) => it.chains.map((chain) => one(chain)(it))),
        ...externals.filter(({ address }) => address !== "TBD").map(one(ceremony.chain_id)),
    ].sort();
}

// The labels of the shipped plans have no character that another program refuses, so their names are these very ones; but where they
// are too long for Safe{Wallet}, names are compared by their marks.
function named(rows, manifest, about, renamed = (name) => name) {
    const expected = wanted(manifest).map(([address, chain, label]) => [address, chain, renamed(label)]);
    tally.same(`${about}: addresses`, expected.map(([a, c]) => [a, c]), rows.map(([a, c]) => [a, c]).sort());
    const found = new Map(rows.map(([address, chain, name]) => [`${chain} ${address}`, name]));
    for (const [address, chain, label] of expected) {
        const name = found.get(`${chain} ${address}`) ?? "";
        if (label.length <= 50) tally.same(`${about}: ${address}`, label, name);
        else tally.same(`${about}: marks of ${address}`, label.match(/^(REHEARSAL )?(TESTNET )?/)[0], name.match(/^(REHEARSAL )?(TESTNET )?/)[0]);
    }
}

function parsed(text) {
    const { data, errors } = papa.parse(text.replace(/\n$/, ""));
    tally.same("papaparse finds no error", [], errors);
    return data;
}

function safe(bundle, manifest) {
    const text = file("safe-address-book", bundle);
    const [header, ...rows] = parsed(text);
    tally.same("header", ["address", "name", "chainId"], header);
    tally.same("size", true, Buffer.byteLength(text) <= 1_000_000);
    for (const [address, name] of rows) {
        tally.same(`checksum ${address}`, getAddress(address), address);
        tally.same(`name ${name}`, true, SAFE_NAME.test(name) && name.trim() === name);
    }
    named(rows.map(([address, name, chain]) => [address, Number(chain), name]), manifest, "safe-address-book");
    const { version, data } = JSON.parse(file("safe-data", bundle));
    tally.same("version", "3.0", version);
    const entries = Object.entries(data.addressBook);
    const all = entries.flatMap(([chain, book]) => Object.entries(book).map(([a, name]) => [a, Number(chain), name]));
    named(all, manifest, "safe-data");
}

function metamask(bundle, manifest) {
    const { addressBook: state } = JSON.parse(file("metamask-contacts", bundle));
    const messenger = new Messenger({ namespace: "AddressBookController" });
    const controller = new AddressBookController({ messenger, state });
    const contacts = controller.list();
    const dotless = (name) => name.replaceAll(".", "-");
    named(contacts.map((it) => [it.address, Number(it.chainId), it.name]), manifest, "metamask-contacts", dotless);
    // What the program makes of the same contact when somebody types it is no other, and no name of ENS.
    for (const { address, name, chainId, memo } of contacts) {
        tally.same(`${address} can be typed`, true, controller.set(address, name, chainId, memo));
        const { isEns, name: kept, memo: said } = controller.state.addressBook[chainId][address];
        tally.same(`${address} typed`, [false, name, memo], [isEns, kept, said]);
    }
    const [header, ...rows] = parsed(file("metamask-labels", bundle));
    tally.same("header", ["name", "address", "chain_id", "memo"], header);
    const table = rows.map(([name, address, chain, memo]) => [address, Number(chain), name, memo]);
    tally.same("table", contacts.map((it) => [it.address, Number(it.chainId), it.name, it.memo]).sort(), table.sort());
}

// As rotki's import cuts it: lines at line feeds, cells at commas.
function rotki(bundle, manifest) {
    if (manifest.ceremony.testnet) return tally.same("rotki has no testnets", 2, run("rotki", bundle).status);
    const [header, ...rows] = file("rotki", bundle).trim().split("\n").map((line) => line.split(","));
    tally.same("header", ["address", "name", "blockchain", "location"], header);
    tally.same("mainnet, private", [], rows.filter(([, , chain, place]) => chain !== "eth" || place !== "private"));
    named(rows.map(([address, name]) => [address, 1, name]), manifest, "rotki");
}

function machines(bundle, manifest) {
    const chain = manifest.ceremony.chain_id;
    const safes = manifest.contracts.flatMap((it) => (it.safe ? [it.safe] : []));
    const policies = [
        ...safes.map(({ name, address }) => [{ policy: "own", safe: name }, address]),
        ...Object.entries(VAULTS[chain] ?? {}).map(([policy, vault]) => [{ policy }, vault]),
    ];
    for (const [options, recipient] of policies) {
        const about = `${basename(bundle)} ${options.policy}`;
        // Lodestar reads its settings by the failsafe schema, in which every scalar is a text, and demands texts.
        const settings = yaml.load(file("lodestar", bundle, options), { schema: yaml.FAILSAFE_SCHEMA });
        const expected = { default_config: { fee_recipient: recipient, strict_fee_recipient_check: "true" } };
        tally.same(`${about}: lodestar`, expected, settings);
        for (const client of ["lighthouse", "nimbus"]) {
            const flags = file(client, bundle, options).split("\n").filter((line) => line && !line.startsWith("#"));
            tally.same(`${about}: ${client}`, [`--suggested-fee-recipient=${recipient}`], flags);
        }
    }
    if (safes.length > 1) tally.same("nobody guesses a Safe", 2, run("lodestar", bundle, { policy: "own" }).status);
    const stray = { policy: "lido-csm", safe: safes[0].name };
    tally.same("fees of Lido CSM go to no Safe", 2, run("lodestar", bundle, stray).status);
}
