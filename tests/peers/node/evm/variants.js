// Plans that change the owners of a Safe, made of a rehearsed plan, and their rehearsals.
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const NEWCOMERS = ["first-newcomer", "second-newcomer"];
const NEXT = {
    leaves: [["owner-1", "owner-3"], 2],
    joins: [["owner-1", "owner-2", "owner-3", "first-newcomer"], 3],
    "two-swapped": [["owner-3", "first-newcomer", "second-newcomer"], 2],
    "more-signatures": [["owner-1", "owner-2", "owner-3"], 3],
};

// The plan with what its first Safe shall be next, and with those who join.
function changed(plan, [owners, threshold], draw) {
    const joining = NEWCOMERS.filter((name) => owners.includes(name));
    const external = (name) =>
        `[[external]]\nname = "${name}"\nlabel = "${name}"\naddress = "${draw.address()}"\n\n`;
    const [, safe] = /(\[\[safe\]\]\n(?:.+\n)+)/.exec(plan);
    const next = `\n[safe.next]\nowners = ${JSON.stringify(owners)}\nthreshold = ${threshold}\n`;
    return plan.replace(safe, () => joining.map(external).join("") + safe + next);
}

// The bundles of the changed plans, rehearsed in a folder.
function rehearseVariants(bundle, gishiki, draw, scratch) {
    const plan = readFileSync(join(bundle, "public/plan.toml"), "utf8");
    return Object.entries(NEXT).map(([name, next]) => {
        const [file, out] = [join(scratch, `${name}.toml`), join(scratch, name)];
        writeFileSync(file, changed(plan, next, draw));
        const { status, stderr } = gishiki.run("rehearse", { "": file, headless: true, out });
        if (status !== 0) throw new Error(`rehearsal of ${file}: ${stderr}`);
        return out;
    });
}

module.exports = { rehearseVariants };
