/** The app names forms without loading them: by the same names. */
import { afterEach, expect, it } from 'vitest';
import { otherForms } from '../../core/index';
import { formName } from '../../pwa/report-name';
import { language } from '../../pwa/ui/i18n';

afterEach(() => {
  language.value = 'zh-CN';
});

it.each(otherForms)('calls $id what the form calls itself', ({ id, name }) => {
  language.value = 'zh-CN';
  expect(formName(id)).toBe(name.zh);
  language.value = 'en';
  expect(formName(id)).toBe(name.en);
});
