/** Names one element of a page in a style sheet, by its place alone: nothing is written into the page. */

/** Where a range is: its cell, or the table around it where that is asked for; else the element that holds its text. */
export function blockOf(range: Range, within: 'cell' | 'table'): Element | null {
  const { commonAncestorContainer: node } = range;
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  return element?.closest(within === 'cell' ? 'td, th, table' : 'table') ?? element;
}

/** Good until something is put before it or one of those around it: `matches` tells. */
export function blockSelector(block: Element): string {
  let path = '';
  for (let each = block; each.parentElement !== null; each = each.parentElement)
    path = ` > ${CSS.escape(each.localName)}:nth-child(${placeOf(each)})${path}`;
  return `:root${path}`;
}

function placeOf(element: Element): number {
  let place = 1;
  for (let each = element.previousElementSibling; each !== null; each = each.previousElementSibling) place++;
  return place;
}
