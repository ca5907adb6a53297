//! The versions of the package that have something, and the knowledge where the version is unknown.
//!
//! Three kinds of ignorance lead to [`Has::Unknown`], and so to silence: no version is known, the version is newer than
//! the table (a later release may have added what is missing here), and the few releases that could not be examined.

use semver::Version;
use std::fmt;

/// A release of the package: major, minor, patch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Release(pub u16, pub u16, pub u16);

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

impl Release {
    /// The release that a version of npm is, without its pre-release tag; `None` for numbers beyond any release.
    fn of(version: &Version) -> Option<Self> {
        let number = |n: u64| u16::try_from(n).ok();
        Some(Self(number(version.major)?, number(version.minor)?, number(version.patch)?))
    }
    /// `5.0` for 5.0.0, `4.5.1` as it is: how people name releases.
    pub fn short(self) -> String {
        if self.2 == 0 { format!("{}.{}", self.0, self.1) } else { self.to_string() }
    }
}

/// The first release.
pub const OLDEST: Release = Release(0, 1, 0);
/// The newest release that the table was checked against.
pub const NEWEST: Release = Release(5, 2, 0);

/// Every release that the table knows of, in order. Those not on npm any more were read in the public repository, by
/// their tags; 5.1.0 alone is known from the changelog only.
pub const RELEASES: &[Release] = &[
    Release(0, 1, 0),
    Release(0, 2, 0),
    Release(0, 3, 0),
    Release(0, 4, 0),
    Release(0, 5, 0),
    Release(0, 6, 0),
    Release(0, 7, 0),
    Release(1, 0, 0),
    Release(1, 0, 1),
    Release(1, 1, 0),
    Release(2, 0, 0),
    Release(2, 1, 0),
    Release(2, 1, 1),
    Release(3, 0, 0),
    Release(3, 0, 1),
    Release(3, 0, 2),
    Release(3, 0, 3),
    Release(3, 1, 0),
    Release(3, 1, 1),
    Release(3, 1, 2),
    Release(3, 1, 3),
    Release(3, 1, 4),
    Release(3, 2, 0),
    Release(3, 3, 0),
    Release(3, 3, 1),
    Release(3, 3, 2),
    Release(3, 3, 3),
    Release(3, 3, 4),
    Release(3, 3, 5),
    Release(3, 3, 6),
    Release(3, 4, 0),
    Release(3, 4, 1),
    Release(3, 5, 0),
    Release(3, 5, 1),
    Release(4, 0, 0),
    Release(4, 1, 0),
    Release(4, 1, 1),
    Release(4, 2, 0),
    Release(4, 3, 0),
    Release(4, 4, 0),
    Release(4, 5, 0),
    Release(4, 5, 1),
    Release(5, 0, 0),
    Release(5, 0, 1),
    Release(5, 1, 0),
    Release(5, 2, 0),
];

/// The knowledge of the version that code runs against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownVersion {
    /// It is between these two releases, both included: one release, or the neighbors of a pre-release.
    Release(Release, Release),
    /// It is newer than the table.
    Newer(Release),
    /// Nothing: no version was found, or one from before the first release.
    Nothing,
}

impl KnownVersion {
    /// Returns the knowledge of a version.
    pub fn of(version: Option<&Version>) -> Self {
        let Some(release) = version.and_then(Release::of) else { return Self::Nothing };
        let pre = version.is_some_and(|version| !version.pre.is_empty());
        if release > NEWEST {
            Self::Newer(release)
        } else if release < OLDEST {
            Self::Nothing
        } else if pre {
            // 5.0.0-beta.1 may be like 4.5.1 or like 5.0.0 already.
            let below = RELEASES.iter().rev().find(|known| **known < release);
            Self::Release(below.copied().unwrap_or(release), release)
        } else {
            Self::Release(release, release)
        }
    }
}

/// The build metadata of a version that has what no release has: `5.2.0+next`. The package's own number says nothing of it.
const NEXT: &str = "next";

/// The same version, as one that has what is on the main branch of the SDK's repository.
pub fn next(mut version: Version) -> Version {
    version.build = semver::BuildMetadata::new(NEXT).unwrap_or_default();
    version
}

/// Returns whether a version is known to have what is on the main branch of the SDK's repository.
pub fn is_next(version: Option<&Version>) -> bool {
    version.is_some_and(|version| version.build.as_str() == NEXT)
}

/// The answer to whether a version has something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Has {
    /// It has.
    Yes,
    /// It has not.
    No,
    /// Not known: conclude nothing.
    Unknown,
}

impl Has {
    /// Returns whether it surely has.
    pub fn yes(self) -> bool {
        self == Self::Yes
    }
    /// Returns whether it surely has not.
    pub fn no(self) -> bool {
        self == Self::No
    }
    /// Returns the combined knowledge when two answers hold, each for a version that may be meant.
    fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Unknown }
    }
}

