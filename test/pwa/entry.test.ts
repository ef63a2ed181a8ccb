/** 对照录入: what is typed, as the core reads it; sums that wait; blocks that are pasted; what is taken back; the store. */
import { beforeEach, describe, expect, it } from 'vitest';
import { reportId } from '../../core/exchange/report-id';
import { savedReportSchema } from '../../core/exchange/schema';
import { type CellId, check, drawTable, type Form } from '../../core/index';
import {
  addPictures,
  deleteEntry,
  type Entry,
  entryOfReport,
  finishEntry,
  listEntries,
  loadEntry,
  picturesOf,
  putEntry,
} from '../../pwa/db/entries';
import { database, listReports } from '../../pwa/db/index';
import { documentOfEntry } from '../../pwa/screens/entry/entry-document';
import { historyOf, redo, step, undo } from '../../pwa/screens/entry/history';
import { checkLive, type LiveSum } from '../../pwa/screens/entry/live-check';
import { blockOf, placeBlock } from '../../pwa/screens/entry/paste-block';
import { pictureHeader } from '../../pwa/screens/entry/picture-header';
import { marksOf } from '../../pwa/screens/entry/sum-marks';
import { layOut } from '../../pwa/ui/table-layout';
import { cellIdsOf, formOf } from '../support/render';

const FORM = formOf('2021');

function entryOf(over: Partial<Entry> = {}): Entry {
  return {
    id: 'a',
    changedAt: '2026-01-02T03:04:05.000Z',
    form: FORM.id,
    organ: '示例县示例镇人民政府',
    year: '2024',
    cells: {},
    prose: {},
    pictures: [],
    report: null,
    ...over,
  };
}

function zeros(form: Form, over: Readonly<Record<CellId, string>> = {}): Record<CellId, string> {
  return { ...Object.fromEntries(cellIdsOf(form).map((cell) => [cell, '0'])), ...over };
}

describe.each(['2019', '2021'] as const)('a form of %s filled in by hand', (year) => {
  const form = formOf(year);

  it('lands cell by cell where it was typed', () => {
    const cells = Object.fromEntries(cellIdsOf(form).map((cell, index) => [cell, String(index + 1)]));
    const outcome = check(
      documentOfEntry(entryOf({ form: form.id, year: year === '2019' ? '2020' : '2024', cells }), form),
    );
    expect(Object.fromEntries(Object.entries(outcome.facts).map(([cell, { raw }]) => [cell, raw]))).toEqual(cells);
    expect(outcome).toMatchObject({ organ: '示例县示例镇人民政府', form: form.id, status: 'checked' });
    expect(new Set(Object.values(outcome.forms))).toEqual(new Set([form.id]));
  });

  it('of zeros is silent, with no text, with some, and blank', () => {
    const findings = (over: Partial<Entry>): readonly unknown[] =>
      check(documentOfEntry(entryOf({ form: form.id, year: year === '2019' ? '2020' : '2024', ...over }), form))
        .findings;
    expect(findings({ cells: zeros(form) })).toEqual([]);
    expect(findings({ cells: zeros(form), prose: { 1: '本年度各项工作按要求开展。' } })).toEqual([]);
    expect(findings({})).toEqual([]);
  });
});

it('holds the text against the tables', () => {
  const prose = { 1: '2024年，本机关共收到政府信息公开申请12件。' };
  const { findings } = check(documentOfEntry(entryOf({ cells: zeros(FORM), prose }), FORM));
  expect(findings.map(({ rule }) => rule)).toEqual(['text-r1']);
});

it('is another report for another organ, though its tables are the same', () => {
  const id = (organ: string): string =>
    reportId(documentOfEntry(entryOf({ organ, cells: zeros(FORM) }), FORM), { address: null, fileName: null });
  expect(id('甲局')).not.toBe(id('乙局'));
});

