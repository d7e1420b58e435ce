## The plan as a whole

err-plan-has-errors = The plan { $file } cannot be used: it has lint errors ({ $errors }), the first at { $at } ({ $lint }).
rec-plan-has-errors = Run "gishiki check { $file }", correct what it names, and have the new plan reviewed.

## P-SCHEMA: the form of the file

err-p-schema-too-large = The file is larger than { $max } bytes.
rec-p-schema-too-large = Check that it is the plan; no plan is that long.
err-p-schema-not-utf8 = The file is not UTF-8 text from here on.
rec-p-schema-not-utf8 = Save the plan as UTF-8.
err-p-schema-invisible = A character that cannot be seen stands here: { $character }.
rec-p-schema-invisible = Delete it: with such characters a plan can read differently from what it says.
err-p-schema-syntax = This is not TOML: { $reason }.
rec-p-schema-syntax = Correct the line; docs/plan.md shows how each table is written.
err-p-schema-unknown-key = The key { $key } does not exist here.
rec-p-schema-unknown-key = Delete it, or write one of: { $known }.
err-p-schema-unknown-word = "{ $value }" is not one of the words that can stand here.
rec-p-schema-unknown-word = Write one of: { $known }.
err-p-schema-missing-key = The key { $key } is missing in this table.
rec-p-schema-missing-key = Add it; docs/plan.md says what it means.
err-p-schema-duplicate-key = This key or table stands twice.
rec-p-schema-duplicate-key = Keep one of the two.
err-p-schema-type =
    This value is of the wrong kind: { $found }, where { $wanted ->
        [u8] a whole number from 0 to 255
        [u16] a whole number from 0 to 65535
        [u32] a whole number from 0 to 4294967295
        [u64] a whole number from 0
        [text] a text in quotes
        [bool] true or false
        [list] a list
       *[table] a table
    } is needed.
rec-p-schema-type = Write a value of that kind; docs/plan.md says which.
err-p-schema-form =
    { $key } is "{ $value }", but must be { $form ->
        [format] gishiki-plan-v1
        [slug] of the characters a-z, 0-9 and "-"
        [organisation] printable ASCII without ";" or outer spaces
        [previous] "none" or 64 lower-case hex digits
        [sequence] a number from 1 to 9007199254740991
        [name] 1 to 32 of the characters a-z, 0-9 and "-", and not "none"
        [custodian] of the characters a-z, 0-9 and "-", and neither "team", "manifest" nor "witness"
        [wallet] of the characters A-Z, a-z and 0-9
        [wallet-id] a custodian and a wallet, as in member-1/TeamFunds
        [tier] a number from 1 to 9
        [identity] a compressed public key of 66 lower-case hex digits
        [address] 0x and 40 hex digits, or "TBD"
        [path] account'/change/index, as in 0'/0/0
        [reason] a reason
        [carried] at most as many addresses as the range has
        [amount] a number above zero like 0.05, with no more digits behind its point than it has decimals
        [decimals] a number from 0 to 77
        [salt-nonce] a decimal number, or 0x and up to 64 hex digits
        [salt] 0x and 64 lower-case hex digits, "derived", or in version 1 "none"
        [preset] "ui" or "plain"
        [deployment] "canonical" or "eip155"
        [singleton] "l1", "l2" or an address
        [fallback_handler] "default", "none" or an address
        [method] "create-proxy-with-nonce", "create-chain-specific-proxy-with-nonce" or one of them with "-l2"
        [kind] "push" or "pull"
        [template] a text with no braces but {"{cluster}"} and {"{operator}"}
        [account-template] a text with no braces but {"{cluster}"}
       *[positive] at least 1
    }.
rec-p-schema-form = Correct { $key }.
err-p-schema-call = A call of the batch { $batch } is neither a payment nor a distribution.
rec-p-schema-call = Write pay and amount, or distribute alone; token may stand beside either.
err-p-schema-more = There are { $count } more errors.
rec-p-schema-more = Correct these first.
err-p-schema-checksum = The address { $value } does not have its EIP-55 checksum.
rec-p-schema-checksum = Compare it with its source; if every digit is right, write { $right }.
err-p-schema-previous = previous does not go with sequence { $sequence }.
rec-p-schema-previous = Write "none" for sequence 1, and the SHA-256 of the previous manifest for every later one.
err-p-schema-too-many =
    { $what ->
        [range] This range asks for more than { $max } addresses.
        [wallets] The plan has more than { $max } wallets.
        [signers] More than { $max } roles are to sign the manifest.
        [others] The plan has more than { $max } externals, Safes and splits.
       *[addresses] The plan asks for more than { $max } addresses.
    }
