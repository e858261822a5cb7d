//! The arguments of every command, with the help that teaches them.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::config::{DEFAULT_PORT, public_url};

/// Una Voce: the working system of a coordination group, in one program.
#[derive(Parser)]
#[command(
    name = "unavoce",
    version,
    propagate_version = true,
    max_term_width = 100
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Bring marked-up Word files of one text into one attributed compilation
    #[command(after_help = COMPILE_HELP)]
    Compile(Compile),
    /// Look into one Word file, take or refuse all its changes, or compare two
    Docx(Docx),
    /// Start the demonstration: a fictional practice group with texts in every stage
    #[command(after_help = DEMO_HELP)]
    Demo(Demo),
    /// Walk through the law of the group with a model checker
    #[command(after_help = MODEL_HELP)]
    Model(Model),
    /// Serve a group from a data folder
    #[command(after_help = SERVE_HELP, after_long_help = SERVE_LONG_HELP)]
    Serve(Serve),
    /// Read one file from standard input and say nothing: a server has files read so before it reads them
    #[command(hide = true)]
    Try(Try),
}

/// The limits within which a file is read.
#[derive(Args)]
pub(crate) struct Try {
    /// Seconds of the processor
    #[arg(long)]
    pub(crate) seconds: u64,
    /// Bytes of memory
    #[arg(long)]
    pub(crate) memory: u64,
}

const COMPILE_HELP: &str = "\
Example:
  unavoce compile draft1.docx FDW=fdw.docx \"HWF=from harbour.docx\" --out compiled

writes into the folder compiled: compilation.docx, amendments.json and the table of dispositions
(dispositions.xlsx, dispositions.docx), and a summary to the terminal.
The organisation is all that stands before the first `=`. The order of the returns does not matter.

Exit status:
  0  done
  1  done, but a person must look: a wrong base, a base with pending revisions, something set
     aside as outside the base, a comment without a place
  2  the command was used wrongly
  3  a file was refused; nothing was written";

const COMPARE_HELP: &str = "\
Example:
  unavoce docx compare draft1.docx draft2.docx redline.docx --author \"Secretariat\"

OUT.docx is BEFORE.docx with tracked changes: refuse them all and it reads as BEFORE.docx, accept
them all and it reads as AFTER.docx. The changes bear no date.

Exit status:
  0  done
  1  done, but a person must look, and standard error says at what: pending changes in either file
     (they are read as accepted), two texts with little in common, links, fields, content
     controls, pictures or formulas that differ and are kept as BEFORE.docx has them
  2  the command was used wrongly
  3  a file was refused; nothing was written";

const MODEL_HELP: &str = "\
A small group is let do all that its people may do, in every order and at the moments that matter, and each
step is decided and admitted by the law itself. For each model are printed the states that were looked at and
each property with its verdict: \"holds\", or the steps of a counterexample; \"possible\", or that nothing
within the bounds makes it so.

Exit status:
  0  all properties hold
  1  one does not
  2  the command was used wrongly, or there is no model of this name";

const DEMO_HELP: &str = "\
Without --data the demonstration lives in a temporary folder and is gone when the program ends.
--at takes an instant (2026-12-01T09:00:00Z) or a duration ahead of the clock (+3d, +12h, +30m,
+10s).

An option on the command line goes before its environment variable, and that before the default. The
demonstration has variables of its own and reads no file, so that it never begins in the folder of a
group that is served from the same machine.

Standard output: `listening on URL`, a line `ROLE[ ORG] URL` for each role, then `ready`.
The links work until the program ends, any number of times.";

/// What the short and the long help of `serve` both say.
macro_rules! serve_help {
    () => {
        "\
On an empty folder, standard output shows one founding link. It works once: it records the group,
its first organisation and a secretariat seat.

Each setting is taken from the first of these that has it: the option on the command line, its
environment variable, its key in the file, its default."
    };
}

const SERVE_HELP: &str = serve_help!();

const SERVE_LONG_HELP: &str = concat!(
    serve_help!(),
    "

The file is TOML: the one that --config or UNAVOCE_CONFIG names, else unavoce.toml in the data
folder, if it is there. An example with every key:

  # unavoce.toml
  data = \"/var/lib/unavoce\"       # from the folder of this file, if it is no whole path
  address = \"127.0.0.1\"
  port = 8040
  public_url = \"https://record.example.org\"

A key that is not known or a value of another kind ends the program with exit status 2.

RUST_LOG chooses what is told in the log on standard error [default: info]."
);

#[derive(Args)]
pub(crate) struct Model {
    /// The model; all, where none is named
    pub(crate) name: Option<String>,
    /// Walk some steps further: up to a minute a model, and a few gigabytes of memory
    #[arg(long)]
    pub(crate) long: bool,
}

