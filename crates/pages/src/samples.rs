//! Named states of every view, all of a plainly fictional practice group: so each page renders in
//! each state without a server, in tests and in the gallery (`examples/gallery.rs`).

mod brief;
mod clearance;
mod comments;
mod corrections;
mod dropping;
mod group;
mod history;
mod items;
mod meetings;
mod minutes;
mod new_text;
mod notices;
mod pieces;
mod procedure;
mod record;
mod responses;
mod returns;
mod standing;
mod texts;
mod voting;
mod work;

pub use history::from_source;
pub use pieces::{command, demo, member, secretariat, visitor};

use crate::frame::{Place, Shell, render};
use crate::words::Words;

/// Calls back once for each view type, with its name and a shell in which it stands.
macro_rules! every_view {
    ($($name:literal $view:ty, $shell:expr, $place:ident;)*) => {
        /// All samples of all views as whole pages: (view, state, HTML).
        pub fn pages(words: &Words) -> Vec<(&'static str, &'static str, String)> {
            let mut pages = Vec::new();
            $(
                let shell = Shell { place: Place::$place, ..$shell };
                for (state, view) in <$view>::samples() {
                    pages.push(($name, state, render(words, &shell, &view)));
                }
            )*
            pages
        }
    };
}

every_view! {
    "front" crate::front::Front, Shell::default(), Elsewhere;
    "home" crate::front::Home, visitor(), Elsewhere;
    "sign-in" crate::signin::SignIn, visitor(), Elsewhere;
    "sign-in-ended" crate::signin::SignInEnded, visitor(), Elsewhere;
    "founding" crate::founding::Founding, Shell::default(), Elsewhere;
    "today" crate::today::Today, secretariat(), Today;
    "texts" crate::texts::Texts, member(), Texts;
    "new-text" crate::new_text::NewText, secretariat(), Texts;
    "templates" crate::templates::Templates, secretariat(), Texts;
    "read" crate::read::Read, secretariat(), Texts;
    "return" crate::returning::Return, member(), Texts;
    "check" crate::check::Check, member(), Texts;
    "drop" crate::dropping::Dropping, secretariat(), Texts;
    "drop-reading" crate::dropping::Reading, secretariat(), Texts;
    "typing" crate::typing::Typing, member(), Texts;
    "comments" crate::comments::Comments, secretariat(), Texts;
    "responses" crate::responses::Responses, member(), Texts;
    "became" crate::became::BecameOf, member(), Texts;
    "brief" crate::brief::Brief, member(), Texts;
    "corrections" crate::corrections::Corrections, secretariat(), Texts;
    "clearance" crate::clearance::Clearance, member(), Texts;
    "say" crate::position::Say, member(), Texts;
    "enter" crate::entering::EnterPosition, secretariat(), Texts;
    "enter-vote" crate::entering_vote::EnterVote, secretariat(), Texts;
    "inbox" crate::inbox::Inbox, secretariat(), Elsewhere;
    "notices" crate::notice::Notices, secretariat(), Record;
    "notice" crate::notice::Notice, member(), Record;
    "outbox" crate::outbox::Outbox, secretariat(), Record;
    "rules" crate::rules::Rules, secretariat(), Elsewhere;
    "published" crate::published::Published, visitor(), Texts;
    "undone" crate::published::Undone, visitor(), Texts;
    "decisions" crate::decisions::Decisions, member(), Decisions;
    "members" crate::members::Members, secretariat(), Members;
    "decision" crate::decision::Decision, member(), Decisions;
    "actions" crate::actions::Actions, member(), Actions;
    "new-action" crate::actions::NewAction, secretariat(), Actions;
    "action" crate::action::Action, member(), Actions;
    "member" crate::member::Member, member(), Members;
    "coverage" crate::coverage::Coverage, member(), Members;
    "new-link" crate::members::NewLink, secretariat(), Members;
    "record" crate::record::Record, member(), Record;
    "receipt" crate::record::Receipt, demo(), Record;
    "wrong" crate::wrong::Wrong, member(), Elsewhere;
    "public-texts" crate::texts::Texts, visitor(), Texts;
    "public-members" crate::members::Members, visitor(), Members;
    "public-receipt" crate::record::Receipt, visitor(), Record;
    "meetings" crate::meetings::Meetings, secretariat(), Meetings;
    "public-meetings" crate::meetings::Meetings, visitor(), Meetings;
    "call" crate::call::Call, secretariat(), Meetings;
    "meeting" crate::meeting::Meeting, secretariat(), Meetings;
    "agenda" crate::agenda::AgendaForm, secretariat(), Meetings;
    "item" crate::item::Item, secretariat(), Meetings;
    "minutes" crate::minutes::Minutes, secretariat(), Meetings;
    "note-draft" crate::note::Draft, member(), Meetings;
    "note" crate::note::Note, from_source(), Meetings;
    "themes" crate::themes::Themes, from_source(), Themes;
    "theme" crate::themes::Theme, member(), Themes;
    "mandates" crate::mandates::Mandates, from_source(), Mandates;
    "public-decisions" crate::decisions::Decisions, from_source(), Decisions;
    "own-themes" crate::themes::Themes, secretariat(), Themes;
    "own-mandates" crate::mandates::Mandates, secretariat(), Mandates;
    "public-decision" crate::decision::Decision, visitor(), Decisions;
    "public-member" crate::member::Member, visitor(), Members;
    "public-wrong" crate::wrong::Wrong, Shell::default(), Elsewhere;
}
