import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulesOf } from './indexes.mjs';

const RULE_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;
const FORM_FILE = /^([a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*)-(\d{4})$/;

/** What went wrong, for people. */
export class Refusal extends Error {}

/** Writes a rule that runs as it is, to be changed into the one that is wanted. Returns the file. */
export function scaffoldRule(root, id) {
  if (id === undefined || !RULE_ID.test(id)) {
    throw new Refusal(
      `A rule's id is lower-case words joined by hyphens, at least two, as in t3-carried-over. Got: ${id ?? 'nothing'}.`,
    );
  }
  return writeNew(join(root, 'core', 'rules', `${id}.rule.ts`), ruleText(id));
}

/** Copies the newest form of the family under a new year. Returns the file and what it was copied from. */
export function scaffoldForm(root, name) {
  const [, family, year] = FORM_FILE.exec(name?.replace('@', '-') ?? '') ?? [];
  if (family === undefined) {
    throw new Refusal(
      `A form is named by its report and first year, as in open-info-annual-2027. Got: ${name ?? 'nothing'}.`,
    );
  }
  const relatives = modulesOf(root, 'forms').filter(({ base }) => base.replace(/-\d{4}$/, '') === family);
  const model = relatives.at(-1);
  if (model === undefined) {
    const known = [...new Set(modulesOf(root, 'forms').map(({ base }) => base.replace(/-\d{4}$/, '')))].join(', ');
    throw new Refusal(
      `No form of ${family} to begin from. Known: ${known}. A new kind of report is begun by hand, see CONTRIBUTING.md.`,
    );
  }
  const file = join(root, 'core', 'forms', `${family}-${year}.form.ts`);
  return {
    file: writeNew(file, formText(readFileSync(model.file, 'utf8'), { family, year, model: model.base })),
    model: model.base,
  };
}

function writeNew(file, text) {
  if (existsSync(file)) throw new Refusal(`${file} is there already.`);
  writeFileSync(file, text, { flag: 'wx' });
  return file;
}

function formText(model, { family, year, model: name }) {
  return model
    .replace(/^\/\*\*[\s\S]*?\*\//, `/** The form for reports of ${year} on. Begun as a copy of ${name}. */`)
    .replace(/\bid: '[a-z-]+@\d{4}'/, `id: '${family}@${year}'`)
    .replace(/\bname: label\('\d{4} 年格式', '\d{4} form'\)/, `name: label('${year} 年格式', '${year} form')`)
    .replace(/\byears: \{[^}]*\}/, `years: { from: ${year}, to: null }`);
}

/** Runs and is true as it stands, so that a first change starts from something that works. */
function ruleText(id) {
  return `/** More requests carried over to next year than were received: unusual, seldom wrong. */
import { MISSING } from '../forms/facts';
import { defineRule, type Report, type RuleFinding } from './rule';

const RECEIVED = 'applications.received.total';
const CARRIED_OUT = 'applications.carriedOut.total';

type Data = { readonly received: number; readonly carriedOut: number };

export const rule = defineRule<Data>({
  id: '${id}',
  severity: 'info',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三' },
  summary: {
    'zh-CN': '结转下年度的件数多于本年新收的件数。',
    en: 'More requests are carried over to next year than were received.',
  },
  messages: {
    'zh-CN': ({ data }) => \`表三结转下年度继续办理 \${data.carriedOut} 件，多于本年新收 \${data.received} 件。\`,
    en: ({ data }) => \`Table 3 carries \${data.carriedOut} over to next year, but received only \${data.received}.\`,
  },
  advice: {
    'zh-CN': '请核对两行数字。',
    en: 'Check both rows.',
  },
  examples: [
    { name: '各行均为 0', cells: {}, findings: 0 },
    {
      name: '结转多于新收',
      cells: {
        'applications.received.individual': 1,
        'applications.received.total': 1,
        'applications.carriedIn.individual': 1,
        'applications.carriedIn.total': 1,
        'applications.carriedOut.individual': 2,
        'applications.carriedOut.total': 2,
      },
      findings: 1,
    },
  ],
  *check(report: Report): Iterable<RuleFinding<Data>> {
    const received = report.facts.get(RECEIVED)?.value ?? null;
    const { value: carriedOut, place } = report.facts.get(CARRIED_OUT) ?? MISSING;
    if (received === null || carriedOut === null || carriedOut <= received) return;
    yield { data: { received, carriedOut }, cells: [CARRIED_OUT, RECEIVED], place };
  },
});
`;
}
