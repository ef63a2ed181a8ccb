/** Whether a report is of the year asked for; null asks for none. */
export function inYear(wanted: number | null): (report: { readonly year: number | null }) => boolean {
  return ({ year }) => wanted === null || year === wanted;
}
