//! Help in the person's language: every verb and option has its line in the catalogs.

use clap::{Arg, Command};

use crate::text::{Catalog, Message};

/// Puts the catalog's words in place of those in the code.
pub fn localised(mut command: Command, catalog: &Catalog) -> Command {
    // Clap makes its own help verb and flags only while it builds; they are named here like the others.
    command.build();
    let mut command = words(command, catalog, "help");
    let names: Vec<_> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    for name in names {
        let id = format!("help-{name}");
        command = command.mut_subcommand(name, |verb| words(verb, catalog, &id));
    }
    command
}

fn words(command: Command, catalog: &Catalog, id: &str) -> Command {
    let template = "{about-with-newline}\n{usage-label} {usage}\n\n{all-args}"
        .replace("{usage-label}", &catalog.text("help-usage"));
    command
        .about(catalog.say(&Message::new(id.to_owned())))
        .help_template(template)
        .subcommand_help_heading(catalog.text("help-verbs"))
        .mut_args(|arg| {
            let heading = if arg.is_positional() { "help-arguments" } else { "help-options" };
            let words = catalog.say(&Message::new(arg_id(id, &arg)));
            arg.help(words).help_heading(catalog.text(heading))
        })
}

/// The id of an option's line: those that every verb has stand once.
fn arg_id(verb: &str, arg: &Arg) -> String {
    match arg.get_id().as_str() {
        common @ ("lang" | "help" | "json" | "plain" | "headless") => {
            format!("help-any-{common}")
        }
        brought if brought.starts_with("evidence-") => format!("help-any-{brought}"),
        own => format!("{verb}-{}", own.replace('_', "-")),
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
            for verb in command.get_subcommands() {
                let id = format!("help-{}", verb.get_name());
                assert!(catalog.has(&id), "{id} in {}", lang.code());
                for arg in verb.get_arguments() {
                    assert!(catalog.has(&arg_id(&id, arg)), "{} in {}", arg_id(&id, arg), lang.code());
                }
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
