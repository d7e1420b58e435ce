//! The messages of one language.

use std::str::FromStr;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Arg, Message, clean};

/// A language Gishiki speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// English.
    En,
    /// Japanese.
    Ja,
}

impl Lang {
    /// The language's code: `en`, `ja`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ja => "ja",
        }
    }

    /// The language of a POSIX locale such as `ja_JP.UTF-8`; English where it says nothing we speak.
    pub fn of_locale(locale: &str) -> Self {
        if locale.starts_with("ja") { Self::Ja } else { Self::En }
    }
}

impl FromStr for Lang {
    type Err = ();

    fn from_str(s: &str) -> Result<Self, ()> {
        match s {
            "en" => Ok(Self::En),
            "ja" => Ok(Self::Ja),
            _ => Err(()),
        }
    }
}

/// One Fluent file a room, named alike in both languages.
macro_rules! resources {
    ($lang:literal) => {
        [
            include_str!(concat!($lang, "/house.ftl")),
            include_str!(concat!($lang, "/keys.ftl")),
            include_str!(concat!($lang, "/contracts.ftl")),
            include_str!(concat!($lang, "/codes.ftl")),
            include_str!(concat!($lang, "/plan.ftl")),
            include_str!(concat!($lang, "/manifest.ftl")),
            include_str!(concat!($lang, "/device.ftl")),
            include_str!(concat!($lang, "/ceremony.ftl")),
            include_str!(concat!($lang, "/verify.ftl")),
            include_str!(concat!($lang, "/export.ftl")),
            include_str!(concat!($lang, "/host.ftl")),
            include_str!(concat!($lang, "/ui.ftl")),
            include_str!(concat!($lang, "/cli.ftl")),
        ]
    };
}

const EN_RESOURCES: [&str; 13] = resources!("en");
const JA_RESOURCES: [&str; 13] = resources!("ja");

/// All messages of one language, read when the first of them is said.
pub struct Catalog {
    lang: Lang,
    bundle: LazyLock<FluentBundle<FluentResource>, Reader>,
}

/// Reads the messages of a language.
type Reader = Box<dyn FnOnce() -> FluentBundle<FluentResource> + Send>;

impl Catalog {
    /// The messages built into the binary.
    pub fn new(lang: Lang) -> Self {
        Self { lang, bundle: LazyLock::new(Box::new(move || Self::read(lang))) }
    }

    fn read(lang: Lang) -> FluentBundle<FluentResource> {
        let resources = match lang {
            Lang::En => EN_RESOURCES,
            Lang::Ja => JA_RESOURCES,
        };
        // The identifier only chooses plural rules; both codes are well formed.
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks are bidi controls: invisible, and they break alignment and copying.
        bundle.set_use_isolating(false);
        for source in resources {
            // Both failures are refused by the tests below, for the very bytes built in here.
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
            let _ = bundle.add_resource(resource);
        }
        bundle
    }

    /// The language of this catalog.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Says a message; its text arguments are cleaned first. An unknown id is said as itself.
    pub fn say(&self, message: &Message) -> String {
        let Some(pattern) = self.bundle.get_message(message.id()).and_then(|m| m.value()) else {
            return clean(message.id());
        };
        let mut args = FluentArgs::new();
        for (name, value) in message.args() {
            let value = match value {
                Arg::Text(text) => FluentValue::from(clean(text)),
                Arg::Count(count) => FluentValue::from(*count),
            };
            args.set(*name, value);
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// Says a message without arguments.
    pub fn text(&self, id: &'static str) -> String {
        self.say(&Message::new(id))
    }

    /// Whether the catalog holds this id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_bundle::FluentResource;

    use super::*;

    /// Every message id with the names of its arguments, from the source text.
    fn ids(resources: &[&str]) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        for source in resources {
            FluentResource::try_new((*source).to_owned()).expect("valid Fluent");
            let mut current = String::new();
            for line in source.lines() {
                if let Some((id, _)) = line.split_once(" =")
                    && line.starts_with(|c: char| c.is_ascii_alphabetic())
                {
                    current = id.to_owned();
                    assert!(ids.insert(current.clone()), "{id} stands twice");
                }
                for name in line.split('$').skip(1) {
                    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
                    ids.insert(format!("{current} ${}", &name[..end.unwrap_or(name.len())]));
                }
            }
        }
        ids
    }

    #[test]
    fn both_languages_hold_the_same_messages_with_the_same_arguments() {
        let (en, ja) = (ids(&EN_RESOURCES), ids(&JA_RESOURCES));
        assert_eq!(en.difference(&ja).collect::<Vec<_>>(), Vec::<&String>::new(), "only in English");
        assert_eq!(ja.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "only in Japanese");
    }

    #[test]
    fn every_problem_has_a_cause_and_a_remedy() {
        for id in ids(&EN_RESOURCES) {
            let pair = match id.split_once('-') {
                Some(("err", rest)) => format!("rec-{rest}"),
                Some(("rec", rest)) => format!("err-{rest}"),
                _ => continue,
            };
            if !pair.contains(" $") {
                assert!(Catalog::new(Lang::En).has(&pair), "{pair} is missing");
            }
        }
    }

    #[test]
    fn an_argument_from_outside_is_cleaned() {
        let message = Message::new("err-file-unreadable").with("file", "a\u{1b}[2Jb").with("reason", "x");
        let said = Catalog::new(Lang::En).say(&message);
        assert!(!said.contains('\u{1b}'), "{said}");
    }
}
