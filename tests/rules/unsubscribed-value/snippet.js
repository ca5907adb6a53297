export const left = (id) => _cio.identify({ id, unsubscribed: "yes" });
//                                                            ^^^^^ warning[unsubscribed-value]
