/** One check of one page: read, check, mark, and stay in step with the page until the next click. */

import { type OwnFinding, ownAsFinding } from '../../core/exchange/own';
import type { CellId, Language, Outcome, Document as PageText, Place, Result } from '../../core/index';
import { readPage } from '../../core/read/dom';
import type { AnchorState, Checked, MessageFailure, PageEvent, PageReport, Picked, SumsCall } from '../messages';
import { sumMark } from '../plain-messages';
import { type Anchor, anchorFindings, type Reading, stateOf, type Target, targetOfCell, targetOfPlace } from './anchor';
import { concerns } from './concerns';
import { closedFrames, documentsOf } from './frames';
import { clearHighlights, highlight } from './highlight';
import { Overlay, removeOverlays } from './overlay';
import { pickSelection } from './pick';
import { watchPointing } from './pointing';
import { scrollTo } from './scroll-to';
import { type SumTarget, sumTargets } from './sum-lines';
import { watchPage } from './watch-page';

/** After the last movement, before the panel is told. */
const SETTLE = 250;

/** What a session needs from outside the page. */
export interface Surroundings {
  readonly signal: AbortSignal;
  /** Whether marks are drawn at once. */
  readonly shown: boolean;
  emit(event: PageEvent): void;
  /** The rules are not in the page. */
  check(document: PageText): Promise<Result<Checked, MessageFailure>>;
}

export class Session {
  private anchors: readonly Anchor[] = [];
  private overlay: Overlay | null = null;
  private shown: boolean;
  private current: string | null = null;
  private language: Language = 'zh-CN';
  /** `again`: it changed while an earlier read was being checked. */
  private checking: 'no' | 'yes' | 'again' = 'no';
  private own: readonly OwnFinding[] = [];
  private unclaimedShown = false;
  /** Inferred by the panel: places of the last read. */
  private inferred: SumsCall | null = null;
  private picked: Picked | null = null;
  private readonly followed = new WeakSet<Document>();
  private settling: ReturnType<typeof setTimeout> | undefined;

  /** Fails where the page cannot be read or checked. */
  static async open(page: Document, around: Surroundings): Promise<Session> {
    const read = readPage(page);
    const checked = await around.check(read.document);
    if (!checked.ok) throw new Error(checked.error.reason);
    around.signal.throwIfAborted();
    return new Session(page, around, { ...read, ...checked.value });
  }

  private constructor(
    private readonly page: Document,
    private readonly around: Surroundings,
    private reading: Reading & Checked,
  ) {
    this.shown = around.shown;
    this.mark();
    for (const each of documentsOf(page)) this.follow(each);
    around.signal.addEventListener('abort', () => clearTraces(page));
  }

  /** Stays in step with the page or one of its frames. */
  private follow(page: Document): void {
    const { signal } = this.around;
    if (this.followed.has(page)) return;
    this.followed.add(page);
    watchPage(page, signal, {
      onLayout: () => this.layout(),
      concerns: (records) => concerns(records, this.reading, this.anchors),
      onChange: () => void this.readAgain(),
      onFrame: (target) => {
        if (!isFrame(target)) return;
        for (const each of documentsOf(this.page)) this.follow(each);
        void this.readAgain();
      },
    });
    watchPointing(page, signal, {
      at: (x, y) => this.overlay?.at(x, y) ?? null,
      open: (finding) => this.overlay?.openCard(finding),
      close: () => this.overlay?.closeCard() ?? false,
      step: (by) => this.step(by),
      removeAll: () => this.removeMarks(),
    });
  }

