// The Safe by viem.
//
// usage: safe_viem.js OWNER…
const { encodeFunctionData, encodePacked, getContractAddress, keccak256, parseAbi, zeroAddress } = require("viem");

const FACTORY = "0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67";
const SINGLETON = "0x41675C099F32341bf84BFc5382aF534df5C7461a";
const ABI = parseAbi([
    "function setup(address[] owners, uint256 threshold, address to, bytes data, address fallbackHandler, " +
        "address paymentToken, uint256 payment, address paymentReceiver)",
    "function createProxyWithNonce(address singleton, bytes initializer, uint256 saltNonce)",
    "function setupToL2(address l2Singleton)",
]);
const encode = (functionName, args) => encodeFunctionData({ abi: ABI, functionName, args });

const initializer = encode("setup", [
    process.argv.slice(2), 2n, "0xBD89A1CE4DDe368FFAB0eC35506eEcE0b1fFdc54",
    encode("setupToL2", ["0x29fcB43b46531BcA003ddC8FCB67FFE91900C762"]),
    "0xfd0732Dc9E303f09fCEf3a7388Ad10A83459Ec99", zeroAddress, 0n, "0x5afe7A11E7000000000000000000000000000000",
]);
const address = getContractAddress({
    opcode: "CREATE2",
    from: FACTORY,
    salt: keccak256(encodePacked(["bytes32", "uint256"], [keccak256(initializer), 0n])),
    bytecodeHash: "0x76733d705f71b79841c0ee960a0ca880f779cde7ef446c989e6d23efc0a4adfb",
});
console.log(JSON.stringify({ address, data: encode("createProxyWithNonce", [SINGLETON, initializer, 0n]) }));
