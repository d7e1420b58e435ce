//! What a person writes when something did not go as planned.

use crate::manifest::Exception;
use crate::text::Problem;

/// The most characters of one line of an exception.
pub const EXCEPTION_MAX: usize = 200;

/// The ids of the labels of an exception's lines, in the order in which they are asked.
pub const EXCEPTION_LABELS: [&str; 3] = ["exception-expected", "exception-happened", "exception-decided"];

/// Takes what was expected, what happened and what was decided. The step is filled in by the ceremony.
///
/// # Errors
/// As [`line`].
pub fn exception([expected, happened, decided]: [&str; 3]) -> Result<Exception, Problem> {
    Ok(Exception {
        expected: line(expected)?,
        happened: line(happened)?,
        decided: line(decided)?,
        step: String::new(),
    })
}

/// Takes one line of an exception, without the spaces around it.
///
/// # Errors
/// It is empty, longer than [`EXCEPTION_MAX`], or has a character that is not printable ASCII: the sealed file that
/// holds it has no other.
pub fn line(text: &str) -> Result<String, Problem> {
    let text = text.trim();
    if text.is_empty() {
        Err(Problem::unusable("exception-empty"))
    } else if !text.chars().all(takes) {
        Err(Problem::unusable("exception-characters"))
    } else if text.len() > EXCEPTION_MAX {
        Err(Problem::unusable("exception-too-long").with("most", EXCEPTION_MAX))
    } else {
        Ok(text.to_owned())
    }
}

/// Whether a line of an exception may have this character.
pub fn takes(c: char) -> bool {
    matches!(c, ' '..='~')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::manifest::canonical;

    fn refused(text: &str) -> String {
        line(text).unwrap_err().id().to_owned()
    }

    #[test]
    fn empty_long_and_strange_lines_are_refused() {
        assert_eq!(refused("  "), "exception-empty");
        assert_eq!(refused("a\u{1b}[2Jb"), "exception-characters");
        assert_eq!(refused("a\u{202e}b"), "exception-characters");
        assert_eq!(refused("例外"), "exception-characters");
        assert_eq!(refused(&"a".repeat(EXCEPTION_MAX + 1)), "exception-too-long");
        assert_eq!(line(" the cable fell out "), Ok("the cable fell out".to_owned()));
    }

    proptest! {
        #[test]
        fn what_is_taken_can_be_sealed(text in any::<String>()) {
            if let Ok(exception) = exception([&text, &text, &text]) {
                prop_assert!(canonical::to_bytes(&exception).is_ok());
            }
        }
    }
}
