/**
 * `list.flatMap(each)`, for what every report goes through: the engine's own asks its runtime for each element that it
 * puts in, which made a tenth of a check.
 */
export function gather<T, U>(list: readonly T[], each: (item: T, at: number) => U | readonly U[]): U[] {
  const gathered: U[] = [];
  for (let at = 0; at < list.length; at++) {
    const found = each(list[at] as T, at);
    if (isList(found)) for (const one of found) gathered.push(one);
    else gathered.push(found);
  }
  return gathered;
}

function isList<U>(found: U | readonly U[]): found is readonly U[] {
  return Array.isArray(found);
}
