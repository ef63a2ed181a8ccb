/** Damage that leaves markup well-formed: elements gone, doubled, nested, moved; numbers in attributes made extreme. */
import type { Random } from '../support/random';

const NUMBERS = [
  '0',
  '-1',
  '2',
  '9',
  '500',
  '65535',
  '65536',
  '2147483648',
  '4294967294',
  '1e9',
  '1.5',
  '99999999999',
  '',
];
const MOST_ADDED = 400_000;

interface Range {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** An element from its start tag to the end tag that closes it, found from a random place on; null where there is none. */
function elementFrom(text: string, random: Random): Range | null {
  const start = /<([A-Za-z][\w:.-]*)[^<>]*>/g;
  start.lastIndex = random.int(0, Math.max(0, text.length - 1));
  const found = start.exec(text);
  const [whole, name] = found ?? [];
  if (found === null || whole === undefined || name === undefined) return null;
  if (whole.endsWith('/>')) return { from: found.index, to: start.lastIndex, name };
  const tags = new RegExp(`<(/?)${name.replaceAll('.', '\\.')}(?=[\\s>/])[^<>]*>`, 'g');
  tags.lastIndex = found.index;
  let depth = 0;
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    if (tag[1] === '/') depth--;
    else if (!tag[0].endsWith('/>')) depth++;
    if (depth === 0) return { from: found.index, to: tags.lastIndex, name };
  }
  return null;
}

export function mutatedMarkup(bytes: Uint8Array, random: Random): Uint8Array {
  let text = new TextDecoder().decode(bytes);
  for (let left = random.pick([1, 1, 2, 4]); left > 0; left--) text = once(text, random);
  return new TextEncoder().encode(text);
}

function once(text: string, random: Random): string {
  if (random.chance(0.35)) return withNumber(text, random);
  const element = elementFrom(text, random);
  if (element === null) return text;
  const { from, to, name } = element;
  const [before, own, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  const times = Math.max(1, Math.min(random.pick([1, 2, 30, 3000]), Math.floor(MOST_ADDED / own.length)));
  const way = random.int(0, 4);
  if (way === 0) return before + after;
  if (way === 1) return before + own.repeat(times + 1) + after;
  if (way === 2) {
    const deep = Math.min(times, 2000);
    return `${before}${`<${name}>`.repeat(deep)}${own}${`</${name}>`.repeat(deep)}${after}`;
  }
  if (way === 3) {
    const other = elementFrom(text, random);
    return other === null
      ? before + after
      : before + text.slice(other.from, Math.min(other.to, other.from + MOST_ADDED)) + after;
  }
  const inner = own.indexOf('>') + 1;
  return `${before}${own.slice(0, inner)}${own.slice(0, MOST_ADDED)}${own.slice(inner)}${after}`;
}

function withNumber(text: string, random: Random): string {
  const value = /="(-?\d+)"/g;
  value.lastIndex = random.int(0, Math.max(0, text.length - 1));
  const found = value.exec(text);
  if (found === null) return text;
  return `${text.slice(0, found.index)}="${random.pick(NUMBERS)}"${text.slice(value.lastIndex)}`;
}
