//! Writes every sample of every page as an HTML file, with the style sheet, into a folder.

use std::{env, fs, io, path::PathBuf};

fn main() -> io::Result<()> {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        return Err(io::Error::other("usage: gallery FOLDER"));
    };
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("site.css"), pages::CSS)?;
    let mut index = String::from("<!doctype html><title>Gallery</title><ul>");
    for (view, state, html) in pages::samples::pages(pages::Words::english()) {
        let name = format!("{view}.{state}.html");
        fs::write(
            folder.join(&name),
            html.replace("/assets/site.css", "site.css"),
        )?;
        index.push_str(&format!("<li><a href=\"{name}\">{view}, {state}</a>"));
    }
    fs::write(folder.join("index.html"), index)
}
