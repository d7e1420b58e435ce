//! Which ceremony this is, above every page.

use crate::manifest::Heading;
use crate::text::{Catalog, clean};

/// What stands above every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The ceremony with its sequence, e.g. `bonded-validator-1`.
    pub ceremony: String,
    /// Who holds it.
    pub organisation: String,
    /// Whether simulated devices take part.
    pub rehearsal: bool,
    /// Whether the chain is a testnet.
    pub testnet: bool,
    /// The ceremony's folder, as the person named it; empty where there is none.
    pub folder: String,
    /// Whether a journal takes what happens: without one, no exception can be recorded.
    pub journal: bool,
    /// Whether the same call goes on after a stop; otherwise `resume` does.
    pub again: bool,
}

impl Header {
    /// As a ceremony's heading says.
    pub fn of(heading: &Heading) -> Self {
        Self {
            ceremony: format!("{}-{}", heading.id, heading.sequence),
            organisation: heading.organisation.clone(),
            rehearsal: heading.rehearsal,
            testnet: heading.testnet,
            folder: String::new(),
            journal: true,
            again: false,
        }
    }

    /// With the folder that the ceremony's files lie in.
    #[must_use]
    pub fn in_folder(self, folder: &str) -> Self {
        Self { folder: folder.to_owned(), ..self }
    }

    /// Where the same call goes on after a stop.
    #[must_use]
    pub fn gone_on_with_again(self) -> Self {
        Self { again: true, ..self }
    }

    /// Where no journal is kept.
    #[must_use]
    pub fn without_journal(self) -> Self {
        Self { journal: false, ..self }
    }

    /// Where a file of the ceremony lies, as the person would name it.
    pub fn path_of(&self, file: &str) -> String {
        if self.folder.is_empty() { file.to_owned() } else { format!("{}/{file}", self.folder) }
    }

    /// The ceremony and who holds it.
    pub fn line(&self) -> String {
        clean(&format!("{} · {}", self.ceremony, self.organisation))
    }

    /// The marks, as text: colour alone tells nothing to many.
    pub fn marks(&self, catalog: &Catalog) -> Vec<String> {
        let marks = [(self.rehearsal, "mark-rehearsal"), (self.testnet, "mark-testnet")];
        marks.into_iter().filter(|(holds, _)| *holds).map(|(_, id)| catalog.text(id)).collect()
    }
}
