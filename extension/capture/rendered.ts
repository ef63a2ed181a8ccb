/** A table as it stands in the page, without what could run: evidence is opened by people, perhaps in a browser. */

const RUNS = 'script, noscript, template, iframe, frame, object, embed, link, meta, base';
/** Attributes that hold an address. */
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc', 'background']);

export function rendered(table: Element): string {
  const copy = table.cloneNode(true) as Element;
  for (const each of copy.querySelectorAll(RUNS)) each.remove();
  for (const element of [copy, ...copy.querySelectorAll('*')])
    for (const { name } of [...element.attributes]) if (mayRun(element, name)) element.removeAttribute(name);
  return copy.outerHTML;
}

function mayRun(element: Element, name: string): boolean {
  const lower = name.toLowerCase();
  if (lower.startsWith('on') || lower === 'srcdoc') return true;
  // Browsers pass over blanks and control characters in a scheme.
  const value = [...(element.getAttribute(name) ?? '')].filter((letter) => letter > ' ').join('');
  return ADDRESSES.has(lower) && /^(?:javascript|vbscript|data):/i.test(value);
}
