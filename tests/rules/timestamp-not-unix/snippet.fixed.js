export const seen = (user) => _cio.identify({ id: user.id, created_at: Math.floor(Date.now() / 1000) });
