export const seen = (id, cioId) => _cio.identify({ id });
