//! Rendering is cheap: a public page is far below a millisecond even without optimisation.

use std::time::Instant;

use pages::published::Published;
use pages::{Words, render, samples};

/// Generous, so that a busy machine passes; `cargo test --release -- --nocapture speed` prints the
/// figure that documentation may quote.
#[test]
fn a_public_page_renders_quickly() {
    let (words, shell) = (Words::english(), samples::visitor());
    let (_, view) = Published::samples().remove(0);
    let mut best = u128::MAX;
    for _ in 0..20 {
        let start = Instant::now();
        for _ in 0..50 {
            assert!(render(words, &shell, &view).len() > 1_000);
        }
        best = best.min(start.elapsed().as_nanos() / 50);
    }
    println!("a public page: {best} ns");
    let limit = if cfg!(debug_assertions) {
        5_000_000
    } else {
        50_000
    };
    assert!(best < limit, "{best} ns");
}
