// Which animals turn up in seizures and on farms though no held list names them?
import type { Label } from '../kernel/label.ts';

/**
 * `member` falls under a rule on its genus, family or order · `unlisted` native, not on the held lists · `foreign` not native:
 * its class follows the CITES approval lists (野生动物保护法37条4款), which we do not hold · `bred` a domestic or hybrid form.
 * Names and taxonomy are general knowledge, not a legal source.
 */
export interface ExtraSpecies {
  readonly zh: string;
  readonly scientificName: string;
  readonly class: string;
  readonly order: string | null;
  readonly family: string | null;
  readonly kind: 'member' | 'unlisted' | 'foreign' | 'bred';
  readonly note: Label | null;
}

const AQUATIC: Label = [
  '未列入所持名录；按水生动物管理的，适用渔业法（野生动物保护法第2条第4款），请查证。',
  'Not on the lists held; if managed as aquatic, the Fisheries Law applies (Wildlife Protection Law art. 2(4)) — verify.',
];
const BOAR: Label = [
  '2023年6月30日起不在三有名录，为其他陆生野生动物。',
  'Not on the “three values” list since 2023-06-30: other terrestrial wildlife.',
];
const HYBRID: Label = [
  '家猪与野猪杂交后代，是否按家畜管理须查畜禽遗传资源目录。',
  'Hybrid of boar and pig; whether it counts as livestock must be checked in the livestock list.',
];

type Line = readonly [
  string,
  string,
  string,
  string | null,
  string | null,
  ExtraSpecies['kind'],
  (Label | null)?,
];

