## A moment in one line

line-plug-in = { $member }: the device is awaited.
line-identify = { $member }: the device says what it is.
line-check-device = { $member }: the device proves that it is genuine.
line-check-backup = { $member }: the words of the backup are typed on the device, which compares them with its seed.
line-commit-seed = { $member }: the wallet without a passphrase is read, to tell shared seeds.
line-enter = { $wallet }: passphrase, entry { $entry } of { $of }.
line-reopen = { $wallet }: passphrase, once more.
line-read-account = { $wallet }: account { $path }.
line-show-address = { $label } · { $path } · { $address }
line-compare-sheet = { $wallet }: the first address, { $path }, is compared with paper.
line-review = { $member } reads what the manifest holds besides the own part.
line-compare = { $file } · SHA-256 { $digest }
line-sign = { $wallet } signs: { $statement }
line-compare-safe-tx = { $label } · safeTxHash { $hash }
line-safe-tx-warning = Warning about the transaction: { $finding }.
line-sign-safe-tx = { $wallet } signs { $label }, by { $signer }.
line-witness = The witness { $name } signs: { $statement }
line-drill = { $member }: a drill with { $wallets ->
    [one] one wallet
   *[other] { $wallets } wallets
} and { $addresses ->
    [one] one address
   *[other] { $addresses } addresses
}, on a spare device.
line-drilled = { $member }: { $wallets ->
    [one] one wallet was
   *[other] { $wallets } wallets were
} opened again and compared{ $missing ->
    [0] .
   *[other] ; left out: { $missing }.
}
line-end-sessions = { $member }: the device forgets every wallet.
line-warning = Warning about the plan: { $lint } (line { $line }).
line-accepted = Accepted by the plan: { $lint } (line { $line }).
line-combine = The parts come together.
line-finished-member = { $member }: done.
line-finished-team = The team's manifest is signed.

## What can stand in the way of a run

err-stopped-at-warnings = Stopped at the plan's warnings, before anything was begun or gone on with.
rec-stopped-at-warnings = Settle what they say with the team, then call this again.
err-stopped = Stopped.
rec-stopped = Nothing is lost: “gishiki resume” goes on from here.
err-stopped-in = Stopped.
rec-stopped-in = Nothing is lost: “gishiki resume { $folder }” goes on from here.
err-drill-stopped = Stopped.
rec-drill-stopped = Nothing is lost: the same call with --out { $folder } goes on from here.
err-drill-in-ceremony = { $folder } is a ceremony's own folder.
rec-drill-in-ceremony = Name another one with --out: a ceremony with anything else in it does not verify any more.
err-drill-nothing = There is no drill in { $folder }.
rec-drill-nothing = Name the folder that “gishiki drill” made.
err-drill-of-another = This folder holds a drill of { $member }, of another manifest or another member than this one.
rec-drill-of-another = Name another folder with --out.
err-drill-left-out = Wallets of { $member } were left out of this drill: { $wallets }.
rec-drill-left-out = They count as not recovered. Find out today which backup or which card is wrong, while the ceremony's own devices still open them.
err-nothing-begun = No ceremony was begun in this folder.
rec-nothing-begun = Start one with “gishiki rehearse” or “gishiki run”.
err-custodian-unknown = The plan has no custodian { $name } with a wallet.
rec-custodian-unknown = Write the name as the plan does; “gishiki check” lists them.
err-journal-disorder = The journal of { $member } tells something at line { $line } that could not have happened there.
rec-journal-disorder = Do not go on with this folder. Keep it as it is for the auditor, and begin a new run.
err-journal-of-another = The journal of { $member } belongs to another ceremony or another plan.
rec-journal-of-another = Use the plan in the folder's public part, or another folder.
err-run-of-another-scope = Another run was begun in this folder: of the whole team, of one member, or of a combination.
rec-run-of-another-scope = Go on with it by “gishiki resume”, or choose another folder.
err-exception-unwritable = A text of this exception cannot be written into signed files: it is empty, longer than 1000 characters, or has other characters than printable ASCII.
rec-exception-unwritable = Write each text of it in English letters, digits and signs.
err-part-unsettled = The part of { $member } is not complete.
rec-part-unsettled = Finish it first with “gishiki resume”.
err-part-rehearsal = The part of { $member } is a rehearsal, the others are real.
rec-part-rehearsal = Take the part that { $member } made with “gishiki run”; nothing of a rehearsal may enter a real manifest.
err-part-real = The part of { $member } is real, the others are rehearsals.
rec-part-real = Rehearse with parts of “gishiki rehearse” only, and keep the real part for the real combination.
err-part-other-ceremony = The part of { $member } belongs to another organisation, ceremony or chain than the plan.
rec-part-other-ceremony = Take the folder that { $member } made for this ceremony, or the plan that it was made with.
err-part-other-sequence = The part of { $member } belongs to another ceremony of the chain: its sequence or its previous manifest is not the plan's.
rec-part-other-sequence = Take the part that { $member } made for this sequence; parts of earlier ceremonies are not combined again.
err-part-other-plan = The part of { $member } was made with another plan.
rec-part-other-plan = Compare the SHA-256 of { $member }'s plan with that of the reviewed one. Whoever ran another plan begins that part anew.
err-part-altered = The part of { $member } does not hold: { $file } is not what follows from the journal of the run.
rec-part-altered = Get the folder from { $member } again, unchanged; if it is refused again, begin that part anew.
err-part-unpinned = Nobody told the digest of { $member }'s part by another channel; the file here has { $digest }.
rec-part-unpinned = Ask { $member } to read the digest out, then say --part { $member }=SHA256. Where that cannot be done, --unpinned { $member } has the manifest say so.
err-custodian-untouched = Nothing of { $name } is new in this plan: none of those wallets is opened for addresses.
rec-custodian-untouched = If { $name } signs the manifest, “gishiki sign” asks for it once the parts are combined.
carried-flaw =
    { $flaw ->
        [missing] { $name } is not there
        [form] { $name } is not in its one encoding
        [heading] { $name } is of another history or ceremony
        [row] it has no such row for { $name }
        [wallet] it has { $name } as another wallet, or with another signer
        [typed] it has { $name } in another tier, or its passphrase typed in another way, than the plan says
        [statement] { $name } is another statement
        [signature] { $name } is no signature of that wallet
        [kept] { $name } kept its xpub there, and gives it by the plan
       *[sealed] { $name } is not the one that the part names
    }
