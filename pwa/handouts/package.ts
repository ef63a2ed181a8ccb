/** Files of many parts: office documents and archives. The same content gives the same bytes, wherever and whenever. */
import { type Zippable, zipSync } from 'fflate';
import { XML_HEAD, xmlText } from './xml';

/** In local time, as ZIP keeps it: a moment in UTC would be another one in each time zone. */
const MTIME = new Date(1980, 0, 2);

/** In characters. */
const SMALL = 8000;

export type Parts = readonly (readonly [name: string, content: string | Uint8Array])[];

export function packed(parts: Parts): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  // Small parts, of a thousand papers, take longer than they save; within an archive of papers they are packed after all.
  for (const [name, content] of parts) {
    files[name] = [
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
      { level: content.length < SMALL ? 0 : 6, mtime: MTIME },
    ];
  }
  return zipSync(files).slice();
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Target {
  readonly type: string;
  readonly target: string;
  readonly isExternal?: boolean;
}

/** Ids are rId1, rId2 … in this order. `type`: `package:` for those of the package, else of the office formats. */
export function relationships(targets: readonly Target[]): string {
  const each = targets.map(({ type, target, isExternal = false }, index) => {
    const name = type.startsWith('package:') ? `${PACKAGE}/relationships/${type.slice(8)}` : `${OFFICE}/${type}`;
    return `<Relationship Id="rId${index + 1}" Type="${name}" Target="${xmlText(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`;
  });
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

/** `type`: what follows `application/vnd.openxmlformats-`. */
export function contentTypes(overrides: readonly (readonly [part: string, type: string])[]): string {
  const each = overrides.map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`,
  );
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  const xml = '<Default Extension="xml" ContentType="application/xml"/>';
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">${rels}${xml}${each.join('')}</Types>`;
}

/** `made`: ISO 8601, UTC. */
export function coreProperties(title: string, made: string): string {
  const time = `${made.slice(0, 19)}Z`;
  const stamp = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`;
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>勾稽</dc:creator>${stamp('created')}${stamp('modified')}</cp:coreProperties>`;
}
