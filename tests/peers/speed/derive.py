"""Addresses of an account xpub at 0/i by bip_utils, as `gishiki derive --json` writes them: `XPUB COUNT`"""

import json
import sys

from bip_utils import Bip44, Bip44Changes, Bip44Coins

xpub, count = sys.argv[1], int(sys.argv[2])
branch = Bip44.FromExtendedKey(xpub, Bip44Coins.ETHEREUM).Change(Bip44Changes.CHAIN_EXT)
rows = (
    json.dumps({"index": i, "address": branch.AddressIndex(i).PublicKey().ToAddress()}, separators=(",", ":"))
    for i in range(count)
)
print("[\n" + ",\n".join(rows) + "\n]")
