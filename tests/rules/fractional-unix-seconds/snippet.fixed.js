export const seen = (id) => window._cio.identify({ id, created_at: Math.floor(Date.now() / 1000) });
