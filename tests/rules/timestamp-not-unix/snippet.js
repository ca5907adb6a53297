export const seen = (user) => _cio.identify({ id: user.id, created_at: new Date() });
//                                                                     ^^^^^^^^^^ warning[timestamp-not-unix]
