/** The table of results, the rate, archives on their way in: what the screen of a batch rests on. */
// The store is opened by what is imported below; test files share their modules.
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { OWN_FINDING, rules } from '../../core/index';
import { openZip, type Zip } from '../../core/read/zip';
import type { QueueItem, ReportSummary } from '../../pwa/db/index';
import { archiveIn, listEntries } from '../../pwa/intake/archive';
import { unlinked } from '../../pwa/intake/link-years';
import { isSystemFile } from '../../pwa/intake/system-file';
import { RULE_NAMES } from '../../pwa/locale/rule-names';
import { EVERYTHING, type Facets, matrixOf, resultsOf, type Sort, WORST_FIRST } from '../../pwa/screens/batch/matrix';
import { Rate } from '../../pwa/ui/rate';

function report(
  id: string,
  organ: string | null,
  year: number | null,
  over: Partial<ReportSummary> = {},
): ReportSummary {
  return {
    id,
    savedAt: `2026-01-01T00:00:${id.padStart(2, '0')}.000Z`,
    organ,
    year,
    title: null,
    form: null,
    status: 'checked',
    source: { address: null, fileName: `${id}.html` },
    counts: { error: 0, warning: 0, info: 0 },
    rules: {},
    beside: null,
    ...over,
  };
}

function found(error: number, warning = 0): Pick<ReportSummary, 'counts' | 'rules'> {
  const rule = (name: string, counts: ReportSummary['counts'], count: number) => (count > 0 ? { [name]: counts } : {});
  return {
    counts: { error, warning, info: 0 },
    rules: {
      ...rule('t4-total', { error, warning: 0, info: 0 }, error),
      ...rule('x-jump', { error: 0, warning, info: 0 }, warning),
    },
  };
}

const failed: QueueItem = {
  id: 7,
  name: 'b.pdf',
  path: '年报/b.pdf',
  size: 1,
  state: 'failed',
  failure: { code: 'nested' },
};

// As the store lists them: latest first.
const reports = [
  report('5', '示例县财政局', 2024, { ...found(2, 1), beside: '4' }),
  report('4', '示例县财政局', 2023),
  report('3', '示例县教育局', 2024, found(0, 3)),
  report('2', '示例县教育局', 2022, { status: 'partial' }),
  report('1', null, null),
];

function matrix(over: Partial<Facets> = {}, sort: Sort = WORST_FIRST) {
  const results = resultsOf(reports, [failed], ({ organ, source }) => organ ?? source.fileName ?? '');
  return matrixOf(results, { ...EVERYTHING, ...over }, sort);
}

describe('the table of results', () => {
  it('has a row for each report and each failed file, the worst first, and a column for each rule that found something', () => {
    const { rows, rules: columns, standings, totals } = matrix();
    expect(rows.map(({ key }) => key)).toEqual(['5', 'file 7', '2', '3', '1', '4']);
    expect(columns).toEqual(['t4-total', 'x-jump']);
    expect(standings).toEqual({ wrong: 1, doubtful: 1, clean: 2, partial: 1, failed: 1 });
    expect(totals.get('x-jump')).toEqual({ error: 0, warning: 4, info: 0 });
  });

  it('leaves what fits the facets', () => {
    const keys = (over: Partial<Facets>): string[] =>
      matrix(over)
        .rows.map(({ key }) => key)
        .sort();
    expect(keys({ year: 2024 })).toEqual(['3', '5']);
    expect(keys({ rule: 't4-total' })).toEqual(['5']);
    expect(keys({ standing: 'failed' })).toEqual(['file 7']);
    expect(keys({ search: '教育 2022' })).toEqual(['2']);
    expect(keys({ search: '年报/b' })).toEqual(['file 7']);
    expect(matrix({ severities: ['warning'] }).rules).toEqual(['x-jump']);
  });

  it('sorts by name, by year, by what a rule found, both ways', () => {
    const keys = (sort: Sort): string[] => matrix({ standing: null }, sort).rows.map(({ key }) => key);
    expect(keys({ by: { rule: 'x-jump' }, descending: true })[0]).toBe('3');
    expect(keys({ by: 'year', descending: true }).slice(0, 2).sort()).toEqual(['3', '5']);
    expect(keys({ by: 'name', descending: true })).toEqual(keys({ by: 'name', descending: false }).reverse());
  });

  it('links the years of an organ, and says which were held beside each other', () => {
    const chain = matrix().rows.find(({ key }) => key === '5')?.chain;
    expect(chain?.map(({ year, beside }) => [year, beside])).toEqual([
      [2023, false],
      [2024, true],
    ]);
  });

  it('makes one row of an organ, with the worst of its years', () => {
    const rows = matrix({ grouping: 'organ' }).rows;
    const finance = rows.find(({ name }) => name === '示例县财政局');
    expect(finance).toMatchObject({ years: '2023–2024', standing: 'wrong', report: '5' });
    expect(rows).toHaveLength(4);
  });

  it('joins two reports of one year in the row of their organ', () => {
    const twice = [...reports, report('0', '示例县财政局', 2024)];
    const results = resultsOf(twice, [], ({ organ }) => organ ?? '');
    const { rows } = matrixOf(results, { ...EVERYTHING, grouping: 'organ' }, WORST_FIRST);
    expect(rows.filter(({ name }) => name === '示例县财政局')).toHaveLength(1);
  });
});

