//! A PDF of one page with a few lines of plain text, for papers that come in that form.

use std::fmt::Write as _;

/// Makes the file. Of the text only printable ASCII is kept.
pub(super) fn page(title: &str, lines: &[&str]) -> Vec<u8> {
    let mut content = format!("BT /F1 16 Tf 60 770 Td ({}) Tj /F1 11 Tf\n", plain(title));
    let mut fall = 32;
    for line in lines.iter().flat_map(|line| wrapped(line)) {
        let _ = writeln!(content, "0 -{fall} Td ({line}) Tj");
        fall = 18;
    }
    content.push_str("ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (at, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        let _ = write!(file, "{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let (start, size) = (file.len(), objects.len() + 1);
    let _ = write!(
        file,
        "xref\n0 {size}\n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.into_bytes()
}

fn plain(text: &str) -> String {
    let fits = |c: &char| (c.is_ascii_graphic() || *c == ' ') && !matches!(c, '(' | ')' | '\\');
    text.chars().filter(fits).collect()
}

/// Lines of no more than 90 characters, broken between words.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in plain(text).split_whitespace() {
        let last = lines.last().map_or(0, String::len);
        if last > 0 && last + word.len() > 90 {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_object_stands_where_the_table_says() {
        let file = String::from_utf8(page("A (small) page", &["one", "two — three"])).unwrap();
        let start: usize = file.lines().rev().nth(1).unwrap().parse().unwrap();
        assert!(file[start..].starts_with("xref\n0 6\n"));
        let entries: Vec<&str> = file[start..].lines().skip(3).take(5).collect();
        for (at, entry) in entries.iter().enumerate() {
            let place: usize = entry[..10].parse().unwrap();
            assert!(file[place..].starts_with(&format!("{} 0 obj", at + 1)));
        }
        assert!(file.contains("(A small page)") && file.contains("(two three)"));
    }
}