err-carried-refused = What is carried from the part of { $member } in ceremony { $sequence } does not hold: { carried-flaw }.
rec-carried-refused = Bring the folder of the ceremony before this one with --previous, unchanged; or let the plan have those roles shown again, without confirmed.
err-carried-changed = { $file } in the folder of the ceremony before this one is not the one that its manifest names.
rec-carried-changed = Get that folder again from where it is archived, and verify it first.
err-previous-missing = This is ceremony { $sequence }, and whether it can follow the one before is not known: that one is not here.
rec-previous-missing = Name the folder of the ceremony before this one: --previous DIR.
err-next-first = The first address of { $wallet } is no more that of { $role }, { $address }, which its paper has.
rec-next-first = Keep { $role } the wallet's first role. To give it up, give up the whole wallet, and plan a new one for what stays.
err-next-vanished = The manifest before this one has { $name } at { $address }, and this plan neither has nor retires it.
rec-next-vanished = Write it under [[retired]] with the reason, or put it back.
err-next-forgotten = { $name } at { $address } was retired before, and this plan does not say so any more.
rec-next-forgotten = Take the entry over from the last plan; every later plan keeps it.
err-next-sequence = This plan's sequence is not one more than that of the manifest that it names.
rec-next-sequence = Write the sequence that comes right after that ceremony's.
err-next-history = The manifest before this one is of another organisation or chain.
rec-next-history = Correct organisation and chain_id in the plan; another organisation, or another chain, begins with a first ceremony of its own.
err-next-mixed = A rehearsal and a real ceremony, or a testnet and a real chain, would stand in one history.
rec-next-mixed = Rehearse after the last rehearsal, and hold a real ceremony after the last real one.
err-next-contract = { $name } would stand at another address than in the manifest before this one, where it is { $address }.
rec-next-contract = Write what it was created with as in the last plan, its owners and salt, too; what shall change belongs under next. Another contract needs another name, and this one an entry under [[retired]].
err-next-state = The manifest before this one changed { $name } ({ $address }), and this plan does not say how it stands now.
rec-next-state = Write its state under now as the last ceremony left it; “gishiki plan extend” does so.
err-next-retired-other = { $name } at { $address } is retired under another name, label or sequence than it has to be.
rec-next-retired-other = Write the name and label that the manifest before this one has, and this ceremony's sequence.
err-next-never = { $name } at { $address } is said to be retired, but the manifest before this one neither has nor retired it.
rec-next-never = Delete the entry, or write what that manifest has, word for word.
err-next-dissolved = { $name } at { $address } was a contract in the manifest before this one, and would be none any more: who owns it would be told nowhere.
rec-next-dissolved = Keep it under [[safe]] or [[split]], or write it under [[retired]] with the reason.
err-next-claimed = { $name } at { $address } was an outside address in the manifest before this one, and would be a key of the team.
rec-next-claimed = Keep it under [[external]], and give the role another key; or correct the address.
err-next-label = The label { $name } is that of { $address } in the manifest before this one, and would be another's.
rec-next-label = Write another label: one that people know stays with its address for ever.
err-next-succession = Only { $there } of the { $signers } signers of the manifest before this one would sign; { $needed } must.
rec-next-succession = Name more of them among the signers, even those who leave with this ceremony.
err-previous-other = The folder brought with --previous has the manifest { $digest }, which is not the one that the plan names.
rec-previous-other = Bring the folder of the ceremony that comes right before this one, or correct previous in the plan.
err-part-changed = The part of { $member } was changed after it was taken.
rec-part-changed = Put the files back as they were, or begin a new combination.
err-part-not-as-told = The part of { $member } has another digest than { $member } told.
rec-part-not-as-told = Ask { $member } for the digest again by a channel you trust, and get the files again.
err-parts-share-seed = { $one } and { $other } hold the same seed.
rec-parts-share-seed = Find out which of them used the other's device or backup. That one sets up a device with a seed of its own and begins the part anew.
err-parts-share-device = { $one } and { $other } used the same device, by its id.
rec-parts-share-device = Each member uses a device of their own. Find out whose it is; the other one begins the part anew.
err-parts-share-wallet = The wallet { $wallet } of { $one } is also a wallet of { $other }.
rec-parts-share-wallet = One key would stand for two people. Find out whose it is; the other one begins the part anew.
err-addresses-met = { $one } and { $other } would both stand at { $address }.
rec-addresses-met = An address stands once, so nothing was signed. Compare the plan's externals and retired addresses with this ceremony's keys and contracts: one of them is named wrongly, or another contract needs another salt. Then begin anew with the plan as it should be.
err-parts-share-address = { $one } and { $other } both have the address { $address }.
rec-parts-share-address = One key would stand for two people. Find out whose it is; the other one begins the part anew.
err-name-unknown = Nothing in the plan or the parts is called { $name }.
rec-name-unknown = Correct the plan; “gishiki check” points at the line.
err-witness-early = The witness { $name } cannot be recorded now: the manifest is not settled and compared, or everything is over.
rec-witness-early = Record a witness after the manifest's digest was compared, and before the ceremony is closed.
err-witness-unknown = The plan has no witness { $name }.
rec-witness-unknown = Write the name as the plan does in [[witness]].
err-witness-again = The witness { $name } is recorded already.
rec-witness-again = Nothing is left to do for { $name }.
err-witness-paper = The plan has { $name } sign on paper.
rec-witness-paper = Call this with --paper, once the printed statement is signed.
err-witness-key = The plan has { $name } sign with a key.
rec-witness-key = Call this with --signature and what { $name } signed.
err-witness-form = This is no signature: { $reason }.
rec-witness-form = Bring the 65 bytes of an EIP-191 signature (personal_sign), as 0x and 130 hex digits.
err-witness-taken = { $address } cannot sign for the witness { $name }: it is the address of { $other } in this ceremony.
rec-witness-taken = Have { $name } sign with a key that has no other part in the ceremony; where the plan names the address, correct the plan.
err-witness-published = The key of { $address } is published, so it cannot sign for the witness { $name }.
rec-witness-published = Have { $name } sign with a key that nobody else has.
err-witness-other = The signature is not that of { $name } ({ $expected }) on this manifest: it says { $said }.
rec-witness-other = Have { $name } sign the statement's file again, every character of it and no line break behind it, with that key.
err-safe-tx-differs = The second machine computed another safeTxHash.
rec-safe-tx-differs = Sign nothing: find out which machine is wrong, or which value differs, before you go on.
err-safe-tx-other-nonce = { $safe } ran { $nonce } transactions, as the chain's answers tell, so its next nonce is { $nonce }, not { $given }.
rec-safe-tx-other-nonce = Sign at that nonce: two transactions at one nonce can never both run. If another one waits there, send it first and ask the chain again.
err-safe-tx-not-owner = { $role } is no owner of { $safe } when { $batch } runs.
rec-safe-tx-not-owner = Name a role that owns this Safe then; the manifest lists its owners before and after the change.
err-safe-tx-no-safe = { $batch } is sent by { $from }, which is no Safe of this manifest.
rec-safe-tx-no-safe = Nothing is to be signed for it as a SafeTx: whoever holds that key sends it.
err-exception-nowhere = Nothing here keeps a journal that an exception could be recorded in.
rec-exception-nowhere = Write it down by hand, with the date and the names of all who are there.
err-contract-per-chain = The contract { $name } would have another address on chain { $chain } than on the others.
rec-contract-per-chain = Write one contract for each chain in the plan.

