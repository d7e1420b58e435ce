## Bundles that cannot be read

err-bundle-nothing = There is no ceremony in { $folder }.
rec-bundle-nothing = Name the ceremony's folder, its public folder, or the manifest.json in it.
err-bundle-name = { $file } is no name that a ceremony gives.
rec-bundle-name = Nothing else may lie in the folder: find out where it comes from, and verify without it.
err-bundle-not-a-file = { $file } is a link or a device, not a plain file or folder.
rec-bundle-not-a-file = No link is followed. Get the files again as plain files.
err-bundle-files = There are more than { $most } files.
rec-bundle-files = No ceremony makes so many. Get the folder again from somebody you trust.
err-bundle-bytes = { $file } is larger than any file of a ceremony, or the folder is.
rec-bundle-bytes = Get the folder again from somebody you trust.
err-bundle-missing = { $file } is missing.
rec-bundle-missing = Get the folder again, whole.
err-previous-unusable = { $file } is no manifest in its one encoding: { $reason }.
rec-previous-unusable = Name a manifest.json as it was signed, or the folder that it lies in.
err-signer-form = { $text } is not of the form NAME=ADDRESS.
rec-signer-form = Write the role's name in the plan, an equals sign, and the address with its checksum.
err-signer-twice = { $name } is given twice.
rec-signer-twice = Give one address for each signer.

## What every check may say

v-missing = { $file } is missing.
v-more = { $count ->
    [one] One more finding
   *[other] { $count } more findings
} of this kind.
v-not-reached = Not checked: what it is about could not be read.
v-no-sealed = Not checked: needs the sealed part.
v-nobody = Not checked: nobody opens a wallet for addresses here.

## The checks, in their order

v-canonical-ok = Every signed file and contract file is in its one encoding ({ $files ->
    [one] one file
   *[other] { $files } files
}).
v-canonical-not = { $file } is not in its one encoding: { $reason }.
v-canonical-type = { $file } is of another type.

v-plan-ok = The plan has no lint error; its SHA-256 is { $digest }.
v-plan-brought = The plan has no lint error and is the one you brought; its SHA-256 is { $digest }.
v-plan-another = The plan in the bundle has SHA-256 { $digest }; the one you brought has { $brought }.
v-plan-not-brought = Not checked: whether this is the plan that the team reviewed. Bring it with --plan.

v-exceptions-ok = { $count ->
    [0] No exception was recorded by the members.
    [one] The members recorded one exception; manifest, parts, sealed files and journals agree, as far as they are here.
   *[other] The members recorded { $count } exceptions; manifest, parts, sealed files and journals agree, as far as they are here.
}
v-exceptions-alarms = { $count ->
    [one] One alarm was raised and gone on from; whether rightly, nothing here tells.
   *[other] { $count } alarms were raised and gone on from; whether rightly, nothing here tells.
}
v-exceptions-carried = { $count ->
    [one] One exception stands in a part of an earlier ceremony
   *[other] { $count } exceptions stand in parts of earlier ceremonies
} that something is carried from. What was recorded there later is not here.
v-exceptions-then = The exceptions of { $member } in ceremony { $sequence } differ between part and sealed file.
v-exceptions-part = The exceptions of { $member } differ between part, sealed file and journal.
v-exceptions-manifest = The manifest counts other exceptions than its members recorded.

v-heading-ok = { $files ->
    [one] The manifest is
   *[other] All { $files } files are
} of { $organisation }, ceremony { $ceremony }, sequence { $sequence }, as the plan says.
v-heading-differs = The { $file } says something else of the ceremony than the plan.
v-heading-member = The part or sealed file of { $member } names another member.

v-rehearsal-real = It does not say that it is a rehearsal.
v-rehearsal-ok = It is a rehearsal, as you expected: nothing of it is real.
v-rehearsal-refused = It is a REHEARSAL: nothing of it is real. To verify it as one, say --rehearsal.
v-rehearsal-is-none = You expected a rehearsal, and it does not say that it is one.

v-files-ok = Exactly the files that belong there ({ $files }).
v-files-extra = { $file } does not belong there.
v-files-lost = { $file } could not be read, or was another when it was read again: it changed meanwhile, or its medium fails. Copy the folder to a disk of your own, and verify that.

v-sums-ok = { $folders ->
    [one] SHA256SUMS lists exactly the files of the public folder, with their digests.
   *[other] SHA256SUMS of both folders list exactly their files, with their digests.
}
v-sums-differ = { $file } is not what follows from the files.

