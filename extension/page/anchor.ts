/**
 * From findings to the page: cell id through a fresh read, then the place, then the quote. What is not found is
 * said so, never guessed.
 */
import type { CellId, Finding, Outcome, Place } from '../../core/index';
import type { PageReading } from '../../core/read/dom';
import type { AnchorState } from '../messages';
import { rangeOfContent, rangeOfPlace, rangeOfQuote } from './locate-text';

/** A place in the live page: an element to box, text to underline, or both. */
export interface Target {
  readonly cell: CellId | null;
  readonly element: Element | null;
  readonly range: Range | null;
}

export interface Anchor {
  readonly finding: Finding;
  readonly state: AnchorState;
  readonly targets: readonly Target[];
}

/** A read of the page as it is now, and what the check made of it. */
export interface Reading extends PageReading {
  readonly outcome: Outcome;
}

export function anchorFindings(findings: readonly Finding[], reading: Reading): readonly Anchor[] {
  return findings.map((finding) => anchorFinding(finding, reading));
}

function anchorFinding(finding: Finding, reading: Reading): Anchor {
  const cells = finding.suspects.length > 0 ? finding.suspects.map((change) => change.cell) : finding.cells;
  const placed = [...new Set(cells)].filter((cell) => placeOf(cell, reading) !== null);
  const byCell = placed.flatMap((cell) => targetOfCell(cell, reading) ?? []);
  // A sentence that disagrees with cells is what is marked first; the cells it should agree with follow.
  const targets =
    byCell.length > 0 && finding.quote === null ? byCell : [...targetsOfText(finding, reading), ...byCell];
  const hasPlace = cells.length > 0 || finding.place !== null || (finding.quote ?? '') !== '';
  return { finding, targets, state: hasPlace ? stateOf(targets, placed.length > byCell.length) : 'nowhere' };
}

/** The place of one cell now; null where the page no longer has it. */
export function targetOfCell(cell: CellId, reading: Reading): Target | null {
  const place = placeOf(cell, reading);
  const target = place === null ? null : targetOfPlace(place, reading);
  return target === null ? null : { ...target, cell };
}

/** A target that the page does not lay out now (a folded section, another tab) cannot be drawn on. */
export function stateOf(targets: readonly Target[], incomplete = false): AnchorState {
  if (targets.length === 0 || incomplete) return 'lost';
  return targets.some(isShown) ? 'marked' : 'hidden';
}

export function isConnected(target: Target): boolean {
  return (target.element ?? target.range?.startContainer)?.isConnected === true;
}

function isShown(target: Target): boolean {
  return ((target.element ?? target.range)?.getClientRects().length ?? 0) > 0;
}

function placeOf(cell: CellId, reading: Reading): Place | null {
  return reading.outcome.facts[cell]?.place ?? null;
}

function targetsOfText(finding: Finding, reading: Reading): readonly Target[] {
  const place = finding.place === null ? null : targetOfPlace(finding.place, reading);
  if (place !== null && (reading.outcome.findings.includes(finding) || quoteFits(finding, place))) return [place];
  const range = finding.quote === null ? null : quoteAnywhere(finding.quote, reading);
  return range === null ? [] : [{ cell: null, element: null, range }];
}

/** In the page, or in a frame of it. */
function quoteAnywhere(quote: string, { nodes }: PageReading): Range | null {
  const pages = new Set(nodes.blocks.flatMap(({ ownerDocument }) => ownerDocument ?? []));
  for (const page of pages) {
    const range = page.body === null ? null : rangeOfQuote(page.body, quote);
    if (range !== null) return range;
  }
  return null;
}

/** A place from an earlier read may now hold other words, and without a quote nobody can tell. */
function quoteFits(finding: Finding, target: Target): boolean {
  if (finding.quote === null || finding.quote === '' || target.range === null) return false;
  const text = (value: string): string => value.replace(/\s/g, '');
  return (
    text(target.range.toString()).includes(text(finding.quote)) ||
    text(finding.quote).includes(text(target.range.toString()))
  );
}

export function targetOfPlace(place: Place, { document, nodes }: PageReading): Target | null {
  const block = document.blocks[place.block];
  const node = nodes.blocks[place.block];
  if (block === undefined || node === undefined) return null;
  if (block.kind === 'table') {
    const element = asElement(place.cell === undefined ? node : nodes.cells[place.block]?.[place.cell]);
    return element === null
      ? null
      : { cell: null, element, range: place.cell === undefined ? null : rangeOfContent(element) };
  }
  const { text } = block;
  const range = rangeOfPlace(node, text, place.start ?? 0, place.end ?? text.length);
  const element = block.kind === 'picture' ? asElement(node) : null;
  return range === null && element === null ? null : { cell: null, element, range };
}

function asElement(node: Node | undefined): Element | null {
  return node?.nodeType === 1 ? (node as Element) : null;
}
