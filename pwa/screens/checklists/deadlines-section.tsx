import type { Checklist } from '../../../core/index';
import { STATUTORY_DEADLINES } from '../../../core/index';
import { t } from './t';

const KINDS = ['department', 'town', 'government'] as const;
const DAY = /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export function isDay(text: string): boolean {
  return DAY.test(text);
}

interface DeadlinesSectionProps {
  readonly deadlines: Checklist['deadlines'];
  readonly onChange: (deadlines: Checklist['deadlines']) => void;
}

/** Those of the regulation, or what a local notice sets. */
export function DeadlinesSection({ deadlines, onChange }: DeadlinesSectionProps) {
  return (
    <section class="card stack" aria-labelledby="deadlines-title">
      <h2 id="deadlines-title">{t('deadlines')}</h2>
      <label class="row">
        <input
          type="checkbox"
          checked={deadlines === null}
          onChange={(event) => onChange(event.currentTarget.checked ? null : STATUTORY_DEADLINES)}
        />
        {t('deadlines.statutory')}
      </label>
      {deadlines === null ? null : (
        <div class="row wrap">
          {KINDS.map((kind) => (
            <label key={kind} class="stack day">
              <span>{t(`deadlines.${kind}`)}</span>
              <input
                value={deadlines[kind]}
                maxLength={5}
                aria-invalid={!isDay(deadlines[kind])}
                aria-describedby="deadlines-how"
                onInput={(event) => onChange({ ...deadlines, [kind]: event.currentTarget.value.trim() })}
              />
            </label>
          ))}
          <p id="deadlines-how" class="quiet">
            {t('deadlines.how')}
          </p>
        </div>
      )}
    </section>
  );
}
