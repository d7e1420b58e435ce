//! The simulated Trezor as a program of its own: driven over UDP by the driver that drives real ones.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, UdpSocket};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use gishiki::device::trezor::{Driver, Target};
use gishiki::device::{Attendant, CancelFlag, Device, DeviceError, Entry, Notice, Reply};
use gishiki::keys::{AddressPath, Secret, Seed, SeedForm, test_seeds};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const MARK: &str = "# test seed, never funded";
const PATIENCE: Duration = Duration::from_secs(30);

/// Leaves the device to whoever stands there.
struct Laptop;

impl Attendant for Laptop {
    fn notice(&mut self, _: &Notice) -> Reply {
        Reply::Go
    }
}

fn words() -> &'static str {
    test_seeds::test_seed(20, SeedForm::Slip39, 1).unwrap()
}

fn path() -> AddressPath {
    AddressPath::from_tail("0'/0/0").unwrap()
}

/// The first address of the wallet that a passphrase opens.
fn address(passphrase: &str) -> String {
    let seed = Seed::parse(SeedForm::Slip39, &Secret::new(words().to_owned())).unwrap();
    let root = seed.open(&Secret::new(passphrase.to_owned())).unwrap();
    root.address(&path().indices()).unwrap().to_string()
}

fn seed_file(home: &Path, text: &str) -> PathBuf {
    let file = home.join("seed.txt");
    std::fs::write(&file, text).unwrap();
    file
}

fn good_seed(home: &Path) -> PathBuf {
    seed_file(home, &format!("{MARK}\n{}\n", words()))
}

