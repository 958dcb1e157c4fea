// How do the lists' transcriptions become the compact data the product carries?
// Run: node scripts/build-law-data.ts <folder with national-protected-2021.csv, sanyou-2023.csv and admin/>
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { SPECIES_ALIASES } from '../src/domain/law/species-alias.ts';
import { EXTRA_SPECIES } from '../src/domain/law/species-extra.ts';
import { SPECIES_GROUPS } from '../src/domain/law/species-group.ts';

type Row = Readonly<Record<string, string>>;

/** Characters the pinyin library does not know; readings by component, from memory. */
const RARE: Readonly<Record<string, string>> = {
  𬶋: 'ju',
  𫛭: 'kuang',
  𫚉: 'hong',
  𬶏: 'wei',
  𬸣: 'yan',
  𬸘: 'lin',
  𫛚: 'ge',
  䱀: 'yang',
  䳭: 'ji',
  𧈢: 'ba',
  𧎥: 'shan',
  𧐐: 'ji',
  𩷶: 'mang',
};

function main(folder: string): void {
  const law = new URL('../src/domain/law/data/', import.meta.url).pathname;
  const kernel = new URL('../src/domain/kernel/data/', import.meta.url).pathname;
  for (const dir of [law, kernel]) mkdirSync(decodeURI(dir), { recursive: true });
  const national = readCsv(join(folder, 'national-protected-2021.csv'));
  const sanyou = readCsv(join(folder, 'sanyou-2023.csv'));
  const names = [...national, ...sanyou].map((r) => r['zh']!);
  names.push(...EXTRA_SPECIES.map((s) => s.zh), ...SPECIES_GROUPS.map((g) => g.zh));
  names.push(...SPECIES_ALIASES.flatMap((a) => a.names));
  save(join(decodeURI(law), 'species.json'), { taxa: taxaOf(national, sanyou) });
  save(join(decodeURI(law), 'pinyin.json'), pinyinOf(names));
  save(join(decodeURI(kernel), 'region.json'), regionsOf(join(folder, 'admin')));
  return void traditionalOf(names).then((t) => save(join(decodeURI(law), 'traditional.json'), t));
}

/** Minimal RFC 4180: quoted cells may hold commas; no cell of these files holds a line break. */
function readCsv(path: string): Row[] {
  const lines = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((l) => l !== '');
  const cells = lines.map((l) =>
    [...l.matchAll(/("((?:[^"]|"")*)"|[^,]*)(,|$)/g)]
      .slice(0)
      .map((m) => (m[2] !== undefined ? m[2].replaceAll('""', '"') : m[1]!)),
  );
  const head = cells[0]!;
  return cells.slice(1).map((c) => Object.fromEntries(head.map((h, i) => [h, (c[i] ?? '').trim()])));
}

/** [class, order, family, ["zh|scientific name|marks|remark", …]]: marks 1/2/s the list, w wild only, m from memory, G/F/O a rule on a genus, family, order. */
function taxaOf(national: readonly Row[], sanyou: readonly Row[]): unknown[] {
  const byTaxon = new Map<string, [string, string, string, string[]]>();
  const familyOf = new Map<string, Row>();
  for (const r of national) if (r['rank'] === 'species') familyOf.set(r['scientificName']!.split(' ')[0]!, r);
  const put = (cls: string, order: string, family: string, line: string): void => {
    const key = `${cls}|${order}|${family}`;
    const taxon = byTaxon.get(key) ?? [cls, order, family, []];
    taxon[3].push(line);
    byTaxon.set(key, taxon);
  };
  for (const r of national) {
    const rank = { species: '', genus: 'G', family: 'F', order: 'O' }[r['rank']!] ?? '';
    const marks =
      (r['level'] === '一级' ? '1' : '2') +
      (r['wildOnly'] === 'True' ? 'w' : '') +
      (r['from_memory'] === 'True' ? 'm' : '') +
      rank;
    const remark = (r['remarks'] ?? '').replace(/^仅限野外种群。?/, '').replace(/。$/, '');
    put(r['class']!, r['order']!, r['family']!, trim(`${r['zh']}|${r['scientificName']}|${marks}|${remark}`));
  }
  for (const r of sanyou) {
    // The list gives no family; a genus that also stands on the national list lends its own.
    const kin = familyOf.get(r['genus']!);
    const same = kin?.['class'] === r['class'] ? kin : undefined;
    put(
      r['class']!,
      same?.['order'] ?? '',
      same?.['family'] ?? '',
      `${r['zh']}|${r['scientificName']}|s${r['wildOnly'] === 'True' ? 'w' : ''}`,
    );
  }
  return [...byTaxon.values()];
}

