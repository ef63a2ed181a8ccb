/** What was asked for on the command line. */
import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '../index';

export interface Arguments {
  readonly files: readonly string[];
  readonly previous: readonly string[];
  readonly checklist: string | null;
  readonly baseline: string | null;
  readonly json: boolean;
  /** A table organ × rule at the end. */
  readonly table: boolean;
  /** The file for the same table as CSV. */
  readonly csv: string | null;
  /** Not a check: whether the evidence in .gouji files is what was sealed. */
  readonly verify: boolean;
  readonly help: boolean;
}

export const USAGE = `用法：npm run --silent check -- [--json] [--previous 上年报告]… [--checklist 清单] [--baseline 基线] [--table] [--csv 文件] 文件|文件夹|压缩包…
      npm run --silent check -- --verify 证据.gouji…

核对政府信息公开工作年度报告（网页 .html、.mht，文本 .txt、.md，Word/WPS .docx、.doc、.wps、.rtf，Excel .xlsx、.xls，带文字的 .pdf；按内容辨认，不看扩展名）。
文件夹逐层读入，ZIP 压缩包中的文件记作“压缩包.zip!文件名”；隐藏文件略过，不是报告的文件在标准错误输出上列出。
同一机关相邻两年的报告都在其中的，自动对应，作跨年核查。核对多份时，读完全部文件后再按顺序输出。
  --json               每个文件输出一行 JSON
  --table              最后输出“机关 × 规则”表（不与 --json 同用）
  --csv 文件           把这张表另存为 CSV，可直接用 Excel 打开
  --previous 上年报告  上年的年度报告，按机关和年度与文件对应，用于跨年核查；可多次给出
  --checklist 清单     按核查清单（JSON）核对：停用或调整规则、期限，加上自定关系、自定报表格式
  --verify             不作核查，只校验 .gouji 文件里的证据与封存时是否一致（0 一致，1 有改动，2 读不出或没有证据）
  --baseline 基线      与以前一次 --json 的输出对比：新增、未变、有变、已消除
退出码：0 未发现错误；1 有错误；2 有文件读不出或认不出（其余文件照常核对）；3 程序本身出错`;

export function parseArguments(argv: readonly string[]): Result<Arguments, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        table: { type: 'boolean', default: false },
        csv: { type: 'string' },
        verify: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        previous: { type: 'string', multiple: true, default: [] },
        checklist: { type: 'string' },
        baseline: { type: 'string' },
      },
    });
    if (positionals.length === 0 && !values.help) return failed('没有给出要核对的文件。');
    if (values.json && values.table) return failed('--table 不与 --json 同用；可改用 --csv 文件。');
    return ok({
      files: positionals,
      previous: values.previous,
      checklist: values.checklist ?? null,
      baseline: values.baseline ?? null,
      json: values.json,
      table: values.table,
      csv: values.csv ?? null,
      verify: values.verify,
      help: values.help,
    });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}
