## Pages: what happens now, what to look at, what comes next

page-next = Then: { $next }

briefing-title = Before it begins: warnings about this plan
briefing-now =
    { $warnings ->
        [0] No warning
        [one] One warning
       *[other] { $warnings } warnings
    }, { $accepted ->
        [0] none accepted
        [one] one accepted
       *[other] { $accepted } accepted
    } by the plan. Read each of them; whoever is not content stops here.
briefing-warning = { $lint } (line { $line }). { $cause } → { $then }
briefing-accepted = Accepted: { $lint } (line { $line }). { $cause } → { $then }
briefing-next = the ceremony begins, or goes on where it stopped.

page-plug-in-title = Plug in the device
page-plug-in-now = { $member } connects the device with the seed to this laptop, and no other device is connected.
page-plug-in-look = Whoever was before has unplugged theirs and put it away. The device turns its screen on. If it asks for its PIN, { $member } types it, and nobody else looks: many models are seen only then. Nothing else is pressed yet.
page-plug-in-rehearsal = In a rehearsal the device is software, and there is nothing to plug in.
page-plug-in-next = Gishiki asks the device what it is.

page-identify-title = Which device is it
page-identify-now = Gishiki asks the device for its model, its firmware and its settings.
page-identify-look = If the device asks for its PIN, { $member } types it, and nobody else looks.
page-identify-next = it proves that it is genuine.

page-check-device-title = Is it genuine
page-check-device-now = Gishiki asks the device of { $member } to prove that it is genuine, and for the hash of its firmware.
page-check-device-look = The device asks whether it may prove it: { $member } allows it. The Model T has nothing to prove it with, and shows nothing. Two things stay open: revoked certificates are listed on the network only, and a fake device could pass the question on to a genuine one.
page-check-device-next = the wallets on it are opened.

page-check-backup-title = Check the backup
page-check-backup-now = { $member } takes the backup and types its words on the device, from the plate or card itself.
page-check-backup-look = Only on the device: never on a computer. The device says at the end whether the words are the seed that it holds. Nobody else sees the words; whoever stands near turns away. Once begun, the check can only be ended on the device's own screen.
page-check-backup-next = the device asks for its PIN, for the number of words and for each word.

page-commit-seed-title = The wallet without a passphrase
page-commit-seed-now = Gishiki reads which wallet the device of { $member } opens without a passphrase, and keeps only a commitment to it.
page-commit-seed-look = The commitment tells later whether two people share one seed.
page-commit-seed-asks = This device is set to ask for every passphrase on its own keyboard, so that it asks now, too. { $member } types nothing there and confirms that it is empty: anything typed opens another wallet, and nothing here would tell.
page-commit-seed-next = the first passphrase wallet is opened.

page-enter-title = Open { $wallet }: entry { $entry } of { $of }
page-enter-now = { $member } enters the passphrase of the wallet { $wallet }, and nobody else sees or hears it.
page-enter-laptop = The plan has it typed here: the laptop sees it, and so may whoever has power over the laptop. The part that is signed says so.
page-enter-not-the-name = The wallet's name must not be its passphrase: “{ $wallet }” is never typed.
page-enter-twice = A new wallet is entered twice, in two fresh sessions, the second time from the sealed card: a typing error silently opens another, equally valid wallet, and is found only so.
page-enter-again = This is the second entry: read the passphrase from the sealed card, letter by letter, not from memory.
page-enter-known = This wallet is known from before: one entry suffices, and its identity is compared with the known one.
page-enter-next-again = the same passphrase once more, this time from the sealed card.
page-enter-next = the wallet's accounts are read, and each of its addresses is shown.

page-reopen-title = Open { $wallet } once more
page-reopen-now = { $member } enters the passphrase of { $wallet } once more, because the device no longer has it open.
page-reopen-laptop = The plan has it typed here: the laptop sees it, and so may whoever has power over the laptop.
page-reopen-look = The wallet's identity is compared with the one from before: a typing error is noticed, and nothing is done in another wallet. The wallet's name must not be its passphrase.
page-reopen-next = the step that was waiting goes on.

