/** What a picture may hold: see docs/limits.md. A file itself is held to `MAX_BYTES`, like any other. */

/** A page of A4 at 400 dpi has 16 million; each takes four bytes, twice. */
export const MAX_PIXELS = 40_000_000;
/** Browsers draw no larger canvas. */
export const MAX_SIDE = 16_384;
/** Text typed into one section: the longest of real reports has a third of it, and it is checked at each key. */
export const MAX_PROSE = 20_000;
/** Pictures kept with one entry, all together. */
export const MAX_KEPT = 40 * 1024 * 1024;
