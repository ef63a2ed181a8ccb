/** One check of one page: read, check, mark, and stay in step with the page until the next click. */
import type { CellId, Language, Outcome, Document as PageText, Result } from '../../core/index';
import { readPage } from '../../core/read/dom';
import type { AnchorState, MessageFailure, PageEvent, PageReport } from '../messages';
import { type Anchor, anchorFindings, isConnected, type Reading, stateOf, type Target, targetOfCell } from './anchor';
import { clearHighlights, highlight } from './highlight';
import { Overlay, removeOverlays } from './overlay';
import { scrollTo } from './scroll-to';
import { watchPage } from './watch-page';

/** What a session needs from outside the page. */
export interface Surroundings {
  readonly signal: AbortSignal;
  /** Whether marks are drawn at once. */
  readonly shown: boolean;
  emit(event: PageEvent): void;
  /** The rules are not in the page. */
  check(document: PageText): Promise<Result<Outcome, MessageFailure>>;
}

export class Session {
  private anchors: readonly Anchor[] = [];
  private overlay: Overlay | null = null;
  private shown: boolean;
  private current: string | null = null;
  private language: Language = 'zh-CN';
  /** Counts the reads: an answer to an older one comes too late. */
  private turn = 0;

  /** Fails where the page cannot be read or checked. */
  static async open(page: Document, around: Surroundings): Promise<Session> {
    const read = readPage(page);
    const outcome = await around.check(read.document);
    if (!outcome.ok) throw new Error(outcome.error.reason);
    around.signal.throwIfAborted();
    return new Session(page, around, { ...read, outcome: outcome.value });
  }

  private constructor(
    private readonly page: Document,
    private readonly around: Surroundings,
    private reading: Reading,
  ) {
    this.shown = around.shown;
    this.mark();
    watchPage(page, around.signal, {
      onLayout: () => this.overlay?.layout(),
      concerns: (records) => this.concerns(records),
      onChange: () => void this.readAgain(),
    });
    around.signal.addEventListener('abort', () => clearTraces(page));
  }

  report(): PageReport {
    const anchors = Object.fromEntries(this.anchors.map(({ finding, state }) => [finding.fingerprint, state]));
    const { document, outcome } = this.reading;
    return { document, outcome, anchors, marksShown: this.shown };
  }

  /** What was read last, and the nodes it was read from. */
  readNow(): Reading {
    return this.reading;
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
      this.around.emit({ type: 'chosen', finding });
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
    const relations = outcome.relations
      .map((result) => result.relation)
      .filter(({ id, at }) => keys.has(`${id}@${at}`));
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

  /** An answer that does not come leaves the marks as they are: the next change of the page asks again. */
  private async readAgain(): Promise<void> {
    const turn = ++this.turn;
    const before = this.reading.outcome;
    const read = readPage(this.page);
    const outcome = await this.around.check(read.document);
    if (!outcome.ok || turn !== this.turn || this.around.signal.aborted) return;
    this.reading = { ...read, outcome: outcome.value };
    this.mark();
    if (!sameOutcome(before, outcome.value)) this.around.emit({ type: 'changed' });
  }
}

/** Goes by what is on the page, not by memory, so it also cleans up after a copy of this script that is gone. */
export function clearTraces(page: Document): void {
  removeOverlays(page);
  clearHighlights(page);
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
