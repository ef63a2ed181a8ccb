import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Evidence, readManifest, seal, verify } from '../../core/exchange/evidence';
import { evidenceEntries, evidenceIn } from '../../core/exchange/evidence-file';
import { sampleEvidence } from '../support/evidence';

const evidence = sampleEvidence();
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

function changed(name: string, change: (bytes: Uint8Array) => Uint8Array | null): Evidence {
  const parts = new Map(evidence.parts);
  const bytes = change(parts.get(name)?.slice() ?? new Uint8Array());
  if (bytes === null) parts.delete(name);
  else parts.set(name, bytes);
  return { ...evidence, parts };
}

describe('the seal', () => {
  it('is the SHA-256 of the manifest, which holds that of each part: any program can follow it', () => {
    const hash = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
    expect(hash(evidence.text)).toBe(evidence.id);
    for (const part of evidence.manifest.parts) {
      const bytes = evidence.parts.get(part.name) ?? new Uint8Array();
      expect([part.sha256, part.size]).toEqual([hash(bytes), bytes.length]);
    }
    expect(verify(evidence)).toMatchObject({ manifest: 'verified', extra: [], whole: true });
  });

  it('is the same for the same content, in whatever order its keys came', () => {
    expect(sampleEvidence()).toEqual(evidence);
    expect(canonicalJson({ b: [1, { d: null, c: '表' }], a: undefined, A: true })).toBe(
      '{"A":true,"b":[1,{"c":"表","d":null}]}',
    );
  });

  it.each([
    ['one byte differs', (bytes: Uint8Array) => bytes.with(3, bytes[3] === 0 ? 1 : 0), 'altered'],
    ['a byte is cut off', (bytes: Uint8Array) => bytes.subarray(0, -1), 'altered'],
    ['it is gone', () => null, 'absent'],
  ] as const)('says which part is wrong where %s', (_what, change, state) => {
    const result = verify(changed('table-1.txt', change));
    expect(result.whole).toBe(false);
    expect(result.parts.filter((each) => each.state !== 'verified').map(({ part }) => part.name)).toEqual([
      'table-1.txt',
    ]);
    expect(result.parts.find(({ part }) => part.name === 'table-1.txt')?.state).toBe(state);
  });

  it('does not take a manifest whose hashes were made to fit', () => {
    const forged = seal({
      ...evidence.manifest,
      parts: evidence.manifest.parts.map((part) => ({ ...part, bytes: new Uint8Array([1]) })),
    });
    expect(verify({ ...forged, id: evidence.id })).toMatchObject({ manifest: 'altered', whole: false });
  });

  it('names what was laid beside the parts', () => {
    expect(verify(changed('more.txt', () => new Uint8Array([1])))).toMatchObject({
      extra: ['more.txt'],
      whole: false,
    });
  });
});

describe('a manifest', () => {
  it('is told from other texts, and from one of a later version', () => {
    expect(readManifest(evidence.text)).toEqual({ ok: true, value: evidence.manifest });
    for (const text of ['', '{}', 'null', '[1]', '{"format":"gouji-evidence"}'])
      expect(readManifest(text)).toEqual({ ok: false, error: 'not-a-manifest' });
    expect(readManifest('{"format":"gouji-evidence","version":2}')).toEqual({ ok: false, error: 'newer' });
  });

  it.each(['../evil', 'a/b', 'A.txt', '', '.hidden'])('does not name a part “%s”', (name) => {
    const text = evidence.text.replace('"name":"table-1.txt"', `"name":${JSON.stringify(name)}`);
    expect(readManifest(text).ok).toBe(false);
  });
});

describe('in a file', () => {
  it('comes back as it went in, and any SHA-256 program agrees with the names of its folders', () => {
    const entries = evidenceEntries([evidence]);
    expect(evidenceIn(entries, decode)).toEqual({ evidence: [evidence], unreadable: [] });
    const manifest = entries.get(`evidence/${evidence.id}/manifest.json`) ?? new Uint8Array();
    expect(createHash('sha256').update(manifest).digest('hex')).toBe(evidence.id);
  });

  it('tells folders that hold no manifest it knows', () => {
    const entries = new Map(evidenceEntries([evidence]));
    entries.set(`evidence/${evidence.id}/manifest.json`, new TextEncoder().encode('{}'));
    entries.set(`evidence/${'0'.repeat(64)}/page.html`, new Uint8Array([1]));
    entries.set('gouji.json', new Uint8Array());
    expect(evidenceIn(entries, decode)).toEqual({
      evidence: [],
      unreadable: [
        { id: evidence.id, reason: 'not-a-manifest' },
        { id: '0'.repeat(64), reason: 'absent' },
      ],
    });
  });

  it('notices a manifest that only looks the same', () => {
    const entries = new Map(evidenceEntries([evidence]));
    entries.set(`evidence/${evidence.id}/manifest.json`, new TextEncoder().encode(`${evidence.text} `));
    const read = evidenceIn(entries, decode).evidence[0];
    expect(read && verify(read).manifest).toBe('altered');
  });
});
