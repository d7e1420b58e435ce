## What went wrong with a device

err-device-refused = It was refused on the device.
rec-device-refused = Nothing was done. Do the step again, and confirm on the device only if everything on its screen is right.
err-device-cancelled = It was cancelled on the laptop.
rec-device-cancelled = Nothing was done. Do the step again when you are ready.
err-device-lost = The device does not answer: { $reason }.
rec-device-lost = Check the cable, plug the device in again, and do the step again. What was done before is kept.
err-device-wrong-pin = The PIN was wrong.
rec-device-wrong-pin = Try again with care: the device waits longer after every wrong PIN, and wipes itself after sixteen.
err-device-session-lost = The device no longer knows this wallet: it was switched off, or too many wallets were opened since.
rec-device-session-lost = Enter the wallet's passphrase once more; the wallet is recognised by its identity.
err-device-failure = The device reported { $code }: { $message }
rec-device-failure = Nothing was done. Do the step again; if the device says the same, stop here and record an exception.
err-device-unexpected = The device answered with something that does not fit the question: { $what }.
rec-device-unexpected = Unplug it, plug it in again, and make sure no other program talks to it.
err-device-unsupported = This device cannot do it: { $what }.
rec-device-unsupported = Use a supported model with current firmware.
