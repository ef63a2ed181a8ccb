/** Texts kept before it starts anew. */
const REMEMBERED = 4000;

/**
 * The labels of a form stand on every page, so what was once worked out for a text is kept. Bounded: a batch of any
 * length takes the memory of a few thousand short texts.
 */
export function remembering<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const hit = known.get(text);
    if (hit !== undefined || known.has(text)) return hit as T;
    const value = compute(text);
    if (text.length > 200) return value;
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, value);
    return value;
  };
}
