/** What county offices write: found as it is wrong, silent as it is right. */
import { describe, expect, it } from 'vitest';
import { COUNTY, COUNTY_AGAIN, COUNTY_NONE } from './county-phrasings';
import { proseFindings, type World } from './worlds';

const PLANTED = /\{([^|}]*)\|([^}]*)\}/g;

const said = (world: World, text: string, section: number): string[] =>
  proseFindings(world, text, section).map(({ rule }) => rule);

const cases = [
  ...[...COUNTY, ...COUNTY_AGAIN].map((marked) => {
    const line = marked.replace(/^§\d /, '');
    const section = Number(/^§(\d)/.exec(marked)?.[1] ?? 1);
    return {
      line,
      right: said('full', line.replace(PLANTED, '$1'), section),
      wrong: said('full', line.replace(PLANTED, '$2'), section),
    };
  }),
  ...COUNTY_NONE.map(({ text, section, silent }) => ({
    line: text,
    right: said(silent, text, section),
    wrong: said('full', text, section),
  })),
];

/** Lines known to be missed, each with the reason. */
const MISSED: readonly string[] = [
  // A counter is one way among others.
  '一年来，我局政府信息公开申请受理窗口共登记申请{42|47}件。',
  // Some may have been decided in time.
  '截至年底，已答复40件，余{5|8}件在法定期限内办理。',
  // What the brackets take in is not read.
  '予以公开（含部分公开）的共{23|32}件。',
  // One person may ask twice.
  '自然人{37|36}人次提出申请，法人和其他组织提出申请5件。',
];

describe('what county offices write', () => {
  it('is silent as it is right', () => {
    expect(cases.filter(({ right }) => right.length > 0).map(({ line, right }) => [line, right])).toEqual([]);
  });

  it('is found as it is wrong', () => {
    expect(cases.filter(({ wrong }) => wrong.length === 0).map(({ line }) => line)).toEqual(MISSED);
  });
});
