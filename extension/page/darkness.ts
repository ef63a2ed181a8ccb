/** Whether a page is dark, by what it is painted with: marks must be seen on it. */
const HALF = 128;

export function isDark(page: Document): boolean {
  for (const element of [page.body, page.documentElement]) {
    const colour = element === null ? null : lightnessOf(getComputedStyle(element).backgroundColor);
    if (colour !== null) return colour < HALF;
  }
  return getComputedStyle(page.documentElement).colorScheme === 'dark';
}

/** 0 to 255; null where nothing is painted. */
function lightnessOf(colour: string): number | null {
  const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return null;
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}
