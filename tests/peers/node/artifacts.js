// What Safe compiled, from its packages: one for each version of its contracts.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const PACKAGES = {
    "1.3.0": "@gnosis.pm/safe-contracts",
    "1.4.1": "@safe-global/safe-contracts",
    "1.5.0": "@safe-global/safe-smart-account",
};
const FOLDERS = ["", "proxies", "handler", "libraries"];

// A contract's abi, bytecode and deployedBytecode, by the name that it has since 1.4.1.
function artifact(version, name) {
    const own = version === "1.3.0" && /^Safe/.test(name) ? `Gnosis${name}` : name;
    for (const folder of FOLDERS) {
        const file = join("build/artifacts/contracts", folder, `${own}.sol`, `${own}.json`);
        for (const place of require.resolve.paths(PACKAGES[version])) {
            const path = join(place, PACKAGES[version], file);
            if (existsSync(path)) return require(path);
        }
    }
    throw new Error(`no ${own} in ${PACKAGES[version]}`);
}

module.exports = { artifact };
