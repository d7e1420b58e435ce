//! The first addresses of published seeds without a passphrase, which tools and documents show as examples.

use super::Address;

/// Five addresses of each published seed, `m/44'/60'/0'/0/0` and on, in the order of the seeds: kept, because
/// stretching the seeds anew takes long, and made again by a test.
const LIST: &str = include_str!("test_addresses.txt");

/// Whether anyone can spend what this address holds: it is one of the first five of a published seed.
pub fn is_test_address(address: &Address) -> bool {
    let text = address.to_string();
    LIST.lines().any(|line| line == text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::test_seeds::{all, well_known};
    use crate::keys::{AddressPath, Secret, Seed};

    #[test]
    fn the_list_is_made_of_the_published_seeds() {
        let mut made = Vec::new();
        for (form, words) in all().chain(well_known()) {
            let seed = Seed::parse(form, &Secret::new(words.to_owned())).unwrap();
            let root = seed.open(&Secret::new(String::new())).unwrap();
            for index in 0..5 {
                let path = AddressPath::new(0, 0, index).unwrap();
                made.push(root.address(&path.indices()).unwrap());
            }
        }
        let lines: String = made.iter().map(|address| format!("{address}\n")).collect();
        assert_eq!(LIST, lines);
        assert!(made.iter().all(is_test_address));
        assert!(!is_test_address(&"0x00000000219ab540356cBB839Cbe05303d7705Fa".parse().unwrap()));
    }
}
