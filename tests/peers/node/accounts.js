// What `gishiki export crypto-account` writes, taken by the keyrings that take accounts from a QR code: the addresses of the wallet
// at their whole paths and no other, and nothing that signs. Others' refusals are those that ours is for.
//
// usage: accounts.js GISHIKI BUNDLE…
const { readFileSync } = require("node:fs");
const { basename, join } = require("node:path");
const { CryptoAccount, URRegistryDecoder } = require("@keystonehq/bc-ur-registry-eth");
const { BaseKeyring } = require("@keystonehq/base-eth-keyring");
const { QrKeyring } = require("@metamask/eth-qr-keyring");
const { Gishiki } = require("./gishiki.js");
const { Tally } = require("./tally.js");

// Both show so many at once, and refuse what does not fill a page.
const PAGE = 5;

const [path, ...bundles] = process.argv.slice(2);
const gishiki = new Gishiki(path);
const tally = new Tally("accounts", "@metamask/eth-qr-keyring, @keystonehq/base-eth-keyring");

async function main() {
    for (const bundle of bundles) {
        const manifest = JSON.parse(readFileSync(join(bundle, "public/manifest.json"), "utf8"));
        const wallets = new Map();
        for (const row of manifest.addresses) {
            const name = `${row.member}/${row.wallet}`;
            wallets.set(name, [...(wallets.get(name) ?? []), row]);
        }
        for (const [name, rows] of wallets) await ofWallet(bundle, manifest.ceremony, name, rows);
    }
    tally.finish();
}

main();

async function ofWallet(bundle, ceremony, name, rows) {
    const about = `${basename(bundle)}, ${name}`;
    const [custodian, wallet] = name.split("/");
    const call = (roles = []) => {
        const verb = ["export crypto-account", bundle, ...roles.map((role) => `--role=${role}`)].join(" ");
        return gishiki.run(verb, { "": "--rehearsal", custodian, wallet });
    };
    if (rows.length % PAGE !== 0) tally.same(`${about}: no page is filled`, 2, call().status);
    // As many whole pages as there are, from the first address and from the last.
    const whole = rows.length - (rows.length % PAGE);
    for (const chosen of whole ? [rows.slice(0, whole), rows.slice(rows.length - whole)] : []) {
        const { status, stdout, stderr } = call(chosen.map((row) => row.role));
        tally.same(`${about}: comes out ${stderr}`, 0, status);
        const marks = (ceremony.rehearsal ? "REHEARSAL " : "") + (ceremony.testnet ? "TESTNET " : "");
        const expected = { name: `${marks}${custodian} ${wallet}`, rows: chosen };
        const message = decoded(stdout.trim());
        withoutChainCodes(about, message, expected);
        await inMetaMask(about, message, expected);
        await inKeystone(about, message, expected);
    }
}

function decoded(resource) {
    const decoder = new URRegistryDecoder();
    decoder.receivePart(resource);
    return decoder.resultUR();
}

// As the registry's own classes read it.
function withoutChainCodes(about, { type, cbor }, { rows }) {
    tally.same(`${about}: type`, "crypto-account", type);
    const keys = CryptoAccount.fromCBOR(cbor).getOutputDescriptors().map((it) => it.getHDKey());
    tally.same(`${about}: keys`, rows.length, keys.length);
    tally.same(`${about}: chain codes`, [], keys.map((key) => key.getChainCode()).filter(Boolean));
    tally.same(`${about}: paths`, rows.map((row) => row.path), keys.map((key) => `m/${key.getOrigin().getPath()}`));
}

const listed = (rows) => rows.map(({ address }, index) => ({ address, index }));

async function inMetaMask(about, { type, cbor }, { name, rows }) {
    const asked = [];
    const bridge = {
        requestScan: (request) => {
            asked.push(request.type);
            return Promise.reject(new Error("no device answers"));
        },
    };
    const keyring = new QrKeyring({ bridge, ur: { type, cbor: cbor.toString("hex") } });
    tally.same(`${about}: MetaMask's name`, keyring.getName(), name);
    const pages = [await keyring.getFirstPage()];
    while (pages.flat().length < rows.length) pages.push(await keyring.getNextPage());
    tally.same(`${about}: MetaMask's list`, pages.flat(), listed(rows));
    tally.same(`${about}: MetaMask's end`, await rejected(() => keyring.getNextPage()), true);
    const added = await keyring.addAccounts(rows.length);
    tally.same(`${about}: MetaMask's accounts`, added, rows.map((row) => row.address));
    const { paths } = await keyring.serialize();
    tally.same(`${about}: MetaMask's paths`, paths, Object.fromEntries(rows.map((row) => [row.address, `M/${row.path.slice(2)}`])));
    // A signature is asked of a device that signs by QR codes.
    tally.same(`${about}: MetaMask signs nothing`, await rejected(() => keyring.signPersonalMessage(rows[0].address, "0x00")), true);
    tally.same(`${about}: MetaMask asks for a scan`, asked, ["sign"]);
    // One address fewer, and the last page cannot be shown.
    const short = new QrKeyring({ bridge, ur: { type, cbor: shortened(cbor).toString("hex") } });
    const last = rows.length / PAGE;
    let turn = () => short.getFirstPage();
    for (let page = 1; page < last; page++) {
        await turn();
        turn = () => short.getNextPage();
    }
    tally.same(`${about}: MetaMask's short page`, await rejected(() => turn()), true);
}

async function inKeystone(about, { cbor }, { name, rows }) {
    const keyring = new BaseKeyring();
    keyring.syncKeyring(CryptoAccount.fromCBOR(cbor));
    const { paths } = await keyring.serialize();
    tally.same(`${about}: Keystone's paths`, paths, Object.fromEntries(rows.map((row) => [row.address, `M/${row.path.slice(2)}`])));
    tally.same(`${about}: Keystone's name`, keyring.getName(), name);
    const short = CryptoAccount.fromCBOR(shortened(cbor));
    tally.same(`${about}: Keystone's short page`, await rejected(async () => new BaseKeyring().syncKeyring(short)), true);
}

// The same account without its last address.
function shortened(cbor) {
    const account = CryptoAccount.fromCBOR(cbor);
    return new CryptoAccount(account.getMasterFingerprint(), account.getOutputDescriptors().slice(0, -1)).toCBOR();
}

async function rejected(call) {
    return call().then(() => false, () => true);
}
