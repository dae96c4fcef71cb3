//! What a type is read from, asked of the type itself: it is given a value of every kind that it asks for,
//! and what it asked is written down.

use super::about;
use serde::Deserializer;
use serde::de::value::{BorrowedStrDeserializer, Error, UnitDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, EnumAccess, Error as _, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};
use serde_json::{Map, Value, json};

/// The schema of a type. `name` is that of its table.
pub(crate) fn of<T: DeserializeOwned>(name: &str) -> Value {
    let mut fields = Vec::new();
    let all = read::<T>(name, None, &mut fields);
    // Where it is read without a field, that may be left out.
    let required: Vec<_> = fields
        .iter()
        .filter(|field| read::<T>(name, Some(field), &mut Vec::new()).is_err())
        .cloned()
        .collect();
    match all {
        Ok(mut schema) => {
            require(&mut schema, name, &required);
            schema
        }
        // A test reads the schema, and finds this in it.
        Err(why) => json!({ "not": {}, "description": format!("{name}: {why}") }),
    }
}

/// Reads a type once, without one of its fields perhaps. Returns what it asked for.
fn read<T: DeserializeOwned>(
    name: &str,
    without: Option<&str>,
    fields: &mut Vec<String>,
) -> Result<Value, Error> {
    let mut found = Value::Null;
    T::deserialize(Trace {
        found: &mut found,
        path: name.to_owned(),
        without,
        fields,
    })?;
    Ok(found)
}

/// Says in a schema, and those within it, which fields there must be.
fn require(schema: &mut Value, path: &str, required: &[String]) {
    let Some(schema) = schema.as_object_mut() else {
        return;
    };
    let is_list = schema.contains_key("items");
    if let Some(items) = schema.get_mut("items") {
        require(items, path, required);
    }
    if let Some(values) = schema.get_mut("additionalProperties") {
        require(values, path, required);
    }
    let mut own = Vec::new();
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        for (field, inner) in properties {
            let path = format!("{path}.{field}");
            require(inner, &path, required);
            if required.contains(&path) {
                own.push(field.clone());
            }
        }
    }
    if !own.is_empty() && !is_list {
        schema.insert("required".to_owned(), own.into());
    }
}

/// Gives a value of each kind that is asked for.
struct Trace<'t> {
    found: &'t mut Value,
    path: String,
    without: Option<&'t str>,
    fields: &'t mut Vec<String>,
}

impl Trace<'_> {
    fn is(self, schema: Value) {
        *self.found = schema;
    }
}

/// Numbers and the like.
macro_rules! plain {
    ($($method:ident, $visit:ident, $value:expr, $kind:literal;)*) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.is(json!({ "type": $kind }));
            visitor.$visit($value)
        }
    )* };
}

/// A text that is an id, too.
const TEXT: &str = "a";

impl<'de> Deserializer<'de> for Trace<'_> {
    type Error = Error;

    plain! {
        deserialize_bool, visit_bool, true, "boolean";
        deserialize_u8, visit_u8, 1, "integer";
        deserialize_u16, visit_u16, 1, "integer";
        deserialize_f64, visit_f64, 1.0, "number";
        deserialize_str, visit_borrowed_str, TEXT, "string";
        deserialize_string, visit_borrowed_str, TEXT, "string";
    }

    /// Whoever takes anything says itself what it makes of it.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let field = self.path.rsplit('.').next().unwrap_or_default();
        let (schema, example) = about::by_hand(field)
            .ok_or_else(|| Error::custom(format!("nothing is said of “{}”", self.path)))?;
        self.is(schema);
        example.deserialize_any(visitor).map_err(Error::custom)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let mut items = Value::Null;
        let read = visitor.visit_seq(Items {
            left: 1,
            inner: Trace {
                found: &mut items,
                path: self.path.clone(),
                without: self.without,
                fields: self.fields,
            },
        });
        *self.found = json!({ "type": "array", "items": items });
        read
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        count: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let mut items = Value::Null;
        let read = visitor.visit_seq(Items {
            left: count,
            inner: Trace {
                found: &mut items,
                path: self.path.clone(),
                without: self.without,
                fields: self.fields,
            },
        });
        *self.found =
            json!({ "type": "array", "items": items, "minItems": count, "maxItems": count });
        read
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let mut values = Value::Null;
        let read = visitor.visit_map(Entries {
            names: &[TEXT],
            at: 0,
            is_map: true,
            properties: &mut Map::new(),
            path: &self.path,
            without: self.without,
            fields: self.fields,
            last: &mut values,
        });
        *self.found = json!({ "type": "object", "additionalProperties": values });
        read
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let mut properties = Map::new();
        let read = visitor.visit_map(Entries {
            names,
            at: 0,
            is_map: false,
            properties: &mut properties,
            path: &self.path,
            without: self.without,
            fields: self.fields,
            last: &mut Value::Null,
        });
        *self.found =
            json!({ "type": "object", "properties": properties, "additionalProperties": false });
        read
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.is(json!({ "enum": variants }));
        visitor.visit_enum(First(variants))
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    // What no questionnaire is made of.
    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u32 u64 u128 f32 char bytes byte_buf unit unit_struct tuple_struct
        ignored_any
    }
}

/// Items of a list, of one kind.
struct Items<'t> {
    left: usize,
    inner: Trace<'t>,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let own = Trace {
            found: self.inner.found,
            path: self.inner.path.clone(),
            without: self.inner.without,
            fields: self.inner.fields,
        };
        seed.deserialize(own).map(Some)
    }
}

/// Fields of a table, or what a map holds.
struct Entries<'t> {
    names: &'t [&'static str],
    at: usize,
    is_map: bool,
    properties: &'t mut Map<String, Value>,
    path: &'t str,
    without: Option<&'t str>,
    fields: &'t mut Vec<String>,
    last: &'t mut Value,
}

impl Entries<'_> {
    fn path(&self, name: &str) -> String {
        match self.is_map {
            true => self.path.to_owned(),
            false => format!("{}.{name}", self.path),
        }
    }
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        let is_left_out = |name: &&&str| self.without == Some(self.path(name).as_str());
        self.at += self
            .names
            .get(self.at)
            .iter()
            .filter(|n| is_left_out(n))
            .count();
        let Some(name) = self.names.get(self.at) else {
            return Ok(None);
        };
        seed.deserialize(BorrowedStrDeserializer::new(name))
            .map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let name = self.names[self.at];
        let path = self.path(name);
        self.at += 1;
        if !self.is_map {
            self.fields.push(path.clone());
        }
        let mut found = Value::Null;
        let read = seed.deserialize(Trace {
            found: &mut found,
            path: path.clone(),
            without: self.without,
            fields: self.fields,
        });
        if self.is_map {
            *self.last = found;
            return read;
        }
        if let Some(about) = about::field(&path) {
            found["description"] = about.into();
        }
        self.properties.insert(name.to_owned(), found);
        read
    }
}

/// The first of some names.
struct First(&'static [&'static str]);

impl<'de> EnumAccess<'de> for First {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Error> {
        let first = self.0.first().copied().unwrap_or_default();
        let name = seed.deserialize(BorrowedStrDeserializer::new(first))?;
        Ok((name, self))
    }
}

impl<'de> VariantAccess<'de> for First {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(UnitDeserializer::new())
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("no name"))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        Err(Error::custom("no name"))
    }
}
