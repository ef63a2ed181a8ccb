import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atLeast, percentOf, shareOf, sketchOf } from '../../core/document/shingles';
import { check } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import { textLikenesses } from '../../core/rules/alike';
import type { ExampleReport } from '../../core/rules/rule';
import { ownText } from '../support/own-text';
import { formOf, renderPage } from '../support/render';

describe('shareOf', () => {
  const share = (a: string, b: string, size = 288): number => percentOf(shareOf(sketchOf(a, size), sketchOf(b, size)));
  const long = ownText(1, 60);

  it('is all for the same text, and next to nothing for another', () => {
    expect(share(long, long)).toBe(100);
    expect(share(long, ownText(2, 60))).toBeLessThanOrEqual(3);
    expect(share('', '')).toBe(0);
    expect(share(long, '')).toBe(0);
  });

  it('is exact for short texts', () => {
    // 33 runs and 17, of which the shorter has all.
    const text = '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒';
    expect(shareOf(sketchOf(text, 288), sketchOf(text.slice(0, 24), 288))).toEqual({ same: 17 * 50, of: 50 * 33 });
  });

  it.each([
    [0, 100, 100],
    [10, 85, 93],
    [50, 40, 60],
  ])('comes near the truth where %i %% of a long text are new', (percent, low, high) => {
    const kept = Math.floor((long.length * (100 - percent)) / 100);
    const edited = long.slice(0, kept) + ownText(3, 60).slice(0, long.length - kept);
    expect(share(long, edited)).toBeGreaterThanOrEqual(low);
    expect(share(long, edited)).toBeLessThanOrEqual(high);
  });

  it('counts a text inside a longer one no higher than their lengths allow', () => {
    expect(share(long, long + ownText(4, 60))).toBeLessThan(60);
  });

  it('counts a run once, however often it stands there', () => {
    expect(sketchOf('甲乙丙丁戊己庚辛壬癸'.repeat(5), 288).runs).toBe(10);
  });

  it('compares sketches of two sizes as far as the smaller reaches', () => {
    expect(percentOf(shareOf(sketchOf(long, 32), sketchOf(long, 288)))).toBe(100);
  });

  it('decides by whole numbers', () => {
    expect(atLeast({ same: 9, of: 10 }, 90)).toBe(true);
    expect(atLeast({ same: 8999, of: 10000 }, 90)).toBe(false);
    expect(percentOf({ same: 8999, of: 10000 })).toBe(89);
  });
});

function sketch(report: ExampleReport) {
  const found = check(readHtml(renderPage({ ...report, form: formOf('2021') }))).sketch;
  if (found === undefined) throw new Error('no sketch');
  return found;
}

const compared = (a: ExampleReport, b: ExampleReport) => textLikenesses(sketch(a), sketch(b));

describe('the texts of two reports', () => {
  // The organ, a year and a number in each sentence: nothing but these differs.
  const told = (text: string, organ: string, year: number): string =>
    text.replaceAll('。', `，${organ}${year}年我局办理${year - 2000}件。`);
  const prose = (seed: number, year: number, organ = '示例县教育局') => ({
    organ,
    year,
    prose: {
      1: [told(ownText(seed, 20), organ, year), `本报告统计期限自${year}年1月1日起至${year}年12月31日止。`],
      5: [told(ownText(seed + 100, 8), organ, year)],
    },
  });

  it('are the same where only year, numbers and the organ’s name differ', () => {
    const found = compared(prose(1, 2024), prose(1, 2023, '示例县财政局'));
    expect(found.map(({ part, same }) => [part, same])).toEqual([
      ['overview', true],
      ['problems', true],
    ]);
  });

  it('are not alike where half was written anew', () => {
    const half = {
      ...prose(1, 2023),
      prose: { 1: [ownText(1, 10), ownText(9, 10)], 5: [ownText(101, 4), ownText(109, 4)] },
    };
    expect(compared(prose(1, 2024), half)).toEqual([]);
  });

  it('are not alike where they have nothing in common', () => {
    expect(compared(prose(1, 2024), prose(2, 2023))).toEqual([]);
  });

  it('are not compared where they hold little but what all reports have', () => {
    const small = (year: number): ExampleReport => ({
      year,
      prose: {
        1: [
          `根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号要求，编制本报告。`,
          '（一）主动公开情况。',
          `${year}年，本机关通过政府网站公开信息12条。`,
          '（二）依申请公开情况。本年度未收到政府信息公开申请。',
          `统计期限为${year}年1月1日至${year}年12月31日。联系地址：示例路1号，电话：000-0000000。`,
        ],
        5: ['存在信息更新不够及时的问题，下一步将加强培训。'],
      },
    });
    expect(compared(small(2024), small(2023))).toEqual([]);
  });

  it('keep a sketch below 2 kB, also of a text of any length', () => {
    const long = sketch({ prose: { 1: [ownText(1, 2000)], 5: [ownText(2, 2000)] } });
    expect(JSON.stringify(long).length).toBeLessThan(2048);
    expect(JSON.parse(JSON.stringify(long))).toEqual(long);
  });

  it('are not alike for two organs that both wrote their own', () => {
    const township = check(readText(readFileSync('samples/liaozi-township-2024.txt', 'utf8'))).sketch;
    const bureau = check(readHtml(readFileSync('samples/shuyang-development-bureau-2023.html', 'utf8'))).sketch;
    if (township === undefined || bureau === undefined) throw new Error('no sketch');
    expect(township.overview.runs).toBeGreaterThan(400);
    expect(textLikenesses(township, bureau)).toEqual([]);
    expect(textLikenesses(township, township).map(({ percent }) => percent)).toEqual([100, 100]);
    expect(percentOf(shareOf(township.overview, bureau.overview))).toBeLessThan(10);
  });
});
