//! What a ceremony asks of the person in front of it.

use crate::device::Attendant;
use crate::keys::{AccountPath, Address, AddressPath, Digest, Secret};
use crate::manifest::Exception;
use crate::plan::{EntryPlace, Linted, WalletId, WitnessMeans};
use crate::text::Problem;

use super::{Progress, Review, SafeTxPage, Showing};

/// What happens now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A member's device is awaited.
    PlugIn {
        /// Whose.
        member: String,
    },
    /// The device says what it is.
    Identify {
        /// Whose.
        member: String,
    },
    /// The device proves that it is genuine, and tells what its firmware is.
    CheckDevice {
        /// Whose.
        member: String,
    },
    /// The device checks its backup: the words are typed on it.
    CheckBackup {
        /// Whose.
        member: String,
    },
    /// The wallet without a passphrase is read, to tell shared seeds.
    CommitSeed {
        /// Whose.
        member: String,
        /// Whether the device asks for a passphrase all the same, to be left empty on it.
        asks: bool,
    },
    /// A wallet's passphrase is entered.
    Enter {
        /// Which.
        wallet: WalletId,
        /// The how-manieth entry, from 1.
        entry: u64,
        /// Of how many.
        of: u64,
        /// Where it is typed.
        place: EntryPlace,
    },
    /// A known wallet is opened again.
    Reopen {
        /// Which.
        wallet: WalletId,
        /// Where its passphrase is typed.
        place: EntryPlace,
    },
    /// An account's xpub is read.
    ReadAccount {
        /// The wallet.
        wallet: WalletId,
        /// Where it lies.
        path: AccountPath,
    },
    /// An address is on the device's screen.
    ShowAddress {
        /// The wallet.
        wallet: WalletId,
        /// Its name in the plan.
        role: String,
        /// What people call it.
        label: String,
        /// Where it lies.
        path: AddressPath,
        /// What the laptop derived.
        address: Address,
        /// What is done with the wallet's sheet of paper; none but for its first address.
        sheet: Option<Sheet>,
    },
    /// The first address of a wallet that was opened again is on the device's screen.
    CompareSheet {
        /// The wallet.
        wallet: WalletId,
        /// What people call the address.
        label: String,
        /// Where it lies.
        path: AddressPath,
    },
    /// An owner reads what is in the manifest besides the own part, before its digest is compared.
    Review(Box<Review>),
    /// A file is on disk, and its digest is compared.
    Compare {
        /// Its name in the ceremony's folder.
        file: String,
        /// Its SHA-256.
        digest: Digest,
    },
    /// A statement is on the device's screen, to be signed.
    Sign {
        /// The wallet.
        wallet: WalletId,
        /// The address that signs.
        signer: Address,
        /// Where it lies.
        path: AddressPath,
        /// What is signed.
        statement: String,
        /// The pages on which the device shows it, each with its lines; none where the model is not known.
        pages: Vec<Vec<String>>,
    },
    /// A SafeTx is compared by its hash, before any device is asked.
    CompareSafeTx(Box<SafeTxPage>),
    /// A SafeTx is on the device's screen, to be signed; so much of it the device shows.
    SignSafeTx(Box<SafeTxPage>, Showing),
    /// A witness signs the manifest, with a key elsewhere or on paper.
    Witness(Box<WitnessPage>),
    /// A drill begins: these wallets of the member are opened on a spare device.
    Drill {
        /// Whose.
        member: String,
        /// How many wallets.
        wallets: usize,
        /// How many addresses.
        addresses: usize,
    },
    /// A drill is over.
    Drilled {
        /// Whose wallets.
        member: String,
        /// How many were opened and compared.
        wallets: usize,
        /// The names of those that were left out.
        left_out: Vec<String>,
    },
    /// The device forgets every wallet.
    EndSessions {
        /// Whose device.
        member: String,
    },
    /// The parts come together.
    Combine,
    /// It is done.
    Finished {
        /// Whose run; none for the team's.
        member: Option<String>,
    },
}

/// What a witness signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessPage {
    /// The witness's name.
    pub name: String,
    /// How the witness signs.
    pub signs: WitnessMeans,
    /// The statement's file, by its name in the ceremony's folder.
    pub file: String,
    /// The statement.
    pub statement: String,
    /// SHA-256 of the manifest.
    pub digest: Digest,
}

/// What is done with the sheet of paper that belongs to a wallet: its first address stands there, written from the
/// device's screen, so that people know the wallet by something that no laptop can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The wallet is new: the address is written on it.
    Write,
    /// The plan knows the wallet: the address is compared with the one on it.
    Compare,
}

/// What the person is asked on the laptop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Ready for what the moment says?
    Ready,
    /// Did the device show exactly this address and path?
    SameAddress {
        /// What the laptop derived.
        address: Address,
        /// Where it lies.
        path: AddressPath,
        /// Whether it is to be on the wallet's sheet of paper by now.
        written: bool,
    },
    /// Did the device show exactly the address that is on the wallet's sheet of paper?
    SameSheet {
        /// The wallet.
        wallet: WalletId,
    },
    /// Was what the moment tells read to its end, and is it meant?
    Reviewed,
    /// Does another machine compute exactly this digest?
    SameDigest {
        /// The file.
        file: String,
        /// Its SHA-256.
        digest: Digest,
    },
    /// Does another machine compute exactly this safeTxHash?
    SameSafeTx {
        /// What is signed; it covers chain, Safe and every field.
        hash: Digest,
    },
    /// Is this wallet, of which an exception was recorded, left out of the drill? Then it counts as not recovered.
    LeaveOut {
        /// The wallet.
        wallet: WalletId,
    },
    /// Is the member's device unplugged? It was lost, or the run went on after a stop: it cannot be told to forget its
    /// wallets, and only a device without power has.
    Unplugged {
        /// Whose.
        member: String,
    },
}

/// The person's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No: what was compared differs.
    No,
    /// First an exception is to be recorded; then the question is asked again. Its step is filled in by the ceremony.
    Exception(Exception),
    /// Stop here; `gishiki resume` goes on later.
    Stop,
}

/// What to do after something went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The step again.
    Retry,
    /// Record an exception, then the step again.
    Exception(Exception),
    /// Stop here; `gishiki resume` goes on later.
    Stop,
}

/// Whoever talks with the person: a screen, numbered questions, or nobody in a headless rehearsal.
pub trait Face: Attendant {
    /// Shows what the linter warns of in the plan, and what the plan accepts with which reason, before anything
    /// begins. False where the person does not go on.
    fn briefing(&mut self, plan: &Linted) -> bool;

    /// Told before each step what happens now and how far along it is.
    fn moment(&mut self, moment: &Moment, progress: &Progress);

    /// Told of each line that the journal took, as a short text for its tail.
    fn recorded(&mut self, line: &str);

    /// Asks the person.
    fn answer(&mut self, question: &Question) -> Answer;

    /// Asks for a passphrase typed on the laptop; none where the person gives up.
    fn passphrase(&mut self, wallet: &WalletId) -> Option<Secret>;

    /// Tells what went wrong and asks what to do.
    fn trouble(&mut self, problem: &Problem) -> Decision;
}
