//! Where the values stand in a JSON text, so that one can be exchanged without writing the others anew.

use std::ops::Range;

/// A text, number or truth value with its place and its JSON pointer, in which positions in lists are `*`.
#[derive(Clone, Debug)]
pub struct Place {
    pub pointer: String,
    pub range: Range<usize>,
}

/// Every value of these lines of JSON that is no object and no list.
pub fn places(text: &str) -> Vec<Place> {
    let mut reader = Reader { text: text.as_bytes(), at: 0, found: Vec::new() };
    while reader.at < text.len() {
        reader.value(String::new());
        reader.at += 1;
    }
    reader.found
}

struct Reader<'t> {
    text: &'t [u8],
    at: usize,
    found: Vec<Place>,
}

impl Reader<'_> {
    fn value(&mut self, pointer: String) {
        match self.text[self.at] {
            b'{' => self.members(b'}', |reader| {
                let name = reader.token();
                reader.at += 1;
                let name = String::from_utf8_lossy(&reader.text[name.start + 1..name.end - 1]).into_owned();
                reader.value(format!("{pointer}/{name}"));
            }),
            b'[' => self.members(b']', |reader| reader.value(format!("{pointer}/*"))),
            _ => {
                let range = self.token();
                self.found.push(Place { pointer, range });
            }
        }
    }

    fn members(&mut self, end: u8, mut member: impl FnMut(&mut Self)) {
        self.at += 1;
        while self.text[self.at] != end {
            if self.text[self.at] == b',' {
                self.at += 1;
            }
            member(self);
        }
        self.at += 1;
    }

    /// A text with its quotation marks, or a bare word.
    fn token(&mut self) -> Range<usize> {
        let start = self.at;
        if self.text[start] == b'"' {
            self.at += 1;
            while self.text[self.at] != b'"' {
                self.at += if self.text[self.at] == b'\\' { 2 } else { 1 };
            }
            self.at += 1;
        } else {
            while self.text.get(self.at).is_some_and(|byte| !b",]}\n".contains(byte)) {
                self.at += 1;
            }
        }
        start..self.at
    }
}

#[test]
fn every_value_is_found_where_it_stands() {
    let text = "{\"a\":[{\"b\":\"x\\\"y\"},{\"b\":12}],\"c\":true,\"d\":[]}\n{\"e\":\"\"}\n";
    let found: Vec<_> = places(text).into_iter().map(|it| (it.pointer, text[it.range].to_owned())).collect();
    let expected = [("/a/*/b", "\"x\\\"y\""), ("/a/*/b", "12"), ("/c", "true"), ("/e", "\"\"")];
    assert_eq!(found, expected.map(|(pointer, value)| (pointer.to_owned(), value.to_owned())));
}