  /** Marks move with their places; where a place comes into sight or goes out of it, the panel is told. */
  private layout(): void {
    this.overlay?.layout();
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      if (this.around.signal.aborted) return;
      const now = this.anchors.map(restated);
      if (now.every(({ state }, index) => state === this.anchors[index]?.state)) return;
      this.anchors = now;
      this.around.emit({ type: 'changed' });
    }, SETTLE);
  }

  report(): PageReport {
    const { document, outcome, beside } = this.reading;
    const { picked } = this;
    this.picked = null;
    return {
      document,
      outcome,
      anchors: this.states(),
      marksShown: this.shown,
      beside,
      picked,
      closedFrames: closedFrames(this.page),
    };
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

  setUnclaimedShown(shown: boolean): void {
    this.unclaimedShown = shown;
    this.mark();
  }

  setOwn(findings: readonly OwnFinding[]): PageReport['anchors'] {
    this.own = findings;
    this.mark();
    return this.states();
  }

  showSums(sums: SumsCall): AnchorState {
    this.inferred = sums;
    this.current = sums.chosen === null ? this.current : sumMark(sums.chosen.total);
    this.mark();
    const [total] = this.targetsOf(sums.chosen === null ? [] : [sums.chosen.total]);
    if (total === undefined) return sums.chosen === null ? 'nowhere' : 'lost';
    return sums.scroll ? this.show(total) : stateOf([total]);
  }

  /** `tell`: the panel may only be opening, so it is kept until the panel asks. */
  pick(tell: boolean): Picked | null {
    const picked = pickSelection(this.page, this.reading);
    if (tell && picked !== null) {
      this.picked = picked;
      this.around.emit({ type: 'picked' });
    }
    return picked;
  }

  setLanguage(language: Language): void {
    if (language === this.language) return;
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
    this.anchors = anchorFindings([...this.reading.outcome.findings, ...this.own.map(ownAsFinding)], this.reading);
    clearTraces(this.page);
    this.overlay = null;
    const nothing = this.anchors.length === 0 && this.unclaimed().length === 0 && this.inferred === null;
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
    const own = Object.fromEntries(
      this.own.map((each) => [each.fingerprint, { message: each.text, sums: [], reasoning: '' }]),
    );
    const cards = { ...this.reading.cards[language], ...own };
    const wrong = (this.inferred?.wrong ?? []).flatMap((place) =>
      this.targetsOf([place]).map((target) => ({ id: sumMark(place), target })),
    );
    this.overlay?.draw({ anchors, current, sums: this.sums(), unclaimed: this.unclaimed(), wrong, cards, language });
  }

  private states(): PageReport['anchors'] {
    return Object.fromEntries(this.anchors.map(({ finding, state }) => [finding.fingerprint, state]));
  }

  private unclaimed(): readonly Target[] {
    if (!this.unclaimedShown) return [];
    return this.targetsOf(this.reading.outcome.unclaimed.map(({ place }) => place));
  }

  private targetsOf(places: readonly Place[]): readonly Target[] {
    return places.flatMap((place) => targetOfPlace(place, this.reading) ?? []);
  }

  /** The chosen sum among those inferred. */
  private inferredSum(): readonly SumTarget[] {
    const chosen = this.inferred?.chosen;
    if (!chosen || this.current !== sumMark(chosen.total)) return [];
    const parts = this.targetsOf(chosen.parts).map((target, index) => ({
      target,
      sign: index === 0 ? null : ('+' as const),
    }));
    return [...parts, ...this.targetsOf([chosen.total]).map((target) => ({ target, sign: '=' as const }))];
  }

  /** The sums behind the chosen finding, cell by cell. */
  private sums(): readonly (readonly SumTarget[])[] {
    const { outcome } = this.reading;
    const failures = outcome.findings.find(({ fingerprint }) => fingerprint === this.current)?.relations ?? [];
    const keys = new Set(failures.map(({ id, at }) => `${id}@${at}`));
    const failing = outcome.relations
      .filter(({ relation: { id, at } }) => keys.has(`${id}@${at}`))
      .map(({ relation }) => sumTargets(relation, (cell) => targetOfCell(cell, this.reading)));
    return [...failing, this.inferredSum()];
  }

  /** By keyboard to the next mark: it gets the focus, and with it its card. */
  private step(by: 1 | -1): boolean {
    const finding = this.overlay?.step(by) ?? null;
    const target = this.anchors.find((anchor) => anchor.finding.fingerprint === finding)?.targets[0];
    if (target !== undefined) scrollTo(this.page, target);
    return finding !== null;
  }

  private removeMarks(): boolean {
    if (!this.shown) return false;
    this.setShown(false);
    this.around.emit({ type: 'marks', shown: false });
    return true;
  }

  /** One after another, or a page that never rests would have each answer come too late, and checks pile up. */
  private async readAgain(): Promise<void> {
    if (this.checking !== 'no') {
      this.checking = 'again';
      return;
    }
    do {
      this.checking = 'yes';
      await this.readOnce();
    } while (this.isAskedAgain() && !this.around.signal.aborted);
    this.checking = 'no';
  }

  private isAskedAgain(): boolean {
    return this.checking === 'again';
  }

  /** An answer that does not come leaves the marks as they are: the next change of the page asks again. */
  private async readOnce(): Promise<void> {
    const before = this.reading;
    const read = readPage(this.page);
    const checked = await this.around.check(read.document);
    if (!checked.ok || this.around.signal.aborted) return;
    this.reading = { ...read, ...checked.value };
    const same = sameOutcome(before.outcome, checked.value.outcome) && this.sameTables(before);
    // The panel infers them anew of what it is told to ask for.
    if (!same) this.inferred = null;
    this.mark();
    if (!same) this.around.emit({ type: 'changed' });
  }

  /** Where the panel looks at tables of no form, of which no outcome tells. */
  private sameTables(before: Reading): boolean {
    if (this.inferred === null && this.reading.outcome.status !== 'unrecognised') return true;
    const tables = ({ document: { blocks } }: Reading): string =>
      JSON.stringify(blocks.map((block) => block.kind === 'table' && block));
    return tables(before) === tables(this.reading);
  }
}

/** Goes by what is on the page, not by memory, so it also cleans up after a copy of this script that is gone. */
export function clearTraces(page: Document): void {
  removeOverlays(page);
  clearHighlights(page);
}

function isFrame(target: EventTarget | null): boolean {
  return target !== null && 'contentDocument' in target;
}

/** `lost` and `nowhere` stay so until the page is read again. */
function restated(anchor: Anchor): Anchor {
  const { state, targets } = anchor;
  return state === 'marked' || state === 'hidden' ? { ...anchor, state: stateOf(targets) } : anchor;
}

function sameOutcome(a: Outcome, b: Outcome): boolean {
  return JSON.stringify([a.status, a.facts, a.findings]) === JSON.stringify([b.status, b.facts, b.findings]);
}
