import { expect, test } from 'vitest';
import { check } from '../../core/index';
import { ask } from '../../extension/messages';
import { pageCallOf } from '../../extension/page/page-calls';
import { pageReplies } from '../../extension/panel/page-replies';
import { tabStateSchema } from '../../extension/tab-state';

const document = { format: 'page', title: null, address: null, blocks: [], omissions: [] } as const;
const report = {
  document,
  outcome: check(document),
  anchors: {},
  marksShown: true,
  beside: null,
  picked: null,
  closedFrames: [],
};

test('an answer that was agreed on comes through whole', async () => {
  const answer = await ask(async () => JSON.parse(JSON.stringify({ ok: true, value: report })), pageReplies.report);
  expect(answer).toEqual({ ok: true, value: report });
});

test('an answer out of shape is a failure with its place, not a value', async () => {
  const broken = { ...report, outcome: { ...report.outcome, findings: 'none' } };
  const answer = await ask(async () => ({ ok: true, value: broken }), pageReplies.report);
  expect(answer).toMatchObject({ ok: false, error: { code: 'ill-formed' } });
  expect(await ask(async () => 'yes', pageReplies.marks)).toMatchObject({ ok: false, error: { code: 'ill-formed' } });
});

test('a closed channel and a refusal are told apart', async () => {
  const gone = ask(() => Promise.reject(new Error('Receiving end does not exist.')), pageReplies.marks);
  expect(await gone).toEqual({ ok: false, error: { code: 'gone', reason: 'Receiving end does not exist.' } });
  const silent = ask(async () => undefined, pageReplies.marks);
  expect(await silent).toMatchObject({ ok: false, error: { code: 'gone' } });
  const refused = ask(async () => ({ ok: false, error: 'no' }), pageReplies.marks);
  expect(await refused).toEqual({ ok: false, error: { code: 'refused', reason: 'no' } });
});

test('unknown calls and states are not let in', () => {
  const strange = [{ type: 'run', code: 'alert(1)' }, { type: 'show-cell' }, { type: 'toString' }, 'report', null];
  expect(strange.map(pageCallOf)).toEqual(strange.map(() => null));
  expect(pageCallOf({ type: 'show-cell', cell: 'a' })).toEqual({ type: 'show-cell', cell: 'a' });
  expect(tabStateSchema.safeParse({ phase: 'checked' }).success).toBe(false);
  expect(tabStateSchema.safeParse({ phase: 'refused', at: 1, why: 'because', reason: '' }).success).toBe(false);
});
