//! Where `serve` takes its settings from: flag, environment variable, file, default, in this order.

use std::fs;
use std::net::TcpListener;

use crate::bench::{Bench, Ran};
use crate::server::{Server, unavoce};

/// Reserved addresses that no machine has (RFC 1112): a server that is to listen there says so and ends,
/// so that no test waits for one.
const NOWHERE: [&str; 3] = ["240.0.0.1", "240.0.0.2", "240.0.0.3"];

/// The flag, the variable and the key of a setting.
struct Names {
    flag: &'static str,
    variable: &'static str,
    key: &'static str,
}

const DATA: Names = Names {
    flag: "--data",
    variable: "UNAVOCE_DATA",
    key: "data",
};
const PORT: Names = Names {
    flag: "--port",
    variable: "UNAVOCE_PORT",
    key: "port",
};
const ADDRESS: Names = Names {
    flag: "--address",
    variable: "UNAVOCE_ADDRESS",
    key: "address",
};
const PUBLIC_URL: Names = Names {
    flag: "--public-url",
    variable: "UNAVOCE_PUBLIC_URL",
    key: "public_url",
};

/// Says a setting in every combination of flag, variable and file, with the values in this order and as
/// TOML, and asks each time which one holds: the first that was said, else the default.
fn check(
    names: &Names,
    values: [&str; 3],
    default: &str,
    beside: &[&str],
    held: impl Fn(&Bench, &[(&str, &str)], &[&str]) -> String,
) {
    for said in 0..8_u8 {
        let [flag, variable, file] = [4, 2, 1].map(|bit| said & bit != 0);
        let bench = Bench::new();
        let mut arguments = ["serve", "--config", "settings.toml"].to_vec();
        arguments.extend(beside);
        let mut environment = Vec::new();
        let mut settings = String::from("# The settings of this test.\n");
        if flag {
            arguments.extend([names.flag, values[0]]);
        }
        if variable {
            environment.push((names.variable, values[1]));
        }
        if file {
            let value = values[2];
            let written = if names.key == "port" {
                value.to_owned()
            } else {
                format!("{value:?}")
            };
            settings.push_str(&format!("{} = {written}\n", names.key));
        }
        bench.put("settings.toml", settings.as_bytes());
        let expected = match (flag, variable, file) {
            (true, ..) => values[0],
            (_, true, _) => values[1],
            (.., true) => values[2],
            _ => default,
        };
        assert_eq!(
            held(&bench, &environment, &arguments),
            expected,
            "{}: flag {flag}, variable {variable}, file {file}",
            names.key
        );
    }
}

/// The place at which a server could not listen.
fn refused_at(ran: &Ran) -> &str {
    assert_eq!(ran.status, 2, "{}", ran.told);
    let (_, rest) = ran.told.split_once("can't listen on ").unwrap();
    rest.split_once(": ").unwrap().0
}

/// Starts the server of a bench and ends it: what its first line said.
fn listening(bench: &Bench, environment: &[(&str, &str)], arguments: &[&str]) -> String {
    let mut command = unavoce();
    command.current_dir(bench.path("."));
    command.envs(environment.iter().copied()).args(arguments);
    Server::start(&mut command).lines["listening on"].clone()
}

#[test]
fn a_flag_goes_before_the_environment_and_that_before_the_file() {
    let listens = |bench: &Bench, environment: &[(&str, &str)], arguments: &[&str]| {
        refused_at(&bench.run_in(environment, arguments)).to_owned()
    };
    let port = |bench: &Bench, environment: &[(&str, &str)], arguments: &[&str]| {
        let place = listens(bench, environment, arguments);
        place.split_once(':').unwrap().1.to_owned()
    };
    let beside = ["--data", "data", "--address", NOWHERE[0]];
    check(&PORT, ["1001", "1002", "1003"], "8040", &beside, port);
    // The default address is there on every machine; a taken port makes the server say it.
    let holder = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = holder.local_addr().unwrap().port().to_string();
    let address = |bench: &Bench, environment: &[(&str, &str)], arguments: &[&str]| {
        let place = listens(bench, environment, arguments);
        place.split_once(':').unwrap().0.to_owned()
    };
    let beside = ["--data", "data", "--port", &taken];
    check(&ADDRESS, NOWHERE, "127.0.0.1", &beside, address);
}

