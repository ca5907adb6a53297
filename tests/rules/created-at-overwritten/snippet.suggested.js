export function onLogin(id) {
  _cio.identify({ id });
}
