//! Parts of earlier ceremonies that this one's manifest has rows from: brought along, and checked as an auditor would.

use std::collections::{BTreeMap, BTreeSet};

use crate::ceremony::files::{optional, required};
use crate::journal::Storage;
use crate::keys::{Digest, Signature};
use crate::manifest::{
    CarriedDigests, Heading, KeptAccount, Layout, Part, PartAddress, PartWallet, Previous, Sealed, Statement,
    StatementKind, canonical,
};
use crate::plan::{CarriedPart, Plan, Role, Wallet};
use crate::text::Problem;

/// An earlier part that holds for what is carried from it.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// The part.
    pub part: Part,
    /// The digests of its files.
    pub digests: CarriedDigests,
}

/// Why an earlier part does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What is wrong: `missing`, `form`, `heading`, `wallet`, `typed`, `row`, `statement`, `signature`, `sealed` or `kept`; the
    /// catalogs know each.
    pub kind: &'static str,
    /// The file, wallet or role that it is about.
    pub name: String,
}

fn flaw<T: Into<String>>(kind: &'static str, name: T) -> Flaw {
    Flaw { kind, name: name.into() }
}

/// Checks an earlier part with its statements and signatures: it is of this history and of that ceremony, has every row that
/// is carried from it, and each of those rows' wallets signed it. `read` gives the files of this ceremony's folder.
///
/// # Errors
/// The first thing that does not hold.
pub fn examine(
    from: &CarriedPart,
    plan: &Plan,
    heading: &Heading,
    read: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<Earlier, Flaw> {
    let file = Layout::carried_part(from.sequence, from.member);
    let bytes = read(&file).ok_or_else(|| flaw("missing", &file))?;
    let part: Part = canonical::from_bytes(&bytes).map_err(|_| flaw("form", &file))?;
    if part.r#type != Part::TYPE {
        return Err(flaw("form", &file));
    }
    let of_history = |it: &Heading| (it.chain_id, it.organisation.clone(), it.rehearsal, it.testnet);
    let right = (part.ceremony.sequence, part.member.as_str()) == (from.sequence, from.member);
    if !right || of_history(&part.ceremony) != of_history(heading) {
        return Err(flaw("heading", &file));
    }
    let rows: Rows = part.addresses.iter().map(|row| (row.role.as_str(), row)).collect();
    if let Some(role) = from.roles.iter().find(|role| !has(&rows, role)) {
        return Err(flaw("row", role.name.as_str()));
    }
    let digest = Digest::of(&bytes);
    for name in from.wallets() {
        let planned = plan.wallets_of(from.member).find(|wallet| wallet.id.name == name);
        // The signer is the same one, too, so that a manifest's word on who signs for a wallet holds for all that it signed.
        let same = |wallet: &&PartWallet| {
            let signer = plan.role(&wallet.signer).filter(|role| has(&rows, role));
            let known = planned.map(|planned| (planned.identity, Some(planned.signer.as_str())));
            known == Some((Some(wallet.identity), signer.map(|role| role.name.as_str())))
        };
        let wallet = part.wallets.iter().find(|wallet| wallet.name == name).filter(same);
        let wallet = wallet.ok_or_else(|| flaw("wallet", name))?;
        // Which tier it is of and where its passphrase was typed are what the wallet signed, not what a later plan says.
        if !planned.is_some_and(|planned| typed_as_planned(wallet, planned)) {
            return Err(flaw("typed", name));
        }
        signed(&part, wallet, digest, &Layout::carried_statement(from.sequence, from.member, name), read)?;
    }
    let digests = CarriedDigests {
        member: from.member.to_owned(),
        part_sha256: digest,
        sealed_sha256: part.sealed_sha256,
        sequence: from.sequence,
    };
    Ok(Earlier { part, digests })
}

/// A part's rows by their roles.
type Rows<'p> = BTreeMap<&'p str, &'p PartAddress>;

/// Whether a part has a role's row as it is carried. Its label is the team's to change.
fn has(rows: &Rows, role: &Role) -> bool {
    rows.get(role.name.as_str()).is_some_and(|row| {
        (&row.role, &row.wallet, row.path) == (&role.name, &role.wallet.name, role.path)
            && Some(row.address) == role.address
    })
}

/// Whether an earlier part has a wallet in the plan's tier, its passphrase typed where the plan says, once or twice.
fn typed_as_planned(wallet: &PartWallet, planned: &Wallet) -> bool {
    let (tier, entry) = (u64::from(planned.tier), planned.entry.as_str());
    (wallet.tier, wallet.entry.as_str()) == (tier, entry) && matches!(wallet.entries, 1 | 2)
}

