# What others need from a verified bundle.

## What a chain's answers say

chain-no-answer =
    { $what ->
        [chain] Chain id
        [code] Code
        [block] Block
        [singleton] Singleton
        [owners] Owners
        [threshold] Threshold
        [handler] Fallback handler
        [guard] Guard
        [modules] Modules
        [nonce] Nonce
        [module-guard] Module guard
        [split-hash] Split hash
        [owner] Owner
       *[paused] Paused
    }: the node gave no answer.
chain-equal =
    { $what ->
        [chain] Chain id
        [code] Code
        [block] Block
        [singleton] Singleton
        [owners] Owners
        [threshold] Threshold
        [handler] Fallback handler
        [guard] Guard
        [modules] Modules
        [nonce] Nonce
        [module-guard] Module guard
        [split-hash] Split hash
        [owner] Owner
       *[paused] Paused
    }: { $found }, as it should be.
chain-before =
    { $what ->
        [chain] Chain id
        [code] Code
        [block] Block
        [singleton] Singleton
        [owners] Owners
        [threshold] Threshold
        [handler] Fallback handler
        [guard] Guard
        [modules] Modules
        [nonce] Nonce
        [module-guard] Module guard
        [split-hash] Split hash
        [owner] Owner
       *[paused] Paused
    }: { $found }, as before the change.
chain-differs =
    { $what ->
        [chain] Chain id
        [code] Code
        [block] Block
        [singleton] Singleton
        [owners] Owners
        [threshold] Threshold
        [handler] Fallback handler
        [guard] Guard
        [modules] Modules
        [nonce] Nonce
        [module-guard] Module guard
        [split-hash] Split hash
        [owner] Owner
       *[paused] Paused
    }: { $found }, where { $expected } should be.
chain-block = Asked about block { $number } (time { $timestamp }).
chain-nowhere = { $name }: nothing stands there yet.
chain-some-code = { $name }: code stands there; which it should be is not known.
chain-code = { $name }: the expected code stands there.
chain-other-code = { $name }: other code stands there: keccak256 { $found }, where { $expected } should be.
err-chain-answers-form = { $file } does not hold the answers to a batch of questions.
rec-chain-answers-form = Post the file of gishiki export chain-check as it is, and save the whole answer: an array.
err-chain-other = These are not the answers of chain { $chain }.
rec-chain-other = Ask a node of that chain.
err-chain-not-ready = { $name } does not stand on chain { $chain } as the manifest says, so nothing that needs it is released.
rec-chain-not-ready = Deploy it first, and see with gishiki verify --chain-answers what is there.
err-chain-done = The change of { $name } is done on chain { $chain } already.
rec-chain-done = Send it no second time; say in the next plan how it stands now.

chain-good = Chain { $chain }, as { $file } tells: everything stands as the manifest says. A second node should say the same.
chain-pending = Chain { $chain }, as { $file } tells: everything stands as before or after what the manifest decides, but NOT YET done is the change of: { $names }.
chain-not-asked = This was not asked.
err-chain-pending-first = The change of { $name } is not done on chain { $chain } yet, and this batch counts on it.
rec-chain-pending-first = Send that change first, and ask the chain again.
err-chain-paused = The split { $name } is paused on chain { $chain }: it pays nobody, and renounced it would be locked for ever.
rec-chain-paused = Have its owner start it again first.
err-chain-no-token = The token { $name } is not on chain { $chain }, as the answers tell.
rec-chain-no-token = Compare the token's address with its maker's; a payment to an address without code pays nothing.
err-chain-nonces = The nodes do not agree on how many transactions { $name } ran.
rec-chain-nonces = Ask both again, about the same block.
chain-bad = Chain { $chain }, as { $file } tells: NOT everything stands as the manifest says. Lines with "!" differ.

## Exports

