//! Rows looked up by name, mostly in the order in which they stand.

use std::collections::HashMap;

/// Finds rows by their names: the one behind the row found last at once, any other with the help of a map that is made when
/// first needed. Of several with one name the first.
pub struct ByName<'r, T> {
    rows: &'r [T],
    name: fn(&T) -> &str,
    next: usize,
    others: Option<HashMap<&'r str, usize>>,
}

impl<'r, T> ByName<'r, T> {
    /// Looks among these rows.
    pub fn new(rows: &'r [T], name: fn(&T) -> &str) -> Self {
        Self { rows, name, next: 0, others: None }
    }

    /// The row with this name.
    pub fn get(&mut self, name: &str) -> Option<&'r T> {
        let is_next = self.rows.get(self.next).is_some_and(|row| (self.name)(row) == name);
        let at = if is_next { self.next } else { self.place(name)? };
        self.next = at + 1;
        self.rows.get(at)
    }

    fn place(&mut self, name: &str) -> Option<usize> {
        let (rows, name_of) = (self.rows, self.name);
        let others = self.others.get_or_insert_with(|| {
            let mut others = HashMap::with_capacity(rows.len());
            for (at, row) in rows.iter().enumerate() {
                others.entry(name_of(row)).or_insert(at);
            }
            others
        });
        others.get(name).copied()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn names_that_stand_once_are_found_wherever_they_stand(
            rows in prop::collection::btree_set("[a-d]{1,3}", 0..20), asked in prop::collection::vec("[a-d]{1,3}", 0..40),
        ) {
            let rows: Vec<String> = rows.into_iter().collect();
            let mut lookup = ByName::new(&rows, |row| row);
            for name in rows.iter().chain(&asked) {
                prop_assert_eq!(lookup.get(name), rows.iter().find(|row| *row == name));
            }
        }
    }
}
