export function onLogin(id) {
  _cio.identify({ id, created_at: Math.floor(Date.now() / 1000) });
  //                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[created-at-overwritten]
}
