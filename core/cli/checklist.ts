/** `--checklist`: the file, guarded; what is wrong with it goes to stderr, what cannot be used ends the run. */
import { readFile, stat } from 'node:fs/promises';
import { CHECKLIST_LIMITS, type ChecklistFailure, readChecklist } from '../exchange/checklist';
import { type Checklist, explainProblem, failed, lintChecklist, type Result } from '../index';

/** Two hundred relations take a hundredth of it, a form of a table with a thousand rows as much. */
const MAX_BYTES = 8 * 1024 * 1024;

export async function loadChecklist(file: string): Promise<Result<Checklist, string>> {
  const read = await textOf(file);
  if (!read.ok) return failed(`核查清单 ${file} ${read.error}`);
  const checklist = readChecklist(read.value);
  if (!checklist.ok) return failed(`核查清单 ${file} ${unusable(checklist.error)}`);
  for (const problem of lintChecklist(checklist.value)) {
    process.stderr.write(`核查清单 ${file}：${explainProblem(problem, checklist.value, 'zh-CN')}\n`);
  }
  return checklist;
}

async function textOf(file: string): Promise<Result<string, string>> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) return failed('超过 8 MB，不像是核查清单。');
    return { ok: true, value: await readFile(file, 'utf8') };
  } catch (error) {
    return failed(`读不出：${error instanceof Error ? error.message : String(error)}`);
  }
}

function unusable(failure: ChecklistFailure): string {
  switch (failure.code) {
    case 'not-json':
      return '不是 JSON 文件。';
    case 'not-a-checklist':
      return '不是核查清单：缺少 "format": "gouji-checklist"。';
    case 'other-version':
      return '的版本本程序不认识，请更新程序。';
    case 'unfit':
      return `有不合要求的内容：${failure.paths.map(placed).join('、')}。请改正或删去后再试。`;
  }
}

/** Where a list is too long, the list itself is named. */
function placed(path: string): string {
  const most = MOST_OF[path];
  return most === undefined ? path : `${path}（最多 ${most} 项，多出的请另存为一份清单）`;
}

const MOST_OF: Readonly<Record<string, number>> = {
  'checklist.relations': CHECKLIST_LIMITS.relations,
  'checklist.manual': CHECKLIST_LIMITS.manual,
  'checklist.ownForms': CHECKLIST_LIMITS.ownForms,
};