v-derived-ok = labels.csv, labels.jsonl and VERIFY.md follow from the manifest, byte for byte.
v-derived-differs = { $file } is not what follows from the manifest.

v-digests-ok = The files commit to each other by their digests: the manifest to the plan{ $parts ->
    [0] {""}
    [one] {" "}and to one part with its sealed file and journal
   *[other] {" "}and to { $parts } parts with sealed files and journals
}.
v-digests-differ = The { $from } gives another digest for the { $to }, or names another.
v-digests-unpinned = Not checked by the team: the part of { $member } was taken without its digest having been told by another channel.

v-rows-ok = { $rows ->
    [one] The address stands as the plan orders it
   *[other] The { $rows } addresses stand as the plan orders them
}: role, label, wallet and path, in manifest and parts alike.
v-rows-number = The part of { $member } has another number of addresses than the plan wants.
v-rows-part = The row of { $role } is not as the plan wants it.
v-rows-manifest = The addresses or externals of the manifest do not follow from the parts and the plan.

v-wallets-ok = { $wallets ->
    [one] The wallet is that
   *[other] The { $wallets } wallets are those
} of the plan: tier, entry, entries and signer.
v-wallets-laptop = By the signed parts, these passphrases were typed on the laptop: { $wallets }.
v-wallets-laptop-then = By the signed parts of ceremony { $sequence }, these passphrases were typed on the laptop: { $wallets }.
v-wallets-differ = The wallets of { $member } are not those of the plan.

v-policy-ok = Who must sign is what the plan says: { $signers ->
    [one] one
   *[other] { $signers }
} for the manifest, one for { $wallets ->
    [one] the wallet
   *[other] each of { $wallets } wallets
}.
v-policy-differs = Who signed is not who must sign by the plan.

v-unique-ok = No address, label, wallet or known seed stands twice.
v-unique-twice = { $kind ->
    [address] The address { $value } stands twice.
    [label] The label { $value } stands twice.
    [wallet] The wallet { $value } stands twice.
   *[other] Two members share the seed with commitment { $value }.
}
v-unique-reused = The label { $name } was that of { $address } in an earlier manifest, and is another's here.
v-unique-seeds-apart = Not checked: whether { $member } shares a seed with { $others }. Seeds can be compared within one ceremony only, and no file here is of one that they both held.
v-unique-seeds = Not checked: whether two members share a seed. It needs the sealed part.

v-statement-ok = { $statements ->
    [one] The statement is
   *[other] The { $statements } statements are
} word for word what follows from the signed files.
v-statement-differs = { $file } is not what must have been signed.

v-signature-ok = { $signatures ->
    [one] The signature is in its one form,
   *[other] The { $signatures } signatures are in their one form, each
} by the address that must have signed.
v-signature-form = { $file } is not a signature in its one form: { $reason }.
v-signature-other = { $file } is by { $signer }, not by { $expected }.
v-signature-many = The manifest lists more signers than the { $most } wallets and roles of its plan. No statement or signature was checked.

v-pins-ok = { $signers ->
    [one] The one required signer is
   *[other] All { $signers } required signers are
} known from outside the bundle.
v-pins-missing = { $role } ({ $wallet }) has { $address } here. Ask the signer for it by another channel, then say --signer { $role }={ $address }.
v-pins-differ = { $role } should be { $told } by your evidence; the manifest says { $address }.
v-pins-unknown = The manifest has no role { $role }.
v-pin-told = told by another channel
v-pin-plan = in the plan you brought
v-pin-previous = in the previous manifest
v-pin-test-seed = published test seed

v-address-carried = { $rows ->
    [0] No carried address is of a wallet that gives its xpub.
    [one] The carried address follows from the xpub of its ceremony.
   *[other] Each of the { $rows } carried addresses follows from the xpub of its ceremony.
}
v-address-ok = { $rows ->
    [0] No address is of a wallet that gives its xpub.
    [one] The address follows from its account's xpub.
   *[other] Each of the { $rows } addresses follows from its account's xpub.
}
v-address-differs = { $address } of { $role } does not follow from its account's xpub at { $path }.

