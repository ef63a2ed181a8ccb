/** What stands in for two functions of the language on the way of every report gives what they give. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { gather } from '../../core/document/gather';
import { matchesOf } from '../../core/document/matches';

it('gathers as flatMap does', () => {
  const list = [1, 2, 3, 4];
  const each = (item: number, at: number): number | (number | number[])[] =>
    item % 2 === 0 ? [] : item === 1 ? item : [item, at, [item]];
  expect(gather(list, each)).toEqual(list.flatMap(each));
  expect(gather([], each)).toEqual([]);
});

it.each([
  ['2023年、2024年', /20\d\d/g],
  ['一。二;三', /[。;]|$/g],
  ['', /x*/g],
  ['axbxx', /x*/g],
  ['没有', /20\d\d/g],
])('matches in %j as matchAll does, again and again', (text, pattern) => {
  const expected = [...text.matchAll(pattern)].map((match) => [match.index, ...match]);
  for (let time = 0; time < 2; time++)
    expect(matchesOf(text, pattern).map((match) => [match.index, ...match])).toEqual(expected);
});

it('is what every report goes through', () => {
  const folders = ['document', 'grid', 'forms', 'statements', 'rules', 'locate', 'findings'];
  const files = folders.flatMap((folder) => readdirSync(`core/${folder}`).map((file) => `core/${folder}/${file}`));
  const code = (file: string): string => readFileSync(file, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
  expect(files.filter((file) => /\.(?:flatMap|matchAll)\(/.test(code(file)))).toEqual([]);
});
