/**
 * Rounds in the store: what a run through many addresses has to do and what came of each, written as it comes, so that
 * a closed tab, a killed service worker or a full disk lose none. A database of its own, since only the extension goes
 * out to sites; the reports themselves are kept with all others.
 */
import { Dexie, type Table } from 'dexie';
import * as z from 'zod/mini';
import { intakeFailureSchema } from '../../pwa/db/index';

z.config({ jitless: true });

const failureSchema = z.discriminatedUnion('code', [
  /** The site answered, and not with a page. */
  z.object({ code: z.literal('http'), status: z.int() }),
  z.object({ code: z.literal('network') }),
  /** The site sends on to another, where we have no leave to go. */
  z.object({ code: z.literal('elsewhere') }),
  z.object({ code: z.literal('timeout'), seconds: z.int() }),
  /** Read, in a tab too where that was allowed: no annual report. `links`: as many it leads to. */
  z.object({ code: z.literal('no-report'), links: z.int() }),
  z.object({ code: z.literal('intake'), failure: intakeFailureSchema }),
]);
export type RoundFailure = z.infer<typeof failureSchema>;

/** What a second look says of one finding that was open. */
export const verdictSchema = z.enum(['corrected', 'changed', 'unchanged', 'unassessed']);
export type Verdict = z.infer<typeof verdictSchema>;

export const changesSchema = z.object({
  findings: z.array(
    z.object({
      fingerprint: z.string(),
      rule: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      verdict: verdictSchema,
    }),
  ),
  /** Found now and not before. */
  fresh: z.int(),
  /** Another report stands there now: organ or year differ. */
  replaced: z.boolean(),
});
export type Changes = z.infer<typeof changesSchema>;

export const resultSchema = z.object({
  report: z.string(),
  /** The same content was kept already. */
  known: z.boolean(),
  organ: z.nullable(z.string()),
  year: z.nullable(z.int()),
  errors: z.int(),
  warnings: z.int(),
  /** The date in the list is after the deadline, or before the year was over. */
  late: z.nullable(z.object({ limit: z.string(), early: z.boolean() })),
  changes: z.nullable(changesSchema),
  /** It has its evidence. Rows of before that know nothing of it. */
  sealed: z.optional(z.boolean()),
});
export type RoundResult = z.infer<typeof resultSchema>;

const itemSchema = z.object({
  id: z.int(),
  round: z.int(),
  address: z.string(),
  title: z.string(),
  organ: z.string(),
  year: z.nullable(z.int()),
  date: z.string(),
  /** `listed`: nobody has asked for it yet. */
  state: z.enum(['listed', 'waiting', 'done', 'failed']),
  /** 复查: the report that is looked at again. */
  before: z.nullable(z.string()),
  result: z.nullable(resultSchema),
  failure: z.nullable(failureSchema),
  /** When it ended, ISO 8601. */
  at: z.string(),
  /** Read in a background tab. */
  tab: z.boolean(),
});
export type RoundItem = z.infer<typeof itemSchema>;
export type NewItem = Pick<RoundItem, 'address' | 'title' | 'organ' | 'year' | 'date' | 'before'>;

const roundSchema = z.object({
  id: z.int(),
  kind: z.enum(['column', 'recheck']),
  address: z.string(),
  title: z.string(),
  /** ISO 8601. */
  begun: z.string(),
  /** Other pages of the list that were not read. */
  pages: z.array(z.string()),
  /** Those that were. */
  read: z.array(z.string()),
  scripted: z.boolean(),
  elsewhere: z.int(),
  /** Opened by a script alone. Rounds of before did not count them. */
  unopened: z.optional(z.int()),
  beyond: z.int(),
  /** The list of units that the user pasted. */
  units: z.string(),
});
export type Round = z.infer<typeof roundSchema>;

class RoundsDatabase extends Dexie {
  declare readonly rounds: Table<unknown, number>;
  declare readonly items: Table<unknown, number>;

  constructor() {
    super('gouji-rounds');
    this.version(1).stores({ rounds: '++id, begun', items: '++id, round, before' });
  }
}

export const rounds = new RoundsDatabase();

export async function addRound(round: Omit<Round, 'id'>, items: readonly NewItem[]): Promise<number> {
  return rounds.transaction('rw', rounds.rounds, rounds.items, async () => {
    const id = await rounds.rounds.add(round);
    await addRows(id, items);
    return id;
  });
}

/** What was not in the list yet. */
export function addItems(round: number, items: readonly NewItem[], over: Partial<Round> = {}): Promise<void> {
  return rounds.transaction('rw', rounds.rounds, rounds.items, async () => {
    const known = new Set((await itemsOf(round)).map(({ address }) => address));
    await addRows(
      round,
      items.filter(({ address }) => !known.has(address)),
    );
    await rounds.rounds.update(round, over);
  });
}

async function addRows(round: number, items: readonly NewItem[]): Promise<void> {
  await rounds.items.bulkAdd(
    items.map((item) => ({ ...item, round, state: 'listed', result: null, failure: null, at: '', tab: false })),
  );
}

export async function loadRound(id: number): Promise<Round | null> {
  return roundSchema.safeParse(await rounds.rounds.get(id)).data ?? null;
}

/** The latest first. */
export async function listRounds(): Promise<readonly Round[]> {
  const rows = await rounds.rounds.orderBy('begun').reverse().toArray();
  return rows.flatMap((row) => roundSchema.safeParse(row).data ?? []);
}

/** In the order of the list. A row that does not fit is of no use to anybody. */
export async function itemsOf(round: number): Promise<readonly RoundItem[]> {
  const rows = await rounds.items.where('round').equals(round).toArray();
  return rows.flatMap((row) => itemSchema.safeParse(row).data ?? []);
}

export async function updateRound(id: number, over: Partial<Round>): Promise<void> {
  await rounds.rounds.update(id, over);
}

export async function putItem(item: RoundItem): Promise<void> {
  await rounds.items.put(item);
}

export async function setWaiting(ids: readonly number[]): Promise<void> {
  await rounds.items
    .where('id')
    .anyOf([...ids])
    .modify({ state: 'waiting', failure: null });
}

/** Stopped: what waits can be asked for again; what came of others stays. */
export async function stopWaiting(round: number): Promise<void> {
  await rounds.transaction('rw', rounds.items, async () => {
    for (const item of await itemsOf(round)) if (item.state === 'waiting') await putItem({ ...item, state: 'listed' });
  });
}