describe('sums while one types', () => {
  const sum = (sums: readonly LiveSum[], id: string): LiveSum['state'] | undefined =>
    sums.find(({ result: { relation } }) => `${relation.id}@${relation.at}` === id)?.state;
  const states = (cells: Readonly<Record<CellId, string>>): readonly LiveSum[] =>
    checkLive(entryOf({ cells }), FORM).sums;
  const row = (...numbers: readonly string[]): Record<CellId, string> => {
    const cells = FORM.tables[1]?.rows[0]?.cells ?? [];
    return Object.fromEntries(
      cells.map(({ id }, index) => [id, numbers[index] ?? '']).filter(([, text]) => text !== ''),
    );
  };
  const ROW = 'applicants-sum@received';

  it('wait for what is to come', () => {
    expect(checkLive(entryOf(), FORM).counts).toEqual({ fails: 0, open: 42, holds: 0 });
    expect(sum(states(row('5')), ROW)).toBe('open');
    expect(sum(states(row('0')), ROW)).toBe('open');
    expect(sum(states(row('0', '0', '0', '0', '0', '0', '0')), ROW)).toBe('holds');
    expect(sum(states(row('5', '', '', '', '', '', '7')), ROW)).toBe('open');
    expect(sum(states(row('5', '2', '', '', '', '', '7')), ROW)).toBe('holds');
  });

  it('fail as soon as nothing to come can mend them', () => {
    // The parts are more than the total, whatever the others are.
    expect(sum(states(row('5', '3', '', '', '', '', '7')), ROW)).toBe('fails');
    expect(sum(states(row('5', '0', '0', '0', '0', '0', '7')), ROW)).toBe('fails');
    expect(sum(states(row('5', '五十', '0', '0', '0', '0', '7')), ROW)).toBe('open');
  });

  it('say which cell, once they fail for good', () => {
    const wrong: CellId = 'applications.granted.individual';
    const live = checkLive(entryOf({ cells: zeros(FORM, { [wrong]: '5' }) }), FORM);
    expect(live.counts).toEqual({ fails: 2, open: 0, holds: 40 });
    expect([...live.suspects]).toEqual([[wrong, 0]]);
    const marks = marksOf(live);
    expect([
      marks.get(wrong),
      marks.get('applications.granted.company'),
      marks.get('applications.received.total'),
    ]).toEqual(['fails', 'fails', 'holds']);
    expect(checkLive(entryOf({ cells: { [wrong]: '5' } }), FORM).suspects.size, 'with blanks around it').toBe(0);
  });
});

describe('a pasted block', () => {
  const applications = FORM.tables[1];
  const placed = layOut(drawTable(applications ?? FORM.tables[0] ?? never()));
  const first: CellId = 'applications.received.individual';

  it.each([
    ['5', null],
    ['1,234', null],
    [
      '58\t3\r\n0\t0\r\n',
      [
        ['58', '3'],
        ['0', '0'],
      ],
    ],
    ['58 3 0', [['58', '3', '0']]],
    ['一、本年新收\t58\t3', [['58', '3']]],
    ['自然人\t商业企业\n58\t无', [['58', '无']]],
    ['一、本年新收\t58\t\t3', [['58', '', '3']]],
  ])('%j is %j', (text, block) => {
    expect(blockOf(text)).toEqual(block);
  });

  it('goes row by row, past merged labels, and says what has no room', () => {
    const { cells, left } = placeBlock([['1', '2'], ['3'], ['4', '5']], first, placed);
    expect(cells).toEqual({
      'applications.received.individual': '1',
      'applications.received.company': '2',
      'applications.carriedIn.individual': '3',
      'applications.granted.individual': '4',
      'applications.granted.company': '5',
    });
    expect(left).toBe(0);
    expect(placeBlock([['1', '2', '3']], 'applications.received.otherOrganisation', placed).left).toBe(1);
  });

  it('fills all of table three at once', () => {
    const rows = (applications?.rows ?? []).map(({ cells }) => cells.map((_, index) => String(index)));
    const { cells, left } = placeBlock(rows, first, placed);
    expect([Object.keys(cells).length, left]).toEqual([175, 0]);
  });
});

describe('taking back', () => {
  it('takes the letters of one field together, and a block by itself', () => {
    let history = historyOf('');
    for (const text of ['5', '58']) history = step(history, text, 'a');
    history = step(history, '58 3', 'b');
    history = step(history, 'block', null);
    history = step(history, 'block!', null);
    const back: string[] = [];
    for (let now = undo(history); ; now = undo(now)) {
      back.push(now.now);
      if (now.past.length === 0) break;
    }
    expect(back).toEqual(['block', '58 3', '58', '']);
    expect(redo(undo(history)).now).toBe('block!');
    expect(step(undo(history), 'other', 'a').future).toEqual([]);
    expect(undo(historyOf('x')).now).toBe('x');
  });
});

