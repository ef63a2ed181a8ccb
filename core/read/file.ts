/** A file into a document. Its kind is decided by content, never by name. */
import type { Document } from '../document/document';
import type { ReadFailure } from '../document/failure';
import { failed, ok, type Result } from '../document/result';
import { decode } from './decode';
import { readText } from './text';

/** Larger than any report: pages with their pictures inside have been seen with a few. */
export const MAX_BYTES = 20 * 1024 * 1024;
/** A page of nothing but tags takes up to 170 times its size in memory once parsed. */
export const MAX_HTML_CHARACTERS = 8 * 1024 * 1024;

export type HtmlReader = (html: string) => Document;

/** `readHtml` is handed in, so that who reads plain text alone need not load an HTML parser. */
export async function readFile(bytes: Uint8Array, readHtml: HtmlReader): Promise<Result<Document, ReadFailure>> {
  if (bytes.length === 0) return failed({ code: 'empty' });
  if (bytes.length > MAX_BYTES) return failed({ code: 'too-large', size: bytes.length, limit: MAX_BYTES });
  const kind = kindOf(bytes);
  if (kind === 'docx') return readDocx(bytes, readHtml);
  if (kind !== 'text') return failed({ code: 'unsupported', kind });
  const text = decode(bytes);
  if (text.trim() === '') return failed({ code: 'empty' });
  if (isBinary(text)) return failed({ code: 'binary' });
  if (/^MIME-Version:|^Content-Type: multipart\/related/im.test(text.slice(0, 2000)) && !/^\s*</.test(text)) {
    return failed({ code: 'unsupported', kind: 'mhtml' });
  }
  if (!isHtml(text)) return ok(readText(text));
  const html = withoutInlineData(text);
  if (html.length > MAX_HTML_CHARACTERS)
    return failed({ code: 'too-large', size: bytes.length, limit: MAX_HTML_CHARACTERS });
  return ok(readHtml(html));
}

async function readDocx(bytes: Uint8Array, readHtml: HtmlReader): Promise<Result<Document, ReadFailure>> {
  const { docxToHtml } = await import('./docx');
  const html = await docxToHtml(bytes);
  if (html.ok && html.value.length > MAX_HTML_CHARACTERS)
    return failed({ code: 'too-large', size: html.value.length, limit: MAX_HTML_CHARACTERS });
  return html.ok ? ok({ ...readHtml(html.value), format: 'docx' }) : html;
}

/** Pictures inside a page are most of a large one, and nothing of them is read. */
function withoutInlineData(html: string): string {
  return html.length < MAX_HTML_CHARACTERS
    ? html
    : html.replace(/data:[a-z]+\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=\s]+/gi, 'data:,');
}

const SIGNATURES: readonly { readonly kind: string; readonly bytes: readonly number[] }[] = [
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'doc', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { kind: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'image', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
];

function kindOf(bytes: Uint8Array): string {
  const starts = (signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (starts([0x50, 0x4b, 0x03, 0x04])) return zipKind(bytes);
  return SIGNATURES.find((each) => starts(each.bytes))?.kind ?? 'text';
}

/** Office files are ZIP archives that name their main part in plain bytes. */
function zipKind(bytes: Uint8Array): string {
  const names = new TextDecoder('latin1').decode(bytes);
  if (names.includes('word/document.xml')) return 'docx';
  return names.includes('xl/workbook.xml') ? 'xlsx' : 'zip';
}

/** Control characters that no text holds: more than one in a hundred of the first few thousand. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 8192);
  let odd = 0;
  for (const char of sample) {
    const code = char.codePointAt(0) ?? 0;
    if ((code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0xfffd) odd++;
  }
  return odd * 100 > sample.length;
}

/** Markup that only a page has, or a text that is tags from its first character. One `<br>` in a table of text is neither. */
function isHtml(text: string): boolean {
  return (
    /^\s*<(?:!doctype|\?xml|html|!--|head|body|div|p|span|table|section|article|h[1-6])\b/i.test(text) ||
    /<(?:html|body|table|tr|td)\b[^<>]*>/i.test(text)
  );
}