v-identity-carried = { $accounts ->
    [0] No carried account's xpub is here.
    [one] The carried account xpub is the child of its wallet's identity, by fingerprint.
   *[other] Each of the { $accounts } carried account xpubs is the child of its wallet's identity, by fingerprint.
}
v-identity-ok = { $accounts ->
    [0] No account's xpub is here.
    [one] The account xpub is the child of its wallet's identity, by fingerprint.
   *[other] Each of the { $accounts } account xpubs is the child of its wallet's identity, by fingerprint.
}
v-identity-accounts = The accounts of { $member } are not those that the plan's paths lie in.
v-identity-kept = The sealed file of ceremony { $sequence } keeps the account { $path } of { $wallet }, whose xpub is not kept by the plan.
v-identity-differs = The account { $path } is not of the wallet { $wallet }.

v-contract-ok = { $contracts ->
    [0] The plan has no contract.
    [one] The contract follows from the plan and the addresses: parameters, calldata and predicted address.
   *[other] Each of the { $contracts } contracts follows from the plan and the addresses: parameters, calldata and predicted address.
}
v-contract-list = The contracts are not those of the plan.
v-contract-differs = The contract { $name } is not what follows from the plan and the addresses.
v-contract-file = { $file } is not what follows from the plan and the addresses.
v-contract-chain = Not checked: whether the contracts are deployed as listed. Only the chain tells.
v-batch-ok =
    { $batches ->
        [0] There is nothing for a Safe to send.
        [one] One batch for a Safe follows, call by call, from the plan and the addresses.
       *[other] { $batches } batches for Safes follow, call by call, from the plan and the addresses.
    }
v-batch-list = The manifest does not have exactly the batches of the plan.
v-batch-differs = The batch { $name } is not what follows from the plan and the addresses.

v-journal-ok = { $journals ->
    [one] The member's journal is whole, every step was possible, and part and sealed file follow from it byte for byte.
   *[other] The journals of { $journals } members are whole, every step was possible, and parts and sealed files follow from them byte for byte.
}
v-journal-unfinished = The journal of { $member } does not come to its end.
v-journal-time = The journal of { $member } has a time that is none.
v-journal-part = The part or sealed file of { $member } does not follow from the journal.
v-journal-head = The sealed file of { $member } names another head than the journal had.
v-journal-signatures = The signatures of { $member } are not those of the journal.

v-team-journal-ok = The team's journal is whole, every step was possible, and it agrees with manifest and signatures.
v-team-journal-unfinished = The team's journal does not come to its end.
v-team-journal-differs = The team's journal does not agree with the manifest or its signatures.
v-team-journal-limit = Not provable: that the team's journal was not written anew as a whole. No signature covers it, only its chain and its agreement.

v-device-ok = Nothing stood in the way of { $devices ->
    [one] the device, by its
   *[other] the { $devices } devices, by their
} own word through the laptop.
device-of = { $then ->
    [0] The device of { $member }
   *[other] The device of { $member } in ceremony { $then }
}
v-device-carried = { $parts ->
    [one] Nothing stood in the way of the device behind the part of an earlier ceremony, by its sealed file. Whether it was on USB, nothing here tells.
   *[other] Nothing stood in the way of the devices behind { $parts } parts of earlier ceremonies, by their sealed files. Whether they were on USB, nothing here tells.
}
v-device-simulated = { device-of } was a simulator or an emulator.
v-device-real = { device-of } was no simulator, though this is a rehearsal.
v-device-hindered = { device-of } had something in its way.
v-device-shared = { device-of } is another member's too.
v-device-bench = The journal { $file } began with devices at { $bench }, not on USB.
v-genuine-ok = { $devices ->
    [one] 1 device proved to be genuine
   *[other] { $devices } devices proved to be genuine
}, by a root key that the maker publishes. Not checked: revocation; and a fake one could have passed the question on to a genuine one.
v-genuine-rehearsal = { $devices ->
    [one] 1 device
   *[other] { $devices } devices
} proved to be what a rehearsal is held with: no root key of sold devices stands behind the proof.
v-genuine-none = { device-of } is of a model that has nothing to prove itself with.
v-genuine-other = { device-of } is said to have proved what does not go with such a ceremony.
v-genuine-carried = Not followed again: what was proved in ceremony { $sequence } by the devices of { $members }. The journals of then are not here, so that nothing but the sealed files says it.

