import { expect, it } from 'vitest';
import { ownFindingsOf, ownText } from '../../core/exchange/own-finding';
import { reviewsOf, scopesOf, wideSubject } from '../../core/exchange/review';
import type { Opinion } from '../../core/exchange/schema';
import { subjectName, subjectOf } from '../../core/findings/subjects';
import { explain, type Finding, type Outcome, ownAsFinding } from '../../core/index';
import { outcomeOf } from '../support/example';

const cells = { 'applications.granted.individual': 3 };
const outcome: Outcome = outcomeOf({ name: 'wrong', findings: 1, organ: '示例县教育局', cells });
const finding = outcome.findings.find(({ relations }) => relations.length > 0) as Finding;

let counter = 0;
function word(subject: string, over: Partial<Opinion>): Opinion {
  counter += 1;
  return {
    id: `${counter}`,
    finding: subject,
    against: '',
    field: 'status',
    value: 'dismissed',
    author: '王',
    at: '2026-01-20T06:00:00.000Z',
    counter,
    ...over,
  };
}

function dismissed(scope: 'cell' | 'rule', reason = '口径不同'): Opinion[] {
  const { name, against } = wideSubject(scope, finding, outcome, null) ?? { name: '', against: '' };
  return [word(name, { field: 'reason', value: reason, against }), word(name, { against })];
}

const reviewed = (opinions: readonly Opinion[], now = outcome) =>
  reviewsOf(now, opinions, null).get(finding.fingerprint);

it('sets a finding aside with its cells, until their values change', () => {
  expect(reviewed(dismissed('cell'))).toMatchObject({ status: 'dismissed', reason: '口径不同', by: { scope: 'cell' } });
  const later = outcomeOf({
    name: 'later',
    findings: 1,
    organ: '示例县教育局',
    cells: { ...cells, [Object.keys(cells)[0] ?? '']: 4 },
  });
  expect(reviewed(dismissed('cell'), later)).toMatchObject({ status: 'open', lapsed: true, reason: '口径不同' });
  const other = outcomeOf({ name: 'other', findings: 1, organ: '示例县财政局', cells });
  expect([...reviewsOf(other, dismissed('cell'), null).values()].map(({ status }) => status)).toEqual(
    other.findings.map(() => 'open'),
  );
});

it('sets a finding aside with its rule, in all reports', () => {
  const other = outcomeOf({ name: 'other', findings: 1, organ: '示例县财政局', cells });
  const reviews = reviewsOf(other, dismissed('rule'), null);
  const same = other.findings.filter(({ rule }) => rule === finding.rule);
  expect(same.length).toBeGreaterThan(0);
  for (const { fingerprint } of same) expect(reviews.get(fingerprint)).toMatchObject({ status: 'dismissed' });
});

it('nothing is set aside without a reason', () => {
  expect(reviewed(dismissed('rule', ' '))?.status).toBe('open');
});

it('a word on the finding itself beats the wide one; the later one counts where it only left it open', () => {
  const on = finding.fingerprint;
  const wide = dismissed('rule');
  expect(reviewed([...wide, word(on, { value: 'confirmed' })])).toMatchObject({ status: 'confirmed' });
  const before = word(on, { value: 'open' });
  expect(reviewed([before, ...dismissed('rule')])?.status).toBe('dismissed');
  expect(reviewed([...dismissed('rule'), word(on, { value: 'open' })])?.status).toBe('open');
});

it('a wide word that was taken back sets nothing aside', () => {
  const wide = dismissed('cell');
  expect(reviewed([...wide, word(wide[1]?.finding ?? '', { value: 'open' })])?.status).toBe('open');
});

it('names of subjects are told from fingerprints, and back', () => {
  const subjects = [
    { scope: 'cell', organ: '示例"县|,', year: 2024, cells: ['a.b.c', 'd.e.f'] },
    { scope: 'rule', rule: 't4-total', organ: null },
    { scope: 'own', organ: '示例县', year: null, id: '0f' },
    { scope: 'finding', finding: 'a1b2c3d4e5f60718' },
  ] as const;
  for (const subject of subjects) expect(subjectOf(subjectName(subject))).toEqual(subject);
  for (const odd of ['[', '[1]', '["cell"]', '["cell","x",1]', '["own","x",1,2]', 'null'])
    expect(subjectOf(odd)).toEqual({ scope: 'finding', finding: odd });
});

it('a finding of one’s own is kept as a word, read back, and withdrawn by another', () => {
  const fingerprint = subjectName({ scope: 'own', organ: '示例县', year: 2024, id: '1' });
  const own = {
    fingerprint,
    text: '与公报不一致',
    severity: 'warning',
    cell: null,
    quote: '12 件',
    place: null,
  } as const;
  const kept = word(fingerprint, { field: 'own', value: ownText(own) });
  expect(ownFindingsOf([kept])).toEqual([own]);
  expect(explain(ownAsFinding(own), outcome, 'zh-CN').message).toBe('与公报不一致');
  expect(ownFindingsOf([kept, word(fingerprint, { field: 'own', value: '' })])).toEqual([]);
  expect(ownFindingsOf([word(fingerprint, { field: 'own', value: '{' })])).toEqual([]);
});

it('offers the widths that a finding has: none wider for one of a person’s own, no cells without an organ', () => {
  expect(scopesOf(finding, outcome, null)).toEqual(['finding', 'cell', 'rule']);
  expect(scopesOf(finding, { ...outcome, organ: null }, null)).toEqual(['finding', 'rule']);
  expect(scopesOf({ ...finding, suspects: [], cells: [] }, outcome, null)).toEqual(['finding', 'rule']);
  const fingerprint = subjectName({ scope: 'own', organ: '示例县', year: 2024, id: '1' });
  expect(scopesOf({ ...finding, fingerprint }, outcome, null)).toEqual(['finding']);
});