/// The versions that have something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Versions {
    /// The first that surely has it.
    pub since: Release,
    /// The first that no longer has it; `None` while the newest one does.
    pub until: Option<Release>,
    /// The first that may have it: from here up to `since` no release could be examined.
    pub perhaps_since: Release,
}

impl Versions {
    /// Every version.
    pub const ALL: Self = Self::since(OLDEST.0, OLDEST.1, OLDEST.2);
    /// Nothing on npm has it yet; the repository's main branch does. Never missing, never there.
    pub const UNRELEASED: Self = Self::since(u16::MAX, 0, 0);
    /// Features that came with 5.1 or 5.2: 5.0.1 lacks them, 5.2.0 has them, and 5.1.0 could not be examined.
    pub const SINCE_5_2: Self = Self::since(5, 2, 0).perhaps_since(5, 1, 0);

    /// From a version on.
    pub const fn since(major: u16, minor: u16, patch: u16) -> Self {
        let since = Release(major, minor, patch);
        Self { since, until: None, perhaps_since: since }
    }
    /// Up to, and without, a version.
    pub const fn until(mut self, major: u16, minor: u16, patch: u16) -> Self {
        self.until = Some(Release(major, minor, patch));
        self
    }
    /// Perhaps since an earlier version already.
    pub const fn perhaps_since(mut self, major: u16, minor: u16, patch: u16) -> Self {
        self.perhaps_since = Release(major, minor, patch);
        self
    }
    /// Returns whether a version has it. A version newer than the table keeps everything that the newest one of the
    /// same major version has: only a major version takes something away.
    pub fn has(&self, version: Option<&Version>) -> Has {
        if self.is_unreleased() && is_next(version) {
            return Has::Yes;
        }
        match KnownVersion::of(version) {
            KnownVersion::Release(low, high) => self.has_release(low).and(self.has_release(high)),
            KnownVersion::Newer(release) if release.0 == NEWEST.0 && self.has_release(NEWEST).yes() => Has::Yes,
            KnownVersion::Newer(_) => Has::Unknown,
            KnownVersion::Nothing if self.perhaps_since == OLDEST && self.until.is_none() => Has::Yes,
            KnownVersion::Nothing => Has::Unknown,
        }
    }
    /// Returns whether a release of the table has it.
    pub fn has_release(&self, release: Release) -> Has {
        if self.until.is_some_and(|until| release >= until) || release < self.perhaps_since {
            Has::No
        } else if release < self.since {
            Has::Unknown
        } else {
            Has::Yes
        }
    }
    /// Returns whether no release has it yet.
    pub fn is_unreleased(&self) -> bool {
        self.since > NEWEST
    }
}

/// `all versions`, `since 5.0`, `3.1.4 to 4.5.1`, `not released yet`
impl fmt::Display for Versions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.until.and_then(|until| RELEASES.iter().rev().find(|release| **release < until));
        match (self.is_unreleased(), self.perhaps_since == OLDEST, last) {
            (true, ..) => f.write_str("not released yet"),
            (_, true, None) => f.write_str("all versions"),
            (_, true, Some(last)) => write!(f, "up to {}", last.short()),
            (_, false, None) => write!(f, "since {}", self.since.short()),
            (_, false, Some(last)) => write!(f, "{} to {}", self.since.short(), last.short()),
        }
    }
}

/// A value that changed over the releases.
#[derive(Clone, Copy, Debug)]
pub struct History<T: 'static> {
    first: T,
    later: &'static [(Release, T)],
}

impl<T: Copy + 'static> History<T> {
    /// The same in every release.
    pub(super) const fn always(what: T) -> Self {
        Self { first: what, later: &[] }
    }
    /// At first this; then, from each release up to the next, that.
    pub(super) const fn changed(first: T, later: &'static [(Release, T)]) -> Self {
        Self { first, later }
    }
    /// Returns the value in a release of the table.
    pub fn at_release(&self, release: Release) -> T {
        self.later.iter().rev().find(|(since, _)| *since <= release).map_or(self.first, |(_, what)| *what)
    }
    /// Returns the value in the newest release: for telling, where no version is known.
    pub fn newest(&self) -> T {
        self.at_release(NEWEST)
    }
    /// Every state there was with the release it came with, oldest first.
    pub fn states(&self) -> impl Iterator<Item = (Release, T)> + use<T> {
        std::iter::once((OLDEST, self.first)).chain(self.later.iter().copied())
    }
}

impl<T: Copy + PartialEq + 'static> History<T> {
    /// Returns the value in a version. `None` where that is not known: a version newer than the table, or none where
    /// the releases differ.
    pub fn at(&self, version: Option<&Version>) -> Option<T> {
        match KnownVersion::of(version) {
            KnownVersion::Release(low, high) => {
                let (low, high) = (self.at_release(low), self.at_release(high));
                (low == high).then_some(high)
            }
            KnownVersion::Newer(_) => None,
            KnownVersion::Nothing => self.later.is_empty().then_some(self.first),
        }
    }
}