rec-p-schema-too-many =
    { $what ->
        [range] Check clusters and operators; what is really wanted can be several ranges.
        [wallets] Divide the ceremony into several.
        [signers] Let fewer roles sign; Safes and splits need no more.
        [others] Divide the ceremony into several.
       *[addresses] Check clusters and operators; people have to compare every address.
    }

## P-REF: names

err-p-ref-unknown =
    "{ $name }" is not the name of { $what ->
        [custodian] a custodian
        [seed] a seed
        [wallet] a wallet
        [role] a role
        [safe] a Safe
        [split] a split
        [amount] an amount
        [token] an external, which a token is
       *[thing] a role, external, Safe or split
    } of this plan.
rec-p-ref-unknown = Correct the name, or add what it should mean.
err-p-ref-no-custodian = The wallet { $wallet } has no custodian.
rec-p-ref-no-custodian = Say who opens it: custodian = "..".
err-p-ref-duplicate = The name { $name } stands already in line { $line }.
rec-p-ref-duplicate = Give each its own name; in a range, put {"{cluster}"} and {"{operator}"} into it.
err-p-ref-other-seed = The wallet { $wallet } lies on { $seed }, which { $custodian } holds.
rec-p-ref-other-seed = Put the wallet on a seed of its own custodian.
err-p-ref-second-seed = { $custodian } holds { $first } already, and a device holds one seed: { $seed } would be on a second device.
rec-p-ref-second-seed = Give { $seed } to a custodian of its own, e.g. the same person under a second name.
err-p-ref-same-address = { $name } and { $other } are the same address.
rec-p-ref-same-address = Keep one of the two names.
err-p-ref-other-signer = The wallet { $wallet } is signed for by { $role }, which lies in { $other }.
rec-p-ref-other-signer = Name a role of this very wallet: only its own key proves that it was open.
err-p-ref-split-owner = The split { $split } is owned by a split, which cannot decide anything.
rec-p-ref-split-owner = Name a Safe, a role or an external as owner, or "none".
err-p-ref-no-signer = Nobody signs the manifest.
rec-p-ref-no-signer = Name at least one role in signers.
err-p-ref-unused =
    The { $what ->
        [custodian] custodian { $name } has no wallet
        [seed] seed { $name } has no wallet
        [wallet] wallet { $name } has no role
        [amount] amount { $name } is in no batch
       *[account] account { $name } has no role
    }.
rec-p-ref-unused = Use it, or delete it.
err-p-ref-circular = These contracts depend on each other, so none has an address first: { $circle }.
rec-p-ref-circular = Break the circle.
err-p-ref-unpredictable = The address of { $contract } cannot be predicted: it depends on { $external }, which is still "TBD".
rec-p-ref-unpredictable = Fill in the address of { $external }, or leave it out of { $contract }.
err-p-ref-accept-unknown = { $lint } is no lint.
rec-p-ref-accept-unknown = Correct the id; docs/lints.md lists them.
err-p-ref-accept-error = { $lint } is an error in this plan, and an error cannot be accepted.
rec-p-ref-accept-error = Correct what { $lint } names.
err-p-ref-accept-unused = { $lint } is accepted, but was not found.
rec-p-ref-accept-unused = Delete this [[accept]].

## P-PATH-RANGE, P-PATH-COLLISION: paths

err-p-path-range = The path of { $role } has { $scope } { $number }; a Trezor refuses more than { $max }.
rec-p-path-range = Choose a path with account 0-100, change 0-1 and index 0-1000000.
err-p-path-collision-role = { $role } and { $other } (line { $line }) are one address: { $path } of { $wallet }.
rec-p-path-collision-role = Move one of them to a free account.
err-p-path-collision-account = Account { $account } of { $wallet } is named { $name } here, but { $other } in line { $line }.
rec-p-path-collision-account = Move one of them to a free account, or keep one name.

## P-LABEL: labels

