// The two deterministic deployers that Safe's contracts were put on their chains with, by the transactions that put the
// deployers themselves there: signed once, without a key that anyone holds or by Safe's.
const { getSingletonFactoryInfo } = require("@safe-global/safe-singleton-factory");

const FUNDS = "0xde0b6b3a7640000";

// Arachnid's deterministic deployment proxy: one transaction for every chain, its signature made up of twos.
const ARACHNID = {
    address: "0x4e59b44847b379578588920cA78FbF26c0B4956C",
    signerAddress: "0x3fAB184622Dc19b6109349B94811493BF2a45362",
    transaction:
        `0xf8a58085174876e800830186a08080b853604580600e600039806000f350fe7f${"f".repeat(62)}e03601600081602082378035828234` +
        `f58015156039578182fd5b8082525050506014600cf31ba0${"2".repeat(64)}a0${"2".repeat(64)}`,
};

// Puts a deployer on the chain; its address, which follows from its transaction alone.
async function put(chain, { address, signerAddress, transaction }) {
    await chain.rpc("anvil_setBalance", signerAddress, FUNDS);
    const receipt = await chain.rpc("eth_sendRawTransactionSync", transaction);
    if (BigInt(receipt.contractAddress) !== BigInt(address)) throw new Error(`a deployer at ${receipt.contractAddress}`);
    return address;
}

async function putDeployers(chain) {
    return {
        arachnid: await put(chain, ARACHNID),
        safe: await put(chain, getSingletonFactoryInfo(chain.chainId)),
    };
}

module.exports = { putDeployers };
