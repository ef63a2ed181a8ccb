import { describe, expect, it } from 'vitest';
import { en as optionsEn } from '../../extension/options/locale/en';
import { zhCn as optionsZhCn } from '../../extension/options/locale/zh-cn';
import { en as panelEn } from '../../extension/panel/locale/en';
import { zhCn as panelZhCn } from '../../extension/panel/locale/zh-cn';
import { en as roundEn } from '../../extension/round/locale/en';
import { zhCn as roundZhCn } from '../../extension/round/locale/zh-cn';
import { en as welcomeEn } from '../../extension/welcome/locale/en';
import { zhCn as welcomeZhCn } from '../../extension/welcome/locale/zh-cn';
import { en as careEn } from '../../pwa/care/locale/en';
import { zhCn as careZhCn } from '../../pwa/care/locale/zh-cn';
import { en as choiceEn } from '../../pwa/checklists/locale/en';
import { zhCn as choiceZhCn } from '../../pwa/checklists/locale/zh-cn';
import { en as paperEn } from '../../pwa/handouts/locale/en';
import { zhCn as paperZhCn } from '../../pwa/handouts/locale/zh-cn';
import { en as appEn } from '../../pwa/locale/en';
import { zhCn as appZhCn } from '../../pwa/locale/zh-cn';
import { en as batchEn } from '../../pwa/screens/batch/locale/en';
import { zhCn as batchZhCn } from '../../pwa/screens/batch/locale/zh-cn';
import { en as checklistsEn } from '../../pwa/screens/checklists/locale/en';
import { zhCn as checklistsZhCn } from '../../pwa/screens/checklists/locale/zh-cn';
import { en as entryEn } from '../../pwa/screens/entry/locale/en';
import { zhCn as entryZhCn } from '../../pwa/screens/entry/locale/zh-cn';
import { en as evidenceEn } from '../../pwa/screens/evidence/locale/en';
import { zhCn as evidenceZhCn } from '../../pwa/screens/evidence/locale/zh-cn';
import { en as exchangeEn } from '../../pwa/screens/exchange/locale/en';
import { zhCn as exchangeZhCn } from '../../pwa/screens/exchange/locale/zh-cn';
import { en as handoutsEn } from '../../pwa/screens/handouts/locale/en';
import { zhCn as handoutsZhCn } from '../../pwa/screens/handouts/locale/zh-cn';
import { en as libraryEn } from '../../pwa/screens/library/locale/en';
import { zhCn as libraryZhCn } from '../../pwa/screens/library/locale/zh-cn';
import { en as organsEn } from '../../pwa/screens/organs/locale/en';
import { zhCn as organsZhCn } from '../../pwa/screens/organs/locale/zh-cn';
import { en as overviewEn } from '../../pwa/screens/overview/locale/en';
import { zhCn as overviewZhCn } from '../../pwa/screens/overview/locale/zh-cn';
import { en as reportEn } from '../../pwa/screens/report/locale/en';
import { zhCn as reportZhCn } from '../../pwa/screens/report/locale/zh-cn';
import { en as settingsEn } from '../../pwa/screens/settings/locale/en';
import { zhCn as settingsZhCn } from '../../pwa/screens/settings/locale/zh-cn';
import { language, translator } from '../../pwa/ui/i18n';
import { en as inferredEn } from '../../pwa/ui/inferred/locale/en';
import { zhCn as inferredZhCn } from '../../pwa/ui/inferred/locale/zh-cn';
import { en as uiEn } from '../../pwa/ui/locale/en';
import { zhCn as uiZhCn } from '../../pwa/ui/locale/zh-cn';

const blanks = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe.each([
  ['app', appZhCn, appEn],
  ['evidence screen', evidenceZhCn, evidenceEn],
  ['sharing', exchangeZhCn, exchangeEn],
  ['panel', panelZhCn, panelEn],
  ['options page', optionsZhCn, optionsEn],
  ['welcome page', welcomeZhCn, welcomeEn],
  ['shared pieces', uiZhCn, uiEn],
  ['inferred sums', inferredZhCn, inferredEn],
  ['assisted entry', entryZhCn, entryEn],
  ['hand-outs', paperZhCn, paperEn],
  ['screen of hand-outs', handoutsZhCn, handoutsEn],
  ['choice of a checklist', choiceZhCn, choiceEn],
  ['checklists', checklistsZhCn, checklistsEn],
  ['report screen', reportZhCn, reportEn],
  ['care for data', careZhCn, careEn],
  ['settings', settingsZhCn, settingsEn],
  ['results of a batch', batchZhCn, batchEn],
  ['rounds', roundZhCn, roundEn],
  ['library', libraryZhCn, libraryEn],
  ['organs', organsZhCn, organsEn],
  ['overview', overviewZhCn, overviewEn],
] as [string, Record<string, string>, Record<string, string>][])('texts of the %s', (_name, zhCn, en) => {
  it.each(Object.keys(zhCn))('%s says the same in both languages', (key) => {
    expect(en[key]?.trim()).toBeTruthy();
    expect(blanks(en[key] ?? '')).toEqual(blanks(zhCn[key] ?? ''));
  });

  it('has English in the English table and Chinese in the Chinese one', () => {
    const chinese = /[\u4e00-\u9fff]/;
    expect(Object.entries(en).filter(([, text]) => chinese.test(text))).toEqual([]);
    const plain = Object.entries(zhCn).filter(
      ([, text]) => !chinese.test(text) && /[a-z]{3}/i.test(text.replace(/\{\w+\}/g, '')),
    );
    expect(plain).toEqual([]);
  });
});

it('fills the blanks in the language chosen', () => {
  const t = translator({ found: '{count} 项' }, { found: '{count} found' });
  expect(t('found', { count: 2 })).toBe('2 项');
  language.value = 'en';
  expect(t('found', { count: 2 })).toBe('2 found');
  language.value = 'zh-CN';
});
