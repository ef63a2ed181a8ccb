/** A form to come changes nothing for the reports of today. */
import { expect, it } from 'vitest';
import { checkWith } from '../../core/check';
import { check, type Form, forms, rules } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { formOf, renderPage } from '../support/render';

const NEXT = 2100;
const newest = forms.find((form) => form.years.to === null);

it('lets every rule find what it finds today once the newest form has ended', () => {
  if (newest === undefined) throw new Error('no form is in force');
  const next: Form = { ...newest, id: `open-info-annual@${NEXT}`, years: { from: NEXT, to: null } };
  const ended = forms.map((form) => (form === newest ? { ...form, years: { ...form.years, to: NEXT - 1 } } : form));
  const pages = rules.flatMap(({ examples }) =>
    examples
      .filter(({ findings }) => findings > 0)
      .slice(0, 1)
      .map((example) => readHtml(renderPage({ ...example, form: formOf(example.form ?? '2021') }))),
  );
  const different = pages.filter(
    (page) =>
      JSON.stringify(checkWith([...ended, next], rules, page, {}).findings) !== JSON.stringify(check(page).findings),
  );
  expect(different.map(({ title }) => title)).toEqual([]);
});
