//! `unavoce demo`: the practice group on an embedded database, ready at once.

mod clock;
mod fiction;
mod markup;
mod seed;
mod word;

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use group::Instant;
use office::{Clock as _, Office};
use store::Store;
use web::{App, Settings};

use crate::cli;
use crate::docx::print;
use crate::edge::{MachineDice, machine_time};
use crate::exit::{Status, Told};
use crate::printing::Press;
use crate::serve::{listen, open_store, run_server, start_log};
use crate::trial::OwnProcess;
use clock::DemoClock;
use seed::Cast;

/// Set once the seeding is whole: a folder in which it was cut short is begun anew.
const SEEDED: &str = "demo.seeded";

pub(crate) fn run(asked: &cli::Demo) -> Result<Status, Told> {
    start_log();
    let at = match &asked.at {
        Some(text) => Some(clock::read_at(text, machine_time()).map_err(Told::Usage)?),
        None => None,
    };
    let listener = listen(SocketAddr::from((Ipv4Addr::LOCALHOST, asked.port)))?;
    let base = format!(
        "http://{}",
        listener.local_addr().map_err(Told::io("listen"))?
    );
    // Dropped when the program ends, and the folder with it.
    let temporary = match asked.data {
        Some(_) => None,
        None => Some(tempfile::tempdir().map_err(Told::io("make a temporary folder"))?),
    };
    let folder = match (&asked.data, &temporary) {
        (Some(folder), _) => folder.clone(),
        (None, Some(temporary)) => temporary.path().to_owned(),
        (None, None) => PathBuf::from("."),
    };
    let store = seeded_store(&folder)?;
    let clock = DemoClock::from_store(Arc::clone(&store)).map_err(Told::io("read the clock"))?;
    let clock = Arc::new(clock);
    let office = Office::open(
        store,
        Arc::<DemoClock>::clone(&clock),
        Arc::new(MachineDice),
    )
    .map_err(|error| Told::Usage(error.to_string()))?;
    office.set_trial(Arc::new(
        OwnProcess::new().map_err(Told::io("find this program"))?,
    ));
    set_clock(&office, &clock, at)?;
    let cast = Cast::of(&office).ok_or_else(|| {
        Told::Usage("this folder holds no practice group: choose another folder".into())
    })?;
    let (links, lines) = links(&office, &base, &cast);
    let demo = web::Demo { clock, links };
    let app = App::new(
        Arc::new(office),
        Settings {
            base: base.clone(),
            demo: Some(demo),
            printer: Arc::new(Press),
            heart: None,
        },
    );
    // What fell due while it was not running, before anybody looks.
    app.office
        .close_what_is_due()
        .map_err(|error| Told::Usage(error.to_string()))?;
    print(&format!("listening on {base}\n{lines}ready\n"))?;
    run_server(listener, app)
}

/// Opens the folder; on its first start the practice group is made in it. A seeding that was cut
/// short leaves no mark: what it wrote is let go, and it begins anew.
fn seeded_store(folder: &std::path::Path) -> Result<Arc<dyn Store>, Told> {
    let store = open_store(folder)?;
    let groups = store.groups().map_err(Told::io("read the folder"))?;
    let marked = store
        .setting(None, SEEDED)
        .map_err(Told::io("read the folder"))?
        .is_some();
    if marked {
        return Ok(store);
    }
    if !groups.is_empty() {
        let ours = groups
            .iter()
            .all(|group| group.origin.starts_with(seed::HOST));
        if !ours {
            return Err(Told::Usage(format!(
                "{} holds a group that is not the demonstration's: choose another folder",
                folder.display()
            )));
        }
        drop(store);
        for inside in ["data", "keys"] {
            std::fs::remove_dir_all(folder.join(inside))
                .map_err(Told::io("begin the folder anew"))?;
        }
        return seeded_store(folder);
    }
    seed::seed(&store, machine_time()).map_err(|error| Told::Io {
        what: "make the practice group".into(),
        why: error.to_string(),
    })?;
    store
        .put_setting(None, SEEDED, "1")
        .map_err(Told::io("mark the folder"))?;
    Ok(store)
}

/// Sets the clock to what was asked, and never before the last act.
fn set_clock(office: &Office, clock: &DemoClock, at: Option<Instant>) -> Result<(), Told> {
    let last = office
        .groups()
        .iter()
        .filter_map(|group| office.loaded(group)?.last_time)
        .max();
    let wanted = at.unwrap_or_else(|| clock.now());
    let to = last.map_or(wanted, |last| last.max(wanted));
    if at.is_some_and(|at| at < to) {
        tracing::warn!(%to, "the clock can't stand before the last act; it is set to that");
    }
    if at.is_some() || to > clock.now() {
        clock.set(to).map_err(Told::io("set the clock"))?;
    }
    Ok(())
}

type Links = BTreeMap<String, (String, group::Id)>;

/// A link for each role, in the order of the contract, and the lines that print them.
fn links(office: &Office, base: &str, cast: &Cast) -> (Links, String) {
    let mut links = Links::new();
    let mut lines = String::new();
    for (role, seat) in &cast.roles {
        let secret = office.secret();
        lines.push_str(&format!(
            "{role} {base}/signin/{}.{secret}\n",
            fiction::GROUP
        ));
        links.insert(secret, (fiction::GROUP.to_owned(), *seat));
    }
    lines.push_str(&format!("public {base}/{}\n", fiction::GROUP));
    // Groups made from a public source are only shown.
    let told = office.groups().into_iter();
    for group in told.filter(|group| group != fiction::GROUP) {
        lines.push_str(&format!("public-{group} {base}/{group}\n"));
    }
    (links, lines)
}
