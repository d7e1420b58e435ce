## What is known of contracts and chains

err-contract-version = { $product } { $version } is not known here; known: { $known }.
rec-contract-version = Ask for a known version.
err-contract-chain = No deployment of { $product } is known on chain { $chain }.
rec-contract-chain = Use one of the chains { $known }.
err-contract-zk-chain = Chain { $chain } ({ $name }) is a ZK Stack chain: { $product } has other addresses there, and CREATE2 another formula.
rec-contract-zk-chain = Deploy on another chain; an address predicted by the usual formula would be wrong there.
err-contract-deployment = { $product } { $version } is not known to be on chain { $chain } ({ $name }).
rec-contract-deployment = Ask for a version that is deployed there.
err-contract-set = { $product } { $version } has no set of contracts named { $set }; only 1.3.0 has eip155.
rec-contract-set = Leave the set out, or ask for 1.3.0.

## Safes

err-safe-no-owners = The Safe has no owner; it would revert.
rec-safe-no-owners = Name at least one owner.
err-safe-too-many-owners = The Safe has { $owners } owners; no transaction could set up more than about { $most }.
rec-safe-too-many-owners = Name at most { $most } owners; a Safe that is an owner can stand for several people.
err-safe-threshold-zero = The threshold is zero; the Safe would revert with GS202.
rec-safe-threshold-zero = Say how many owners must sign, at least one.
err-safe-threshold-above-owners = The threshold { $threshold } is above the number of owners, { $owners }; the Safe would revert with GS201.
rec-safe-threshold-above-owners = Lower the threshold or add owners.
err-safe-owner-zero = Owner { $position } is the zero address; the Safe would revert with GS203.
rec-safe-owner-zero = Put the right address in its place.
err-safe-owner-sentinel = Owner { $position } is 0x0000000000000000000000000000000000000001, which a Safe keeps for its list; the Safe would revert with GS203.
rec-safe-owner-sentinel = Put the right address in its place.
err-safe-owner-twice = { $owner } is an owner twice; the Safe would revert with { $code }.
rec-safe-owner-twice = Name every owner once.
err-safe-owner-is-contract = The owner { $owner } is the contract { $name }, which can sign nothing.
rec-safe-owner-is-contract = Put the address of a person's account or of a Safe in its place.
err-safe-owner-is-safe = The owner { $owner } is the Safe itself; the Safe would revert with GS203.
rec-safe-owner-is-safe = Put the right address in its place.
err-safe-handler-unusable = The fallback handler { $handler } is { $name }, which handles nothing for a Safe; some such contracts would let anyone take what it holds.
rec-safe-handler-unusable = Choose default, none or the address of a fallback handler.
err-safe-singleton-unusable = The singleton { $singleton } is { $name }, which no proxy can run as a Safe.
rec-safe-singleton-unusable = Choose l1, l2 or the address of a Safe's own code.
err-safe-ui-set = Safe{"{"}Wallet{"}"} takes the canonical set wherever it stands, so the preset ui has no { $set }.
rec-safe-ui-set = Take the preset plain with this set, or leave the set out.
err-safe-ui-singleton = Safe{"{"}Wallet{"}"} deploys with the singleton { $own } here, so the preset ui has no { $singleton }.
rec-safe-ui-singleton = Take the preset plain with this singleton, or leave the singleton out.
err-safe-ui-method = Safe{"{"}Wallet{"}"} calls create-proxy-with-nonce only, so the preset ui has no { $method }.
rec-safe-ui-method = Take the preset plain with this method, or leave the method out.
err-safe-method-not-in = The factory of Safe { $version } has no method { $method }.
rec-safe-method-not-in = Leave the method out, or ask for a version that has it.
err-safe-method-counts = The address that create-proxy gives counts what the factory made before: anyone can move it, so nobody can predict it.
rec-safe-method-counts = Use create-proxy-with-nonce.
err-safe-method-callback = The method create-proxy-with-callback hands the new Safe to a contract of the caller's choice, which can refuse its creation and which nobody here has checked.
rec-safe-method-callback = Use create-proxy-with-nonce.
err-safe-method-unknown = No factory of Safe has a method { $text }; known: { $known }.
rec-safe-method-unknown = Write one of the known methods, or leave the method out.
err-wallet-file-version = A Safe of version { $version } cannot be put into a file for Safe{"{"}Wallet{"}"}: that it activates one with the same calldata is known here of the canonical 1.4.1 only.
rec-wallet-file-version = Leave the file out and send the transaction by itself, or take version 1.4.1.
err-wallet-file-method = Safe{"{"}Wallet{"}"} activates Safes by create-proxy-with-nonce only, not by { $method }.
rec-wallet-file-method = Leave the file out and send the transaction by itself.
err-wallet-file-singleton = Safe{"{"}Wallet{"}"} does not know the singleton { $singleton }.
rec-wallet-file-singleton = Leave the file out and send the transaction by itself.
err-wallet-file-label = The Safe { $safe } has no name, without which Safe{"{"}Wallet{"}"} drops it from its address book.
rec-wallet-file-label = Give it a label.
err-wallet-file-twice = The Safe { $safe } stands twice on chain { $chain }.
rec-wallet-file-twice = Name it once.

