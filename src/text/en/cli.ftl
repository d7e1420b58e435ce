run-exception = EXCEPTION ({ $member }, { $step }): expected: { $expected }; happened: { $happened }; decided: { $decided }.
run-complete = Everything is in { $folder }.
run-lacks = Not signed yet: { $names }.
witness-recorded = { $name } signed by { $signer }, the address that the manifest names.
witness-recorded-told = { $name } signed by { $signer }. The plan names no address: only { $name } can confirm that it is theirs.
witness-recorded-paper = { $name } signed on paper: keep the sheet with the sealed folder.
run-others-sign = The others still have to sign; what is there so far is in { $folder }.

## Running

err-folder-exists = { $folder } is there already.
rec-folder-exists = Go on with it by “gishiki resume { $folder }”, or name another folder with --out.
err-plan-placeholders = The plan still leaves something open: { $what } (line { $line }; { $count } in all).
rec-plan-placeholders = Fill in every "TBD" and have the plan reviewed again: off the testnets nothing may be left open.
err-part-missing = No part of { $member } was given.
rec-part-missing = Name the folder that { $member }'s run made.
err-part-twice = The part of { $member } was given twice.
rec-part-twice = Name each member's folder once.
err-pin-unusable = --part or --unpinned names { $member }, who is no member of the plan or is named twice.
rec-pin-unusable = Write each member once, as the plan does.
err-part-own-ambiguous = { $folder } holds parts of several members, or is the team's own folder.
rec-part-own-ambiguous = Name the folder that your own run made, as you kept it: only then does the comparison mean something. Where it holds several, --custodian says which is yours.
err-part-own-other = { $folder } holds no part of { $member }.
rec-part-own-other = Name the folder that your own run made, or the custodian whose part lies in it.
err-part-not-own = The team's folder holds another part of { $member } than one's own.
rec-part-not-own = Sign nothing. Compare both files, and have the parts combined again.
err-own-row-differs = The manifest has { $role } of { $member } otherwise than one's own part: { $other }, and there it is { $address }.
rec-own-row-differs = Sign nothing. Find out who changed it, and have the parts combined again.
err-own-row-missing = The manifest lacks { $role } of { $member }, { $address }, and does not name it as retired.
rec-own-row-missing = Sign nothing. Find out who took it out, and have the parts combined again.
err-sign-needs-previous = This manifest comes after another one, { $digest }, and what is new in it can only be told beside that one.
rec-sign-needs-previous = Bring the manifest before this one, as you kept it: --previous MANIFEST.
err-sign-other-previous = The manifest brought with --previous is { $digest }; the one before this is { $named }.
rec-sign-other-previous = Bring the one that is named. If you never saw it, sign nothing: there are two histories, or one step of it passed you by.
err-sign-other-history = The manifest does not follow from the one before it: the two cannot belong to one history.
rec-sign-other-history = Sign nothing. “gishiki diff” tells what speaks against it.

## The simulated Trezor on its own

simulate-listens = Simulated Trezor { $model }, from a test seed; Ctrl-C ends it. It listens at udp:{ $address }
err-simulate-over = The simulated Trezor is off.
rec-simulate-over = Started again it is a fresh one: its wallets are opened anew.
err-simulate-address = “{ $text }” is no address with a port.
rec-simulate-address = Write it in numbers, such as 127.0.0.1:21324: names are never looked up.
err-simulate-pin = This PIN cannot be typed on a Trezor.
rec-simulate-pin = Use 1 to { $most } digits.
err-simulate-unusable = The system does not let the simulated Trezor run: { $reason }.
rec-simulate-unusable = Close other programs and try again.
err-simulate-seed-mark = { $file } does not begin with the line that marks a test seed.
rec-simulate-seed-mark = Never put a seed of your own into a file. The first line of a test seed's file is exactly “{ $mark }”, the second its words.
err-simulate-seed-lines = { $file } has not exactly one line behind its first.
rec-simulate-seed-lines = Write all words of the test seed in the second line, with spaces between them, and nothing else.
err-simulate-seed-share = This share is one of several: alone it opens nothing.
rec-simulate-seed-share = Use a test seed of a single share, which is a whole SLIP-39 backup, or one of BIP-39.

