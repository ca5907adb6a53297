//! `customerio-ls completions` and `customerio-ls man`: completions for shells, and the `man` page.

use super::output;
use clap::CommandFactory;
use clap_complete::Shell;
use std::process::ExitCode;

/// Print the completions for a shell
///
/// For bash, in ~/.bashrc: `source <(customerio-ls completions bash)`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Print the manual page
///
/// `customerio-ls man | man -l -` shows it.
#[derive(Debug, clap::Args)]
pub struct ManArgs {}

/// Prints the completions.
pub fn run(args: &Args) -> ExitCode {
    let mut command = super::Cli::command();
    let mut bytes = Vec::new();
    clap_complete::generate(args.shell, &mut command, "customerio-ls", &mut bytes);
    print(&bytes)
}

/// Prints the manual page: the program, then each of its subcommands.
pub fn man(_args: &ManArgs) -> ExitCode {
    let mut command = super::Cli::command();
    command.build();
    let mut bytes = Vec::new();
    let mut written = clap_mangen::Man::new(command.clone()).render(&mut bytes);
    for subcommand in command.get_subcommands().filter(|it| it.get_name() != "help" && !it.is_hide_set()) {
        let name = format!("customerio-ls {}", subcommand.get_name());
        let man = clap_mangen::Man::new(subcommand.clone());
        let _ = std::io::Write::write_all(&mut bytes, format!(".SH \"{}\"\n", name.to_uppercase()).as_bytes());
        written = written.and_then(|()| man.render_description_section(&mut bytes));
        written = written.and_then(|()| man.render_options_section(&mut bytes));
    }
    match written {
        Ok(()) => print(&bytes),
        Err(error) => {
            output::print_error(&format!("error: the manual page cannot be written: {error}\n"));
            ExitCode::from(super::FAILED)
        }
    }
}

fn print(bytes: &[u8]) -> ExitCode {
    ExitCode::from(if output::print(&String::from_utf8_lossy(bytes)) { super::CLEAN } else { super::FAILED })
}
