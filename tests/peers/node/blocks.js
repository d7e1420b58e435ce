// Runs programs that stand one a line on stdin, {"code", "folder"}; answers each with a line of JSON: what it printed,
// or the error that ended it. One process for all, as loading ethers takes longer than a check.
const readline = require("node:readline");

function run({ code, folder }) {
    const printed = [];
    const console = { log: (...values) => printed.push(values.join(" ") + "\n") };
    process.chdir(folder);
    try {
        new Function("require", "console", code)(require, console);
        return printed.join("");
    } catch (error) {
        return `${error.name}: ${error.message}`;
    }
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
    process.stdout.write(JSON.stringify(run(JSON.parse(line))) + "\n");
});
