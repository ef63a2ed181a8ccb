/** `npm run sums` as its callers see it. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandLine } from '../support/command-line';

const { folder, file, run } = commandLine('sums');

it('prints one line for each table, in input order, and goes on after a file it cannot read', async () => {
  const inputs = [
    file('quarters.csv', '科目,一季度,二季度,三季度\n合计,"1,234",2020,977\n甲,1000,808,566\n乙,234,1212,411\n'),
    join(folder, 'not-there.csv'),
    file('empty.csv', ''),
    'samples/planted-2024.html',
  ];
  const { stdout, stderr, status } = await run(inputs);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
  expect(lines.map(({ input, table, error }) => [input, table ?? (error as { code: string }).code])).toEqual([
    [inputs[0], 0],
    [inputs[1], 'unreadable'],
    [inputs[2], 'empty'],
    [inputs[3], 0],
    [inputs[3], 1],
    [inputs[3], 2],
    [inputs[3], 3],
  ]);
  expect(lines[0]?.['sums']).toMatchObject([
    {
      total: [1, 1],
      parts: [
        [2, 1],
        [3, 1],
      ],
      holds: true,
      difference: 0,
    },
    {
      total: [1, 2],
      parts: [
        [2, 2],
        [3, 2],
      ],
      holds: true,
      difference: 0,
    },
    {
      total: [1, 3],
      parts: [
        [2, 3],
        [3, 3],
      ],
      holds: true,
      difference: 0,
    },
  ]);
  expect(status).toBe(2);
  expect(stderr).toBe('');
});

it('does not pass over a table that is too large, nor what the reader leaves out', async () => {
  const huge = file('huge.csv', `${'1,2,3,4,5,6,7,8,9,10\n'.repeat(45_000)}`);
  const { stdout, status } = await run([huge]);
  expect(JSON.parse(stdout)).toMatchObject({ table: 0, sums: [], error: { code: 'table-too-large' } });
  expect(status).toBe(2);
  const frame = file('frame.html', '<table><tr><td>1</td></tr></table><iframe src="a.html"></iframe>');
  expect((await run([frame])).stderr).toContain('内嵌框架');
});

it('says how to use it when it is given nothing', async () => {
  const { stdout, stderr, status } = await run([]);
  expect([stdout, status]).toEqual(['', 2]);
  expect(stderr).toContain('npm run --silent sums');
});