err-p-label-form = The label "{ $label }" cannot be used everywhere.
rec-p-label-form = Write 1 to { $max } printable ASCII characters without outer spaces.
err-p-label-duplicate = The label "{ $label }" stands already in line { $line }.
rec-p-label-duplicate = Give each address its own label; in a range, put {"{cluster}"} and {"{operator}"} into it.

## P-WALLET-DUPLICATE: wallets

err-p-wallet-duplicate-name = The wallet { $wallet } cannot be told from { $other } in line { $line }.
rec-p-wallet-duplicate-name = Give every wallet of a custodian its own name; upper and lower case do not tell them apart.
err-p-wallet-duplicate-identity = The wallets { $wallet } and { $other } have the same identity: they are one wallet.
rec-p-wallet-duplicate-identity = Look the identities up in the previous manifest, and correct the wrong one.

## P-OWNERS, P-THRESHOLD, P-SHARED-SEED: Safes

err-p-owners-none = The Safe { $safe } has no owner.
rec-p-owners-none = Name its owners.
err-p-owners-many = The Safe { $safe } has { $owners } owners; no transaction could set up more than about { $most }.
rec-p-owners-many = Name at most { $most } owners; a Safe that is an owner can stand for several people.
err-p-owners-duplicate = The Safe { $safe } has one owner twice: { $owner } and { $other } are the same address.
rec-p-owners-duplicate = Name each owner once.
err-p-owners-split = The Safe { $safe } is owned by { $owner }, a split, which cannot sign.
rec-p-owners-split = Name a role, an external or a Safe.
err-p-owners-zero = The Safe { $safe } is owned by { $owner }, the zero address, for which nobody can sign.
rec-p-owners-zero = Name an address that someone holds.
err-p-owners-sentinel = The Safe { $safe } is owned by { $owner }, the address 0x00..01, which a Safe keeps for itself and refuses.
rec-p-owners-sentinel = Name an address that someone holds.
err-p-owners-library = The Safe { $safe } is owned by { $owner }, a contract of Safe or 0xSplits themselves, for which nobody can sign.
rec-p-owners-library = Name an address that someone holds.
err-p-owners-own = The Safe { $safe } is owned by { $owner }, which is its own singleton or fallback handler: nobody can sign for it.
rec-p-owners-own = Name an address that someone holds.
err-p-threshold-zero = The Safe { $safe } has the threshold 0.
rec-p-threshold-zero = Set it to at least 1.
err-p-threshold-unreachable = The Safe { $safe } needs { $threshold } signatures, but its owners number { $owners }.
rec-p-threshold-unreachable = Lower the threshold, or add owners.
err-p-shared-seed = The Safe { $safe } needs { $threshold } signatures, but { $seed } alone can give them: { $owners }.
rec-p-shared-seed = Let owners lie on the seeds of different people, so that no single seed meets the threshold.

## P-CONTRACT-DUPLICATE, P-SPLIT, P-CHAIN: contracts

