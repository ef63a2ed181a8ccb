/**
 * 公布期限: until when a report has to be public, as month and day (`01-31`) of the year after the one it reports on.
 *
 * 《政府信息公开条例》 article 49: departments by January 31, governments of a county and above by March 31. It names no
 * date for towns and streets; local notices hold them to January 31 nearly everywhere, so it is a setting.
 */
export interface Deadlines {
  readonly department: string;
  readonly town: string;
  readonly government: string;
}

export const STATUTORY_DEADLINES: Deadlines = { department: '01-31', town: '01-31', government: '03-31' };
