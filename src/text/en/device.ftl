## What went wrong with a device

err-device-refused = It was refused on the device.
rec-device-refused = Nothing was done. Do the step again, and confirm on the device only if everything on its screen is right.
err-device-cancelled = It was cancelled on the laptop.
rec-device-cancelled = Nothing was done. Do the step again when you are ready; a check of the backup that had begun goes on, until it is ended on the device.
err-device-lost = The device does not answer: { $reason }.
rec-device-lost = Check the cable, plug the device in again, and do the step again. What was done before is kept.
err-device-none = No device is plugged in.
rec-device-none = Plug the device in with a cable that carries data, and type its PIN if it asks: after power-on, many models are not seen before. On Linux, udev rules let a person open it (docs/devices.md).
err-device-no-access = The device is there, but this account may not open it.
rec-device-no-access = Install the udev rules in docs/51-trezor.rules, as docs/devices.md describes, and plug the device in again.
err-device-several = More than one device is plugged in: { $places }.
rec-device-several = Unplug all but the one whose turn it is, or name it with --device, as it stands here.
err-device-thp = This device speaks only the newer protocol THP, as the Trezor Safe 7 does, and Gishiki does not speak it yet.
rec-device-thp = Use a Trezor Safe 3, Safe 5, Model T or One; the seed's backup can be recovered on one of them.
err-device-no-slip39 = The plan's seed of { $member } is written down as SLIP-39, which a { $model } cannot hold.
rec-device-no-slip39 = Use another model for this seed, or correct the plan.
err-device-no-backup-check = The plan has the device of { $member } check its backup, and on a { $model } that is not done here: its words would be typed on the laptop, one by one.
rec-device-no-backup-check = Check the backup beforehand with the maker's program and write check_backup = false, or use a model with a keyboard.
err-device-no-keyboard = The plan has the passphrase of { $wallet } typed on the device, and a { $model } has no keyboard for it.
rec-device-no-keyboard = Have the plan say that this wallet's passphrase is entered on the laptop, or use another model.
err-device-keyboard-only = The plan has the passphrase of { $wallet } typed on the laptop, and this device is set to take passphrases on its own keyboard only.
rec-device-keyboard-only = Have the plan say that this wallet's passphrase is entered on the device; or turn that setting off in the device's settings.
err-device-other-backup = The plan's seed of { $member } is written down as { $planned }, but the device says that its own is written down as { $said }.
rec-device-other-backup = Find out whether this is the device with the seed that the plan means: if not, plug in the other one; if it is, correct the plan.
err-device-wrong-pin = The PIN was wrong.
rec-device-wrong-pin = Try again with care: the device waits longer after every wrong PIN, and wipes itself after sixteen.
err-backup-differs = The words are a backup, but not of the seed on this device.
rec-backup-differs = Make no address with this device. Find out whether this is another seed's plate or another person's device, then check again with the right one.
err-device-session-lost = The device no longer knows this wallet: it was switched off, or too many wallets were opened since.
rec-device-session-lost = Enter the wallet's passphrase once more; the wallet is recognised by its identity.
err-device-failure = The device reported { $code }: { $message }
rec-device-failure = Nothing was done. Do the step again; if the device says the same, stop here and record an exception.
err-device-unexpected = The device answered with something that does not fit the question: { $what }.
rec-device-unexpected = Unplug it, plug it in again, and make sure no other program talks to it.
err-device-unsupported = This device cannot do it: { $what }.
rec-device-unsupported = Use a supported model with current firmware.

## The simulated device on an address of this machine

err-listen-not-loopback = { $address } is not an address of this machine alone.
rec-listen-not-loopback = Name a loopback address such as 127.0.0.1:21324: other machines are never answered.
err-listen-taken = Another program listens at { $address }.
rec-listen-taken = End that emulator or simulator, or name another port with --udp.
err-listen-unusable = Nothing can listen at { $address }: { $reason }.
rec-listen-unusable = Name another address of this machine with --udp, such as 127.0.0.1:21325.

## Passphrases

err-passphrase-empty = The passphrase is empty, which would open the wallet without a passphrase.
rec-passphrase-empty = Type the wallet's passphrase.
err-passphrase-not-ascii = The passphrase has characters that a device's keyboard does not have.
rec-passphrase-not-ascii = Use only English letters, digits, spaces and the usual signs: other characters that look alike can open different wallets.
err-passphrase-outer-space = The passphrase begins or ends with a space.
rec-passphrase-outer-space = Type it without the space: nobody sees it on paper or on a screen.
err-passphrase-too-long = The passphrase is longer than { $most } characters.
rec-passphrase-too-long = Use at most { $most } characters, the most that every model accepts.
err-passphrase-wallet-name = This is the wallet's name, which stands in files that may be published.
rec-passphrase-wallet-name = Type the passphrase from the sealed card; a new wallet needs one that no name or label hints at.
err-passphrase-off = This device is set to ask for no passphrase, so that every wallet would silently be the one without.
rec-passphrase-off = Turn passphrases on in the device's settings, then open the wallet again.
err-passphrase-on-device-only = This device accepts passphrases on its own keyboard only.
rec-passphrase-on-device-only = Have the plan say that this wallet's passphrase is entered on the device, or change the device's setting.
err-passphrase-on-host-only = This device has no keyboard to type a passphrase on.
rec-passphrase-on-host-only = Have the plan say that this wallet's passphrase is entered on the laptop, or use another model.

## What stands on the device's screen now

