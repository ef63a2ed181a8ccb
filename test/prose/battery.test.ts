/** How many planted contradictions are found and how many true sentences stay silent, pattern by pattern. */
import { describe, expect, it } from 'vitest';
import { LATER } from './later-phrasings';
import { PHRASINGS } from './phrasings';
import { proseFindings, type World } from './worlds';

const RECALL = 0.95;
const PRECISION = 0.98;

interface Tried {
  readonly text: string;
  readonly section: number;
  readonly world: World;
  readonly wrong: boolean;
}

const PLANTED = /\{([^|}]*)\|([^}]*)\}/g;

const tried = [...PHRASINGS, ...LATER].flatMap(
  ({ pattern, section, lines, heldOut, silent = 'full', found = 'full' }) =>
    [...lines, ...heldOut].flatMap((marked): (Tried & { readonly pattern: string })[] => {
      const line = marked.replace(/^§\d /, '');
      const own = Number(/^§(\d)/.exec(marked)?.[1] ?? section);
      const numbered = line.includes('{');
      const right = { text: line.replace(PLANTED, '$1'), world: numbered ? 'full' : silent, wrong: false } as const;
      const wrong = { text: line.replace(PLANTED, '$2'), world: numbered ? 'full' : found, wrong: true } as const;
      return [right, wrong].map((each) => ({ ...each, pattern, section: own }));
    }),
);

const results = tried.map((each) => ({
  ...each,
  spoken: proseFindings(each.world, each.text, each.section).length > 0,
}));

function rates(own: typeof results): { readonly recall: number; readonly precision: number } {
  const count = (wrong: boolean, spoken: boolean): number =>
    own.filter((each) => each.wrong === wrong && each.spoken === spoken).length;
  const hits = count(true, true);
  return { recall: hits / (hits + count(true, false)), precision: hits / (hits + count(false, true)) };
}

/** Lines known to be missed, each with the reason. */
const MISSED: readonly string[] = [
  // Two clauses away from what is counted.
  '全年收到政府信息公开申请42件，申请人主要为自然人，共31件。',
  // 有 alone may be said of some of them only.
  '（二）依申请公开情况。我局依申请公开渠道保持畅通，2024年共有52件政府信息公开申请登记在册。',
  // 累计 without 全年 may take in earlier years.
  '累计答复群众政府信息公开申请50件。',
  // Documents of others are published too.
  '全年新发布规范性文件4件，同步发布解读材料。',
  // 公开率 is said of many things.
  '全年办结政府信息公开申请40件，予以公开率60%。',
];

it('no true sentence is found wrong', () => {
  expect(results.filter((each) => !each.wrong && each.spoken).map(({ text }) => text)).toEqual([]);
});

it('what is missed is known', () => {
  expect(results.filter((each) => each.wrong && !each.spoken).map(({ text }) => text)).toEqual(MISSED);
});

it('at least ten phrasings of each of the seventeen patterns', () => {
  expect(PHRASINGS.length).toBe(17);
  expect(PHRASINGS.filter(({ lines, heldOut }) => lines.length + heldOut.length < 10)).toEqual([]);
});

describe.each(PHRASINGS.map(({ pattern }) => pattern))('%s', (pattern) => {
  const [id = ''] = pattern.split(' ');
  const own = rates(results.filter((each) => each.pattern.startsWith(`${id} `)));
  it('is precise', () => {
    expect(own.precision).toBeGreaterThanOrEqual(PRECISION);
  });
  it('is found', () => {
    expect(own.recall).toBeGreaterThanOrEqual(RECALL);
  });
});

it('all patterns together', () => {
  const all = rates(results);
  expect(all.recall).toBeGreaterThanOrEqual(RECALL);
  expect(all.precision).toBeGreaterThanOrEqual(PRECISION);
});
