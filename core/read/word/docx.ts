/** Word files of today: a ZIP archive with XML parts. */
import type { Document, Omission } from '../../document/document';
import type { ReadFailure } from '../../document/failure';
import { failed, ok, type Result } from '../../document/result';
import { DOCX_MAIN } from '../kind';
import { documentOf, element } from '../nodes';
import { findElement, parseXml, type XmlElement } from '../xml';
import { openZip, type Zip } from '../zip';
import { BodyReader } from './body';
import { NO_NUMBERING, numberingLists } from './numbering';
import { paragraphStyles } from './styles';

/** One part, unpacked. The text of a report has a few hundred kilobytes; its pictures are not unpacked. */
export const MAX_PART = 16 * 1024 * 1024;

export function readDocx(bytes: Uint8Array): Result<Document, ReadFailure> {
  const zip = openZip(bytes, 'docx');
  if (!zip.ok) return zip;
  const main = part(zip.value, DOCX_MAIN);
  if (!main.ok) return main;
  const body = main.value === null ? null : findElement(main.value, 'w:body');
  if (body === null) return failed({ code: 'damaged', kind: 'docx', reason: 'no body' });
  const numbering = part(zip.value, /^word\/numbering\d*\.xml$/);
  const styles = part(zip.value, /^word\/styles\d*\.xml$/);
  if (!numbering.ok) return numbering;
  if (!styles.ok) return styles;
  const reader = new BodyReader(
    styles.value === null ? new Map() : paragraphStyles(styles.value),
    numbering.value === null ? NO_NUMBERING : numberingLists(numbering.value),
  );
  const root = element('div', reader.blocks(body));
  return ok(documentOf(root, { format: 'docx', title: null, omissions: omissionsOf(zip.value) }));
}

/** A part as XML; null where the archive has none of that name. */
function part(zip: Zip, name: RegExp): Result<XmlElement | null, ReadFailure> {
  const entry = zip.entries.find((each) => name.test(each.name));
  if (entry === undefined) return ok(null);
  const bytes = zip.unpack(entry, MAX_PART);
  return bytes.ok ? parseXml(bytes.value, 'docx') : bytes;
}

function omissionsOf(zip: Zip): Omission[] {
  const macros = zip.entries.filter(({ name }) => name.endsWith('vbaProject.bin')).length;
  return macros > 0 ? [{ code: 'macros', count: macros }] : [];
}
