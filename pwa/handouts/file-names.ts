/** Names that every system takes for a file, no two alike; in the order given, without endings. */
export function fileNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const fit = name
      .replace(FORBIDDEN, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^\.+|\.+$/g, '');
    const base = [...(fit === '' || RESERVED.test(fit) ? `_${fit}` : fit)].slice(0, LONGEST).join('').trim();
    for (let count = 1; ; count++) {
      const own = count === 1 ? base : `${base} (${count})`;
      if (taken.has(own.toLowerCase())) continue;
      taken.add(own.toLowerCase());
      return own;
    }
  });
}

/** Controls, marks that turn the direction of writing, and what paths and systems keep for themselves. */
const FORBIDDEN = /[\p{C}\\/:*?"<>|]/gu;
/** In characters: three bytes each, and 255 bytes are a name's. */
const LONGEST = 70;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
