//! Which programs reach an address with a Trezor, in a letter each.

use crate::keys::AddressPath;
use crate::plan::{Hardware, Program, Reach, Verdict, programs};
use crate::text::Message;

/// The programs that there is something to say of.
fn with_trezor() -> impl Iterator<Item = &'static Program> {
    programs().iter().filter(|program| program.takes(Hardware::Trezor))
}

/// A letter for each program: small where it does not simply list the address, a dot where it does not reach it, a question mark
/// where nobody knows.
pub(super) fn letters(path: AddressPath) -> String {
    with_trezor().map(|program| letter(program, path)).collect()
}

fn letter(program: &Program, path: AddressPath) -> char {
    match program.cell(Hardware::Trezor, path).verdict {
        Verdict::Reached(Reach::Listed, _) => program.mark,
        Verdict::Reached(Reach::Used | Reach::Typed, _) => program.mark.to_ascii_lowercase(),
        Verdict::Beyond => '.',
        Verdict::Unverified => '?',
    }
}

/// What the letters mean.
pub(super) fn legend() -> Message {
    let names: Vec<_> = with_trezor().map(|program| format!("{} {}", program.mark, program.name)).collect();
    Message::new("check-legend").with("programs", names.join(", "))
}
