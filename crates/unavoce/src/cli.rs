//! The arguments of every command, with the help that teaches them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

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
    /// Look into one Word file, or take or refuse all its changes
    Docx(Docx),
    /// Start the demonstration: a fictional practice group with texts in every stage
    #[command(after_help = DEMO_HELP)]
    Demo(Demo),
    /// Serve a group from a data folder
    #[command(after_help = SERVE_HELP)]
    Serve(Serve),
}

const COMPILE_HELP: &str = "\
Example:
  unavoce compile draft1.docx FDW=fdw.docx \"HWF=from harbour.docx\" --out compiled

writes compiled/compilation.docx and compiled/amendments.json, and a summary to the terminal.
The organisation is all that stands before the first `=`. The order of the returns does not matter.

Exit status:
  0  done
  1  done, but a person must look: a wrong base, a base with pending revisions, something set
     aside as outside the base or not covered, a comment without a place
  2  the command was used wrongly
  3  a file was refused; nothing was written";

const DEMO_HELP: &str = "\
Without --data the demonstration lives in a temporary folder and is gone when the program ends.
--at takes an instant (2026-12-01T09:00:00Z) or a duration ahead of the clock (+3d, +12h, +30m, +10s).

Standard output: `listening on URL`, a line `ROLE[ ORG] URL` for each role, then `ready`.
The links work until the program ends, any number of times.";

const SERVE_HELP: &str = "\
On an empty folder, standard output shows one founding link. It works once: it records the group,
its first organisation and a secretariat seat.";

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
        #[arg(value_name = "IN.docx")]
        from: PathBuf,
        #[arg(value_name = "OUT.docx")]
        to: PathBuf,
    },
    /// Refuse all changes
    Reject {
        #[arg(value_name = "IN.docx")]
        from: PathBuf,
        #[arg(value_name = "OUT.docx")]
        to: PathBuf,
    },
    /// List authors, changes, comments and warnings
    Inspect {
        #[arg(value_name = "FILE.docx")]
        file: PathBuf,
        #[arg(long)]
        json: bool,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum View {
    Accept,
    Reject,
}

#[derive(Args)]
pub(crate) struct Demo {
    /// Port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 8040)]
    pub(crate) port: u16,
    /// Folder to keep the demonstration in
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Set the demonstration's clock, which then runs on
    #[arg(long, value_name = "INSTANT|+DURATION", allow_hyphen_values = true)]
    pub(crate) at: Option<String>,
}

#[derive(Args)]
pub(crate) struct Serve {
    /// Folder with the database, the files and the keys
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
    /// Port to listen on; 0 takes a free one
    #[arg(long, default_value_t = 8040)]
    pub(crate) port: u16,
    /// Address to listen on
    #[arg(long, default_value = "127.0.0.1")]
    pub(crate) address: std::net::IpAddr,
    /// How people reach the server, for the links that it makes, as https://record.example.org
    #[arg(long, value_name = "URL")]
    pub(crate) public_url: Option<String>,
}
