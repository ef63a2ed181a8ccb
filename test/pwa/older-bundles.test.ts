/**
 * What an older program hands over, by file or by message, is taken by this one: its outcomes are not believed, so they need
 * not look like ours. One entry for each change of their shape; whoever changes it again adds what it was before.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { handoverSchema } from '../../core/exchange/handover';
import { recheckBundle } from '../../core/exchange/recheck';
import { exchangeWithApp } from '../../extension/background/exchange';
import { version } from '../../package.json';
import { allOpinions, database, loadReport, mergeBundle, readBundle } from '../../pwa/db/index';
import { opinion, saved } from './sample';

const planted = saved('planted-2024.html');
const now = { ...planted, checkedBy: version };

function without(value: object, ...names: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

const { outcome } = planted;
const first = {
  ...without(outcome, 'further', 'sketch', 'other', 'checklist'),
  findings: outcome.findings.map((finding) => without(finding, 'operations', 'favoured')),
};
const OLDER: readonly (readonly [string, object])[] = [
  ['before further tables of a kind were named', first],
  ['before slips had names', { ...first, further: [] }],
  ['before there were sketches', without(outcome, 'sketch')],
  ['of a later program', { ...outcome, status: 'weighed', findings: [{ rule: 'y' }] }],
];

beforeEach(() => database.delete().then(() => database.open()));

describe.each(OLDER)('a bundle from %s', (_, older) => {
  const bundle = {
    ...{ format: 'gouji', version: 1 },
    reports: [{ ...planted, outcome: older }],
    opinions: [opinion()],
  };
  const text = JSON.stringify(bundle);

  it('comes in by file, checked by this program', async () => {
    const read = readBundle(text);
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.unreadable).toBe(0);
    expect((await mergeBundle(recheckBundle(read.value.bundle, version))).ok).toBe(true);
    expect(await loadReport(planted.id)).toEqual(now);
    expect((await allOpinions()).opinions).toEqual([opinion()]);
  });

  it('comes in by message, all at once as by the first program, and is answered', async () => {
    const message = { type: 'gouji:exchange', version: 1, transfer: 't', bundle: JSON.parse(text) };
    const { reply, exchanged } = await exchangeWithApp(message);
    expect(exchanged?.received.reports).toEqual({ added: 1, known: 0 });
    expect(await loadReport(planted.id)).toEqual(now);
    expect(reply).toMatchObject({ type: 'gouji:exchanged', bundle: { reports: [{ id: planted.id }] } });
    // The answer of such a program to ours, which asked in steps.
    expect(handoverSchema.safeParse({ ...message, type: 'gouji:exchanged' }).success).toBe(true);
  });
});
