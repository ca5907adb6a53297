export const left = (id) => _cio.identify({ id, unsubscribed: true });
