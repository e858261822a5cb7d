//! `unavoce serve`: a group of one's own, from a data folder.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;

use office::Office;
use store::{SqliteStore, Store};
use web::{App, Settings};

use crate::cli;
use crate::config::Config;
use crate::docx::print;
use crate::edge::{Heartbeat, MachineClock, MachineDice};
use crate::exit::{Status, Told};
use crate::printing::Press;
use crate::trial::OwnProcess;

pub(crate) fn run(asked: &cli::Serve) -> Result<Status, Told> {
    start_log();
    let config = Config::of(asked)?;
    let listener = listen(SocketAddr::new(config.address, config.port))?;
    let base = match config.public_url {
        Some(url) => url,
        None => format!(
            "http://{}",
            listener.local_addr().map_err(Told::io("listen"))?
        ),
    };
    let store = open_store(&config.data)?;
    let office = Office::open(store, Arc::new(MachineClock), Arc::new(MachineDice))
        .map_err(|error| Told::Usage(error.to_string()))?;
    office.set_trial(Arc::new(
        OwnProcess::new().map_err(Told::io("find this program"))?,
    ));
    let app = App::new(
        Arc::new(office),
        Settings {
            base: base.clone(),
            demo: None,
            printer: Arc::new(Press),
            heart: Some(Arc::new(Heartbeat::of(&config.data))),
        },
    );
    print(&format!("listening on {base}\n"))?;
    if app.office.groups().is_empty() {
        let link = app
            .founding_link()
            .map_err(Told::io("make the founding link"))?;
        print(&format!("founding {link}\n"))?;
    }
    if asked.secretariat_link {
        let links = app
            .secretariat_links()
            .map_err(Told::io("make the secretariat's link"))?;
        for (group, link) in links {
            print(&format!("secretariat {group} {link}\n"))?;
        }
    }
    print("ready\n")?;
    run_server(listener, app)
}

/// Opens the data folder; why it can't be opened is a sentence of the store.
pub(crate) fn open_store(folder: &Path) -> Result<Arc<dyn Store>, Told> {
    let store = SqliteStore::open(folder).map_err(|error| Told::Usage(error.to_string()))?;
    Ok(Arc::new(store))
}

pub(crate) fn listen(address: SocketAddr) -> Result<TcpListener, Told> {
    let told = |error| Told::Usage(format!("can't listen on {address}: {error}"));
    let listener = TcpListener::bind(address).map_err(told)?;
    listener.set_nonblocking(true).map_err(told)?;
    Ok(listener)
}

/// Serves until the process is told to end; requests under way are finished.
pub(crate) fn run_server(listener: TcpListener, app: App) -> Result<Status, Told> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(Told::io("start the server"))?;
    runtime
        .block_on(web::serve(listener, app, ended()))
        .map_err(Told::io("serve"))?;
    Ok(Status::Done)
}

/// Resolves at SIGTERM or SIGINT.
async fn ended() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
        }
        Err(_) => {
            let _ = tokio::signal::ctrl_c().await;
        }
    }
}

/// Logs to standard error; `RUST_LOG` chooses what.
pub(crate) fn start_log() {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let _ = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .try_init();
}
