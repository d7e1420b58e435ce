//! What every screen looks like, in both languages, at the smallest size and at larger ones.

use std::collections::BTreeSet;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Color;

use super::scenes::{
    MOMENTS, NOTES, NOTICES, OVERLAYS, PROMPTS, QUESTIONS, Scene, moment_name, note_name, notice_name,
    overlay_name, prompt_name, question_name, scenes,
};
use super::*;
use crate::text::{Catalog, Lang};
use crate::ui::presentation::tests::show_address;
use crate::ui::presentation::wrap::columns;
use crate::ui::tui::view::{Theme, draw};

const SMALLEST: (u16, u16) = (80, 24);
const SIZES: [(u16, u16); 3] = [SMALLEST, (120, 40), (133, 43)];
const LANGS: [Lang; 2] = [Lang::En, Lang::Ja];

thread_local! {
    /// Read once: there are many pictures.
    static CATALOGS: [Catalog; 2] = LANGS.map(Catalog::new);
}

fn buffer(model: &Model, lang: Lang, (width, height): (u16, u16), colour: bool) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let mut picture = |catalog: &Catalog| {
        terminal.draw(|frame| _ = draw(frame, model, catalog, Theme::new(colour))).unwrap();
    };
    CATALOGS.with(|catalogs| picture(&catalogs[usize::from(lang == Lang::Ja)]));
    terminal.backend().buffer().clone()
}

/// The screen's rows as text: the cell behind a wide character is not counted.
fn rows(model: &Model, lang: Lang, size: (u16, u16)) -> Vec<String> {
    let buffer = buffer(model, lang, size, false);
    let row = |y| {
        let (mut skip, mut line) = (0, String::new());
        for x in 0..size.0 {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            skip = columns(symbol).saturating_sub(1);
            line.push_str(symbol);
        }
        line
    };
    (0..size.1).map(row).collect()
}

fn text(model: &Model, lang: Lang, size: (u16, u16)) -> String {
    rows(model, lang, size).iter().map(|row| format!("{}\n", row.trim_end())).collect()
}

#[test]
fn every_screen_in_both_languages() {
    for Scene { name, model } in scenes() {
        let pictures = LANGS.map(|lang| text(&model, lang, SMALLEST)).join("\n");
        insta::with_settings!({ snapshot_suffix => name }, { insta::assert_snapshot!("screen", pictures) });
    }
}

#[test]
fn some_screens_on_a_large_terminal() {
    for name in ["device-address", "device-statement", "question-same-digest", "trouble-address-mismatch"] {
        let model = scenes().into_iter().find(|scene| scene.name == name).unwrap().model;
        let pictures = LANGS.map(|lang| text(&model, lang, (120, 40))).join("\n");
        insta::with_settings!({ snapshot_suffix => name }, { insta::assert_snapshot!("large", pictures) });
    }
}

