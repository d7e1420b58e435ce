//! Hands over to the command line.

#![forbid(unsafe_code)]

/// Wipes memory as it is freed: copies of a passphrase in wire messages have no wiping of their own.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> std::process::ExitCode {
    gishiki::cli::main()
}