## Changes of a Safe

safe-change-swap = { $new } takes the place of { $old }
safe-change-add = { $owner } joins: { $from } of { $from-owners } owners become { $threshold } of { $owners }
safe-change-remove = { $owner } leaves: { $from } of { $from-owners } owners become { $threshold } of { $owners }
safe-change-threshold = The threshold { $from } becomes { $threshold }, of { $owners } owners

## Splits

err-split-sum = The shares add up to { $sum }, not to the total { $total }; the contract would refuse them.
rec-split-sum = Correct the shares or the total; funds sent to an address predicted from them would be lost.
err-split-sum-overflow = The shares add up to more than the contract can count (2^256 - 1).
rec-split-sum-overflow = Use smaller shares in the same proportion.
err-split-too-few = A split needs at least two recipients; this one has { $recipients }.
rec-split-too-few = Name all recipients.
err-split-too-many = The split has { $recipients } recipients; one distribution pays at most { $most } safely.
rec-split-too-many = Divide it into several splits.
err-split-recipient-twice = { $recipient } is a recipient twice.
rec-split-recipient-twice = Name it once, with the sum of its shares.
err-split-zero-share = The share of { $recipient } is zero.
rec-split-zero-share = Give it a share, or leave it out.
err-split-recipient-zero = A recipient is the zero address; its share would be burned.
rec-split-recipient-zero = Put the right address in its place.
err-split-known-contract = { $address } is the contract { $name }: it can neither use a share nor own a split.
rec-split-known-contract = Put the right address in its place.
err-split-total-too-large = The shares add up to { $total }, more than { $most }; a share times an amount could overflow and lock the funds.
rec-split-total-too-large = Use smaller shares in the same proportion.
err-split-counted = The factory { $name } ({ $factory }) makes its contracts by CREATE: an address follows from how many it made before, anyone can make one more, and so nobody can predict it.
rec-split-counted = Have it deployed first, read the address from the chain with its code, and enter it as an external address.
err-split-placed-v1 = A split of version 1 has neither salt nor nonce: its address follows from recipients, shares and fee.
rec-split-placed-v1 = Leave --salt and --nonce out.
err-split-push-v1 = A split of version 1 does not push: it credits, and recipients withdraw.
rec-split-push-v1 = Leave --kind out, say pull, or ask for version 2.2.
err-split-creator-v1 = A split of version 1 has no creator.
rec-split-creator-v1 = Leave --creator out.
err-split-sum-v1 = The shares of version 1 must add up to { $whole }; they add up to { $sum }, and the contract would revert.
rec-split-sum-v1 = Correct the shares; --divide { $whole } makes them from fractions or percentages.
err-split-order-v1 = The recipient { $recipient } does not stand in ascending order, or stands twice; version 1 would revert.
rec-split-order-v1 = Leave --as-is out, and the recipients are sorted.
err-split-incentive = { $incentive } millionths for the distributor are more than this version allows, { $most }.
rec-split-incentive = Lower it; 0 attracts no strangers.
err-split-share-form = “{ $text }” is neither a fraction such as 1/3 nor a percentage such as 33.34%.
rec-split-share-form = Write all shares so, or leave --divide out and write integers.
err-split-share-whole = The shares add up to { $sum } of { $whole } parts, not to the whole.
rec-split-share-whole = Correct them: fractions such as 1/3 are exact, rounded percentages are not.
err-split-share-denominators = The shares have no common denominator of a reasonable size.
rec-split-share-denominators = Write them as percentages, or as fractions of one number.
err-split-share-units = A split cannot be divided into { $units } units, only into 1 to { $most }.
rec-split-share-units = Use 1000000 or 10000.
err-pays-rebasing = { $token } changes its balances by itself, but this split books amounts and pays them out later: they would no longer be there.
rec-pays-rebasing = Use a push split of version 2, or have { $wrapped } paid instead.
err-pays-stuck = { $token } of mainnet answers nothing when it is approved, so that a pull split of 2.0 or 2.1 cannot hand it on: without an owner it stays there for ever.
rec-pays-stuck = Use version 2.2, or a push split.
err-pays-blocklist = The issuer of { $token } can block an address, and a push split sends to all at once: one blocked recipient stops every distribution of it.
rec-pays-blocklist = Use a pull split of version 2.2, or make sure of every recipient.
err-pays-unknown = Nothing is known of the token { $token } here; known: { $known }.
rec-pays-unknown = Find out whether its balances change by themselves or a fee is taken of transfers: such a token needs a push split, or must be wrapped.

