/** When a hand-out is made, and where: handed in, so that the same input gives the same bytes. */
export interface Clock {
  /** ISO 8601, UTC. */
  readonly now: string;
  /** Minutes to add to UTC for the reader's own time. */
  readonly offset: number;
}

/** 2026-01-20 14:00 in the reader's own time; empty where there is no moment, as it stands where it is none. */
export function minuteOf(iso: string, { offset }: Pick<Clock, 'offset'>): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const local = new Date(time + offset * 60_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
}

/** 2026-01-20 */
export function dayOf(clock: Clock): string {
  return minuteOf(clock.now, clock).slice(0, 10);
}
