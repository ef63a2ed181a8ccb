/** Texts in two languages. A table in zh-CN comes first; its twin in English must have the same keys, and is checked for the same blanks. */
import { signal } from '@preact/signals';
import type { Language } from '../../core/index';

export type { Language };

const KEY = 'gouji.language';

export const language = signal<Language>(stored() ?? 'zh-CN');

export function setLanguage(next: Language): void {
  language.value = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Storage is closed to this page: the choice holds for this visit.
  }
}

/** Keeps `<html lang>` and other open pages of the same origin in step. Returns the way to stop. */
export function followLanguage(page: globalThis.Document): () => void {
  const stop = language.subscribe((value) => {
    page.documentElement.lang = value;
  });
  const follow = (event: StorageEvent): void => {
    if (event.key === KEY) language.value = stored() ?? 'zh-CN';
  };
  addEventListener('storage', follow);
  return () => {
    stop();
    removeEventListener('storage', follow);
  };
}

function stored(): Language | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'zh-CN' || value === 'en' ? value : null;
  } catch {
    return null;
  }
}

/** Names of the blanks of a text: `{count} 项` → `count`. */
type Blank<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Blank<Rest> : never;

type Arguments<S extends string> = [Blank<S>] extends [never] ? [] : [Readonly<Record<Blank<S>, string | number>>];

export type Translate<T extends Readonly<Record<string, string>>> = <K extends keyof T & string>(
  key: K,
  ...blanks: Arguments<T[K]>
) => string;

/**
 * A `t` over one pair of tables; reads the language signal, so what calls it redraws when the language changes. What is
 * written for others has a language of its own.
 */
export function translator<const T extends Readonly<Record<string, string>>>(
  zhCn: T,
  en: Readonly<Record<keyof T & string, string>>,
  languageOf: () => Language = () => language.value,
): Translate<T> {
  return (key, ...blanks) => {
    const text: string = languageOf() === 'en' ? en[key] : (zhCn[key] ?? '');
    const values: Readonly<Record<string, string | number>> | undefined = blanks[0];
    return values === undefined
      ? text
      : text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}

/** A label of a form in the current language. */
export function labelText(label: { readonly zh: string; readonly en: string }): string {
  return language.value === 'en' ? label.en : label.zh;
}
