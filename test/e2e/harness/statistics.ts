/** A statistical table of no known form, right or with one figure misprinted. */
import { readFileSync } from 'node:fs';

const ROWS = [
  ['甲镇', 1021, 511, 302],
  ['乙镇', 919, 1952, 417],
  ['丙镇', 613, 351, 228],
  ['丁乡', 427, 864, 193],
  ['戊乡', 388, 279, 156],
  ['己乡', 745, 602, 331],
] as const;

export interface Statistics {
  readonly year?: number;
  /** Added to 农村 of 乙镇, which is 1952. */
  readonly wrong?: number;
}

export function statisticsPage({ year = 2023, wrong = 0 }: Statistics = {}): string {
  const sum = (column: 1 | 2 | 3): number => ROWS.reduce((all, row) => all + row[column], 0);
  const line = (name: string, cells: readonly number[], total: number): string =>
    `<tr><th>${name}</th><td>${total}</td>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const body = ROWS.map(([name, a, b, c]) => line(name, [a, name === '乙镇' ? b + wrong : b, c], a + b + c));
  const totals = [sum(1), sum(2), sum(3)];
  const all = totals.reduce((grand, each) => grand + each, 0);
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>示例县${year}年统计公报</title>
<style>body { font: 15px sans-serif; margin: 24px } table { border-collapse: collapse } td, th { border: 1px solid #888; padding: 6px 14px; text-align: right }</style>
<h1>示例县${year}年国民经济和社会发展统计公报</h1><p>年末全县户数如下。</p><p>各乡镇户数</p>
<table><tr><th>乡镇</th><th>${year}年合计</th><th>城镇</th><th>农村</th><th>其他</th></tr>${body.join('')}
${line('合计', totals, all)}</table></html>`;
}

/** Another page with that table at its end. */
export function withStatistics(page: string, statistics: Statistics): string {
  const own = statisticsPage(statistics);
  return page.replace('</body>', `${own.slice(own.indexOf('<table'), own.indexOf('</html>'))}</body>`);
}

/** A report of a known form with that table and its caption in it. */
export function reportWithStatistics(statistics: Statistics): string {
  const report = readFileSync('samples/planted-2024.html', 'utf8');
  const table = statisticsPage(statistics);
  return report.replace('</body>', `${table.slice(table.indexOf('<p>各乡镇'), table.indexOf('</html>'))}</body>`);
}
