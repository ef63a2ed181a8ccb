/** How fast it goes, and how long it will take, of the last while: one large PDF shall not colour the whole. */

/** Seconds looked back. */
const WINDOW = 15;

export interface Pace {
  /** Files a second; null until there is something to say. */
  readonly rate: number | null;
  /** Seconds left. */
  readonly left: number | null;
}

/** `now` in milliseconds, never from the wall clock, which people set. */
export class Rate {
  private readonly marks: { readonly at: number; readonly done: number }[] = [];

  mark(now: number, done: number): void {
    this.marks.push({ at: now, done });
    while ((this.marks[1]?.at ?? now) < now - WINDOW * 1000) this.marks.shift();
  }

  pace(total: number): Pace {
    const [first, last] = [this.marks[0], this.marks.at(-1)];
    if (first === undefined || last === undefined || last.at - first.at < 1000 || last.done === first.done)
      return { rate: null, left: null };
    const rate = ((last.done - first.done) * 1000) / (last.at - first.at);
    return { rate, left: Math.max(0, total - last.done) / rate };
  }
}