device-screen-show-address = Compare the address on the device with the one here, group by group, to the last character. Confirm on the device only if all of it is the same.
device-screen-show-pubkey = The device shows a public key. Confirm it there.
device-screen-sign-message = The device shows the signing address, then the statement. Read every page on it, and hold to confirm.
device-screen-confirm-address = The device shows the address that is to sign: compare it, and confirm if it is the same.
device-screen-confirm-typed-value = The device shows values of the transaction: compare each with the page, and go on if they are the same.
device-screen-should-show-struct = The device asks whether it is to show every value: choose “Show full message”. Confirming here leaves them out.
device-screen-confirm-message-hash = The device shows the message hash: compare every digit with the page, and confirm if it is the same.
device-screen-confirm-typed-data-final = Everything was shown: hold to sign, or cancel if anything differed.
device-screen-verify-message = The device shows who signed, then the statement. Read every page on it, and confirm.
device-screen-passphrase-host1 = The device says that it will show the passphrase next. Continue on the device.
device-screen-passphrase-host1-hidden = The device will use the passphrase without showing it. Confirm on the device.
device-screen-passphrase-host2 = The device shows the passphrase. Compare it with the card, and confirm on the device.
device-screen-path-warning = The device warns of an unusual derivation path. Cancel on the device: a ceremony needs none.
device-screen-authenticate-device = The device asks whether it may prove that it is genuine: allow it.
device-screen-ping = The device asks for a confirmation. Press its button.
device-screen-confirm-seedcheck = The device asks whether to check its backup. Allow it there; then it asks for the PIN.
device-screen-abort-recovery = The device asks whether to end the check of its backup. Confirming there ends it.
device-screen-recovery = The device says what comes next in checking the backup. Go on there.
device-screen-recovery-word-count = The device asks how many words the backup has. Choose it there.
device-screen-mnemonic = The device asks for the words of the backup, one by one. Type them there, from the plate or card.
device-screen-warning-invalid-share = The words are no backup: one of them is wrong. Acknowledge it on the device and type them again.
device-screen-warning-invalid-seed = The words are no backup: one of them is wrong. Acknowledge it on the device and type them again.
device-screen-success-dry-recovery = The device says that the backup is the seed it holds. Acknowledge it there.
device-screen-warning-dry-recovery = The device says that the backup is another seed than the one it holds. Acknowledge it there.
device-screen-passphrase-device = Type the passphrase on the device.
device-screen-passphrase-device-empty = Leave the passphrase on the device empty, and confirm that it is empty.
device-screen-pin-device = Type the PIN on the device.
device-screen-pin-matrix = The device shows nine digits in changing places. Type the places of your PIN's digits here.
device-screen-other = Look at the device: it shows "{ $name }". Confirm there only what you expect.

## What stands in the way of a ceremony on a device

err-hindrance-uninitialized = The device holds no seed.
rec-hindrance-uninitialized = Set it up first, write its seed down, and come back with it.
err-hindrance-bootloader = The device runs its bootloader.
rec-hindrance-bootloader = Unplug it, and plug it in again without touching it.
err-hindrance-locked = The device is still locked.
rec-hindrance-locked = Type the PIN on it.
err-hindrance-no-pin = No PIN is set: whoever finds the device can use it.
rec-hindrance-no-pin = Set a PIN in the device's settings.
err-hindrance-passphrase-off = The device asks for no passphrase, so that every wallet would silently be the one without.
rec-hindrance-passphrase-off = Turn passphrases on in the device's settings.
err-hindrance-no-backup = The device's seed was never written down.
rec-hindrance-no-backup = Make the backup first: addresses of a seed that can be lost must not be used.
err-hindrance-unfinished-backup = Writing the device's seed down was broken off.
rec-hindrance-unfinished-backup = Wipe the device, set it up anew, and finish its backup.
err-hindrance-safety-checks-not-strict = The device does not refuse unusual derivation paths.
rec-hindrance-safety-checks-not-strict = Set its safety checks to "strict".
err-hindrance-no-ethereum = The device's firmware knows no Ethereum.
rec-hindrance-no-ethereum = Install the universal firmware instead of the one for Bitcoin only.
err-hindrance-old-firmware = The device's firmware is older than the oldest that a ceremony accepts on its model.
rec-hindrance-old-firmware = On another laptop, install current firmware with its maker's program, then come back. docs/devices.md has the oldest version for each model.
err-hindrance-unsupported-model = This model is none that Gishiki knows and supports.
rec-hindrance-unsupported-model = Use a model of the table in docs/devices.md.

## Whether a device is genuine

err-device-doubt-unreadable = Certificate { $at } of the device is missing or cannot be read.
rec-device-doubt-unreadable = Do not use this device: have it checked by its maker, and take another one.
err-device-doubt-challenge = The device's proof is not its own: the challenge was signed with another key, or another challenge was signed.
rec-device-doubt-challenge = Make sure that no other program talks to the device, and try again; if it stays so, do not use this device.
err-device-doubt-issuer = Certificate { $at } of the device was not issued by the next one.
rec-device-doubt-issuer = Do not use this device: have it checked by its maker, and take another one.
err-device-doubt-root = The device's certificates lead to no root key that its maker publishes for this model.
rec-device-doubt-root = Do not use this device: it is an imitation, or newer than this program.
err-device-doubt-model = The device's certificate is one of another model.
rec-device-doubt-model = Do not use this device: have it checked by its maker, and take another one.
err-device-debug = The device proves that it is a development board or an emulator, not one that is sold.
rec-device-debug = Use a device from the maker's shop.
