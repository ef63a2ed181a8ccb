/** Titles of the six sections: how they are written, and what is a slip of the pen. */
import { labelKeyWithoutAsides } from '../document/text';

/** Words that join or soften and change nothing. */
const FILLERS = /[的之]|以及|及其|[和与及并]/g;

/** A title as it is compared: without number, brackets, punctuation, fillers. */
export function titleKey(title: string): string {
  return labelKeyWithoutAsides(title).replace(FILLERS, '').replaceAll('其它', '其他');
}

/** Ways of writing each title that are as good as the form’s own, by key. */
const ACCEPTED: readonly RegExp[] = [
  /^(?:政府信息公开)?(?:工作)?总体情况$/,
  /^(?:行政机关)?主动公开(?:政府信息)?(?:工作)?情况$/,
  /^收到处理政府信息(?:依申请)?公开申请(?:工作)?情况$/,
  /^因?政府信息公开(?:工作)?(?:被)?(?:申请|提起|引起|引发)?行政复议(?:被)?(?:提起)?(?:行政)?诉讼情况$/,
  /^(?:政府信息公开)?(?:工作)?(?:中)?存在(?:主要)?问题(?:改进|整改)(?:情况|措施)$/,
  /^其他需要报告(?:事项|情况)$/,
];

/** `canonical`: the form’s title. */
export function isAccepted(number: number, title: string, canonical: string): boolean {
  const key = titleKey(title);
  return key === titleKey(canonical) || ACCEPTED[number - 1]?.test(key) === true;
}

/** Characters that a writer may add or leave out on purpose. */
const OPTIONAL = /[等各其本因中被年已要新]/;

/**
 * 改情况 for 改进情况, 其进他 for 其他: one character lost or too many, or two that changed places. One in place of
 * another is as often another word (受理, 概况), and no slip.
 */
export function isSlip(title: string, canonical: string): boolean {
  const [own, form] = [titleKey(title).replace(OPENING, ''), titleKey(canonical)];
  const [short, long] = own.length < form.length ? [own, form] : [form, own];
  if (long.length - short.length > 1 || long === short) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1) && !OPTIONAL.test(long.charAt(at));
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

const OPENING = /^(?:因|行政机关)?(?:政府信息公开)?(?:工作)?(?=总体|存在)/;
