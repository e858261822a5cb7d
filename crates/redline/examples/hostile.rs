//! `hostile DIR`: writes the hostile corpus into a folder, each file with the verdict that it must have in
//! `verdicts.tsv`. `scripts/hostile` holds the program against it.
#![allow(clippy::disallowed_methods)] // An example is no part of the pure crate: it writes files.
#![allow(dead_code, reason = "the integration tests use the rest")]

#[path = "../tests/it/archives.rs"]
mod archives;
#[path = "../tests/it/bodies.rs"]
mod bodies;
#[path = "../tests/it/corpus.rs"]
mod corpus;
#[path = "../tests/it/crafted.rs"]
mod crafted;
#[path = "../tests/it/mutating.rs"]
mod mutating;

use std::path::PathBuf;

use corpus::Verdict;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: hostile DIR")?;
    let folder = PathBuf::from(folder);
    std::fs::create_dir_all(&folder)?;
    let mut verdicts = String::new();
    for case in corpus::corpus() {
        std::fs::write(folder.join(format!("{}.docx", case.name)), (case.make)())?;
        let (verdict, what) = match case.verdict {
            Verdict::Refused(code) => ("refused", code),
            Verdict::Read => ("read", ""),
            Verdict::Warned(words) => ("read", words),
        };
        verdicts.push_str(&format!("{}\t{verdict}\t{what}\n", case.name));
    }
    for part in corpus::PARTS {
        let name = format!("billion-laughs-in-{}", part.replace(['/', '[', ']'], "-"));
        let file = corpus::with_part(part, corpus::billion_laughs());
        std::fs::write(folder.join(format!("{name}.docx")), file)?;
        verdicts.push_str(&format!("{name}\trefused\tdoctype\n"));
    }
    std::fs::write(folder.join("plain.docx"), plain_file())?;
    std::fs::write(folder.join("verdicts.tsv"), verdicts)?;
    Ok(())
}

/// What each file is compiled with: 200 paragraphs of its own.
fn plain_file() -> Vec<u8> {
    let paragraph = |i: usize| {
        let words: Vec<String> = (0..30)
            .map(|word| format!("word{}", i * 31 % 997 + word))
            .collect();
        format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", words.join(" "))
    };
    archives::packed(&archives::parts(
        &(0..200).map(paragraph).collect::<String>(),
    ))
}
