/** Names in their order, and the place of each: comparing Chinese names is slow, and the same ones come again and again. */
const collator = new Intl.Collator('zh-CN', { numeric: true });
let known: readonly string[] = [];
const places = new Map<string, number>();

/** The places of these names among all that were ever asked for. */
export function namePlaces(names: Iterable<string>): ReadonlyMap<string, number> {
  const fresh = new Set<string>();
  for (const name of names) if (!places.has(name)) fresh.add(name);
  if (fresh.size === 0) return places;
  known = [...known, ...fresh].sort(collator.compare);
  for (const [place, name] of known.entries()) places.set(name, place);
  return places;
}
