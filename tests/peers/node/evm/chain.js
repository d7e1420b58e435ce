// A chain of its own on this machine: anvil, with a block for every transaction, no fees, and leave to send from any address.
const { spawn } = require("node:child_process");

const OPTIONS = [
    "--port", "0", "--accounts", "1", "--auto-impersonate", "--disable-default-create2-deployer",
    "--block-base-fee-per-gas", "0", "--gas-price", "0",
];
const GAS = "0xe00000";

class Chain {
    static async start(chainId) {
        const anvil = spawn("anvil", [...OPTIONS, "--chain-id", String(chainId)], { stdio: ["ignore", "pipe", "inherit"] });
        process.once("exit", () => anvil.kill());
        const url = await listening(anvil);
        return new Chain(chainId, anvil, url);
    }

    constructor(chainId, anvil, url) {
        Object.assign(this, { chainId, anvil, url });
    }

    // The answers to several calls, [method, ...params] each: {result} or {error}.
    async ask(calls) {
        const body = JSON.stringify(calls.map(([method, ...params], id) => ({ jsonrpc: "2.0", id, method, params })));
        const answer = await fetch(this.url, { method: "POST", headers: { "content-type": "application/json" }, body });
        return (await answer.json()).sort((a, b) => a.id - b.id);
    }

    async rpc(method, ...params) {
        const [{ result, error }] = await this.ask([[method, ...params]]);
        if (error) throw new Error(`${method}: ${error.message}`);
        return result;
    }

    // Mines the transaction of any address that has nothing, and gives its receipt.
    send(from, { to, data, value = "0" }) {
        const amount = `0x${BigInt(value).toString(16)}`;
        return this.rpc("eth_sendTransactionSync", { from, to, data, value: amount, gas: GAS, gasPrice: "0x0" });
    }

    // What a call returns, {result}, or {error: {data}} where it reverts.
    async call(to, data, from) {
        const [answer] = await this.ask([["eth_call", { from, to, data, gas: GAS, gasPrice: "0x0" }, "latest"]]);
        return answer;
    }

    code(address) {
        return this.rpc("eth_getCode", address, "latest");
    }

    stop() {
        this.anvil.kill();
    }
}

// The address that it says it listens on; anything else that ends it is an error.
function listening(anvil) {
    return new Promise((resolve, reject) => {
        let said = "";
        anvil.on("error", reject);
        anvil.on("exit", (code) => reject(new Error(`anvil ended with ${code}: ${said}`)));
        anvil.stdout.on("data", (text) => {
            said += text;
            const found = /Listening on (\S+)\n/.exec(said);
            if (found) resolve(`http://${found[1]}`);
        });
    });
}

module.exports = { Chain };
