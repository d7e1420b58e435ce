## Seeds in words (test seeds only: real seeds stay on devices)

err-seed-bip39-word-count = A BIP-39 seed has 12 or 24 words; here are { $count }.
rec-seed-bip39-word-count = Compare with the original: BIP-39 seeds have 12 or 24 words, SLIP-39 shares 20 or 33.
err-seed-slip39-word-count = A SLIP-39 share has 20 or 33 words; here are { $count }.
rec-seed-slip39-word-count = Compare with the original and write each share on one line: SLIP-39 shares have 20 or 33 words, BIP-39 seeds 12 or 24.
err-seed-word-unknown = Word { $position } is not in the word list.
rec-seed-word-unknown = Write every word in full and in lower case, as the word list has it.
err-seed-checksum = The checksum of the words is wrong: a word is another one, or stands in another place.
rec-seed-checksum = Compare the words and their order with the original.
err-seed-no-words = There are no words.
rec-seed-no-words = Write the words of the test seed, each share on one line.
err-seed-shares-mixed = These shares do not belong to one seed.
rec-seed-shares-mixed = Use only shares of the same backup.
err-seed-share-twice = Share { $member } of group { $group } stands twice.
rec-seed-share-twice = Use every share only once.
err-seed-groups-count = Shares of { $given } groups are here; { $needed } groups are needed.
rec-seed-groups-count = Give shares of exactly as many groups as are needed.
err-seed-shares-count = { $given } shares of group { $group } are here; { $needed } are needed.
rec-seed-shares-count = Give exactly as many shares of the group as are needed.
err-seed-share-malformed = The checksum is right, yet the share contradicts itself: { $reason }.
rec-seed-share-malformed = Have the share written anew by a program that follows SLIP-39.
err-seed-passphrase = The passphrase has a character that is not printable ASCII.
rec-seed-passphrase = Use only the letters, digits, signs and spaces of an English keyboard: other characters can open different wallets in different programs.
err-seed-no-master-key = This seed with this passphrase has no master key.
rec-seed-no-master-key = Use another passphrase or another seed.

## Extended public keys

err-xpub-form = This is not an extended public key: characters are missing, too many, or wrong.
rec-xpub-form = Copy all 111 characters again, from “xpub” on, out of the sealed file or from the device.
err-xpub-writing = This is another writing of an extended public key than “xpub”: ypub, zpub and tpub are made for Bitcoin.
rec-xpub-writing = Take the xpub of the account m/44'/60'/a', as the sealed file of the ceremony has it.
err-xpub-private = This is an extended private key: with it anybody can take what lies at its addresses.
rec-xpub-private = Whoever saw this screen or this computer's history may know it now: treat its wallet as disclosed. Here only the public half is ever needed, which begins with “xpub”.
err-xpub-depth = This xpub lies { $depth } steps below its seed; that of an account lies 3 below: m/44'/60'/a'.
rec-xpub-depth = Take the xpub of the account itself, as the sealed file of the ceremony has it.
err-xpub-not-account = This xpub is not that of the account m/44'/60'/a': its last step is not hardened, or it is another account's.
rec-xpub-not-account = Take the xpub of the account itself, as the sealed file of the ceremony has it.
err-xpub-no-child = By BIP-32 there is no key at index { $index }.
rec-xpub-no-child = Leave this index out: other programs have no address there either.
err-derivation-disagrees = Two derivations of address { $place } in a list of addresses differ: this program or this machine is broken.
rec-derivation-disagrees = Believe nothing of this run; repeat it on another machine.
