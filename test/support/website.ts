/** A website’s report that adds up, in several layouts; cells may be otherwise. */
import { type CellId, otherForms } from '../../core/index';
import type { SheetPage } from './files/sheets';
import { cellOf, padded, type Sheet, type SheetCell, spanning } from './layouts/sheet';
import type { Random } from './random';

export type Cells = Readonly<Record<CellId | 'filledIn', string>>;

const USUAL: Readonly<Record<string, number>> = {
  visitors: 152_340,
  visits: 602_118,
  published: 6285,
  overview: 32,
  news: 4282,
  catalogue: 1971,
  topics: 18,
  topicsNew: 4,
  interpretations: 60,
  interpretationTexts: 41,
  interpretationProducts: 17,
  interpretationComments: 2,
  responses: 12,
  users: 20_871,
  services: 1213,
  servicesOnline: 1190,
  cases: 7520,
  casesPersons: 6102,
  casesBodies: 1418,
  messages: 412,
  messagesHandled: 410,
  messagesDays: 3,
  messagesPublic: 377,
  surveys: 15,
  surveyOpinions: 91,
  surveyResults: 14,
  interviews: 6,
  interviewMessages: 40,
  interviewAnswers: 33,
  assessments: 12,
  problems: 5,
  problemsSolved: 5,
};

/** Other figures that agree with each other as a correct report's do. */
export function websiteFigures(random: Random): Cells {
  const some = (upTo: number): number => (random.chance(0.15) ? 0 : random.int(1, upTo));
  const own: Record<string, number> = {};
  const add = (total: string, parts: readonly (readonly [string, number])[]): void => {
    own[total] = 0;
    for (const [part, upTo] of parts) own[total] += own[part] = some(upTo);
  };
  const below = (part: string, whole: string, upTo: number): void => {
    own[whole] = some(upTo);
    own[part] = random.int(0, own[whole]);
  };
  add('published', [
    ['overview', 90],
    ['news', 9000],
    ['catalogue', 3000],
  ]);
  add('interpretations', [
    ['interpretationTexts', 90],
    ['interpretationProducts', 60],
    ['interpretationComments', 9],
  ]);
  add('cases', [
    ['casesPersons', 90_000],
    ['casesBodies', 20_000],
  ]);
  below('visitors', 'visits', 5_000_000);
  below('topicsNew', 'topics', 40);
  below('servicesOnline', 'services', 2000);
  below('messagesHandled', 'messages', 3000);
  own['messagesPublic'] = random.int(0, own['messages'] ?? 0);
  below('surveyResults', 'surveys', 30);
  below('interviewAnswers', 'interviewMessages', 200);
  below('problemsSolved', 'problems', 20);
  own['messagesDays'] = (own['messagesHandled'] ?? 0) > 0 ? random.int(1, 9) : 0;
  const blank = random.pick(['0', '0', '', '/']);
  return Object.fromEntries(
    Object.entries({ ...USUAL, ...own }).map(([id, value]) => [
      `website.${id}.value`,
      value === 0 && !id.endsWith('s')
        ? blank
        : random.chance(0.2) && value > 999
          ? value.toLocaleString('en')
          : String(value),
    ]),
  );
}

const ORGAN = '示例县人民政府办公室';
const NAMED: readonly (readonly [string, string])[] = [
  ['网站名称', '示例县人民政府'],
  ['首页网址', 'http://www.example.gov.cn'],
  ['主办单位', '示例县人民政府'],
  ['网站类型', '政府门户网站'],
];
const CODES: readonly (readonly [string, string])[] = [
  ['政府网站标识码', '1234567890'],
  ['ICP备案号', '示ICP备12345678号'],
  ['公安机关备案号', '示公网安备 12345678901234号'],
];

/** Groups as printed, a group within a group second; fields with or without the unit in brackets. */
const PRINTED: readonly (readonly [group: string, inner: string, fields: readonly string[]])[] = [
  ['', '', ['visitors', 'visits']],
  ['信息发布（单位：条）', '', ['published', 'overview', 'news', 'catalogue']],
  ['专栏专题（单位：个）', '', ['topics', 'topicsNew']],
  [
    '解读回应',
    '解读信息发布',
    ['interpretations', 'interpretationTexts', 'interpretationProducts', 'interpretationComments'],
  ],
  ['解读回应', '', ['responses']],
  ['办事服务', '', ['users', 'services', 'servicesOnline']],
  ['办事服务', '办件量（单位：件）', ['cases', 'casesPersons', 'casesBodies']],
  ['互动交流', '留言办理', ['messages', 'messagesHandled', 'messagesDays', 'messagesPublic']],
  ['互动交流', '征集调查', ['surveys', 'surveyOpinions', 'surveyResults']],
  ['互动交流', '在线访谈', ['interviews', 'interviewMessages', 'interviewAnswers']],
  ['安全防护', '', ['assessments', 'problems', 'problemsSolved']],
];

