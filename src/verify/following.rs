//! The manifest that follows from plan and parts: made once, and held against the bytes that are there. Where these are its
//! one encoding, nothing of them needs to be read.

use memchr::memmem;
use serde::Deserialize;

use super::Bundle;
use super::carried::{self, Past};
use super::case::{Member, digests, read};
use crate::ceremony::manifest_of;
use crate::manifest::{ContractFile, Heading, Layout, Manifest, PartDigests, Tool, canonical};
use crate::plan::Linted;
use crate::text::{Message, Problem};

/// What the manifest alone tells: nothing here gives it.
#[derive(Deserialize)]
pub struct Told {
    /// Only whether it is a rehearsal is taken from it.
    pub ceremony: Heading,
    parts: Vec<PartDigests>,
    tool: Tool,
}

/// What follows from the plan and the parts.
pub struct Following {
    /// The parts of earlier ceremonies that the plan carries something from.
    pub earlier: Vec<Past>,
    made: Result<(Manifest, Vec<ContractFile>), Problem>,
}

/// The files of contracts that follow, and the manifest: none where it is the one that is there.
pub type Expected = Result<(Option<Manifest>, Vec<ContractFile>), Problem>;

impl Told {
    /// Without the rows; none where the file is no manifest in any encoding.
    pub fn of(bundle: &Bundle) -> Option<Self> {
        let bytes = bundle.get(Layout::MANIFEST)?;
        Self::behind_rows(&bytes).or_else(|| serde_json::from_slice(&bytes).ok())
    }

    /// The same of the one encoding, where the rows come first and are passed over. Within a text these signs would have a
    /// backslash among them. Of bytes in another encoding it may say anything: they are found not to be what follows from it.
    fn behind_rows(bytes: &[u8]) -> Option<Self> {
        let rest = &bytes[memmem::find(bytes, b"],\"ceremony\":{")? + 1..];
        serde_json::from_slice(&[b"{", &rest[1..]].concat()).ok()
    }
}

impl Following {
    /// Makes it.
    pub fn of(bundle: &Bundle, plan: &Linted, members: &[Member], told: &Told) -> Self {
        let heading = Heading::of(plan, told.ceremony.rehearsal);
        let earlier = carried::read(bundle, plan, &heading);
        let digests: Vec<_> = members.iter().map(|member| digests(bundle, &told.parts, member)).collect();
        let parts: Vec<_> = members.iter().map(|member| &*member.part).zip(&digests).collect();
        let carried = earlier.iter().filter_map(|it| it.earlier.as_ref().ok());
        let carried: Vec<_> = carried.map(|earlier| earlier.digests.clone()).collect();
        let made = manifest_of(plan, &heading, &told.tool, &parts, &carried);
        Self { earlier, made }
    }

    /// The manifest that is there, with what is expected beside it.
    pub fn read(bundle: &Bundle, made: Self) -> (Result<Manifest, Message>, Expected, Vec<Past>) {
        let Self { earlier, made } = made;
        let is_there = |manifest: &Manifest| {
            bundle.open(Layout::MANIFEST).is_some_and(|there| canonical::encodes(manifest, there))
        };
        match made {
            Ok((manifest, contracts)) if is_there(&manifest) => {
                (Ok(manifest), Ok((None, contracts)), earlier)
            }
            Ok((made, contracts)) => {
                let manifest = read::<Manifest>(bundle, Layout::MANIFEST);
                let other = manifest.as_ref().is_ok_and(|manifest| *manifest != made);
                (manifest, Ok((other.then_some(made), contracts)), earlier)
            }
            Err(problem) => (read(bundle, Layout::MANIFEST), Err(problem), earlier),
        }
    }
}
