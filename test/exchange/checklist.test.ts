import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ChecklistFailure, readChecklist, writeChecklist } from '../../core/exchange/checklist';
import { lintChecklist } from '../../core/index';
import { checklistOf } from '../support/example';

const example = readFileSync('test/fixtures/checklists/example.json', 'utf8');

function failureOf(file: unknown): ChecklistFailure {
  const read = readChecklist(typeof file === 'string' ? file : JSON.stringify(file));
  if (read.ok) throw new Error('it was taken');
  return read.error;
}

const file = (checklist: object) => ({ format: 'gouji-checklist', version: 1, checklist });
const small = { name: '清单', version: '1' };

describe('a checklist file', () => {
  it('comes back as it was written', () => {
    const read = readChecklist(example);
    if (!read.ok) throw new Error('the example is refused');
    expect(JSON.parse(writeChecklist(read.value))).toEqual(JSON.parse(example));
    const own = checklistOf(['行政许可 > 0'], {
      deadlines: { department: '01-31', town: '01-31', government: '03-31' },
    });
    expect(readChecklist(writeChecklist(own))).toEqual({ ok: true, value: own });
  });

  it('of the tests has nothing wrong with it', () => {
    const read = readChecklist(example);
    expect(read.ok && lintChecklist(read.value)).toEqual([]);
  });

  it('may leave out what it does not change, and begin with a byte order mark', () => {
    expect(readChecklist(`\ufeff${JSON.stringify(file(small))}`)).toEqual({
      ok: true,
      value: { ...small, forms: [], rules: {}, deadlines: null, relations: [], manual: [] },
    });
  });

  it.each([
    ['no JSON', '{', { code: 'not-json' }],
    ['another file', { format: 'gouji', version: 1, reports: [] }, { code: 'not-a-checklist' }],
    ['a number', 7, { code: 'not-a-checklist' }],
    ['a later version', { ...file(small), version: 3 }, { code: 'other-version' }],
    ['no name', file({ version: '1' }), { code: 'unfit', paths: ['checklist.name'] }],
    ['a slip in a key', file({ ...small, relation: [] }), { code: 'unfit', paths: ['checklist.relation'] }],
    ['a severity of no kind', file({ ...small, rules: { x: 'on' } }), { code: 'unfit', paths: ['checklist.rules.x'] }],
    [
      'a date that is none',
      file({ ...small, deadlines: { department: '13-01', town: '01-31', government: '03-31' } }),
      { code: 'unfit', paths: ['checklist.deadlines.department'] },
    ],
    [
      'an empty text',
      file({ ...small, relations: [{ text: ' ' }] }),
      { code: 'unfit', paths: ['checklist.relations.0.text'] },
    ],
    [
      'too many relations',
      file({ ...small, relations: Array.from({ length: 201 }, () => ({ text: 'a = 1' })) }),
      { code: 'unfit', paths: ['checklist.relations'] },
    ],
  ])('is refused with its place: %s', (_, content, failure) => {
    expect(failureOf(content)).toEqual(failure);
  });
});
