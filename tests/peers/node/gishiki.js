// The program under proof, as a script calls it.
const { spawnSync } = require("node:child_process");

class Gishiki {
    constructor(path) {
        this.path = path;
    }

    // Status, stdout and stderr of a call. `options` by name: a value, a list of them, or true; undefined ones are left out.
    // What has no name stands before them all.
    run(verb, { "": bare, ...options }) {
        const args = Object.entries(options)
            .filter(([, value]) => value !== undefined && value !== false)
            .flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, ...[value].flat().map(String)]));
        const words = [...verb.split(" "), ...(bare ? [bare] : []), ...args];
        return spawnSync(this.path, words, { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
    }

    // The JSON document that it answers with.
    ask(verb, options) {
        const { status, stdout, stderr } = this.run(verb, { ...options, json: true });
        if (status !== 0) throw new Error(`${verb} ${JSON.stringify(options)}: ${stderr}`);
        return JSON.parse(stdout);
    }

    // The JSON document of a check, whether it found something wrong or not.
    judge(verb, options) {
        const { status, stdout, stderr } = this.run(verb, { ...options, json: true });
        if (![0, 1].includes(status)) throw new Error(`${verb} ${JSON.stringify(options)}: ${stderr}`);
        return JSON.parse(stdout);
    }

    // The words of a refusal, of a call that cannot be used or of what a check found; undefined where it did not refuse.
    refusal(verb, options) {
        const { status, stdout, stderr } = this.run(verb, { ...options, json: true });
        return [1, 2].includes(status) && stdout === "" ? stderr : undefined;
    }
}

module.exports = { Gishiki };
