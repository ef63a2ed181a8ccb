/** Damage inside a container that stays whole: XML parts of a ZIP archive, streams of an OLE file. */
import CFB from 'cfb';
import { unzipSync, zipSync } from 'fflate';
import type { Random } from '../support/random';
import { mutatedMarkup } from './markup';
import { mutated } from './mutate';

/** Parts that a reader opens come first: they are damaged more often. */
const MAIN_PARTS =
  /(?:word\/(?:document|styles|numbering)|xl\/(?:workbook|sharedStrings|styles|worksheets\/sheet\d))\.xml$/;

export function insideZip(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const main = names.filter((name) => MAIN_PARTS.test(name));
  const name = random.pick(random.chance(0.85) && main.length > 0 ? main : names);
  const theirs = unzipSync(other)[name] ?? other;
  const part = parts[name] ?? new Uint8Array();
  const damaged =
    name.endsWith('.xml') && random.chance(0.7) ? mutatedMarkup(part, random) : mutated(part, random, theirs);
  return zipSync({ ...parts, [name]: damaged }, { level: 1 });
}

export function insideOle(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const container = CFB.read(bytes, { type: 'array' });
  const streams = container.FileIndex.filter(({ type, size }) => type === 2 && size > 0);
  const stream = random.pick(streams);
  stream.content = mutated(Uint8Array.from(stream.content), random, other) as unknown as typeof stream.content;
  stream.size = stream.content.length;
  return Uint8Array.from(CFB.write(container, { type: 'array' }) as number[]);
}
