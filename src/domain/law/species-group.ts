// Which animals does an officer mean by a word for many (猫头鹰, 野鸭, 蛇类)?
import type { Label } from '../kernel/label.ts';

/**
 * Members are every species that fits one of the tests below and is not in `except`. The reading is ours
 * (status interpretation): no list defines these words. `except` species must be named themselves.
 */
export interface SpeciesGroup {
  readonly id: string;
  readonly zh: string;
  readonly aliases: readonly string[];
  readonly orders?: readonly string[];
  readonly families?: readonly string[];
  readonly genera?: readonly string[];
  /** The end of the Chinese name, within `class` when given. */
  readonly endings?: readonly string[];
  readonly class?: string;
  readonly names?: readonly string[];
  readonly except?: readonly string[];
  readonly note?: Label;
}

const OWLS: Label = [
  '猫头鹰按国家二级（鸱鸮科、草鸮科各种）；其中毛腿雕鸮、四川林鸮为国家一级，如是请指明物种。',
  'Owls are class II; Blakiston’s fish owl and the Sichuan wood owl are class I — name them if so.',
];

/** Read as the common ones, all of one class; the rare ones of another class must be named. */
const rare = (word: string, names: Label, level: Label): Label => [
  `“${word}”不含${names[0]}（${level[0]}），如是请指明物种。`,
  `Not meant by this word (${level[1]}): ${names[1]}. Name the species if it is one of them.`,
];
/** One word for animals of different classes: none of them is taken. */
const either = (word: string, names: Label): Label => [
  `“${word}”可能是${names[0]}，级别不同，请指明物种。`,
  `This word may mean ${names[1]}: they differ in class. Name the species.`,
];
const CLASS_I: Label = ['国家一级', 'class I'];
const CLASS_II: Label = ['国家二级', 'class II'];
const EAGLES =
  '胡兀鹫 白背兀鹫 黑兀鹫 秃鹫 乌雕 草原雕 白肩雕 金雕 白腹海雕 玉带海雕 白尾海雕 虎头海雕 猎隼 矛隼';
const EAGLES_EN =
  'bearded vulture, white-rumped vulture, red-headed vulture, cinereous vulture, greater spotted eagle, steppe eagle, eastern imperial eagle, golden eagle, white-bellied sea eagle, Pallas’s fish eagle, white-tailed eagle, Steller’s sea eagle, saker falcon, gyrfalcon';

