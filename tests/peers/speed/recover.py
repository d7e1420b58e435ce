"""Who signed each line of a file, "message<TAB>signature", by eth-account with coincurve: `FILE`"""

import sys
from pathlib import Path

from eth_account import Account
from eth_account.messages import encode_defunct

for line in Path(sys.argv[1]).read_text().splitlines():
    message, signature = line.split("\t")
    print(Account.recover_message(encode_defunct(text=message), signature=signature))
