//! The binary as a process, and people who use it through plain requests.
//!
//! The client is written out here: it follows no redirect by itself, keeps one cookie, and can be
//! asked to leave out what a browser would send.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// How long an answer may take before a test fails; in a development build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program under test, without the settings of whoever runs the tests.
pub(crate) fn unavoce() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unavoce"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("UNAVOCE_") {
            command.env_remove(name);
        }
    }
    command.env("RUST_LOG", "error");
    command
}

/// A running server; it ends with the value.
pub(crate) struct Server {
    child: Child,
    // Held so that the server never meets a closed standard output.
    _stdout: BufReader<ChildStdout>,
    pub(crate) address: SocketAddr,
    /// What standard output showed before `ready`, by all but the last word of each line.
    pub(crate) lines: BTreeMap<String, String>,
}

impl Server {
    /// The demonstration on a folder.
    pub(crate) fn demo(folder: &Path) -> Self {
        Self::start(
            unavoce()
                .args(["demo", "--port", "0", "--data"])
                .arg(folder),
        )
    }

    /// A server without the demonstration's helps.
    pub(crate) fn serve(folder: &Path) -> Self {
        Self::start(
            unavoce()
                .args(["serve", "--port", "0", "--data"])
                .arg(folder),
        )
    }

    /// Starts a command and waits until it says `ready`.
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut lines = BTreeMap::new();
        loop {
            let mut line = String::new();
            assert_ne!(
                stdout.read_line(&mut line).unwrap(),
                0,
                "the server ended before it was ready"
            );
            match line.trim_end().rsplit_once(' ') {
                Some((about, what)) => lines.insert(about.to_owned(), what.to_owned()),
                None if line == "ready\n" => break,
                None => panic!("standard output is a contract: {line:?}"),
            };
        }
        let address = lines["listening on"]
            .strip_prefix("http://")
            .unwrap()
            .parse()
            .unwrap();
        Self {
            child,
            _stdout: stdout,
            address,
            lines,
        }
    }

    /// Ends it as a power cut would.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// A visitor.
    pub(crate) fn anonymous(&self) -> Actor {
        Actor {
            address: self.address,
            cookie: None,
        }
    }

    /// Whoever holds the demonstration's link of this name, signed in.
    pub(crate) fn user(&self, role: &str) -> Actor {
        let mut actor = self.anonymous();
        let link = &self.lines[role];
        let answer = actor.get(link);
        assert_eq!(answer.status, 303, "{role}: {}", answer.text());
        assert!(actor.cookie.is_some(), "{role} got no session");
        actor
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Somebody at a browser.
#[derive(Clone)]
pub(crate) struct Actor {
    address: SocketAddr,
    pub(crate) cookie: Option<String>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The value of a header, by its name in small letters.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// Where a redirect leads; it fails for anything else.
    #[track_caller]
    pub(crate) fn leads(&self) -> String {
        assert_eq!(self.status, 303, "no redirect: {}", self.told());
        self.header("location").unwrap().to_owned()
    }

    /// The number of the receipt to which a redirect leads.
    #[track_caller]
    pub(crate) fn receipt(&self) -> u64 {
        let to = self.leads();
        receipt_in(&to).unwrap_or_else(|| panic!("no receipt in {to}"))
    }

    /// The text of the page without its markup, white space in one piece.
    pub(crate) fn told(&self) -> String {
        let mut plain = String::new();
        let mut inside = false;
        for character in self.text().chars() {
            match character {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    plain.push(' ');
                }
                other if !inside => plain.push(other),
                _ => {}
            }
        }
        let plain = plain
            .replace("&amp;", "&")
            .replace("&quot;", "\"")
            .replace("&lt;", "<");
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Fails unless the page says this, in words.
    #[track_caller]
    pub(crate) fn says(&self, sentence: &str) {
        assert!(
            self.told().contains(sentence),
            "{}: not said: {sentence}\n{}",
            self.status,
            self.told()
        );
    }

    /// The value of the first element with this name, as it stands in the page.
    pub(crate) fn value(&self, name: &str) -> Option<String> {
        value_of(&self.text(), name)
    }
}

/// `receipt=N` in an address.
pub(crate) fn receipt_in(address: &str) -> Option<u64> {
    let (_, rest) = address.split_once("receipt=")?;
    rest.split(['&', '#']).next()?.parse().ok()
}

/// The `value` of the first `<input name="…">` in a page.
pub(crate) fn value_of(page: &str, name: &str) -> Option<String> {
    let named = format!("name=\"{name}\"");
    let at = page.find(&named)?;
    let start = page[..at].rfind('<')?;
    let tag = &page[start..start + page[start..].find('>')?];
    let (_, value) = tag.split_once("value=\"")?;
    Some(value.split('"').next()?.to_owned())
}

/// The value of the first choice of the `<select name="…">` in a page.
pub(crate) fn chosen(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\"")).unwrap();
    let (_, value) = rest.split_once("value=\"").unwrap();
    value.split('"').next().unwrap().to_owned()
}

