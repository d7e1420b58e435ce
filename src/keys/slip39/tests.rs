use super::*;

/// Vectors of trezor/python-shamir-mnemonic (MIT): description, shares, master secret (empty where refused), xprv.
fn official() -> Vec<(String, Vec<String>, String, String)> {
    serde_json::from_str(include_str!("../../../tests/vectors/slip39.json")).unwrap()
}

fn recover(shares: &[String]) -> Result<EncryptedSecret, Slip39Error> {
    EncryptedSecret::recover(shares.iter().map(String::as_str))
}

#[test]
fn all_official_vectors_hold() {
    let vectors = official();
    assert_eq!(vectors.len(), 45);
    for (description, shares, master, xprv) in vectors {
        let recovered = recover(&shares).map(|secret| hex::encode(secret.decrypt(b"TREZOR")));
        assert_eq!(recovered.clone().unwrap_or_default(), master, "{description}: {recovered:?}");
        assert_eq!(master.is_empty(), xprv.is_empty(), "{description}");
    }
}