## Changes of a split

err-split-change-version-one = A split of version 1 is not changed here: an immutable one never changes.
rec-split-change-version-one = Make another split, and have what pays this one pay that one instead.
err-split-change-recipient-itself = The split { $split } would receive a share of itself.
rec-split-change-recipient-itself = Put the right recipient in its place.
err-split-change-owner-itself = The split { $split } would own itself; nobody could ever call for it again.
rec-split-change-owner-itself = Put the right owner in its place.
err-split-change-renounced-paused = The split is paused; owned by nobody, it would stay so for ever, with all that it holds.
rec-split-change-renounced-paused = Have the owner call setPaused(false) first.
err-split-admin-nothing = Neither recipients nor an owner are given: nothing would change.
rec-split-admin-nothing = Give --recipient with every recipient afterwards, or --transfer-to, or --renounce.
err-split-admin-same = The split is so already: nothing would change.
rec-split-admin-same = Compare what is now with what is to be, and name what differs.
err-split-admin-own-safe = --owner-safe names { $split }, the split itself, which is no Safe.
rec-split-admin-own-safe = Name the Safe that the split answers to owner().
err-split-admin-paused-unknown = Whether the split is paused is not said: renounced while paused, all that it holds is locked for ever.
rec-split-admin-paused-unknown = Ask the split for paused(), and say what it answers with --paused true or --paused false.
err-split-admin-zero = --transfer-to names the zero address, which would leave the split without an owner for ever.
rec-split-admin-zero = Say --renounce if that is meant.

## Batches

