// Random parameters from a seed: the n-th draw is keccak256 of the seed and n, so that a failure can be repeated.
const { dataSlice, getAddress, id, toBigInt } = require("ethers");

class Draw {
    constructor(seed) {
        Object.assign(this, { seed, drawn: 0 });
    }

    bytes32() {
        return id(`${this.seed} ${this.drawn++}`);
    }

    // An integer from `low` to `high`, both included.
    between(low, high) {
        return low + Number(toBigInt(this.bytes32()) % BigInt(high - low + 1));
    }

    oneOf(list) {
        return list[this.between(0, list.length - 1)];
    }

    address() {
        return getAddress(dataSlice(this.bytes32(), 12));
    }

    list(length, make) {
        return Array.from({ length }, make);
    }
}

module.exports = { Draw };
