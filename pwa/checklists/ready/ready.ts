/**
 * 现成的核查清单, to be used as they are or copied and changed. Who does what and when follows the season as offices
 * have it: drafts by mid January, departments and towns public by January 31, the county’s sum by February 20, the
 * government’s own report by March 31 (《政府信息公开条例》第四十九条; the others are custom, and are said to be).
 */
import type { Checklist, Language, RuleSetting } from '../../../core/index';
import { en } from './locale/en';
import { zhCn } from './locale/zh-cn';

export interface ReadyChecklist {
  /** Never that of a kept one: those are 32 hex digits. */
  readonly id: string;
  readonly checklist: Checklist;
}

type Word = keyof typeof zhCn;

/** Names and texts by their words. */
interface Template extends Omit<Checklist, 'name' | 'manual'> {
  readonly name: Word;
  readonly manual: readonly Item[];
}

interface Item {
  readonly id: string;
  readonly text: Word;
  readonly who: Word;
  readonly by?: string;
}

const FORM = 'open-info-annual@2021';
const DEADLINES = { department: '01-31', town: '01-31', government: '03-31' } as const;

/** Rules of other reports than those of the 2021 form. */
const OF_OTHER_FORMS: Readonly<Record<string, RuleSetting>> = {
  'accounts-sum': 'off',
  'accounts-suspect-cell': 'off',
  'accounts-table-missing': 'off',
  'accounts-tables-differ': 'off',
  'disclosure-2019-items': 'off',
  'disclosure-2019-order': 'off',
  'procurement-unit': 'off',
};

const COMMON: readonly Item[] = [
  { id: 'column', text: 'column', who: 'who.office', by: '01-31' },
  { id: 'title', text: 'title', who: 'who.handler' },
  { id: 'ledger', text: 'ledger', who: 'who.handler', by: '01-15' },
  { id: 'copies', text: 'copies', who: 'who.handler', by: '01-31' },
  { id: 'words', text: 'words', who: 'who.reviewer' },
];

const TOWN: Template = {
  name: 'town',
  version: '1',
  forms: [FORM],
  // A town has no power to make regulations whatever its county; the rest of its table two is often left empty for 0.
  rules: {
    ...OF_OTHER_FORMS,
    'regulation-no-power': 'error',
    'zero-table2-enforcement-organ': 'off',
    'cells-blank': 'warning',
    'generic-filler': 'warning',
  },
  deadlines: DEADLINES,
  relations: [],
  manual: [
    ...COMMON,
    { id: 'draft', text: 'town.draft', who: 'who.handler', by: '01-20' },
    { id: 'sealed', text: 'sealed', who: 'who.party-office', by: '01-26' },
    { id: 'villages', text: 'villages', who: 'who.handler' },
  ],
};

const DEPARTMENT: Template = {
  name: 'department',
  version: '1',
  forms: [FORM],
  rules: { ...OF_OTHER_FORMS, 'regulation-no-power': 'error', 'text-enforce': 'warning', 'x-jump': 'warning' },
  deadlines: DEADLINES,
  relations: [],
  manual: [
    ...COMMON,
    { id: 'draft', text: 'department.draft', who: 'who.handler', by: '01-20' },
    { id: 'enforcement', text: 'enforcement', who: 'who.legal', by: '01-15' },
    { id: 'fee', text: 'fee', who: 'who.finance', by: '01-15' },
    { id: 'courts', text: 'courts', who: 'who.legal', by: '01-15' },
    { id: 'below', text: 'below', who: 'who.handler' },
  ],
};

const COUNTY: Template = {
  name: 'county',
  version: '1',
  forms: [FORM],
  rules: {
    ...OF_OTHER_FORMS,
    'rollup-less-than-children': 'error',
    'similar-other-org': 'error',
    'section1-missing-item': 'warning',
    'zero-table2-enforcement-organ': 'off',
  },
  deadlines: DEADLINES,
  relations: [],
  manual: [
    { id: 'units', text: 'units', who: 'who.office', by: '01-31' },
    { id: 'late', text: 'late', who: 'who.office', by: '02-05' },
    { id: 'sum', text: 'sum', who: 'who.office', by: '02-10' },
    { id: 'up', text: 'up', who: 'who.office', by: '02-20' },
    { id: 'whole', text: 'whole', who: 'who.reviewer', by: '03-15' },
    { id: 'appraisal', text: 'appraisal', who: 'who.office', by: '03-15' },
    { id: 'public', text: 'public', who: 'who.office', by: '03-31' },
    { id: 'follow', text: 'follow', who: 'who.office', by: '06-21' },
  ],
};

/** What reports are checked with, whatever the language of the screen: the same choice gives the same outcome. */
export const READY: readonly ReadyChecklist[] = written(zhCn);

const ENGLISH: readonly ReadyChecklist[] = written(en);

/** As they are shown, and copied. */
export function readyIn(language: Language): readonly ReadyChecklist[] {
  return language === 'en' ? ENGLISH : READY;
}

function written(words: Readonly<Record<Word, string>>): ReadyChecklist[] {
  return [TOWN, DEPARTMENT, COUNTY].map(({ name, manual, ...rest }) => ({
    id: `ready:${name}`,
    checklist: {
      name: words[name],
      ...rest,
      manual: manual.map(({ id, text, who, by }) => ({
        id,
        text: words[text],
        who: words[who],
        ...(by === undefined ? {} : { by }),
      })),
    },
  }));
}
