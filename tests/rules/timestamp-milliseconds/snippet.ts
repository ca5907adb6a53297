declare const _cio: any;

export function identified(user: { id: string; email: string; createdAt: Date }) {
  _cio.identify({ id: user.id, email: user.email, created_at: user.createdAt.getTime() });
  //                                                          ^^^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]: in milliseconds
  (window as any)._cio?.identify({ id: user.id, created_at: Date.now() });
  //                                                        ^^^^^^^^^^ error[timestamp-milliseconds]: in milliseconds
  window._cio.identify({ id: user.id, created_at: Math.floor(user.createdAt.getTime() / 1000) });
}
