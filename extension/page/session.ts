/** One check of one page: read, check, mark, and stay in step with the page until the next click. */
import { type CellId, check, type Language, type Outcome, relationKey } from '../../core/index';
import { readPage } from '../../core/read/dom';
import type { AnchorState, PageEvent, PageReport } from '../messages';
import { type Anchor, anchorFindings, isConnected, type Reading, stateOf, type Target, targetOfCell } from './anchor';
import { clearHighlights, highlight } from './highlight';
import { Overlay, removeOverlays } from './overlay';
import { scrollTo } from './scroll-to';
import { watchPage } from './watch-page';

export class Session {
  private reading: Reading;
  private anchors: readonly Anchor[] = [];
  private overlay: Overlay | null = null;
  private shown = true;
  private current: string | null = null;
  private language: Language = 'zh-CN';

  constructor(
    private readonly page: Document,
    signal: AbortSignal,
    private readonly emit: (event: PageEvent) => void,
  ) {
    this.reading = read(page);
    this.mark();
    watchPage(page, signal, {
      onLayout: () => this.overlay?.layout(),
      concerns: (records) => this.concerns(records),
      onChange: () => this.readAgain(),
    });
    signal.addEventListener('abort', () => clearTraces(page));
  }

  report(): PageReport {
    const anchors = Object.fromEntries(this.anchors.map(({ finding, state }) => [finding.fingerprint, state]));
    const { document, outcome } = this.reading;
    return { document, outcome, anchors, marksShown: this.shown };
  }

  choose(fingerprint: string | null, scroll: boolean): AnchorState {
    this.current = fingerprint;
    this.draw();
    const anchor = this.anchors.find(({ finding }) => finding.fingerprint === fingerprint);
    if (anchor === undefined) return 'nowhere';
    return scroll && anchor.targets[0] !== undefined ? this.show(anchor.targets[0]) : anchor.state;
  }

  showCell(cell: CellId): AnchorState {
    const target = targetOfCell(cell, this.reading);
    return target === null ? 'lost' : this.show(target);
  }

  /** Draws the marks, or takes every trace of them away. */
  setShown(shown: boolean): void {
    this.shown = shown;
    this.mark();
  }

  setLanguage(language: Language): void {
    this.language = language;
    this.draw();
  }

  private show(target: Target): AnchorState {
    const state = stateOf([target]);
    if (state !== 'marked') return state;
    scrollTo(this.page, target);
    this.overlay?.flash(target);
    return state;
  }

  private mark(): void {
    this.anchors = anchorFindings(this.reading.outcome.findings, this.reading);
    clearTraces(this.page);
    this.overlay = null;
    const nothing = this.anchors.length === 0;
    if (!this.shown || nothing) return;
    highlight(this.page, this.anchors);
    this.overlay = new Overlay(this.page, (finding) => {
      this.choose(finding, false);
      this.emit({ type: 'chosen', finding });
    });
    this.draw();
  }

  private draw(): void {
    const { anchors, current, language } = this;
    this.overlay?.draw({ anchors, current, lit: this.litTargets(), language });
  }

  /** Cells of the sums behind the chosen finding. */
  private litTargets(): readonly Target[] {
    const { outcome } = this.reading;
    const failures = outcome.findings.find(({ fingerprint }) => fingerprint === this.current)?.relations ?? [];
    const keys = new Set(failures.map(({ id, at }) => `${id}@${at}`));
    const relations = outcome.relations.map((result) => result.relation).filter((each) => keys.has(relationKey(each)));
    const cells = new Set(relations.flatMap((relation) => [...relation.left, ...relation.right]));
    return [...cells].flatMap((cell) => targetOfCell(cell, this.reading) ?? []);
  }

  /** Whether a change of the page may have changed what was read. */
  private concerns(records: readonly MutationRecord[]): boolean {
    if (this.anchors.some(({ targets }) => targets.some((target) => !isConnected(target)))) return true;
    const tables = this.reading.nodes.cells.flatMap((cells, block) =>
      cells === null ? [] : (this.reading.nodes.blocks[block] ?? []),
    );
    if (tables.some((table) => !table.isConnected)) return true;
    return records.some(
      (record) => tables.some((table) => table.contains(record.target)) || [...record.addedNodes].some(holdsTable),
    );
  }

  private readAgain(): void {
    const before = this.reading.outcome;
    this.reading = read(this.page);
    this.mark();
    if (!sameOutcome(before, this.reading.outcome)) this.emit({ type: 'changed' });
  }
}

/** Goes by what is on the page, not by memory, so it also cleans up after a copy of this script that is gone. */
export function clearTraces(page: Document): void {
  removeOverlays(page);
  clearHighlights(page);
}

function read(page: Document): Reading {
  const reading = readPage(page);
  const outcome = check(reading.document, page.location === null ? {} : { sourceName: page.location.href });
  return { ...reading, outcome };
}

function holdsTable(node: Node): boolean {
  return (
    node.nodeType === 1 &&
    ((node as Element).localName === 'table' || (node as Element).querySelector('table') !== null)
  );
}

function sameOutcome(a: Outcome, b: Outcome): boolean {
  return JSON.stringify([a.status, a.facts, a.findings]) === JSON.stringify([b.status, b.facts, b.findings]);
}