err-batch-too-long = This batch has more than { $most } bytes.
rec-batch-too-long = Check that it is the batch; no transaction could make so many calls.
err-batch-json = This batch is no JSON: { $reason }.
rec-batch-json = Export it again from where it was made.
err-batch-member = The batch has no usable { $at }.
rec-batch-member = Export it again from where it was made.
err-batch-number = { $at } of the batch is written as a number, which programs round.
rec-batch-number = Write it as decimal digits between quotation marks.
err-batch-address = { $at } of the batch is { $reason }.
rec-batch-address = Compare the address with its source character by character, and make the batch again.
err-batch-method = { $at } of the batch names a method and its inputs instead of calldata.
rec-batch-method = Make the batch with the calldata of the call (“Custom data” in the Transaction Builder).
err-batch-chain = The batch is for chain { $found }, not for chain { $wanted }.
rec-batch-chain = Use the batch of the right chain.
err-batch-empty = The batch { $file } has no calls.
rec-batch-empty = Nothing needs to be signed.
err-batch-no-checksum = The batch's file has no checksum.
rec-batch-no-checksum = Compare every call with what was decided.
err-batch-checksum = The batch's file was changed after it was generated: its checksum is wrong.
rec-batch-checksum = Have it exported again, or compare every call with what was decided.
err-batch-safe = The batch was made for the Safe { $found }, not for { $wanted }.
rec-batch-safe = Make sure that this Safe is meant.

## Signatures of a SafeTx

err-safe-tx-no-signer = Signature { $position } is none that a key could have made for this transaction.
rec-safe-tx-no-signer = Have it made again, and copy all of it.
err-safe-tx-other-signer = The signature said to be { $said }'s recovers to { $found }: it is another owner's, or of another transaction.
rec-safe-tx-other-signer = Compare every field and the nonce with what was signed.
err-safe-tx-no-owner = Signature { $position } recovers to { $found }, who owns nothing here: it is of another transaction, or by another key (GS026).
rec-safe-tx-no-owner = Compare every field, the nonce and the chain with what was signed.
err-safe-tx-signed-twice = { $owner } signed twice; the Safe would revert with GS026.
rec-safe-tx-signed-twice = Give one signature of each owner.
err-safe-tx-too-few = The Safe wants { $threshold } signatures and was given { $signatures }; it would revert with GS020.
rec-safe-tx-too-few = Have more owners sign.

## What to know before signing a SafeTx

