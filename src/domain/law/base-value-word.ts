// What do the rows of the national base values say in English?
import type { Label } from '../kernel/label.ts';
import { speciesLabel } from './animal-name.ts';
import type { BaseRow } from './base-value.ts';
import { exactSpecies } from './species-search.ts';

const HIGHER =
  'class I species as a rule have rows of their own, which are not held here, so it is not applied to them';
const OTHER_SPECIES = `the reading of “other species” or “ordinary species” is ours: ${HIGHER}`;
const WHOLE = 'the whole value (multiple included); this column is not the base value';

/** By row: the row's wording and, where there is one, its note. Only the Chinese of the catalogues is authentic. */
const ROWS: readonly (readonly [id: string, taxon: string, note?: string])[] = [
  [
    'B01',
    'muntjacs (other species of Muntiacus), roe deer',
    'the five small muntjacs of the Zixi case bear out the order of magnitude',
  ],
  ['B02', 'masked palm civet'],
  ['B03', 'hog badger, Eurasian badger, Siberian weasel'],
  ['B04', 'porcupines, wild boar', 'the wild boar left the “three values” list in 2023'],
  ['B05', 'hedgehogs, bamboo rats', 'hedgehogs are read as all species of Erinaceinae, without the gymnures'],
  [
    'B06',
    'squirrels, flying squirrels (Sciuridae)',
    'marmots are not in the wording of the row and are left out',
  ],
  [
    'B07',
    'hares (Lepus, the ‘three values’ species)',
    'in conflict: Jiangxia, Hubei, ¥900 for three Chinese hares, ¥300 each; an expert in Hengdong, Hunan, ¥300 each',
  ],
  [
    'B08',
    'herons (great, intermediate and little egret, grey heron)',
    'read as the “three values” species of Ardeidae called herons or egrets (night, pond and cattle herons included), without the bitterns',
  ],
  [
    'B09',
    'wild ducks (ruddy shelduck, mallard and others; wild populations)',
    'read as the “three values” birds called ducks',
  ],
  ['B10', 'rails (moorhen, water rail, coot)'],
  [
    'B11',
    'Eurasian tree sparrow',
    'borne out by two cases: Xianyou, ¥36,000 for 120; Xinghua, ¥1,059,000 for 3,530 (¥300 each); public judgments confirm the figure but are not the official text',
  ],
  ['B12', 'great tit'],
  ['B13', 'turtle doves, hill pigeons (Columbidae)', 'borne out as the row above'],
  ['B14', 'common pheasant (wild populations)'],
  ['B15', 'cobras'],
  [
    'B16',
    'geckos, other snakes',
    'water snakes are managed as aquatic animals and left out; nationally protected snakes and geckos have rows of their own and are left out',
  ],
  [
    'B17',
    'toads (frogs managed by the forestry authorities)',
    'borne out: Shunyi case, ¥13,000 for 130; the bracket is read as the frogs and toads on the “three values” list (terrestrial, managed by the forestry authorities), an interpretation',
  ],
  [
    'B18',
    'Chinese hwamei (laughingthrushes)',
    'class II ×5 = 5,000; borne out by public judgments (Wen County ¥5,000 each, Xinhuang ¥30,000 for 6, Fenggang ¥70,000 for 14); not the official text',
  ],
  [
    'B19',
    'yellow-breasted bunting (Emberizidae)',
    'the bracket is read as all species of Emberizidae, an interpretation',
  ],
  ['B20', 'rhinoceroses', WHOLE],
  ['B21', 'African elephant', WHOLE],
  ['B22', 'long-tailed macaque', `${WHOLE}: 2,000 × 5`],
  [
    'B23',
    'reticulated, ball and green tree python, boa',
    `${WHOLE}: 1,000 × 5; “boa” is read as Boa constrictor`,
  ],
  ['B24', 'radiated tortoise', `${WHOLE}: 500 × 10`],
  ['B25', 'giant panda'],
  ['B26', 'snub-nosed monkeys (Rhinopithecus)'],
  ['B27', 'gibbons (Hylobatidae)'],
  ['B28', 'macaques (Macaca)'],
  ['B29', 'tiger'],
  ['B30', 'leopard, snow leopard'],
  ['B31', 'clouded leopard'],
  ['B32', 'leopard cat and other species of Felidae', OTHER_SPECIES],
  ['B33', 'Asiatic black bear, brown bear (Ursus)'],
  ['B34', 'pangolins (Manidae)'],
  ['B35', 'musk deer (Moschidae)'],
  ['B36', 'Chinese water deer'],
  ['B37', 'tufted deer'],
  ['B38', 'serows, gorals', OTHER_SPECIES],
  ['B39', 'Tibetan antelope'],
  ['B40', 'Asian elephant'],
  ['B41', 'wolf, foxes, raccoon dog and other species of Canidae', OTHER_SPECIES],
  ['B42', 'ordinary species of Accipitridae and Falconidae', OTHER_SPECIES],
  ['B43', 'golden eagle'],
  ['B44', 'owls (Strigidae, Tytonidae)'],
  ['B45', 'swans (Cygnus)'],
  ['B46', 'mandarin duck'],
  ['B47', 'silver pheasant, golden pheasants and other class II species of Phasianidae'],
  ['B48', 'cranes (Gruidae)'],
  ['B49', 'storks (Ciconiidae)'],
  ['B50', 'crested ibis'],
  ['B51', 'parrots (Psittacidae)'],
  ['B52', 'red-billed leiothrix and other species of laughingthrushes', OTHER_SPECIES],
  ['B53', 'Burmese python'],
  ['B54', 'king cobra'],
  [
    'B55',
    'tokay gecko',
    'Gekko reevesii was split from the tokay gecko; applying the row to it is an interpretation',
  ],
  ['B56', 'other species of Testudinidae', OTHER_SPECIES],
  ['B57', 'all species of Carettochelyidae'],
  ['B58', 'all species of Chelidae'],
  ['B59', 'green turtle'],
  ['B60', 'hawksbill turtle'],
  ['B61', 'loggerhead turtle'],
  ['B62', 'olive ridley turtle'],
  ['B63', 'other species of Cheloniidae'],
  ['B64', 'leatherback turtle'],
  ['B65', 'all species of Chelydridae'],
  ['B66', 'mud turtles (Kinosternidae), all species'],
  [
    'B67',
    'all species of Emydidae',
    'the family named is read as Emydidae; Geoemydidae have a row of their own',
  ],
  ['B68', 'Cuora trifasciata'],
  ['B69', 'Cuora yunnanensis'],
  ['B70', 'Cuora mccordi'],
  ['B71', 'Cuora aurocapitata'],
  ['B72', 'Cuora pani'],
  ['B73', 'Cuora zhoui'],
  ['B74', 'Cuora galbinifrons'],
  ['B75', 'Cuora picturata'],
  ['B76', 'Cuora bourreti'],
  ['B77', 'other species of Geoemydidae'],
  ['B78', 'side-necked turtles (Podocnemididae), all species'],
  ['B79', 'wattle-necked softshell turtle'],
  ['B80', 'all species of Pelochelys'],
  ['B81', 'Yangtze giant softshell turtle'],
  ['B82', 'other species of Trionychidae'],
  ['B83', 'other species of Cetacea', OTHER_SPECIES],
  [
    'B84',
    'other species of Caudata',
    `${OTHER_SPECIES}; the Chinese giant salamander has a row of its own and is left out`,
  ],
  ['B85', 'all other species of Acipenseriformes, adult', OTHER_SPECIES],
  ['B86', 'all other species of Acipenseriformes, eggs', OTHER_SPECIES],
];

