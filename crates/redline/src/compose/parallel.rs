//! The same work for each return, on two threads: the results come in the order of the returns.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Does `work` for each item, the next one on whichever thread is free; gives the results in the items'
/// order.
#[must_use]
pub fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    if items.len() < 4 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let rank = next.fetch_add(1, Ordering::Relaxed);
        items.get(rank).map(|item| (rank, work(item)))
    };
    let mut results = std::thread::scope(|scope| {
        let beside = scope.spawn(|| std::iter::from_fn(take).collect::<Vec<_>>());
        let mut results: Vec<(usize, R)> = std::iter::from_fn(take).collect();
        match beside.join() {
            Ok(rest) => results.extend(rest),
            Err(panic) => std::panic::resume_unwind(panic),
        }
        results
    });
    results.sort_unstable_by_key(|(rank, _)| *rank);
    results.into_iter().map(|(_, result)| result).collect()
}
