//! Field classes (8-acts, *Rules*): a class is part of the type of the field.
//!
//! Open fields are plain. The others serialise to a marked value, so that sealing an act can split its
//! fields without knowing the fact: `{"$restricted": v}`, `{"$personal": v}`, `{"$file": "id"}`. Marks
//! stand at the top level of a fact only. What was erased or is not shown is left out, and reads back
//! as withheld.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! class {
    ($name:ident, $mark:literal, $what:literal) => {
        #[doc = $what]
        ///
        /// The law never reads it: `reveal` is forbidden inside this crate.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub enum $name<T> {
            /// The value is here.
            Given(T),
            /// Erased, or not for this reader.
            #[default]
            Withheld,
        }

        impl<T> $name<T> {
            /// The value, where it is here.
            pub fn reveal(&self) -> Option<&T> {
                match self {
                    Self::Given(value) => Some(value),
                    Self::Withheld => None,
                }
            }

            /// Whether nothing is to be written: it is left out.
            pub fn is_withheld(&self) -> bool {
                matches!(self, Self::Withheld)
            }
        }

        impl<T: Serialize> Serialize for $name<T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let Self::Given(value) = self else {
                    return serializer.serialize_none();
                };
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry($mark, value)?;
                map.end()
            }
        }

        impl<'de, T: DeserializeOwned> Deserialize<'de> for $name<T> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[derive(Deserialize)]
                #[serde(bound = "T: DeserializeOwned")]
                struct Marked<T> {
                    #[serde(rename = $mark)]
                    value: T,
                }
                Ok(match Option::<Marked<T>>::deserialize(deserializer)? {
                    Some(marked) => Self::Given(marked.value),
                    None => Self::Withheld,
                })
            }
        }
    };
}

class!(
    Restricted,
    "$restricted",
    "For the organisation and the secretariat, or as the round's visibility says."
);
class!(
    Personal,
    "$personal",
    "A person's name, address, or free text about a person: erasable alone."
);

/// A committed file, by its random id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Filed {
    #[serde(rename = "$file")]
    pub id: String,
}
