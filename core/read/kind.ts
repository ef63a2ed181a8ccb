/** What a file is, by its content. Names lie: many a .doc is a web page. */

import { rootNames } from './ole-names';
import { inMemory, listZip } from './zip-directory';

/** Programs that save in parts number it. */
export const DOCX_MAIN = /^word\/document\d*\.xml$/;

export type FileKind =
  | 'docx'
  | 'doc'
  | 'rtf'
  | 'xlsx'
  | 'xls'
  | 'pdf'
  | 'zip'
  | 'ofd'
  /** Another document in a ZIP archive: slides, an open document. */
  | 'package'
  | 'image'
  /** An office file locked with a password. */
  | 'encrypted'
  /** An OLE file of another program. */
  | 'ole'
  | 'text';

const SIGNATURES: readonly { readonly kind: FileKind; readonly bytes: readonly number[]; readonly at?: number }[] = [
  { kind: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { kind: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'image', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'image', bytes: [0x42, 0x4d] },
  { kind: 'image', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'image', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { kind: 'image', bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Documents that are ZIP archives, by a part that each has. */
const PACKAGES: readonly { readonly kind: FileKind; readonly part: RegExp }[] = [
  { kind: 'docx', part: DOCX_MAIN },
  { kind: 'xlsx', part: /^xl\/workbook\.xml$/ },
  { kind: 'ofd', part: /^OFD\.xml$/ },
  { kind: 'package', part: /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/manifest\.xml)$/ },
];
const PDF = '%PDF-';
/** Some programs write a line of their own before the signature of a PDF. */
const PDF_WINDOW = 1024;

export function kindOf(bytes: Uint8Array): FileKind {
  const starts = (signature: readonly number[], at = 0): boolean =>
    signature.every((byte, index) => bytes[at + index] === byte);
  if (starts(ZIP) || starts(EMPTY_ZIP)) return zipKind(bytes);
  if (starts(OLE)) return oleKind(bytes);
  if (latin(bytes.subarray(0, PDF_WINDOW)).includes(PDF)) return 'pdf';
  return SIGNATURES.find((each) => starts(each.bytes, each.at))?.kind ?? 'text';
}

/** Office files are ZIP archives with a main part of that name. Where the directory is lost, its bytes may still tell. */
function zipKind(bytes: Uint8Array): FileKind {
  const entries = listZip(inMemory(bytes), 'zip');
  if (entries.ok) {
    return PACKAGES.find(({ part }) => entries.value.some(({ name }) => part.test(name)))?.kind ?? 'zip';
  }
  if (includes(bytes, 'word/document.xml')) return 'docx';
  return includes(bytes, 'xl/workbook.xml') ? 'xlsx' : 'zip';
}

/** Where the directory of an OLE file is lost, its names still stand in it, as UTF-16. */
function oleKind(bytes: Uint8Array): FileKind {
  const names = rootNames(bytes);
  const named = (name: string): boolean =>
    names === null ? includes(bytes, [...name].map((char) => `${char}\0`).join('')) : names.includes(name);
  if (named('EncryptedPackage')) return 'encrypted';
  if (named('WordDocument')) return 'doc';
  return named('Workbook') || named('Book') ? 'xls' : 'ole';
}

function includes(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].map((char) => char.charCodeAt(0));
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
