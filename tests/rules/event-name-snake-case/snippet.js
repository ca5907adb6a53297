export function signedUp() {
  _cio.track("SignedUp");
  //         ^^^^^^^^^^ info[event-name-snake-case]: `SignedUp` is not in snake_case
  _cio.page();
}
