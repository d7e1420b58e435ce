//! What the linter warns of in a plan, and what the plan accepts: read before anything begins.

use super::Page;
use crate::plan::{Finding, Linted};
use crate::text::{Catalog, Message};

/// The warnings of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Briefing {
    warnings: Vec<Finding>,
    accepted: Vec<(Finding, String)>,
}

impl Briefing {
    /// Takes what was found out of a plan.
    pub fn of(plan: &Linted) -> Self {
        Self { warnings: plan.warnings().to_vec(), accepted: plan.accepted_warnings().to_vec() }
    }

    /// Each finding as one sentence after the other: lint, line, cause and remedy; the accepted ones with their reason.
    pub fn lines(&self, catalog: &Catalog) -> Vec<String> {
        let say = |id: &'static str, finding: &Finding, then: String| {
            let message = Message::new(id)
                .with("lint", finding.lint)
                .with("line", finding.at.line)
                .with("cause", catalog.say(&finding.cause()))
                .with("then", then);
            catalog.say(&message)
        };
        let warnings = self.warnings.iter();
        let mut lines: Vec<String> =
            warnings.map(|it| say("briefing-warning", it, catalog.say(&it.remedy()))).collect();
        lines.extend(self.accepted.iter().map(|(it, reason)| {
            say("briefing-accepted", it, catalog.say(&Message::new("check-reason").with("reason", reason)))
        }));
        lines
    }

    /// The page that is read to its end before a ceremony begins.
    pub fn page(&self, catalog: &Catalog) -> Page {
        let counts = Message::new("briefing-now")
            .count("warnings", self.warnings.len())
            .count("accepted", self.accepted.len());
        let next = Message::new("page-next").with("next", catalog.text("briefing-next"));
        Page {
            title: catalog.text("briefing-title"),
            now: catalog.say(&counts),
            paragraphs: self.lines(catalog),
            facts: Vec::new(),
            next: Some(catalog.say(&next)),
        }
    }
}