v-sequence-first = It is the first of its chain of ceremonies.
v-sequence-ok = It is number { $sequence }, the one after the manifest you trust ({ $previous }).
v-sequence-unknown = Not checked: the manifest before this one ({ $previous }). Bring it with --previous.
v-sequence-differs = Its sequence does not follow the one before.
v-sequence-previous = It does not name the previous manifest that you brought.
v-sequence-other = The previous manifest is of another organisation or chain.
v-sequence-mixed = A rehearsal and a real ceremony stand in one chain.
v-sequence-contract = The previous manifest has { $name } at another address: what a contract was created with never changes.
v-sequence-state = The previous manifest changed { $name }, and the plan does not say how it stands now.
v-sequence-replay = You have a newer manifest: number { $sequence }. This one is left behind.
v-sequence-fork = There is another manifest with number { $sequence }: { $other }. The history has two branches.
v-sequence-gap = Of the manifests that you brought, the one before number { $sequence } is missing.
v-sequence-broken = Of the manifests that you brought, number { $sequence } does not follow the one before it.
v-sequence-elsewhere = { $name } does not stand as the previous manifest left it: the plan says that it was changed outside a ceremony. Only the chain tells whether that is so.
v-carried-ok = { $parts ->
        [0] Nothing is carried from earlier ceremonies.
       *[other] { $rows ->
            [one] One address is
           *[other] { $rows } addresses are
        } carried from { $parts ->
            [one] one part of an earlier ceremony, which the wallets signed there.
           *[other] { $parts } parts of earlier ceremonies, which the wallets signed there.
        }
    }
v-carried-flaw = What is carried from the part of { $member } in ceremony { $sequence } does not hold: { carried-flaw }.
v-carried-previous = The part of { $member } in ceremony { $sequence } is another one, or unknown, in a manifest that you trust.
v-carried-manifest = The manifest does not name exactly the earlier parts that the plan carries something from.
v-retired-ok = Nothing of the manifest before this one vanished; { $retired ->
    [0] none is
    [one] one address is
   *[other] { $retired } addresses are
} retired by now.
v-retired-first = Nothing came before that could be retired.
v-retired-unknown = Not checked: whether everything of the manifest before this one is here or retired. Bring it with --previous.
v-retired-vanished = The manifest before this one has { $name } at { $address }, and this one neither has nor retires it.
v-retired-other = { $name } at { $address } is retired under another name, label or sequence than it had.
v-retired-forgotten = { $name } at { $address } was retired before, and this manifest does not say so any more.
v-retired-never = { $name } at { $address } is said to be retired, but no manifest before this one had it.
v-retired-dissolved = { $name } at { $address } was a contract in the manifest before this one, and is none here: who owns it would be told nowhere.
v-retired-claimed = { $name } at { $address } was an outside address in the manifest before this one, and is a key of the team here.
v-retired-name = What the manifest before this one calls { $old } is called { $new } here ({ $address }).
v-retired-label = The label of { $name } ({ $address }) was { $old } in the manifest before this one, and is { $new } here.
v-retired-kind = { $name } ({ $address }) was { $old ->
        [key] an address of a key
        [contract] a contract
       *[external] an outside address
    } in the manifest before this one, and is { $new ->
        [key] an address of a key
        [contract] a contract
       *[external] an outside address
    } here.
v-succession-ok = { $signers ->
    [one] The signer of the manifest before this one signed it.
   *[other] { $there ->
        [one] One
       *[other] { $there }
    } of the { $signers } signers of the manifest before this one signed it; { $needed ->
        [one] one was
       *[other] { $needed } were
    } needed.
}
v-succession-first = There is no manifest before it whose signers would have to agree.
v-succession-unknown = Not checked: whether the signers of the manifest before this one agree. Bring it with --previous.
v-succession-few = { $signers ->
    [one] The signer of the manifest before this one does not sign it.
   *[other] { $there ->
        [0] None of the { $signers } signers of the manifest before this one signs it;
        [one] Only one of the { $signers } signers of the manifest before this one signs it;
       *[other] Only { $there } of the { $signers } signers of the manifest before this one sign it;
    } { $needed ->
        [one] one is
       *[other] { $needed } are
    } needed.
}

v-witness-none = The plan names no witness.
v-witness-ok = { $witnesses ->
    [one] The statement of the witness is
   *[other] The statements of { $witnesses } witnesses are
} word for word, and signed where a key signs.
v-witness-list = The manifest's witnesses are not those of the plan.
v-witness-missing = The witness { $name } has not signed ({ $file }).
v-witness-told = { $name } signed by { $signer }; nothing but { $name } can confirm that this address is theirs.
v-witness-paper = { $name } signed on paper, as the team's journal says: only the sheet shows it.
v-witness-published = The witness { $name } signed with a published key ({ $signer }).
v-witness-taken = The witness { $name } signed with { $signer }, which is the address of { $other }, too.

