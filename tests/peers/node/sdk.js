// The same split by 0xSplits' own SDK, which makes calldata without a network, but no address.
const { SplitV1Client, SplitV2Client } = require("@0xsplits/splits-sdk");
const { zeroAddress } = require("viem");

const VERSIONS = { "2.0": "splitV2", "2.1": "splitV2o1", "2.2": "splitV2o2" };
// The client that it insists on, and never asks for calldata.
const client = ({ chainId }) => ({ chainId, publicClient: { chain: { id: chainId } } });

// It has no V1 on Hoodi, and counts in percent of four decimals, which our shares are millionths of.
const percent = (millionths) => Number(millionths) / 1e4;
const recipients = (shares) => shares.map(([address, share]) => ({ address, percentAllocation: percent(share) }));

function canExpress(wanted) {
    return wanted.version !== "1" || wanted.chainId !== 560048;
}

// The transaction's target and calldata; `shares` in the order in which they go to the contract.
async function bySdk(wanted, shares) {
    const common = { recipients: recipients(shares), distributorFeePercent: percent(wanted.incentive) };
    const { address, data } =
        wanted.version === "1"
            ? await new SplitV1Client(client(wanted)).callData.createSplit({ ...common, controller: wanted.owner })
            : await new SplitV2Client(client(wanted)).callData.createSplit({
                  ...common,
                  totalAllocationPercent: percent(shares.reduce((sum, [, share]) => sum + share, 0n)),
                  splitType: wanted.kind,
                  ownerAddress: wanted.owner,
                  creatorAddress: wanted.creator,
                  salt: wanted.salt,
                  version: VERSIONS[wanted.version],
              });
    return { to: address, value: "0", data };
}

// The call that shares out a split's ether, for nobody in particular; V1's would ask the network.
async function distributionBySdk(wanted, splitAddress, shares) {
    const { address, data } = await new SplitV2Client(client(wanted)).callData.distribute({
        splitAddress,
        tokenAddress: zeroAddress,
        distributorAddress: zeroAddress,
        splitFields: {
            recipients: shares.map(([to, share]) => ({ recipient: { address: to }, ownership: share })),
            distributorFeePercent: percent(wanted.incentive),
        },
    });
    return { to: address, value: "0", data };
}

// A client that answers for the network: which code the split has, and who owns it.
function standing({ chainId }, code, owner) {
    const chain = { id: chainId };
    const publicClient = { chain, getCode: async () => code, readContract: async () => owner };
    return new SplitV2Client({ chainId, publicClient, walletClient: { chain, account: { address: owner } } }).callData;
}

// The calls by which the owner of a split of V2 changes its shares or gives it to another.
async function changesBySdk(wanted, splitAddress, code, shares, next) {
    const split = standing(wanted, code, wanted.owner);
    const made = {
        update: await split.updateSplit({
            splitAddress,
            recipients: recipients(shares),
            distributorFeePercent: percent(wanted.incentive),
            totalAllocationPercent: percent(shares.reduce((sum, [, share]) => sum + share, 0n)),
        }),
        transfer: await split.transferOwnership({ splitAddress, newOwner: next }),
    };
    const call = ({ address, data }) => ({ to: address, value: "0", data });
    return { update: call(made.update), transfer: call(made.transfer) };
}

module.exports = { bySdk, canExpress, changesBySdk, distributionBySdk };