err-p-contract-duplicate = { $contract } and { $other } have the same inputs: they are one address.
rec-p-contract-duplicate = Give one of them another salt, or keep only one.
err-p-split-few = The split { $split } has too few recipients ({ $recipients }).
rec-p-split-few = Name at least two.
err-p-split-many = The split { $split } has { $recipients } recipients; distributing to more than { $max } may not fit a block.
rec-p-split-many = Divide them among several splits.
err-p-split-zero-share = { $recipient } has the share 0 of the split { $split }.
rec-p-split-zero-share = Give it a share, or leave it out.
err-p-split-zero-owner = The split { $split } is owned by { $owner }, which is the zero address.
rec-p-split-zero-owner = Write owner = "none" if nobody may ever change it; otherwise correct the address.
err-p-split-zero-address = { $recipient }, a recipient of the split { $split }, is the zero address: what it receives is lost.
rec-p-split-zero-address = Name an address that someone holds.
err-p-split-library = { $named }, named by the split { $split }, is the contract { $contract }: it can neither use a share nor own a split.
rec-p-split-library = Put the right address in its place.
err-p-split-duplicate = The split { $split } has one recipient twice: { $recipient } and { $other } are the same address.
rec-p-split-duplicate = Name each recipient once, with the sum of its shares.
err-p-split-sum = The shares of the split { $split } sum to { $sum }, more than { $max }.
rec-p-split-sum = Use smaller shares in the same proportion.
err-p-split-sum-v1 = The shares of the split { $split } sum to { $sum }; a split of version 1 needs exactly { $whole }.
rec-p-split-sum-v1 = Write the shares as millionths of the whole.
err-p-split-v1-owner = The split { $split } is of version 1 and owned by { $owner }: SplitMain makes such a split by CREATE, so its address counts what was made before and nobody can predict it.
rec-p-split-v1-owner = Write owner = "none", or take version 2.2.
err-p-split-v1-push = The split { $split } is of version 1, which does not push: it credits, and recipients withdraw.
rec-p-split-v1-push = Write kind = "pull", or take version 2.2.
err-p-split-v1-salt = The split { $split } is of version 1, whose address has no salt.
rec-p-split-v1-salt = Write salt = "none".
err-p-split-no-salt = The split { $split } has no salt, without which its address could be moved by anyone.
rec-p-split-no-salt = Write 32 random bytes, or salt = "derived".
err-p-split-derived-stands = The split { $split } stands already, and its salt is derived from this plan, which it cannot have been made with.
rec-p-split-derived-stands = Write the salt that the last manifest records.
err-p-change-none = What shall be of { $contract } is what it is now.
rec-p-change-none = Change it, or delete the section next.
err-p-change-immutable = Nobody owns the split { $contract }, so nobody can change it.
rec-p-change-immutable = Plan a new split, and have what paid the old one pay that.
err-p-change-v1 = The split { $contract } is of version 1, which is planned here as immutable only.
rec-p-change-v1 = Delete its sections now and next; plan a new split instead.
err-p-change-chains = { $contract } stands on { $chains } chains; a change is made on one of them, and the manifest would say it of all.
rec-p-change-chains = Plan a contract for each chain; or change it everywhere first, and then write what it has become as now.
err-p-change-circle = Owners of { $contract } lead back to it, so it would have to sign before it can sign: { $circle }.
rec-p-change-circle = Name owners that do not lead back to the Safe.
err-p-change-unsigned = { $owner } shall own { $contract } after this ceremony and does not sign its manifest.
rec-p-change-unsigned = Name { $owner } among the signers of the manifest: whoever cannot sign now could not sign as an owner.
err-p-change-itself = The split { $contract } would pay itself.
rec-p-change-itself = Name other recipients.
err-p-change-never = The split { $contract } was created with no owner, so it cannot have become another.
rec-p-change-never = Delete its section now; if it stands otherwise, correct what it was created with.
err-p-batch-calls = The batch { $batch } has { $calls } calls; it needs 1 to { $max }.
rec-p-batch-calls = Add a call, or make several batches of it.
err-p-batch-itself = The batch { $batch } pays { $safe }, the Safe that sends it.
rec-p-batch-itself = Name another recipient.
err-p-batch-nobody = The batch { $batch } is about { $name }, whose address is not there yet or is zero.
rec-p-batch-nobody = Fill in the external's address.
err-p-batch-v1 = The batch { $batch } distributes { $split }, a split of version 1.
rec-p-batch-v1 = Leave the call out: anyone may distribute such a split through SplitMain.
err-p-batch-ether-decimals = The amount { $amount } pays ether, which has { $decimals } decimals, and says { $given }.
rec-p-batch-ether-decimals = Delete decimals; or write the token, if it is one that is paid.
err-p-batch-token-decimals = The amount { $amount } is of the token { $token }, and does not say how many decimals that has.
rec-p-batch-token-decimals = Write decimals = .., as the token's contract answers decimals().
err-p-batch-ether-and-token = The amount { $amount } is paid both in ether and in the token { $token }.
rec-p-batch-ether-and-token = Write an amount for each.
err-p-batch-two-tokens = The amount { $amount } is paid in two tokens, { $token } and { $other }.
rec-p-batch-two-tokens = Write an amount for each.
err-p-batch-library = The batch { $batch } pays { $name }, which is { $contract }: that gives nothing back.
rec-p-batch-library = Name the address that is meant.
err-p-batch-own-token = The batch { $batch } pays the token { $token } to its own contract, which gives nothing back.
rec-p-batch-own-token = Name the address that is meant.
err-p-batch-size = The batch { $batch } would be { $size } bytes of calldata; a Trezor shows at most { $max }.
rec-p-batch-size = Make several batches of it; leave out a distribution that is too large alone: anyone may distribute a split.
err-p-chain-unknown = The chain { $chain } is not known.
rec-p-chain-unknown = Correct chain_id; docs/plan.md lists the chains.
err-p-chain-own = { $contract } is not wanted on chain { $chain }, which this ceremony is about.
rec-p-chain-own = Add { $chain } to its chains, or plan it in a ceremony of its own.
err-p-chain-twice = { $contract } names chain { $chain } twice.
rec-p-chain-twice = Name each chain once.
err-p-chain-not-deployed = { $contract } cannot be made on chain { $chain }: no deployment of { $version } is known there.
rec-p-chain-not-deployed = Leave that chain out, or choose a version that is deployed there.
err-p-chain-plain = The plain Safe { $contract } would have one address on mainnet and another on the other chains.
rec-p-chain-plain = Write one Safe for mainnet and one for the others, or use preset = "ui", whose address is the same everywhere.
err-p-chain-addresses = { $contract } would have one address on chain { $chain } and another on chain { $other }.
rec-p-chain-addresses = Write one contract for each, or choices whose address is the same everywhere.
err-p-chain-counted = { $contract } is made by { $factory } through CREATE: its address counts what was made before, anyone can make one more, and so nobody can predict it.
rec-p-chain-counted = Have it deployed first, and write it as an external with the address read from the chain.
err-p-safe-set = The Safe { $safe } asks for the set { $set } of version { $version }, which has none of that name; only 1.3.0 has eip155.
rec-p-safe-set = Leave deployment out, or take version 1.3.0.
err-p-safe-method = The Safe { $safe } asks for { $method }, which the factory of version { $version } does not have.
rec-p-safe-method = Leave method out, or take a version that has it.
err-p-safe-handler = The fallback handler of the Safe { $safe } is { $handler }, { $name }, which handles nothing for a Safe.
rec-p-safe-handler = Write "default", "none" or the address of a fallback handler.
err-p-safe-singleton = The singleton { $singleton } of the Safe { $safe } is { $name }, which no proxy can run as a Safe.
rec-p-safe-singleton = Write l1, l2 or the address of a Safe's own code.
err-p-safe-ui = The Safe { $safe } has preset = "ui" and another { $key } than Safe{"{"}Wallet{"}"} takes.
rec-p-safe-ui = Leave { $key } out, or write preset = "plain".
err-p-chain-mixed = { $contract } is wanted on chain { $chain }, but the ceremony is about { $own }: one of the two is a testnet.
rec-p-chain-mixed = Keep testnets and real chains in ceremonies of their own.

