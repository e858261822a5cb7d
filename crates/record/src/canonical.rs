use serde_json::Value;

/// Integers beyond this lose digits in readers that hold numbers as doubles (RFC 8785, 3.2.2.3).
const LARGEST: u64 = (1 << 53) - 1;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CanonicalError {
    #[error("failed to write canonical JSON: {0} is no integer within 2^53 - 1")]
    Number(String),
    #[error("failed to write canonical JSON: {0}")]
    Json(String),
}

/// RFC 8785 bytes of the fields of an act, the value to which `body` and `restricted` commit.
/// Numbers are integers only; instants are text (see [`crate::instant_to_text`]).
pub fn canonical_json(value: &Value) -> Result<Vec<u8>, CanonicalError> {
    check_numbers(value)?;
    serde_json_canonicalizer::to_vec(value).map_err(|e| CanonicalError::Json(e.to_string()))
}

fn check_numbers(value: &Value) -> Result<(), CanonicalError> {
    match value {
        Value::Number(number) => {
            let size = number.as_i64().map(i64::unsigned_abs).or(number.as_u64());
            match size {
                Some(size) if size <= LARGEST => Ok(()),
                _ => Err(CanonicalError::Number(number.to_string())),
            }
        }
        Value::Array(values) => values.iter().try_for_each(check_numbers),
        Value::Object(fields) => fields.values().try_for_each(check_numbers),
        Value::Null | Value::Bool(_) | Value::String(_) => Ok(()),
    }
}
