/** One check of one page: read, check, mark, and stay in step with the page until the next click. */

import type { Outcome, Document as PageText, Result } from '../../core/index';
import type { Checked, MessageFailure, PageEvent, PageReport, Picked } from '../messages';
import type { Reading } from './anchor';
import { concerns } from './concerns';
import { closedFrames, documentsOf } from './frames';
import { clearTraces, Marking } from './marking';
import { pickSelection } from './pick';
import { watchPointing } from './pointing';
import { readInTurns } from './read-in-turns';
import { watchPage } from './watch-page';

/** After the last movement, before the panel is told. */
const SETTLE = 250;

/** What a session needs from outside the page. */
export interface Surroundings {
  readonly signal: AbortSignal;
  emit(event: PageEvent): void;
  /** The rules are not in the page. */
  check(document: PageText): Promise<Result<Checked, MessageFailure>>;
}

export class Session {
  readonly marking: Marking;
  /** `again`: it changed while an earlier read was being checked. */
  private checking: 'no' | 'yes' | 'again' = 'no';
  private picked: Picked | null = null;
  private readonly followed = new WeakSet<Document>();
  private settling: ReturnType<typeof setTimeout> | undefined;

  /** Fails where the page cannot be read or checked. */
  static async open(page: Document, around: Surroundings): Promise<Session> {
    const read = await readInTurns(page);
    around.signal.throwIfAborted();
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
    this.marking = new Marking(page, reading, (finding) => around.emit({ type: 'chosen', finding }));
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
      concerns: (records) => concerns(records, this.reading, this.marking.anchors),
      onChange: () => void this.readAgain(),
      onFrame: (target) => {
        if (!isFrame(target)) return;
        for (const each of documentsOf(this.page)) this.follow(each);
        void this.readAgain();
      },
    });
    watchPointing(page, signal, {
      at: (x, y) => this.marking.at(x, y),
      open: (finding) => this.marking.openCard(finding),
      close: () => this.marking.closeCard(),
      step: (by) => this.marking.step(by),
      removeAll: () => this.removeMarks(),
    });
  }

  /** Marks move with their places; where a place comes into sight or goes out of it, the panel is told. */
  private layout(): void {
    this.marking.layout();
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      if (!this.around.signal.aborted && this.marking.lookAgain()) this.around.emit({ type: 'changed' });
    }, SETTLE);
  }

  report(): PageReport {
    const { document, outcome, beside } = this.reading;
    const { picked } = this;
    this.picked = null;
    return {
      document,
      outcome,
      anchors: this.marking.states(),
      marksShown: this.marking.isShown(),
      beside,
      picked,
      closedFrames: closedFrames(this.page),
    };
  }

  /** What was read last, and the nodes it was read from. */
  readNow(): Reading {
    return this.reading;
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

  private removeMarks(): boolean {
    if (!this.marking.isShown()) return false;
    this.marking.setShown(false);
    this.around.emit({ type: 'marks', shown: false });
    return true;
  }

  /** One after another, or a page that never rests would have each answer come too late, and checks pile up. */
  private async readAgain(): Promise<void> {
    if (this.checking !== 'no') {
      this.checking = 'again';
      return;
    }
    try {
      do {
        this.checking = 'yes';
        await this.readOnce();
      } while (this.isAskedAgain() && !this.around.signal.aborted);
    } finally {
      this.checking = 'no';
    }
  }

  private isAskedAgain(): boolean {
    return this.checking === 'again';
  }

  /** An answer that does not come leaves the marks as they are: the next change of the page asks again. */
  private async readOnce(): Promise<void> {
    const before = this.reading;
    const read = await readInTurns(this.page);
    const checked = await this.around.check(read.document);
    if (!checked.ok || this.around.signal.aborted) return;
    this.reading = { ...read, ...checked.value };
    const same = sameOutcome(before.outcome, checked.value.outcome) && this.sameTables(before);
    this.marking.take(this.reading, same);
    if (!same) this.around.emit({ type: 'changed' });
  }

  /** Where the panel looks at tables of no form, of which no outcome tells. */
  private sameTables(before: Reading): boolean {
    if (!this.marking.infers() && this.reading.outcome.status !== 'unrecognised') return true;
    const tables = ({ document: { blocks } }: Reading): string =>
      JSON.stringify(blocks.map((block) => block.kind === 'table' && block));
    return tables(before) === tables(this.reading);
  }
}

function isFrame(target: EventTarget | null): boolean {
  return target !== null && 'contentDocument' in target;
}

function sameOutcome(a: Outcome, b: Outcome): boolean {
  return JSON.stringify([a.status, a.facts, a.findings]) === JSON.stringify([b.status, b.facts, b.findings]);
}
