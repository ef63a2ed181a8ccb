/** Organs of all kinds and levels, masked, with the words their reports use for themselves. */
import type { Random } from '../random';

export type Scale = 'none' | 'tiny' | 'small' | 'middle' | 'large' | 'huge';

export interface Organ {
  readonly name: string;
  /** 我局, 本机关, 全县: who a sentence speaks of. */
  readonly own: readonly string[];
  /** How many requests a year it may have. */
  readonly scales: readonly Scale[];
  /** Its report counts the whole region. */
  readonly region: boolean;
  readonly town: boolean;
  /** It may make 规章. */
  readonly lawmaking: boolean;
}

const ALL: readonly Organ[] = [
  ...towns('示例县示例镇人民政府', '我镇', '全镇', '本镇'),
  ...towns('示例市示例区示例乡人民政府', '我乡', '全乡', '本乡'),
  ...towns('示例市示例区示例街道办事处', '我街道', '本街道', '街道办事处'),
  ...departments('示例县农业农村局', '我局', '本局', '县农业农村局'),
  ...departments('示例县公安局', '我局', '县公安局', '本机关'),
  ...departments('示例市示例区市场监督管理局', '我局', '区市场监管局', '本单位'),
  ...departments('示例市自然资源和规划局', '我局', '市自然资源和规划局', '本机关'),
  ...departments('示例市住房和城乡建设委员会', '我委', '本委', '市住建委'),
  ...departments('示例省生态环境厅', '我厅', '省生态环境厅', '本机关'),
  ...departments('示例县人民政府办公室', '县政府办公室', '我办', '本办'),
  ...regions('示例县人民政府', ['全县', '我县'], ['small', 'middle'], false),
  ...regions('示例市示例区人民政府', ['全区', '我区'], ['middle', 'large'], false),
  ...regions('示例市人民政府', ['全市', '我市'], ['middle', 'large', 'huge'], true),
  ...regions('示例省人民政府', ['全省', '我省'], ['large', 'huge'], true),
];

function towns(name: string, ...own: readonly string[]): Organ[] {
  return [{ name, own, scales: ['none', 'none', 'tiny', 'small'], region: false, town: true, lawmaking: false }];
}

function departments(name: string, ...own: readonly string[]): Organ[] {
  const scales = ['none', 'tiny', 'small', 'small', 'middle'] as const;
  return [{ name, own, scales, region: false, town: false, lawmaking: false }];
}

function regions(name: string, own: readonly string[], scales: readonly Scale[], lawmaking: boolean): Organ[] {
  return [{ name, own, scales, region: true, town: false, lawmaking }];
}

export function organFor(random: Random): Organ {
  return random.pick(ALL);
}
