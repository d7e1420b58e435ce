// Addresses of an account xpub at 0/i, as `gishiki derive --json` writes them: `ethers|viem XPUB COUNT`
const [library, xpub, count] = process.argv.slice(2);
const ways = {
  ethers() {
    const { HDNodeWallet } = require('ethers');
    const branch = HDNodeWallet.fromExtendedKey(xpub).deriveChild(0);
    return (index) => branch.deriveChild(index).address;
  },
  viem() {
    const { HDKey, publicKeyToAddress } = require('viem/accounts');
    const { secp256k1 } = require('@noble/curves/secp256k1');
    const branch = HDKey.fromExtendedKey(xpub).deriveChild(0);
    return (index) => {
      const point = secp256k1.ProjectivePoint.fromHex(branch.deriveChild(index).publicKey);
      return publicKeyToAddress(`0x${point.toHex(false)}`);
    };
  },
};
const address = ways[library]();
const rows = Array.from({ length: Number(count) }, (_, index) => JSON.stringify({ index, address: address(index) }));
process.stdout.write(`[\n${rows.join(',\n')}\n]\n`);