saved = { $file } is written.
err-file-exists = { $file } is there already.
rec-file-exists = Name a file that is not there yet, or move that one away.
export-batch = a batch of the manifest for Safe's Transaction Builder (its file format 1.0; checksum as of tx-builder 1.18.3), once a chain has shown what it needs
err-export-option = { $option } has no meaning for the export { $format }.
rec-export-option = Leave it out.
err-export-batch-no-safe = The batch { $name } is sent by { $from }, which is no Safe of this manifest.
rec-export-batch-no-safe = Have its holder send the batch's calls, which the manifest lists, one by one in their order.
export-answers = { $file } is about block { $number } (time { $timestamp }, seconds since 1970).
export-ran = { $safe } ran { $nonce } transactions already, and nothing on the chain tells whether this batch was among them: see that it was not.
export-one-node = Only one node was asked; a second one of another provider should say the same.
err-export-no-safe = The manifest has no Safe.
rec-export-no-safe = Nothing is to be imported then.
export-deployments = what to send to deploy every contract on a chain, in an order in which each finds what it needs (JSON; sent with viem to anvil 1.7.1)
export-public = the folder that may be shared: everything public, nothing sealed; it verifies alone
export-public-saved = { $files ->
    [one] One file stands in { $folder }. It verifies alone: “gishiki verify { $folder }”.
   *[other] { $files } files stand in { $folder }. They verify alone: “gishiki verify { $folder }”.
}
err-export-needs-out = The public set is a folder, and where it shall stand was not said.
rec-export-needs-out = Name a folder that is not there yet: --out FOLDER.
export-safe-wallet = predicted Safes for Safe{"{"}Wallet{"}"}: they appear with "Activate" (3.0, web 1.95.0)
export-note-deployments = Anyone may send each of these, in any order: who sends it and when enters no address. In this order whoever watches sees each contract stand before another names it.
export-note-safe-wallet = Importing this OVERWRITES the address book, the added and the not yet activated Safes of that browser: export them there first.
export-chain-check = one JSON-RPC batch about every contract: post it to two nodes, bring the answers to verify (JSON-RPC 2.0; tried with anvil 1.7.1)

err-export-contract = The file of the contract { $name } does not make that contract.
rec-export-contract = Verify the bundle, and make it again from its journals where its files were changed.
err-export-no-contract = The manifest wants no contract on chain { $chain }.
rec-export-no-contract = Name a chain that one of its contracts is wanted on.
err-export-no-batch = The manifest has no batch { $name }.
rec-export-no-batch = Name one that it has: { $known }.
err-export-batch-form = A call of the batch { $name } is not in its form.
rec-export-batch-form = Verify the bundle.
err-export-format = There is no export { $format }.
rec-export-format = gishiki export --list names them all.
err-export-unreleased = Batches are only released once a chain has shown the contracts that they need.
rec-export-unreleased = Bring the answers to gishiki export chain-check with --chain-answers.
err-bundle-unverified = The bundle in { $folder } does not verify: { $checks }.
rec-bundle-unverified = gishiki verify says why; bring the same plan, signers and previous manifest here.

