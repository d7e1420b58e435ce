//! The real binary in a pseudo-terminal, and what it drew there.

use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{Parser, Screen};

/// How long anything may take, also on a machine that is busy with other work.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long nothing may come before a picture counts as finished.
const QUIET: Duration = Duration::from_millis(300);
/// What ends every picture: the screen hides the cursor once all of it is drawn.
const PICTURE_ENDS: &[u8] = b"\x1b[?25l";
pub const ENTERED: &[u8] = b"\x1b[?1049h";
pub const LEFT: &[u8] = b"\x1b[?1049l";

/// A program in a pseudo-terminal.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    shared: Arc<(Mutex<Seen>, Condvar)>,
    /// Whether the terminal is being closed.
    closed: Arc<AtomicBool>,
    /// How the terminal was set before the program began.
    modes: String,
}

/// A whole picture, as the terminal shows it.
#[derive(Clone)]
pub struct Picture {
    /// The how-manieth.
    pub number: usize,
    pub screen: Screen,
}

struct Seen {
    parser: Parser,
    picture: Picture,
    raw: Vec<u8>,
    /// Whether the program draws pictures, and does not write lines.
    draws: bool,
    /// How many bytes of `raw` the parser has taken.
    taken: usize,
    ended: bool,
}

impl Seen {
    fn new((columns, rows): (u16, u16), draws: bool) -> Self {
        let parser = Parser::new(rows, columns, 0);
        let picture = Picture { number: 0, screen: parser.screen().clone() };
        Self { parser, picture, raw: Vec::new(), draws, taken: 0, ended: false }
    }

    /// Takes whole pictures only, so that nothing is judged while it is being drawn; at the end all that is left.
    fn read(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        while let Some(at) = find(&self.raw[self.taken..], PICTURE_ENDS) {
            self.take(self.taken + at + PICTURE_ENDS.len());
        }
        if !self.draws {
            self.take(self.raw.len());
        }
    }

    fn end(&mut self) {
        self.take(self.raw.len());
        self.ended = true;
    }

    fn take(&mut self, upto: usize) {
        self.parser.process(&self.raw[self.taken..upto]);
        self.taken = upto;
        self.picture = Picture { number: self.picture.number + 1, screen: self.parser.screen().clone() };
    }
}

impl Picture {
    /// The screen as text, a row a line; a wide character stands once.
    pub fn text(&self) -> String {
        self.screen.contents()
    }

    pub fn shows(&self, text: &str) -> bool {
        self.text().contains(text)
    }
}

impl Terminal {
    /// Starts the program with these arguments in a terminal of so many columns and rows.
    pub fn start(size: (u16, u16), args: &[&str], environment: &[(&str, &str)]) -> Self {
        Self::start_in(Path::new(env!("CARGO_MANIFEST_DIR")), size, args, environment)
    }

    /// Starts a program that writes lines and draws no pictures.
    pub fn lines(args: &[&str]) -> Self {
        Self::spawn(Path::new(env!("CARGO_MANIFEST_DIR")), (100, 200), args, &[], false)
    }

    /// The same from within a folder.
    pub fn start_in(folder: &Path, size: (u16, u16), args: &[&str], environment: &[(&str, &str)]) -> Self {
        Self::spawn(folder, size, args, environment, true)
    }

