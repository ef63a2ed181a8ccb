import type { Checklist, CheckOptions, Outcome } from '../../core/index';

interface Given {
  readonly sourceName: string;
  readonly previous: Outcome | undefined;
  readonly checklist: Checklist | undefined;
}

/** What is not given is left out, as core wants it. */
export function checkOptions({ sourceName, previous, checklist }: Given): CheckOptions {
  return {
    sourceName,
    ...(previous === undefined ? {} : { previous }),
    ...(checklist === undefined ? {} : { checklist }),
  };
}
