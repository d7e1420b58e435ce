//! RS1024: the Reed-Solomon checksum over GF(1024) of three words that ends every share. It finds every error of up
//! to three words.

/// How many words of a share are checksum.
pub(super) const CHECKSUM_WORDS: usize = 3;

// The generator polynomial's multiples, as SLIP-39 prints them.
const GENERATOR: [u32; 10] = [
    0x00e0_e040,
    0x01c1_c080,
    0x0383_8100,
    0x0707_0200,
    0x0e0e_0009,
    0x1c0c_2412,
    0x3808_6c24,
    0x3090_fc48,
    0x21b1_f890,
    0x03f3_f120,
];

/// Sets shares apart that an older reader, unaware of the extendable flag, would decrypt to another secret.
fn customisation(extendable: bool) -> &'static [u8] {
    if extendable { b"shamir_extendable" } else { b"shamir" }
}

fn polymod(extendable: bool, words: impl Iterator<Item = u16>) -> u32 {
    let prefix = customisation(extendable).iter().map(|&byte| u32::from(byte));
    prefix.chain(words.map(u32::from)).fold(1, |sum, value| {
        let top = sum >> 20;
        let shifted = (sum & 0xf_ffff) << 10 ^ value;
        (0..10).filter(|bit| top >> bit & 1 == 1).fold(shifted, |sum, bit| sum ^ GENERATOR[bit])
    })
}

/// Whether a whole share (10-bit words, checksum last) holds.
pub(super) fn holds(extendable: bool, words: &[u16]) -> bool {
    polymod(extendable, words.iter().copied()) == 1
}

/// The three words that make a share hold.
pub(super) fn checksum(extendable: bool, words: &[u16]) -> [u16; CHECKSUM_WORDS] {
    let sum = polymod(extendable, words.iter().copied().chain([0; CHECKSUM_WORDS])) ^ 1;
    [20, 10, 0].map(|shift| (sum >> shift & 0x3ff) as u16)
}