/// Whether a wallet signed an earlier part, with the address that it says signs for it.
fn signed(
    part: &Part,
    wallet: &PartWallet,
    sha256: Digest,
    file: &str,
    read: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<(), Flaw> {
    let rows = part.addresses.iter().filter(|row| row.wallet == wallet.name);
    let signer = rows.clone().find(|row| row.role == wallet.signer).map(|row| row.address);
    let statement = Statement {
        kind: StatementKind::Part,
        ceremony: &part.ceremony,
        member: &part.member,
        wallet: &wallet.name,
        addresses: rows.count(),
        sha256,
    };
    let statement = statement.to_string();
    let there = read(file).ok_or_else(|| flaw("missing", file))?;
    if there != statement.as_bytes() {
        return Err(flaw("statement", file));
    }
    let file = Layout::signature(file);
    let text = read(&file).ok_or_else(|| flaw("missing", &file))?;
    let signature: Option<Signature> = std::str::from_utf8(&text).ok().and_then(|text| text.parse().ok());
    let by = signature.and_then(|signature| signature.signer(statement.as_bytes()).ok());
    if by.is_some() && by == signer { Ok(()) } else { Err(flaw("signature", file)) }
}

/// Every earlier part that the plan carries something from, out of this ceremony's folder, by sequence and member.
///
/// # Errors
/// A file cannot be read, or the first part that does not hold.
pub fn earlier_parts(storage: &dyn Storage, plan: &Plan, heading: &Heading) -> Result<Vec<Earlier>, Problem> {
    let mut parts = Vec::new();
    for from in plan.carried_parts() {
        let refused = |flaw: Flaw| {
            Problem::finding("carried-refused")
                .with("member", from.member)
                .with("sequence", from.sequence)
                .with("flaw", flaw.kind)
                .with("name", flaw.name)
        };
        let read = |name: &str| optional(storage, name).ok().flatten();
        let earlier = examine(&from, plan, heading, &read).map_err(refused)?;
        let sealed = Layout::carried_sealed(from.sequence, from.member);
        let bytes = read(&sealed).ok_or_else(|| refused(flaw("missing", &sealed)))?;
        if Digest::of(&bytes) != earlier.digests.sealed_sha256 {
            return Err(refused(flaw("sealed", sealed)));
        }
        let sealed: Sealed = canonical::from_bytes(&bytes).map_err(|_| refused(flaw("form", sealed)))?;
        if let Some(kept) = kept_beyond(&from, plan, &sealed).next() {
            return Err(refused(flaw("kept", &kept.wallet)));
        }
        parts.push(earlier);
    }
    Ok(parts)
}

/// The accounts that an earlier sealed file keeps of wallets that rows are carried from, and that give their xpubs by the plan:
/// nothing would say that these rows follow from no file. A wallet that keeps its xpub from now on takes nothing back.
pub fn kept_beyond<'s>(
    from: &CarriedPart,
    plan: &Plan,
    sealed: &'s Sealed,
) -> impl Iterator<Item = &'s KeptAccount> {
    let planned = plan.wallets_of(from.member).filter(|wallet| !wallet.keeps_xpub);
    let open = planned.map(|wallet| wallet.id.name.clone()).collect::<BTreeSet<_>>();
    let wallets: BTreeSet<_> = from.wallets().into_iter().map(str::to_owned).collect();
    sealed.kept.iter().filter(move |it| wallets.contains(&it.wallet) && open.contains(it.wallet.as_str()))
}

/// The manifest in the folder of an earlier ceremony.
///
/// # Errors
/// There is none in its one encoding.
pub fn previous_in(before: &dyn Storage) -> Result<Previous, Problem> {
    let bytes = required(before, Layout::MANIFEST)?;
    let unusable = |reason: String| {
        Problem::unusable("previous-unusable").with("file", Layout::MANIFEST).with("reason", reason)
    };
    Previous::new(&bytes).map_err(unusable)
}

/// The files of earlier parts that a plan carries something from, by their names in this ceremony's folder, from the folder
/// of the ceremony before this one.
///
/// # Errors
/// Its manifest is not the one that the plan names, or a file is missing or not the one that the manifest names.
pub fn carried_files(plan: &Plan, before: &dyn Storage) -> Result<Vec<(String, Vec<u8>)>, Problem> {
    let previous = previous_in(before)?;
    if plan.ceremony.previous != Some(previous.digest) {
        return Err(Problem::finding("previous-other").with("digest", previous.digest));
    }
    let mut files = Vec::new();
    for from in plan.carried_parts() {
        let (sequence, member) = (from.sequence, from.member);
        let told = previous.part(sequence, member);
        let is_last = sequence == previous.manifest.ceremony.sequence;
        let mut names = vec![
            (Layout::part(member), Layout::carried_part(sequence, member), told.map(|told| told.0)),
            (Layout::sealed(member), Layout::carried_sealed(sequence, member), told.map(|told| told.1)),
        ];
        for wallet in from.wallets() {
            let statements =
                (Layout::part_statement(member, wallet), Layout::carried_statement(sequence, member, wallet));
            names.push((Layout::signature(&statements.0), Layout::signature(&statements.1), None));
            names.push((statements.0, statements.1, None));
        }
        for (last, carried, digest) in names {
            let bytes = required(before, if is_last { &last } else { &carried })?;
            let is_part = carried.ends_with(".json");
            if is_part && digest != Some(Digest::of(&bytes)) {
                return Err(
                    Problem::finding("carried-changed").with("file", if is_last { last } else { carried })
                );
            }
            files.push((carried, bytes));
        }
    }
    Ok(files)
}
