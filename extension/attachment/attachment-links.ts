/** 附件: which links of a page lead to files that may hold its report. Pure. */
import type { CollectedLinks } from '../column/collect-links';

export interface Attachment {
  readonly address: string;
  readonly name: string;
  /** On the page's own site: only there the page may read it. */
  readonly near: boolean;
}

/** A report has one, at times one for each format. */
export const MAX_ATTACHMENTS = 20;
const FILE = /\.(?:docx?|wps|pdf|xlsx?|rtf)$/i;
/** Servers that hand out files under addresses without an ending. */
const HANDED_OUT = /down(?:load|file)?|attach|fileid|ueditor/i;

export function attachmentsOf(pages: readonly CollectedLinks[]): readonly Attachment[] {
  const [top] = pages;
  if (top === undefined) return [];
  const { origin } = new URL(top.address);
  const found = new Map<string, Attachment>();
  for (const { base, address, links } of pages) {
    for (const { href, text, hint } of links) {
      const target = addressOf(href, base, address);
      if (target === null || found.has(target.href)) continue;
      const name = text === '' ? hint : text;
      const isFile =
        FILE.test(target.pathname) || FILE.test(name) || (/附\s*件/.test(name) && HANDED_OUT.test(target.href));
      if (isFile)
        found.set(target.href, {
          address: target.href,
          name: name || fileName(target),
          near: target.origin === origin,
        });
    }
  }
  return [...found.values()].slice(0, MAX_ATTACHMENTS);
}

function addressOf(href: string, base: string, page: string): URL | null {
  try {
    const address = new URL(href.trim(), base === '' ? page : new URL(base, page));
    address.hash = '';
    return address.protocol === 'http:' || address.protocol === 'https:' ? address : null;
  } catch {
    return null; // Not an address.
  }
}

function fileName({ pathname }: URL): string {
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // A name in another encoding: as it stands in the address.
  }
}