## P-TEST-ADDRESS: keys that everybody has

err-p-test-address = The external { $name } is { $address }, an address of a published seed: anyone can spend what it holds.
rec-p-test-address = Write the address that its owner tells; while there is none, write "TBD". Only a rehearsal may keep this one: of a real ceremony, on a test network too, it would never verify.

## P-STATEMENT: what is signed

err-p-statement =
    The name "{ $name }" of { $what ->
        [organisation] the organisation
        [ceremony] the ceremony
        [custodian] a custodian
       *[wallet] a wallet
    } is { $length } characters long; a statement with it may not be shown in full on every device.
rec-p-statement = Shorten it to at most { $max }, so that every statement keeps within { $bytes } bytes.

## P-ONE-OF-N, P-EOA-CONTROLLER, P-EOA-MANAGED: who moves what

err-p-one-of-n = Any one of its { $number } owners alone moves everything in the Safe { $safe }: { $owners }.
rec-p-one-of-n = Raise the threshold, or accept this with its reason.
err-p-one-of-n-single = The Safe { $safe } has one owner, { $owners }: that key alone moves everything, and without it nothing moves any more.
rec-p-one-of-n-single = Add owners and raise the threshold, or accept this with its reason.
err-p-eoa-controller-role = The split { $split } is owned by a single key, { $owner }: whoever opens { $wallet } can name other recipients and take what it holds, at once.
rec-p-eoa-controller-role = Let a Safe own it, or write owner = "none" if nobody may ever change it.
err-p-eoa-controller-external = The split { $split } is owned by the external { $owner }: if that is a single key, whoever holds it can name other recipients and take what it holds, at once.
rec-p-eoa-controller-external = Let a Safe of this plan own it, or accept this with what { $owner } is as the reason.
err-p-eoa-managed-called = { $role } ("{ $label }") is said to be managed by a Safe or multisig, but it is a key: whoever opens { $wallet } moves it alone, and no Safe can be put over it.
rec-p-eoa-managed-called = Plan a Safe in its place, or name it for what it is.
err-p-eoa-managed-shared = { $role } ("{ $label }") receives what is called everybody's, but it is a key: { $custodian } moves it alone, and no Safe can be put over it.
rec-p-eoa-managed-shared = Name a Safe as the recipient in its place, or accept this with its reason.

