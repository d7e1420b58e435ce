//! The session cache of protocol v1 (trezor-firmware core/src/storage/cache_codec.py).

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::halt::Halt;
use crate::keys::Root;

const SESSIONS: usize = 10;

/// A session's id: 32 bytes.
pub(super) type Id = [u8; 32];

#[derive(Default)]
struct Slot {
    id: Option<Id>,
    last_usage: u64,
    root: Option<Arc<Root>>,
}

/// Ten sessions, the least recently used of which gives way.
pub(super) struct Sessions {
    slots: [Slot; SESSIONS],
    active: Option<usize>,
    usage: u64,
    /// Where the firmware draws an id at random, this one follows from the device, its entropy and a count.
    device: String,
    ids: u64,
}

impl Sessions {
    pub(super) fn new(device_id: &str, entropy: [u8; 16]) -> Self {
        let device = format!("{device_id} {}", hex::encode(entropy));
        Self { slots: Default::default(), active: None, usage: 0, device, ids: 0 }
    }

    /// Resumes a session that is known, else silently starts another; tells which one it is.
    pub(super) fn start(&mut self, asked: Option<&[u8]>) -> Id {
        self.usage += 1;
        let known = asked.and_then(|asked| {
            self.slots.iter().position(|slot| slot.id.as_ref().is_some_and(|id| id.as_slice() == asked))
        });
        let position = known.unwrap_or_else(|| {
            let position = self.least_recently_used();
            self.slots[position] = Slot { id: Some(self.next_id()), ..Default::default() };
            position
        });
        self.active = Some(position);
        let slot = &mut self.slots[position];
        slot.last_usage = self.usage;
        slot.id.unwrap_or_default()
    }

    /// The root of the active session's wallet, once derived.
    pub(super) fn root(&mut self) -> Result<&mut Option<Arc<Root>>, Halt> {
        let position = self.active.ok_or_else(Halt::invalid_session)?;
        Ok(&mut self.slots[position].root)
    }

    /// Forgets the active session; without one, nothing happens.
    pub(super) fn end(&mut self) {
        if let Some(position) = self.active.take() {
            self.slots[position] = Slot::default();
        }
    }

    /// Forgets all of them.
    pub(super) fn clear(&mut self) {
        self.slots = Default::default();
        self.active = None;
    }

    fn least_recently_used(&self) -> usize {
        // The first of the smallest, as the firmware's loop finds it.
        (0..SESSIONS).min_by_key(|&position| self.slots[position].last_usage).unwrap_or(0)
    }

    fn next_id(&mut self) -> Id {
        self.ids += 1;
        let name = format!("simulated session {} of {}", self.ids, self.device);
        Sha256::digest(name).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eleventh_takes_the_place_of_the_one_used_longest_ago() {
        let mut sessions = Sessions::new("A", [0; 16]);
        let ids: Vec<Id> = (0..10).map(|_| sessions.start(None)).collect();
        assert_eq!(sessions.start(Some(&ids[0])), ids[0], "the first is used again");
        sessions.start(None);
        assert_eq!(sessions.start(Some(&ids[0])), ids[0]);
        assert_ne!(sessions.start(Some(&ids[1])), ids[1]);
    }

    #[test]
    fn ids_differ_between_sessions_and_devices_and_repeat_between_runs() {
        let ids = |device: &str, entropy: u8| {
            let mut sessions = Sessions::new(device, [entropy; 16]);
            [sessions.start(None), sessions.start(None)]
        };
        assert_eq!(ids("A", 0), ids("A", 0));
        assert_ne!(ids("A", 0)[0], ids("A", 0)[1]);
        assert_ne!(ids("A", 0)[0], ids("B", 0)[0]);
        assert_ne!(ids("A", 0)[0], ids("A", 1)[0]);
    }

    #[test]
    fn an_id_of_another_length_is_no_id() {
        let mut sessions = Sessions::new("A", [0; 16]);
        let first = sessions.start(None);
        assert_ne!(sessions.start(Some(&first[..31])), first);
        assert_ne!(sessions.start(Some(&[])), first);
    }
}
