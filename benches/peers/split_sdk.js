// The split's calldata by 0xSplits' SDK; for an address it would ask a chain.
//
// usage: split_sdk.js SALT DIGIT=SHARE…
const { SplitV2Client } = require("@0xsplits/splits-sdk");

async function main() {
    const [salt, ...shares] = process.argv.slice(2);
    const client = new SplitV2Client({ chainId: 560048, publicClient: { chain: { id: 560048 } } });
    const { data } = await client.callData.createSplit({
        recipients: shares.map((share) => ({
            address: `0x${share[0].repeat(40)}`,
            percentAllocation: Number(share.slice(2)) / 1e4,
        })),
        distributorFeePercent: 0,
        totalAllocationPercent: 100,
        splitType: "push",
        salt,
    });
    console.log(JSON.stringify({ data }));
}

main();
