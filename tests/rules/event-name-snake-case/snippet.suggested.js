export function signedUp() {
  _cio.track("signed_up");
  _cio.page();
}