## P-REACH, P-DISPLAY-NAME, P-LEDGER-SLIP39: programs and devices

err-p-reach = With a Trezor, { $program } reaches { $forms } only, so none of these in { $wallet }: { $roles }.
rec-p-reach = Use programs that reach them (the design table names them), or give them paths that { $program } reaches.
err-p-display-name = The Trezor's screen calls several addresses of { $wallet } by one name: { $names }.
rec-p-display-name = Compare the whole path and address on the device, never the name alone.
err-p-ledger-slip39 = The seed { $seed } is meant to be movable to a Ledger, but it is SLIP-39, and Ledgers read BIP-39 only.
rec-p-ledger-slip39 = Make it a BIP-39 seed, or write may_move_to_ledger = false: a move then means new addresses.
err-p-sessions = { $member } has { $wallets } wallets, and a Trezor keeps { $most } open: they give way to each other before they sign.
rec-p-sessions = Be ready to enter each passphrase once more and to compare each paper, or have fewer wallets.
err-p-pays-rebasing = The split { $split } books amounts and pays them out later, but { $token } changes its balances by itself: what was booked would no longer be there.
rec-p-pays-rebasing = Take a push split of version 2, or have { $wrapped } paid instead.
err-p-pays-stuck = The pull split { $split } of 2.0 or 2.1 cannot hand on mainnet's { $token }, which answers nothing when it is approved: without an owner it stays there for ever.
rec-p-pays-stuck = Take version 2.2, or a push split.
err-p-pays-blocklist = The push split { $split } sends to all at once, and the issuer of { $token } can block an address: one blocked recipient stops every distribution of it.
rec-p-pays-blocklist = Take a pull split of version 2.2, or make sure of every recipient.
err-p-pays-unknown = The split { $split } shall pay { $token }, of which nothing is known here.
rec-p-pays-unknown = Find out whether its balances change by themselves or a fee is taken of transfers: such a token needs a push split, or must be wrapped.
err-p-salt = The salt of the split { $split } is derived from this plan, and this is ceremony { $sequence }: it makes a new split, whatever stands already.
rec-p-salt = If the split stands already, write the salt that the last manifest records; if it is new, accept this with that as the reason.
err-p-lookalike-label = These labels are easily taken for each other: { $labels }.
rec-p-lookalike-label = Give them labels that nobody confuses at a glance, or accept this with its reason.
err-p-lookalike-address = These addresses begin and end with the same four digits, but are not the same: { $addresses }.
rec-p-lookalike-address = Compare all 40 digits of each with a source that nobody could have written to, or accept this with its reason: addresses are made to look like others, so that payments go astray.

## P-CARRIED, P-RETIRED, P-SUCCESSION: what earlier ceremonies left

