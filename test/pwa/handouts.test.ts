/** 下发材料 as they are built: every number the data's, nothing in them that runs, the same bytes again. */
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { ledgerFileSchema } from '../../core/exchange/ledger-file';
import { readFile } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { buildHandout, HANDOUTS, type HandoutKind } from '../../pwa/handouts/build';
import { ledgerCsv } from '../../pwa/handouts/csv';
import { fileNames } from '../../pwa/handouts/file-names';
import { type HandoutOptions, parseOptions, USUAL_OPTIONS } from '../../pwa/handouts/options';
import { rollUpSheet } from '../../pwa/handouts/roll-up-sheet';
import { sheetNames } from '../../pwa/handouts/sheet/book';
import { statisticsOf } from '../../pwa/handouts/statistics';
import { xmlText } from '../../pwa/handouts/xml';
import { NO_UNITS, unitsOf } from '../../pwa/library/units';
import { ADDRESS, CLOCK, county, handoutsOf, OPTIONS, SCOPE, savedUnit } from '../support/handouts';
import { tablesIn, textIn } from '../support/read-back';
import { opinion } from './sample';

const saved = county();
const region = saved.at(-1)?.id ?? '';

function made(
  kind: HandoutKind,
  options: HandoutOptions = OPTIONS,
  reports = handoutsOf(saved, options),
  list = NO_UNITS,
) {
  const ofYear = kind === 'carry-over' ? reports : reports.filter(({ outcome }) => outcome.year === 2024);
  const scope = { ...SCOPE, regionReport: region };
  const file = buildHandout(kind, { reports: ofYear, options, scope, list, clock: CLOCK });
  if (file === null) throw new Error(`no ${kind}`);
  return file;
}

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

async function tables(bytes: Uint8Array): Promise<string[][][]> {
  return tablesIn(await readFile(bytes, readHtml));
}

describe('every hand-out', () => {
  it.each(HANDOUTS)('%s is the same bytes for the same input', (kind) => {
    expect(made(kind)).toEqual(made(kind));
  });

  it.each(HANDOUTS)('%s is whole in English', (kind) => {
    expect(made(kind, { ...OPTIONS, language: 'en' }).bytes.length).toBeGreaterThan(500);
  });

  it('takes its time from the clock that is handed in', () => {
    const { 'docProps/core.xml': core } = partsOf(made('ledger-xlsx').bytes);
    expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-02-10T01:30:00Z');
  });
});

describe('the ledger', () => {
  it('has one row for each problem, in the columns of the office', async () => {
    const { name, bytes } = made('ledger-xlsx');
    expect(name).toBe('示例县-整改台账-2024.xlsx');
    const [head, ...rows] = (await tables(bytes)).flat().filter((row) => row.length === 22);
    expect(head?.join('｜')).toBe(
      '序号｜单位｜上级/片区｜报告年度｜报告标题｜网址｜发布日期｜问题类别｜严重程度｜位置｜问题描述｜现值｜应为/算式｜依据｜整改建议｜整改时限｜整改状态｜单位反馈｜复核人｜复核时间｜规则编号｜快照时间',
    );
    expect(rows.map((row) => [row[1], row[8], row[20]])).toEqual([
      ['示例县教育局', '警示', 'numbers-same-last-year'],
      ['示例县教育局', '错误', 'x-carry'],
      ['示例县财政局', '错误', 't3-suspect-cell'],
      ['示例县水务局', '警示', 'publish-late'],
    ]);
    expect(rows[2]?.slice(9, 13)).toEqual([
      '表三“予以公开”行自然人列',
      '疑似单元格有误：表三“予以公开”行自然人列填 21，按行、列算式推算应为 12。',
      '21',
      expect.stringMatching(/^应为 12\s表三“予以公开”行：总计 12；自然人 21；差 -9\s/),
    ]);
    expect(rows[2]?.[21]).toBe('2026-01-20 14:00');
  });

  it('keeps its head in sight, filters, links, and lists the states', () => {
    const parts = partsOf(made('ledger-xlsx').bytes);
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('<pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A3:V7"/>');
    expect(sheet).toContain('sqref="Q4:Q7"><formula1>&quot;待核实,属实待改,已整改,经核实无误,暂缓&quot;');
    expect(parts['xl/worksheets/_rels/sheet1.xml.rels']).toContain(
      `Target="${xmlText(ADDRESS)}" TargetMode="External"`,
    );
    expect(parts['xl/workbook.xml']).toContain("'整改台账'!$A$3:$V$7");
  });

  it('has a sheet for each unit where that is wanted', async () => {
    const { sheets } = await readXlsx(made('ledger-xlsx', { ...OPTIONS, sheetPerUnit: true }).bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['整改台账', '示例县教育局', '示例县财政局', '示例县水务局']);
  });

  it('takes columns as they are named, ordered and left out', async () => {
    const columns = [
      { id: 'problem' as const, name: '存在问题', shown: true },
      { id: 'unit' as const, name: '', shown: true },
      { id: 'rule' as const, name: '', shown: false },
    ];
    const rows = (await tables(made('ledger-xlsx', { ...OPTIONS, columns }).bytes)).flat();
    expect(rows).toContainEqual(['存在问题', '单位']);
  });

  it('tells what people said: states, reasons, and who is out of the scope', () => {
    const finance = saved[2]?.outcome.findings[0];
    if (finance === undefined) throw new Error('no finding');
    const words = [
      opinion({ id: 'b', finding: finance.fingerprint, field: 'status', value: 'fixed', author: '李', counter: 2 }),
    ];
    const options = { ...OPTIONS, statuses: ['fixed' as const] };
    const json = made('ledger-json', options, handoutsOf(saved, options, words));
    const ledger = ledgerFileSchema.parse(JSON.parse(strFromU8(json.bytes)));
    const problems = ledger.units.flatMap((unit) => unit.problems);
    expect(problems).toMatchObject([
      { rule: 't3-suspect-cell', status: 'fixed', reviewer: '李', reviewedAt: '2026-01-20T06:00:00.000Z', value: 21 },
    ]);
    expect(ledger.units).toHaveLength(5);
  });

  it('is a page that loads and runs nothing', () => {
    const text = strFromU8(made('ledger-html').bytes);
    expect(text).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
    expect(tablesIn({ ok: true, value: readHtml(text) })[0]).toHaveLength(5);
  });
});