err-tx-refund = The Safe would pay a refund: gas price { $price }, token { $token }, receiver { $receiver }.
rec-tx-refund = Do not sign: have the transaction made again with a gas price of zero; whoever sends it pays its gas.
err-tx-refund-unused = Fields of a refund are set though none is paid: token { $token }, receiver { $receiver }, base gas { $base }.
rec-tx-refund-unused = Ask why; they are zero in an ordinary transaction.
err-tx-gas = safeTxGas is { $gas }: if the call fails, the nonce may be used up all the same.
rec-tx-gas = Ask why; it is zero in an ordinary transaction.
err-tx-nonce-used = Nonce { $nonce } is used up; the Safe is at { $now }.
rec-tx-nonce-used = Have the transaction made again with the Safe's nonce.
err-tx-nonce-gap = Nonce { $nonce } is ahead of the Safe, which is at { $now }: it can run only after all those between.
rec-tx-nonce-gap = Know what stands between; until then anything signed for this nonce stays valid.
err-tx-delegatecall = The code of { $to } would run as the Safe's own and could take everything.
rec-tx-delegatecall = Do not sign. Only MultiSendCallOnly of the Safe's version is run so here.
err-tx-inner-delegatecall = A call of the batch would run the code of { $to } as the Safe's own; MultiSendCallOnly reverts on it.
rec-tx-inner-delegatecall = Do not sign; have the batch made again of plain calls.
err-tx-batch-unreadable = The data for MultiSendCallOnly is no batch of calls that has one reading.
rec-tx-batch-unreadable = Do not sign; have the batch made again.
err-tx-batch-zero = A call of the batch goes to the zero address: MultiSendCallOnly of 1.5.0 has the Safe call itself instead, and before 1.5.0 what it carries is burnt.
rec-tx-batch-zero = Do not sign: nobody means it. Have the batch made again with the right address.
err-tx-batch-value = The transaction has a value of { $value } wei beside those of its calls; run as the Safe's own code it moves nothing.
rec-tx-batch-value = Have it made again with a value of zero.
err-tx-nothing = It does nothing.
rec-tx-nothing = Ask what it is for.
err-tx-cancels = It does nothing but use up the nonce, and so cancels whatever else was signed for it.
rec-tx-cancels = Sign it only to cancel.
err-tx-burns = { $value } wei would go to the zero address and be lost.
rec-tx-burns = Do not sign; put the right address in its place.
err-tx-pays = { $value } wei would go to { $to }.
rec-tx-pays = Compare the receiver and the amount with what was decided; one ether is 10^18 wei.
err-tx-value-to-contract = { $value } wei would go to { $to }, a contract that may keep them for ever.
rec-tx-value-to-contract = Make sure that this contract is meant to be paid.
err-tx-garbled = The call of { $to } begins like one we know, and its arguments are not written in the one standard way.
rec-tx-garbled = Do not sign; have it made again from the parameters.
err-tx-to-itself = The Safe would call itself with something that is no administration we know.
rec-tx-to-itself = Do not sign before somebody has read the bytes.
err-tx-unknown = What the call of { $to } does is not known here; its bytes are shown as they are.
rec-tx-unknown = Compute the calldata yourself from what is meant, and compare every byte.
err-tx-of-another-safe = { $method } administrates a Safe, and only the Safe itself may call it; { $to } would revert.
rec-tx-of-another-safe = Do not sign; have it made again for the right Safe.
err-tx-owners = { $method } changes the owners or the threshold of this Safe.
rec-tx-owners = Compare it with what the team decided; “gishiki safe-tx change” makes the same calls from it.
err-tx-owners-revert = The change of owners or threshold would revert with { $code }.
rec-tx-owners-revert = Say who owns the Safe now, in the order of getOwners, and make the change again from there.
err-tx-administration = { $method } changes how this Safe is administrated: { $address }.
rec-tx-administration = Compare it with what the team decided.
err-tx-module = The module { $address } could from then on move everything without any owner's signature.
rec-tx-module = Do not sign unless the team decided it and the module's code was reviewed.
err-tx-guard = The guard { $address } could from then on stop every transaction of this Safe, for ever.
rec-tx-guard = Do not sign unless the team decided it and the guard's code was reviewed.
err-tx-handler = The fallback handler { $address } is none of Safe's own; it would answer in the Safe's name, signatures included.
rec-tx-handler = Do not sign unless the team decided it and the handler's code was reviewed.
err-tx-handler-version = The fallback handler { $address } is not registered for Safes of version { $version } on chain { $chain }.
rec-tx-handler-version = Give the handler of the Safe's own version, and see that it has code on this chain.
err-tx-transfer = { $value } units of a token would go to { $who }.
rec-tx-transfer = Compare the token, the receiver and the amount with what was decided; a token's unit is its smallest.
err-tx-approve = { $who } could from then on take { $value } units of a token.
rec-tx-approve = Compare the token, the spender and the amount with what was decided.
err-tx-approve-all = { $who } could from then on take all there ever is of a token.
rec-tx-approve-all = Have it made again with the amount that is needed.
err-tx-approve-hash = It approves a transaction of the Safe { $to } of which only the hash { $hash } is known here.
rec-tx-approve-hash = Explain that transaction first, and compare its hash.
err-tx-transfers-ownership = { $to } would belong to { $owner }; in a split of version 2 that is so at once, and cannot be taken back.
rec-tx-transfers-ownership = Compare the new owner with what was decided, character by character.
err-tx-renounces = { $to } would belong to nobody, for ever; if it is paused, it would stay so with all that it holds.
rec-tx-renounces = Make sure that it is meant, and that paused() answers false.
err-tx-update-split = The split { $split } would at once have other recipients or shares, for what it holds already, too.
rec-tx-update-split = Compare every recipient and share with what was decided.
err-tx-exec-calls = The split { $split } would make calls in its own name, and so move what it holds.
rec-tx-exec-calls = Compare every call with what was decided.
err-tx-method = { $method } of { $to } is known by its name only.
rec-tx-method = Compare its arguments with what was decided.
err-tx-multi-send = The batch would be called, not run as the Safe's own code: { $to } would make the calls, not the Safe.
rec-tx-multi-send = Do not sign; have it made again as a delegatecall of MultiSendCallOnly.
err-tx-nested-safe = This Safe would have another one, { $safe }, run a transaction.
rec-tx-nested-safe = Judge that transaction as one of its own: its findings stand here, too.
err-tx-other-factory = { $to } would be called like a factory of Safes or splits, and is none that we know.
rec-tx-other-factory = Do not sign; have it made again with “gishiki safe” or “gishiki split”.
err-tx-factory-chain = The factory { $to } is not registered on chain { $chain }: where it has no code, the call does nothing.
rec-tx-factory-chain = Ask a node for its code on this chain before you sign.
err-tx-of-plan = The plan has this call.
rec-tx-of-plan = Nothing to do.
err-tx-batch-of-plan = It is the batch { $name } of the bundle, whole and in its order.
rec-tx-batch-of-plan = Compare the nonce and the hashes.
err-tx-no-batch = No batch of the bundle is these calls, whole and in this order.
rec-tx-no-batch = Ask where it comes from: what is not in the bundle, its signers have not decided.
err-safe-tx-no-bundle = A plan, signers, a manifest or --rehearsal were given, and no --bundle to verify with them.
rec-safe-tx-no-bundle = Name the ceremony's folder with --bundle.
err-safe-tx-bundle-chain = The bundle is of chain { $found }, the transaction of chain { $wanted }.
rec-safe-tx-bundle-chain = Use the bundle of the right chain.

