/** 单位名单: who has to publish a report, as an office keeps it in a column of a sheet. */
import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import type { Result } from '../../core/index';
import { loadSetting, type StorageFailure, saveSetting } from '../db/index';

const listSchema = z.object({
  /** Stands before units that name no region: 示例县 and 教育局. */
  region: z.string(),
  units: z.array(z.string()),
});
export type UnitList = z.infer<typeof listSchema>;

export const NO_UNITS: UnitList = { region: '', units: [] };

/** More is no list of one office. */
export const MAX_UNITS = 20_000;
const NUMBERING = /^(?:[（(]?(?:\d{1,5}|[一二三四五六七八九十]{1,3})[）).、．:：\s]\s*)/;
const HEADING = /^(?:序号|编号|单位|单位名称|机构名称|名称|部门)$/;

export const units = signal<UnitList>(NO_UNITS);

let recalled: Promise<void> | null = null;

export function recallUnits(): Promise<void> {
  recalled ??= loadSetting('units').then((text) => {
    const kept = listSchema.safeParse(parsed(text));
    if (kept.success) units.value = kept.data;
  });
  return recalled;
}

export function keepUnits(list: UnitList): Promise<Result<void, StorageFailure>> {
  units.value = list;
  return saveSetting('units', JSON.stringify(list));
}

/** One unit a line, or several with 、 or tabs between them; numbers before them and headings are left out, and doubles. */
export function unitsOf(text: string): string[] {
  const names = text
    .split(/[\n\r\t,，、;；]+/)
    .map((part) => part.trim().replace(NUMBERING, '').trim())
    .filter((name) => /[\u4e00-\u9fffA-Za-z]/.test(name) && !HEADING.test(name));
  return [...new Set(names)].slice(0, MAX_UNITS);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Nothing kept yet.
  }
}
