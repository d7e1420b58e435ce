//! Text broken into lines by the columns it takes on a terminal, where Japanese characters take two.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns that a text takes on a terminal.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// Breaks a text at its spaces, and between Japanese characters but for the marks that must not begin or end a line.
/// A word wider than a line is broken where the line is full.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let fits = |line: &String| columns(line) + columns(piece.trim_end()) <= width;
        if !lines.last().is_some_and(fits) && lines.last().is_some_and(|line| !line.is_empty()) {
            lines.push(String::new());
        }
        let mut parts = chunks(&piece, width).into_iter();
        if let (Some(line), Some(first)) = (lines.last_mut(), parts.next()) {
            line.push_str(&first);
        }
        lines.extend(parts);
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Breaks a text wherever a line is full, so that every character of it, spaces too, is seen in its place.
pub fn chunks(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for c in text.chars() {
        let full = |line: &String| !line.is_empty() && columns(line) + c.width().unwrap_or(0) > width;
        if lines.last().is_some_and(full) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(c);
        }
    }
    lines
}

/// A text filled up with spaces to a number of columns.
pub fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// A text cut to a number of columns (at least 3), with an ellipsis where something is left out. Never for what is compared.
pub fn cut(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let head = chunks(text, width.saturating_sub(1)).into_iter().next().unwrap_or_default();
    format!("{head}…")
}

/// What stays together on a line.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before = None;
    for c in text.chars() {
        match (pieces.last_mut(), before) {
            (Some(piece), Some(before)) if !may_break(before, c) => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        before = Some(c);
    }
    pieces
}

fn may_break(before: char, after: char) -> bool {
    const NEVER_FIRST: &str =
        "、。，．・：；？！」』）］｝〉》】〕”’ー々…ぁぃぅぇぉっゃゅょァィゥェォッャュョ)]},.:;?!";
    const NEVER_LAST: &str = "「『（［｛〈《【〔“‘([{";
    let wide = |c: char| c.width() == Some(2);
    if before == ' ' || after == ' ' {
        return after != ' ';
    }
    (wide(before) || wide(after)) && !NEVER_FIRST.contains(after) && !NEVER_LAST.contains(before)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn english_breaks_at_spaces() {
        assert_eq!(
            wrap("Compare every group, and the path.", 14),
            ["Compare every", "group, and the", "path."]
        );
    }

    #[test]
    fn japanese_breaks_between_characters_but_not_before_a_full_stop() {
        assert_eq!(wrap("見比べてください。", 16), ["見比べてくださ", "い。"]);
        assert_eq!(wrap("「署名」です", 5), ["「署", "名」", "です"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken() {
        assert_eq!(wrap("see 0123456789 now", 6), ["see", "012345", "6789", "now"]);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_and_no_letter_is_lost(text in "[a-z あ-ん。、「」]{0,80}", width in 6_usize..30) {
            let lines = wrap(&text, width);
            prop_assert!(lines.iter().all(|line| columns(line) <= width), "{lines:?}");
            let letters = |text: &str| text.replace(' ', "");
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }

        #[test]
        fn chunks_keep_every_character(text in "[ -~あ-ん]{0,80}", width in 2_usize..30) {
            let lines = chunks(&text, width);
            prop_assert!(lines.iter().all(|line| columns(line) <= width));
            prop_assert_eq!(lines.concat(), text);
        }

        #[test]
        fn what_is_cut_fits(text in "[ -~あ-ん]{0,80}", width in 3_usize..30) {
            prop_assert!(columns(&cut(&text, width)) <= width);
        }
    }
}
