run-exception = EXCEPTION ({ $member }, { $step }): expected: { $expected }; happened: { $happened }; decided: { $decided }.
run-complete = Everything is in { $folder }.
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
err-pin-unusable = --part { $member }=… names no member of the plan, or names one twice.
rec-pin-unusable = Write each member once, as the plan does.
err-part-own-ambiguous = { $folder } holds parts of several members, or is the team's own folder.
rec-part-own-ambiguous = Name the folder that your own run made, as you kept it: only then does the comparison mean something.
err-part-not-own = The team's folder holds another part of { $member } than one's own.
rec-part-not-own = Sign nothing. Compare both files, and have the parts combined again.

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
help-rehearse = The whole ceremony, all custodians, on simulated Trezors
help-rehearse-plan = The plan
help-rehearse-out = Folder for what comes out (otherwise rehearsals/<ceremony>-<sequence>)
help-rehearse-custodian = Only this custodian's part
help-run = One custodian's part on the real device (all of them in turn without --custodian)
help-run-plan = The plan
help-run-custodian = Only this custodian's part
help-run-out = Folder for what comes out (otherwise manifests/<ceremony>-<sequence>)
help-run-device = usb, usb:BUS:ADDRESS of several, or udp:HOST:PORT for an emulator on this machine
help-resume = Go on after a stop, a crash or a power cut
help-resume-dir = The ceremony's folder
help-combine = The custodians' parts into the team's manifest
help-combine-folders = The custodians' folders
help-combine-plan = The plan
help-combine-pins = Digest of a custodian's part, as told by another channel
help-combine-out = Folder for what comes out
help-sign = An owner's signature on the team's manifest
help-sign-dir = The team's folder
help-sign-plan = The plan
help-sign-part = One's own part's folder: the team's must still hold exactly that part
help-sign-device = usb, usb:BUS:ADDRESS of several, or udp:HOST:PORT for an emulator on this machine (rehearsals simulate the device)
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
help-verify-place = The ceremony's folder, or a manifest.json in one
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
