// Who signed each line of a file, "message<TAB>signature": `ethers|viem FILE`
const { readFileSync } = require('fs');
const [library, file] = process.argv.slice(2);
const ways = {
  ethers: () => require('ethers').verifyMessage,
  viem: () => {
    const { recoverMessageAddress } = require('viem');
    return (message, signature) => recoverMessageAddress({ message, signature });
  },
};
const signer = ways[library]();
const lines = readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
(async () => {
  for (const [message, signature] of lines) process.stdout.write(`${await signer(message, signature)}\n`);
})();
