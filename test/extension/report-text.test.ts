// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../core/index';
import { readPage } from '../../core/read/dom';
import { reportText } from '../../extension/panel/report-text';

test('the copied text names the report, its coverage, each finding and its sums', () => {
  window.document.documentElement.innerHTML = readFileSync(
    join(import.meta.dirname, '../../samples/planted-2024.html'),
    'utf8',
  );
  const { document } = readPage(window.document);
  const text = reportText({ document, outcome: check(document) }, 'zh-CN');
  expect(text).toContain('示例县人民政府 2024（2021 年格式）');
  expect(text).toContain('已读单元格 200/200');
  expect(text).toMatch(/\n\n1\. \[错误\] /);
  expect(text).toContain('12＋1＋0＋0＋0＋0＝13');
  expect(text).toContain('差 9');
  expect(text.split('\n').filter((line) => /^\d\. /.test(line))).toHaveLength(4);
});
