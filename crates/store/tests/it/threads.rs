//! Conformance: several at once.

use std::thread;

use store::{AppendError, Store, Uses};

use crate::fixture::{START, Scribe, batch, check_log, found};
use crate::signing_in::{link, token};

pub(crate) fn two_threads_append_densely(store: &dyn Store) {
    const EACH: u64 = 200;
    let group = found(store, 1);
    let write = |stream: &'static str| {
        let mut positions = Vec::new();
        while (positions.len() as u64) < EACH {
            let size = store.head(&group).unwrap().size;
            // Decided on the head that was read; the other thread may have moved it since.
            let entry = Scribe::resume(store, &group, stream).entry(stream);
            match store.append(&group, &batch(size, vec![entry])) {
                Ok(appended) => positions.push(appended.first),
                Err(AppendError::Stale { .. } | AppendError::Backwards { .. }) => {}
                Err(other) => panic!("{other}"),
            }
        }
        positions
    };
    let mut positions = thread::scope(|scope| {
        let (one, two) = (
            scope.spawn(|| write("text/a")),
            scope.spawn(|| write("text/b")),
        );
        [one.join().unwrap(), two.join().unwrap()].concat()
    });
    positions.sort_unstable();
    assert_eq!(positions, (0..2 * EACH).collect::<Vec<_>>());
    check_log(store, &group);
}

pub(crate) fn one_of_many_clicks_gets_the_link(store: &dyn Store) {
    let group = found(store, 1);
    for round in 0..10 {
        store
            .put_link(Some(&group), &link(round, Uses::Once))
            .unwrap();
        let click = || {
            store
                .take_link(Some(&group), &token(round), START, None)
                .unwrap()
                .is_some()
        };
        let opened = thread::scope(|scope| {
            let clicks: Vec<_> = (0..4).map(|_| scope.spawn(click)).collect();
            clicks
                .into_iter()
                .map(|click| click.join().unwrap())
                .filter(|opened| *opened)
                .count()
        });
        assert_eq!(opened, 1);
    }
}
