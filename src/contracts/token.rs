//! Push or pull, by what a split will divide: some tokens do not go with every version and kind.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Kind;
use crate::text::Problem;

/// What is true of a token.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Token {
    symbol: String,
    #[serde(default)]
    rebasing: bool,
    wrapped: Option<String>,
    #[serde(default)]
    blocklist: bool,
    #[serde(default)]
    no_answer_on: Vec<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    token: Vec<Token>,
}

static TOKENS: LazyLock<Vec<Token>> = LazyLock::new(|| {
    let table: Table =
        toml::from_str(include_str!("data/tokens.toml")).expect("the file built in is read by a test below");
    table.token
});

/// Why a token does not go with a split, or may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Pull splits and those of version 1 book amounts, and this token's change by themselves.
    Rebasing {
        /// The token.
        token: String,
        /// The form of it that stays.
        wrapped: String,
    },
    /// A pull split of 2.0 or 2.1 cannot hand it to the warehouse: it stays where it is for ever, unless an owner moves it.
    Stuck(String),
    /// A push split sends to all at once, so that one recipient that the issuer blocks stops every distribution.
    Blocklist(String),
    /// Nothing is known of it here.
    Unknown(String),
}

/// What to know before a split of this version and kind divides this token on these chains.
pub fn advice(symbol: &str, version: &str, kind: Kind, chains: &[u64]) -> Option<Advice> {
    let Some(token) = TOKENS.iter().find(|token| token.symbol == symbol) else {
        return Some(Advice::Unknown(symbol.to_owned()));
    };
    let books = kind == Kind::Pull || version == "1";
    let symbol = || symbol.to_owned();
    if token.rebasing && books {
        let wrapped = token.wrapped.clone().unwrap_or_default();
        return Some(Advice::Rebasing { token: symbol(), wrapped });
    }
    let answers_nothing = token.no_answer_on.iter().any(|chain| chains.contains(chain));
    if answers_nothing && kind == Kind::Pull && matches!(version, "2.0" | "2.1") {
        return Some(Advice::Stuck(symbol()));
    }
    (token.blocklist && !books).then(|| Advice::Blocklist(symbol()))
}

impl Advice {
    /// As a finding with cause and remedy.
    pub fn problem(&self) -> Problem {
        let known = || TOKENS.iter().map(|token| token.symbol.as_str()).collect::<Vec<_>>().join(", ");
        match self {
            Self::Rebasing { token, wrapped } => {
                Problem::finding("pays-rebasing").with("token", token).with("wrapped", wrapped)
            }
            Self::Stuck(token) => Problem::finding("pays-stuck").with("token", token),
            Self::Blocklist(token) => Problem::finding("pays-blocklist").with("token", token),
            Self::Unknown(token) => {
                Problem::finding("pays-unknown").with("token", token).with("known", known())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_that_rebases_has_a_form_that_is_known_not_to() {
        for token in TOKENS.iter().filter(|token| token.rebasing) {
            let wrapped = token.wrapped.as_deref().unwrap();
            assert!(TOKENS.iter().any(|other| other.symbol == wrapped && !other.rebasing), "{wrapped}");
        }
    }

    #[test]
    fn a_rebasing_token_is_pushed_or_wrapped() {
        let rebasing = Some(Advice::Rebasing { token: "stETH".to_owned(), wrapped: "wstETH".to_owned() });
        assert_eq!(advice("stETH", "2.2", Kind::Pull, &[1]), rebasing);
        assert_eq!(advice("stETH", "1", Kind::Pull, &[1]), rebasing);
        assert_eq!(advice("stETH", "2.2", Kind::Push, &[1]), None);
        assert_eq!(advice("wstETH", "2.2", Kind::Pull, &[1]), None);
        assert_eq!(advice("ETH", "2.2", Kind::Pull, &[1]), None);
    }

    #[test]
    fn mainnet_s_usdt_stays_in_old_pull_splits() {
        let stuck = Some(Advice::Stuck("USDT".to_owned()));
        for version in ["2.0", "2.1"] {
            assert_eq!(advice("USDT", version, Kind::Pull, &[10, 1]), stuck);
            assert_eq!(advice("USDT", version, Kind::Pull, &[10]), None);
        }
        assert_eq!(advice("USDT", "2.2", Kind::Pull, &[1]), None);
        assert_eq!(advice("USDT", "2.2", Kind::Push, &[1]), Some(Advice::Blocklist("USDT".to_owned())));
    }

    #[test]
    fn of_an_unknown_token_nothing_is_said_but_that() {
        assert_eq!(advice("usdt", "2.2", Kind::Push, &[1]), Some(Advice::Unknown("usdt".to_owned())));
    }
}
