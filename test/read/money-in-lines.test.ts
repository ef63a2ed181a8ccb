/** A line of plain text whose last number has a unit: 政府集中采购 17 618092元. */
import { expect, it } from 'vitest';
import { check } from '../../core/index';
import { layouts, readAs } from '../accuracy/layouts';
import { printed, sampleOf } from '../support/generate/report';

it('is read, number by number', () => {
  const layout = layouts.find(({ name }) => name === 'words and numbers between spaces');
  if (layout === undefined) throw new Error('no such layout');
  const counts = Array.from({ length: 40 }, (_, at) => {
    const sample = sampleOf(`money/${at}`);
    const { cells } = check(readAs(layout, printed({ ...sample, dress: { ...sample.dress, zero: '0' } }))).coverage;
    return [cells.read, cells.expected];
  });
  expect(counts.filter(([read, expected]) => read !== expected)).toEqual([]);
});
