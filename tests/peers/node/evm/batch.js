// The checksum of a Transaction Builder batch, by the rule of Safe's tx-builder: keccak256 of a serialisation of its own.
const { id } = require("ethers");

// Keys come sorted in front of the values; a list has commas between its items, an object one behind each value.
function serialised(value) {
    if (Array.isArray(value)) return `[${value.map(serialised).join(",")}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
    const keys = Object.keys(value).sort();
    return `{${JSON.stringify(keys)}${keys.map((key) => `${serialised(value[key])},`).join("")}}`;
}

// Without the checksum itself, and with no name.
function checksum(batch) {
    const { checksum: left, ...meta } = batch.meta;
    return id(serialised({ ...batch, meta: { ...meta, name: null } }));
}

module.exports = { checksum };
