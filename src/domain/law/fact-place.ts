// Does the place put the act in a nature reserve, a germplasm reserve, at sea or in a catering place?

import { inCateringPlace } from './fact-circumstance.ts';
import { type Desk, doubtful } from './fact-desk.ts';
import { type Sense, senseOfPlace } from './word-sense.ts';

const RESERVE =
  /(?:国家级|省级|市级|县级)?自然保护[地区]|国家公园|自然公园|湿地公园|森林公园|(?<!种质资源|水源|水源地|文物|农田|风貌|历史|名城|河道|铁路|电力|光缆)保护区/;
const RESERVE_WATER = /(?:水产)?种质资源保护区/;
const SEA = /海域|海上|近海|公海|领海|海洋(?!馆|公园|世界|大学|学院|局|路)/;

/** Undefined where the place names none. */
export function senseOfReserve(place: string): Sense | undefined {
  return senseOfPlace(place, RESERVE);
}

export function senseOfReserveWater(place: string): Sense | undefined {
  return senseOfPlace(place, RESERVE_WATER);
}

export function senseOfSea(place: string): Sense | undefined {
  return senseOfPlace(place, SEA);
}

/** A place that does not say whether it is in or only near (自然保护区附近) is told. */
export function tellPlace(desk: Desk, place: string): void {
  const senses = [senseOfReserve, senseOfReserveWater, senseOfSea, inCateringPlace].map((read) =>
    read(place),
  );
  if (senses.includes('doubted')) doubtful(desk, 'place', place);
}
