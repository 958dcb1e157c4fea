// Which animals stand on appendix I or II of CITES, as far as is known?
import type { Animal } from './fact.ts';
import { type State, stateOf } from './fact-state.ts';
import type { Species } from './species.ts';

/**
 * Taxa on appendix I or II as a whole, from general knowledge (not a held text; every use asks for a comparison with the
 * appendices of the day). What is not here is unknown, never "no".
 */
const CITES = {
  orders: [
    '灵长目',
    '鲸目',
    '海牛目',
    '鹰形目',
    '隼形目',
    '鸮形目',
    '鳄目',
    '鲟形目',
    '石珊瑚目',
    '角珊瑚目',
    '长鼻目',
  ],
  families: [
    '猫科',
    '熊科',
    '象科',
    '犀科',
    '鹤科',
    '鲮鲤科',
    '陆龟科',
    '海龟科',
    '棱皮龟科',
    '犀鸟科',
    '麝科',
    '砗磲科',
    '苍珊瑚科',
    '蟒科',
    '小熊猫科',
    '大熊猫科',
  ],
  genera: [
    'Manis',
    'Hippocampus',
    'Naja',
    'Ophiophagus',
    'Cuora',
    'Saiga',
    'Pantholops',
    'Lutra',
    'Aonyx',
    'Lutrogale',
    'Gekko',
  ],
  species: [
    '画眉',
    '红嘴相思鸟',
    '银耳相思鸟',
    '鹩哥',
    '大鲵',
    '狼',
    '豺',
    '亚洲象',
    '鳄蜥',
    '巨蜥',
    '圆鼻巨蜥',
    '滑鼠蛇',
    '绿孔雀',
    '朱鹮',
    '东方白鹳',
    '大鸨',
    '平胸龟',
    '双峰驼',
    '水獭',
  ],
} as const;

export function citesOf(item: Animal, species: readonly Species[]): State {
  if (item.cites !== undefined) return stateOf(item.cites);
  const listed = (s: Species) =>
    (CITES.orders as readonly string[]).includes(s.order ?? '') ||
    (CITES.families as readonly string[]).includes(s.family ?? '') ||
    (CITES.genera as readonly string[]).includes(s.scientificName.split(' ')[0] ?? '') ||
    (CITES.species as readonly string[]).includes(s.zh);
  return species.length > 0 && species.every(listed) ? 'yes' : 'unknown';
}
