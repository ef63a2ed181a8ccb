/** What was asked for on the command line. */
import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '../index';

export interface Arguments {
  readonly files: readonly string[];
  readonly previous: readonly string[];
  readonly checklist: string | null;
  readonly baseline: string | null;
  readonly json: boolean;
  readonly help: boolean;
}

export const USAGE = `用法：npm run --silent check -- [--json] [--previous 上年报告]… [--checklist 清单] [--baseline 基线] 文件…

核对政府信息公开工作年度报告（网页 .html、.mht，文本 .txt、.md，Word/WPS .docx、.doc、.wps、.rtf，Excel .xlsx、.xls，带文字的 .pdf；按内容辨认，不看扩展名）。
  --json               每个文件输出一行 JSON
  --previous 上年报告  上年的年度报告，按机关和年度与文件对应，用于跨年核查；可多次给出
  --checklist 清单     按核查清单（JSON）核对：停用或调整规则、期限，加上自定关系
  --baseline 基线      与以前一次 --json 的输出对比：新增、未变、有变、已消除
退出码：0 未发现错误；1 有错误；2 有文件读不出或认不出（其余文件照常核对）；3 程序本身出错`;

export function parseArguments(argv: readonly string[]): Result<Arguments, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        previous: { type: 'string', multiple: true, default: [] },
        checklist: { type: 'string' },
        baseline: { type: 'string' },
      },
    });
    if (positionals.length === 0 && !values.help) return failed('没有给出要核对的文件。');
    return ok({
      files: positionals,
      previous: values.previous,
      checklist: values.checklist ?? null,
      baseline: values.baseline ?? null,
      json: values.json,
      help: values.help,
    });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}