## Calldata

err-calldata-selector = This calldata does not begin as a deployment of a Safe or a split does.
rec-calldata-selector = Do not send it; compute it again from the parameters.
err-calldata-arguments = The arguments in this calldata are not those of its call, or not encoded in the standard way.
rec-calldata-arguments = Do not send it; compute it again from the parameters.
err-calldata-factory = This transaction goes to no known factory, or to one that has no such method.
rec-calldata-factory = Do not send it; compute it again from the parameters.
err-calldata-shape = This transaction makes something that no parameters known here describe.
rec-calldata-shape = Do not send it; compute it again from the parameters.

## Options of the verbs

err-option-address = { $option } { $text } is no address: not 0x and 40 hex digits.
rec-option-address = Copy the whole address from its source.
err-option-checksum = { $option } { $text } has no right EIP-55 checksum.
rec-option-checksum = Compare it with its source character by character; these digits are written { $right }.
err-option-nobody = { $option } { $text } is an address that nobody has.
rec-option-nobody = Put the right address in its place.
err-option-library = { $option } { $text } is { $name }, a contract of Safe or 0xSplits themselves.
rec-option-library = Put the right address in its place.
err-option-number = { $option } { $text } is no number from 0 to 2^256 - 1.
rec-option-number = Write decimal digits, or 0x and hex digits, without signs, points or separators.
err-option-bytes32 = { $option } { $text } is not 0x and 64 hex digits.
rec-option-bytes32 = Write all 32 bytes.
err-option-bytes = { $option } { $text } is not 0x and pairs of hex digits.
rec-option-bytes = Copy all of it from its source.
err-option-signature = --signature { $text } cannot be used: { $reason }.
rec-option-signature = Write the 65 bytes that the device gave, as 0x and 130 hex digits.
err-split-recipient-form = --recipient { $text } is not ADDR=SHARE.
rec-split-recipient-form = Write the address, an equals sign and an integer share, without spaces.
err-split-no-salt = Neither --salt nor --nonce says what makes the split's address its own.
rec-split-no-salt = Give --salt with 32 random bytes; --nonce only predicts an address that others can move.

