/** Apart from `text`, whose tables would be made in every page that a click puts the reader into. */

const SPACE = /\s/;

/** White space as a browser would collapse it in running text; ideographic and no-break spaces count. */
export function collapseSpace(text: string): string {
  // Most cells hold a number or a word.
  if (!SPACE.test(text)) return text;
  return text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
}

const BREAK = /[\r\n\u2028\u2029]/;

/** A line that the source breaks is none that a browser shows. */
export function withoutBreaks(text: string): string {
  return BREAK.test(text) ? text.replace(/\s+/g, ' ') : text;
}
