/** `npm run sums`: which cells of the tables in files are totals of which others, as JSON Lines. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type Document,
  explainFailure,
  explainOmission,
  failed,
  findSumsIn,
  type ReadFailure,
  type Result,
} from '../index';
import { readCsv } from '../read/csv';
import { MAX_BYTES } from '../read/file';
import { kindOf } from '../read/kind';
import { unreadable } from './input';
import { readBytes } from './read-bytes';

const USAGE = `用法：npm run --silent sums -- 文件…

推断表格中的合计关系（.csv，以及网页、Word、Excel、带文字的 PDF 中的每张表），每张表输出一行 JSON：
{"input":"…","table":0,"sums":[{"total":[行,列],"parts":[[行,列],…],"holds":true,"difference":0,…}]}
行、列从 0 起；合并单元格记在其左上角。hint 为 true 的只是提示，不能当作错误。
退出码：0 都读出；2 有文件或表格读不出（其余照常处理）；3 程序本身出错`;

export async function sumsMain(argv: readonly string[]): Promise<number> {
  if (argv.length === 0 || argv.includes('--help') || argv.includes('-h')) {
    (argv.length === 0 ? process.stderr : process.stdout).write(`${USAGE}\n`);
    return argv.length === 0 ? 2 : 0;
  }
  let exit = 0;
  for (const input of argv) {
    const read = await readTables(input);
    if (read.ok) {
      for (const { table, cells, sums } of findSumsIn(read.value)) {
        if (sums === null) exit = 2;
        await write(sums === null ? { input, table, sums: [], error: tooLarge(cells) } : { input, table, sums });
      }
      // What the reader left out has no line: silence would look like completeness.
      for (const omission of read.value.omissions)
        process.stderr.write(`${input}：${explainOmission(omission, 'zh-CN')}\n`);
    } else {
      exit = 2;
      const { code } = read.error;
      await write({ input, sums: [], error: { code, message: explainFailure(read.error, 'zh-CN') } });
    }
  }
  return exit;
}

function tooLarge(count: number): { readonly code: string; readonly message: string } {
  const code = 'table-too-large';
  return { code, message: explainOmission({ code, count }, 'zh-CN') };
}

/** Only a name tells CSV from any other text. */
async function readTables(path: string): Promise<Result<Document, ReadFailure>> {
  try {
    const bytes = new Uint8Array(await readFile(path));
    if (bytes.length > MAX_BYTES) return failed({ code: 'too-large', size: bytes.length, limit: MAX_BYTES });
    const isCsv = /\.(?:csv|tsv)$/i.test(basename(path)) && kindOf(bytes) === 'text';
    return isCsv ? readCsv(bytes) : await readBytes(bytes);
  } catch (error) {
    return failed(unreadable(error));
  }
}

async function write(line: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`))
    await new Promise<void>((done) => process.stdout.once('drain', done));
}
