// Which circumstances are told often but stand in none of the articles held? Heard, said so, never counted.
import type { Desk } from './fact-desk.ts';

const HEARD =
  /自首|如实供述|坦白|初犯|偶犯|首次|累犯|前科|劣迹|残疾|(?:七十|70|七十五|75)周?岁|年老|怀孕|哺乳|多次|团伙|结伙|误捕|误伤|不知道?(?:是|系|属)?.{0,4}(?:保护|野生)|不知情|法律意识淡薄|夜间|凌晨|家庭困难|谅解/;

/** Whether the text is such a circumstance; then a note says who weighs it. */
export function hear(desk: Desk, text: string): boolean {
  const isHeard = HEARD.test(text);
  if (isHeard)
    desk.notes.push([
      `“${text}”不是所列条文规定的情节，由办案机关裁量、司法机关量刑时考虑（刑法总则未收录）`,
      `“${text}” is no circumstance of the articles held; it is for the agency’s discretion and for the judicial organs in sentencing (the general part of the Criminal Law is not held)`,
    ]);
  return isHeard;
}
