## Signed files

err-not-canonical = The file has no canonical form: { $reason }.
rec-not-canonical = Use only printable ASCII in the plan's names and labels.

## The page on verifying

verify-md-title = Verifying { $organisation }, ceremony { $ceremony }, sequence { $sequence }
verify-md-marks = { $marks }: nothing here may be used for real.
verify-md-exceptions = { $exceptions ->
    [one] One exception was recorded: what was expected, what happened and what was decided stands in the sealed files.
   *[other] { $exceptions } exceptions were recorded: what was expected, what happened and what was decided stands in the sealed files.
}
verify-md-about = Everything in this folder can be checked without Gishiki, by anyone, at any time. Two questions are answered below: are these the files that were signed, and who signed them?
verify-md-files = The files
verify-md-files-how = In this folder, run:
verify-md-digest = The first command must report OK for every file. The second prints the digests that the statements below name; the digest of manifest.json, which the signers compared before signing, must be:
verify-md-signatures = The signatures
verify-md-signatures-how = Each statement is one line in a file that ends in .txt, without a line break at its end; its signature is in the file of the same name that ends in .sig. These addresses must have signed:
verify-md-file = Statement
verify-md-signer = Signer
verify-md-each = Check each row in this folder with at least one of the programs below: put the row's statement in place of FILE and its signer in place of ADDRESS.
verify-md-cast = With cast (Foundry), which must say that validation succeeded:
verify-md-eth-account = With eth-account (Python), which must print True:
verify-md-ethers = With ethers (JavaScript), which must print true:
verify-md-compare = A signature always belongs to some address: what counts is that it belongs to the address that you know, by another channel, to be the signer's. Then read the statement: the SHA-256 that it names must be the digest of manifest.json, or of the member's file in parts/{ $carried ->
        [0] .
       *[other] {" "}or in carried/, which is of the earlier ceremony that it names.
    }
verify-md-limits = What this does not show
verify-md-limits-what = That a person compared each address with the device's display is the signers' word. That an address belongs to an account's extended public key can be checked with the sealed files, which auditors have. That contracts were deployed as listed can only be seen on the chain.

## What two manifests differ in

