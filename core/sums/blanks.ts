/** Blank cells that a sum takes in: a month without a number is one of twelve all the same. */
import type { Field } from './field';
import type { Pattern, Stretch } from './pattern';
import type { Labels } from './words';

export function withBlanks(field: Field, labels: Labels, pattern: Pattern, stretch: Stretch): Pattern {
  const { total, parts } = pattern;
  const [first = 0, last = 0] = [parts[0], parts.at(-1)];
  const isBlank = (position: number): boolean => {
    if (position < 0 || position >= field.positions) return false;
    for (let line = stretch.first; line <= stretch.last; line++) {
      const at = line * field.positions + position;
      if (!Number.isNaN(field.values[at]) || field.words[at] === 1) return false;
    }
    return true;
  };
  const isOpen = (position: number): boolean => isBlank(position) && labels.text[position] !== '';
  const known = new Set(parts);
  for (let position = first; position < last; position++) {
    if (position !== total && !known.has(position) && !isOpen(position)) return pattern;
  }
  // Towards the total only what has no number yet; on the other side stand headings.
  let to = last;
  while (isOpen(to + 1)) to++;
  if (to !== total - 1) to = last;
  const from = first;
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((each) => each !== total);
  return { total, parts: all };
}
