// Does a point of the small map come back as it was, and do its words say how far and which way?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionTo, fingerMetres, fromFlat, metresAt, metresBetween, spotWords, toFlat } from './spot.ts';

const spot = fc.record({
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -85, max: 85, noNaN: true }),
});

describe('the projection', () => {
  it('gives every point back to a millimetre, and stays in the square', () => {
    fc.assert(
      fc.property(spot, (at) => {
        const flat = toFlat(at);
        for (const part of [flat.x, flat.y]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
        expect(metresBetween(at, fromFlat(flat))).toBeLessThan(0.001);
      }),
    );
  });
  it('has no pole: what lies beyond the edge is put on it', () => {
    expect(toFlat({ lng: 0, lat: 90 }).y).toBeCloseTo(0, 12);
    expect(toFlat({ lng: 0, lat: -90 }).y).toBeCloseTo(1, 12);
    expect(fromFlat(toFlat({ lng: 10, lat: 90 })).lat).toBeCloseTo(85.0511288, 6);
  });
  it('measures a county as the great circle does, within one part in two hundred', () => {
    const inChina = fc.record({
      lng: fc.double({ min: 74, max: 134, noNaN: true }),
      lat: fc.double({ min: 18, max: 53, noNaN: true }),
    });
    const step = fc.double({ min: -0.2, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(inChina, step, step, (a, east, north) => {
        const b = { lng: a.lng + east, lat: a.lat + north };
        const [from, to] = [toFlat(a), toFlat(b)];
        const drawn = Math.hypot(to.x - from.x, to.y - from.y) * metresAt((a.lat + b.lat) / 2);
        expect(Math.abs(drawn - metresBetween(a, b))).toBeLessThanOrEqual(0.01 + 0.005 * drawn);
      }),
    );
  });
  it('knows the length of a degree and of the way from Yinchuan to Beijing', () => {
    expect(metresBetween({ lng: 106, lat: 38 }, { lng: 106, lat: 39 })).toBeCloseTo(111_195, 0);
    const way = metresBetween({ lng: 106.2309, lat: 38.4872 }, { lng: 116.4074, lat: 39.9042 });
    expect(way / 1000).toBeGreaterThan(885);
    expect(way / 1000).toBeLessThan(895);
  });
});

describe('the words', () => {
  const town = { name: '龙泉镇', lng: 106.2, lat: 38.4 };
  const off = (east: number, north: number) => ({ lng: town.lng + east, lat: town.lat + north });
  it.each([
    [0, 0.1, '北', 'north'],
    [0.1, 0.08, '东北', 'north-east'],
    [0.1, 0, '东', 'east'],
    [0.1, -0.08, '东南', 'south-east'],
    [0, -0.1, '南', 'south'],
    [-0.1, -0.08, '西南', 'south-west'],
    [-0.1, 0, '西', 'west'],
    [-0.1, 0.08, '西北', 'north-west'],
  ])('%f east and %f north is %s', (east, north, zh, en) => {
    expect(directionTo(town, off(east, north))).toEqual([zh, en]);
  });
  it('name the nearest place, the way from it and how far', () => {
    const other = { name: '白鹭镇', lng: 107, lat: 39 };
    expect(spotWords(off(0.0187, -0.0146), [other, town], 50)).toEqual([
      '龙泉镇东南约2.3公里',
      'about 2.3 km south-east of 龙泉镇',
    ]);
    expect(spotWords(off(0, 0.0032), [town], 50)).toEqual(['龙泉镇北约350米', 'about 350 m north of 龙泉镇']);
    expect(spotWords(off(0, 0.2), [town], 50)?.[0]).toBe('龙泉镇北约22公里');
  });
  it('say no direction within the error, and nothing without a place', () => {
    expect(spotWords(off(0, 0.0032), [town], 500)).toEqual(['龙泉镇附近', 'near 龙泉镇']);
    expect(spotWords(off(0, 0.0322), [town], 3_000)?.[0]).toBe('龙泉镇北约4公里');
    expect(spotWords(off(0, 0.1), [], 50)).toBeNull();
  });
  it('never state an error to more than two digits, nor beyond what is taken', () => {
    expect(fingerMetres(2)).toBe(48);
    expect(fingerMetres(13.3)).toBe(320);
    expect(fingerMetres(0.001)).toBe(1);
    expect(fingerMetres(90_000)).toBe(100_000);
  });
});
