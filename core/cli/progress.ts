/** How far a run has come, for somebody who watches: on one line of stderr that is written anew. */

/** Reports among which a rate means something, and milliseconds between two lines. */
const FIRST = 3;
const PAUSE = 200;

export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export class Progress {
  private done = 0;
  private last = 0;
  private shown = false;
  private readonly started: number;

  constructor(
    private total: number,
    private readonly out: Terminal = process.stderr,
    private readonly now: () => number = Date.now,
  ) {
    this.started = now();
  }

  /** There is more to do than was known. */
  add(count: number): void {
    this.total += count;
  }

  step(): void {
    this.done++;
    const now = this.now();
    if (this.out.isTTY !== true || this.total < 2 || now - this.last < PAUSE) return;
    this.last = now;
    this.shown = true;
    this.out.write(`\r\x1b[K${this.text(now)}`);
  }

  /** Nothing of it stays beside what is written next. */
  clear(): void {
    if (this.shown) this.out.write('\r\x1b[K');
    this.shown = false;
  }

  private text(now: number): string {
    const seconds = (now - this.started) / 1000;
    const count = `已核对 ${this.done}/${this.total}`;
    if (this.done < FIRST || seconds === 0) return count;
    const rate = this.done / seconds;
    return `${count}，每秒 ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} 份，约剩 ${timeText((this.total - this.done) / rate)}`;
  }
}

function timeText(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} 秒` : `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`;
}