interface Field {
  readonly id: string;
  readonly text: string;
  readonly unit: string;
}

function fieldOf(id: string): Field {
  const form = otherForms.find((each) => each.id.startsWith('website-annual'));
  const row = form?.tables[0]?.rows.find((each) => each.id === id);
  const text = row?.label?.zh.endsWith('总数') === true ? '总数' : (row?.label?.zh ?? '');
  return { id, text, unit: row?.cells[0]?.unit ?? '' };
}

type Label = (field: Field) => string;
const bare: Label = ({ text }) => text;
const withUnit: Label = ({ text, unit }) => `${text}（单位：${unit}）`;

/** group | inner group or label | label | value, as the form is printed. */
function nested(cells: Cells, label: Label): Sheet {
  const groups = new Map<string, SheetCell>();
  const rows = PRINTED.flatMap(([group, inner, fields]) => {
    const outer = groups.get(group) ?? cellOf(group);
    groups.set(group, outer);
    const middle = cellOf(inner);
    return fields.map((id) => {
      const own = fieldOf(id);
      const name = cellOf(label(own));
      const value = cellOf(cells[`website.${id}.value`] ?? String(USUAL[id]), 'value');
      if (group === '') return [name, name, name, value];
      return inner === '' ? [outer, name, name, value] : [outer, middle, name, value];
    });
  });
  const particulars = [...NAMED, ...CODES].map(([name, text]) => [...spanning(name, 2), ...spanning(text, 2)]);
  return padded([...particulars, ...rows, [...spanning('创新发展', 2), ...spanning('□搜索即服务 □无障碍浏览', 2)]]);
}

/** Two columns: the whole name of each figure, and the figure. */
function pairs(cells: Cells): Sheet {
  const rows = PRINTED.flatMap(([group, inner, fields]) =>
    fields.map((id) => {
      const { text, unit } = fieldOf(id);
      const head = (inner || group).replace(/（.*/, '');
      const name = text === '总数' ? `${head}总数（${unit}）` : `${text}（${unit}）`;
      return [cellOf(name), cellOf(cells[`website.${id}.value`] ?? String(USUAL[id]), 'value')];
    }),
  );
  return [...[...NAMED, ...CODES].map(([name, text]) => [cellOf(name), cellOf(text)]), ...rows];
}

/** Two figures beside each other, the groups at the left of both. */
function doubled(cells: Cells): Sheet {
  const rows = PRINTED.flatMap(([group, inner, fields]) => {
    const head = cellOf((inner || group || '访问量').replace(/（.*/, ''));
    return Array.from({ length: Math.ceil(fields.length / 2) }, (_, row) => {
      const two = fields.slice(row * 2, row * 2 + 2).flatMap((id) => {
        const value = cellOf(cells[`website.${id}.value`] ?? String(USUAL[id]), 'value');
        return [cellOf(withUnit(fieldOf(id))), value];
      });
      return [head, ...two, ...Array.from({ length: 4 - two.length }, () => cellOf('', 'empty'))];
    });
  });
  return rows;
}

/** The group over its labels, the figures below them. */
function below(cells: Cells): Sheet {
  const rows = PRINTED.flatMap(([group, inner, fields]) => {
    const fill = (own: SheetCell[]): SheetCell[] => [
      ...own,
      ...Array.from({ length: 4 - own.length }, () => cellOf('', 'empty')),
    ];
    const value = (id: string): SheetCell => cellOf(cells[`website.${id}.value`] ?? String(USUAL[id]), 'value');
    return [
      spanning((inner || group || '访问量').replace(/（.*/, ''), 4),
      fill(fields.map((id) => cellOf(bare(fieldOf(id))))),
      fill(fields.map(value)),
    ];
  });
  return rows;
}

const LAYOUTS = {
  'as the form is printed': (cells: Cells) => nested(cells, withUnit),
  'without units': (cells: Cells) => nested(cells, bare),
  'two columns': pairs,
  'two figures beside each other': doubled,
  'figures below their labels': below,
} as const;

export type WebsiteLayout = keyof typeof LAYOUTS;
export const websiteLayouts = Object.keys(LAYOUTS) as WebsiteLayout[];

export function websitePage(cells: Cells = {}, layout: WebsiteLayout = 'as the form is printed'): SheetPage {
  const date = cells['filledIn'] ?? '2025年1月8日';
  const signed = date === '' ? '单位负责人：张某 填报人：李某' : `单位负责人：张某 填报人：李某 填报日期：${date}`;
  return {
    title: '示例县人民政府网站工作年度报表（2024年度）',
    parts: [`填报单位：${ORGAN}`, LAYOUTS[layout](cells), signed],
  };
}