#[test]
fn the_data_folder_and_the_public_address_are_taken_in_the_same_order() {
    let folder = |bench: &Bench, environment: &[(&str, &str)], arguments: &[&str]| {
        if arguments.contains(&"--data") || !environment.is_empty() || in_file(bench) {
            listening(bench, environment, arguments);
        } else {
            let ran = bench.run(&[arguments, &["--address", NOWHERE[0]]].concat());
            assert_eq!(ran.status, 2, "{}", ran.told);
            assert!(ran.told.contains("no data folder is named"), "{}", ran.told);
        }
        let made = |name: &&str| bench.path(name).join("keys").exists();
        let made: Vec<_> = ["one", "two", "three"].into_iter().filter(made).collect();
        made.concat()
    };
    check(&DATA, ["one", "two", "three"], "", &["--port", "0"], folder);
    let base = |bench: &Bench, environment: &[(&str, &str)], arguments: &[&str]| {
        let base = listening(bench, environment, arguments);
        let port = base.rsplit_once(':').unwrap().1;
        if base.starts_with("http://127.0.0.1:") {
            base.replace(port, "ANY")
        } else {
            base
        }
    };
    let values = [
        "http://192.0.2.1:80",
        "http://192.0.2.2:80",
        "http://192.0.2.3:80",
    ];
    let beside = ["--port", "0", "--data", "data"];
    check(&PUBLIC_URL, values, "http://127.0.0.1:ANY", &beside, base);
}

fn in_file(bench: &Bench) -> bool {
    String::from_utf8(bench.read("settings.toml"))
        .unwrap()
        .contains("data = ")
}

#[test]
fn the_file_that_is_named_goes_before_the_one_in_the_data_folder() {
    let bench = Bench::new();
    fs::create_dir_all(bench.path("data")).unwrap();
    for (name, port) in [
        ("flag.toml", "1"),
        ("variable.toml", "2"),
        ("data/unavoce.toml", "3"),
    ] {
        bench.put(name, format!("port = {port}\n").as_bytes());
    }
    let serve = ["serve", "--data", "data", "--address", NOWHERE[0]];
    let flag = [&serve[..], &["--config", "flag.toml"]].concat();
    let variable = [("UNAVOCE_CONFIG", "variable.toml")];
    for (environment, arguments, port) in [
        (&variable[..], &flag[..], "1"),
        (&variable, &serve, "2"),
        (&[], &serve, "3"),
    ] {
        let ran = bench.run_in(environment, arguments);
        assert_eq!(refused_at(&ran), format!("{}:{port}", NOWHERE[0]));
    }
}

#[test]
fn a_folder_in_the_file_begins_at_the_file() {
    let bench = Bench::new();
    fs::create_dir_all(bench.path("etc")).unwrap();
    bench.put("etc/una.toml", b"data = \"group\"\nport = 0\n");
    listening(&bench, &[], &["serve", "--config", "etc/una.toml"]);
    assert!(bench.path("etc/group/keys").exists());
}

#[test]
fn a_file_that_says_something_else_is_refused_with_its_key() {
    let cases = [
        (
            "port = 8040\nprot = 1\n",
            "line 2: unknown key `prot`, expected one of `data`, `port`, `address`, `public_url`",
        ),
        (
            "[serve]\nport = 1\n",
            "unknown key `serve`, expected one of `data`",
        ),
        (
            "port = \"8040\"\n",
            "line 1: the key `port` takes a whole number from 0 to 65535, not \"8040\"",
        ),
        (
            "port = 65536\n",
            "the key `port` takes a whole number from 0 to 65535, not 65536",
        ),
        (
            "data = 7\n",
            "the key `data` takes a folder as \"/var/lib/unavoce\", not 7",
        ),
        (
            "data = \"\"\n",
            "the key `data` takes a folder as \"/var/lib/unavoce\", not \"\"",
        ),
        (
            "address = \"localhost\"\n",
            "the key `address` takes an IP address as \"127.0.0.1\", not \"localhost\"",
        ),
        (
            "\npublic_url = [\"https://a.example\"]\n",
            "line 2: the key `public_url` takes an address as \"https://record.example.org\", not a value",
        ),
        (
            "public_url = \"record.example.org\"\n",
            "the key `public_url` takes an address as \"https://record.example.org\", not",
        ),
        ("port = 1\nport = 2\n", "line 2: duplicate key"),
        ("port 8040\n", "line 1: "),
    ];
    for (text, sentence) in cases {
        let bench = Bench::new();
        fs::create_dir(bench.path("data")).unwrap();
        bench.put("data/unavoce.toml", text.as_bytes());
        bench.put("settings.toml", text.as_bytes());
        for (name, named) in [
            ("data/unavoce.toml", &[][..]),
            ("settings.toml", &["--config", "settings.toml"]),
        ] {
            let serve = ["serve", "--data", "data", "--address", NOWHERE[0]];
            let ran = bench.run(&[&serve, named].concat());
            assert_eq!(ran.status, 2, "{text}: {}", ran.told);
            assert!(
                ran.told.starts_with(&format!("unavoce: {name}, line "))
                    && ran.told.contains(sentence),
                "{text}: {}",
                ran.told
            );
            assert_eq!(ran.told.lines().count(), 1, "{}", ran.told);
            let left = fs::read_dir(bench.path("data")).unwrap().count();
            assert_eq!(left, 1, "{text}: something was made in the folder");
        }
    }
}

