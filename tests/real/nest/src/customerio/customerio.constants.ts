export const TRACK_CLIENT = Symbol("TRACK_CLIENT");
export const APP_CLIENT = Symbol("APP_CLIENT");
