// The split by viem.
//
// usage: split_viem.js SALT DIGIT=SHARE…
const { concat, encodeAbiParameters, encodeFunctionData, getContractAddress, keccak256, parseAbi, zeroAddress } =
    require("viem");

const FACTORY = "0x8E8eB0cC6AE34A38B67D5Cf91ACa38f60bc3Ecf4";
const ABI = parseAbi([
    "struct Split { address[] recipients; uint256[] allocations; uint256 totalAllocation; uint16 distributionIncentive; }",
    "function createSplitDeterministic(Split params, address owner, address creator, bytes32 salt)",
]);

const [salt, ...shares] = process.argv.slice(2);
const params = {
    recipients: shares.map((share) => `0x${share[0].repeat(40)}`),
    allocations: shares.map((share) => BigInt(share.slice(2))),
    totalAllocation: 1_000_000n,
    distributionIncentive: 0,
};
const owned = encodeAbiParameters(ABI[0].inputs.slice(0, 2), [params, zeroAddress]);
const address = getContractAddress({
    opcode: "CREATE2",
    from: FACTORY,
    salt: keccak256(concat([owned, salt])),
    bytecodeHash: "0x45b1cff75f6e3ad2b2df0c59635a8d507669cada88ba862dcce929e591ea7356",
});
const data = encodeFunctionData({ abi: ABI, args: [params, zeroAddress, zeroAddress, salt] });
console.log(JSON.stringify({ address, data }));
