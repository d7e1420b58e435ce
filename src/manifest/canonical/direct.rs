//! The one encoding, straight from a value. Whatever it cannot write is left to the slow way, which finds the words for it.

use std::borrow::Cow;
use std::fmt::{self, Display, Write};

use serde::Serialize;
use serde::ser::{self, Impossible};

use super::SAFE_INTEGER;

/// Where bytes go: into a buffer, or beside bytes that they must equal.
pub trait Sink {
    /// Takes the next bytes; none where they are not the wanted ones.
    fn put(&mut self, bytes: &[u8]) -> Option<()>;
}

impl Sink for Vec<u8> {
    fn put(&mut self, bytes: &[u8]) -> Option<()> {
        self.extend_from_slice(bytes);
        Some(())
    }
}

/// Bytes that others must equal: what is still to come of them.
pub trait Wanted: Sink {
    /// Whether nothing is left.
    fn ends(self) -> bool;
}

impl Sink for &[u8] {
    fn put(&mut self, bytes: &[u8]) -> Option<()> {
        *self = self.strip_prefix(bytes)?;
        Some(())
    }
}

impl Wanted for &[u8] {
    fn ends(self) -> bool {
        self.is_empty()
    }
}

/// Writes a value; none where it has no canonical form, where its members do not come in order, or where the sink takes
/// no more.
pub fn write<T: Serialize>(value: &T, sink: &mut impl Sink) -> Option<()> {
    value.serialize(Writer(sink)).ok()
}

/// It cannot be written this way.
#[derive(Debug)]
pub struct Stuck;

impl Display for Stuck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it cannot be written this way")
    }
}

impl std::error::Error for Stuck {}

impl ser::Error for Stuck {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Done = Result<(), Stuck>;

struct Writer<'s, S>(&'s mut S);

impl<S: Sink> Writer<'_, S> {
    fn put(&mut self, text: &str) -> Done {
        self.0.put(text.as_bytes()).ok_or(Stuck)
    }

    fn text(&mut self, text: &str) -> Done {
        self.put("\"")?;
        Inside(self.0).write_str(text).map_err(|_| Stuck)?;
        self.put("\"")
    }
}

/// Between the quotes of a text.
struct Inside<'s, S>(&'s mut S);

impl<S: Sink> Write for Inside<'_, S> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let (mut printable, mut plain) = (true, true);
        // Every byte is looked at, so that many are at once.
        for byte in text.bytes() {
            printable &= matches!(byte, b' '..=b'~');
            plain &= byte != b'"' && byte != b'\\';
        }
        if !printable {
            return Err(fmt::Error);
        }
        if plain {
            return self.0.put(text.as_bytes()).ok_or(fmt::Error);
        }
        let mut rest = text;
        while let Some(at) = rest.find(['"', '\\']) {
            self.0.put(&rest.as_bytes()[..at]).ok_or(fmt::Error)?;
            self.0.put(&[b'\\', rest.as_bytes()[at]]).ok_or(fmt::Error)?;
            rest = &rest[at + 1..];
        }
        self.0.put(rest.as_bytes()).ok_or(fmt::Error)
    }
}

/// What is between brackets.
pub struct Items<'s, S> {
    sink: &'s mut S,
    first: bool,
    close: &'static str,
}

impl<S: Sink> Items<'_, S> {
    fn next<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        if !std::mem::take(&mut self.first) {
            Writer(self.sink).put(",")?;
        }
        value.serialize(Writer(self.sink))
    }
}

/// What is between braces.
pub struct Members<'s, S> {
    sink: &'s mut S,
    /// The name before; names are never empty.
    last: Cow<'static, str>,
    close: &'static str,
}

impl<S: Sink> Members<'_, S> {
    fn name(&mut self, name: impl Into<Cow<'static, str>>) -> Done {
        let name = name.into();
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if name <= self.last || !name.bytes().all(fits) {
            return Err(Stuck);
        }
        let mut writer = Writer(&mut *self.sink);
        writer.put(if self.last.is_empty() { "\"" } else { ",\"" })?;
        writer.put(&name)?;
        writer.put("\":")?;
        self.last = name;
        Ok(())
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        value.serialize(Writer(self.sink))
    }

    fn close(self) -> Done {
        Writer(self.sink).put(self.close)
    }
}

macro_rules! stuck {
    ($($method:ident: $type:ty),*) => {$(
        fn $method(self, _: $type) -> Done {
            Err(Stuck)
        }
    )*};
}

