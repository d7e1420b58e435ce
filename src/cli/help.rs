//! Help in the person's language: every verb and option has its line in the catalogs.

use clap::{Arg, Command};

use crate::text::{Catalog, Message};

/// Puts the catalog's words in place of those in the code.
pub fn localised(mut command: Command, catalog: &Catalog) -> Command {
    // Clap makes its own help verb and flags only while it builds; they are named here like the others.
    command.build();
    within(command, catalog, "help", None)
}

/// A command and the verbs below it. Clap's own help verb holds a copy of all of them, which nobody sees.
fn within(command: Command, catalog: &Catalog, id: &str, above: Option<&str>) -> Command {
    let mut command = words(command, catalog, id, above);
    if command.get_name() == "help" {
        return command;
    }
    let names: Vec<_> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    for name in names {
        command =
            command.mut_subcommand(&name, |verb| within(verb, catalog, &format!("{id}-{name}"), Some(id)));
    }
    command
}

fn words(command: Command, catalog: &Catalog, id: &str, above: Option<&str>) -> Command {
    let template = "{about-with-newline}\n{usage-label} {usage}\n\n{all-args}"
        .replace("{usage-label}", &catalog.text("help-usage"));
    command
        .about(catalog.say(&Message::new(id.to_owned())))
        .help_template(template)
        .subcommand_help_heading(catalog.text("help-verbs"))
        .mut_args(|arg| {
            let heading = if arg.is_positional() { "help-arguments" } else { "help-options" };
            let words = catalog.say(&Message::new(arg_id(catalog, id, above, &arg)));
            arg.help(words).help_heading(catalog.text(heading))
        })
}

/// The id of an option's line: those that every verb has stand once, and those that the verbs below one share stand
/// with that one, where the verb has none of its own.
fn arg_id(catalog: &Catalog, verb: &str, above: Option<&str>, arg: &Arg) -> String {
    match arg.get_id().as_str() {
        common @ ("lang" | "help" | "json" | "plain" | "headless") => {
            format!("help-any-{common}")
        }
        brought if brought.starts_with("evidence-") => format!("help-any-{brought}"),
        own => {
            let of = |verb: &str| format!("{verb}-{}", own.replace('_', "-"));
            let (own, shared) = (of(verb), above.map(of));
            if catalog.has(&own) { own } else { shared.filter(|id| catalog.has(id)).unwrap_or(own) }
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::Cli;
    use crate::text::Lang;

    #[test]
    fn every_verb_and_option_has_its_line_in_both_languages() {
        for lang in [Lang::En, Lang::Ja] {
            let catalog = Catalog::new(lang);
            let mut command = Cli::command();
            command.build();
            has_lines(&command, &catalog, "help", None);
        }
    }

    fn has_lines(command: &Command, catalog: &Catalog, above: &str, shared: Option<&str>) {
        for verb in command.get_subcommands() {
            let id = format!("{above}-{}", verb.get_name());
            assert!(catalog.has(&id), "{id} in {}", catalog.lang().code());
            for arg in verb.get_arguments() {
                let id = arg_id(catalog, &id, shared, arg);
                assert!(catalog.has(&id), "{id} in {}", catalog.lang().code());
            }
            if verb.get_name() != "help" {
                has_lines(verb, catalog, &id, Some(&id));
            }
        }
    }

    #[test]
    fn help_is_said_in_japanese() {
        let help = localised(Cli::command(), &Catalog::new(Lang::Ja)).render_help().to_string();
        assert!(help.contains("使い方"), "{help}");
        assert!(!help.contains("Usage"), "{help}");
    }
}
