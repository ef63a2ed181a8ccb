/** What is drawn on a page of one reading: findings, own ones, sums, and which of them is chosen. */

import { type OwnFinding, ownAsFinding } from '../../core/exchange/own';
import type { CellId, Language, Place } from '../../core/index';
import type { AnchorState, Checked, PageReport, SumsCall } from '../messages';
import { sumMark } from '../plain-messages';
import { type Anchor, anchorFindings, type Reading, stateOf, type Target, targetOfCell, targetOfPlace } from './anchor';
import { clearHighlights, Highlighted } from './highlight';
import { Overlay, removeOverlays } from './overlay';
import { scrollTo } from './scroll-to';
import { type SumTarget, sumTargets } from './sum-lines';

export class Marking {
  anchors: readonly Anchor[] = [];
  private overlay: Overlay | null = null;
  private highlighted: Highlighted | null = null;
  private current: string | null = null;
  private language: Language = 'zh-CN';
  private own: readonly OwnFinding[] = [];
  private unclaimedShown = false;
  private shown: boolean;
  /** Inferred by the panel: places of the last read. */
  private inferred: SumsCall | null = null;

  constructor(
    private readonly page: Document,
    private reading: Reading & Checked,
    /** A mark in the page was chosen. */
    private readonly onChoose: (fingerprint: string) => void,
  ) {
    this.shown = reading.marks === 'at-once';
    this.mark();
  }

  /** The page was read anew. `same`: with the same result, so that inferred sums still have their places. */
  take(reading: Reading & Checked, same: boolean): void {
    this.reading = reading;
    // The panel infers them anew of what it is told to ask for.
    if (!same) this.inferred = null;
    this.mark();
  }

  isShown(): boolean {
    return this.shown;
  }

  infers(): boolean {
    return this.inferred !== null;
  }

  /** Marks move with their places. */
  layout(): void {
    this.highlighted = this.highlighted?.inPlace() ?? null;
    this.overlay?.layout();
  }

  /** False where every place is as much in sight as before. */
  lookAgain(): boolean {
    const now = this.anchors.map(restated);
    if (now.every(({ state }, index) => state === this.anchors[index]?.state)) return false;
    this.anchors = now;
    return true;
  }

  at(x: number, y: number): string | null {
    return this.overlay?.at(x, y) ?? null;
  }

  openCard(finding: string): void {
    this.overlay?.openCard(finding);
  }

  closeCard(): boolean {
    return this.overlay?.closeCard() ?? false;
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
    this.highlighted = null;
    const nothing = this.anchors.length === 0 && this.unclaimed().length === 0 && this.inferred === null;
    if (!this.shown || nothing) return;
    this.highlighted = new Highlighted(this.page, this.anchors);
    this.overlay = new Overlay(this.page, (finding) => {
      this.choose(finding, false);
      this.onChoose(finding);
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

  states(): PageReport['anchors'] {
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
  step(by: 1 | -1): boolean {
    const finding = this.overlay?.step(by) ?? null;
    const target = this.anchors.find((anchor) => anchor.finding.fingerprint === finding)?.targets[0];
    if (target !== undefined) scrollTo(this.page, target);
    return finding !== null;
  }
}

/** Goes by what is on the page, not by memory, so it also cleans up after a copy of this script that is gone. */
export function clearTraces(page: Document): void {
  removeOverlays(page);
  clearHighlights(page);
}

/** `lost` and `nowhere` stay so until the page is read again. */
function restated(anchor: Anchor): Anchor {
  const { state, targets } = anchor;
  return state === 'marked' || state === 'hidden' ? { ...anchor, state: stateOf(targets) } : anchor;
}
