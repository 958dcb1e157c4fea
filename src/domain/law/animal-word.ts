// Which words say what form an animal is in and where it comes from?
import type { CodeOption } from '../kernel/read-code.ts';
import type { AnimalForm, AnimalOrigin } from './valuation-line.ts';

export const ANIMAL_FORMS: readonly (CodeOption & { readonly code: AnimalForm })[] = [
  {
    code: 'live',
    label: ['活体', 'Live'],
    aliases: ['活', '活的', '活体动物', 'alive', '成体', '幼体', '活物'],
  },
  {
    code: 'dead',
    label: ['死体', 'Dead'],
    aliases: [
      '死',
      '死的',
      '尸体',
      '死亡个体',
      '胴体',
      '整只死体',
      '冻体',
      '冰冻死体',
      '死亡',
      '死亡体',
      'carcass',
      '整只',
    ],
  },
  {
    code: 'product',
    label: ['制品', 'Product'],
    aliases: ['制成品', '动物制品', '野生动物制品', '标本', '熟食', '药材', '药品', 'products'],
  },
  {
    code: 'part',
    label: ['部分', 'Part'],
    aliases: [
      '部位',
      '肢体',
      '肉',
      '肉块',
      '皮',
      '皮张',
      '角',
      '牙',
      '骨',
      '鳞片',
      '羽毛',
      '身体部分',
      'parts',
    ],
  },
  { code: 'egg', label: ['卵', 'Egg'], aliases: ['蛋', '鸟蛋', '鸟卵', '卵块', '卵(蛋)', 'eggs'] },
];

export const ANIMAL_ORIGINS: readonly (CodeOption & { readonly code: AnimalOrigin })[] = [
  {
    code: 'wild',
    label: ['野外', 'Wild'],
    aliases: ['野生', '野外的', '野生的', '野外来源', '野外种群', '野外猎捕', '野捕', '野外捕获'],
  },
  {
    code: 'bred',
    label: ['人工繁育', 'Captive-bred'],
    aliases: [
      '人工养殖',
      '养殖',
      '驯养繁殖',
      '人工驯养',
      '人工饲养',
      '人工种群',
      '家养',
      '合法养殖',
      'captive-bred',
      'captive',
      'farmed',
      'captiveBred',
    ],
  },
  {
    code: 'listedBred',
    label: ['列入名录的人工繁育', 'Captive-bred, listed'],
    aliases: [
      '列入名录人工繁育',
      '名录内人工繁育',
      '人工繁育名录内',
      '列入人工繁育国家重点保护名录',
      '人工繁育(列入名录)',
      'listed',
      'listedCaptive',
      'captiveListed',
    ],
  },
];
