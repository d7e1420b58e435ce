//! The steps of a member's run.

/// What comes next. Wallets, accounts and roles by their position in the script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberStep {
    /// Begin the journal.
    Begin,
    /// Ask the device what it is.
    Identify,
    /// Have it prove that it is genuine.
    CheckDevice,
    /// Have it check its backup.
    CheckBackup,
    /// Read the wallet without a passphrase.
    CommitSeed,
    /// Enter a wallet.
    Enter(usize),
    /// Read an account's xpub.
    ReadAccount(usize, usize),
    /// Show an address and have it confirmed.
    ShowAddress(usize, usize),
    /// Compare the first address of a wallet that was opened again with its sheet of paper.
    CompareSheet(usize),
    /// Settle the part.
    WritePart,
    /// Have its digest compared.
    ComparePart,
    /// Have a wallet sign.
    Sign(usize),
    /// Make the device forget.
    EndSessions,
    /// Close the journal.
    Finish,
    /// Nothing.
    Done,
}

impl MemberStep {
    /// Whether something is asked of the member's device.
    pub fn needs_device(self) -> bool {
        match self {
            Self::Identify
            | Self::CheckDevice
            | Self::CheckBackup
            | Self::CommitSeed
            | Self::Enter(_)
            | Self::ReadAccount(..)
            | Self::ShowAddress(..)
            | Self::CompareSheet(_)
            | Self::Sign(_) => true,
            // A device that is gone cannot be told to forget: the person is asked about it.
            Self::EndSessions => false,
            Self::Begin | Self::WritePart | Self::ComparePart | Self::Finish | Self::Done => false,
        }
    }
}
