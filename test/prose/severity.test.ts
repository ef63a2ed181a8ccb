/** Errors rest on plain words of own scope and year alone; what may mean something else is a warning at most. */
import { describe, expect, it } from 'vitest';
import { proseFindings } from './worlds';

const severities = (text: string, section = 1): string[] =>
  proseFindings('full', text, section).map(({ severity }) => severity);

describe('severity', () => {
  it.each([
    ['本年度未收到政府信息公开申请。', 1],
    ['2024年未发生因政府信息公开引起的行政复议、行政诉讼。', 4],
    ['无结转下年度继续办理的政府信息公开申请。', 1],
    ['全年无行政事业性收费。', 1],
  ] as const)('error: %s', (text, section) => {
    expect(severities(text, section)).toEqual(['error']);
  });

  it.each([
    '2023年未收到政府信息公开申请。',
    '全年未实施行政强制。',
    '2024年度未制定行政规范性文件。',
    '收到政府信息公开申请42件，无结转。',
    '全年共收到政府信息公开申请24件。',
    '收到的政府信息公开申请已全部办结。',
    '收到政府信息公开申请0件。',
  ])('warning: %s', (text) => {
    expect(severities(text)).toEqual(['warning']);
  });
});