fn simulate(seed: &Path, options: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    command.env("LC_ALL", "C").args(["simulate", "--seed"]).arg(seed).args(options);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A simulator that runs; killed when dropped.
struct Running {
    child: Child,
    stdout: BufReader<ChildStdout>,
    address: SocketAddr,
}

impl Running {
    fn start(command: &mut Command) -> Self {
        let mut child = command.stderr(Stdio::null()).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let address = line.trim().rsplit_once("udp:").unwrap().1.parse().unwrap();
        Self { child, stdout, address }
    }

    fn driver(&self) -> Driver {
        Driver::new(Target::Udp(self.address).port().unwrap(), CancelFlag::default())
    }

    /// Sends a signal by its name; returns the exit status.
    fn signal(mut self, name: &str) -> Option<i32> {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &pid]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn it_answers_a_ping_and_one_client_after_the_other() {
    let home = tempfile::tempdir().unwrap();
    let options = ["--auto", "--udp", "127.0.0.1:0", "--model", "safe-3", "--pin", "123456"];
    let running = Running::start(&mut simulate(&good_seed(home.path()), &options));
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    socket.set_read_timeout(Some(PATIENCE)).unwrap();
    socket.send_to(b"PINGPING", running.address).unwrap();
    let mut answer = [0; 64];
    assert_eq!(socket.recv(&mut answer).unwrap(), 8);
    assert_eq!(&answer[..8], b"PONGPONG");

    let mut one = running.driver();
    let facts = one.identify(&mut Laptop).unwrap();
    assert_eq!((facts.model.as_str(), facts.simulated), ("T3B1", true));
    // Its hand has the words of the file to type.
    assert_eq!(one.check_backup(&mut Laptop), Ok(()));
    let vault = one.open(&Entry::OnHost(Secret::new("a vault".to_owned())), &mut Laptop).unwrap();
    assert_eq!(one.show_address(path(), &mut Laptop).unwrap().to_string(), address("a vault"));

    // Another client opens a wallet of its own, and the first one comes back from another port.
    let mut other = running.driver();
    other.open(&Entry::OnDevice, &mut Laptop).unwrap();
    assert_eq!(other.show_address(path(), &mut Laptop).unwrap().to_string(), address(""));
    other.lock().unwrap();
    let mut again = running.driver();
    again.reopen(&vault, &mut Laptop).unwrap();
    let statement = "a statement over several pages ".repeat(9);
    let signed = again.sign(path(), &statement, &mut Laptop).unwrap();
    assert_eq!(signed.address.to_string(), address("a vault"));
    assert_eq!(signed.signature.signer(statement.as_bytes()).unwrap(), signed.address);
    assert_eq!(running.signal("INT"), Some(130));
}

#[test]
fn another_run_knows_no_session_of_an_earlier_one() {
    let home = tempfile::tempdir().unwrap();
    let seed = good_seed(home.path());
    let first = Running::start(&mut simulate(&seed, &["--auto", "--udp", "127.0.0.1:0"]));
    let session = first.driver().open(&Entry::Standard, &mut Laptop).unwrap();
    assert_eq!(first.signal("TERM"), Some(130));
    let second = Running::start(&mut simulate(&seed, &["--auto", "--udp", "127.0.0.1:0"]));
    assert_eq!(second.driver().reopen(&session, &mut Laptop), Err(DeviceError::SessionLost));
}

fn refused(mut command: Command) -> String {
    let output: Output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{command:?}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 2, "a cause and a remedy: {said}");
    assert!(output.stdout.is_empty());
    said
}

#[test]
fn every_refusal_of_a_seed_says_cause_and_remedy_and_no_word() {
    let home = tempfile::tempdir().unwrap();
    let changed = words().replacen("camera", "cameraman", 1);
    let swapped = words().replacen("camera evoke", "evoke camera", 1);
    let short = words().rsplit_once(' ').unwrap().0;
    for (text, cause) in [
        (String::new(), "does not begin with the line that marks a test seed"),
        (words().to_owned(), "does not begin with the line that marks a test seed"),
        (format!("# TEST seed, never funded\n{}", words()), "does not begin with the line"),
        (format!("{MARK}\n"), "has not exactly one line behind its first"),
        (format!("{MARK}\n{}\nand more\n", words()), "has not exactly one line behind its first"),
        (format!("{MARK}\n\n"), "There are no words."),
        (format!("{MARK}\n{short}\n"), "A BIP-39 seed has 12 or 24 words; here are 19."),
        (format!("{MARK}\n{changed}\n"), "Word 1 is not in the word list."),
        (format!("{MARK}\n{swapped}\n"), "The checksum of the words is wrong"),
    ] {
        let said = refused(simulate(&seed_file(home.path(), &text), &["--auto"]));
        assert!(said.contains(cause), "{said}");
        assert!(!said.contains("evoke") && !said.contains("cameraman"), "{said}");
    }
    let said = refused(simulate(&home.path().join("none.txt"), &["--auto"]));
    assert!(said.contains("cannot be read"), "{said}");
}

#[test]
fn every_refusal_of_an_address_a_model_or_a_pin_says_why() {
    let home = tempfile::tempdir().unwrap();
    let seed = good_seed(home.path());
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let taken = socket.local_addr().unwrap().to_string();
    for (options, cause) in [
        (["--udp", &taken], "Another program listens at"),
        (["--udp", "0.0.0.0:21324"], "0.0.0.0:21324 is not an address of this machine alone."),
        (["--udp", "192.0.2.1:21324"], "192.0.2.1:21324 is not an address of this machine alone."),
        (["--udp", "localhost:21324"], "“localhost:21324” is no address with a port."),
        (["--udp", "127.0.0.1"], "“127.0.0.1” is no address with a port."),
        (["--model", "safe-7"], "safe-7"),
        (["--pin", "12a4"], "This PIN cannot be typed on a Trezor."),
        (["--pin", ""], "This PIN cannot be typed on a Trezor."),
    ] {
        let said = refused(simulate(&seed, &options));
        assert!(said.contains(cause), "{said}");
        assert!(!said.contains("12a4"), "{said}");
    }
}

/// Reads what is asked through a pipe, and answers with the number of the first of these labels that is offered, up to
/// the first "Cancel".
fn answers(stdout: impl BufRead, mut stdin: ChildStdin, prefers: &[&str]) -> ChildStdin {
    let mut offered: Vec<(String, String)> = Vec::new();
    for line in stdout.lines().map(Result::unwrap) {
        if let Some((number, label)) = line.strip_prefix("  ").and_then(|line| line.split_once("  ")) {
            offered.push((number.to_owned(), label.to_owned()));
        }
        if line.contains("Type a number") {
            let mut picks =
                prefers.iter().flat_map(|wanted| offered.iter().find(|(_, label)| label == wanted));
            let (number, label) = picks.next().unwrap();
            writeln!(stdin, "{number}").unwrap();
            if label == "Cancel" {
                break;
            }
            offered.clear();
        }
    }
    stdin
}

#[test]
fn through_a_pipe_a_script_refuses_and_the_end_of_its_input_is_the_end() {
    let home = tempfile::tempdir().unwrap();
    let mut command = simulate(&good_seed(home.path()), &["--udp", "127.0.0.1:0"]);
    let mut running = Running::start(command.stdin(Stdio::piped()));
    let stdin = running.child.stdin.take().unwrap();
    let mut driver = running.driver();
    let stdin = thread::scope(|scope| {
        let script = scope.spawn(|| answers(&mut running.stdout, stdin, &["Next page", "Confirm", "Cancel"]));
        driver.open(&Entry::Standard, &mut Laptop).unwrap();
        let statement = "a statement of two pages ".repeat(5);
        assert_eq!(driver.sign(path(), &statement, &mut Laptop), Err(DeviceError::Refused));
        script.join().unwrap()
    });
    drop(stdin);
    assert_eq!(running.child.wait().unwrap().code(), Some(130));
}

/// A simulator in a terminal, begun by a shell that tells afterwards how it ended and how it left the terminal.
struct Terminal {
    screen: mpsc::Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
    seen: String,
}

impl Terminal {
    fn start(seed: &Path) -> Self {
        let pty = native_pty_system().openpty(PtySize { rows: 60, cols: 100, ..Default::default() }).unwrap();
        let mut command = CommandBuilder::new("sh");
        let program = env!("CARGO_BIN_EXE_gishiki");
        let script =
            "trap : INT; \"$0\" simulate --seed \"$1\" --udp 127.0.0.1:0; echo status=$?; stty -a; echo done";
        command.args(["-c", script, program, seed.to_str().unwrap()]);
        command.env("LC_ALL", "C");
        pty.slave.spawn_command(command).unwrap();
        let mut reader = pty.master.try_clone_reader().unwrap();
        let keys = pty.master.take_writer().unwrap();
        let (says, screen) = mpsc::channel();
        thread::spawn(move || {
            let _master = pty.master;
            let mut bytes = [0; 1024];
            while let Ok(length @ 1..) = reader.read(&mut bytes) {
                if says.send(bytes[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self { screen, keys, seen: String::new() }
    }

    fn wait_for(&mut self, text: &str) {
        let deadline = Instant::now() + PATIENCE;
        while !self.seen.contains(text) {
            let left = deadline.saturating_duration_since(Instant::now());
            let bytes = self.screen.recv_timeout(left);
            let bytes = bytes.unwrap_or_else(|_| panic!("{text} is awaited: {}", self.seen));
            self.seen.push_str(&String::from_utf8_lossy(&bytes));
        }
    }

    fn types(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn driver(&mut self) -> Driver {
        self.wait_for("\n");
        let address = self.seen.lines().next().unwrap().trim().rsplit_once("udp:").unwrap().1;
        Driver::new(Target::Udp(address.parse().unwrap()).port().unwrap(), CancelFlag::default())
    }

    /// Whether the program ended as one that a person stopped, and left the terminal as it was.
    fn is_given_back(&mut self) {
        self.wait_for("done");
        assert!(self.seen.contains("status=130"), "{}", self.seen);
        let modes: Vec<_> = self.seen.split(|c: char| c.is_whitespace() || c == ';').collect();
        assert!(modes.contains(&"icanon") && modes.contains(&"echo"), "{}", self.seen);
    }
}

#[test]
fn on_a_terminal_a_passphrase_is_typed_unseen() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(&good_seed(home.path()));
    let mut driver = terminal.driver();
    let opened = thread::spawn(move || {
        driver.open(&Entry::OnDevice, &mut Laptop)?;
        driver.show_address(path(), &mut Laptop)
    });
    terminal.wait_for("2  Cancel");
    terminal.types("1\r");
    terminal.wait_for("Type a passphrase (hidden)\r\n> ");
    // The terminal is quiet only once the program has taken it.
    thread::sleep(Duration::from_millis(500));
    terminal.types("hunter2\r");
    terminal.wait_for("7 bytes were taken.");
    terminal.wait_for("1  Next page");
    terminal.types("1\r");
    terminal.wait_for("1  Confirm\r\n  2  Cancel\r\n  3  Previous page");
    terminal.types("1\r");
    assert_eq!(opened.join().unwrap().unwrap().to_string(), address("hunter2"));
    terminal.types("\u{3}");
    terminal.is_given_back();
    assert!(!terminal.seen.contains("hunter2"), "{}", terminal.seen);
}

#[test]
fn a_signal_in_the_midst_of_something_hidden_gives_the_terminal_back() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(&good_seed(home.path()));
    let mut driver = terminal.driver();
    let opened = thread::spawn(move || driver.open(&Entry::OnDevice, &mut Laptop).err());
    terminal.wait_for("2  Cancel");
    terminal.types("1\r");
    terminal.wait_for("Type a passphrase (hidden)\r\n> ");
    thread::sleep(Duration::from_millis(500));
    terminal.types("hunt\u{3}");
    terminal.is_given_back();
    drop(opened);
}