## Sheets about contracts

sheet-testnet = TESTNET: the ether of this chain is worth nothing.
sheet-address = Address
sheet-create2-salt = CREATE2 salt
sheet-init-code-hash = Init code hash
sheet-code-hash = keccak256 of its code once it stands
sheet-transaction = The transaction
sheet-to = To
sheet-value = Value
sheet-data = Data
sheet-decoded = Its data, decoded again
sheet-needs = Must be on chain { $chain } before the transaction is sent (compare the keccak256 of the code)
sheet-no-code-hash = no code hash: it differs by chain, or is not known
sheet-notes = To know
sheet-note-anyone = Anyone may send the transaction, from any account and at any time: the sender does not enter the address.
sheet-note-before = Nothing stands at the address until the transaction went through. Before sending, ask a node of this chain for the code of the contracts above.

safe-title = Safe { $version } on { $name } (chain { $chain }): { $threshold } of { $owners } owners must sign
safe-owner = Owner { $number }
safe-threshold = Threshold
safe-preset = Preset
safe-deployment = Set of contracts
safe-method = Method
safe-singleton = Singleton
safe-singleton-after = Singleton once it stands (slot 0)
safe-fallback-handler = Fallback handler
safe-salt-nonce = Salt nonce
safe-domain-separator = Domain separator (EIP-712)
safe-same-address = The same address on
safe-note-order = The order of the owners is part of the address: the same owners in another order are another Safe.
safe-note-ui-handler = Safe{"{"}Wallet{"}"} itself would deploy this with its own fallback handler, at another address.
safe-note-ui = This is what Safe{"{"}Wallet{"}"} itself deploys: the same address on every chain that has these contracts.
safe-note-ui-1-3-0 = This is what Safe{"{"}Wallet{"}"} itself deploys in this version: without a setup call, so that mainnet's address is another than the other chains'.
safe-note-ui-1-5-0 = This is what Safe{"{"}Wallet{"}"} would deploy in this version; today it creates 1.4.1 and 1.3.0 only, and its later choice may be another.
safe-note-plain = With the preset plain the address on mainnet is another than on the other chains, and Safe{"{"}Wallet{"}"} would deploy another one.
safe-note-plain-singleton = Safe{"{"}Wallet{"}"} itself would deploy another Safe, at another address.
safe-note-setup = The setup calls SafeToL2Setup by delegatecall, once: on mainnet it changes nothing, on every other chain it puts SafeL2 into the singleton's place.
safe-note-elsewhere = Anyone may repeat the transaction on another chain; the address is the same where the same contracts stand. Send nothing to it on a chain that lacks one of them: there nobody can move it.
safe-note-chain-specific = The chain's id enters the address: the same transaction on another chain makes another Safe. What looks like this address elsewhere is not this Safe.
safe-note-sets = Version 1.3.0 has two sets of contracts, canonical and eip155, with other addresses for the same owners. Tools that are told no set take { $set } on this chain.
safe-note-1-3-0 = The factory of 1.3.0 does not check that the singleton has code: without it the transaction succeeds and leaves a dead contract at the address.
safe-note-own-singleton = The singleton is not Safe's own. Its code is the whole Safe: have it reviewed.
safe-note-no-handler = Without a fallback handler the Safe can confirm no messages (EIP-1271) and refuses some tokens.
safe-note-own-handler = The fallback handler is not Safe's own. It answers in the Safe's name: have its code reviewed. A token or a warehouse in its place would let anyone take what the Safe has there.
safe-note-large-nonce = The salt nonce is above 9007199254740991 (2^53 - 1): Safe{"{"}Wallet{"}"}'s form cannot take it exactly, so the Safe cannot be made again there by hand.
safe-wallet-file = { $path } is written for Safe{"{"}Wallet{"}"} (Settings, Data). IMPORTING IT REPLACES the address book, the added and the not yet activated Safes of that browser: export those first.

