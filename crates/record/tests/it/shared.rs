//! The data beside the clone. It is not part of the project: a test without it says so and passes.

use std::path::PathBuf;

use serde_json::Value;

/// The path of a file or folder of the shared record data, if it is there.
pub(crate) fn path(name: &str) -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/record");
    let path = root.join(name);
    if !path.exists() {
        println!("skipped: shared data not present");
        return None;
    }
    Some(path)
}

pub(crate) fn text(name: &str) -> Option<String> {
    Some(std::fs::read_to_string(path(name)?).unwrap())
}

pub(crate) fn json(name: &str) -> Option<Value> {
    Some(serde_json::from_str(&text(name)?).unwrap())
}

pub(crate) fn hash(value: &Value) -> record::Hash {
    record::Hash::from_base64(value.as_str().unwrap()).unwrap()
}

pub(crate) fn hashes(value: &Value) -> Vec<record::Hash> {
    value.as_array().unwrap().iter().map(hash).collect()
}
