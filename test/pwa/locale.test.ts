import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { language, translator } from '../../pwa/ui/i18n';

type Table = Readonly<Record<string, string>>;

const root = join(import.meta.dirname, '../..');

/** Every folder of words, so that a new one is held to this without being listed. */
async function tables(): Promise<[string, Table, Table][]> {
  const folders = ['pwa', 'extension'].flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
      .filter((path) => /(?:^|[/\\])locale[/\\]zh-cn\.ts$/.test(path))
      .map((path) => join(part, dirname(path))),
  );
  return Promise.all(
    folders.sort().map(async (folder): Promise<[string, Table, Table]> => {
      const { zhCn }: { zhCn: Table } = await import(join(root, folder, 'zh-cn.ts'));
      const { en }: { en: Table } = await import(join(root, folder, 'en.ts'));
      return [folder, zhCn, en];
    }),
  );
}

const words = await tables();

const blanks = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

it('looks at every folder of words', () => {
  expect(words.length).toBeGreaterThan(20);
});

describe.each(words)('texts of the %s', (_name, zhCn, en) => {
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
