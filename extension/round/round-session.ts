/** One round as its page has it: the list, what is ticked, the run, and what came of it. The store is ahead of it always. */
import { computed, signal } from '@preact/signals';
import { storageFailure } from '../../pwa/db/index';
import { type Pace, Rate } from '../../pwa/ui/index';
import { type Column, type ReportLink, yearToCheck } from '../column/report-links';
import { Checker } from './checker';
import { alone, askLeave, giveBack, originsOf } from './leave';
import { askPolitely, type End, sleep } from './polite';
import { readPages } from './read-pages';
import { Site } from './site';
import {
  addItems,
  itemsOf,
  loadRound,
  type NewItem,
  putItem,
  type Round,
  type RoundItem,
  setWaiting,
  stopWaiting,
  updateRound,
} from './store';
import { type Means, visit } from './visit';

export interface RunProgress extends Pace {
  readonly kind: 'pages' | 'reports';
  readonly done: number;
  readonly total: number;
  /** Seconds that the site is left alone, after it was in trouble. */
  readonly backOff: number;
  /** A page is open in a background tab. */
  readonly tab: boolean;
}

/** `no-leave`: the user said no. `busy`: another window has this round. `storage`: the store takes nothing. */
export type Outcome = End | 'no-leave' | 'busy' | 'storage' | 'failed';

export class RoundSession {
  readonly round = signal<Round | null>(null);
  readonly items = signal<readonly RoundItem[]>([]);
  readonly ticked = signal<ReadonlySet<number>>(new Set());
  /** Null: all years. */
  readonly year = signal<number | null>(null);
  readonly tabs = signal(true);
  readonly progress = signal<RunProgress | null>(null);
  readonly ended = signal<Outcome | null>(null);
  /** A run that a closed tab or a crash cut short. */
  readonly unfinished = computed(() => this.items.value.filter(({ state }) => state === 'waiting'));
  readonly shown = computed(() =>
    this.items.value.filter(({ year }) => this.year.value === null || year === this.year.value),
  );

  private stopper: AbortController | null = null;

  constructor(readonly id: number) {}

  async load(): Promise<void> {
    this.round.value = await loadRound(this.id);
    this.items.value = await itemsOf(this.id);
    await giveBack();
    this.preselect();
  }

  /** The year to check, of a list; all, of a second look. */
  private preselect(): void {
    const items = this.items.value;
    const due = items.filter(({ state }) => state === 'listed');
    const year = yearToCheck(items, new Date().getFullYear());
    const recheck = this.round.value?.kind === 'recheck';
    if (!recheck && this.year.value === null) this.year.value = year;
    const wanted = due.filter((item) => recheck || year === null || item.year === year);
    this.ticked.value = new Set(wanted.map(({ id }) => id));
  }

  tick(ids: readonly number[], on: boolean): void {
    const next = new Set(this.ticked.value);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    this.ticked.value = next;
  }

  stop(): void {
    this.stopper?.abort();
  }

  /** Begins with asking for leave, which the browser only hears in the turn of a click. */
  async check(chosen: readonly RoundItem[]): Promise<void> {
    const origins = originsOf(chosen.map(({ address }) => address));
    await this.run(origins, 'reports', chosen.length, async (site, signal) => {
      await setWaiting(chosen.map(({ id }) => id));
      await this.reload();
      // Last year's first: this year's is checked beside it.
      const due = [...chosen].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
      return this.visitAll(due, site, signal);
    });
  }

  /** The other pages of the list. */
  async readMore(): Promise<void> {
    const round = this.round.value;
    if (round === null) return;
    await this.run(originsOf([round.address]), 'pages', round.pages.length, (site, signal) =>
      readPages(round.pages, [round.address, ...round.read], {
        site,
        signal,
        tabs: this.tabs.value,
        onPage: (address, column) => this.addPage(address, column),
      }),
    );
    this.preselect();
  }