/// A variant that no scene draws has no snapshot.
#[test]
fn no_variant_is_without_a_screen() {
    let scenes = scenes();
    let covers = |all: &[&'static str], name: &dyn Fn(&Model) -> Option<&'static str>| {
        let drawn: BTreeSet<_> = scenes.iter().filter_map(|scene| name(&scene.model)).collect();
        let missing: Vec<_> = all.iter().filter(|name| !drawn.contains(*name)).collect();
        assert!(missing.is_empty(), "no screen shows {missing:?}");
    };
    covers(MOMENTS, &|model| model.moment.as_ref().map(moment_name));
    covers(NOTICES, &|model| model.notice.as_ref().map(notice_name));
    covers(PROMPTS, &|model| model.prompt.as_ref().map(prompt_name));
    covers(OVERLAYS, &|model| model.overlay.as_ref().map(overlay_name));
    covers(NOTES, &|model| model.note.as_ref().map(note_name));
    covers(QUESTIONS, &|model| match &model.prompt {
        Some(Prompt::Choose { asked: Asked::Question(question), .. }) => Some(question_name(question)),
        _ => None,
    });
    let names: BTreeSet<_> = scenes.iter().map(|scene| &scene.name).collect();
    assert_eq!(names.len(), scenes.len(), "two scenes have one name");
}

/// Wide characters or not: each row is as wide as the terminal, and the frame's sides stand in one column.
#[test]
fn every_frame_is_straight() {
    for Scene { name, model } in scenes() {
        for (lang, size) in LANGS.into_iter().flat_map(|lang| SIZES.map(|size| (lang, size))) {
            let rows = rows(&model, lang, size);
            for row in &rows {
                assert_eq!(columns(row), usize::from(size.0), "{name} in {lang:?}: {row}");
            }
            let framed = |row: &&String| row.starts_with(['│', '┌', '└']);
            let straight = |row: &&String| row.ends_with(['│', '┐', '┘']);
            let count = rows.iter().filter(framed).count();
            assert_eq!(count, rows.iter().filter(framed).filter(straight).count(), "{name}: {rows:#?}");
            assert!(count + 5 + 5 >= rows.len(), "{name} in {lang:?} has a gap in its frame: {rows:#?}");
        }
    }
}

/// What comes next, how far along it is and the keys are never cut on the smallest screen.
#[test]
fn nothing_but_names_is_cut_on_the_smallest_screen() {
    for Scene { name, model } in scenes() {
        for lang in LANGS {
            let rows = rows(&model, lang, SMALLEST);
            for at in [1, 21, 23] {
                assert!(!rows[at].contains('…'), "{name} in {lang:?}: {}", rows[at]);
            }
        }
    }
}

/// What is asked or called for is whole, however long the page above it is.
#[test]
fn every_question_is_whole_on_the_smallest_screen() {
    for Scene { name, model } in scenes() {
        for lang in LANGS {
            let catalog = Catalog::new(lang);
            let Some(Prompt::Choose { asked, sure: None, .. }) = &model.prompt else { continue };
            let shown = rows(&model, lang, SMALLEST).concat();
            for pick in asked.picks(&header(true)) {
                assert!(shown.contains(&pick.label(&catalog)), "{name} in {lang:?} does not offer {pick:?}");
            }
        }
    }
}

#[test]
fn without_colour_nothing_has_a_colour_and_the_marks_are_words() {
    for Scene { name, model } in scenes() {
        let plain = buffer(&model, Lang::En, SMALLEST, false);
        assert!(
            plain.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset),
            "{name}"
        );
    }
    let model = at(show_address());
    let coloured = buffer(&model, Lang::En, SMALLEST, true);
    assert!(coloured.content.iter().any(|cell| cell.fg != Color::Reset));
    let first = rows(&model, Lang::En, SMALLEST).swap_remove(0);
    assert!(first.contains("REHEARSAL") && first.contains("TESTNET"), "{first}");
}

#[test]
fn a_terminal_that_is_too_small_says_so_and_any_size_is_drawn() {
    let small = rows(&at(show_address()), Lang::Ja, (60, 10)).concat();
    assert!(small.contains("端末が小さすぎます"), "{small}");
    for Scene { model, .. } in scenes() {
        for size in [(1, 1), (3, 50), (81, 25), (200, 24), (80, 70), (300, 100)] {
            LANGS.into_iter().for_each(|lang| drop(buffer(&model, lang, size, true)));
        }
    }
}

#[test]
fn too_small_a_terminal_in_pictures() {
    let unseen = scenes().into_iter().find(|scene| scene.name == "unseen").unwrap().model;
    let pictures = LANGS.map(|lang| text(&unseen, lang, (60, 20))).join("\n");
    insta::assert_snapshot!(pictures);
}

/// Everything that is compared with the device, next to the device's own screen.
#[test]
fn the_whole_address_and_the_whole_path_are_on_the_smallest_screen() {
    for Scene { name, model } in scenes() {
        if !name.starts_with("device-address") && !name.contains("same-address") {
            continue;
        }
        for lang in LANGS {
            let picture = text(&model, lang, SMALLEST);
            let groups = ["0x 73d0 385F 4d8E", "00C5 e650 4C60 30F4", "7BF6 2127 36A8", "m/44'/60'/10'/0/3"];
            assert!(groups.iter().all(|part| picture.contains(part)), "{name}: {picture}");
        }
    }
}