## The laptop and the device

doctor-laptop = Laptop
doctor-version = Gishiki { $version }
doctor-sha256 = SHA-256 of this program: { $digest }
doctor-registry-well = Every figure of the registry of contracts that follows from others does.
doctor-usb = Trezors on USB: { $places }
doctor-usb-none = No Trezor on USB.
doctor-device = Device
doctor-model = Model: { $name } ({ $model })
doctor-firmware = Firmware: { $version }
doctor-id = Device id, which ceremonies keep in their sealed files: { $id }
doctor-software = It is software, for rehearsals only.
doctor-typed-on-device = PIN and passphrase are typed on the device; a passphrase has at most { $most } bytes.
doctor-typed-on-laptop = PIN (by its places in the matrix) and passphrase are typed on the laptop; a passphrase has at most { $most } bytes.
doctor-slip39 = It takes SLIP-39 and BIP-39 seeds.
doctor-no-slip39 = It takes BIP-39 seeds only, no SLIP-39.
doctor-data-fields = Typed data is shown field by field.
doctor-data-hashes = Of typed data only two hashes are shown.
doctor-messages = It signs messages of at most { $bytes } bytes; up to { $characters } characters are shown in full.
doctor-firmware-min = The oldest firmware accepted for this model is { $version }.
doctor-backup = How its seed is written down, by its own word: { $backup }. How many words it has, it does not say.
doctor-backup-unsaid = How its seed is written down, it does not say: nothing tells here whether that is as a plan has it.
doctor-asks-always = It is set to take passphrases on its own keyboard only: it asks for that of the wallet without one, too, which is then left empty on it.
doctor-genuine = Its secure element proved that it is genuine. That its certificate was not revoked since, and that no other device answered in its place, this does not show.
doctor-genuine-debug = It proved to be a development board or an emulator.
doctor-genuine-simulated = It proved to be this program's own simulator.
doctor-genuine-impossible = Its model has no secure element that could prove that it is genuine.
doctor-genuine-doubted = It is not proved to be genuine.
doctor-genuine-failed = It did not prove that it is genuine.
doctor-genuine-not-asked = In its bootloader it was not asked to prove that it is genuine.
doctor-hash = Firmware hash: { $hash } (challenge { $challenge })
doctor-image-same = It says that it runs exactly the firmware of the image.
doctor-could-type = The plan has the passphrase of { $wallet } typed on the laptop, though this device has a keyboard for it. It is allowed, and gives the laptop a secret that it need not have.
doctor-well = All is well.
doctor-found = { $count ->
    [one] One thing was found:
   *[other] { $count } things were found:
}
err-doctor-registry = A figure of the registry of contracts does not follow from the others: { $figure }.
rec-doctor-registry = This program is damaged: build it again, and compare its SHA-256 with that of others.
err-doctor-binary = This program could not read its own file to compute its SHA-256.
rec-doctor-binary = Run it from a place that your account may read.
err-doctor-entropy = The system gives no random bytes: { $reason }.
rec-doctor-entropy = Restart the laptop and try again.
err-doctor-image-differs = The device runs other firmware than the image.
rec-doctor-image-differs = Make sure that the image is the official one of this model and version; if it is, do not use this device.
err-doctor-image-incomparable = The image cannot be compared: no hash of this model or size is known, or the device told none.
rec-doctor-image-incomparable = Name the image of this very model, as its maker publishes it; for a Trezor One there is no comparison yet.
err-doctor-unlocked = The device could not be locked again.
rec-doctor-unlocked = Unplug it: without power it is locked.

## Addresses of an account

meter = { $done } of { $total }
derive-note = An xpub tells its depth and the number of its account ({ $account }), not that it lies below m/44'/60': that is for you to know.
err-derive-range = From index { $start } on, { $count } addresses cannot be listed: indices end at { $last }, and at least one address is listed.
rec-derive-range = Name another --start or --count; later indices are hardened, and an xpub does not reach them.
err-stdout-unwritable = The answer cannot be written: { $reason }.
rec-stdout-unwritable = What came out so far is not all of it: free some space where it goes, or use another medium, and call again.

