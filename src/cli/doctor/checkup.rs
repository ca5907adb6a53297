//! The result of an examination: one row for each thing that was looked at.

use crate::account::RequestFailure;
use rustc_hash::FxHashSet;

/// The part of the world that a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Versions and settings.
    Project,
    /// The clients in the code, and the variables that they read.
    Clients,
    /// The account, as the APIs tell of it.
    Account,
    /// The way to Customer.io, and its state.
    Service,
}

impl Section {
    /// Every section, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Project, Self::Clients, Self::Account, Self::Service];

    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Project => "Project",
            Self::Clients => "Clients",
            Self::Account => "Account",
            Self::Service => "Service",
        }
    }

    /// The word in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Clients => "clients",
            Self::Account => "account",
            Self::Service => "service",
        }
    }
}

/// The judgment of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Health {
    /// It is as it should be.
    Right,
    /// It is wrong.
    Wrong,
    /// It cannot be told, or means nothing by itself.
    Unknown,
}

impl Health {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Right => "ok",
            Self::Wrong => "wrong",
            Self::Unknown => "unknown",
        }
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Checkup {
    /// Its section.
    pub section: Section,
    /// The thing that was looked at.
    pub subject: String,
    /// The judgment.
    pub health: Health,
    /// The finding, in a few words.
    pub found: String,
    /// The words of Customer.io, which may hold anything.
    pub said: Option<String>,
    /// The advice, where there is one.
    pub help: Option<String>,
}

impl Checkup {
    /// A row without advice.
    pub fn new(section: Section, health: Health, subject: impl Into<String>, found: impl Into<String>) -> Self {
        Self { section, subject: subject.into(), health, found: found.into(), said: None, help: None }
    }

    /// The same row with the words of Customer.io.
    pub fn said(self, said: Option<&str>) -> Self {
        Self { said: said.map(str::to_owned), ..self }
    }

    /// The finding, with the words of Customer.io.
    pub fn found_and_said(&self) -> String {
        match &self.said {
            Some(said) => format!("{} \"{said}\"", self.found),
            None => self.found.clone(),
        }
    }

    /// The same row with advice.
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

/// The result of an examination.
#[derive(Debug, Default)]
pub struct Diagnosis {
    /// The rows, in the order in which they were made.
    pub rows: Vec<Checkup>,
    /// The same rows, to find one.
    known: FxHashSet<Checkup>,
    /// The requests that failed.
    pub failures: Vec<RequestFailure>,
    /// The settings that hold for the first file, by name.
    pub settings: Vec<(&'static str, String)>,
    /// The environment variables that clients read, and whether each is set.
    pub variables: Vec<(String, bool)>,
    /// True when something that was to be looked at could not be.
    pub is_partial: bool,
}

impl Diagnosis {
    /// Adds a row, unless it is there.
    pub fn add(&mut self, row: Checkup) {
        if self.known.insert(row.clone()) {
            self.rows.push(row);
        }
    }

    /// The rows of a section.
    pub fn of(&self, section: Section) -> impl Iterator<Item = &Checkup> {
        self.rows.iter().filter(move |row| row.section == section)
    }

    /// Returns how many rows have a judgment.
    pub fn count(&self, health: Health) -> usize {
        self.rows.iter().filter(|row| row.health == health).count()
    }
}
