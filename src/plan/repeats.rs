//! Whether anything stands twice among a hundred thousand things, without keeping them: mostly nothing does.

use std::hash::{BuildHasher, Hash, Hasher, RandomState};

/// Whether two of these may be equal. Never false where two are; true by chance about once in a billion plans, and then whoever
/// asked looks closer.
pub fn may_repeat<T: Hash>(items: impl Iterator<Item = T>) -> bool {
    let hasher = RandomState::new();
    let mut hashes: Vec<_> = items.map(|item| hasher.hash_one(item)).collect();
    hashes.sort_unstable();
    hashes.windows(2).any(|two| two[0] == two[1])
}

/// A text whose ASCII letters hash alike in either case.
pub struct AnyCase<'t>(pub &'t str);

impl Hash for AnyCase<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for part in self.0.as_bytes().chunks(64) {
            let mut lower = [0; 64];
            lower[..part.len()].copy_from_slice(part);
            lower.make_ascii_lowercase();
            state.write(&lower[..part.len()]);
        }
        state.write_u8(0xff);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_stands_twice_is_always_noticed(items: Vec<u8>, again: prop::sample::Index) {
            let distinct = items.iter().collect::<BTreeSet<_>>().len() == items.len();
            prop_assert_eq!(may_repeat(items.iter()), !distinct);
            if !items.is_empty() {
                prop_assert!(may_repeat(items.iter().chain([again.get(&items)])));
            }
        }

        #[test]
        fn texts_repeat_whatever_their_case(text in "[ -~]{0,150}", other in "[ -~]{0,150}") {
            let (upper, lower) = (text.to_ascii_uppercase(), text.to_ascii_lowercase());
            prop_assert!(may_repeat([&upper, &lower].into_iter().map(|it| AnyCase(it))));
            let same = other.eq_ignore_ascii_case(&text);
            prop_assert_eq!(may_repeat([&text, &other].into_iter().map(|it| AnyCase(it))), same);
        }
    }
}
