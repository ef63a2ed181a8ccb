/** Hand-outs in LibreOffice: opened, read back, every formula worked out anew, fonts looked up. Nothing to run where it is not installed. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsOf } from '../../core/read/csv';
import { readFile as readBytes } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { buildHandout, HANDOUTS, type HandoutKind } from '../../pwa/handouts/build';
import { rollUpSheet } from '../../pwa/handouts/roll-up-sheet';
import { CLOCK, county, handoutsOf, OPTIONS, SCOPE } from '../support/handouts';
import { tablesIn, textIn } from '../support/read-back';

const run = promisify(execFile);
const installed = ((): boolean => {
  try {
    execFileSync('soffice', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

const saved = county();
const region = saved.at(-1)?.id ?? null;
const options = { ...OPTIONS, lists: 'one' as const };
const list = { region: '示例县', units: ['教育局', '财政局', '民政局'] };
const reports = handoutsOf(saved, options);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-office-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function made(kind: HandoutKind): { bytes: Uint8Array; ending: string } {
  const ofYear = kind === 'carry-over' ? reports : reports.filter(({ outcome }) => outcome.year === 2024);
  const input = { reports: ofYear, options, scope: { ...SCOPE, regionReport: region }, list, clock: CLOCK };
  const file = buildHandout(kind, input);
  if (file === null) throw new Error(`no ${kind}`);
  return { bytes: file.bytes, ending: file.name.slice(file.name.lastIndexOf('.') + 1) };
}

/** The file as LibreOffice saves it. `filter`: the ending, or with its options. */
async function converted(name: string, bytes: Uint8Array, filter: string): Promise<Buffer> {
  await writeFile(join(folder, name), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await run('soffice', [
    profile,
    '--headless',
    '--convert-to',
    filter,
    '--outdir',
    join(folder, 'out'),
    join(folder, name),
  ]);
  return readFile(join(folder, 'out', name.replace(/\.\w+$/, `.${filter.split(':')[0]}`)));
}

/** Without the values that stand beside the formulas: whoever opens it has to work them out. */
function uncalculated(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => [
    name,
    /worksheets\/sheet\d+\.xml$/.test(name) ? strToU8(strFromU8(part).replaceAll(/<\/f><v>[^<]*<\/v>/g, '</f>')) : part,
  ]);
  return zipSync(Object.fromEntries(parts));
}

describe.skipIf(!installed)('LibreOffice', () => {
  it.each(['ledger-xlsx', 'roll-up', 'carry-over'] as const)('reads of %s what we wrote', async (kind) => {
    const { bytes } = made(kind);
    const again = await converted(`${kind}.xlsx`, bytes, 'xlsx');
    const texts = async (file: Uint8Array): Promise<string[]> => tablesIn(await readBytes(file, readHtml)).flat(2);
    expect((await texts(again)).filter((text) => text !== '')).toEqual(
      (await texts(bytes)).filter((text) => text !== ''),
    );
  });

  it('works out every sum of the roll-up as we did', async () => {
    const sheet = rollUpSheet(reports, 2024, region, 'zh-CN');
    const csv = await converted(
      'sums.xlsx',
      uncalculated(made('roll-up').bytes),
      'csv:Text - txt - csv (StarCalc):44,34,76,1',
    );
    const rows = cellsOf(csv.toString('utf8'), ',');
    const told = new Map(rows.map((row) => [row[0] ?? '', row]));
    expect(sheet?.totals.length).toBe(200);
    for (const { name, sum, region: own, difference } of sheet?.totals ?? [])
      expect(told.get(name)?.slice(1, 4).map(Number), name).toEqual([sum, own, difference]);
  });

  it.each(['problem-lists', 'bulletin'] as const)('sets %s in Chinese faces, whole', async (kind) => {
    const { bytes } = made(kind);
    const again = await converted(`${kind}.docx`, bytes, 'docx');
    const plain = (text: string): string => text.replaceAll(/\s+/g, '');
    const ours = plain(textIn(await readBytes(bytes, readHtml)));
    expect(plain(textIn(await readBytes(again, readHtml)))).toBe(ours);
    const xml = strFromU8(unzipSync(again)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('w:eastAsia="仿宋_GB2312"');
    const pdf = await converted(`${kind}.docx`, bytes, 'pdf');
    // What the printed pages say is what was written, to the last character; page numbers are furniture to the reader.
    expect(plain(textIn(await readBytes(new Uint8Array(pdf), readHtml)))).toBe(ours);
  });
});

it.each(HANDOUTS)('%s is made', (kind) => {
  expect(made(kind).bytes.length).toBeGreaterThan(0);
});
