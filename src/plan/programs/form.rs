//! Forms of paths: `a'/c/i`, where each of the three is a number, or a letter for any within bounds.

use serde::{Deserialize, Deserializer, de};

use crate::keys::AddressPath;

/// `a'/c/i` as the data file writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    text: String,
    parts: [Option<u32>; 3],
}

impl<'de> Deserialize<'de> for Form {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let parts = parts(&text).ok_or_else(|| de::Error::custom("not of the form a'/c/i"))?;
        Ok(Self { text, parts })
    }
}

fn parts(text: &str) -> Option<[Option<u32>; 3]> {
    let [account, change, index] = text.split('/').collect::<Vec<_>>()[..] else { return None };
    let part = |text: &str| match text.as_bytes() {
        [letter] if letter.is_ascii_lowercase() => Some(None),
        _ => text.parse().ok().map(Some),
    };
    Some([part(account.strip_suffix('\'')?)?, part(change)?, part(index)?])
}

impl Form {
    /// The numbers in the letters' places, in order; none where a fixed number differs.
    pub fn letters(&self, path: AddressPath) -> Option<Vec<u32>> {
        let numbers = [path.account(), path.change(), path.index()];
        let pairs = || self.parts.iter().zip(numbers);
        let fits = pairs().all(|(part, number)| part.is_none_or(|fixed| fixed == number));
        fits.then(|| pairs().filter(|(part, _)| part.is_none()).map(|(_, number)| number).collect())
    }

    /// Whether it stands for every path.
    #[cfg(test)]
    pub fn is_any(&self) -> bool {
        self.parts == [None; 3]
    }

    /// It, written whole.
    pub fn whole(&self) -> String {
        format!("m/44'/60'/{}", self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_three_numbers_or_letters() {
        assert_eq!(parts("0'/0/i"), Some([Some(0), Some(0), None]));
        assert_eq!(parts("a'/c/i"), Some([None; 3]));
        for wrong in ["", "0'/0", "0/0/0", "0'/0/0/0", "A'/0/0", "0'/0/ii", "0'/-1/0"] {
            assert_eq!(parts(wrong), None, "{wrong}");
        }
    }
}
