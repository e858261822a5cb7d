//! Conformance: sessions, links, settings.

use store::{Link, Session, Store, Sweep, TokenHash, Uses};

use crate::fixture::{START, found};

pub(crate) fn token(n: u8) -> TokenHash {
    TokenHash([n; 32])
}

fn session(n: u8, seat: &str) -> Session {
    let (token, seat, data) = (token(n), seat.to_owned(), "{}".to_owned());
    Session {
        token,
        seat,
        expires: START + 100,
        data,
    }
}

pub(crate) fn link(n: u8, uses: Uses) -> Link {
    Link {
        token: token(n),
        purpose: "{\"seat\":\"s\"}".to_owned(),
        expires: START + 100,
        uses,
    }
}

pub(crate) fn sessions_end(store: &dyn Store) {
    let (group, other) = (found(store, 1), found(store, 2));
    for (n, seat) in [(1, "s1"), (2, "s1"), (3, "s2"), (4, "s3")] {
        store.put_session(&group, &session(n, seat)).unwrap();
    }
    let get = |n: u8, now: i64| store.session(&group, &token(n), now).unwrap();
    assert_eq!(get(1, START), Some(session(1, "s1")));
    assert_eq!(store.session(&other, &token(1), START).unwrap(), None);
    // At its last instant it is over; a later end can be written.
    assert!(get(1, START + 99).is_some() && get(1, START + 100).is_none());
    store
        .put_session(
            &group,
            &Session {
                expires: START + 200,
                ..session(4, "s3")
            },
        )
        .unwrap();
    assert!(get(4, START + 150).is_some());
    store.remove_session(&group, &token(3)).unwrap();
    assert_eq!(get(3, START), None);
    assert_eq!(store.remove_sessions_of(&group, "s1").unwrap(), 2);
    assert!(get(1, START).is_none() && get(2, START).is_none() && get(4, START).is_some());
    let sweep = Sweep {
        drafts_before: i64::MIN,
        blobs_before: i64::MIN,
        now: START + 200,
    };
    assert_eq!(store.sweep(&group, &sweep).unwrap().sessions, 1);
}

pub(crate) fn a_link_for_one_use_opens_once(store: &dyn Store) {
    let group = found(store, 1);
    let scope = Some(&group);
    store.put_link(scope, &link(1, Uses::Once)).unwrap();
    store.put_link(scope, &link(2, Uses::Many)).unwrap();
    assert_eq!(
        store.peek_link(scope, &token(1), START).unwrap(),
        Some(link(1, Uses::Once))
    );
    assert_eq!(
        store
            .take_link(scope, &token(1), START + 100, None)
            .unwrap(),
        None,
        "expired"
    );
    let opened = session(9, "s");
    let taken = store
        .take_link(scope, &token(1), START, Some(&opened))
        .unwrap();
    assert_eq!(taken, Some(link(1, Uses::Once)));
    assert_eq!(
        store.session(&group, &token(9), START).unwrap(),
        Some(opened)
    );
    let late = session(8, "s");
    assert_eq!(
        store
            .take_link(scope, &token(1), START, Some(&late))
            .unwrap(),
        None
    );
    assert_eq!(store.session(&group, &token(8), START).unwrap(), None);
    for _ in 0..3 {
        assert!(
            store
                .take_link(scope, &token(2), START, None)
                .unwrap()
                .is_some()
        );
    }
}

pub(crate) fn links_of_the_server(store: &dyn Store) {
    store.put_link(None, &link(1, Uses::Once)).unwrap();
    let group = found(store, 1);
    assert_eq!(
        store.peek_link(Some(&group), &token(1), START).unwrap(),
        None
    );
    assert!(store.peek_link(None, &token(1), START).unwrap().is_some());
    assert!(
        store
            .take_link(None, &token(1), START, None)
            .unwrap()
            .is_some()
    );
    assert!(
        store
            .take_link(None, &token(1), START, None)
            .unwrap()
            .is_none()
    );
}

pub(crate) fn settings_are_kept(store: &dyn Store) {
    let group = found(store, 1);
    assert_eq!(store.setting(None, "clock").unwrap(), None);
    store.put_setting(None, "clock", "+3").unwrap();
    store.put_setting(Some(&group), "clock", "+4").unwrap();
    store.put_setting(None, "clock", "+5").unwrap();
    assert_eq!(store.setting(None, "clock").unwrap().as_deref(), Some("+5"));
    assert_eq!(
        store.setting(Some(&group), "clock").unwrap().as_deref(),
        Some("+4")
    );
}
