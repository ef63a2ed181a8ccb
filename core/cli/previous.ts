/** Last year's reports named on the command line: read once, kept as the little that the rules across years need. */
import {
  asLastYear,
  type Document,
  explainFailure,
  keptForNextYear,
  type Outcome,
  type PreviousReport,
  type ReadFailure,
  type Result,
} from '../index';

interface Named {
  readonly file: string;
  readonly report: PreviousReport;
  matched: boolean;
}

/** What stands beside a report, and what is to be said of those that stood beside none. */
export class PreviousFiles {
  private readonly named: Named[] = [];
  private readonly notices: string[] = [];

  /** One file after another, each document forgotten before the next. */
  static async read(
    files: readonly string[],
    read: (file: string) => Promise<Result<Document, ReadFailure>>,
    check: (document: Document) => Outcome,
  ): Promise<PreviousFiles> {
    const all = new PreviousFiles();
    for (const file of files) {
      const document = await read(file);
      if (document.ok) all.add(file, check(document.value));
      else all.notices.push(`--previous：${file} 无法读取：${explainFailure(document.error, 'zh-CN')}`);
    }
    return all;
  }

  private add(file: string, outcome: Outcome): void {
    if (outcome.status === 'unrecognised' || outcome.organ === null || outcome.year === null) {
      this.notices.push(`--previous：${file} 没有认出年度报告的表格、机关或年度，未使用`);
    } else this.named.push({ file, report: keptForNextYear(outcome), matched: false });
  }

  /**
   * Last year's report of the organ of `outcome`: the one with its very name, or else the only one with a shorter or
   * longer one. Of several with its very name the one named last.
   */
  of(outcome: Outcome): PreviousReport | undefined {
    const fitting = this.named.map((each) => ({ each, likeness: asLastYear(outcome, each.report) }));
    const equal = fitting.filter(({ likeness }) => likeness === 'equal');
    const shorter = fitting.filter(({ likeness }) => likeness === 'shorter');
    const found = equal.at(-1) ?? (shorter.length === 1 ? shorter[0] : undefined);
    for (const { each } of equal) each.matched = true;
    if (found !== undefined) found.each.matched = true;
    return found?.each.report;
  }

  /** Called when all inputs are done. */
  unused(): string[] {
    const idle = this.named.filter(({ matched }) => !matched);
    return [
      ...this.notices,
      ...idle.map(
        ({ file, report }) => `--previous：${file}（${report.organ} ${report.year} 年）与所核对的文件都对不上，未使用`,
      ),
    ];
  }
}
