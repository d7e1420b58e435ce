// Counting checks: what agreed, and the first differences.
const { isDeepStrictEqual } = require("node:util");

const SHOWN = 5;

class Tally {
    constructor(group, whom) {
        Object.assign(this, { group, whom, passed: 0, failed: 0 });
    }

    // One check: `expected` is what the others' program says, `found` what Gishiki says.
    same(what, expected, found) {
        if (isDeepStrictEqual(expected, found)) return void this.passed++;
        if (++this.failed <= SHOWN) {
            const [theirs, ours] = [expected, found].map((value) => JSON.stringify(value));
            console.error(`  ${this.group}: ${what}\n    ${this.whom} says ${theirs}\n    gishiki says ${ours}`);
        }
    }

    // Takes in what another process counted.
    add({ passed, failed }) {
        this.passed += passed;
        this.failed += failed;
    }

    // The group's line, which `run` adds up, and the exit status.
    finish() {
        console.log(`${this.group}: ${this.passed} passed, ${this.failed} failed (${this.whom})`);
        process.exitCode = this.failed > 0 || this.passed === 0 ? 1 : 0;
    }
}

module.exports = { Tally };
