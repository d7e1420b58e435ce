"""What may differ: what says which device it is, and that one of them is a simulator."""

# Fields, by the message that they stand in; of failures, by their code.
EXPECTED = {
    "Features": {"device_id", "revision", "major_version", "minor_version", "patch_version"},
    # A debug build says what was wrong, a sold one only that something was.
    "FirmwareError": {"message"},
    # The simulator leaves it out: nothing of Ethereum reads it.
    "PublicKey": {"descriptor"},
    # Neither has a firmware that was sold, nor a certificate.
    "FirmwareHash": {"hash"},
    "AuthenticityProof": {"optiga_certificates", "optiga_signature"},
}