function trim(line: string): string {
  return line.replace(/\|+$/, '');
}

/** Syllable → its characters (names and the 3,755 first-level characters of GB 2312), and the names read otherwise. */
function pinyinOf(names: readonly string[]): {
  chars: Record<string, string>;
  names: Record<string, string>;
} {
  const single = new Map<string, string>();
  for (const c of new Set([...names.join(''), ...commonCharacters()])) {
    if (!/\p{Script=Han}/u.test(c)) continue;
    const syllable = RARE[c] ?? pinyin(c, { toneType: 'none', v: true });
    if (!/^[a-z]+$/.test(syllable)) throw new Error(`no pinyin for ${c} U+${c.codePointAt(0)!.toString(16)}`);
    single.set(c, syllable);
  }
  const chars: Record<string, string> = {};
  for (const [c, s] of [...single].sort()) chars[s] = (chars[s] ?? '') + c;
  // The library reads 绿林 as the idiom (lù lín); a green snake is lǜ.
  const idioms = new Set(['绿林蛇']);
  const other: Record<string, string> = {};
  for (const name of new Set(names)) {
    if (idioms.has(name)) continue;
    const han = [...name].filter((c) => single.has(c));
    const read = pinyin(name, { toneType: 'none', v: true, type: 'array', nonZh: 'removed' });
    const syllables = han.map((c, i) => RARE[c] ?? (read.length === han.length ? read[i]! : single.get(c)!));
    if (syllables.some((s, i) => s !== single.get(han[i]!))) other[name] = syllables.join(' ');
  }
  return { chars: Object.fromEntries(Object.entries(chars).sort()), names: other };
}

function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const out: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1)
      out.push(decoder.decode(Uint8Array.of(row, cell)));
  }
  return out;
}

/** Two strings of equal length: a traditional character and the form our names use (OpenCC tables, Apache-2.0). */
async function traditionalOf(names: readonly string[]): Promise<{ from: string; to: string }> {
  const { Converter } = await import('opencc-js');
  const convert = Converter({ from: 't', to: 'cn' });
  const used = new Set(names.join(''));
  let from = '';
  let to = '';
  for (let code = 0x3400; code <= 0x9fff; code += 1) {
    const c = String.fromCodePoint(code);
    const simple = convert(c);
    if (simple === c || used.has(c) || !used.has(simple)) continue;
    from += c;
    to += simple;
  }
  return { from, to };
}

/** [code, name, [[code, name, ["CCnames of counties"]]]], each code only its own two digits. */
function regionsOf(folder: string): unknown[] {
  const cities = readCsv(join(folder, 'cities.csv'));
  const areas = readCsv(join(folder, 'areas.csv'));
  return readCsv(join(folder, 'provinces.csv')).map((p) => [
    p['code'],
    p['name'],
    cities
      .filter((c) => c['provinceCode'] === p['code'])
      .map((c) => [
        c['code']!.slice(2),
        c['name'],
        areas.filter((a) => a['cityCode'] === c['code']).map((a) => a['code']!.slice(4) + a['name']!),
      ]),
  ]);
}

/** One entry of a list to a line: small, and a change of one row is one line of a diff. */
function save(path: string, value: unknown): void {
  const text = JSON.stringify(value).replace(/(?<=[^[{]),(?=\[|"[^":]+\|)/g, ',\n');
  writeFileSync(path, `${text}\n`);
  console.log(path, Buffer.byteLength(text));
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node scripts/build-law-data.ts <folder of the CSV files>');
main(folder);
