//! `amendments BASE.docx ORG=RETURN.docx...`: the model as JSON on standard output, and on standard error
//! what needs a look and how long composing took. For measuring; the product's command is `unavoce compile`.
#![allow(clippy::disallowed_methods)] // An example is no part of the pure crate: it reads files and the clock.

use std::time::Instant;

use sha2::{Digest, Sha256};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let base_name = arguments
        .next()
        .ok_or("usage: amendments BASE.docx ORG=RETURN.docx...")?;
    let mut files = Vec::new();
    let mut names = vec![(String::new(), base_name)];
    for argument in arguments {
        let (name, path) = argument
            .split_once('=')
            .ok_or("a return is given as ORG=RETURN.docx")?;
        names.push((name.to_owned(), path.to_owned()));
    }
    for (name, path) in names {
        files.push((name, std::fs::read(path)?));
    }
    let start = Instant::now();
    let bytes: Vec<&[u8]> = files.iter().map(|(_, bytes)| bytes.as_slice()).collect();
    let mut opened = Vec::new();
    for ((name, bytes), document) in files
        .iter()
        .zip(redline::in_parallel(&bytes, |file| redline::open(file)))
    {
        let digest: String = Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        opened.push((name.as_str(), document?, digest));
    }
    let read = start.elapsed();
    let returns: Vec<redline::Submission<'_>> = opened[1..]
        .iter()
        .map(|(organisation, document, sha256)| redline::Submission {
            organisation,
            document,
            sha256,
        })
        .collect();
    let compilation = redline::compile(&opened[0].1, &opened[0].2, &[], &returns);
    eprintln!("opened in {read:?}, in all {:?}", start.elapsed());
    for reason in &compilation.look {
        eprintln!("look: {reason}");
    }
    println!("{}", serde_json::to_string(&compilation.model)?);
    Ok(())
}
