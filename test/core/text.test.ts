import { expect, it } from 'vitest';
import { foldWidth, plainText, simplify, withoutSpace } from '../../core/document/text';

it('folds, simplifies and takes white space out in one pass, as one after another would', () => {
  const differing: number[] = [];
  for (let code = 0; code <= 0xffff; code++) {
    const text = `甲${String.fromCharCode(code)}乙`;
    if (plainText(text) !== simplify(withoutSpace(foldWidth(text)))) differing.push(code);
  }
  expect(differing).toEqual([]);
  expect(plainText('　（一）２０２４年 政府规範\u200b公開，⾏政')).toBe('(一)2024年政府规范公开,行政');
});
