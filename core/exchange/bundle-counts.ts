/** How much one exchange may hold, whatever the way it comes by. */

/** A season of a province has some ten thousand reports; what is beyond would only keep the browser busy. */
export const BUNDLE_COUNTS = { reports: 20_000, opinions: 200_000, findings: 500_000 } as const;

/** Asked before the entries are looked at. */
export function isTooMany(counts: Partial<Readonly<Record<keyof typeof BUNDLE_COUNTS, number>>>): boolean {
  const { reports = 0, opinions = 0, findings = 0 } = counts;
  return reports > BUNDLE_COUNTS.reports || opinions > BUNDLE_COUNTS.opinions || findings > BUNDLE_COUNTS.findings;
}
