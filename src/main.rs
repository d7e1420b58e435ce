//! Hands over to the command line.

#![forbid(unsafe_code)]

fn main() -> std::process::ExitCode {
    gishiki::cli::main()
}
