//! How far along a run is, in one line.

use crate::ceremony::Progress;
use crate::text::{Catalog, Message};

/// The counts of a run, with the one that is worked on now: `member-1 (1 of 3) · wallet 2 of 4 · …`.
/// Empty before the first count.
pub fn progress(catalog: &Catalog, progress: &Progress) -> String {
    if *progress == Progress::default() {
        return String::new();
    }
    let mut parts = vec![who(progress)];
    // Early in the line, so that a narrow screen cuts something else.
    if progress.exceptions > 0 {
        parts.push(Message::new("progress-exceptions").count("count", progress.exceptions));
    }
    let counts = [
        ("progress-wallets", current(progress.wallets)),
        ("progress-addresses", current(progress.addresses)),
        ("progress-signatures", progress.signatures),
    ];
    let counted = counts.into_iter().filter(|(_, (_, all))| *all > 0);
    parts.extend(counted.map(|(id, (at, all))| Message::new(id).with("at", at).with("all", all)));
    parts.iter().map(|part| catalog.say(part)).collect::<Vec<_>>().join(" · ")
}

fn who(progress: &Progress) -> Message {
    if progress.member.is_empty() {
        return Message::new("progress-team");
    }
    let (at, all) = current(progress.members);
    Message::new("progress-member").with("member", &progress.member).with("at", at).with("all", all)
}

/// The one that is worked on, where so many are done.
fn current((done, all): (usize, usize)) -> (usize, usize) {
    ((done + 1).min(all), all)
}