describe('the first bytes of a picture', () => {
  const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])));
  const chunk = (type: string, data: readonly number[]): readonly number[] => [
    0,
    0,
    0,
    data.length,
    ...Buffer.from(type),
    ...data,
    0,
    0,
    0,
    0,
  ];
  const png = (...chunks: readonly (readonly number[])[]): Uint8Array =>
    bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], ...chunks);
  const ihdr = chunk('IHDR', [0, 0, 3, 0, 0, 0, 2, 0, 8, 2, 0, 0, 0]);
  const frame = [0xff, 0xc0, 0, 8, 8, 1, 0x2c, 2, 0x58, 0];
  const scan = [0xff, 0xda, 0, 2, 1, 2, 3];
  // A small picture inside the notes has an end mark of its own.
  const notes = [0xff, 0xe1, 0, 8, 0xff, 0xd8, 1, 2, 0xff, 0xd9];

  it.each([
    ['a whole PNG', png(ihdr, chunk('IDAT', [1, 2]), chunk('IEND', [])), 'png', 768, 512, false],
    ['a PNG cut in the middle', png(ihdr, chunk('IDAT', [1, 2, 3])), 'png', 768, 512, true],
    ['a whole JPEG', bytes([0xff, 0xd8], notes, frame, scan, [0xff, 0xd9]), 'jpeg', 600, 300, false],
    ['a JPEG cut in the middle', bytes([0xff, 0xd8], notes, frame, scan), 'jpeg', 600, 300, true],
    ['a whole GIF', bytes('GIF89a', [4, 1, 8, 0, 0, 0, 0, 0x3b]), 'gif', 260, 8, false],
    ['a cut GIF', bytes('GIF89a', [4, 1, 8, 0, 0, 0, 0]), 'gif', 260, 8, true],
    [
      'a BMP from the top',
      bytes('BM', [26, 0, 0, 0], Array(12).fill(0), [7, 0, 0, 0], [0xff, 0xff, 0xff, 0xff]),
      'bmp',
      7,
      1,
      false,
    ],
    [
      'a WebP',
      bytes('RIFF', [22, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0]),
      'webp',
      100,
      50,
      false,
    ],
    [
      'a cut WebP',
      bytes('RIFF', [99, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0]),
      'webp',
      100,
      50,
      true,
    ],
  ])('tell %s', (_name, file, kind, width, height, cut) => {
    expect(pictureHeader(file)).toEqual({ kind, size: { width, height }, cut });
  });

  it('tell what is no picture, and one that ends too early', () => {
    expect(pictureHeader(bytes('%PDF-1.7'))).toBeNull();
    expect(pictureHeader(new Uint8Array())).toBeNull();
    expect(pictureHeader(bytes('II*', [0, 1]))).toMatchObject({ kind: 'tiff' });
    for (const whole of [
      png(ihdr.slice(0, 12)),
      bytes([0xff, 0xd8, 0xff]),
      bytes('BM'),
      bytes('GIF8'),
      bytes('RIFF', [0, 0, 0, 0], 'WEBP'),
    ])
      expect(pictureHeader(whole)?.size ?? null).toBeNull();
  });
});

describe('the store', () => {
  beforeEach(async () => {
    await database.delete();
    await database.open();
  });

  const reportOf = (entry: Entry) => {
    const document = documentOfEntry(entry, FORM);
    const source = { address: null, fileName: entry.pictures[0] ?? null };
    const savedAt = '2026-01-02T03:04:05.000Z';
    return savedReportSchema.parse({
      id: reportId(document, source),
      savedAt,
      source,
      document,
      outcome: check(document),
      checkedBy: 'test',
    });
  };

  it('keeps an entry with its pictures in their order, and gives a deleted one back', async () => {
    const entry = entryOf({ cells: { 'applications.received.total': '5' }, pictures: ['a.png', 'b.png'] });
    await putEntry(entry);
    await addPictures('a', [{ name: 'a.png', blob: new Blob(['1']) }]);
    await addPictures('a', [{ name: 'b.png', blob: new Blob(['2']) }]);
    expect(await loadEntry('a')).toEqual(entry);
    expect((await picturesOf('a')).map(({ name }) => name)).toEqual(['a.png', 'b.png']);
    const deleted = await deleteEntry('a');
    expect([await listEntries(), await picturesOf('a')]).toEqual([[], []]);
    if (deleted.ok) await deleted.value();
    expect(await listEntries()).toEqual([entry]);
    expect((await picturesOf('a')).length).toBe(2);
  });

  it('keeps the report of an entry; a mended one takes its place', async () => {
    const entry = entryOf({ cells: zeros(FORM) });
    await putEntry(entry);
    await finishEntry(entry, reportOf(entry), null);
    const [first] = (await listReports()).reports;
    expect(await entryOfReport(first?.id ?? '')).toMatchObject({ id: 'a', report: first?.id });
    const mended = { ...entry, report: first?.id ?? null, cells: zeros(FORM, { 'disclosure.fee.amount': '1' }) };
    await finishEntry(mended, reportOf(mended), null);
    const { reports } = await listReports();
    expect(reports).toHaveLength(1);
    expect(reports[0]?.id).not.toBe(first?.id);
    expect(await entryOfReport(reports[0]?.id ?? '')).toMatchObject({ id: 'a' });
  });
});

function never(): never {
  throw new Error('the form has tables');
}
