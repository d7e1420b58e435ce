// The same Safe by viem: its ABI coder reads our calldata and writes it again, and its CREATE2 makes the address.
const { concat, decodeFunctionData, encodeFunctionData, encodePacked, getContractAddress, keccak256, pad, parseAbi } =
    require("viem");
const { artifact } = require("../artifacts.js");

const METHODS = ["createProxyWithNonce", "createChainSpecificProxyWithNonce"].flatMap((name) => [name, `${name}L2`]);
const FACTORY = parseAbi(METHODS.map((name) => `function ${name}(address singleton, bytes initializer, uint256 saltNonce)`));
const SETUP = parseAbi([
    "function setup(address[] owners, uint256 threshold, address to, bytes data, address fallbackHandler, " +
        "address paymentToken, uint256 payment, address paymentReceiver)",
]);

// Address and calldata from the calldata alone, and the owners and the threshold that it names.
function byViem(version, chainId, tx) {
    const { functionName, args } = decodeFunctionData({ abi: FACTORY, data: tx.data });
    const [singleton, initializer, saltNonce] = args;
    const setup = decodeFunctionData({ abi: SETUP, data: initializer });
    const again = encodeFunctionData({ abi: SETUP, ...setup });
    const [types, values] = [["bytes32", "uint256"], [keccak256(again), saltNonce]];
    if (/ChainSpecific/.test(functionName)) void types.push("uint256"), values.push(BigInt(chainId));
    const address = getContractAddress({
        opcode: "CREATE2",
        from: tx.to,
        salt: keccak256(encodePacked(types, values)),
        bytecode: concat([artifact(version, "SafeProxy").bytecode, pad(singleton)]),
    });
    const data = encodeFunctionData({ abi: FACTORY, functionName, args: [singleton, again, saltNonce] });
    return { address, data, method: functionName, owners: setup.args[0], threshold: setup.args[1] };
}

module.exports = { byViem };