export-ethstaker-deposit = what ethstaker-deposit-cli is told when it makes keys (1.3.1): chain and withdrawal address; needs --policy
export-labels = labels as JSON lines, for any program: CAIP-10, label, role, path, fingerprint of the wallet (in the manner of BIP-329)
export-lighthouse = the fee recipient for Lighthouse's validator client (its book, validator_fee_recipient.md of 9113593a); needs --policy
export-lodestar = the fee recipient for Lodestar's validator client, as proposer settings (1.44.0); needs --policy
export-metamask-contacts = contacts that MetaMask 10.19 to about 12.1 can restore (address-book-controller 7.0.0); newer ones restore none
export-metamask-labels = the same contacts as a table to type into MetaMask (no release reads it)
export-nimbus = the fee recipient for Nimbus (its book, suggested-fee-recipient.md of 0e281d14); needs --policy
export-notes-obol = what an Obol cluster is defined with (charon 1.10.3): its fee recipient is in no node's file; needs --policy
export-notes-ssv = what the owner of SSV clusters sends (contracts 2.0.0): their fee recipient is in no node's file; needs --policy
export-rotki = names for rotki's address book, as CSV (its usage guide, and its import in ef14aadd of 2026-08-21)
export-safe-address-book = names for the address book of Safe{"{"}Wallet{"}"}, as CSV (web 1.95.0): adds to what is there
export-safe-data = the same as a data file of Safe{"{"}Wallet{"}"} (3.0, web 1.95.0): replaces what is there
export-note-metamask-contacts = For MetaMask 10.19 to about 12.1 only, under Settings, Advanced; save it there as { $file }. Restoring REPLACES the whole contact list. Newer releases restore nothing: type the names from metamask-labels.
export-note-metamask-labels = No release of MetaMask reads this table: type what is needed under Contacts, and compare every character of an address.
export-note-rotki = rotki adds these names to the private address book of whoever is logged in.
export-note-safe-address-book = Importing adds these names, and replaces those that the browser's address book has for the same addresses.
export-note-safe-data = Importing this OVERWRITES the address book of that browser: export it there first, or take safe-address-book, which adds.
err-export-address-book-size = Safe{"{"}Wallet{"}"} reads no address book larger than { $bytes } bytes.
rec-export-address-book-size = Take safe-data, which has no such limit.
err-export-rotki-chain = rotki knows no chain { $chain }.
rec-export-rotki-chain = It has no testnets: keep these names elsewhere, as with export labels.
err-export-inside = { $file } would lie in the folder of the ceremony, which has its own files and no others: it would verify no more.
rec-export-inside = Name a place outside of it.

## Hand-over to machines

err-handover-policy = Whose validators it is about was not said, or is not known.
rec-handover-policy = Say --policy with one of: { $known }.
err-handover-chain = For the policy { $policy } nothing is known on chain { $chain }.
rec-handover-chain = Ask the protocol's own pages for its vaults there, and enter them by hand.
err-handover-never-safe = Fees of validators of the policy { $policy } never go to a Safe of the team.
rec-handover-never-safe = Leave --safe out.
err-handover-safe = It is not certain which Safe the team's own validators pay.
rec-handover-safe = Say --safe with one that the manifest has on this chain: { $known }.
err-handover-safe-unknown = The manifest has no Safe { $name } on this chain.
rec-handover-safe-unknown = Say --safe with one that it has: { $known }.
err-handover-no-safe = The manifest has no Safe on this chain, and fees of the team's own validators go to one.
rec-handover-no-safe = Plan a Safe for them first.
err-handover-unseen = Nothing shows that the Safe { $name } stands on the chain, and what is paid to an address without its Safe may be lost.
rec-handover-unseen = Ask a node with “gishiki export chain-check”, and bring its answers with --chain-answers FILE.
err-handover-withdrawal = For the policy { $policy } the withdrawal address differs from operator to operator, and no manifest has it.
rec-handover-withdrawal = Take the protocol's own software, which asks the chain.
err-handover-network = With the policy { $policy } on { $chain } nothing is known of { $network }.
rec-handover-network = Ask the pages of the protocol and of { $network }.
handover-note = Before a validator runs with it: compare the address with the manifest, and with the protocol's own page where it is the protocol's. A wrong fee recipient costs real money.
handover-note-rehearsal = REHEARSAL: the addresses of the team are from published seeds. Give this file to no machine that runs a real validator.
handover-from = { $marks }{ $ceremony }: made of the manifest with SHA-256 { $digest }.
handover-to-own = Policy own, on { $chain }: the team's own validators. Fees go to { $name }, { $recipient }. The Safe must stand there first.
handover-to-lido-csm = Policy lido-csm, on { $chain }: fees must go to { $recipient }, { $name }. Anything else is penalised.
handover-to-rocket-pool = Policy rocket-pool, on { $chain }: for a node that opted into the smoothing pool, { $recipient }, { $name }. Any other node pays its own megapool, or with minipools its own fee distributor, which only the chain tells: then do not use this. The Smartnode sets it by itself.
handover-use-lodestar = For a validator client of Lodestar with keys of this policy only: --proposerSettingsFile with this file.
handover-use-lighthouse = For a validator client of Lighthouse with keys of this policy only. A suggested_fee_recipient in validator_definitions.yml takes precedence over this flag.
handover-use-nimbus = For a validator client of Nimbus with keys of this policy only; for its beacon node where that has the keys. A key's own suggested_fee_recipient.hex takes precedence over this flag.
handover-use-ethstaker-deposit = For deposit new-mnemonic or existing-mnemonic. The first deposit fixes the withdrawal address for ever.
handover-withdrawal-own = Withdrawals go to { $name }, { $withdrawal }. Whether the validators compound (0x02) or not (0x01) is asked, or say --compounding or --regular_withdrawal (up to release 1.2: --regular-withdrawal).
handover-withdrawal-lido-csm = Withdrawals go to Lido's withdrawal vault, { $withdrawal }, which is not the vault of fees; both stand in the source named above. It is of type 0x01: --regular_withdrawal (up to release 1.2: --regular-withdrawal). The deposit data is given to the module; its operator never sends it to the deposit contract.
handover-use-notes-ssv = Clusters of this policy: their owner sends the call below to SSVNetwork once; no file of a node has the fee recipient.
handover-ssv-owner = It holds for all clusters of that owner, so each policy needs an owner of its own. Compare the contract with SSV's own page first.
handover-ssv-roles = Addresses of the manifest that name SSV. Anybody can send the call, and it changes the sender's own clusters only: send it from the one that owns these, and from no owner of clusters of another policy:
handover-use-notes-obol = Clusters of this policy: arguments for charon create dkg; the definition holds them, and no file of a node does.
handover-obol-fixed = The withdrawal address cannot be changed after the deposit. Every operator compares both before signing the definition.