split-title = { $kind } split { $version } on { $name } (chain { $chain }) for { $recipients } recipients
split-recipient = Recipient { $number }
split-owner = Owner
split-nobody = nobody
split-incentive = Distribution incentive
split-creator = Creator
split-salt = Salt
split-nonce = Nonce
split-hash = Split hash
split-extra-unit = (with an extra unit)
split-address-unknown = nobody can know it before
split-distribute = Later: what anyone may send to have the split pay out its ether (note it with this sheet)
split-note-counted = THE ADDRESS CANNOT BE PREDICTED: with a controller, version 1 makes its splits by CREATE, and anyone can make one more before. Send nothing before it is deployed, and read the address from the transaction's event.
split-note-reverts-again = Sent a second time, the transaction reverts: the split stands already. Somebody else may have sent it first, which changes nothing.
split-note-controller = The controller can at once change recipients and shares, for what is not yet distributed, too.
split-note-nonce = THE ADDRESS HOLDS ONLY IF the factory has made exactly { $nonce } splits of these parameters and this owner before. Anyone can make one more and move the address: send no funds before it is deployed.
split-note-again = Sent a second time, the transaction succeeds, changes nothing and emits no event.
split-note-sorted = The recipients were put in ascending order of address; another order is another address.
split-note-as-is = Order and shares are kept as given, and only what the contract refuses was refused: check every line.
split-note-immutable = Nobody owns it: recipients and shares can never change, and it can make no withdrawal request for a validator.
split-note-owner = The owner can at once change recipients and shares, stop distributions, and move everything not yet distributed.
split-note-incentive = An incentive attracts strangers who distribute for a profit, at any time.
split-note-keep = Keep this sheet: the contract stores only a hash, and every distribution must name recipients, shares, total and incentive again.

safe-tx-title = Transaction { $nonce } of the Safe { $safe } on { $name } (chain { $chain })
safe-tx-assembled = execTransaction of the Safe { $safe } on { $name } (chain { $chain }): signatures { $signatures }, threshold { $threshold }
safe-tx-operation = Operation
safe-tx-domain-hash = Domain hash
safe-tx-message-hash = Message hash (a Trezor shows it)
safe-tx-hash = safeTxHash (what is signed)
safe-tx-data-hash = keccak256 of the data
safe-tx-error = ERROR
safe-tx-warning = WARNING
safe-tx-note = Note
safe-tx-result =
    { $errors ->
        [0] No errors
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [one] 1 warning
       *[other] { $warnings } warnings
    }.
safe-tx-note-anyone = Anyone may send it, and pays the gas; the Safe checks the signatures.
safe-tx-note-nonce = It runs only while the Safe is at this nonce. To take it back, run another transaction with the same nonce.
safe-change-title = Owners and threshold of a Safe on { $name } (chain { $chain })
safe-change-note-order = The calls hold only in this order, and only from these owners in the order of getOwners: ask the Safe again before they are signed.
safe-change-note-once = Run them as one batch: between two of them the Safe would be in neither state.
sheet-before = Now
sheet-after = Afterwards
sheet-calls = The calls: { $count }
sheet-checksum = Checksum of the batch
sheet-screens = What a Trezor shows, in this order (choose to be shown the full message; the first screen has the signer's own address)
split-admin-title = Change of a split on { $name } (chain { $chain })
split-admin-split = The split
split-admin-owner = Owner afterwards
split-admin-note-owner = Only the split's owner can make this call.
split-admin-note-at-once = It holds at once, also for what the split has and has not yet distributed: distribute first what the recipients of now are to get.
split-admin-note-single-step = The new owner owns it at once, and the old one can take nothing back: compare the address character by character.
split-admin-note-for-ever = Nobody can ever change the split again, pause it or make calls for it.
sheet-safe = Safe
