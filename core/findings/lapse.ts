/** When a word on a finding no longer counts. Alone in its file: who keeps opinions needs nothing else of core. */

/** The one way in which a word on a finding loses its ground. */
export function lapsesAt({ against }: { readonly against: string }, now: string): boolean {
  return against !== now;
}
