/** Seconds by the clock, in the app and the extension. A file that is read for so long is read for ever. */
export const MAX_SECONDS = 60;
