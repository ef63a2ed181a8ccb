/**
 * The links of a page that may lead to reports, to more of the list, or to attachments. Put into pages as it stands:
 * nothing from outside its braces is there.
 */

/** One link as the page has it. Text only: nothing of it is ever taken as markup. */
export interface RawLink {
  readonly href: string;
  readonly text: string;
  /** Its `title`: lists cut long names short. */
  readonly hint: string;
  /** Text of the row it stands in: the date is beside the link. */
  readonly near: string;
}

export interface CollectedLinks {
  readonly address: string;
  readonly base: string;
  readonly title: string;
  readonly links: readonly RawLink[];
  /** Links beyond the limit, not looked at. */
  readonly beyond: number;
  /** Of a list whose pages a known script numbers: `createPageHTML(24, 0, "index", "html")`. */
  readonly numbered: readonly string[] | null;
}

/** `root`: a page parsed elsewhere, whose address is then `address`. */
export function collectLinks(
  limit: number,
  root: Document = document,
  address: string = location.href,
): CollectedLinks {
  const wanted =
    /年\s*报|年\s*度|报\s*告|^(?:下一?页|后一?页|next|[>›»]{1,2}|\d{1,4})$|附\s*件|\.(?:docx?|wps|pdf|xlsx?|rtf)\s*$/i;
  const wantedAddress = /xxgknb|gknb|ndbg|nianbao|annual|\.(?:docx?|wps|pdf|xlsx?|rtf)(?:[?#]|$)/i;
  const tidy = (text: string | null, most: number): string =>
    (text ?? '')
      .slice(0, most * 4)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, most);
  const rows = new Map<Element, string>();
  const rowText = (link: Element): string => {
    const row = link.closest('li, tr, dd, dt') ?? link.parentElement;
    if (row === null) return '';
    const known = rows.get(row);
    if (known !== undefined) return known;
    // A container of hundreds of links says nothing of one of them, and would be read over and over.
    const text = row.getElementsByTagName('a').length > 6 ? '' : tidy(row.textContent, 300);
    rows.set(row, text);
    return text;
  };
  const links: RawLink[] = [];
  const all = root.links;
  const seen = Math.min(all.length, limit * 10);
  let at = 0;
  for (; at < seen && links.length < limit; at++) {
    const link = all[at];
    const href = link?.getAttribute('href') ?? '';
    if (link === undefined || href.length > 2000) continue;
    const text = tidy(link.textContent, 200);
    const hint = tidy(link.getAttribute('title'), 200);
    if (wanted.test(text) || wanted.test(hint) || wantedAddress.test(href))
      links.push({ href, text, hint, near: rowText(link) });
  }
  const scripts = [...root.scripts].slice(0, 200).map((script) => (script.textContent ?? '').slice(0, 20_000));
  const call = /createPageHTML\(\s*(\d{1,4})\s*,\s*\d+\s*,\s*["']([^"']{1,60})["']\s*,\s*["'](\w{1,8})["']/;
  const match = scripts.map((script) => call.exec(script)).find((each) => each !== null && each !== undefined);
  return {
    address,
    base: root.querySelector('base[href]')?.getAttribute('href') ?? '',
    title: tidy(root.title, 200),
    links,
    beyond: all.length - at,
    numbered: match?.slice(1, 4) ?? null,
  };
}
