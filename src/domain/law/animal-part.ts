// Does the name of an animal, or the unit it is counted in, say that it is a part, a product or an egg?
import type { AnimalForm } from './valuation-line.ts';

/** What is made of animals. */
const PRODUCTS =
  '炮山甲|麒麟片|沙图什|五灵脂|手镯|手串|手链|手把件|项链|挂件|挂坠|吊坠|摆件|雕件|雕刻件|牙雕|骨雕|角雕|印章|佛珠|串珠|念珠|戒指|耳环|簪子|梳子|筷子|扳指|皮包|皮带|皮鞋|皮衣|皮草|大衣|围巾|披肩|地毯|标本|制品|工艺品|首饰|饰品|药材|药酒|药丸|胶囊|胆粉|骨粉|粉末|粉|泡酒|骨酒|酒|膏|骨胶|胶|丸|片剂|罐头|肉干|肉松|腊肉|熟肉|熟食|菜肴|汤|油膏|蛤蟆油|林蛙油|雪蛤油';
/** What an animal is taken apart into. */
const PARTS =
  '鳞片|鳞甲|甲片|羽毛|羽翎|尾羽|翎毛|绒毛|绒|毛皮|皮张|皮毛|皮|熊掌|掌|爪|蹄|腿|翅膀|翅|头骨|骨头|骨架|骨|头角|犄角|角|象牙|牙齿|獠牙|牙|胆囊|胆|鞭|茸|血|内脏|心脏|肝|肾|胃|肠|肉块|肉片|肉|尾巴|残肢|肢体|死体肢体|龟板|龟甲|背甲|甲壳|壳|麝香|香囊';
const EGGS = '鸟蛋|鸟卵|蛋|卵块|卵';

const END = (words: string) => new RegExp(`(?:${words})(?:等|若干)?$`);
const ENDS: readonly (readonly [pattern: RegExp, form: AnimalForm])[] = [
  [END(PRODUCTS), 'product'],
  [END(EGGS), 'egg'],
  [END(PARTS), 'part'],
];
/** The whole animal though its word ends like a part: a carcass dressed, or only a name. */
const WHOLE = /(?:白条|光鸡|整只|活体|死体|尸体)$|^(?:黄胆|斑翅)$/;

/** By the end of the name as written. The caller knows whether it is the name of a species (角雉, 娃娃蛇) and then does not ask. */
export function formByName(name: string): AnimalForm | undefined {
  const plain = name
    .normalize('NFKC')
    .replace(/[(（].*$/, '')
    .trim();
  if (WHOLE.test(plain)) return undefined;
  return ENDS.find(([pattern]) => pattern.test(plain))?.[1];
}
