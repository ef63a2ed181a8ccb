import { expect, it } from 'vitest';
import { check } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { badgeOf } from '../../extension/background/badge';
import { sampleText } from '../pwa/sample';

const outcomeOf = (change: (html: string) => string = (html) => html) =>
  check(readHtml(change(sampleText('planted-2024.html'))));
const planted = outcomeOf();

it('counts errors, else warnings', () => {
  expect(badgeOf(planted)).toEqual({ text: '4', colour: '#b3261e' });
  const warnings = planted.findings.slice(0, 2).map((finding) => ({ ...finding, severity: 'warning' as const }));
  expect(badgeOf({ ...planted, findings: warnings })).toEqual({ text: '2', colour: '#8a5a00' });
  const many = Array.from({ length: 1200 }, () => planted.findings[0]).flatMap((each) => each ?? []);
  expect(badgeOf({ ...planted, findings: many }).text).toBe('999+');
});

it('has a tick only for a page that was read in whole', () => {
  expect(badgeOf({ status: 'checked', findings: [] }).text).toBe('✓');
  for (const status of ['partial', 'blank-form', 'unrecognised'] as const)
    expect(badgeOf({ status, findings: [] }).text).toBe('?');
});
