// The schemas in docs/schemas/ by Ajv: every document of the rehearsals and every plan is valid, and of every single change
// of true documents it says what our schemas' own checks say, and refuses all that our readers refuse.
//
// usage: schemas.js CASES BUNDLE…   (CASES as the ignored test of src/ceremony/schemas/peers.rs writes them)
const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const { Ajv2020 } = require("ajv/dist/2020.js");
const { Tally } = require("./tally.js");

const HOME = path.join(__dirname, "../../..");
const SCHEMAS = path.join(HOME, "docs/schemas");

// Everything that Ajv calls strict: unknown words, types that contradict each other, patterns that are none.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });

function validators() {
    const names = fs.readdirSync(SCHEMAS).map((file) => file.replace(".schema.json", ""));
    const schema = (name) => JSON.parse(fs.readFileSync(path.join(SCHEMAS, `${name}.schema.json`)));
    return Object.fromEntries(names.map((name) => [name, ajv.compile(schema(name))]));
}

// The files of a rehearsal, each with the name of its schema.
function* documents(bundle) {
    const json = (file) => JSON.parse(fs.readFileSync(path.join(bundle, file)));
    const among = (folder, ending) => {
        const place = path.join(bundle, folder);
        const files = fs.existsSync(place) ? fs.readdirSync(place) : [];
        return files.filter((file) => file.endsWith(ending)).map((file) => `${folder}/${file}`);
    };
    yield ["manifest", "public/manifest.json", json("public/manifest.json")];
    for (const file of among("public/parts", ".json")) yield ["part", file, json(file)];
    for (const file of among("public/contracts", ".json")) yield ["contract", file, json(file)];
    for (const file of among("sealed", ".json")) yield ["sealed", file, json(file)];
    for (const file of among("sealed", ".jsonl")) {
        const kind = file.endsWith("journal-team.jsonl") ? "journal-team" : "journal-member";
        const lines = fs.readFileSync(path.join(bundle, file), "utf8").trimEnd().split("\n");
        for (const [at, line] of lines.entries()) yield [kind, `${file}:${at + 1}`, JSON.parse(line)];
    }
}

// The document with another value at a JSON pointer (RFC 6901).
function changed(document, pointer, value) {
    if (pointer === "") return value;
    const copy = structuredClone(document);
    const steps = pointer.slice(1).split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = steps.pop();
    steps.reduce((here, step) => here[step], copy)[last] = value;
    return copy;
}

async function main([cases, ...bundles]) {
    const tally = new Tally("schemas", "Ajv");
    const valid = validators();
    for (const bundle of bundles) {
        for (const [schema, file, document] of documents(bundle)) {
            tally.same(`${path.basename(bundle)}: ${file} is valid by ${schema}`, valid[schema](document), true);
        }
    }
    const met = new Set();
    for await (const line of readline.createInterface({ input: fs.createReadStream(cases) })) {
        const { schema, document, changes } = JSON.parse(line);
        met.add(schema);
        tally.same(`a true document is valid by ${schema}`, valid[schema](document), true);
        for (const [place, value, reads, ours] of changes) {
            const theirs = valid[schema](changed(document, place, value));
            tally.same(`${schema}: ${JSON.stringify(value)?.slice(0, 100)} at ${place} is valid`, theirs, ours);
            if (!reads) tally.same(`${schema}: ${place} is refused, as by the reader`, theirs, false);
        }
    }
    tally.same("every schema was met", Object.keys(valid).sort(), [...met].sort());
    tally.finish();
}

main(process.argv.slice(2));
