/** What is wrong with a checklist, and what it would say of a report, in a worker: typing never waits for it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Checklist, ChecklistProblem } from '../../../core/index';
import type { ChecklistTrial } from '../../checklists/try-checklist';
import { Reader } from '../../intake/reader';

/** As long as a hand rests between two words. */
const PAUSE = 150;
const LIMIT = 30_000;

export interface Trial {
  /** Of the checklist as it was when it was looked at; null before. */
  readonly problems: readonly ChecklistProblem[] | null;
  readonly trial: ChecklistTrial | null;
  /** What they belong to: where it is not the checklist as it is now, they are on their way. */
  readonly of: Checklist | null;
  /** The worker did not answer. */
  readonly failed: boolean;
}

const NOTHING: Trial = { problems: null, trial: null, of: null, failed: false };

export function useTrial(checklist: Checklist, report: string | null): Trial {
  const [trial, setTrial] = useState(NOTHING);
  const reader = useRef<Reader | null>(null);
  const running = useRef(false);
  const wanted = useRef<{ readonly checklist: Checklist; readonly report: string | null } | null>(null);
  useEffect(() => {
    reader.current = new Reader(LIMIT);
    return () => reader.current?.stop();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      wanted.current = { checklist, report };
      if (!running.current) void run();
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [checklist, report]);

  const run = async (): Promise<void> => {
    running.current = true;
    for (let job = wanted.current; job !== null; job = wanted.current) {
      wanted.current = null;
      const tried = await reader.current?.run({ kind: 'try', ...job });
      const { checklist: of } = job;
      // The numbers first: the search for contradictions may take a second.
      if (tried?.kind === 'tried') setTrial((before) => ({ ...before, trial: tried.trial, failed: false }));
      const linted = await reader.current?.run({ kind: 'lint', checklist: of });
      if (linted?.kind === 'linted') setTrial((before) => ({ ...before, problems: linted.problems, of }));
      else if (linted?.kind !== 'stopped') setTrial((before) => ({ ...before, failed: true }));
    }
    running.current = false;
  };
  return trial;
}
