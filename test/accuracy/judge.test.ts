/** What is counted as right of a finding, and what is not. */
import { describe, expect, it } from 'vitest';
import type { Spoken } from '../support/generate/phrases';
import { type Sample, sampleOf } from '../support/generate/report';
import { totalOf } from '../support/generate/truth';
import { judge, type Verdict } from './judge';
import { type Layout, layouts } from './layouts';

const layout = (name: string): Layout => {
  const found = layouts.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no layout ${name}`);
  return found;
};
const first = layout(layouts[0]?.name ?? '');

/** A report with requests, read in the form’s own layout. */
const sample = ((): Sample => {
  for (let at = 0; at < 100; at++) {
    const each = sampleOf(`judge/${at}`);
    if (totalOf(each.truth, 'received') > 20 && totalOf(each.truth, 'carriedIn') > 2) return each;
  }
  throw new Error('no sample');
})();

const spoken = (received: number, carriedIn: number): Spoken => ({
  pattern: 'N1',
  text: `本年新收政府信息公开申请${received}件，上年结转${carriedIn}件`,
  uses: [],
});
const received = totalOf(sample.truth, 'received');
const carriedIn = totalOf(sample.truth, 'carriedIn');

function verdictOf(said: Spoken, honest?: Spoken): Verdict {
  const planting = {
    planted: { slot: 'received' as const, spoken: said },
    ...(honest === undefined ? {} : { honest }),
  };
  return judge(sample, planting, first, {});
}

describe('a finding', () => {
  it('of the number that was planted is right', () => {
    const { found, findings, right } = verdictOf(spoken(received + 100, carriedIn), spoken(received, carriedIn));
    expect({ found, wrong: findings - right }).toEqual({ found: true, wrong: 0 });
  });

  it('of another number of the planted sentence is wrong', () => {
    const { found, findings, right } = verdictOf(
      spoken(received, carriedIn + 50),
      spoken(received - 1, carriedIn + 50),
    );
    expect(findings).toBeGreaterThan(0);
    expect({ found, right }).toEqual({ found: false, right: 0 });
  });

  it('of a true sentence is none', () => {
    expect(verdictOf(spoken(received, carriedIn)).findings).toBe(0);
  });
});