    fn spawn(
        folder: &Path,
        size: (u16, u16),
        args: &[&str],
        environment: &[(&str, &str)],
        draws: bool,
    ) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_gishiki"));
        command.args(args);
        command.cwd(folder);
        command.env("TERM", "xterm-256color");
        ["NO_COLOR", "LC_ALL", "LC_MESSAGES"].iter().for_each(|name| command.env_remove(name));
        environment.iter().for_each(|(name, value)| command.env(name, value));
        let modes = modes(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).unwrap();
        // Else the terminal would not end with the program.
        drop(pair.slave);
        let shared = Arc::new((Mutex::new(Seen::new(size, draws)), Condvar::new()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let told = shared.clone();
        let closed = Arc::new(AtomicBool::new(false));
        let closing = closed.clone();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            // The kernel tells the end of the program as an error, too.
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                lock(&told.0).read(&bytes[..count]);
                told.1.notify_all();
                if closing.load(Ordering::SeqCst) {
                    break;
                }
            }
            drop(reader);
            lock(&told.0).end();
            told.1.notify_all();
        });
        Self { master: pair.master, writer, child, shared, closed, modes }
    }

    /// What is shown now.
    pub fn picture(&self) -> Picture {
        lock(&self.shared.0).picture.clone()
    }

    /// Everything that the program wrote so far.
    pub fn raw(&self) -> Vec<u8> {
        lock(&self.shared.0).raw.clone()
    }

    /// Waits for a picture.
    pub fn wait(&self, what: &str, wanted: impl Fn(&Picture) -> bool) -> Picture {
        let deadline = Instant::now() + PATIENCE;
        let mut seen = lock(&self.shared.0);
        loop {
            if wanted(&seen.picture) {
                return seen.picture.clone();
            }
            let left = deadline.saturating_duration_since(Instant::now());
            let why = if seen.ended { "the program ended" } else { "nothing came" };
            let over = seen.ended || left.is_zero();
            assert!(!over, "{why} while {what} was awaited:\n{}", seen.picture.text());
            seen = self.shared.1.wait_timeout(seen, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// The picture once nothing more is drawn: a frame may be followed by another that knows how far the page goes.
    pub fn settled(&self) -> Picture {
        loop {
            let before = self.raw().len();
            std::thread::sleep(QUIET);
            if self.raw().len() == before {
                return self.picture();
            }
        }
    }

    /// Waits for a text on the screen.
    pub fn wait_for(&self, text: &str) -> Picture {
        self.wait(text, |picture| picture.shows(text))
    }

    /// Presses keys, in the bytes that a terminal sends.
    pub fn keys(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, (columns, rows): (u16, u16)) {
        lock(&self.shared.0).parser.screen_mut().set_size(rows, columns);
        self.master.resize(pty_size((columns, rows))).unwrap();
    }

    /// SIGKILL: nothing in the program gets to tidy up.
    pub fn kill(&mut self) {
        // portable-pty's own way begins with SIGHUP.
        let child: &mut dyn Child = self.child.as_mut();
        let child: &mut std::process::Child = child.downcast_mut().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// The terminal goes away, as a window that is closed; waits for the end of the program.
    pub fn hang_up(&mut self) -> u32 {
        self.closed.store(true, Ordering::SeqCst);
        // Has something drawn, so that the reader sees that it is to end.
        self.resize((100, 30));
        self.raw_at_the_end();
        self.writer = Box::new(io::sink());
        self.master = native_pty_system().openpty(pty_size((80, 24))).unwrap().master;
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(Instant::now() < deadline, "the program does not notice");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Which process it is.
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits for the end of the program; returns all that it wrote.
    pub fn raw_at_the_end(&self) -> Vec<u8> {
        let deadline = Instant::now() + PATIENCE;
        let mut seen = lock(&self.shared.0);
        while !seen.ended {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "the program does not end:\n{}", seen.picture.text());
            seen = self.shared.1.wait_timeout(seen, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        seen.raw.clone()
    }

    /// Waits for the end of the program; returns the exit status.
    pub fn status(&mut self) -> u32 {
        self.raw_at_the_end();
        self.child.wait().unwrap().exit_code()
    }

    /// Waits for the end of the program, and checks that the terminal is as it was; returns the exit status and what
    /// the program left on the screen.
    pub fn ends(mut self) -> (u32, String) {
        let raw = self.raw_at_the_end();
        let screen = self.picture().screen;
        assert!(!screen.alternate_screen(), "the program's screen was not left");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(count(&raw, ENTERED) > 0 && count(&raw, LEFT) > 0);
        assert_eq!(modes(self.master.as_ref()), self.modes, "keys are not read as before");
        (self.status(), screen.contents())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // After a test that failed nothing is left running.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn lock(seen: &Mutex<Seen>) -> std::sync::MutexGuard<'_, Seen> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, ..PtySize::default() }
}

/// How the terminal treats keys and output (cooked or raw, with echo or without).
fn modes(master: &(dyn MasterPty + Send)) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

pub fn count(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).filter(|window| *window == wanted).count()
}
