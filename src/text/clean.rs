//! Text from files and devices, made safe to show.

use std::borrow::Cow;

/// Replaces what a terminal or a reader could be deceived with: control characters (C0, C1, DEL), bidirectional
/// controls, zero-width and other invisible characters become `\u{…}`. Everything else stays, Japanese included.
pub fn clean(text: &str) -> String {
    cleaned(text).into_owned()
}

/// The same, without a copy of what is harmless as it stands.
pub fn cleaned(text: &str) -> Cow<'_, str> {
    // Most of all text is printable ASCII, in which nothing deceives.
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) || !text.contains(deceives) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if deceives(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    Cow::Owned(out)
}

fn deceives(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_escape_sequence_is_shown_not_obeyed() {
        assert_eq!(clean("a\u{1b}]52;c;x\u{7}"), "a\\u{1b}]52;c;x\\u{7}");
    }

    #[test]
    fn bidi_and_invisible_characters_are_made_visible() {
        assert_eq!(clean("0x\u{202e}12\u{200b}"), "0x\\u{202e}12\\u{200b}");
    }

    proptest! {
        #[test]
        fn printable_ascii_and_japanese_stay(text in "[ -~ぁ-んァ-ヶ一-龠]*") {
            prop_assert_eq!(clean(&text), text.as_str());
            prop_assert!(matches!(cleaned(&text), Cow::Borrowed(_)));
        }

        #[test]
        fn nothing_that_deceives_is_left(text in any::<String>()) {
            prop_assert!(!clean(&text).chars().any(deceives));
        }
    }
}