describe('what is to be checked again beside last year', () => {
  it('are reports whose neighbour is there and was not used, and no others', () => {
    expect(unlinked(reports)).toEqual([]);
    const due = unlinked([report('9', '示例县教育局', 2023), ...reports]);
    expect(due.sort((a, b) => Number(b.id) - Number(a.id))).toEqual([
      { id: '9', beside: '2', statistics: null },
      { id: '3', beside: '9', statistics: null },
    ]);
  });

  it('are annual reports beside the statistics of their year, and neither is the other’s last year', () => {
    const annual = { form: 'open-info-annual@2021' };
    const statistics = { form: 'enforcement-statistics@2018' };
    const three = [
      report('3', '示例县教育局', 2024, statistics),
      report('2', '示例县教育局', 2024, annual),
      report('1', '示例县教育局', 2023, statistics),
    ];
    expect(unlinked(three)).toEqual([
      { id: '2', beside: null, statistics: '3' },
      { id: '3', beside: '1', statistics: null },
    ]);
    const done = [{ ...three[0], beside: '1' }, { ...three[1], statistics: '3' }, three[2]] as typeof three;
    expect(unlinked(done)).toEqual([]);
  });
});

describe('the pace', () => {
  it('is of the last while, and silent until there is something to say', () => {
    const rate = new Rate();
    rate.mark(0, 0);
    expect(rate.pace(100)).toEqual({ rate: null, left: null });
    for (let second = 1; second <= 60; second++)
      rate.mark(second * 1000, second < 40 ? second : 40 + (second - 40) * 3);
    expect(rate.pace(160)).toEqual({ rate: 3, left: 20 });
  });
});

describe('an archive', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const open = (files: Record<string, Uint8Array>): Zip => {
    const zip = openZip(zipSync(files), 'zip');
    if (!zip.ok) throw new Error(zip.error.code);
    return zip.value;
  };

  it('lists its files with where they stood, and counts what systems leave', () => {
    const zip = open({ '县/a.html': bytes('a'), '县/.DS_Store': bytes('x'), '__MACOSX/县/._a.html': bytes('x') });
    expect(listEntries(zip, 3, '年报.zip')).toEqual({
      items: [{ name: 'a.html', path: '年报.zip/县/a.html', size: 1, archive: 3, entry: 0, state: 'waiting' }],
      skipped: 2,
    });
  });

  it('refuses what is too large, by itself or together, and says which', () => {
    const zip = open({
      'a.html': new Uint8Array(600),
      'b.html': new Uint8Array(600),
      'c.html': new Uint8Array(21 * 1024 * 1024),
    });
    const failures = listEntries(zip, 1, 'z', 1000).items.map(({ failure }) => failure?.code);
    expect(failures).toEqual([undefined, 'archive-total', 'read']);
  });

  it('is told from a Word file by what it holds, also where Word files are packed as they are', () => {
    const word = zipSync({ '[Content_Types].xml': bytes('x'), 'word/document.xml': bytes('x') });
    expect(archiveIn(word)).toBeNull();
    expect(archiveIn(zipSync({ 'a.docx': [word, { level: 0 }] }))?.entries).toHaveLength(1);
    expect(archiveIn(bytes('<html>'))).toBeNull();
  });

  it('knows the files of systems', () => {
    expect(['a/Thumbs.db', '~$年报.docx', 'x/.DS_Store'].every(isSystemFile)).toBe(true);
    expect(['年报.docx', 'desktop.html'].some(isSystemFile)).toBe(false);
  });
});

it('names every rule in both languages', () => {
  expect(Object.keys(RULE_NAMES).sort()).toEqual([...rules.map(({ id }) => id), OWN_FINDING].sort());
  const chinese = /[\u4e00-\u9fff]/;
  for (const [zh, en] of Object.values(RULE_NAMES)) expect([chinese.test(zh), chinese.test(en)]).toEqual([true, false]);
});
