import type { Severity } from '../../core/index';
import { t } from './t';

/** Severity as word + shape + colour; with a count where it stands for several. */
export function SeverityTag({ severity, count }: { readonly severity: Severity; readonly count?: number }) {
  const word = t(`severity.${severity}`);
  return (
    <span class={`tag ${severity}`}>
      {word}
      {count === undefined ? null : ` ${count}`}
    </span>
  );
}