const LINES: readonly Line[] = [
  ['黄缘闭壳龟', 'Cuora flavomarginata', '爬行纲', '龟鳖目', '地龟科', 'member'],
  ['三线闭壳龟', 'Cuora trifasciata', '爬行纲', '龟鳖目', '地龟科', 'member'],
  ['金头闭壳龟', 'Cuora aurocapitata', '爬行纲', '龟鳖目', '地龟科', 'member'],
  ['黄额闭壳龟', 'Cuora galbinifrons', '爬行纲', '龟鳖目', '地龟科', 'member'],
  ['百色闭壳龟', 'Cuora mccordi', '爬行纲', '龟鳖目', '地龟科', 'member'],
  ['潘氏闭壳龟', 'Cuora pani', '爬行纲', '龟鳖目', '地龟科', 'member'],
  ['周氏闭壳龟', 'Cuora zhoui', '爬行纲', '龟鳖目', '地龟科', 'member'],
  ['锯缘闭壳龟', 'Cuora mouhotii', '爬行纲', '龟鳖目', '地龟科', 'member'],
  ['云南闭壳龟', 'Cuora yunnanensis', '爬行纲', '龟鳖目', '地龟科', 'member'],
  ['图纹闭壳龟', 'Cuora picturata', '爬行纲', '龟鳖目', '地龟科', 'member'],
  ['布氏闭壳龟', 'Cuora bourreti', '爬行纲', '龟鳖目', '地龟科', 'member'],
  ['滇池金线鲃', 'Sinocyclocheilus grahami', '硬骨鱼纲', '鲤形目', '鲤科', 'member'],
  ['秦岭细鳞鲑', 'Brachymystax tsinlingensis', '硬骨鱼纲', '鲑形目', '鲑科', 'member'],
  ['细鳞鲑', 'Brachymystax lenok', '硬骨鱼纲', '鲑形目', '鲑科', 'member'],
  ['大海马', 'Hippocampus kelloggi', '硬骨鱼纲', '海龙鱼目', '海龙鱼科', 'member'],
  ['三斑海马', 'Hippocampus trimaculatus', '硬骨鱼纲', '海龙鱼目', '海龙鱼科', 'member'],
  ['管海马', 'Hippocampus kuda', '硬骨鱼纲', '海龙鱼目', '海龙鱼科', 'member'],
  ['日本红珊瑚', 'Corallium japonicum', '珊瑚纲', '软珊瑚目', '红珊瑚科', 'member'],
  ['蓝珊瑚', 'Heliopora coerulea', '珊瑚纲', '苍珊瑚目', '苍珊瑚科', 'member'],
  ['鹿角珊瑚', 'Acropora cervicornis', '珊瑚纲', '石珊瑚目', '鹿角珊瑚科', 'member'],
  ['黑角珊瑚', 'Antipathes dichotoma', '珊瑚纲', '角珊瑚目', '黑角珊瑚科', 'member'],
  ['高原鼠兔', 'Ochotona curzoniae', '哺乳纲', '兔形目', '鼠兔科', 'unlisted'],
  ['达乌尔鼠兔', 'Ochotona dauurica', '哺乳纲', '兔形目', '鼠兔科', 'unlisted'],
  ['野猪', 'Sus scrofa', '哺乳纲', '偶蹄目', '猪科', 'unlisted', BOAR],
  ['褐家鼠', 'Rattus norvegicus', '哺乳纲', '啮齿目', '鼠科', 'unlisted'],
  ['中华鼢鼠', 'Eospalax fontanierii', '哺乳纲', '啮齿目', '鼹形鼠科', 'unlisted'],
  ['喜马拉雅旱獭', 'Marmota himalayana', '哺乳纲', '啮齿目', '松鼠科', 'unlisted'],
  ['普通伏翼', 'Pipistrellus pipistrellus', '哺乳纲', '翼手目', '蝙蝠科', 'unlisted'],
  ['小嘴乌鸦', 'Corvus corone', '鸟纲', '雀形目', '鸦科', 'unlisted'],
  ['大嘴乌鸦', 'Corvus macrorhynchos', '鸟纲', '雀形目', '鸦科', 'unlisted'],
  ['棘胸蛙', 'Quasipaa spinosa', '两栖纲', '无尾目', '叉舌蛙科', 'unlisted', AQUATIC],
  ['棘腹蛙', 'Quasipaa boulengeri', '两栖纲', '无尾目', '叉舌蛙科', 'unlisted', AQUATIC],
  ['双团棘胸蛙', 'Nanorana yunnanensis', '两栖纲', '无尾目', '叉舌蛙科', 'unlisted', AQUATIC],
  ['黑斑侧褶蛙', 'Pelophylax nigromaculatus', '两栖纲', '无尾目', '蛙科', 'unlisted', AQUATIC],
  ['金线侧褶蛙', 'Pelophylax plancyi', '两栖纲', '无尾目', '蛙科', 'unlisted', AQUATIC],
  ['中国林蛙', 'Rana chensinensis', '两栖纲', '无尾目', '蛙科', 'unlisted', AQUATIC],
  ['东北林蛙', 'Rana dybowskii', '两栖纲', '无尾目', '蛙科', 'unlisted', AQUATIC],
  ['泽陆蛙', 'Fejervarya multistriata', '两栖纲', '无尾目', '叉舌蛙科', 'unlisted', AQUATIC],
  ['沼水蛙', 'Hylarana guentheri', '两栖纲', '无尾目', '蛙科', 'unlisted', AQUATIC],
  ['东方蝾螈', 'Cynops orientalis', '两栖纲', '有尾目', '蝾螈科', 'unlisted', AQUATIC],
  ['中国水蛇', 'Myrrophis chinensis', '爬行纲', '有鳞目', '水蛇科', 'unlisted', AQUATIC],
  ['铅色水蛇', 'Hypsiscopus plumbea', '爬行纲', '有鳞目', '水蛇科', 'unlisted', AQUATIC],
  ['中华鳖', 'Pelodiscus sinensis', '爬行纲', '龟鳖目', '鳖科', 'unlisted', AQUATIC],
  ['少棘蜈蚣', 'Scolopendra mutilans', '唇足纲', '蜈蚣目', '蜈蚣科', 'unlisted'],
  ['杂交野猪', 'Sus scrofa × domesticus', '哺乳纲', '偶蹄目', '猪科', 'bred', HYBRID],
  ['家鸽', 'Columba livia domestica', '鸟纲', '鸽形目', '鸠鸽科', 'bred'],
  ['家兔', 'Oryctolagus cuniculus domesticus', '哺乳纲', '兔形目', '兔科', 'bred'],
  ['非洲象', 'Loxodonta africana', '哺乳纲', '长鼻目', '象科', 'foreign'],
  ['白犀', 'Ceratotherium simum', '哺乳纲', '奇蹄目', '犀科', 'foreign'],
  ['黑犀', 'Diceros bicornis', '哺乳纲', '奇蹄目', '犀科', 'foreign'],
  ['狮', 'Panthera leo', '哺乳纲', '食肉目', '猫科', 'foreign'],
  ['蓝孔雀', 'Pavo cristatus', '鸟纲', '鸡形目', '雉科', 'foreign'],
  ['和尚鹦鹉', 'Myiopsitta monachus', '鸟纲', '鹦形目', '鹦鹉科', 'foreign'],
  ['费氏牡丹鹦鹉', 'Agapornis fischeri', '鸟纲', '鹦形目', '鹦鹉科', 'foreign'],
  ['虎皮鹦鹉', 'Melopsittacus undulatus', '鸟纲', '鹦形目', '鹦鹉科', 'foreign'],
  ['非洲灰鹦鹉', 'Psittacus erithacus', '鸟纲', '鹦形目', '鹦鹉科', 'foreign'],
  ['绿颊锥尾鹦鹉', 'Pyrrhura molinae', '鸟纲', '鹦形目', '鹦鹉科', 'foreign'],
  ['鸡尾鹦鹉', 'Nymphicus hollandicus', '鸟纲', '鹦形目', '凤头鹦鹉科', 'foreign'],
  ['蓝黄金刚鹦鹉', 'Ara ararauna', '鸟纲', '鹦形目', '鹦鹉科', 'foreign'],
  ['红绿金刚鹦鹉', 'Ara chloropterus', '鸟纲', '鹦形目', '鹦鹉科', 'foreign'],
  ['绯红金刚鹦鹉', 'Ara macao', '鸟纲', '鹦形目', '鹦鹉科', 'foreign'],
  ['鸵鸟', 'Struthio camelus', '鸟纲', '鸵鸟目', '鸵鸟科', 'foreign'],
  ['暹罗鳄', 'Crocodylus siamensis', '爬行纲', '鳄目', '鳄科', 'foreign'],
  ['红耳彩龟', 'Trachemys scripta elegans', '爬行纲', '龟鳖目', '泽龟科', 'foreign'],
  ['苏卡达陆龟', 'Centrochelys sulcata', '爬行纲', '龟鳖目', '陆龟科', 'foreign'],
  ['辐射陆龟', 'Astrochelys radiata', '爬行纲', '龟鳖目', '陆龟科', 'foreign'],
  ['豹纹陆龟', 'Stigmochelys pardalis', '爬行纲', '龟鳖目', '陆龟科', 'foreign'],
  ['印度星龟', 'Geochelone elegans', '爬行纲', '龟鳖目', '陆龟科', 'foreign'],
  ['球蟒', 'Python regius', '爬行纲', '有鳞目', '蟒科', 'foreign'],
  ['网纹蟒', 'Malayopython reticulatus', '爬行纲', '有鳞目', '蟒科', 'foreign'],
  ['绿树蟒', 'Morelia viridis', '爬行纲', '有鳞目', '蟒科', 'foreign'],
  ['红尾蚺', 'Boa constrictor', '爬行纲', '有鳞目', '蚺科', 'foreign'],
  ['食蟹猴', 'Macaca fascicularis', '哺乳纲', '灵长目', '猴科', 'foreign'],
  ['两爪鳖', 'Carettochelys insculpta', '爬行纲', '龟鳖目', '两爪鳖科', 'foreign'],
  ['大鳄龟', 'Macrochelys temminckii', '爬行纲', '龟鳖目', '鳄龟科', 'foreign'],
  ['拟鳄龟', 'Chelydra serpentina', '爬行纲', '龟鳖目', '鳄龟科', 'foreign'],
  ['麝香动胸龟', 'Sternotherus odoratus', '爬行纲', '龟鳖目', '泥龟科', 'foreign'],
  ['东澳长颈龟', 'Chelodina longicollis', '爬行纲', '龟鳖目', '蛇颈龟科', 'foreign'],
  ['黄头侧颈龟', 'Podocnemis unifilis', '爬行纲', '龟鳖目', '侧颈龟科', 'foreign'],
  ['绿鬣蜥', 'Iguana iguana', '爬行纲', '有鳞目', '美洲鬣蜥科', 'foreign'],
  ['牛蛙', 'Lithobates catesbeianus', '两栖纲', '无尾目', '蛙科', 'foreign'],
];

export const EXTRA_SPECIES: readonly ExtraSpecies[] = LINES.map(
  ([zh, scientificName, cls, order, family, kind, note]) => ({
    zh,
    scientificName,
    class: cls,
    order,
    family,
    kind,
    note: note ?? null,
  }),
);