describe('names that bite', () => {
  const NAME = '=HYPERLINK("http://x","点")<b>&amp;局\u0001\ud800_x0041_';
  const options = { ...OPTIONS, severities: ['error' as const, 'warning' as const, 'info' as const] };
  const biting = handoutsOf(
    [savedUnit({ organ: '示例县财政局', cells: { 'applications.granted.individual': 21 } })],
    options,
  ).map((report) => ({ ...report, unit: NAME, title: NAME, address: 'javascript:alert(1)' }));

  it('stay text in a workbook', async () => {
    const { bytes } = made('ledger-xlsx', options, biting);
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows.flat()).toContain('=HYPERLINK("http://x","点")<b>&amp;局_x0041_');
    const sheet = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).not.toContain('<f>');
    expect(sheet).not.toContain('<hyperlink');
    expect(partsOf(bytes)['xl/styles.xml']).toContain('quotePrefix="1"');
  });

  it('stay text in papers, pages and lines', async () => {
    const list = made('problem-lists', options, biting);
    expect(textIn(await readFile(list.bytes, readHtml))).toContain('=HYPERLINK("http://x","点")<b>&amp;局_x0041_');
    expect(list.name).not.toMatch(/[\\/:*?"<>|]/);
    const page = strFromU8(made('ledger-html', options, biting).bytes);
    expect(page).not.toContain('<b>');
    expect(page).not.toContain('href="javascript');
    const csv = strFromU8(made('ledger-csv', options, biting).bytes);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"",""点"")<b>&amp;局_x0041_"`);
  });

  it.each(['=1', '+1', '-1', '@A1', '＝1', ' =1', '\t=1'])('%j is no formula in lines', (text) => {
    const row = { unit: '', severity: 'info' as const, address: '', values: [text, -1] };
    const csv = ledgerCsv({ columns: [], rows: [row] });
    expect(csv).toMatch(/^\ufeff\r\n"?'[\s]*[=+\-@＝]/);
    expect(csv.endsWith(',-1\r\n')).toBe(true);
  });

  it('are made fit for sheets and files, no two alike', () => {
    expect(sheetNames(["a/b:c'", 'A b c', 'History', '', '局'.repeat(40), `${'局'.repeat(40)}二`])).toEqual([
      'a b c',
      'A b c(2)',
      'History_',
      '…',
      '局'.repeat(31),
      `${'局'.repeat(28)}(2)`,
    ]);
    expect(fileNames(['../a', 'con', 'A', 'a', '\u202excod.exe', ''])).toEqual([
      'a',
      '_con',
      'A (2)',
      'a (3)',
      'xcod.exe',
      '_',
    ]);
  });
});

