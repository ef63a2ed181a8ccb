/** Names one element of a page in a style sheet, by its place alone: nothing is written into the page. */

/** Where a range is: the table of its cell, else the element that holds its text. */
export function blockOf(range: Range): Element | null {
  const { commonAncestorContainer: node } = range;
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  return element?.closest('table') ?? element;
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
