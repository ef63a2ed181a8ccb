/** Whether one report is last year's of another, for those who keep reports: without what checks. */
export type { Likeness } from '../document/organ-name';
export { asLastYear } from '../rules/previous';