page-read-account-title = Read an account
page-read-account-now = Gishiki reads the account's public key from the device, to derive each address on its own.
page-read-account-look = The device shows nothing, and nothing is to be pressed.
page-read-account-next = each address of the account is shown on the device.

page-show-address-title = Compare an address: { $label }
page-show-address-now = { $member } and the witness compare the address and the path on the device with those on this page.
page-show-address-look = Compare every group, and the path: it is in the device's menu. The device's own account name “ETH #n” is ambiguous and proves nothing. If all of it is the same, { $member } confirms on the device.
page-show-address-next = the question whether both were the same.
page-show-address-sheet-write = First address of the wallet: write it and its path on the wallet's paper, from the device's screen.
page-show-address-sheet-compare = Known wallet: its paper must say the same at this path; if it has no such path, write both there.

page-compare-sheet-title = Compare with paper: { $wallet }
page-compare-sheet-now = { $member } and the witness compare the address on the device with the one on the paper of { $wallet }.
page-compare-sheet-look = The wallet was opened again. Compare every group on the device with the paper, and not with the laptop. If all of it is the same, { $member } confirms on the device.
page-compare-sheet-next = the question whether both were the same.

page-review-title = Before signing: what is in manifest { $sequence }
page-review-now =
    { $own ->
        [0] { $member } reads everything that is in the manifest, which has no address of { $member }.
        [one] { $member } reads everything that is in the manifest besides the own address, which is in it exactly as confirmed.
       *[other] { $member } reads everything that is in the manifest besides the own { $own } addresses, which are in it exactly as confirmed.
    }
page-review-look-next = This is what differs from the manifest before. Each line must be what the team decided. What nobody can explain is not signed: stop here and ask.
page-review-look-first = This is the first manifest, so everything is new. Each line must be what the team decided. What nobody can explain is not signed: stop here and ask.
page-review-next = the manifest's digest is compared, and then { $member } signs.

page-compare-title = Compare a digest
page-compare-now = The operator carries a copy of this file to a second machine and computes its digest there, with sha256sum.
page-compare-look = The witness reads the second machine's digest aloud, to the last group; the operator compares it with this page.
page-compare-next = the statement with this digest is signed.

page-sign-title = Sign with { $wallet }
page-sign-now = { $member } signs this statement on the device.
page-sign-look = Compare the signing address, the path in the device's menu, and every character of the statement with this page.
page-sign-next = Gishiki checks who signed, and keeps the signature.

page-compare-safe-tx-title = Compare: { $label }
page-compare-safe-tx-now = The operator has a second machine compute the safeTxHash of this transaction, with “gishiki safe-tx explain”.
page-compare-safe-tx-look = The second machine works from the team's own intent, not from this laptop: the calls, the Safe, the chain and the nonce. The witness reads its safeTxHash aloud, to the last group; the operator compares it, the nonce, the chain and the Safe with this page.
page-compare-safe-tx-warned = There are warnings below. Go on only if the team decided exactly that.
page-compare-safe-tx-next = { $member } signs it with the wallet { $wallet }.

page-sign-safe-tx-title = Sign with { $wallet }: { $label }
page-sign-safe-tx-now = { $member } signs this transaction of the Safe on the device.
page-sign-safe-tx-look = Compare the signing address first: the device shows it in small letters.
page-sign-safe-tx-values = Then compare the chain, the Safe and every value: choose “Show full message” on the device, which otherwise leaves the values out. Data stands there without “0x”.
page-sign-safe-tx-hash = Last compare the message hash, every digit of it: it covers all values.
page-sign-safe-tx-no-hash = The firmware of this device is older than 2.9.1 and shows no message hash: only the values tell what is signed.
page-sign-safe-tx-hashes = This model shows no values, only the domain hash and the message hash: compare every digit of both.
page-sign-safe-tx-next = Gishiki checks who signed, and keeps the signature.