  private async run(
    origins: readonly string[],
    kind: RunProgress['kind'],
    total: number,
    work: (site: Site, signal: AbortSignal) => Promise<Outcome>,
  ): Promise<void> {
    this.ended.value = null;
    if (!(await askLeave(origins))) {
      this.ended.value = 'no-leave';
      return;
    }
    const stopper = new AbortController();
    this.stopper = stopper;
    this.progress.value = { kind, done: 0, total, rate: null, left: null, backOff: 0, tab: false };
    const site = await Site.open(origins);
    try {
      this.ended.value = (await alone(this.id, () => work(site, stopper.signal))) ?? 'busy';
    } catch (error) {
      // Whatever is still on its way ends, too.
      stopper.abort();
      this.ended.value = storageFailure(error).code === 'other' ? 'failed' : 'storage';
      console.error('Gouji: a round broke off', error);
    } finally {
      site.close();
      await giveBack();
      this.progress.value = null;
      this.stopper = null;
      await this.reload();
    }
  }

  private async visitAll(items: readonly RoundItem[], site: Site, signal: AbortSignal): Promise<Outcome> {
    const checker = new Checker();
    const rate = new Rate();
    let full = false;
    rate.mark(performance.now(), 0);
    const means: Means = { site, checker, tabs: this.tabs.value, signal, onTab: () => this.tell({ tab: true }) };
    const end = await askPolitely(items, {
      signal,
      sleep,
      now: () => performance.now(),
      onBackOff: (milliseconds) => this.tell({ backOff: Math.round(milliseconds / 1000) }),
      visit: async (item, last) => {
        const { item: next, trouble, found } = await visit(item, means);
        this.tell({ backOff: 0, tab: false });
        if (signal.aborted) return { kind: 'settled' };
        const later = trouble?.later === true;
        if (later && !last) return { kind: 'later', wait: trouble.wait };
        if (next.failure?.code === 'intake' && next.failure.failure.code === 'storage') {
          // What came of it is not kept: it waits until there is room.
          full = true;
          this.stop();
          return { kind: 'settled' };
        }
        await this.keep(next);
        if (found.length > 0) await this.addFound(found);
        const done = (this.progress.value?.done ?? 0) + 1;
        rate.mark(performance.now(), done);
        this.tell({ done, ...rate.pace(items.length) });
        return later ? { kind: 'later', wait: trouble.wait } : { kind: 'settled' };
      },
    });
    checker.close();
    await stopWaiting(this.id);
    return full ? 'storage' : end;
  }

  /** They stay unticked: nobody has asked for them yet. */
  private async addFound(found: readonly ReportLink[]): Promise<void> {
    await addItems(this.id, found.map(asItem));
    await this.reload();
  }

  private async keep(item: RoundItem): Promise<void> {
    await putItem(item);
    this.items.value = this.items.value.map((each) => (each.id === item.id ? item : each));
    this.tick([item.id], false);
  }

  /** Null: it could not be read. */
  private async addPage(address: string, column: Column | null): Promise<void> {
    const round = this.round.value;
    if (round === null) return;
    const read = [...round.read, address];
    const known = new Set([round.address, ...read]);
    const pages = [...new Set([...round.pages, ...(column?.pages ?? [])])].filter((page) => !known.has(page));
    const over = {
      read,
      pages,
      scripted: round.scripted || column?.scripted === true,
      elsewhere: round.elsewhere + (column?.elsewhere ?? 0),
      unopened: (round.unopened ?? 0) + (column?.unopened ?? 0),
      beyond: round.beyond + (column?.beyond ?? 0),
    };
    // At once: two pages come at a time.
    this.round.value = { ...round, ...over };
    await addItems(this.id, (column?.reports ?? []).map(asItem), over);
    const done = (this.progress.value?.done ?? 0) + 1;
    this.tell({ done, total: Math.max(done, done + pages.length) });
    this.items.value = await itemsOf(this.id);
  }

  async keepUnits(units: string): Promise<void> {
    if (this.round.value === null) return;
    this.round.value = { ...this.round.value, units };
    await updateRound(this.id, { units });
  }

  private async reload(): Promise<void> {
    this.items.value = await itemsOf(this.id);
  }

  private tell(over: Partial<RunProgress>): void {
    if (this.progress.value !== null) this.progress.value = { ...this.progress.value, ...over };
  }
}

function asItem(report: ReportLink): NewItem {
  return { ...report, before: null };
}