const BY_ID = new Map(ROWS.map(([id, taxon, note]) => [id, { taxon, note }]));

/** The wording of the row a base value stands in; a county's row and one entered by hand name a species. */
export function taxonLabel({ id, taxon }: Pick<BaseRow, 'id' | 'taxon'>): Label {
  const own = BY_ID.get(id)?.taxon;
  if (own !== undefined) return [taxon, own];
  const species = exactSpecies(taxon)?.id;
  const english = species === undefined ? undefined : speciesLabel(species)?.[1];
  return [taxon, english ?? `“${taxon}”`];
}

/** The remark of a row; a county's own stands as it was written. */
export function rowNote({ id, note }: Pick<BaseRow, 'id' | 'note'>): Label {
  return [note, BY_ID.get(id)?.note ?? `“${note}”`];
}

const UNITS: readonly Label[] = [
  ['只', 'animal'],
  ['头', 'animal'],
  ['条', 'animal'],
  ['尾', 'animal'],
  ['条/只', 'animal'],
  ['只/头', 'animal'],
  ['头/只/条', 'animal'],
  ['枚', 'egg'],
  ['公斤', 'kg'],
  ['(单位未核实)', '(unit not verified)'],
];

export function unitLabel(unit: string): Label {
  return UNITS.find(([chinese]) => chinese === unit) ?? [unit, `“${unit}”`];
}

/** Where the national rows come from; a county's document stands as it is. */
const SOURCES: readonly Label[] = [
  [
    'https://bbzoh.cn/content/21/0909/07/72442254_994731480.shtml (2021-09整理文,据46号令及五部门通知)',
    'https://bbzoh.cn/content/21/0909/07/72442254_994731480.shtml (compiled 2021-09, from Order No. 46 and a notice of five departments)',
  ],
  [
    '判决公开:文县(2024)甘7508刑初6号5000元/只;新晃6只3万;凤冈14只7万',
    'Public judgments: Wen County, (2024) Gan 7508 Xing Chu No. 6, ¥5,000 each; Xinhuang, ¥30,000 for 6; Fenggang, ¥70,000 for 14',
  ],
  ['红星新闻报道单只3000元(一级×10)', 'Red Star News: ¥3,000 each (class I ×10)'],
  ['凭记忆(国家林业局令第46号附件)', 'from memory (annex of State Forestry Administration Order No. 46)'],
  ['凭记忆(46号令附件)', 'from memory (annex of Order No. 46)'],
  [
    'https://kpfans.com/article/Z9jBVPmd93.html (转录水生野生动物基准价值标准目录龟鳖部分)',
    'https://kpfans.com/article/Z9jBVPmd93.html (transcription of the turtles in the catalogue of base values of aquatic wildlife)',
  ],
  [
    'https://www.biodiversity-science.net/EN/Y2023/V31/I3/22319 (生物多样性2023,31(3):22319 表1)',
    'https://www.biodiversity-science.net/EN/Y2023/V31/I3/22319 (Biodiversity Science 2023, 31(3): 22319, table 1)',
  ],
];

export function sourceLabel(source: string): Label {
  return SOURCES.find(([chinese]) => chinese === source) ?? [source, source];
}
