/** What a person has selected in the page, as a place that a finding of his own can be about. */
import type { CellId, Place } from '../../core/index';
import type { Picked } from '../messages';
import type { Reading } from './anchor';

/** Longer passages are not one thing to find fault with. */
const LONGEST = 300;

/** Null where nothing is selected. */
export function pickSelection(page: Document, reading: Reading): Picked | null {
  const selection = page.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const quote = selection.toString().replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  const range = selection.getRangeAt(0);
  const inCell = cellAt(range.startContainer, reading);
  // A selection that leaves its cell is about no one number.
  if (inCell?.element.contains(range.endContainer))
    return { quote: inCell.element.textContent.trim(), cell: cellOf(inCell.place, reading), place: inCell.place };
  return quote === '' ? null : { quote, cell: null, place: null };
}

function cellAt(node: Node, { nodes }: Reading): { readonly element: Element; readonly place: Place } | null {
  for (const [block, cells] of nodes.cells.entries()) {
    if (cells === null || nodes.blocks[block]?.contains(node) !== true) continue;
    const cell = cells.findIndex((each) => each.contains(node));
    const element = cells[cell];
    if (element !== undefined) return { element: element as Element, place: { block, cell } };
  }
  return null;
}

function cellOf(place: Place, { outcome }: Reading): CellId | null {
  const found = Object.entries(outcome.facts).find(
    ([, fact]) => fact.place?.block === place.block && fact.place.cell === place.cell,
  );
  return found?.[0] ?? null;
}
