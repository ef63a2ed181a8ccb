/** Text into XML. What XML 1.0 cannot hold goes: a character of that kind makes the whole file unreadable. */

/** Control characters but for tabs and ends of lines, halves of characters, and two that are none. */
const ILLEGAL = /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu;
const MARKUP = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function legal(text: string): string {
  return text.replace(ILLEGAL, '');
}

/** For content and for attributes in double quotes. */
export function xmlText(text: string): string {
  return legal(text).replace(MARKUP, (character) => ENTITIES[character] ?? '');
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