err-p-carried-sequence = { $role } is said to be confirmed by ceremony { $confirmed }, and this is ceremony { $sequence }.
rec-p-carried-sequence = Write the sequence of the earlier ceremony that confirmed it, or delete confirmed to have it shown now.
err-p-carried-address = { $role } is said to be confirmed by an earlier ceremony, but its address is not here.
rec-p-carried-address = Write the address that the last manifest has for it, or delete confirmed to have it shown now.
err-p-carried-identity = { $role } was confirmed earlier, but its wallet { $wallet } is not known by its identity.
rec-p-carried-identity = Write the identity that the wallet has in its last part.
err-p-carried-first = Of the wallet { $wallet } { $role } was confirmed earlier, but its first role was not; that one tells the wallet when it is opened, and its paper has it.
rec-p-carried-first = Put the role that was the wallet's first in earlier plans before all others of it.
err-p-retired-sequence = { $name } is said to be retired by ceremony { $retired }, and this is ceremony { $sequence }.
rec-p-retired-sequence = Write the sequence of the ceremony that retired it: 2 at the least, and this one at the most.
err-p-retired-address = { $name } is retired, but its address { $address } stands here as { $other }, too.
rec-p-retired-address = Delete one of the two.
err-p-retired-form = The label "{ $label }" of { $name } cannot be used everywhere.
rec-p-retired-form = Write the label that it had: 1 to { $max } printable ASCII characters without outer spaces.
err-p-retired-label = The label "{ $label }" of { $name }, which is retired, stands here a second time.
rec-p-retired-label = Give what is new a label of its own; nobody is to take the one for the other.
err-p-witness-paper = { $name } signs on paper, so no address is needed.
rec-p-witness-paper = Delete the address, or write signs = "key".
err-p-witness-address = The address { $address } of the witness { $name } stands here as { $other }, too.
rec-p-witness-address = A witness signs with a key that has no other part in the ceremony: write another address, or none.
err-p-xpub-signer = { $wallet } keeps its xpub, but { $role } signs the manifest.
rec-p-xpub-signer = Delete xpub there, or let another wallet sign: a signer's address must follow from what auditors have.
err-p-xpub-owner = { $wallet } keeps its xpub, but { $role } owns the Safe { $safe }.
rec-p-xpub-owner = Delete xpub there, or let another wallet own the Safe: an owner's address must follow from what auditors have.
err-p-succession-range = The next manifest would need { $needed } of { $signers } signers.
rec-p-succession-range = Write a number from 1 to { $signers }.
err-p-succession-all = The next manifest needs all { $signers } signers of this one: one key that is lost ends the chain.
rec-p-succession-all = Write succession, how many of them suffice; more than half is usual.
err-p-succession-few = { $needed } of { $signers } signers could make the next manifest without the others.
rec-p-succession-few = Let succession be at least half of the signers, or accept this with the reason.

## P-PROTOCOL: staking protocols

err-p-protocol-rocket-pool = A Rocket Pool node has a hot key that is made on its server, so the node can be none of these: { $roles } (as of { $date }).
rec-p-protocol-rocket-pool = Write the node's address as an external, and never type words of a seed of this plan into a server.
err-p-protocol-diva = Diva Staking has no contracts on mainnet as far as is known, so nothing can be done there yet with: { $roles } (as of { $date }).
rec-p-protocol-diva = Take them as reserved, and send nothing there before this has changed.
err-p-protocol-ssv = An SSV node has an RSA key of its own kind; these only register, own and pay, and none is a node's key: { $roles } (as of { $date }).
rec-p-protocol-ssv = Let each node make its own key, and put no key of this plan on a server.
err-p-protocol-obol = An Obol node (Charon) has an ENR key of its own; these only sign for the cluster, and none is a node's key: { $roles } (as of { $date }).
rec-p-protocol-obol = Let each node make its own key, and put no key of this plan on a server.

## P-WALLET-NAME: names and passphrases

err-p-wallet-name = The passphrases of these new wallets are typed on the device, where nothing can refuse one that is the wallet's name: { $wallets }.
rec-p-wallet-name = Let chance make every passphrase, and no name or label hint at it; once it is settled how, accept this with that as the reason.

## gishiki check

check-error = error
check-warning = warning
check-accepted = accepted
check-reason = Accepted because: { $reason }
check-result =
    { $errors ->
        [0] No lint error
        [one] One lint error
       *[other] { $errors } lint errors
    }, { $warnings ->
        [0] no warning
        [one] one warning
       *[other] { $warnings } warnings
    }, { $accepted ->
        [0] none accepted
        [one] one accepted
       *[other] { $accepted } accepted
    }.
