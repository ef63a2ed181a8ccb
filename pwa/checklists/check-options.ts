import type { Checklist, CheckOptions, Outcome } from '../../core/index';

interface Given {
  readonly sourceName: string;
  readonly previous: Outcome | undefined;
  readonly statistics?: Outcome | undefined;
  readonly checklist: Checklist | undefined;
}

/** What is not given is left out, as core wants it. */
export function checkOptions({ sourceName, previous, statistics, checklist }: Given): CheckOptions {
  return {
    sourceName,
    ...(previous === undefined ? {} : { previous }),
    ...(statistics === undefined ? {} : { statistics }),
    ...(checklist === undefined ? {} : { checklist }),
  };
}