## Codes

export-crypto-account = a wallet's addresses as “crypto-account”, for programs that take accounts from a QR code and shall only watch; read by @metamask/eth-qr-keyring 1.1.0 and @keystonehq/base-eth-keyring 0.15.1
export-note-crypto-account = It holds public keys and no xpub. Programs take the addresses for those of a device that signs by QR codes: they can watch with it, and NOTHING can be signed that way, as no Trezor does. MetaMask keeps one such device at a time, names no address, and checks no fingerprint. “gishiki qr FILE” shows it.
err-export-account-whose = Whose wallet is wanted was not said.
rec-export-account-whose = Name both: --custodian NAME --wallet NAME.
err-export-account-wallet = The manifest has no address of { $custodian }'s wallet { $wallet }.
rec-export-account-wallet = Take both names from the manifest's rows, as “gishiki show” and the labels have them.
err-export-account-role = This wallet has no role { $role }.
rec-export-account-role = Name roles of it, or leave --role out for all.
err-export-account-count = These are { $count } addresses, and the programs that read them want { $page } on each of their pages: they refuse a last page that is not full.
rec-export-account-count = Choose { $page } of them, or a multiple, with --role NAME for each: { $roles }.
err-export-account-few = These are { $count } addresses, and the programs that read them want { $page } on each of their pages.
rec-export-account-few = Watch them by themselves: “gishiki export qr-sheet” has the code of each.
err-export-account-key = The sealed xpub does not make the address of { $role }.
rec-export-account-key = Verify the bundle with its sealed folder, and make it again from its journals where its files were changed.
err-export-account-sealed = Public keys follow from { $file }, and the bundle has no such file.
rec-export-account-sealed = Export from the ceremony's whole folder, which an auditor has.
err-export-account-kept = The wallet { $wallet } keeps the xpub of { $path }, so its public keys stand in no file.
rec-export-account-kept = Watch these addresses by themselves: “gishiki export qr-sheet”.
export-qr-sheet = a printable page (HTML, A4) with every address and its code
qr-sheet-marks = { $marks } — nothing here is for real money.
qr-sheet-about = Each code holds the address beside it and nothing else. Compare the groups after scanning. Chain { $chain }, where none is named.
qr-sheet-digest = SHA-256 of the manifest that this comes from, in hex and as words:
qr-sheet-confirmed = Addresses confirmed on a device
qr-sheet-predicted = Contracts, predicted: before anybody pays in, see that they stand
qr-sheet-external = Addresses of others, as the plan names them
qr-sheet-wallet = { $member }, wallet { $wallet }
qr-sheet-chains = Chain { $chains }
err-export-sheet-large = { $count } addresses make a page that no browser prints; { $most } are the most.
rec-export-sheet-large = Take the labels instead, and a code for each address that is needed: “gishiki qr”.

