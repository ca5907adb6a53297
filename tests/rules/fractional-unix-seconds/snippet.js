export const seen = (id) => window._cio.identify({ id, created_at: Date.now() / 1000 });
//                                                                 ^^^^^^^^^^^^^^^^^ warning[fractional-unix-seconds]