#[derive(Args)]
pub(crate) struct Compile {
    /// The draft as it was sent out
    #[arg(value_name = "BASE.docx")]
    pub(crate) base: PathBuf,
    /// What each organisation returned
    #[arg(value_name = "ORG=RETURN.docx", required = true)]
    pub(crate) returns: Vec<String>,
    /// Folder for the results; made when it is not there, existing results are replaced
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// An earlier version of the draft, newest first: a return that was made on it is read as one on the
    /// draft; may stand more than once
    #[arg(long, value_name = "EARLIER.docx")]
    pub(crate) earlier: Vec<PathBuf>,
    /// How the compilation shows the proposals
    #[arg(long, value_enum, default_value_t = Layout::Tracked)]
    pub(crate) layout: Layout,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layout {
    /// Tracked changes, one author for each organisation
    Tracked,
    /// Proposals in square brackets, as UN drafters write them
    Brackets,
}

#[derive(Args)]
pub(crate) struct Docx {
    #[command(subcommand)]
    pub(crate) command: DocxCommand,
}

#[derive(Subcommand)]
pub(crate) enum DocxCommand {
    /// Print the text as one view shows it, a paragraph a line
    Text {
        /// The file to read
        #[arg(value_name = "FILE.docx")]
        file: PathBuf,
        /// With all changes taken, or refused
        #[arg(long, value_enum, default_value_t = View::Accept)]
        view: View,
        /// As JSON, with the number that the reader sees
        #[arg(long)]
        json: bool,
    },
    /// Take all changes
    Accept {
        /// The file with changes
        #[arg(value_name = "IN.docx")]
        from: PathBuf,
        /// The file without changes; an existing file is replaced
        #[arg(value_name = "OUT.docx")]
        to: PathBuf,
    },
    /// Refuse all changes
    Reject {
        /// The file with changes
        #[arg(value_name = "IN.docx")]
        from: PathBuf,
        /// The file without changes; an existing file is replaced
        #[arg(value_name = "OUT.docx")]
        to: PathBuf,
    },
    /// Write a redline of two files: the first with tracked changes that make the second of it
    #[command(after_help = COMPARE_HELP)]
    Compare(Compare),
    /// List authors, changes, comments and warnings
    Inspect {
        /// The file to look into
        #[arg(value_name = "FILE.docx")]
        file: PathBuf,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args)]
pub(crate) struct Compare {
    /// The earlier file
    #[arg(value_name = "BEFORE.docx")]
    pub(crate) before: PathBuf,
    /// The later file
    #[arg(value_name = "AFTER.docx")]
    pub(crate) after: PathBuf,
    /// The redline; an existing file is replaced
    #[arg(value_name = "OUT.docx")]
    pub(crate) to: PathBuf,
    /// Whose changes they are: the name that Word shows beside each, at most 255 characters
    #[arg(long, value_name = "NAME", value_parser = author)]
    pub(crate) author: String,
}

/// The longest name of an author, in characters, as Word's own schema has it.
const LONGEST_AUTHOR: usize = 255;

fn author(name: &str) -> Result<String, String> {
    let name = name.trim();
    if name.is_empty() {
        return Err("the changes need a name".into());
    }
    if name.chars().count() > LONGEST_AUTHOR || name.chars().any(char::is_control) {
        return Err(format!(
            "a name has at most {LONGEST_AUTHOR} characters and stands on one line"
        ));
    }
    Ok(name.to_owned())
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum View {
    Accept,
    Reject,
}

#[derive(Args)]
pub(crate) struct Demo {
    /// Port on 127.0.0.1; 0 takes a free one
    #[arg(
        long,
        value_name = "PORT",
        default_value_t = DEFAULT_PORT,
        env = "UNAVOCE_DEMO_PORT"
    )]
    pub(crate) port: u16,
    /// Folder to keep the demonstration in [default: a temporary one]
    #[arg(long, value_name = "DIR", env = "UNAVOCE_DEMO_DATA")]
    pub(crate) data: Option<PathBuf>,
    /// Set the demonstration's clock, which then runs on [default: as it stood, or the machine's]
    #[arg(
        long,
        value_name = "INSTANT|+DURATION",
        allow_hyphen_values = true,
        env = "UNAVOCE_DEMO_AT"
    )]
    pub(crate) at: Option<String>,
}

/// What was given on the command line or in the environment; [`crate::config`] takes the rest from the
/// file and the defaults.
#[derive(Args)]
pub(crate) struct Serve {
    /// File with the settings [default: unavoce.toml in the data folder, if it is there]
    #[arg(long, value_name = "FILE", env = "UNAVOCE_CONFIG")]
    pub(crate) config: Option<PathBuf>,
    /// Folder with the database, the files and the keys; it has no default [key: data]
    #[arg(long, value_name = "DIR", env = "UNAVOCE_DATA")]
    pub(crate) data: Option<PathBuf>,
    /// Port to listen on; 0 takes a free one [default: 8040] [key: port]
    #[arg(long, value_name = "PORT", env = "UNAVOCE_PORT")]
    pub(crate) port: Option<u16>,
    /// Address to listen on [default: 127.0.0.1] [key: address]
    #[arg(long, value_name = "ADDRESS", env = "UNAVOCE_ADDRESS")]
    pub(crate) address: Option<IpAddr>,
    /// How people reach the server, for the links that it makes, as https://record.example.org
    /// [default: the address and port that it listens on] [key: public_url]
    #[arg(long, value_name = "URL", env = "UNAVOCE_PUBLIC_URL", value_parser = public_url)]
    pub(crate) public_url: Option<String>,
    /// Print a new single-use sign-in link for the secretariat of each group: the way back in for a
    /// secretariat that is signed out everywhere
    #[arg(long)]
    pub(crate) secretariat_link: bool,
}
