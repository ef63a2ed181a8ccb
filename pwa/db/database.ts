/** What is kept on this machine. In the extension the panel and the app share it; the hosted app has its own. */
import { Dexie, type Table } from 'dexie';
import { summariseRest } from './summarise-rest';

/** Rows are `unknown` on purpose: every one passes its schema on the way out. */
class GoujiDatabase extends Dexie {
  declare readonly reports: Table<unknown, string>;
  declare readonly opinions: Table<unknown, string>;
  declare readonly settings: Table<unknown, string>;
  declare readonly summaries: Table<unknown, string>;
  declare readonly queue: Table<unknown, number>;
  declare readonly blobs: Table<unknown, number>;
  declare readonly entries: Table<unknown, string>;
  declare readonly pictures: Table<unknown, string>;
  declare readonly evidence: Table<unknown, string>;
  declare readonly evidenceParts: Table<unknown, [string, string]>;
  declare readonly details: Table<unknown, string>;
  declare readonly checklists: Table<unknown, [string, number]>;
  declare readonly checklistDrafts: Table<unknown, string>;
  declare readonly checklistChoices: Table<unknown, string>;
  declare readonly merges: Table<unknown, number>;
  declare readonly folders: Table<unknown, string>;

  constructor() {
    super('gouji');
    this.version(1).stores({
      // The pair lets the list see what is new without loading whole reports.
      reports: 'id, [savedAt+id]',
      opinions: 'id, finding, counter',
      settings: 'key',
    });
    // Last year's report of the same organ is looked up by these two; rows without them are not in the index.
    this.version(2).stores({ reports: 'id, [savedAt+id], [outcome.organ+outcome.year]' });
    this.version(3).stores({
      // What lists show of a report, beside it: a thousand whole reports take half a minute to load.
      summaries: 'id',
      // Files on their way in, and their bytes apart: a change of state shall not write the bytes anew.
      queue: '++id, state, archive',
      blobs: 'id',
    });
    this.version(4).stores({
      // Forms that a person fills in by hand, and the pictures they are filled in from: written at each key, so apart.
      entries: 'id, report',
      pictures: 'id, entry',
    });
    // 证据: what it is, and apart from it the bytes, which only its own page loads.
    this.version(5).stores({ evidence: 'id, report', evidenceParts: '[evidence+name], evidence' });
    // 明细: what is searched and counted, made from the reports where it lacks.
    this.version(6).stores({ details: 'id' });
    this.version(7).stores({
      // 核查清单: one row for each version that was saved; what is being written stands apart, one for each checklist.
      checklists: '[id+number], id',
      checklistDrafts: 'id',
      // Which checklist a report is checked with.
      checklistChoices: 'report',
    });
    // What each merge added, so that it can be undone; and the folder that people share, a handle of the browser's.
    this.version(8).stores({ merges: '++id', folders: 'key' });
    // Which organs have a report of one year: asked at each check, so not of the reports, which are large.
    this.version(9).stores({ summaries: 'id, [year+organ]' }).upgrade(summariseRest);
  }
}

export const database = new GoujiDatabase();

/**
 * `superseded`: another window has a later version of the program, and the store is its by now. `emptied`: another
 * window deletes the store. `waiting`: this window has the later version, and another that is still open keeps it from
 * the store. `none` again when that one is closed.
 */
export type StoreTrouble = 'none' | 'superseded' | 'emptied' | 'waiting';

/** Whoever shows it listens; a worker does not. */
export const storeTrouble = {
  now: 'none' as StoreTrouble,
  listeners: new Set<(trouble: StoreTrouble) => void>(),
};

function tell(trouble: StoreTrouble): void {
  storeTrouble.now = trouble;
  for (const listen of storeTrouble.listeners) listen(trouble);
}

// Closed for good: what this version would write into the store of a later one, that one might not understand.
database.on('versionchange', ({ newVersion }) => {
  database.close({ disableAutoOpen: true });
  tell(newVersion === null ? 'emptied' : 'superseded');
  return false;
});
database.on('blocked', () => tell('waiting'));
database.on('ready', () => tell('none'), true);

/** Begins to open the store, for those who will ask it soon: a service worker has to, each time it starts. */
export function openSoon(): void {
  // Whoever asks then is told why it cannot be opened. One that is closed for good stays so.
  if (storeTrouble.now === 'none') database.open().catch(() => undefined);
}