page-witness-title = A witness: { $name }
page-witness-now = { $name } signs that this manifest is the one of this ceremony.
page-witness-key = With any Ethereum key of { $name }, on any machine: the statement below, as a personal message, without a line break behind it. The digest is compared with the words first. “gishiki witness” records the signature, now or later; nobody has to wait here.
page-witness-paper = On paper: print the statement below with the words of the digest, compare both, and { $name } signs the sheet by hand, with the date. “gishiki witness --paper” records it, now or later.
page-witness-rehearsal = In a rehearsal a published test key signs for every witness, at once.
page-witness-next = the next witness, or the end.

page-drill-title = A drill: can { $member } open it all again?
page-drill-now = { $member } opens { $wallets ->
    [one] one wallet
   *[other] { $wallets } wallets
} again on a spare device, and compares { $addresses ->
    [one] one address
   *[other] every one of { $addresses } addresses
} with the manifest.
page-drill-spare = Use a spare device that was restored from the backup, and another laptop than in the ceremony: the ceremony's own device stays in its envelope, and proves nothing here.
page-drill-look = Bring the sealed cards and the wallets' papers. The device signs one statement for each wallet and nothing else: whatever else it shows is refused.
page-drill-next = the spare device is plugged in.

page-drilled-title = The drill of { $member } is over
page-drilled-now = { $wallets ->
    [0] { $member } opened no wallet again.
    [one] { $member } has opened one wallet again and compared it, and it signed a statement that says so.
   *[other] { $member } has opened { $wallets } wallets again and compared them, and each signed a statement that says so.
}
page-drilled-missing = Left out, and therefore not recovered: { $missing }. Find out today which backup or card is wrong.
page-drilled-look = { $member } wipes the spare device or locks it away as safely as the ceremony's own. Cards and papers go back into their envelopes.
page-drilled-next = anyone checks the drill with “gishiki verify --drill”.

page-end-sessions-title = The device forgets
page-end-sessions-now = Gishiki makes the device of { $member } forget every wallet, and locks it.
page-end-sessions-look = The device's screen is locked. Nothing is to be pressed.
page-end-sessions-next = { $member } unplugs the device and puts it away.

page-combine-title = The parts come together
page-combine-now = Gishiki checks the part of every member again, and derives Safes and splits from their addresses.
page-combine-look = No device is needed for this.
page-combine-next = the team's manifest is written, compared and signed.

page-finished-member-title = The part of { $member } is complete
page-finished-member-now = { $member } has compared every address, and has signed with every wallet.
page-finished-member-look = { $member } unplugs the device. Sealed cards go back into their envelopes.
page-finished-member-next = the next member's turn, or the team's manifest.

page-finished-team-title = The ceremony is complete
page-finished-team-now = The team's manifest is written, and signed by all who must sign it.
page-finished-team-look = Nothing of this is used before it was verified on another machine, with “gishiki verify”.
page-finished-team-next = export what may be published, and keep the sealed folder for the auditors.

page-trouble-title = Something is in the way
page-trouble-kept = What was done before is kept.
page-trouble-next = the step is done again, or you stop here and go on later.

page-waiting-title = One moment
page-waiting-now = The ceremony begins.

## Labels of facts

fact-address = Address
fact-path = Path
fact-label = Label
fact-role = Role
fact-wallet = Wallet
fact-account = Account
fact-file = File
fact-folder = Folder
fact-sha256 = SHA-256
fact-words = As words
fact-statement = Statement
fact-pages = On the device
fact-signer = Signer
fact-nonce = Nonce
fact-chain = Chain
fact-safe = Safe
fact-warning = Warning
fact-call = Call
fact-message-hash = Message hash
fact-domain-hash = Domain hash
fact-safe-tx-hash = safeTxHash
fact-derived = Laptop derived
fact-shown = Device showed
fact-expected = Expected
fact-said = Device says

## Progress

progress-member = { $member }
progress-members = member { $at }/{ $all }
progress-team = the whole team
progress-wallets = wallet { $at }/{ $all }
progress-addresses = address { $at }/{ $all }
progress-signatures = signed { $at }/{ $all }
progress-exceptions = { $count ->
    [one] 1 exception
   *[other] { $count } exceptions
}

## Marks

mark-rehearsal = REHEARSAL
mark-testnet = TESTNET

