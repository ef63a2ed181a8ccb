/** What an office hands in: reports in every format, some wrong, some of two years, and files that are no reports. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { CellId } from '../../../core/index';
import { docxOf } from '../../support/files/docx';
import { xlsxOf } from '../../support/files/xlsx';
import { previousOf, printed, type Sample, sampleOf } from '../../support/generate/report';
import { type PrintedReport, renderPage } from '../../support/render';
import type { AppFile } from './app';
import { root } from './build';

export interface MixedFile extends AppFile {
  /** Whether it is a report. */
  readonly good: boolean;
}

const FIRST = [...'东南西北中上下前后长平安福明清永和兴华新'];
const SECOND = [...'山河江湖海原泉溪岭川峰谷州阳陵林田丘桥港'];
const WRONG: CellId = 'applications.granted.individual';

/** Every organ has two files, of two years; every tenth file is none. */
export async function mixedFiles(count: number): Promise<MixedFile[]> {
  const files: MixedFile[] = [];
  for (let index = 0; index < count; index++) files.push(index % 10 === 7 ? broken(index) : await good(index));
  return files;
}

async function good(index: number): Promise<MixedFile> {
  const fixture = FIXTURES[index % 50];
  if (fixture !== undefined) return { name: `${index}-${fixture}`, body: fromFixture(fixture), good: true };
  const report = reportOf(index);
  const name = `${index}-${report.organ}${report.year}`;
  if (index % 10 === 3) return { name: `${name}.docx`, body: docxOf(report), good: true };
  if (index % 10 === 5) return { name: `${name}.xlsx`, body: await xlsxOf(report, { sheets: 'one' }), good: true };
  return { name: `${name}.html`, body: renderPage(report), good: true };
}

/** Of fifty files, these are real ones. */
const FIXTURES: Readonly<Record<number, string>> = {
  11: 'numbered-2021.pdf',
  21: 'numbered-2021.doc',
  31: 'numbered-2021.rtf',
  41: 'numbered-2021.xls',
  46: 'huaian-city-2024.pdf',
};

function fromFixture(name: string): Uint8Array {
  return readFileSync(join(root, 'test/fixtures/formats', name));
}

function reportOf(index: number): PrintedReport {
  const pair = index >> 1;
  const sample = sampleOf(`mixed ${pair}`, 2024);
  const own: Sample = index % 2 === 0 ? sample : (previousOf(sample) ?? sample);
  const cells = index % 3 === 0 ? new Map([[WRONG, 987]]) : new Map<CellId, number>();
  const report = printed(own, { cells });
  const place = `${FIRST[pair % FIRST.length]}${SECOND[Math.floor(pair / FIRST.length) % SECOND.length]}`;
  const masked = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('示例', place));
  return { ...report, organ: masked(report.organ ?? ''), prose: masked(report.prose ?? {}) };
}

function broken(index: number): MixedFile {
  const kinds: readonly AppFile[] = [
    { name: 'empty.html', body: '' },
    { name: 'noise.bin', body: Uint8Array.from({ length: 6000 }, (_, at) => (at * 7919) % 251) },
    { name: 'letter.txt', body: '此致\n敬礼' },
    { name: 'broken.pdf', body: '%PDF-1.7\n' },
    { name: 'cut.docx', body: docxOf(reportOf(index)).slice(0, 1500) },
    { name: 'photo.jpg', body: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) },
  ];
  const { name, body } = kinds[Math.floor(index / 10) % kinds.length] ?? { name: 'empty', body: '' };
  return { name: `${index}-${name}`, body, good: false };
}

export function zipOf(name: string, files: readonly AppFile[]): AppFile {
  const bytes = (body: AppFile['body']): Uint8Array =>
    typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { name, body: zipSync(Object.fromEntries(files.map((file) => [file.name, bytes(file.body)]))) };
}
