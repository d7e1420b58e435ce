//! Digests as words, to read aloud: the PGP word list (Juola and Zimmermann, 1995).

/// One word a byte, from two alternating lists: two syllables at even positions, three at odd ones.
pub fn words(_bytes: &[u8]) -> Vec<&'static str> {
    Vec::new()
}