macro_rules! whole {
    ($($method:ident: $type:ty),*) => {$(
        fn $method(self, number: $type) -> Done {
            self.serialize_u64(u64::from(number))
        }
    )*};
}

impl<'s, S: Sink> ser::Serializer for Writer<'s, S> {
    type Ok = ();
    type Error = Stuck;
    type SerializeSeq = Items<'s, S>;
    type SerializeTuple = Items<'s, S>;
    type SerializeTupleStruct = Items<'s, S>;
    type SerializeTupleVariant = Impossible<(), Stuck>;
    type SerializeMap = Members<'s, S>;
    type SerializeStruct = Members<'s, S>;
    type SerializeStructVariant = Members<'s, S>;

    stuck!(serialize_f32: f32, serialize_f64: f64, serialize_bytes: &[u8], serialize_char: char);
    whole!(serialize_u8: u8, serialize_u16: u16, serialize_u32: u32);
    stuck!(serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64);

    fn serialize_bool(mut self, flag: bool) -> Done {
        self.put(if flag { "true" } else { "false" })
    }

    fn serialize_u64(mut self, number: u64) -> Done {
        if number > SAFE_INTEGER {
            return Err(Stuck);
        }
        self.put(itoa::Buffer::new().format(number))
    }

    fn serialize_str(mut self, text: &str) -> Done {
        self.text(text)
    }

    fn collect_str<T: Display + ?Sized>(mut self, value: &T) -> Done {
        self.put("\"")?;
        write!(Inside(self.0), "{value}").map_err(|_| Stuck)?;
        self.put("\"")
    }

    fn serialize_none(self) -> Done {
        Err(Stuck)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        Err(Stuck)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        Err(Stuck)
    }

    fn serialize_unit_variant(mut self, _: &'static str, _: u32, variant: &'static str) -> Done {
        self.text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Done {
        let mut members = self.serialize_map(None)?;
        members.name(variant)?;
        members.value(value)?;
        members.close()
    }

    fn serialize_seq(mut self, _: Option<usize>) -> Result<Items<'s, S>, Stuck> {
        self.put("[")?;
        Ok(Items { sink: self.0, first: true, close: "]" })
    }

    fn serialize_tuple(self, length: usize) -> Result<Items<'s, S>, Stuck> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Items<'s, S>, Stuck> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Stuck> {
        Err(Stuck)
    }

    fn serialize_map(mut self, _: Option<usize>) -> Result<Members<'s, S>, Stuck> {
        self.put("{")?;
        Ok(Members { sink: self.0, last: Cow::Borrowed(""), close: "}" })
    }

    fn serialize_struct(self, _: &'static str, length: usize) -> Result<Members<'s, S>, Stuck> {
        self.serialize_map(Some(length))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members<'s, S>, Stuck> {
        let mut outer = self.serialize_map(None)?;
        outer.name(variant)?;
        Writer(outer.sink).put("{")?;
        Ok(Members { sink: outer.sink, last: Cow::Borrowed(""), close: "}}" })
    }
}

macro_rules! items {
    ($($trait:ident $method:ident),*) => {$(
        impl<S: Sink> ser::$trait for Items<'_, S> {
            type Ok = ();
            type Error = Stuck;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
                self.next(value)
            }

            fn end(self) -> Done {
                Writer(self.sink).put(self.close)
            }
        }
    )*};
}

items!(SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field);

macro_rules! fields {
    ($($trait:ident),*) => {$(
        impl<S: Sink> ser::$trait for Members<'_, S> {
            type Ok = ();
            type Error = Stuck;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Done {
                self.name(name)?;
                self.value(value)
            }

            fn end(self) -> Done {
                self.close()
            }
        }
    )*};
}

fields!(SerializeStruct, SerializeStructVariant);

impl<S: Sink> ser::SerializeMap for Members<'_, S> {
    type Ok = ();
    type Error = Stuck;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        let mut quoted = Vec::new();
        key.serialize(Writer(&mut quoted))?;
        let name = quoted.strip_prefix(b"\"").and_then(|it| it.strip_suffix(b"\"")).ok_or(Stuck)?;
        self.name(std::str::from_utf8(name).map_err(|_| Stuck)?.to_owned())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.value(value)
    }

    fn end(self) -> Done {
        self.close()
    }
}