/// A fresh command id, as a form carries it.
pub(crate) fn fresh() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    // 26 digits of Crockford's base 32; decimal digits are among them.
    format!("01K{:023}", NEXT.fetch_add(1, Ordering::SeqCst))
}

impl Actor {
    /// Asks for a page. `path` may be a whole address of this server.
    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.try_get(path).unwrap()
    }

    /// The same, where the server may end meanwhile.
    pub(crate) fn try_get(&mut self, path: &str) -> std::io::Result<Answer> {
        self.try_send("GET", path, &[], &[])
    }

    /// Asks for a page that is there.
    #[track_caller]
    pub(crate) fn page(&mut self, path: &str) -> Answer {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.told());
        answer
    }

    /// Sends a form as a browser does; `command` is made when the fields hold none.
    pub(crate) fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.try_post(path, fields).unwrap()
    }

    /// The same, where the server may end meanwhile.
    pub(crate) fn try_post(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
    ) -> std::io::Result<Answer> {
        let origin = format!("http://{}", self.address);
        self.post_from(path, fields, Some(&origin))
    }

    /// Sends a form from a page of `origin`.
    pub(crate) fn post_from(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        origin: Option<&str>,
    ) -> std::io::Result<Answer> {
        let mut body = String::new();
        if !fields.iter().any(|(name, _)| *name == "command") {
            body = format!("command={}", fresh());
        }
        for (name, value) in fields {
            let joint = if body.is_empty() { "" } else { "&" };
            body.push_str(&format!("{joint}{name}={}", escaped(value)));
        }
        let mut headers = vec![("content-type", "application/x-www-form-urlencoded")];
        headers.extend(origin.map(|origin| ("origin", origin)));
        self.try_send("POST", path, &headers, body.as_bytes())
    }

    /// Sends a form with a file in its field `file`.
    pub(crate) fn upload(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        name: &str,
        bytes: &[u8],
    ) -> Answer {
        self.try_upload(path, fields, name, bytes).unwrap()
    }

    /// The same, where the server may end meanwhile.
    pub(crate) fn try_upload(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        name: &str,
        bytes: &[u8],
    ) -> std::io::Result<Answer> {
        const BOUNDARY: &str = "a-boundary-that-stands-in-no-file";
        let mut body = Vec::new();
        let mut part = |about: &str, bytes: &[u8]| {
            let head = format!("--{BOUNDARY}\r\ncontent-disposition: form-data; {about}\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        };
        if !fields.iter().any(|(name, _)| *name == "command") {
            part("name=\"command\"", fresh().as_bytes());
        }
        for (name, value) in fields {
            part(&format!("name=\"{name}\""), value.as_bytes());
        }
        part(&format!("name=\"file\"; filename=\"{name}\""), bytes);
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let origin = format!("http://{}", self.address);
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.try_send(
            "POST",
            path,
            &[("content-type", kind.as_str()), ("origin", origin.as_str())],
            &body,
        )
    }

    /// One request on a connection of its own. What it sets as cookie is kept.
    ///
    /// # Errors
    /// When no whole answer came.
    fn try_send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> std::io::Result<Answer> {
        let host = self.address;
        let path = path.strip_prefix(&format!("http://{host}")).unwrap_or(path);
        let path = path.split('#').next().unwrap_or_default();
        let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n");
        if method != "GET" {
            head.push_str(&format!("content-length: {}\r\n", body.len()));
        }
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if let Some(cookie) = &self.cookie {
            head.push_str(&format!("cookie: {cookie}\r\n"));
        }
        head.push_str("\r\n");
        let mut stream = TcpStream::connect_timeout(&host, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        stream.write_all(head.as_bytes())?;
        stream.write_all(body)?;
        let mut whole = Vec::new();
        stream.read_to_end(&mut whole)?;
        let answer = parsed(&whole).ok_or(std::io::ErrorKind::UnexpectedEof)?;
        if let Some(set) = answer.header("set-cookie") {
            let pair = set.split(';').next().unwrap_or_default();
            self.cookie = (!pair.ends_with('=')).then(|| pair.to_owned());
        }
        Ok(answer)
    }
}

/// The answer in what came, if it came whole.
fn parsed(whole: &[u8]) -> Option<Answer> {
    let end = whole.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8(whole[..end].to_vec()).ok()?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let answer = Answer {
        status,
        head,
        body: whole[end + 4..].to_vec(),
    };
    let length: usize = answer.header("content-length")?.parse().ok()?;
    (answer.body.len() == length).then_some(answer)
}

/// A value as `application/x-www-form-urlencoded` writes it.
fn escaped(value: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
    value
        .bytes()
        .map(|b| {
            if plain(&b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}

/// SHA-256 in lower-case hex, as the form of the check carries it.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    let digest = sha2::Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
