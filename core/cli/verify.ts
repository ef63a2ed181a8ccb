/** `--verify`: whether the evidence in .gouji files is what was sealed, part by part. */
import { readFile, stat } from 'node:fs/promises';
import { type Evidence, type PartState, verify } from '../exchange/evidence';
import { type EvidenceFile, evidenceIn, type UnreadableEvidence } from '../exchange/evidence-file';
import { failed, ok, type Result } from '../index';
import { openZip } from '../read/zip';

const MAX_FILE = 1024 * 1024 * 1024;
const MAX_UNPACKED = 1024 * 1024 * 1024;

/** As of a check: `altered` where something is not what was sealed, `unread` where there is nothing to verify. */
export const VERIFIED = { whole: 0, altered: 1, unread: 2 } as const;

const STATES: Readonly<Record<PartState, string>> = { verified: '一致', altered: '已改动', absent: '缺失' };
const UNREADABLE: Readonly<Record<UnreadableEvidence['reason'], string>> = {
  'not-a-manifest': '清单读不出',
  newer: '清单由更新版本的勾稽写入，请更新程序',
  absent: '没有清单',
};

export interface VerifiedFile {
  readonly text: string;
  readonly exit: number;
}

export async function verifyFile(path: string): Promise<VerifiedFile> {
  const read = await evidenceOf(path);
  if (!read.ok) return { text: `${path}\n  ${read.error}\n`, exit: VERIFIED.unread };
  const { evidence, unreadable } = read.value;
  if (evidence.length + unreadable.length === 0)
    return { text: `${path}\n  文件里没有证据。\n`, exit: VERIFIED.unread };
  const found = evidence.map(verifiedText);
  const lost = unreadable.map(({ id, reason }) => `  证据 ${id}\n    不能校验：${UNREADABLE[reason]}`);
  const exit = found.some(({ whole }) => !whole) ? VERIFIED.altered : VERIFIED.whole;
  const text = [path, ...found.map((each) => each.text), ...lost].join('\n');
  return { text: `${text}\n`, exit: lost.length > 0 ? VERIFIED.unread : exit };
}

function verifiedText(evidence: Evidence): { readonly text: string; readonly whole: boolean } {
  const { address, times, missing } = evidence.manifest;
  const { manifest, parts, extra, whole } = verify(evidence);
  const lines = [
    `  证据 ${evidence.id}`,
    `    ${oneLine(address)}`,
    `    ${times.sealed} 封存（当时的本机时钟）`,
    `    清单：${manifest === 'verified' ? '与编号一致' : '与编号不一致，已改动'}`,
    ...parts.map(({ part, state }) => `    ${part.name}：${STATES[state]}（${part.size} 字节）`),
    ...extra.map((name) => `    ${oneLine(name)}：清单里没有，不是证据`),
    ...(missing.length > 0 ? [`    封存时未取得 ${missing.length} 项`] : []),
    `    ${whole ? '校验通过' : '校验不通过'}`,
  ];
  return { text: lines.join('\n'), whole };
}

/** What comes out of a file shall not move the reader's cursor. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

async function evidenceOf(path: string): Promise<Result<EvidenceFile, string>> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE) return failed('文件太大，没有打开。');
    const bytes = new Uint8Array(await readFile(path));
    // A .gouji file without evidence is plain JSON.
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return ok({ evidence: [], unreadable: [] });
    return unpacked(bytes);
  } catch (error) {
    return failed(`读不出：${error instanceof Error ? error.message : String(error)}`);
  }
}

function unpacked(bytes: Uint8Array): Result<EvidenceFile, string> {
  const zip = openZip(bytes, 'gouji');
  if (!zip.ok) return failed('文件已损坏。');
  const entries = new Map<string, Uint8Array>();
  let left = MAX_UNPACKED;
  for (const entry of zip.value.entries) {
    const content = zip.value.unpack(entry, left);
    if (!content.ok && content.error.code === 'too-large') return failed('解开后太大，没有校验。');
    // One that does not unpack is absent, and told so by name.
    if (!content.ok) continue;
    left -= content.value.length;
    entries.set(entry.name, content.value);
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return ok(evidenceIn(entries, (part) => decoder.decode(part)));
}
