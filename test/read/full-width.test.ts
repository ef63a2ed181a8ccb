/** Digits of full width are digits wherever lines are told apart by holding numbers. */
import { expect, it } from 'vitest';
import { readReport } from '../../core/forms/read-report';
import { forms } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { layouts } from '../support/layouts';
import { cellIdsOf, formOf } from '../support/render';

const fullWidth = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

it('a line of full-width numbers between empty lines is read', () => {
  const form = formOf('2021');
  const layout = layouts.find(({ name }) => name === 'empty lines between');
  const cells = Object.fromEntries(cellIdsOf(form).map((id, at) => [id, fullWidth(at + 1)]));
  const facts = readReport(readHtml(layout?.render({ form, cells }) ?? ''), forms)?.facts;
  const disputes = cellIdsOf(form).filter((id) => id.startsWith('disputes.'));
  expect(disputes.map((id) => fullWidth(facts?.get(id)?.value ?? 0))).toEqual(disputes.map((id) => cells[id]));
});
