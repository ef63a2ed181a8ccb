/**
 * The links of a page that may lead to reports, to more of the list, or to attachments. Put into pages as it stands:
 * nothing from outside its braces is there, so that all it needs stands inside.
 */

/** One link as the page has it. Text only: nothing of it is ever taken as markup. */
export interface RawLink {
  /** Where it leads, also where a script opens it: read out of the script's text, which is never run. */
  readonly href: string;
  readonly text: string;
  /** Its `title`: lists cut long names short. */
  readonly hint: string;
  /** What stands in its row beside links: the date. By the heading of its column, where the row has such. */
  readonly near: string;
}

export interface CollectedLinks {
  readonly address: string;
  readonly base: string;
  readonly title: string;
  readonly links: readonly RawLink[];
  /** Links beyond the limit, not looked at. */
  readonly beyond: number;
  /**
   * Of a list whose pages a known script numbers: how many, name, ending, and the number in the name of the second one.
   * `createPageHTML(24, 0, "index", "html")` begins at 1, `createPageHTML('page', 24, 1, 'list', 'shtml', 590)` at 2.
   */
  readonly numbered: readonly string[] | null;
  /** The list goes on in what a script would fetch. */
  readonly more: boolean;
}

/** `root`: a page parsed elsewhere, whose address is then `address`. */
export function collectLinks(
  limit: number,
  root: Document = document,
  address: string = location.href,
): CollectedLinks {
  const wanted =
    /年\s*报|年\s*度|报\s*告|^(?:(?:下一?页|后一?页|next)\s*[>›»]*|[>›»]{1,2}|\d{1,4}|20\d{2}\s*年)$|附\s*件|\.(?:docx?|wps|pdf|xlsx?|rtf)\s*$/i;
  const wantedAddress = /xxgknb|gknb|ndbg|nianbao|annual|\.(?:docx?|wps|pdf|xlsx?|rtf)(?:[?#]|$)/i;
  const isAddress =
    /^(?:https?:\/\/|\.{0,2}\/)\S+$|^[\w./-]+\.(?:s?html?|jsp|aspx?|php|do|docx?|wps|pdf)(?:[?#]\S*)?$/i;
  const anyDate = /\d{1,2}\s*[-/.月]\s*\d{1,2}/;
  const tidy = (text: string | null, most: number): string =>
    (text ?? '')
      .slice(0, most * 4)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, most);
  /** Pages of a list: `[2]`, `【下一页】`, `第2页`. */
  const unwrapped = (text: string): string =>
    text.replace(/^[[［【]\s*(.{1,8}?)\s*[\]］】]$/, '$1').replace(/^第\s*(\d{1,4})\s*页$/, '$1');
  const quoted = (script: string): string =>
    [...script.slice(0, 2000).matchAll(/["']([^"']{1,1000})["']/g)]
      .map(([, text]) => text ?? '')
      .find((text) => isAddress.test(text)) ?? '';

  const hrefOf = (element: Element): string => {
    const own = element.getAttribute(element.localName === 'option' ? 'value' : 'href') ?? '';
    if (!/^\s*(?:javascript:|#|$)/i.test(own)) return own;
    const named = ['data-href', 'data-url', 'tagname'].map((name) => element.getAttribute(name) ?? '');
    return (
      named.find((each) => isAddress.test(each)) || quoted(element.getAttribute('onclick') ?? '') || quoted(own) || own
    );
  };

  /** Text of the parts, a blank between any two; that of links among them is theirs alone. */
  const besideLinks = (row: Element): string => {
    const walker = row.ownerDocument.createTreeWalker(row, 4);
    let text = '';
    for (let node = walker.nextNode(); node !== null && text.length < 1200; node = walker.nextNode()) {
      const link = node.parentElement?.closest('a');
      if (link === null || link === undefined || (link.textContent ?? '').length < 16)
        text += ` ${node.nodeValue ?? ''}`;
    }
    return tidy(text, 300);
  };
  const hasOtherLinks = (box: Element): boolean => {
    const all = box.getElementsByTagName('a');
    return (
      all[2] !== undefined || (all[1] !== undefined && all[1].getAttribute('href') !== all[0]?.getAttribute('href'))
    );
  };
  /** A row; where there is none, the largest box around the link that has no other link in it. */
  const rowOf = (link: Element): Element => {
    const row = link.closest('li, tr');
    // A container of many links says nothing of one of them.
    if (row !== null && row.getElementsByTagName('a')[6] === undefined) return row;
    let box = link;
    for (let steps = 0; steps < 5; steps++) {
      const parent = box.parentElement;
      if (parent === null || parent.localName === 'body' || hasOtherLinks(parent)) break;
      box = parent;
    }
    return box;
  };
  const cellsOf = (row: Element): string | null => {
    const table = row.closest('table');
    if (row.localName !== 'tr' || table === null) return null;
    const cells = [...row.children].slice(0, 30);
    const first = table.querySelector('tr');
    const headings = first === null || first.querySelector('th') === null ? [] : [...first.children];
    if (first === row || headings.length !== cells.length) return null;
    return cells.map((cell, at) => `${tidy(headings[at]?.textContent ?? '', 20)} ${besideLinks(cell)}`).join(' ');
  };
  /** Dates in a list of their own beside this one, one for each of its rows. */
  const datesBeside = new Map<Element, Element | null>();
  const dateListOf = (list: Element): Element | null => {
    const known = datesBeside.get(list);
    if (known !== undefined) return known;
    const around =
      list.parentElement?.parentElement?.localName === 'body' ? list.parentElement : list.parentElement?.parentElement;
    const others = [...(around ?? list).querySelectorAll('ul, ol')].slice(0, 50);
    const found = others.find(
      (other) =>
        other !== list &&
        other.childElementCount === list.childElementCount &&
        other.childElementCount <= 1000 &&
        [...other.children].every(({ textContent }) => textContent.length < 40 && anyDate.test(textContent)),
    );
    datesBeside.set(list, found ?? null);
    return found ?? null;
  };
  const rows = new Map<Element, string>();
  const nearOf = (link: Element): string => {
    const row = rowOf(link);
    const known = rows.get(row);
    if (known !== undefined) return known;
    let text = cellsOf(row) ?? besideLinks(row);
    const next = row.localName === 'dt' ? row.nextElementSibling : null;
    if (next?.localName === 'dd' && next.querySelector('a') === null) text += ` ${besideLinks(next)}`;
    const list = row.localName === 'li' && !anyDate.test(text) ? row.parentElement : null;
    const dates = list === null ? null : dateListOf(list);
    if (list !== null && dates !== null)
      text += ` ${dates.children[[...list.children].indexOf(row)]?.textContent ?? ''}`;
    text = tidy(text, 300);
    rows.set(row, text);
    return text;
  };

  const links: RawLink[] = [];
  let beyond = 0;
  const collect = (page: Document): void => {
    const all = page.querySelectorAll(
      'a, area[href], option[value], :is(li, tr, td, p, div, span):is([onclick], [data-href], [data-url])',
    );
    const seen = Math.min(all.length, limit * 10);
    let at = 0;
    for (; at < seen && links.length < limit; at++) {
      const link = all[at];
      // What holds so much is no link, whatever its script does.
      if (link === undefined || link.getElementsByTagName('*')[200] !== undefined) continue;
      const isBox = !/^(?:a|area|option)$/.test(link.localName);
      if (isBox && (link.getElementsByTagName('*')[40] !== undefined || link.querySelector('a[href]') !== null))
        continue;
      const whole = tidy(link.textContent, 200);
      const text = unwrapped(whole);
      const own = hrefOf(link);
      // The number of a page is what a script turns it by, no address.
      const href = link.localName === 'option' && text !== whole && /^\d+$/.test(own) ? '' : own;
      if (href.length > 2000) continue;
      const hint = tidy(link.getAttribute('title'), 200);
      if (link.localName === 'option' && text === whole && !/^20\d{2}\s*年?\s*度?$/.test(text)) continue;
      if (wanted.test(text) || wanted.test(hint) || wantedAddress.test(href))
        links.push({
          href,
          text: isBox ? tidy(text.replace(/\s*20\d{2}\s*[-/.年]\s*\d{1,2}.*$/, ''), 200) || text : text,
          hint,
          near: nearOf(link),
        });
    }
    beyond += all.length - at;
  };
  collect(root);

  const scripts = [...root.scripts].slice(0, 200);
  /** Lists that a script draws from records which stand in the page. */
  let more = false;
  for (const script of scripts.filter(({ type }) => type === 'text/xml')) {
    const text = (script.textContent ?? '').slice(0, 2_000_000);
    const records = [...text.matchAll(/<record>\s*<!\[CDATA\[([\s\S]*?)\]\]>/g)].slice(0, limit);
    more ||= Number(/<totalrecord>\s*(\d{1,6})/.exec(text)?.[1] ?? 0) > records.length;
    collect(new DOMParser().parseFromString(records.map(([, record]) => record ?? '').join('\n'), 'text/html'));
  }
  /** Lists that stand in a script as data. */
  const plain = (text: string): string =>
    text
      .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/\\\//g, '/');
  const addWritten = (title: string, address: string, near: string): void => {
    const text = tidy(plain(title), 200);
    if (links.length >= limit || address === '' || address.length > 2000 || !wanted.test(text)) return;
    links.push({ href: plain(address), text, hint: '', near: tidy(near, 300) });
  };
  for (const script of scripts.filter(({ src, type }) => src === '' && type !== 'text/xml')) {
    const text = (script.textContent ?? '').slice(0, 500_000);
    for (const [record] of text.matchAll(/\{[^{}]{10,1500}\}/g)) {
      const title = /["']?\b\w*(?:title|name|subject)["']?\s*:\s*(["'])(.*?)\1/i.exec(record)?.[2] ?? '';
      const href = /["']?\b\w*(?:url|link|href|path)["']?\s*:\s*(["'])(.*?)\1/i.exec(record)?.[2] ?? '';
      const day = /["']?\b(?:pub|fb|release|issue|send)\w*["']?\s*:\s*(["'])(.*?)\1/i.exec(record)?.[2];
      addWritten(title, href, day ?? record.replace(title, ' '));
    }
    // An array for each: `urls[i]='./t1.html'; headers[i]='…'; days[i]='2025-01-20'; i++;`
    const values = new Map<string, string>();
    let row = '';
    const end = (): void => {
      const of = (name: RegExp): string => [...values].find(([key]) => name.test(key))?.[1] ?? '';
      const days = [...values].filter(([key]) => /year|month|da[ty]|time/i.test(key)).map(([, value]) => value);
      addWritten(of(/title|name|subject|header/i), of(/url|link|href|path/i), days.join('-'));
      values.clear();
    };
    for (const [, name = '', at = '', , value = ''] of text.matchAll(
      /(?<![\w$])(\w{1,30})\[(\w{1,12})\]\s*=\s*(["'])([^"'\n]{0,1000})\3/g,
    )) {
      // Where all names come before all addresses, the last of those and the first of these are no row.
      if (values.has(name) || at !== row) end();
      row = at;
      values.set(name, value);
    }
    end();
  }
  const call =
    /createPageHTML\(\s*(["'][\w-]{1,40}["']\s*,\s*)?(\d{1,4})\s*,\s*\d+\s*,\s*["']([^"']{1,60})["']\s*,\s*["'](\w{1,8})["']/;
  const match = scripts
    .map((script) => call.exec((script.textContent ?? '').slice(0, 20_000)))
    .find((each) => each !== null && each !== undefined);
  return {
    address,
    base: root.querySelector('base[href]')?.getAttribute('href') ?? '',
    title: tidy(root.title, 200),
    links,
    beyond,
    numbered: match == null ? null : [...match.slice(2, 5), match[1] === undefined ? '1' : '2'],
    more,
  };
}
