# Codes that carry text and files across an air gap.

err-code-empty = There is nothing in it to put into a code.
rec-code-empty = Name a file with something in it.
err-code-secret =
    This looks like { $suspicion ->
        [words] the words of a seed
        [xprv] an extended private key
       *[ur] a seed or a private key
    }, and whoever sees its code has it.
rec-code-secret = Nothing was encoded. If this is a real seed or key, keep it off every computer, and count it as disclosed now.
err-code-address = “{ $text }” is as long as an address and has not the form of one.
rec-code-address = Write 0x and 40 hex digits, with their checksum.
err-code-checksum = “{ $text }” has a wrong checksum or none: a digit may be wrong.
rec-code-checksum = Take the address again from where it comes from. With these digits it would be { $right }.
err-code-too-long = This is longer than { $most } bytes, the most that frames carry in reasonable time.
rec-code-too-long = Bring it across on a stick, and compare its SHA-256 on both sides.
err-code-frame = No further frame can be made of this.
rec-code-frame = Start again; if it stays so, bring the file across on a stick.
err-code-picture = The picture could not be made: { $reason }
rec-code-picture = Show the code on the terminal instead.