## Questions and their answers

question-read = Has everybody here read this page to its end?
question-ready = Ready?
question-reviewed = Has whoever signs read every line, and is all of it meant?
question-same-address = Did the device show exactly this address and this path?
question-same-address-next = it is recorded as confirmed, and the next step begins.
question-same-address-sheet = Did the device show exactly this address and this path, and are both on the wallet's paper now?
question-same-sheet = Did the device show exactly the address that is on the paper of { $wallet }?
question-same-sheet-next = the step that was waiting goes on.
question-same-digest = Does the second machine show exactly this digest?
question-same-safe-tx = Does the second machine compute exactly this safeTxHash?
question-leave-out = Is { $wallet } left out of this drill?
question-leave-out-title = Leave a wallet out?
question-leave-out-now = The exception about { $wallet } is recorded. The wallet can be tried again, or the drill goes on without it.
question-leave-out-look = A wallet that is left out signs nothing and counts as not recovered. It stands in the record by name.
question-leave-out-next = the wallet once more, or the next one.
question-unplugged = Was the device of { $member } unplugged, and without power for a moment?
question-unplugged-next = it is recorded that the device has forgotten every wallet.
question-unplugged-now = { $member } unplugs the device, because Gishiki cannot tell it any more to forget its wallets.
question-unplugged-look = A device forgets its open wallets when it loses its power. One that keeps it would leave them open to whoever takes it next.
question-trouble = What now?
choice-read = Yes, read to its end
choice-ready = Ready
choice-same = Yes, exactly the same
choice-differs = No, something differs
choice-unplugged = Yes, it was unplugged
choice-leave-out = Leave it out
choice-try-again = Try it again
choice-retry = Do the step again
choice-exception = Record an exception
choice-stop = Stop here
choice-sure = “{ $choice }” is final. Type y, then Enter; Esc goes back.
choice-unread = Read the page to its end first (PgDn).

## Exceptions

exception-title = Record an exception
exception-explains = It is written into the journal and stands first in every summary. It waives nothing: what was asked is asked again. In plain ASCII letters, at most { $most } characters a line.
exception-next = what was asked is asked again.
exception-expected = What was expected
exception-happened = What happened
exception-decided = What was decided
err-exception-empty = A line of the exception is empty.
rec-exception-empty = Say what was expected, what happened and what was decided.
err-exception-characters = A line of the exception has characters that the journal does not take.
rec-exception-characters = Use English letters, digits and the usual signs only.
err-exception-too-long = A line of the exception is longer than { $most } characters.
rec-exception-too-long = Say it shorter; the whole story can be told on paper.

## The simulated device

device-pane = Simulated Trezor
device-off = (off)
device-locked = (locked)
device-page = page { $page } of { $pages }
device-typed = { $bytes ->
    [one] typed: 1 byte
   *[other] typed: { $bytes } bytes
}
typed-nothing = nothing yet
typed-good = can be typed on any device
typed-outer-space = begins or ends with a space
typed-too-long = too long for a device
typed-strange = not on a device's keyboard
typed-no-digits = not only digits
button-confirm = Confirm
button-hold = Hold to confirm
button-holding = Holding: once more
button-unread = Confirm unread
button-cancel = Cancel
button-next-page = Next page
button-previous-page = Previous page
button-show-all = Show all pages
type-passphrase = Type a passphrase (hidden)
type-pin = Type a PIN (hidden)
type-rehearsal-passphrase = Type the rehearsal passphrase
type-rehearsal-pin = Type the rehearsal PIN
type-rehearsal-backup = Type what the rehearsal has ready
type-word-count = Type the number of words (hidden)
type-words = Type the words of the backup (hidden)
type-empty = Leave it empty
device-cannot-type = The device's keyboard cannot type this.

## Passphrases and PINs on the laptop

host-passphrase = Type the passphrase of { $wallet } here. It is not shown.
host-pin-matrix = Type the places of the PIN's digits, as on a keypad. They are not shown.
host-typed = { $bytes ->
    [one] 1 byte
   *[other] { $bytes } bytes
}

