export function singleton<T>(name: string, create: () => T): T {
  const store = globalThis as typeof globalThis & { __singletons?: Record<string, unknown> };
  store.__singletons ??= {};
  store.__singletons[name] ??= create();
  return store.__singletons[name] as T;
}
