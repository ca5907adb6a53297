//! The `customerio-ls` binary: hands the command line to [`customerio_ls::cli`].

fn main() -> std::process::ExitCode {
    customerio_ls::cli::main()
}