## The guide to MetaMask

export-metamask = a printable guide (HTML, A4): what MetaMask lists with a Trezor, wallet by wallet, what reaches the rest, contacts with codes
guide-about = MetaMask with a Trezor: a browser profile for each passphrase wallet, the accounts that it lists there and their names, what reaches the other addresses, and the contacts to type. Nothing here is secret, but it shows who holds what.
guide-before = Before you begin
guide-before-secrets = Never type the words of a seed, or a passphrase, into a computer or a browser. The passphrase is entered on the device. MetaMask wants a seed of its own when it is set up: let it make a new one, and never pay anything to it.
guide-before-profiles = Keep one browser profile for each passphrase wallet. MetaMask has one keyring for a Trezor, with one set of accounts: after another passphrase it says “Unknown address”, and accounts of the first can no longer be used.
guide-before-list = With a Trezor, MetaMask lists { $forms } and never another account': number 2 of its list is { $listed }, not { $other }.
guide-before-shown = The name of an account on the device identifies nothing: { $listed } and { $other } are both “{ $shown }”. Compare the whole address.
guide-before-compare = Never trust an address that MetaMask shows before it equals the one here, in every group. A page or a program can show what it likes.
guide-before-names = Names are typed by hand: no release takes the names of accounts from a file, and restoring contacts from one is gone since 2024.
guide-before-mobile = MetaMask on a phone knows no Trezor.
guide-before-left-out = Not among the ways below, since the passphrase would be typed on the computer: { $programs }.
guide-steps = For each wallet that MetaMask reaches
guide-step-profile = Make a browser profile with the name given below, and install MetaMask in it, from its maker's own page.
guide-step-connect = Let MetaMask connect a hardware wallet, a Trezor, and enter the passphrase of this wallet on the device.
guide-step-path = Choose the path “{ $menu }”. The list has five addresses on a page.
guide-step-compare = Go to the place given here, compare the whole address, and only then select it. Tick it here.
guide-step-name = Give the account the name printed here. MetaMask's own numbers of accounts say nothing of paths.
guide-step-contacts = Of the contacts on the last pages, type those that this profile deals with: name, chain and address, from the code or by hand. Then compare the groups.
guide-overview = Profiles
guide-column-wallet = passphrase wallet
guide-column-profile = browser profile
guide-column-listed = listed
guide-column-place = in the list
guide-column-name = name to give
guide-column-address = address
guide-none = none: MetaMask reaches nothing of it
guide-count = { $listed } of { $all }
guide-wallet = { $wallet } (tier { $tier })
guide-profile = Browser profile: { $profile }
guide-no-profile = MetaMask reaches no address of this wallet: make no profile for it.
guide-known-first = The passphrase was the right one if number 1 of the list, { $path }, is { $address }. If it is another, disconnect and begin again: select nothing.
guide-known-other = The manifest has no m/44'/60'/0'/0/0 of this wallet, so number 1 of the list says nothing. The passphrase was the right one if number { $number }, { $path }, is { $address }. If it is another, disconnect and begin again: select nothing.
guide-known-none = The passphrase was the right one if the ways below give these addresses, and only then.
guide-listed = Listed by MetaMask with a Trezor
guide-beyond = Not reached by MetaMask: use one of these
guide-contacts-contracts = Contacts: contracts, predicted. Before anybody pays in, see that they stand
guide-contacts-externals = Contacts: addresses of others, as the plan names them
guide-contacts-keys = Contacts: keys, in profiles other than their own