diff-organisation = They belong to different organisations: { $old }, and { $new }.
diff-chain = They are for different chains: { $old }, and { $new }.
diff-rehearsal = One of them is a rehearsal and the other is not (rehearsal: { $old }, then { $new }). Nothing of a rehearsal may come before or after anything real.
diff-testnet = One of them is for a testnet and the other is not (testnet: { $old }, then { $new }).
diff-id = The ceremony is called { $new }; it was { $old }.
diff-fork = Both are number { $new } of the chain: two histories. Only one of them can be right; find out which one the signers mean before anything is done.
diff-backwards = The second file is the older one: number { $new }, after number { $old }. Everything below reads backwards.
diff-gap = Between number { $old } and number { $new } there are others that are not here; what they did is part of what follows.
diff-next = Number { $new } follows number { $old } and names exactly it as the one before.
diff-not-previous = Number { $new } does not come after this number { $old }: it names { $previous } as the one before.
diff-field = { $field } is now { $new }; it was { $old }.
diff-order = The entries of { $list } stand in another order; nothing else in them differs.
diff-address-new = New: { $label }, { $address }, in { $wallet } at { $path }, tier { $tier }.
diff-address-gone = Gone: { $label }, { $address }, of { $wallet }. Its key still works: empty it first, and take it out of everything that pays to it or that it may sign for.
diff-address-key = Another key: { $label } is now { $address }; it was { $old }. What is sent to the old address still goes to the old key.
diff-address-label = Another label: { $address } is now called { $label }; it was “{ $old }”.
diff-address-wallet = { $label }, { $address }, is now of { $new }; it was of { $old }.
diff-role-renamed = { $label }, { $address }, has another name in the plan: { $new }; it was { $old }.
diff-external-new = New outside address, of no key of this ceremony: { $label }, { $address }.
diff-external-gone = The outside address { $label }, { $address }, is not listed any more.
diff-external-address = The outside address { $label } is now { $address }; it was { $old }. Ask whom it belongs to, by another channel, whether that is right.
diff-member-new = { $member } holds wallets that were not there before.
diff-member-gone = { $member } holds no wallet any more. The keys still work until what they hold or own has moved.
diff-wallet-new = New wallet: { $wallet }.
diff-wallet-gone = No address of the wallet { $wallet } is listed any more.
diff-part = { $member } brought a part made for this ceremony.
diff-part-new = { $member } brought a part; the other manifest has none.
diff-part-gone = { $member } brought no part this time.
diff-part-unpinned = The part of { $member } was taken without its digest having been told by another channel.
diff-part-pinned = The part of { $member } was taken with its digest told; before, nobody told it.
diff-signer-new = { $role } ({ $wallet }, { $address }) now signs the manifest, too.
diff-signer-gone = { $role } ({ $wallet }, { $address }) does not sign the manifest any more.
diff-signer-key = { $role } ({ $wallet }) signs the manifest with another key: { $address }; it was { $old }.
diff-signers = Of the { $old } keys that signed the manifest before, { $kept } are among the { $new } that sign it now.
diff-wallet-signer-new = The wallet { $wallet } has a signer: { $role }, { $address }.
diff-wallet-signer-gone = The wallet { $wallet } has lost its signer { $role }, { $address }.
diff-wallet-signer-key = The wallet { $wallet } signs with another key: { $role }, { $address }; it was { $old }.
diff-safe-new = New Safe: { $label }, { $address }. { $threshold } of { $count } sign: { $owners }.
diff-split-new = New split: { $label }, { $address }. It pays { $shares }. It is changed by: { $owner }.
diff-contract-gone = The contract { $label }, { $address }, is not listed any more. It stays on the chain with whatever it holds and whoever owns it.
diff-contract-renamed = The contract { $label }, { $address }, has another name in the plan: { $new }; it was { $old }.
diff-contract-address = Another contract: { $label } is now { $address }; it was { $old }. The old one stays on the chain with whatever it holds.
diff-contract-kind = { $label }, { $address }, is a contract of another kind than before.
diff-change-past = { $name }: the change that the older manifest made is over here. Whether it ran, only the chain tells.
diff-change-coming = { $name } is changed: its batch must be signed and sent before any of it is true.
diff-safe-owner-in = { $safe }: { $owner } becomes an owner, { $address }.
diff-safe-owner-out = { $safe }: { $owner } is no owner any more, { $address }.
diff-safe-owner-key = { $safe }: the owner { $owner } is another key, { $new }; it was { $old }.
diff-safe-owner-name = { $safe }: the owner { $address } is called { $new }; it was { $old }.
diff-safe-threshold = { $safe }: { $new } of { $after } owners sign; it was { $old } of { $before }.
diff-safe-taken = { $safe }: the { $come } owners who come reach the threshold of { $threshold } by themselves. Whoever holds those keys holds the Safe.
diff-safe-weak = { $safe }: the { $stay } owners who stay do not reach the threshold of { $threshold } any more without those who come.
diff-safe-until = { $safe }: until the change has run on the chain, { $threshold } of those who own it now still sign: { $owners }.
diff-split-share = { $split }: { $recipient } ({ $address }) receives { $new }; it was { $old }.
diff-split-name = { $split }: the recipient { $address } is called { $new }; it was { $old }.
diff-split-owner = { $split }: it is now changed by { $new } ({ $address }); it was { $old } ({ $old_address }).
diff-split-incentive = { $split }: whoever distributes is paid { $new } millionths; it was { $old }.
diff-split-until = { $split }: until the change has run on the chain, the old shares are paid. Distribute first what came in under them.
diff-batch-new = New transaction for { $from }: { $label }. { $calls }
diff-batch-gone = The transaction { $label } of { $from } is not listed any more. What was signed for it can still be sent until its nonce is used.
diff-batch-changed = The transaction { $label } of { $from } has other contents: { $calls }
diff-address-again = { $label }, { $address }, was shown and confirmed anew.
diff-carried = What { $member } confirmed in ceremony { $sequence } is carried on, with its evidence.
diff-carried-past = Nothing is carried any more from what { $member } confirmed in ceremony { $sequence }.
diff-carried-other = The part of { $member } that is carried from ceremony { $sequence } is not the one that this older manifest names.
diff-retired = Retired: { $label }, { $address }. Reason: { $reason } Its key or contract still works: make sure that it is empty, and that nothing pays to it or counts on its signature.
diff-retired-gone = { $label }, { $address }, is not named as retired any more.
diff-succession = Of the { $of_new } keys that sign this manifest, { $new } must sign the next one, too; it was { $old } of { $of_old }.
diff-signs = { $role } ({ $wallet }, { $address }) signs this manifest.
diff-signs-next = { $needed } of these { $signers } must sign the next manifest, too.
diff-part-exceptions = Exceptions that { $member } recorded: { $count }. Ask what happened before you sign.
diff-witness = { $witness } is a witness, and signs with { $address }.
diff-witness-any = { $witness } is a witness, and signs with any key; only { $witness } can say which.
diff-witness-paper = { $witness } is a witness, and signs on paper.
diff-witness-gone = { $witness } is not a witness as before.
diff-wallet = { $wallet } has { $count ->
    [one] one address
   *[other] { $count } addresses
}; { $role }, { $address }, signs for it.
diff-wallet-unsigned = { $wallet } has { $count ->
    [one] one address
   *[other] { $count } addresses
}, and nobody signs for it.
