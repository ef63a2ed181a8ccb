/** How far the files are, drawn a few times a second. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Progress, progress } from '../../pwa/intake/intake-state';
import { showProgress } from '../../pwa/intake/show-progress';

const at = (done: number): Progress => ({ done, total: 9, name: '', linking: false, rate: null, left: null });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.advanceTimersByTime(1000);
});
afterEach(() => {
  showProgress(null);
  vi.useRealTimers();
});

it('shows the first at once, then the latest of each fifth of a second, and the end at once', () => {
  const shown: (number | null)[] = [];
  const stop = progress.subscribe((now) => shown.push(now?.done ?? null));
  for (let done = 0; done < 9; done++) {
    showProgress(at(done));
    vi.advanceTimersByTime(60);
  }
  expect(shown).toEqual([null, 0, 3, 6]);
  showProgress(null);
  vi.advanceTimersByTime(1000);
  expect(shown).toEqual([null, 0, 3, 6, null]);
  stop();
});