#[test]
fn a_file_that_cant_be_read_is_refused() {
    let bench = Bench::new();
    fs::create_dir(bench.path("folder.toml")).unwrap();
    bench.put("long.toml", " ".repeat(70_000).as_bytes());
    bench.put("word.toml", b"port = 1 # \xff\n");
    for (name, sentence) in [
        (
            "missing.toml",
            "can't read missing.toml: there is no such file",
        ),
        ("folder.toml", "can't read folder.toml: "),
        ("long.toml", "long.toml is too large"),
        ("word.toml", "can't read word.toml: "),
    ] {
        let serve = ["serve", "--data", "data", "--address", NOWHERE[0]];
        let variable = bench.run_in(&[("UNAVOCE_CONFIG", name)], &serve);
        let flag = bench.run(&[&serve[..], &["--config", name]].concat());
        for ran in [variable, flag] {
            assert_eq!(ran.status, 2, "{name}: {}", ran.told);
            assert!(ran.told.contains(sentence), "{}", ran.told);
            assert!(!bench.path("data").exists());
        }
    }
}

#[test]
fn the_demonstration_has_variables_of_its_own() {
    let bench = Bench::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let demo = [
        ("UNAVOCE_DEMO_PORT", port.as_str()),
        ("UNAVOCE_DATA", "group"),
        ("UNAVOCE_PORT", "0"),
        ("UNAVOCE_CONFIG", "missing.toml"),
    ];
    let ran = bench.run_in(&demo, &["demo"]);
    assert_eq!(refused_at(&ran), format!("127.0.0.1:{port}"));
    assert!(!bench.path("group").exists());
    let ran = bench.run_in(&demo, &["demo", "--port", "0", "--at", "soon"]);
    assert!(ran.told.contains("soon"), "{}", ran.told);
    let at = [("UNAVOCE_DEMO_AT", "later")];
    let ran = bench.run_in(&at, &["demo", "--port", "0"]);
    assert!(ran.told.contains("later"), "{}", ran.told);
    let ran = bench.run_in(&at, &["demo", "--port", "0", "--at", "soon"]);
    assert!(ran.told.contains("soon"), "{}", ran.told);
    let data = [("UNAVOCE_DEMO_DATA", "kept")];
    listening(&bench, &data, &["demo", "--port", "0"]);
    assert!(bench.path("kept/keys").exists());
}

#[test]
fn the_help_names_every_variable_and_key() {
    let bench = Bench::new();
    let help = bench.run(&["serve", "--help"]).out;
    for names in [DATA, PORT, ADDRESS, PUBLIC_URL] {
        let Names {
            flag,
            variable,
            key,
        } = names;
        for word in [
            flag.to_owned(),
            format!("[env: {variable}="),
            format!("[key: {key}]"),
            format!("\n  {key} = "),
        ] {
            assert!(help.contains(&word), "{word}: {help}");
        }
    }
    // The example is a file that is understood.
    let from = help.find("# unavoce.toml").unwrap();
    let example = help[from..].split("\n\n").next().unwrap();
    bench.put("example.toml", example.as_bytes());
    let arguments = ["serve", "--config", "example.toml", "--address", NOWHERE[0]];
    let ran = bench.run(&arguments);
    assert_eq!(refused_at(&ran), format!("{}:8040", NOWHERE[0]));
}