## Numbered questions

plain-choose = Type a number, then Enter:
plain-not-a-choice = Please type one of the numbers above.
plain-device = The simulated device shows:
plain-give-up = (Ctrl-C gives up what the device waits for.)
plain-recorded = Recorded: { $line }
plain-sent = { $bytes ->
    [one] 1 byte was taken.
   *[other] { $bytes } bytes were taken.
}

## The simulated device on its own

standalone-secret = (a passphrase, not shown here)
standalone-changed = The device's screen has changed meanwhile.

## Lines of the journal

journal-line = { $position } { $event }
journal-line-of = { $position } { $event }: { $what }
journal-begun = begun
journal-device-identified = device identified
journal-device-proved = device genuine
journal-device-unproved = device without proof
journal-backup-checked = backup checked by the device
journal-seed-committed = seed committed
journal-wallet-entered = wallet entered
journal-wallet-refused = wallet refused
journal-wallet-reopened = wallet opened again
journal-wallet-opened = wallet opened
journal-sheet-compared = first address compared with paper
journal-account-read = account read
journal-account-kept = account read and kept
journal-address-confirmed = address confirmed
journal-part-written = part written
journal-part-compared = part compared
journal-part-accepted = part accepted
journal-statement-signed = statement signed
journal-manifest-written = manifest written
journal-manifest-compared = manifest compared
journal-manifest-signed = manifest signed
journal-address-compared = address compared
journal-wallet-left-out = WALLET left out
journal-record-written = record written
journal-record-compared = record compared
journal-witness-signed = witness signed
journal-witness-on-paper = witness signed on paper
journal-exception-recorded = EXCEPTION recorded
journal-alarm-raised = ALARM
journal-sessions-ended = sessions ended
journal-finished = finished
journal-other = { $name }

## The screen

tui-journal = Journal
tui-journal-empty = (nothing yet)
tui-stopping = Stopping …
tui-working = One moment: nothing is to be done now.
tui-fill-hint = In a rehearsal F4 types it for you, and Enter sends it.
tui-more = ▼ more: PgDn
tui-over = Press Enter to leave.
tui-small = This terminal is too small: make it at least { $columns } columns wide and { $rows } rows high. The ceremony waits.
tui-unseen = No key is taken while nothing can be seen.
tui-stop-title = Stop here?
tui-stop = Nothing is lost: “gishiki resume” goes on from here. Type y, then Enter to stop; Esc goes back.
tui-stop-again = Nothing is lost: the same call goes on from here. Type y, then Enter to stop; Esc goes back.
key-help = ? help
key-help-f1 = F1 help
key-select = ←→ choose
key-enter = Enter
key-exception = x exception
key-stop = q stop
key-scroll = PgUp PgDn
key-sure = y, then Enter
key-back = Esc back
key-next-field = Tab next line
key-fill = F4 rehearsal text
key-send = Enter send
key-give-up = c cancel
key-buttons = F5–F9 device
key-focus = Tab to the device
key-unfocus = Tab back
help-title = Help
help-answers = ← → choose an answer, Enter selects it. What is final asks once more: y, then Enter.
help-page = ↑ ↓ PgUp PgDn move through a long page. “Yes” can be chosen once its end was shown.
help-device = F5 to F9 press the simulated device's buttons, as written beside them; or Tab, ← →, Enter. A button that must be held is pressed twice.
help-typing = While the simulated device takes text, all letters go to it, unseen; Enter sends, F4 fills in the rehearsal's text.
help-exception = x records an exception where a question is asked: what was expected, what happened, what was decided.
help-give-up = c gives up what the device is waiting for; the step can be done again.
help-stop = q or Ctrl-C stops; “gishiki resume” goes on later. Ctrl-C twice leaves at once.
help-close = Any key closes this page.
err-screen-unusable = The terminal cannot be used: { $reason }.
rec-screen-unusable = Use a terminal, or numbered questions with --plain.
err-face-gone = The screen broke down at { $place }.
rec-face-gone = What was recorded is kept: “gishiki resume” goes on from there. Use --plain if it happens again.
