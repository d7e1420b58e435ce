## Signed files

err-not-canonical = The file has no canonical form: { $reason }.
rec-not-canonical = Use only printable ASCII in the plan's names and labels.

## The page on verifying

verify-md-title = Verifying { $organisation }, ceremony { $ceremony }, sequence { $sequence }
verify-md-marks = { $marks }: nothing here may be used for real.
verify-md-exceptions = { $exceptions ->
    [one] One exception was recorded: what was expected, what happened and what was decided stands in the sealed files.
   *[other] { $exceptions } exceptions were recorded: what was expected, what happened and what was decided stands in the sealed files.
}
verify-md-about = Everything in this folder can be checked without Gishiki, by anyone, at any time. Two questions are answered below: are these the files that were signed, and who signed them?
verify-md-files = The files
verify-md-files-how = In this folder, run:
verify-md-digest = The first command must report OK for every file. The second prints the digests that the statements below name; the digest of manifest.json, which the signers compared before signing, must be:
verify-md-signatures = The signatures
verify-md-signatures-how = Each statement is one line in a file that ends in .txt, without a line break at its end; its signature is in the file of the same name that ends in .sig. These addresses must have signed:
verify-md-file = Statement
verify-md-signer = Signer
verify-md-each = Check each row in this folder with at least one of the programs below: put the row's statement in place of FILE and its signer in place of ADDRESS.
verify-md-cast = With cast (Foundry), which must say that validation succeeded:
verify-md-eth-account = With eth-account (Python), which must print True:
verify-md-ethers = With ethers (JavaScript), which must print true:
verify-md-compare = A signature always belongs to some address: what counts is that it belongs to the address that you know, by another channel, to be the signer's. Then read the statement: the SHA-256 that it names must be the digest of manifest.json, or of the member's file in parts/{ $carried ->
        [0] .
       *[other] {" "}or in carried/, which is of the earlier ceremony that it names.
    }
verify-md-limits = What this does not show
verify-md-limits-what = That a person compared each address with the device's display is the signers' word. That an address belongs to an account's extended public key can be checked with the sealed files, which auditors have. That contracts were deployed as listed can only be seen on the chain.
