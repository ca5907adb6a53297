#!/bin/sh
# Installs the customerio-ls binary for this machine from a GitHub release, after comparing its SHA-256 checksum.
#
#   curl -fsSL https://github.com/customerio-ls/customerio-ls/releases/latest/download/install.sh | sh
#
# CUSTOMERIO_LS_VERSION   the version to install, without `v`; the latest unless given
# CUSTOMERIO_LS_INSTALL   the folder to install into; ~/.local/bin unless given
# CUSTOMERIO_LS_RELEASES  where the releases are, for mirrors
set -eu

releases=${CUSTOMERIO_LS_RELEASES:-https://github.com/customerio-ls/customerio-ls/releases}
folder=${CUSTOMERIO_LS_INSTALL:-$HOME/.local/bin}

fail() {
  echo "install.sh: $1" >&2
  exit 1
}

target() {
  case "$(uname -s)" in
    # The static binary runs on every Linux.
    Linux) system=unknown-linux-musl ;;
    Darwin) system=apple-darwin ;;
    *) fail "there is no binary for $(uname -s); on Windows run: npm install -g customerio-ls" ;;
  esac
  case "$(uname -m)" in
    x86_64 | amd64) echo "x86_64-$system" ;;
    arm64 | aarch64) echo "aarch64-$system" ;;
    *) fail "there is no binary for $(uname -m); build it: cargo install customerio-ls" ;;
  esac
}

fetch() {
  if command -v curl >/dev/null; then
    curl --proto '=https,http' --tlsv1.2 -fsSL "$1" -o "$2" || fail "cannot download $1"
  elif command -v wget >/dev/null; then
    wget -q "$1" -O "$2" || fail "cannot download $1"
  else
    fail "neither curl nor wget is there"
  fi
}

checksum() {
  if command -v sha256sum >/dev/null; then
    sha256sum "$1" | cut -d ' ' -f 1
  elif command -v shasum >/dev/null; then
    shasum -a 256 "$1" | cut -d ' ' -f 1
  else
    fail "neither sha256sum nor shasum is there to compare the checksum"
  fi
}

# All of it is a function, so that nothing runs when the download of this script is cut short.
main() {
  target=$(target)
  case "${CUSTOMERIO_LS_VERSION:-}" in
    "") from=$releases/latest/download ;;
    *) from=$releases/download/v$CUSTOMERIO_LS_VERSION ;;
  esac
  archive=customerio-ls-$target.tar.gz
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  fetch "$from/$archive" "$scratch/$archive"
  fetch "$from/SHA256SUMS" "$scratch/SHA256SUMS"
  expected=$(awk -v name="$archive" '$2 == name || $2 == "*" name { print $1 }' "$scratch/SHA256SUMS")
  [ -n "$expected" ] || fail "SHA256SUMS does not list $archive"
  [ "$(checksum "$scratch/$archive")" = "$expected" ] || fail "the checksum of $archive is wrong; nothing was installed"
  tar -xzf "$scratch/$archive" -C "$scratch"
  mkdir -p "$folder"
  # Beside its place and then renamed: a running program is not written over.
  cp "$scratch/customerio-ls-$target/customerio-ls" "$folder/.customerio-ls.new"
  chmod 755 "$folder/.customerio-ls.new"
  mv -f "$folder/.customerio-ls.new" "$folder/customerio-ls"
  echo "Installed $("$folder/customerio-ls" --version) as $folder/customerio-ls"
  case ":$PATH:" in
    *":$folder:"*) ;;
    *) echo "Add $folder to your PATH to run it by its name." ;;
  esac
}

main
