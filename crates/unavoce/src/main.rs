//! Una Voce: the command line, the configuration and the wiring. Everything else is in the crates below.

mod cli;
mod compile;
mod config;
mod demo;
mod docx;
mod edge;
mod exit;
mod model;
mod printing;
mod serve;
mod told;
mod trial;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let arguments = match cli::Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(told) => {
            // clap's own exit status for a usage error is 2, for --help and --version 0.
            let _ = told.print();
            return ExitCode::from(u8::try_from(told.exit_code()).unwrap_or(2));
        }
    };
    let done = match arguments.command {
        cli::Command::Compile(asked) => compile::run(&asked),
        cli::Command::Docx(asked) => docx::run(&asked),
        cli::Command::Demo(asked) => demo::run(&asked),
        cli::Command::Model(asked) => model::run(&asked),
        cli::Command::Serve(asked) => serve::run(&asked),
        cli::Command::Try(asked) => trial::run(&asked),
    };
    match done {
        Ok(status) => status.into(),
        Err(told) => {
            eprintln!("unavoce: {told}");
            told.status().into()
        }
    }
}
