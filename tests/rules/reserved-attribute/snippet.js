export const seen = (id, cioId) => _cio.identify({ id, cio_id: cioId });
//                                                     ^^^^^^ warning[reserved-attribute]
