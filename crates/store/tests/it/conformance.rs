//! The one suite for every back end: each test is a function on the port. A back end joins by
//! naming its fixture in [`conformance`].

use store::{SqliteStore, Store};

/// Opens a store on its own, empty storage, which lives as long as the fixture.
pub(crate) trait Fixture {
    fn new() -> Self;
    fn store(&self) -> &dyn Store;
}

pub(crate) struct Sqlite {
    store: SqliteStore,
    _folder: tempfile::TempDir,
}

impl Fixture for Sqlite {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Sqlite {
            store: SqliteStore::open(folder.path()).unwrap(),
            _folder: folder,
        }
    }

    fn store(&self) -> &dyn Store {
        &self.store
    }
}

macro_rules! conformance {
    ($backend:ident, $fixture:ty) => {
        mod $backend {
            use super::*;

            conformance! { @each $fixture;
                appending: appends_and_reads_back, a_founding_is_whole_or_not_at_all,
                    names_are_taken_once, groups_are_apart, a_stale_batch_is_refused,
                    a_command_is_done_once, acts_follow_on_their_streams,
                    what_cannot_be_checked_is_refused, proofs_hold_at_every_size,
                    files_of_acts, messages_wait_until_they_are_sent,
                    nothing_of_a_refused_batch_stays;
                drafting: two_people_never_overwrite_each_other, a_draft_begun_anew_is_another,
                    drafts_are_listed_by_place, an_append_takes_the_draft_that_it_used,
                    files_stay_with_their_draft, old_drafts_and_files_are_swept;
                signing_in: sessions_end, a_link_for_one_use_opens_once, links_of_the_server,
                    settings_are_kept;
                threads: two_threads_append_densely, one_of_many_clicks_gets_the_link;
            }
        }
    };
    (@each $fixture:ty; $($module:ident: $($name:ident),*;)*) => {$($(
        #[test]
        fn $name() {
            let fixture = <$fixture>::new();
            crate::$module::$name(fixture.store());
        }
    )*)*};
}

conformance!(sqlite, Sqlite);
