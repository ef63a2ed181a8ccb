import { beforeEach, describe, expect, it } from 'vitest';
import {
  addEntries,
  addToQueue,
  blobOf,
  database,
  failItem,
  finishItem,
  forgetItems,
  listReports,
  loadQueue,
  type QueueItem,
  queueItem,
  retryItems,
  setStates,
  sweepArchives,
} from '../../pwa/db/index';
import { saved } from './sample';

beforeEach(async () => {
  await database.delete();
  await database.open();
});

async function add(...names: readonly string[]): Promise<QueueItem[]> {
  const items: QueueItem[] = [];
  const files = names.map((name) => ({ file: new File([name], name), path: `folder/${name}` }));
  const refused = await addToQueue(files, (added) => items.push(...added));
  expect(refused).toBeNull();
  return items;
}

const states = async (): Promise<string[]> => (await loadQueue()).map(({ state }) => state);

describe('the queue', () => {
  it('keeps files in order with their bytes until each is done; report and state are one write', async () => {
    const [first, second] = await add('a.html', 'b.html');
    const planted = saved('planted-2024.html');
    expect(await (await blobOf(second?.id ?? 0))?.text()).toBe('b.html');
    expect(await finishItem(first?.id ?? 0, planted, null)).toEqual({ ok: true, value: 'added' });
    expect(await states()).toEqual(['done', 'waiting']);
    expect(await blobOf(first?.id ?? 0)).toBeNull();
    expect((await listReports()).reports).toHaveLength(1);
    expect(await finishItem(second?.id ?? 0, planted, 'before')).toEqual({ ok: true, value: 'known' });
    expect((await listReports()).reports[0]?.beside).toBe('before');
  });

  it('stops and goes on, fails and tries again, forgets', async () => {
    const [first, second] = await add('a.html', 'b.html');
    const [a, b] = [first?.id ?? 0, second?.id ?? 0];
    await failItem(a, { code: 'timeout', seconds: 60 });
    await setStates('waiting', 'cancelled');
    expect(await states()).toEqual(['failed', 'cancelled']);
    await setStates('cancelled', 'waiting');
    await retryItems([a]);
    expect(await queueItem(a)).toEqual({ ...first, state: 'waiting' });
    await forgetItems([a, b]);
    expect([await states(), await database.blobs.count()]).toEqual([[], 0]);
  });

  it('holds an archive for as long as one of its files has not come through', async () => {
    const [zip] = await add('z.zip');
    const id = zip?.id ?? 0;
    const entry = { name: 'a', path: 'z.zip/a', size: 1, archive: id, entry: 0, state: 'waiting' } as const;
    const [item] = await addEntries(id, [entry]);
    await sweepArchives();
    expect(await states()).toEqual(['opened', 'waiting']);
    await finishItem(item?.id ?? 0, saved('planted-2024.html'), null);
    await sweepArchives();
    expect([await states(), await database.blobs.count()]).toEqual([['done'], 0]);
  });

  it('takes no notice of rows that do not fit', async () => {
    await database.queue.add({ name: 7 });
    expect(await loadQueue()).toEqual([]);
  });
});
