export const seen = (id) => _cio.identify({ id, timezone: "GMT+2" });
//                                                        ^^^^^^^ warning[timezone-invalid]
