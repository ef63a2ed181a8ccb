/** Sentences that say nothing, the same for the same seed and different for each other: prose to compare. */
import { seeded } from './random';

const WORDS =
  '栏目 更新 专区 社区 群众 解读 图解 台账 窗口 培训 科室 审查 发布 平台 目录 热线 乡村 学校 医疗 就业 养老 环保 预算 决算 规划 公告 座谈 走访 督促 回应 清理 整改 衔接 职责 流程 档案 账号 公报 查阅 设施 标准 试点 评估 通报 台风 水库 粮食 道路 市场 安全'.split(
    ' ',
  );

export function ownText(seed: number, sentences: number): string {
  const random = seeded(seed);
  const sentence = (): string => Array.from({ length: 12 }, () => random.pick(WORDS)).join('');
  return Array.from({ length: sentences }, () => `${sentence()}。`).join('');
}
