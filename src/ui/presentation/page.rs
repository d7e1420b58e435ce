//! A page: what a face shows, without a thought of how.

use super::Fact;

/// What a person reads at one moment of a ceremony.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What this is.
    pub title: String,
    /// What happens now and who does it, in one sentence.
    pub now: String,
    /// What to look at, what to compare with what, what to beware of.
    pub paragraphs: Vec<String>,
    /// What is compared, in full.
    pub facts: Vec<Fact>,
    /// What comes next, as a whole sentence.
    pub next: Option<String>,
}

impl Page {
    /// The page in lines that are not broken, for faces whose reader breaks them.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.title.clone()];
        lines.extend((!self.now.is_empty()).then(|| self.now.clone()));
        lines.extend(self.paragraphs.iter().cloned());
        lines.extend(self.facts.iter().flat_map(Fact::lines));
        lines.extend(self.next.clone());
        lines
    }
}
