//! How far along a run is, in one line.

use super::wrap::{columns, cut};
use crate::ceremony::Progress;
use crate::text::{Catalog, Message};

/// The counts of a run, with the one that is worked on now: `member-1 (1/3) · wallet 2/4 · …`.
/// Empty before the first count.
pub fn progress(catalog: &Catalog, told: &Progress) -> String {
    progress_in(catalog, told, usize::MAX)
}

/// The same in at most `width` columns. Counts are never cut; the member's name gives way.
pub fn progress_in(catalog: &Catalog, progress: &Progress, width: usize) -> String {
    if *progress == Progress::default() {
        return String::new();
    }
    let counts = counts(catalog, progress);
    let who = catalog.say(&who(progress));
    let room = width.saturating_sub(columns(&counts));
    format!("{}{counts}", cut(&who, room))
}

fn counts(catalog: &Catalog, progress: &Progress) -> String {
    let mut parts = Vec::new();
    if !progress.member.is_empty() {
        let (at, all) = current(progress.members);
        parts.push(Message::new("progress-members").with("at", at).with("all", all));
    }
    let counts = [
        ("progress-wallets", current(progress.wallets)),
        ("progress-addresses", current(progress.addresses)),
        ("progress-signatures", progress.signatures),
    ];
    let counted = counts.into_iter().filter(|(_, (_, all))| *all > 0);
    parts.extend(counted.map(|(id, (at, all))| Message::new(id).with("at", at).with("all", all)));
    if progress.exceptions > 0 {
        parts.push(Message::new("progress-exceptions").count("count", progress.exceptions));
    }
    parts.iter().map(|part| format!(" · {}", catalog.say(part))).collect()
}

fn who(progress: &Progress) -> Message {
    if progress.member.is_empty() {
        return Message::new("progress-team");
    }
    Message::new("progress-member").with("member", &progress.member)
}

/// The one that is worked on, where so many are done.
fn current((done, all): (usize, usize)) -> (usize, usize) {
    ((done + 1).min(all), all)
}