## What can go wrong with a device in a run

err-device-simulated = This device is a simulator or an emulator.
rec-device-simulated = A real ceremony needs a real device; use “gishiki rehearse” for this one.
err-device-other = This is another device than { $member } used before.
rec-device-other = Plug in the device that { $member } began with.
err-device-still-open = The device of { $member } may still have wallets open.
rec-device-still-open = Unplug it: without power it forgets every wallet. Then do the step again.
err-seed-published = The seed on the device of { $member } is a published one: anyone can spend what its wallets hold.
rec-seed-published = Stop here; nothing was signed. Wipe the device, set it up with a new seed of its own, and begin a new run in another folder. To practise, use “gishiki rehearse”.
err-wallet-standard = The wallet without a passphrase opened instead of { $wallet }.
rec-wallet-standard = Enter the passphrase of { $wallet }; both entries start again.
err-wallet-standard-asked = What opened instead of { $wallet } is the wallet that the device opened where it was to be left empty.
rec-wallet-standard-asked = If nothing was typed there, enter the passphrase of { $wallet }; both entries start again. If something was typed there, stop here and begin a new run in another folder.
err-wallet-seen = The passphrase opened a wallet that is already in use here, not { $wallet }.
rec-wallet-seen = Enter the passphrase of { $wallet } from its own sealed card; both entries start again.
err-wallet-unknown = Another wallet opened than the { $wallet } that the plan knows.
rec-wallet-unknown = Enter the passphrase of { $wallet } again with care; every typing error opens another wallet.
err-wallet-differs = The two entries for { $wallet } opened different wallets.
rec-wallet-differs = One of them was mistyped. Both entries start again; read the second one from the sealed card.
err-wallet-other = Another wallet opened than { $wallet }.
rec-wallet-other = Nothing was done in it. Enter the passphrase of { $wallet } again with care.
err-drill-wallet-other = Another wallet opened than { $wallet }: its passphrase was mistyped, or the device holds another seed than the ceremony's.
rec-drill-wallet-other = Nothing was done in it. Enter the passphrase again, letter by letter, from the sealed card; if it opens another wallet again, record an exception: card or backup is not what the team takes it for.
err-seed-other = The seed on this device is not the one that { $member } had in the ceremony.
rec-seed-other = No passphrase can open the wallets on it. Stop here and record what was restored from which backup; with the right device, begin a new drill in another folder.
err-xpub-other = The account { $path } does not belong to the open wallet.
rec-xpub-other = Unplug the device, make sure no other program talks to it, and try again; if it stays so, stop here.
err-address-underivable = The laptop cannot derive { $path } from the account.
rec-address-underivable = Stop here and record an exception.
err-address-mismatch = The address at { $path } differs: the laptop derived { $derived }, the device showed { $shown }.
rec-address-mismatch = Do not use this address. Show it once more; if it differs again, stop here and suspect the laptop or the device.
brief-address-mismatch = The address at { $path } differs between the laptop and the device.
err-address-disputed = The address or the path was not the same: the laptop derived { $derived } at { $path }, and a person said that the device showed something else.
rec-address-disputed = Do not use this address. Show it once more and compare again; if it differs again, stop here and suspect the laptop or the device.
brief-address-disputed = You said that the device showed something else than this address at { $path }.
err-sheet-differs = A person said that the device shows another first address of { $wallet } than the wallet's paper.
rec-sheet-differs = Sign nothing with this wallet. Show the address once more and compare again; if it differs again, stop here and find out which was exchanged: the paper, the device or the laptop.
err-address-unexpected = The address of { $role } is { $derived }, but the plan expects { $expected }.
rec-address-unexpected = Another seed or another passphrase is in use than the plan means, or the plan is wrong: find out which before you go on.
brief-address-unexpected = The address of { $role } is another one than the plan expects.
err-drill-address-unexpected = The device gives { $derived } for { $role }, but the manifest says { $expected }.
rec-drill-address-unexpected = Nothing is signed with this wallet. Do it once more; if it stays so, record an exception: the wallet is not what the manifest says, or laptop or device is not to be trusted.
brief-drill-address-unexpected = The device gives another address for { $role } than the manifest says.
err-digest-differs = The digest of { $file } differs from the one computed elsewhere.
rec-digest-differs = Copy the file to the other machine again and compare once more; if it differs again, sign nothing.
err-signer-mismatch = The signature is by { $said } or by nobody we know, not by { $expected }.
rec-signer-mismatch = The signature is not kept. Try again; if it stays so, stop here and suspect the laptop or the device.
brief-signer-mismatch = The signature is not by the address that was to sign.

## Alarms

alarm-device-doubted = the device's proof of being genuine did not hold
alarm-seed-other = the device held another seed than in the ceremony
alarm-wallet-other = another wallet was open than the known one
alarm-xpub-other = the account did not belong to the open wallet
alarm-address-unexpected = the address was another than the plan expects
alarm-address-mismatch = the device gave another address than the laptop derived
alarm-address-disputed = a person saw another address or path on the device than on the laptop
alarm-sheet-differs = a person saw another first address on the device than on the wallet's paper
alarm-digest-differs = another machine computed another digest
alarm-signer-mismatch = the signature was by another key than the one that was to sign
