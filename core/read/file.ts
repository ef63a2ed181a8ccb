/** A file into a document. Its kind is decided by content, never by name; large readers are loaded when first needed. */
import type { Document, DocumentFormat } from '../document/document';
import type { ReadFailure } from '../document/failure';
import { failed, ok, type Result } from '../document/result';
import { decode } from './decode';
import { type FileKind, kindOf } from './kind';
import { isMhtml, pageOfMhtml } from './mhtml';
import { Refusal } from './refusal';
import { readText } from './text';

/** Larger than any report: pages with their pictures inside have been seen with a few. */
export const MAX_BYTES = 20 * 1024 * 1024;
/** A page of nothing but tags takes up to 170 times its size in memory once parsed. */
export const MAX_HTML_CHARACTERS = 8 * 1024 * 1024;

export type HtmlReader = (html: string) => Document;
type Reading = Result<Document, ReadFailure>;
type PdfReader = (bytes: Uint8Array) => Promise<Reading>;
type FileReader = (bytes: Uint8Array, readHtml: HtmlReader, readPdf: PdfReader) => Reading | Promise<Reading>;

const READERS: Partial<Record<FileKind, FileReader>> = {
  docx: async (bytes) => (await import('./word/docx')).readDocx(bytes),
  doc: async (bytes) => (await import('./word/doc')).readDoc(bytes),
  rtf: async (bytes) => (await import('./word/rtf')).readRtf(bytes),
  xlsx: async (bytes) => (await import('./sheet/workbook')).readXlsxFile(bytes),
  xls: async (bytes) => (await import('./sheet/workbook')).readXlsFile(bytes),
  pdf: (bytes, _, readPdf) => readPdf(bytes),
  text: (bytes, readHtml) => readDecoded(bytes, readHtml),
};

const readPdfHere: PdfReader = async (bytes) => (await import('./pdf/pdf')).readPdf(bytes);

/**
 * `readHtml` is handed in, so that who reads plain text alone need not load an HTML parser. A damaged PDF may keep its
 * reader at work for minutes: who is in no thread that can be ended hands in a `readPdf` that is.
 */
export async function readFile(bytes: Uint8Array, readHtml: HtmlReader, readPdf = readPdfHere): Promise<Reading> {
  if (bytes.length === 0) return failed({ code: 'empty' });
  if (bytes.length > MAX_BYTES) return failed({ code: 'too-large', size: bytes.length, limit: MAX_BYTES });
  const kind = kindOf(bytes);
  if (kind === 'encrypted') return failed({ code: 'encrypted' });
  const read = READERS[kind];
  return read === undefined ? failed({ code: 'unsupported', kind }) : read(bytes, readHtml, readPdf);
}

function readDecoded(bytes: Uint8Array, readHtml: HtmlReader): Reading {
  const text = decode(bytes);
  if (text.trim() === '') return failed({ code: 'empty' });
  if (isBinary(text)) return failed({ code: 'binary' });
  if (isMhtml(text)) {
    const page = pageOfMhtml(bytes);
    if (!page.ok) return page;
    const read = readPageText(page.value.html, bytes.length, readHtml, 'mhtml');
    return read.ok && page.value.isCut ? ok(withCut(read.value)) : read;
  }
  if (!isHtml(text)) return ok(readText(text));
  return readPageText(text, bytes.length, readHtml);
}

function readPageText(text: string, size: number, readHtml: HtmlReader, format: DocumentFormat = 'html'): Reading {
  const html = withoutInlineData(text);
  if (html.length > MAX_HTML_CHARACTERS) return failed({ code: 'too-large', size, limit: MAX_HTML_CHARACTERS });
  try {
    return ok({ ...readHtml(html), format });
  } catch (error) {
    if (error instanceof Refusal) return failed(error.failure);
    throw error;
  }
}

function withCut(document: Document): Document {
  return { ...document, omissions: [...document.omissions, { code: 'cut-off', count: 1 }] };
}

/** Pictures inside a page are most of a large one, and nothing of them is read. */
function withoutInlineData(html: string): string {
  return html.length < MAX_HTML_CHARACTERS
    ? html
    : html.replace(/data:[a-z]+\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=\s]+/gi, 'data:,');
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
