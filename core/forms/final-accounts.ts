/** 部门决算公开: nine tables. Most rows are budget subjects that differ from organ to organ, so a report brings its own. */

import { LEDGERS, tableOf } from './accounts-columns';
import type { Form } from './form';
import { label } from './open-info-annual';

export const FINAL_ACCOUNTS: Form = {
  id: 'final-accounts@2016',
  name: label('部门决算公开九表', 'Final accounts, nine tables'),
  title: '部门决算',
  basis: '中办发〔2016〕13号《关于进一步推进预算公开工作的意见》',
  years: { from: 2016, to: null },
  sections: [],
  tables: LEDGERS.map(tableOf),
};