export const SPECIES_GROUPS: readonly SpeciesGroup[] = [
  {
    id: 'group:owls',
    zh: '猫头鹰',
    aliases: ['猫头鹰类', '鸮类', '夜猫子', '猫头鸟', '鸱鸮科', '草鸮科', '鸮形目', '鸱鸮', '咕咕鹰'],
    orders: ['鸮形目'],
    except: ['毛腿雕鸮', '四川林鸮'],
    note: OWLS,
  },
  {
    id: 'group:raptors',
    zh: '鹰类',
    aliases: ['老鹰', '鹰', '猛禽', '雄鹰', '鹞子', '鹰隼类', '隼形目', '鹰形目'],
    families: ['鹰科', '隼科'],
    except: EAGLES.split(' '),
    note: rare('鹰', [EAGLES.split(' ').join('、'), EAGLES_EN], CLASS_I),
  },
  {
    id: 'group:falcons',
    zh: '隼类',
    aliases: ['隼', '隼科'],
    families: ['隼科'],
    except: ['猎隼', '矛隼'],
    note: rare('隼', ['猎隼、矛隼', 'saker falcon, gyrfalcon'], CLASS_I),
  },
  {
    id: 'group:wildDucks',
    zh: '野鸭',
    aliases: ['野鸭类', '野鸭子', '水鸭', '水鸭子', '鸭类', '雁鸭类'],
    class: '鸟纲',
    endings: ['鸭'],
  },
  {
    id: 'group:wildGeese',
    zh: '大雁',
    aliases: ['雁类', '野雁', '雁', '野鹅'],
    class: '鸟纲',
    endings: ['雁'],
  },
  { id: 'group:swans', zh: '天鹅', aliases: ['天鹅类', '野天鹅'], class: '鸟纲', endings: ['天鹅'] },
  {
    id: 'group:snakes',
    zh: '蛇类',
    aliases: ['蛇', '野蛇', '稀有蛇类', '稀有蛇', '毒蛇', '无毒蛇', '蛇类原材料'],
    class: '爬行纲',
    endings: ['蛇', '蝮', '蝰', '龟头海蛇'],
  },
  { id: 'group:cobras', zh: '眼镜蛇类', aliases: ['眼镜蛇'], genera: ['Naja'] },
  { id: 'group:seaSnakes', zh: '海蛇', aliases: ['海蛇类'], class: '爬行纲', endings: ['海蛇'] },
  {
    id: 'group:frogs',
    zh: '蛙类',
    aliases: ['蛙', '青蛙', '田鸡', '野生蛙', '野生青蛙'],
    class: '两栖纲',
    endings: ['蛙'],
  },
  {
    id: 'group:toads',
    zh: '蟾蜍类',
    aliases: ['蟾蜍', '癞蛤蟆', '癞蛤蟆类', '蛤蟆', '蟾蜍科'],
    class: '两栖纲',
    endings: ['蟾蜍'],
    except: ['史氏蟾蜍', '乐东蟾蜍'],
    note: rare('蟾蜍', ['史氏蟾蜍、乐东蟾蜍', 'Stejneger’s toad, Ledong toad'], CLASS_II),
  },
  { id: 'group:salamanders', zh: '蝾螈类', aliases: ['蝾螈', '疣螈'], class: '两栖纲', endings: ['螈'] },
  { id: 'group:turtles', zh: '龟类', aliases: ['野生龟', '龟', '陆龟'], orders: ['龟鳖目'] },
  { id: 'group:seaTurtles', zh: '海龟', aliases: ['海龟类', '海龟科'], families: ['海龟科', '棱皮龟科'] },
  {
    id: 'group:geckos',
    zh: '壁虎类',
    aliases: ['壁虎', '守宫', '四脚蛇类'],
    class: '爬行纲',
    endings: ['壁虎'],
    except: ['大壁虎', '黑疣大壁虎'],
    note: rare('壁虎', ['大壁虎（蛤蚧）、黑疣大壁虎', 'tokay gecko, Reeves’s tokay gecko'], CLASS_II),
  },
  {
    id: 'group:lizards',
    zh: '蜥蜴类',
    aliases: ['蜥蜴', '四脚蛇', '马蛇子'],
    class: '爬行纲',
    endings: ['蜥', '石龙子', '蜥蜴'],
  },
  {
    id: 'group:hares',
    zh: '野兔',
    aliases: ['兔类', '野兔子', '山兔', '野生兔'],
    genera: ['Lepus'],
    except: ['海南兔', '雪兔', '塔里木兔'],
    note: rare('野兔', ['海南兔、雪兔、塔里木兔', 'Hainan hare, mountain hare, Yarkand hare'], CLASS_II),
  },
  {
    id: 'group:pikas',
    zh: '鼠兔',
    aliases: ['鼠兔类', '野鼠兔'],
    class: '哺乳纲',
    endings: ['鼠兔'],
    note: either('鼠兔', [
      '贺兰山鼠兔、伊犁鼠兔（国家二级），其他鼠兔（不在所持名录）',
      'Helan Shan or Ili pika (class II); other pikas (on none of the lists held)',
    ]),
  },
  {
    id: 'group:liaoge',
    zh: '了哥',
    aliases: ['鹩哥八哥'],
    names: ['八哥', '鹩哥'],
    note: either('了哥', [
      '鹩哥（国家二级）、八哥（三有）',
      'hill myna (class II), crested myna (“three values”)',
    ]),
  },
  {
    id: 'group:fishHawks',
    zh: '鱼鹰',
    aliases: ['鱼鹰子'],
    names: ['鹗', '普通鸬鹚'],
    note: either('鱼鹰', ['鹗（国家二级）、普通鸬鹚', 'osprey (class II), great cormorant']),
  },
  {
    id: 'group:southernSnakes',
    zh: '南蛇',
    aliases: ['大南蛇'],
    names: ['蟒蛇', '滑鼠蛇', '灰鼠蛇'],
    note: either('南蛇', [
      '蟒蛇（国家二级）、滑鼠蛇、灰鼠蛇',
      'Burmese python (class II), Oriental or Chinese ratsnake',
    ]),
  },
  {
    id: 'group:langurs',
    zh: '叶猴',
    aliases: ['叶猴类', '乌猿', '野叶猴'],
    class: '哺乳纲',
    endings: ['叶猴'],
  },
  {
    id: 'group:scopsOwls',
    zh: '角鸮',
    aliases: ['角鸮类', '小角鸮'],
    class: '鸟纲',
    endings: ['角鸮'],
  },
  {
    id: 'group:macaws',
    zh: '金刚鹦鹉',
    aliases: ['金刚鹦鹉类', '大金刚', '金刚'],
    genera: ['Ara'],
  },
  { id: 'group:muntjacs', zh: '麂类', aliases: ['麂', '麂子', '麂鹿'], class: '哺乳纲', endings: ['麂'] },
  {
    id: 'group:yellowMuntjacs',
    zh: '黄麂',
    aliases: ['黄麂子', '黄猄'],
    names: ['小麂', '赤麂'],
    note: [
      '黄麂按小麂、赤麂理解，两种同级；如为黑麂、贡山麂、海南麂请指明物种。',
      '“Yellow muntjac” is read as Reeves’s or red muntjac, both of one class; name other muntjacs.',
    ],
  },
  {
    id: 'group:muskDeer',
    zh: '麝类',
    aliases: ['麝', '香獐', '獐子', '麝属', '香獐子', '麝香'],
    class: '哺乳纲',
    endings: ['麝'],
  },
  { id: 'group:deer', zh: '鹿类', aliases: ['鹿', '野鹿', '鹿茸', '鹿角', '鹿鞭'], families: ['鹿科'] },
  {
    id: 'group:gorals',
    zh: '斑羚类',
    aliases: ['斑羚', '青羊', '野山羊'],
    class: '哺乳纲',
    endings: ['斑羚'],
  },
  {
    id: 'group:serows',
    zh: '鬣羚类',
    aliases: ['鬣羚', '苏门羚', '明鬃羊'],
    class: '哺乳纲',
    endings: ['鬣羚'],
  },
  { id: 'group:takins', zh: '羚牛', aliases: ['扭角羚', '羚牛类'], class: '哺乳纲', endings: ['羚牛'] },
  {
    id: 'group:argali',
    zh: '盘羊',
    aliases: ['盘羊类', '大头羊', '大角羊'],
    class: '哺乳纲',
    endings: ['盘羊'],
  },
  {
    id: 'group:snubNosedMonkeys',
    zh: '金丝猴',
    aliases: ['金丝猴类', '仰鼻猴'],
    class: '哺乳纲',
    endings: ['金丝猴'],
  },
  { id: 'group:macaques', zh: '猴类', aliases: ['猴子', '猴', '野猴', '猕猴类'], families: ['猴科'] },
  {
    id: 'group:gibbons',
    zh: '长臂猿',
    aliases: ['长臂猿类', '长臂猿科'],
    class: '哺乳纲',
    endings: ['长臂猿'],
  },
  {
    id: 'group:pangolins',
    zh: '穿山甲类',
    aliases: ['穿山甲属', '鲮鲤科', '穿山甲科', '穿山甲属所有种', '穿山甲鳞片', '炮山甲'],
    genera: ['Manis'],
    class: '哺乳纲',
    endings: ['穿山甲'],
  },
  {
    id: 'group:bears',
    zh: '熊类',
    aliases: ['熊', '狗熊类', '野熊', '熊掌'],
    families: ['熊科'],
    except: ['马来熊'],
    note: rare('熊', ['马来熊', 'sun bear'], CLASS_I),
  },
  { id: 'group:otters', zh: '水獭类', aliases: ['獭', '水獭属'], class: '哺乳纲', endings: ['水獭', '江獭'] },
  { id: 'group:civets', zh: '灵猫类', aliases: ['灵猫', '香猫'], class: '哺乳纲', endings: ['灵猫'] },
  { id: 'group:badgers', zh: '獾类', aliases: ['獾', '獾子', '野獾'], class: '哺乳纲', endings: ['獾'] },
  { id: 'group:weasels', zh: '鼬类', aliases: ['鼬'], class: '哺乳纲', endings: ['鼬'] },
  { id: 'group:foxes', zh: '狐狸', aliases: ['狐', '野狐狸', '狐类'], class: '哺乳纲', endings: ['狐'] },
  {
    id: 'group:squirrels',
    zh: '松鼠类',
    aliases: ['野松鼠'],
    class: '哺乳纲',
    endings: ['松鼠'],
    except: ['巨松鼠'],
    note: rare('松鼠', ['巨松鼠', 'black giant squirrel'], CLASS_II),
  },
  {
    id: 'group:flyingSquirrels',
    zh: '鼯鼠',
    aliases: ['飞鼠', '鼯鼠类', '飞虎'],
    class: '哺乳纲',
    endings: ['鼯鼠', '飞鼠'],
  },
  {
    id: 'group:bambooRats',
    zh: '竹鼠',
    aliases: ['竹鼠类', '竹溜', '芒鼠', '竹狸'],
    class: '哺乳纲',
    endings: ['竹鼠'],
  },
  {
    id: 'group:porcupines',
    zh: '豪猪',
    aliases: ['箭猪', '刺猪', '豪猪类'],
    class: '哺乳纲',
    endings: ['豪猪'],
  },
  {
    id: 'group:hedgehogs',
    zh: '刺猬',
    aliases: ['刺球', '刺猬类', '猬'],
    class: '哺乳纲',
    endings: ['刺猬'],
  },
  { id: 'group:porpoises', zh: '江豚', aliases: ['江猪', '江豚类'], class: '哺乳纲', endings: ['江豚'] },
  { id: 'group:dolphins', zh: '海豚', aliases: ['海豚类', '海豚科'], families: ['海豚科'] },
  {
    id: 'group:doves',
    zh: '斑鸠',
    aliases: ['斑鸠类', '鸠'],
    class: '鸟纲',
    endings: ['斑鸠'],
  },
  {
    id: 'group:herons',
    zh: '鹭类',
    aliases: ['鹭', '鹭鸟', '鹭鸶', '白鹭类'],
    class: '鸟纲',
    endings: ['鹭'],
    except: ['白琵鹭', '黑脸琵鹭', '白腹鹭', '黄嘴白鹭', '岩鹭'],
    note: rare(
      '鹭',
      ['黄嘴白鹭、白腹鹭、岩鹭', 'Chinese egret, white-bellied heron, Pacific reef heron'],
      ['国家一级、二级', 'class I and II'],
    ),
  },
  {
    id: 'group:wildPigeons',
    zh: '野鸽',
    aliases: ['野鸽子', '野生鸽子'],
    names: ['岩鸽', '原鸽'],
  },
  {
    id: 'group:rubythroats',
    zh: '靛颏',
    aliases: ['点颏', '点颏鸟', '靛颏鸟'],
    names: ['红喉歌鸲', '蓝喉歌鸲'],
  },
  { id: 'group:cranes', zh: '鹤类', aliases: ['鹤', '仙鹤类', '鹤科'], families: ['鹤科'] },
  { id: 'group:gulls', zh: '鸥类', aliases: ['海鸥', '鸥', '水鸥'], class: '鸟纲', endings: ['鸥'] },
  { id: 'group:pheasants', zh: '锦鸡', aliases: ['锦鸡类', '金鸡'], class: '鸟纲', endings: ['锦鸡'] },
  { id: 'group:tragopans', zh: '角雉', aliases: ['角雉类'], class: '鸟纲', endings: ['角雉'] },
  { id: 'group:quails', zh: '鹌鹑类', aliases: ['野鹌鹑', '鹑'], genera: ['Coturnix'] },
  { id: 'group:sparrows', zh: '麻雀类', aliases: ['雀类', '老家贼', '野麻雀'], genera: ['Passer'] },
  { id: 'group:buntings', zh: '鹀类', aliases: ['鹀', '鹀科'], class: '鸟纲', endings: ['鹀'] },
  { id: 'group:larks', zh: '百灵', aliases: ['百灵鸟', '百灵类'], class: '鸟纲', endings: ['百灵'] },
  { id: 'group:thrushes', zh: '噪鹛', aliases: ['噪鹛类'], class: '鸟纲', endings: ['噪鹛'] },
  { id: 'group:leiothrix', zh: '相思鸟', aliases: ['相思鸟类'], class: '鸟纲', endings: ['相思鸟'] },
  {
    id: 'group:whiteEyes',
    zh: '绣眼鸟',
    aliases: ['绣眼', '绣眼儿', '绣眼鸟类'],
    class: '鸟纲',
    endings: ['绣眼鸟'],
  },
  {
    id: 'group:shrikes',
    zh: '伯劳',
    aliases: ['胡不拉', '虎不拉', '伯劳鸟'],
    class: '鸟纲',
    endings: ['伯劳'],
  },
  { id: 'group:mynas', zh: '八哥类', aliases: ['八哥鸟类'], class: '鸟纲', endings: ['八哥'] },
  { id: 'group:starlings', zh: '椋鸟', aliases: ['椋鸟类'], class: '鸟纲', endings: ['椋鸟'] },
  { id: 'group:magpies', zh: '喜鹊类', aliases: ['鹊类'], names: ['喜鹊', '灰喜鹊', '红嘴蓝鹊'] },
  {
    id: 'group:crows',
    zh: '乌鸦',
    aliases: ['乌鸦类', '老鸹', '鸦', '老鸦', '寒鸦'],
    class: '鸟纲',
    endings: ['乌鸦', '寒鸦', '渡鸦', '白颈鸦'],
  },
  {
    id: 'group:swallows',
    zh: '燕子',
    aliases: ['燕', '小燕子', '燕类'],
    names: ['家燕', '金腰燕', '毛脚燕', '烟腹毛脚燕', '岩燕', '崖沙燕'],
  },
  {
    id: 'group:woodpeckers',
    zh: '啄木鸟',
    aliases: ['啄木鸟类', '啄木官'],
    class: '鸟纲',
    endings: ['啄木鸟'],
  },
  {
    id: 'group:parrots',
    zh: '鹦鹉',
    aliases: ['鹦鹉类', '鹦鹉科', '鹦哥'],
    orders: ['鹦形目'],
    endings: ['鹦鹉'],
    class: '鸟纲',
  },
  {
    id: 'group:hornbills',
    zh: '犀鸟',
    aliases: ['犀鸟类', '犀鸟科', '鹤顶红'],
    class: '鸟纲',
    endings: ['犀鸟'],
  },
  {
    id: 'group:grebes',
    zh: '䴙䴘',
    aliases: ['水葫芦', '䴙䴘类', '王八鸭子', '油鸭'],
    class: '鸟纲',
    endings: ['䴙䴘'],
  },
  {
    id: 'group:coucals',
    zh: '鸦鹃',
    aliases: ['毛鸡', '鸦鹃类', '红毛鸡'],
    class: '鸟纲',
    endings: ['鸦鹃'],
  },
  {
    id: 'group:cuckoos',
    zh: '杜鹃',
    aliases: ['布谷鸟', '布谷', '杜鹃鸟', '子规'],
    class: '鸟纲',
    endings: ['杜鹃'],
  },
  {
    id: 'group:rhinoceros',
    zh: '犀牛',
    aliases: ['犀', '犀角', '犀牛角'],
    class: '哺乳纲',
    names: ['白犀', '黑犀'],
  },
  { id: 'group:elephants', zh: '大象', aliases: ['象', '象牙', '野象'], names: ['亚洲象', '非洲象'] },
  {
    id: 'group:sturgeons',
    zh: '鲟鱼',
    aliases: ['鲟', '鲟类', '野生鲟'],
    class: '硬骨鱼纲',
    endings: ['鲟', '鳇'],
  },
  { id: 'group:giantClams', zh: '砗磲', aliases: ['砗磲贝', '砗磲类', '砗磲科'], families: ['砗磲科'] },
  { id: 'group:scorpions', zh: '蝎子', aliases: ['蝎', '野蝎子', '全蝎'], class: '蛛形纲', endings: ['蝎'] },
];
