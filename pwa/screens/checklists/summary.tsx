import { type Checklist, STATUTORY_DEADLINES } from '../../../core/index';
import { formName } from '../../report-name';
import { t as ofApp } from '../../t';
import { ruleName } from '../batch/words';
import { ownFormParts } from './own-forms-section';
import { t } from './t';

/** A checklist to be read: an older version, or one that is ready made. */
export function ChecklistSummary({ checklist }: { readonly checklist: Checklist }) {
  const { forms, rules, relations, manual, ownForms = [] } = checklist;
  const deadlines = checklist.deadlines ?? STATUTORY_DEADLINES;
  const settings = Object.entries(rules);
  return (
    <dl class="facts checklist-summary">
      <dt>{t('forms')}</dt>
      <dd>{forms.length === 0 ? t('forms.all') : forms.map(formName).join(ofApp('list.names'))}</dd>
      <dt>{t('deadlines')}</dt>
      <dd>
        {(['department', 'town', 'government'] as const)
          .map((kind) => `${t(`deadlines.${kind}`)} ${deadlines[kind]}`)
          .join(t('summary.parts'))}
      </dd>
      <dt>{t('rules')}</dt>
      <dd>
        {settings.length === 0 ? (
          t('rules.as-they-are')
        ) : (
          <ul>
            {settings.map(([id, setting]) => (
              <li key={id}>{t('rules.set', { name: ruleName(id), setting: t(`setting.${setting}`) })}</li>
            ))}
          </ul>
        )}
      </dd>
      <dt>{t('relations')}</dt>
      <dd>
        {relations.length === 0 ? (
          t('nothing')
        ) : (
          <ul>
            {relations.map(({ text, name, severity }) => (
              <li key={text}>
                {name === undefined ? text : t('summary.named', { name, text })}{' '}
                <span class="quiet">{t(`setting.${severity ?? 'warning'}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </dd>
      <dt>{t('ownForms')}</dt>
      <dd>
        {ownForms.length === 0 ? (
          t('nothing')
        ) : (
          <ul>
            {ownForms.map((form, index) => (
              <li key={index}>
                {form.name} <span class="quiet">{ownFormParts(form)}</span>
              </li>
            ))}
          </ul>
        )}
      </dd>
      <dt>{t('manual')}</dt>
      <dd>
        {manual.length === 0 ? (
          t('nothing')
        ) : (
          <ol>
            {manual.map(({ id, text, who, by }) => (
              <li key={id}>
                {text}
                {who === undefined && by === undefined ? null : (
                  <span class="quiet"> {[who, by].filter((each) => each !== undefined).join(' · ')}</span>
                )}
              </li>
            ))}
          </ol>
        )}
      </dd>
    </dl>
  );
}