check-title = { $id }, ceremony { $sequence } of { $organisation }, on { $chain } ({ $number })
check-previous = after the manifest { $digest }
check-seeds = Seeds
check-wallets = Passphrase wallets
check-table = Addresses by wallet: paths under m/44'/60'/, what the Trezor calls the account, and who reaches it
check-account = account
check-shows = shows
check-reached = reached
check-legend = Reached with a Trezor by: { $programs }. Small: only once used, or by typing a path. Dot: not at all. Question mark: not known. How: "gishiki check PLAN --reach". The Trezor shows one name for several paths: compare path and address.
check-holders = Who can move what, by device or seed with the passphrases (a seed alone opens nothing here)
check-alone = alone
check-together = together
check-found = seeds with passphrases
check-any = any { $size } of { $names }
check-ledger-yes = yes
check-ledger-no = no
check-ledger-cannot = wanted, but Ledgers do not read SLIP-39
check-ledger-new = no: SLIP-39, so with new addresses only
check-externals = External addresses: no key of this ceremony
check-safes = Safes
check-split = Split
check-changes = Changes: how contracts stand, and how they shall stand
check-before = now
check-later = after this ceremony
check-unchanged = the same
check-batch = Batch { $name } ({ $label }), sent by { $safe }
check-call-pay = { $amount } { $token } ({ $what }) to { $to }
check-call-distribute = distribute { $token } of { $split }
check-ether = ether
check-recipients = Recipients
check-signers = Who signs the manifest
check-placeholders = Still to be filled in
check-custodian = custodian
check-seed = seed
check-kind = kind
check-ledger = to Ledger later
check-tier = tier
check-wallet = wallet
check-entry = passphrase
check-identity = identity
check-signer = signer
check-addresses = addresses
check-path = path
check-name = name
check-role = role
check-label = label
check-address = address
check-threshold = threshold
check-owners = owners
check-owner = owner
check-version = version
check-salt = salt
check-order = Order of deployment
check-number = number
check-order-after = after
check-order-why = Anyone may send these transactions: no address depends on who sends them, when or in which order.
check-order-so = In this order nothing ever names a contract that does not stand.
check-incentive = incentive
check-chains = chains
check-held = held by
check-share = share
check-what = what
check-at = line
check-entry-device = on the device
check-entry-host = on the laptop
check-identity-new = new
check-owner-none = none: it can never be changed
check-of = { $threshold } of { $owners }
check-change = change or empty
check-distribute = pay its recipients
check-anyone = anyone
check-nobody = nobody
check-others = only with somebody outside the plan, or more than three custodians
check-slip39-20 = SLIP-39, 20 words
check-slip39-33 = SLIP-39, 33 words
check-bip39-12 = BIP-39, 12 words
check-bip39-24 = BIP-39, 24 words

## Who reaches which address: the programs' own words stand in quotes and are left in English

reach-way-row = choose "{ $menu }": number { $number } of the list
reach-way-page = choose "{ $menu }": number { $number } of the list (page { $page }, row { $row })
reach-way-start = choose "{ $menu }" and start from { $number }: it is the first of the list
reach-way-discovered = look for account { $number } of the kind "{ $menu }"; it appears by itself once those before it were used
reach-way-base = choose "{ $menu }", type the path { $base }: number { $number } of its list
reach-way-path = choose "{ $menu }" and type the path { $path }
reach-way-command = run: { $command }
reach-place-row = number { $number }
reach-place-page = number { $number } (page { $page }, row { $row })
reach-place-start = start from { $number }
reach-place-discovered = account { $number }
reach-place-base = path { $base }, number { $number }
reach-place-path = { $path }
reach-place-command = { $command }
reach-note-metamask-profiles = MetaMask keeps one passphrase wallet of a Trezor at a time: use a browser profile of its own for each.
reach-note-used-before = It appears once every account of its kind before it was used.
reach-note-safe-empty = The list ends after five accounts without ether; what is not in it has its path typed.
reach-note-frame-old = As of its last known version, of March 2024.
reach-note-frame-accounts = As of its last known version, of March 2024; set "Ledger Live Accounts" high enough.
reach-note-site-unseen = Read in a stored copy of its source: the site as it is today was not looked at.
reach-note-cast = "cast send" takes the same options.
reach-note-cast-trezor = "cast send" takes the same options. The passphrase is entered on the device; a Trezor One does not work.
reach-note-safe-cli-host = It asks for the passphrase on the computer: keep it away from the passphrases of this plan.
reach-note-trezorctl-compare = It shows the address on the device, to compare with; it sends nothing.

## check --reach

check-ways-title = Who reaches which address, and how, of { $id }, ceremony { $sequence }
check-ways-before = Open the passphrase wallet first, then do as said below, and compare path and address with the manifest before anything is sent there.
check-ways-program = { $program } with a { $device }
check-ways-choose = choose "{ $menu }"
check-ways-run = run
check-ways-beyond = Not reached: { $roles }
check-ways-unverified = Nobody looked closely enough to say: { $roles }
check-ways-source = Read in { $source } ({ $date }).
check-way-title = To spend from { $label } ({ $role }), { $path }: open { $wallet } first, then take one of these, and compare path and address with the manifest.
check-way-beyond = Not reached by: { $programs }
check-way-unverified = Nobody looked closely enough to say of: { $programs }
