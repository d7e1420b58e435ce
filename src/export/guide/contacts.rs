//! The contacts to type, each with its code.

use super::Guide;
use crate::export::labels::Contact;
use crate::export::paper::Card;
use crate::text::{Message, Problem};

impl Guide<'_> {
    /// Contracts, others' addresses, and the keys: which of these are contacts depends on whose profile it is.
    pub(super) fn contact_pages(&self) -> Result<String, Problem> {
        let mut pages = String::new();
        for (kind, heading) in [
            ("contract", "guide-contacts-contracts"),
            ("external", "guide-contacts-externals"),
            ("key", "guide-contacts-keys"),
        ] {
            let of_kind = self.contacts.iter().filter(|it| it.kind == kind);
            let cards: Vec<_> = of_kind.map(|it| self.card(it)).collect();
            if !cards.is_empty() {
                pages += &self.paper.cards("contacts", &self.paper.catalog.text(heading), &cards)?;
            }
        }
        Ok(pages)
    }

    fn card(&self, contact: &Contact) -> Card {
        let chains: Vec<_> = contact.chains.iter().map(u64::to_string).collect();
        let chains = Message::new("qr-sheet-chains").with("chains", chains.join(", "));
        let mut lines = vec![self.paper.catalog.say(&chains), contact.role.clone()];
        if !contact.path.is_empty() {
            lines.push(contact.path.clone());
        }
        Card { address: contact.address, name: contact.name.clone(), lines }
    }
}
