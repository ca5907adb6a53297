export const left = (id) =>
  _cio.identify({ id, cio_subscription_preferences: { topics: { news: false } } });
  //                                                            ^^^^ warning[subscription-preferences-shape]
