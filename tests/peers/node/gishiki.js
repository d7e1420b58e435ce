// The program under proof, as a script calls it.
const { spawnSync } = require("node:child_process");

class Gishiki {
    constructor(path) {
        this.path = path;
    }

    // Status, stdout and stderr of a call. `options` by name: a value, a list of them, or true; undefined ones are left out.
    run(verb, options) {
        const args = Object.entries(options)
            .filter(([, value]) => value !== undefined && value !== false)
            .flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, ...[value].flat().map(String)]));
        return spawnSync(this.path, [verb, ...args], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
    }

    // The JSON document that it answers with.
    ask(verb, options) {
        const { status, stdout, stderr } = this.run(verb, { ...options, json: true });
        if (status !== 0) throw new Error(`${verb} ${JSON.stringify(options)}: ${stderr}`);
        return JSON.parse(stdout);
    }

    // The words of a refusal; undefined where it did not refuse.
    refusal(verb, options) {
        const { status, stdout, stderr } = this.run(verb, { ...options, json: true });
        return status === 2 && stdout === "" ? stderr : undefined;
    }
}

module.exports = { Gishiki };
