"""What may differ: what says which device it is, and that one of them is a simulator."""

# Fields, by the message that they stand in.
EXPECTED = {
    "Features": {"device_id", "revision", "major_version", "minor_version", "patch_version"},
    # Neither has a firmware that was sold, nor a certificate.
    "FirmwareHash": {"hash"},
    "AuthenticityProof": {"optiga_certificates", "optiga_signature"},
}