## Help

err-usage = The call cannot be used: { $reason }.
rec-usage = “gishiki --help” lists the verbs, “gishiki VERB --help” the options of one.
help = Air-gapped key and address ceremonies for Ethereum staking teams
help-usage = Usage:
help-verbs = Verbs
help-arguments = Arguments
help-options = Options
help-help = Print this, or the help of one verb
help-help-subcommand = The verb
help-version = Print the version
help-any-lang = Language: en or ja (otherwise the locale's)
help-any-help = Print help
help-any-json = Print one JSON document
help-any-plain = Numbered questions instead of a screen
help-any-headless = Ask nobody: answer yes and press the simulated buttons (rehearsals only)
help-any-evidence-plan = The plan that the auditor brings
help-any-evidence-signer = The address of a signer, known by another channel
help-any-evidence-previous = The previous manifest, already trusted
help-any-evidence-rehearsal = Accept a rehearsal, and hold its signers to the published test seeds
help-check = Lint a plan; print wallets, accounts, roles, paths, contracts, who can reach and move what
help-check-plan = The plan, a TOML file
help-check-reach = Instead of the design: how each wallet program gets to each address; --reach=ROLE to one of them
help-rehearse = The whole ceremony, all custodians, on simulated Trezors
help-rehearse-plan = The plan
help-rehearse-out = Folder for what comes out (otherwise rehearsals/<ceremony>-<sequence>)
help-rehearse-previous = The folder of the ceremony before this one; needed where there is one
help-rehearse-custodian = Only this custodian's part
help-run = One custodian's part on the real device (all of them in turn without --custodian)
help-run-plan = The plan
help-run-custodian = Only this custodian's part
help-run-out = Folder for what comes out (otherwise manifests/<ceremony>-<sequence>)
help-run-previous = The folder of the ceremony before this one; needed where there is one
help-run-device = usb, usb:BUS:ADDRESS of several, or udp:HOST:PORT for an emulator on this machine
help-witness = What a witness signed about the manifest, recorded
help-witness-dir = The team's folder
help-witness-plan = The plan
help-witness-name = The witness's name in the plan
help-witness-signature = The signature on public/statements/witness.NAME.txt, as EIP-191 personal message
help-witness-paper = The printed statement was signed by hand, before those who are here
help-drill = The recovery exercise: reopen every wallet on a spare device, compare every address, sign nothing but a statement
help-drill-place = The ceremony's folder, or a manifest.json in one
help-drill-custodian = Only this custodian's wallets (all of them in turn without it)
help-drill-device = usb, usb:BUS:ADDRESS of several, or udp:HOST:PORT for an emulator on this machine (rehearsals: simulated if left out)
help-drill-out = Folder for what comes out (otherwise drills/<ceremony>-<sequence>); the same call goes on after a stop
help-resume = Go on after a stop, a crash or a power cut
help-resume-dir = The ceremony's folder
help-plan = The next ceremony's plan
help-plan-extend = The plan of the ceremony after a verified one, with everything that it confirmed
help-plan-extend-place = The ceremony's folder, its public folder, or the manifest.json in it
help-plan-extend-clusters = More clusters for a range, by its name in the plan
help-plan-extend-out = A file that is not there yet; stdout if left out
help-plan-suggest = Paths that MetaMask reaches with a Trezor, for the same roles: another plan to choose before the first ceremony
help-plan-suggest-plan = The plan, a TOML file
help-plan-suggest-out = A file that is not there yet; stdout if left out
suggest-none = MetaMask lists every address of this plan with a Trezor already: it is left as it is.
suggest-moved = { $count ->
    [one] One address has another path, and so is another address
   *[other] { $count } addresses have other paths, and so are other addresses
}:
suggest-trade = What this trades:
suggest-lists = With a Trezor, { $program } lists { $after } of { $all } addresses (before: { $before }) and reaches { $reached } (before: { $reached_before }).
suggest-lists-later = With a Trezor, { $program } lists { $after } of { $all } addresses (before: { $before }) and reaches { $reached } (before: { $reached_before }); it offers { $later } more (before: { $later_before }) only once every one of their kind before them was used, those outside the plan too.
suggest-linked = All addresses of each of these wallets hang below one account, m/44'/60'/0': { $wallets }. Whoever learns that account's extended public key sees every one of them, and with it one private key gives away the others; accounts of their own keep them apart.
suggest-names = Several accounts became one and lost their names in: { $wallets }
suggest-shown = The Trezor calls an address "ETH #" and its index plus one, up to index 100, in every wallet alike: compare the whole path and address.
suggest-fewer = Warnings found no more: { $lints }
suggest-more = Warnings that are new: { $lints }
suggest-settled = Deleted, as they accepted what is found no more: [[accept]] of { $lints }
suggest-comments = Comments were kept as they were. Those in these lines speak of paths or accounts and may be wrong now: { $lines }
suggest-choose = Both plans are whole: choose one before the first ceremony, and read it line by line. Nothing of a ceremony that was held under the other one holds under this one.
err-suggest-not-first = This is the plan of ceremony { $sequence }, and what earlier ones confirmed has its paths.
rec-suggest-not-first = Paths can be chosen before the first ceremony only; later, retire addresses and add new ones with “gishiki plan extend”.
err-suggest-inline = The plan has “{ $table }” as a list in one place, which is not edited.
rec-suggest-inline = Write each entry of it as a table of its own, under [[{ $table }]].
err-suggest-known = { $role } at { $path } has a known address, so its path cannot be another.
rec-suggest-known = Keep the plan as it is, or delete that address if it is not in use.
err-suggest-full = { $wallet } has more addresses than MetaMask lists in one account.
err-suggest-scattered = What stays in { $wallet } leaves no free row of { $count } places where MetaMask lists them.
rec-suggest-scattered = Give what stays there lower indices, one after the other, or divide the range among several passphrase wallets first.
rec-suggest-full = Divide them among several passphrase wallets first.
plan-extended = This is the plan of ceremony { $sequence } as it would be if nothing changed: add what is new, retire what is gone, and delete batches that ran. Nothing in it is decided before the team has read it.
plan-extended-errors =
    This is the plan of ceremony { $sequence } as it would be if nothing changed, written as it is; but it has { $errors ->
        [one] the error
       *[other] the { $errors } errors
    } above. Mend what they say, add what is new, retire what is gone, and have gishiki check read it again.
err-next-plan-range = The plan has no range { $range }.
rec-next-plan-range = Write the range's name as the plan does, with its braces, in quotes.
err-next-plan-shrinks = The range { $range } has { $clusters } clusters already.
rec-next-plan-shrinks = Name a larger number; to retire addresses, write the roles that stay one by one and the others under [[retired]].
help-combine = The custodians' parts into the team's manifest
help-combine-folders = The custodians' folders
help-combine-plan = The plan
help-combine-pins = Digest of a custodian's part, as told by another channel
help-combine-unpinned = A custodian whose digest nobody told by another channel: the manifest says so
help-combine-out = Folder for what comes out
combine-unpinned = The part of { $member } is taken without its digest having been told by another channel; the manifest says so.
help-combine-previous = The folder of the ceremony before this one; needed where there is one
help-diff = Two manifests, and what it means that they differ
help-diff-old = The older manifest, or the folder that it lies in
help-diff-new = The newer manifest, or the folder that it lies in
help-diff-json = One JSON document
help-show = What a manifest says; nothing is checked but its form
help-show-place = The ceremony's folder, its public folder, or the manifest.json in it
help-show-reach = Instead of all else, how each wallet program gets to each address with a Trezor; --reach=ROLE to one of them
help-show-json = One JSON document
help-sign = An owner's signature on the team's manifest
help-sign-dir = The team's folder
help-sign-plan = The plan
help-sign-custodian = Whose part is one's own, where the folder holds several
help-sign-part = One's own part's folder: the team's must still hold exactly that part
help-sign-previous = The manifest before this one, as one kept it, or its folder; needed where there is one
help-sign-device = usb, usb:BUS:ADDRESS of several, or udp:HOST:PORT for an emulator on this machine (rehearsals simulate the device)
help-qr = A code on the terminal or as a picture, animated where it needs several frames; a file out of such frames
help-qr-file = What is encoded: an address, calldata, a statement, a signature, any file; - for stdin
help-qr-eip681 = An address as a link that wallets open (EIP-681)
help-qr-chain-id = The chain of that link, by its EIP-155 id
help-qr-level = Level of error correction: L, M, Q or H (otherwise the highest that makes the code no larger)
help-qr-frames = Frames even where one code would do
help-qr-count = So many frames, where they are printed or saved
help-qr-blocks = half: two modules in a character; full: two characters a module, for terminals with space between lines
help-qr-in-lines = Frames one after the other instead of a moving code
help-qr-parts = The text of the frames, one a line, instead of codes
help-qr-png = Save as PNG: a file that is not there yet, for several frames a folder
help-qr-svg = Save as SVG: a file that is not there yet, for several frames a folder
help-qr-join = Make the file again from lines with the text of its frames
help-qr-message = Which message, where the lines hold parts of several
help-qr-out = Where the joined file goes: one that is not there yet; stdout if left out
help-derive = The addresses of an account, from its extended public key: those at m/44'/60'/a'/0/i
help-derive-xpub = The account's extended public key
help-derive-start = Index of the first address
help-derive-count = How many addresses
help-safe = Calldata and address of a Safe
help-safe-owners = An owner, with EIP-55 checksum; the order of owners is part of the address
help-safe-threshold = How many owners must sign
help-safe-chain-id = EIP-155 chain id
help-safe-version = Version of the contracts
help-safe-deployment = Set of contracts: canonical, or eip155 of 1.3.0
help-safe-preset = ui: what Safe{"{"}Wallet{"}"} itself deploys; plain: no setup call and no payment receiver
help-safe-singleton = l1, l2 or an address; the preset's own if left out
help-safe-fallback-handler = default, none or an address
help-safe-salt-nonce = Distinguishes Safes of equal owners; decimal, or hex with 0x
help-safe-method = The factory's method: create-proxy-with-nonce, create-chain-specific-proxy-with-nonce (from 1.4.1), or either with -l2 (1.5.0)
help-safe-wallet-file = Also write a file for Safe{"{"}Wallet{"}"}'s import, in which the Safe can be activated
help-safe-label = The Safe's name in that file
help-safe-tx = Transactions of a Safe: what they do, owner changes, and signatures put together
help-safe-tx-chain-id = EIP-155 chain id
help-safe-tx-safe = The Safe
help-safe-tx-batch = A batch of the Transaction Builder, instead of one call
help-safe-tx-to = Whom the Safe calls
help-safe-tx-value = Wei that go with the call
help-safe-tx-data = The calldata
help-safe-tx-operation = call, or delegatecall, which runs the code as the Safe's own
help-safe-tx-nonce = The Safe's nonce for it
help-safe-tx-version = Version of the Safe's contracts
help-safe-tx-safe-tx-gas = Gas that the call must be left with
help-safe-tx-base-gas = Gas paid for besides, in a refund
help-safe-tx-gas-price = What a unit of gas is refunded with
help-safe-tx-gas-token = In which token it is refunded; ether if left out
help-safe-tx-refund-receiver = Who is refunded; whoever sends it if left out
help-safe-tx-owners = An owner now, in the order of getOwners
help-safe-tx-threshold = How many owners must sign now
help-safe-tx-out = Write the batch for the Transaction Builder to a new file
help-safe-tx-explain = What a transaction does, its hashes, and what a Trezor shows of it
help-safe-tx-explain-bundle = A ceremony's folder, whose batches are what the team decided
help-safe-tx-explain-safe-nonce = The nonce that the Safe is at
help-safe-tx-explain-typed-data = Write the typed data for trezorctl to a new file
help-safe-tx-change = The calls that give a Safe other owners or another threshold
help-safe-tx-change-next-owners = An owner afterwards, in any order
help-safe-tx-change-next-threshold = How many owners must sign afterwards
help-safe-tx-assemble = The transaction that runs a signed SafeTx
help-safe-tx-assemble-signatures = An owner's signature of 65 bytes; in any order
help-safe-tx-sign = An owner's signature on a batch of a verified bundle, made on the owner's device
help-safe-tx-sign-place = The ceremony's folder, or a manifest.json in one
help-safe-tx-sign-batch = The batch, by its name or that of the contract that it changes
help-safe-tx-sign-role = The role that signs: an owner of the Safe that sends the batch
help-safe-tx-sign-chain-answers = A node's answers to export chain-check; of two providers, one after the other
help-safe-tx-sign-device = usb, usb:BUS:ADDRESS of several, or udp:HOST:PORT for an emulator on this machine (rehearsals: simulated if left out)
help-safe-tx-sign-out = Write the signature to a new file; stdout if left out
help-split = Calldata and address of a split
help-split-recipients = A recipient with its integer share, as ADDR=SHARE; with --divide a fraction or percentage
help-split-kind = push: a distribution sends; pull: it credits, and recipients withdraw. Version 1 only pulls
help-split-version = Version of the contracts
help-split-chain-id = EIP-155 chain id
help-split-owner = Who may change the split and move what it holds; immutable if left out
help-split-creator = Named in the creation's event, and nowhere else
help-split-total = What the shares must add up to
help-split-divide = Make fractions and percentages integers that add up to N
help-split-pays = What it will divide, by symbol (ETH, stETH, USDT …): says whether that goes with the version and kind
help-split-incentive = What a distributor is paid, in millionths
help-split-salt = 32 bytes that make the address its own
help-split-nonce = createSplit instead: the address if the factory has made N such splits before
help-split-as-is = Keep order and quirks of an existing split
help-verify = The auditor's check, without a device
help-verify-drill = A drill's folder, or one that holds several members'; once for each
help-verify-place = The ceremony's folder, or a manifest.json in one
help-verify-chain-answers = A node's answers to export chain-check; of two providers, one after the other
help-verify-chain-id = The chain that was asked, where it is not the ceremony's
help-export = What others need, from a bundle that verifies
help-export-format = What is wanted; --list names everything
help-export-place = The ceremony's folder, or a manifest.json in one
help-export-batch = The batch that is wanted, by its name or that of the contract that it changes
help-export-chain-id = Another chain than the ceremony's
help-export-chain-answers = A node's answers to export chain-check; of two providers, one after the other
help-export-policy = Whose validators a machine runs: own, lido-csm or rocket-pool
help-export-safe = The Safe that the team's own validators pay, by its name in the plan
help-export-custodian = Whose addresses (crypto-account)
help-export-wallet = Which of that custodian's wallets (crypto-account)
help-export-roles = Only this role of it; may be given several times (crypto-account)
help-export-out = A file that is not there yet (a folder for public); stdout if left out
help-export-list = Name the formats
help-split-admin = Other recipients or another owner for a split of version 2
help-split-admin-chain-id = EIP-155 chain id
help-split-admin-split = The split
help-split-admin-version = Version of the split's contracts
help-split-admin-now = A recipient now with its share, as ADDR=SHARE, in the order of the split
help-split-admin-now-incentive = What a distributor is paid now, in millionths
help-split-admin-recipients = A recipient afterwards with its share, as ADDR=SHARE; name all of them
help-split-admin-total = What the shares must add up to
help-split-admin-divide = Make fractions and percentages integers that add up to N
help-split-admin-incentive = What a distributor is paid afterwards, in millionths
help-split-admin-as-is = Keep order and quirks of the recipients
help-split-admin-transfer-to = Who owns it afterwards
help-split-admin-renounce = Nobody owns it afterwards, for ever
help-split-admin-paused = What the split answers to paused()
help-split-admin-owner-safe = The Safe that owns it: the call is made a batch of that
help-split-admin-out = Write the batch for the Transaction Builder to a new file
help-doctor = The laptop and the device: self-checks, model, firmware, settings, proof of being genuine
help-doctor-device = usb, usb:BUS:ADDRESS of several, or udp:HOST:PORT for an emulator on this machine
help-doctor-firmware = The official firmware image that the device should run
help-doctor-plan = A plan that the device should fit
help-doctor-custodian = Whose device it is, in that plan
help-simulate = The simulated Trezor on its own, for rehearsing other programs and for tests (this machine only)
help-simulate-seed = File of a test seed: the first line is “# test seed, never funded”, the second its SLIP-39 or BIP-39 words
help-simulate-udp = Where it listens: an address of this machine; port 0 takes a free one
help-simulate-model = Which model
help-simulate-auto = Press its buttons without a person and print its screens; passphrases typed on it are empty
help-simulate-pin = Its PIN; without one it is never locked
help-simulate-passphrase-on-device = It takes passphrases on its own keyboard only, and asks for that of the wallet without one, too

err-safe-tx-no-batch = { $batch } makes no transaction of this Safe: it has no calls, or no MultiSendCallOnly is known for the Safe's version on this chain.
rec-safe-tx-no-batch = Send its calls one by one, each as a batch of its own.
err-safe-tx-rehearsal-device = This bundle is a rehearsal's, and a real device signs nothing for a rehearsal.
rec-safe-tx-rehearsal-device = Leave “--device” out, or name an emulator on this machine by “udp:HOST:PORT”.

## diff

diff-old = Old: { $organisation }, sequence { $sequence }, manifest.json { $digest }
diff-new = New: { $organisation }, sequence { $sequence }, manifest.json { $digest }
diff-none = They say the same.
diff-errors = They cannot belong to one history
diff-warnings = Must be meant
diff-notes = Good to know
diff-unverified = This compares what the two say. Whether it is true, “gishiki verify” tells of each.

## show

show-not-verified = READ, NOT VERIFIED. This is what the manifest says; whether it is true, only “gishiki verify” tells.
show-unverified = Nothing was checked but the manifest's form. Trust no address before “gishiki verify” ends well.
show-heading = { $organisation }, ceremony { $ceremony }, sequence { $sequence }, chain { $chain }
show-plan = The plan has SHA-256 { $digest }
show-first = It is the first of its history.
show-previous = The manifest before it has SHA-256 { $digest }
show-tool = Written by gishiki { $version }, whose binary has SHA-256 { $digest }
show-parts = Parts
show-part = part { $digest }
show-part-unpinned = part { $digest }, UNPINNED: nobody told its digest by another channel
show-part-carried = carried from ceremony { $sequence }: part { $digest }
show-part-exceptions = { $count ->
    [0] no exception
    [one] one exception
   *[other] { $count } exceptions
}
show-wallets = Wallets and their addresses
show-wallet = { $wallet }, tier { $tier }: { $count ->
    [one] one address
   *[other] { $count } addresses
}; { $signer } signs for it
show-since = since ceremony { $sequence }
show-contracts = Contracts
show-safe = Safe { $version } ({ $preset }), on chain { $chains }
show-split = 0xSplits { $version } ({ $kind }), on chain { $chains }
show-owners = { $threshold } of { $count }: { $owners }
show-owners-before = before this ceremony { $threshold } of { $count }: { $owners }
show-owners-present = after its change { $threshold } of { $count }: { $owners }
show-shares = shares of { $total }: { $shares }; controlled by { $owner }
show-shares-before = before this ceremony, of { $total }: { $shares }; controlled by { $owner }
show-shares-present = after its change, of { $total }: { $shares }; controlled by { $owner }
show-batches = What Safes are to send
show-batch = sent by { $from }
show-externals = Addresses of no key of this ceremony
show-retired = Retired
show-retired-in = in ceremony { $sequence }: { $reason }
show-signers = Must sign it
show-signed = a signature is there
show-unsigned = NO SIGNATURE
show-succession = { $needed } of these { $signers } must sign the next manifest, too.
show-succession-all = All of these must sign the next manifest, too.
show-witnesses = Witnesses
show-witness-paper = on paper
show-witness-any = any key of theirs
show-sealed = The sealed files lie beside it; they are for auditors only.
show-no-sealed = The sealed files are not here: xpubs, journals and devices cannot be looked at.

## Codes across the air gap

qr-what = What
qr-address = Address
qr-text = Encoded
qr-bytes = Bytes
qr-sha256 = SHA-256
qr-words = As words
qr-code = Code
qr-kind-address = an address; its checksum is right
qr-kind-signature = a signature of 65 bytes, in hex
qr-kind-hex = { $bytes ->
    [one] one byte in hex
   *[other] { $bytes } bytes in hex
}
qr-kind-hex-32 = 32 bytes in hex: fine for a hash; a PRIVATE KEY looks the same, and belongs into no code
qr-kind-resource = a Uniform Resource, in capitals
qr-kind-line = a line of text
qr-kind-text = a text of several lines
qr-kind-binary = a file that is no text
qr-still = one, version { $version } ({ $size } × { $size } modules), error correction { $level }
qr-moving = { $fragments ->
    [one] one frame of BC-UR, “{ $name }”, version { $version } ({ $size } × { $size } modules), error correction { $level }
   *[other] frames of BC-UR, “{ $name }”, of { $fragments } fragments; version { $version } ({ $size } × { $size } modules), error correction { $level }
}
qr-frame = { $name }: frame { $number } of { $fragments } and more. Space halts, another key ends.
qr-frame-paused = { $name }: frame { $number } of { $fragments } and more, HALTED. Space goes on, another key ends.
qr-frame-line = { $name }: frame { $number } of { $fragments } and more
qr-saved = { $frames ->
    [one] One frame stands in { $folder }.
   *[other] { $frames } frames stand in { $folder }.
}
err-qr-eip681 = { $file } is no address, and only addresses make such links.
rec-qr-eip681 = Leave --eip681 out, or name a file with nothing but an address.
err-qr-count = { $file } fits into one code, and --count is about frames.
rec-qr-count = Leave --count out, or make frames with --frames.
err-qr-stdout = A picture is saved in a file; “-” names none.
rec-qr-stdout = Name a file that is not there yet.
err-qr-long = { $file } has more than { $most } bytes.
rec-qr-long = Take a shorter file, or several: nothing is cut off in silence.
err-qr-terminal = The code needs { $columns } columns and { $rows } rows, and the terminal has { $has-columns } and { $has-rows }.
rec-qr-terminal = Make the window larger or its letters smaller, or use --frames, --png PATH or --svg PATH.
err-qr-terminal-frames = Even the smallest frame needs { $columns } columns and { $rows } rows, and the terminal has { $has-columns } and { $has-rows }.
rec-qr-terminal-frames = Make the window larger or its letters smaller, or use --png PATH or --svg PATH.
err-qr-screen = The terminal cannot be used: { $reason }.
rec-qr-screen = Use a terminal, or frames one after the other with --plain.
err-qr-stopped = Stopped.
rec-qr-stopped = Whoever has not read all frames yet can read the rest from a new start: they are the same.
join-damaged = { $parts ->
    [one] One part could not be read and is left out.
   *[other] { $parts } parts could not be read and are left out.
}
join-left = { $parts ->
    [one] 1 part was left aside
   *[other] { $parts } parts were left aside
}: they are of more messages than anybody sends at a time.
join-whole = Whole: { $bytes } bytes, SHA-256 { $digest }. The other side shows the same digest; as words:
join-state-whole = { $name }: whole.
join-state-missing = { $name }: { $known } of { $of } fragments.
join-state-false = { $name }: some parts are false.
join-state-no-file = { $name }: no file.
err-join-nothing = There is no part of a file in it.
rec-join-nothing = Save what the camera read as text, one frame a line: each begins with “ur:bytes/”.
err-join-several = It holds parts of several messages: { $known }.
rec-join-several = Name the wanted one with --message NAME; the other side shows its name beside the code.
err-join-unknown = It holds no part of { $name }.
rec-join-unknown = Those that it holds: { $known }.
err-join-missing = { $name } is not whole yet: { $known } of { $of } fragments are known.
rec-join-missing = Add frames to the file: any of { $frames }, or later ones.
err-join-false = All parts of { $name } are there, and they do not make what their checksum is of.
rec-join-false = Throw these lines away and read the frames again: a part is damaged, or somebody else's.
err-join-no-file = { $name } is whole and no file, but “{ $kind }”.
rec-join-no-file = Read it with the program that it is meant for.
