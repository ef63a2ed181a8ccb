import { describe, expect, it } from 'vitest';
import { likenessOf, namesOf } from '../../core/document/organ-name';

describe('likenessOf', () => {
  it.each([
    ['示例县教育局', '示例县教育局'],
    ['示例县人民政府办公室', '示例县政府办公室'],
    ['示例县人民政府办公室', '示例县政府办'],
    ['示例县財政局', '示例县财政局'],
    ['示例县 财政局', '示例县财政局'],
    ['示例区解放街道办事处', '示例区解放街道'],
    ['示例县发展和改革委员会', '示例县发展改革委'],
  ])('%s is %s', (a, b) => {
    expect(likenessOf(a, b)).toBe('equal');
    expect(likenessOf(b, a)).toBe('equal');
  });

  it.each([
    ['示例省示例市示例县教育局', '示例县教育局'],
    ['示例市示例县蓼子乡人民政府', '蓼子乡人民政府'],
    ['示例市示例县蓼子乡人民政府', '示例县蓼子乡人民政府'],
    ['示例自治区示例市人民政府', '示例市人民政府'],
  ])('%s may be called %s', (a, b) => {
    expect(likenessOf(a, b)).toBe('shorter');
    expect(likenessOf(b, a)).toBe('shorter');
  });

  it.each([
    ['示例县教育局', '示例县财政局'],
    ['示例县教育局', '教育局'],
    ['示例县人民政府', '示例县人民政府办公室'],
    ['示例市人民政府', '示例市示例区人民政府'],
    ['甲市鼓楼区人民政府', '乙市鼓楼区人民政府'],
    ['示例省甲市鼓楼区人民政府', '乙市鼓楼区人民政府'],
    ['示例县住房和城乡建设局', '住房和城乡建设局'],
    ['示例县城市管理局', '城市管理局'],
    ['示例市经济技术开发区管委会', '经济技术开发区管委会'],
  ])('%s is not %s', (a, b) => {
    expect(likenessOf(a, b)).toBeNull();
  });

  it('says nothing of a name that is not known', () => {
    expect(likenessOf(null, '示例县教育局')).toBeNull();
    expect(likenessOf(null, null)).toBeNull();
  });
});

it('knows what a text calls its organ', () => {
  expect(namesOf('示例市示例县蓼子乡人民政府')).toEqual([
    '示例市示例县蓼子乡人民政府',
    '蓼子乡人民政府',
    '人民政府',
    '蓼子乡',
    '示例市',
    '示例县',
  ]);
});
