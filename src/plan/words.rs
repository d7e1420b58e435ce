//! Words in names and labels, however they are joined there.

/// The words of a name in lower case: `SSV_ClusterOwner 2` is `ssv`, `cluster`, `owner`, `2`.
fn words(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for (at, &c) in chars.iter().enumerate() {
        if !c.is_alphanumeric() {
            open = false;
            continue;
        }
        let before = at.checked_sub(1).map(|at| chars[at]);
        if !open || before.is_some_and(|before| begins(before, c, chars.get(at + 1))) {
            words.push(String::new());
        }
        open = true;
        if let Some(word) = words.last_mut() {
            word.extend(c.to_lowercase());
        }
    }
    words
}

/// Whether a word begins between two characters that touch: at a capital, or between letters and digits.
fn begins(before: char, c: char, after: Option<&char>) -> bool {
    let capital = c.is_uppercase() && (before.is_lowercase() || after.is_some_and(|it| it.is_lowercase()));
    capital || before.is_numeric() != c.is_numeric()
}

/// What some texts say, each by itself.
pub struct Said(Vec<Vec<String>>);

impl Said {
    /// The words of each.
    pub fn of(texts: &[&str]) -> Self {
        Self(texts.iter().map(|text| words(text)).collect())
    }

    /// Whether one of them says a phrase, given in lower case without spaces: as whole words, joined in whatever way.
    pub fn says(&self, phrase: &str) -> bool {
        self.0.iter().any(|words| (0..words.len()).any(|from| begin_with(&words[from..], phrase)))
    }
}

fn begin_with(words: &[String], phrase: &str) -> bool {
    let left = words.first().and_then(|word| phrase.strip_prefix(word.as_str()));
    phrase.is_empty() || left.is_some_and(|left| begin_with(&words[1..], left))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn says(text: &str, phrase: &str) -> bool {
        Said::of(&["other", text]).says(phrase)
    }

    #[test]
    fn words_are_found_however_they_are_joined() {
        assert_eq!(words("SSV_ClusterOwner 2"), ["ssv", "cluster", "owner", "2"]);
        assert_eq!(words("SSVCluster1"), ["ssv", "cluster", "1"]);
        assert_eq!(words("HW - RocketPool Ops"), ["hw", "rocket", "pool", "ops"]);
        for text in
            ["RocketPool", "rocket-pool-ops", "HW Rocket Pool", "ROCKETPOOL", "rocketpool", "my-rocketPool2"]
        {
            assert!(says(text, "rocketpool"), "{text}");
        }
        for text in ["", "rocket", "pool rocket", "rocket x pool", "sprocketpool", "rocketpools"] {
            assert!(!says(text, "rocketpool"), "{text}");
        }
        assert!(!says("passv", "ssv") && !says("Individual", "diva") && !says("Divan", "diva"));
        assert!(says("Safe-managed", "safemanaged") && says("managed by Safe", "managedbysafe"));
        assert!(says("team team funds", "teamfunds"), "a false start does not hide what follows");
    }

    proptest! {
        #[test]
        fn a_word_between_other_words_is_found_and_a_longer_one_is_not(
            before in "[a-z]{0,5}", word in "[a-z]{2,8}", after in "[a-z]{0,5}"
        ) {
            let apart = format!("{before} {word}-{after}");
            prop_assert!(says(&apart, &word));
            let joined = format!("{word}x");
            prop_assert!(!says(&joined, &word));
        }
    }
}