v-address-kept = Not made for { $roles }: their wallets keep their xpubs, so that these addresses follow from nothing that is here. The signatures of their wallets cover them.
v-drill-none = No drill was brought: whether the wallets can be opened again from their backups is not checked.
v-drill-ok = { $member }: { $wallets ->
    [one] one wallet was opened again
   *[other] { $wallets } wallets were opened again
} and { $addresses ->
    [one] its address compared
   *[other] { $addresses } addresses compared
} ({ $time }).
v-drill-complete = Every wallet of the manifest was opened again in the drills that were brought.
v-drill-missing = { $member }: no drill was brought; not shown to be recoverable: { $wallets }.
v-drill-left-out = { $member }: left out of the drill, and so not recovered: { $wallets }.
v-drill-same-device = { $member }: the drill was held on the ceremony's own device, so that the backup was not tried.
v-drill-unknown-device = { $member }: the sealed file was not at hand in the drill, so it does not tell whether the device was another one.
v-drill-device-told = { $member }: that the drill's device was another one than the ceremony's is the laptop's word; it needs the sealed part.
v-drill-exceptions = { $member }: { $count ->
    [one] one exception
   *[other] { $count } exceptions
} and { $alarms ->
    [one] one alarm
   *[other] { $alarms } alarms
} stand in the drill's journal.
v-drill-unreadable = A drill's record or journal cannot be read: { $reason }.
v-drill-another = { $member }: the drill is of another manifest (SHA-256 { $digest }).
v-drill-member = A drill is of { $member }, of whom the manifest has no wallet.
v-drill-twice = { $member }: several drills were brought.
v-drill-unfinished = { $member }: the drill was not finished, or its journal does not end with a whole line.
v-drill-time = { $member }: a time in the drill's journal is none.
v-drill-differs = { $member }: { $file } does not follow from the drill's journal, or is missing.
v-drill-extra = { $member }: { $file } does not belong into a drill's folder.
v-drill-device = { $member }: the drill's device was simulated in a real drill, or real in a rehearsal, or was not on USB.
v-drill-told-device = { $member }: whether the drill's device was the ceremony's is told wrongly.
v-test-seed-none = No wallet is of one of { $seeds } published seeds, with an empty or a rehearsal's passphrase.
v-test-seed-rehearsed = Every wallet and address is of the published test seed that rehearsals use for it.
v-test-seed-found = The wallet { $wallet } is of a published seed: anyone can spend what it holds.
v-test-seed-committed = The seed of { $member } is a published one, by the commitment in the sealed file: anyone can spend what its wallets hold.
v-test-seed-external = The external { $name } is of a published seed: anyone can spend what it holds.
v-test-seed-other = The wallet { $wallet } is not of the published test seed that rehearsals use for it.

## What a person reads

verify-good = VERIFIED: { $organisation }, ceremony { $ceremony }, sequence { $sequence }. Every check that could be made holds.
verify-bad = NOT VERIFIED. Do not use any of these addresses.
verify-unpinned = NOT VERIFIED YET. Everything holds but for signers that nothing outside the bundle speaks for.
verify-progress = Verifying: parts { $members }/{ $of_members }, checks { $checks }/{ $of_checks }
verify-marks = { $marks }: nothing of it may be used for real.
verify-digest = manifest.json has SHA-256 { $digest }
verify-alarms = Alarms that were raised
verify-exceptions = What did not go as planned
verify-exception = { $then ->
    [0] { $member }
   *[other] { $member } in ceremony { $then }
}, { $step }: expected { $expected }; happened { $happened }; decided { $decided }
verify-failed = What is wrong
verify-established = What was established
verify-unchecked = What was not checked
verify-signers = Signers
verify-warned = Warnings about the plan, and those that it accepts
verify-signer = { $role } ({ $wallet }) { $address }: { $evidence }
verify-signer-unknown = no evidence
verify-table = Addresses
verify-table-unproven = Addresses as the bundle gives them, not verified
verify-column-label = Label
verify-column-address = Address
verify-column-origin = Origin
verify-origin-contract = contract
verify-origin-external = external, no key of this ceremony
