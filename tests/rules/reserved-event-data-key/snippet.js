export const seen = (to) => _cio.track("invited", { recipient: to });
//                                                  ^^^^^^^^^ info[reserved-event-data-key]
