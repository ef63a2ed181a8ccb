/** `--baseline`: the findings of an earlier `--json` run, to say of each what became of it. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { type BaselineLine, baselineOfLine } from '../exchange/baseline';
import { type ComparedFinding, compare, type FindingChange, failed, type Outcome, ok, type Result } from '../index';

export const CHANGE_WORDS: Readonly<Record<FindingChange, string>> = {
  new: '新增',
  unchanged: '未变',
  changed: '有变',
  gone: '已消除',
  unassessed: '未能再核对',
};

export class BaselineFile {
  private readonly used = new Set<BaselineLine>();

  private constructor(
    private readonly file: string,
    private readonly lines: readonly BaselineLine[],
  ) {}

  /** Line by line: of each report only its findings are kept. */
  static async read(file: string): Promise<Result<BaselineFile, string>> {
    const lines: BaselineLine[] = [];
    let number = 0;
    try {
      for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
        number++;
        if (text.trim() === '') continue;
        const line = baselineOfLine(text);
        if (line === null) return failed(`基线 ${file} 第 ${number} 行不是 --json 的输出。`);
        lines.push(line);
      }
    } catch (error) {
      return failed(`基线 ${file} 读不出：${error instanceof Error ? error.message : String(error)}`);
    }
    return ok(new BaselineFile(file, lines));
  }

  /** Null where the earlier run had no report of this organ and year, nor one by this name without them. */
  compare(input: string, outcome: Outcome): ComparedFinding[] | null {
    const line = this.lineOf(input, outcome);
    if (line === undefined) return null;
    this.used.add(line);
    return compare(line.baseline, outcome);
  }

  /** A file that could not be read this time is said to be so; it is not missing. */
  passOver(input: string): void {
    for (const line of this.lines) if (line.input === input) this.used.add(line);
  }

  /** A report of the earlier run that this one has not seen is no mended one: said on stderr. */
  reportUnused(): void {
    for (const line of this.lines.filter((each) => !this.used.has(each))) {
      process.stderr.write(`基线 ${this.file} 中的 ${line.input} 这次没有对应的文件\n`);
    }
  }

  /** By organ and year; where there are several, the one of the same file, then the last. */
  private lineOf(input: string, { organ, year }: Outcome): BaselineLine | undefined {
    const isSameFile = (line: BaselineLine): boolean => basename(line.input) === basename(input);
    const same = this.lines.filter(
      ({ baseline }) => organ !== null && year !== null && baseline.organ === organ && baseline.year === year,
    );
    if (same.length > 0)
      return same.findLast((line) => line.input === input) ?? same.findLast(isSameFile) ?? same.at(-1);
    return this.lines.findLast(
      (line) => isSameFile(line) && (organ === null || year === null || line.baseline.organ === null),
    );
  }
}

/** What no finding of the report can show: how many of each, and what is no longer there. */
export function comparisonText(compared: readonly ComparedFinding[] | null): string {
  if (compared === null) return '  基线中没有这份报告，未作对比\n';
  const of = (change: FindingChange): readonly ComparedFinding[] => compared.filter((each) => each.change === change);
  const counts = (['new', 'unchanged', 'changed', 'gone'] as const).map(
    (change) => `${CHANGE_WORDS[change]} ${of(change).length}`,
  );
  const open = of('unassessed').length;
  const lines = [`  与基线相比：${counts.join('，')}${open > 0 ? `，${CHANGE_WORDS.unassessed} ${open}` : ''}`];
  for (const change of ['gone', 'unassessed'] as const) {
    lines.push(...of(change).map((each) => `    ${CHANGE_WORDS[change]}  [${each.rule}] ${each.fingerprint}`));
  }
  return `${lines.join('\n')}\n`;
}

/** For each finding, its word. */
export function changeWords(compared: readonly ComparedFinding[] | null): ReadonlyMap<string, string> {
  return new Map((compared ?? []).map(({ fingerprint, change }) => [fingerprint, CHANGE_WORDS[change]]));
}