describe('the sums', () => {
  const reports = handoutsOf(saved);
  const sheet = rollUpSheet(reports, 2024, region, 'zh-CN');
  const of = (cell: string) => sheet?.totals.find((total) => total.cell === cell);

  it('add up every cell of the form, beside the region', () => {
    expect(sheet?.totals).toHaveLength(200);
    expect(sheet?.units).toEqual(['示例县教育局', '示例县财政局', '示例县水务局', '示例县示例镇人民政府']);
    expect(of('applications.granted.individual')).toMatchObject({
      sum: 13 + 21 + 12 + 12,
      region: 12,
      difference: -46,
      isLess: true,
    });
    expect(of('disclosure.fee.amount')).toMatchObject({
      sum: 3.85,
      region: 3.85,
      difference: 0,
      amounts: [1.25, 1.25, 1.25, 0.1],
    });
  });

  it('take amounts in 元 as 万元, and leave out what was not read', () => {
    const others = handoutsOf([
      savedUnit({ organ: '示例县甲局', cells: { 'disclosure.fee.amount': '12500元' } }),
      savedUnit({ organ: '示例县乙局', cells: { 'disclosure.fee.amount': '0.5' } }),
      savedUnit({ organ: '示例县丙局', without: ['disclosure'] }),
    ]);
    const total = rollUpSheet(others, 2024, null, 'zh-CN')?.totals.find(({ cell }) => cell === 'disclosure.fee.amount');
    expect(total).toMatchObject({ sum: 1.75, unread: 1, amounts: [1.25, 0.5, null], region: null });
  });

  it('are formulas with their values, over a sheet of what each unit gave', async () => {
    const { bytes } = made('roll-up');
    const rows = (await tables(bytes)).flat();
    expect(rows).toContainEqual(['表二“行政许可”', '480', '500', '20', '大于各单位之和', '0']);
    const first = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
    expect(first).toContain("<f>SUM('各单位数据'!B3:B6)</f><v>0</v>");
    expect(first.match(/<f>/g)).toHaveLength(400);
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['汇总表', '表二汇总', '表三汇总', '表四汇总', '各单位数据']);
  });
});

describe('the bulletin', () => {
  const units = unitsOf('1. 教育局\n2、财政局\n水务局\n示例镇人民政府\n民政局\n民政局');

  it('counts what is there and what is not', () => {
    const reports = handoutsOf(saved);
    const counted = statisticsOf(reports, 2024, { units, region: '示例县' });
    expect(counted.listed).toMatchObject({ expected: 5, published: 4, missing: ['民政局'], others: 1 });
    expect(counted.late.map(({ unit }) => unit)).toEqual(['示例县水务局']);
    expect(counted).toMatchObject({ undated: 0, notLate: 4, partial: 0, unnamed: 0 });
    expect(counted.problems).toMatchObject({ error: { count: 2, units: 2 }, warning: { count: 2, units: 2 } });
    expect(counted.kinds.map(({ category, count }) => [category, count])).toEqual([
      ['结转衔接', 1],
      ['表三疑错格', 1],
      ['发布日期', 1],
      ['数据同上年', 1],
    ]);
  });

  it('says them, and marks what a person has to fill in', async () => {
    const { bytes } = made('bulletin', OPTIONS, handoutsOf(saved), { units, region: '示例县' });
    const text = textIn(await readFile(bytes, readHtml));
    expect(text).toContain('应公开年度报告的单位 5 个，已见年度报告 4 个，未见 1 个。');
    expect(text).toContain('发现错误 2 项，涉及 2 份报告；警示 2 项，涉及 2 份报告；提示 0 项。');
    expect(text).toContain('（一）结转衔接。共 1 项，涉及 1 份报告。如示例县教育局：上年结转填 2');
    const xml = partsOf(bytes)['word/document.xml'] ?? '';
    const blanks = [...xml.matchAll(/<w:highlight w:val="yellow"\/><\/w:rPr><w:t xml:space="preserve">([^<]*)</g)];
    expect(blanks.map((match) => match[1])).toEqual(
      expect.arrayContaining(['【主送机关】', '【核查依据】', '【整改时限】', '【发文机关】', '【成文日期】']),
    );
    expect(xml).toContain('w:eastAsia="方正小标宋简体"');
    expect(xml).toContain('w:eastAsia="仿宋_GB2312"');
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
  });

  it('makes nothing up without a list of units', async () => {
    const text = textIn(await readFile(made('bulletin').bytes, readHtml));
    expect(text).toContain('本次核查年度报告 5 份（未提供应公开单位名单，未公开的单位未作统计）。');
    expect(text).not.toContain('附件1：未见年度报告的单位');
  });
});

it('tells of what was carried over, unit by unit', async () => {
  const rows = (await tables(made('carry-over').bytes)).flat();
  expect(rows).toContainEqual(['示例县教育局', '2024', '总计', '3', '2', '-1', '不一致，须核实']);
  expect(rows).toContainEqual(['示例县教育局', '2024', '自然人', '3', '2', '-1', '不一致，须核实']);
  expect(rows.find((row) => row[0] === '示例县水务局')?.at(-1)).toBe('没有上年度报告，无法对照');
});

it('keeps options that fit, and takes the usual ones for what does not', () => {
  expect(parseOptions('')).toEqual(USUAL_OPTIONS);
  expect(parseOptions('{"severities":7}')).toEqual(USUAL_OPTIONS);
  const short = { ...USUAL_OPTIONS, columns: [{ id: 'unit', name: '单位名称', shown: true }] };
  const kept = parseOptions(JSON.stringify(short)).columns;
  expect(kept[0]).toEqual({ id: 'unit', name: '单位名称', shown: true });
  expect(kept.slice(1).every(({ shown }) => !shown)).toBe(true);
  expect(kept).toHaveLength(24);
});
